"""Quantities: the numbers of a text with their units and how exactly they are put, by the decisions of the guide."""

from claims.extract.quantity.finder import find, within
from claims.extract.quantity.found import FoundQuantity, describe

__all__ = ["FoundQuantity", "describe", "find", "within"]
