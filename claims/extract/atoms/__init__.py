"""Atoms: the clauses of a text that could prove right or wrong each by itself, as exact stretches of it."""

from claims.extract.atoms.atom import Atom
from claims.extract.atoms.find import atoms

__all__ = ["Atom", "atoms"]
