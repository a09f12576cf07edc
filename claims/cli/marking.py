"""Marking: `verify`, `refute`, `mark`, `dismiss` and `reopen`."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from claims.cli import options
from claims.cli.saying import say

if TYPE_CHECKING:
    from claims.desk.weighing import Given
    from claims.domain.dossier import Dossier
    from claims.domain.verdict import Rating

_WORDS = ("verified", "refuted", "partly", "conflicting", "unresolvable", "superseded", "reviewed")


@click.command(
    epilog="Example: claims verify 7k2m --source https://example.org/report --dated 2021-12-22 --happened 2021-12-21"
)
@click.argument("claim")
@options.optional_source
@click.option(
    "--rating", metavar="WORD", help="Your desk's own word for it, and its scale, as in 'True (Truth-O-Meter)'."
)
@options.as_of
@options.ledger
@options.actor
def verify(claim: str, **said: Any) -> None:
    """Mark a claim verified. A source given here is kept as evidence that supports it."""
    _give(claim, "verified", said)


@click.command(epilog="Example: claims refute 7k2m --source 'Ministry of Works, letter' --dated 2022-01-10")
@click.argument("claim")
@options.optional_source
@click.option(
    "--rating", metavar="WORD", help="Your desk's own word for it, and its scale, as in 'False (Truth-O-Meter)'."
)
@options.as_of
@options.ledger
@options.actor
def refute(claim: str, **said: Any) -> None:
    """Mark a claim refuted. A source given here is kept as evidence that refutes it."""
    _give(claim, "refuted", said)


@click.command(epilog="Example: claims mark unresolvable 7k2m --because 'ambiguous: no reports'")
@click.argument("status", type=click.Choice(_WORDS))
@click.argument("claim")
@options.optional_source
@click.option(
    "--stance",
    type=click.Choice(("supports", "refutes", "partly", "neither")),
    help="What the source says of the claim.",
)
@click.option("--rating", metavar="WORD", help="Your desk's own word for it, and its scale.")
@click.option("--because", metavar="REASON", help="For unresolvable: why, as in 'annulled: underspecified'.")
@click.option("--by", metavar="CLAIM", help="For superseded: the claim that took its place.")
@options.as_of
@options.ledger
@options.actor
def mark(status: str, claim: str, because: str | None, by: str | None, **said: Any) -> None:
    """Give a claim a verdict, or mark it reviewed.

    partly: some of it holds. conflicting: the sources contradict one another. unresolvable: it cannot be settled, with the
    reason (ambiguous: the world is unclear; annulled: the claim itself is unsound). superseded: a later claim took its
    place. reviewed: someone looked and left it as it stands.
    """
    from claims.errors import Misuse

    if (status == "superseded") != (by is not None):
        raise Misuse("superseded needs --by CLAIM, and --by goes with superseded only")
    if status in ("superseded", "reviewed"):
        _leave(status, claim, by, said)
    else:
        _give(claim, status, said, because)


@click.command(epilog="Example: claims dismiss 7k2m --note 'a headline, no claim'")
@click.argument("claim")
@click.option("--note", help="Why.")
@options.ledger
@options.actor
def dismiss(claim: str, note: str | None, db: str | None, actor: str | None) -> None:
    """Take what is no claim, or not one to keep, off the lists. It stays on the ledger."""
    from claims.desk import marking
    from claims.desk.desk import open_desk

    with open_desk(db, actor) as desk:
        _tell(marking.dismiss(desk, claim, note))


@click.command(epilog="Example: claims reopen 7k2m --note 'the source withdrew its report'")
@click.argument("claim")
@click.option("--note", help="Why.")
@options.as_of
@options.ledger
@options.actor
def reopen(claim: str, note: str | None, as_of: date | None, db: str | None, actor: str | None) -> None:
    """Lift a verdict, a dismissal or a supersession, so that the rules have the claim again."""
    from claims.desk import marking
    from claims.desk.desk import open_desk

    with open_desk(db, actor) as desk:
        _tell(marking.reopen(desk, claim, note, as_of))


def given(said: dict[str, Any], note: str | None = None) -> "Given | None":
    """Return what the options say of a piece of evidence; None without a source. Raises Misuse for the rest without one."""
    from claims.desk.weighing import Given
    from claims.errors import Misuse

    about = {name: said[name] for name in ("publisher", "via", "quote", "dated", "happened", "grade")}
    if said["source"] is None:
        named = [f"--{name}" for name, value in about.items() if value is not None]
        if named:
            raise Misuse(f"{', '.join(named)} say something of a source; name it with --source")
        return None
    return Given(source=said["source"], note=note, **about)


def _give(claim: str, word: str, said: dict[str, Any], because: str | None = None) -> None:
    from claims.desk import marking
    from claims.desk.desk import open_desk
    from claims.domain.evidence import Stance
    from claims.domain.verdict import Word

    stance = said.get("stance")
    with open_desk(said["db"], said["actor"]) as desk:
        after = marking.give(
            desk,
            claim,
            Word(word),
            given=given(said),
            stance=Stance(stance) if stance else None,
            note=said["note"],
            rating=_rating(said["rating"]),
            code=_code(because),
            as_of=said["as_of"],
        )
    _tell(after)


def _leave(status: str, claim: str, by: str | None, said: dict[str, Any]) -> None:
    from claims.desk import marking
    from claims.desk.desk import open_desk
    from claims.errors import Misuse

    if said["source"] or said["rating"]:
        raise Misuse(f"{status} takes a note and nothing else; add evidence with: claims evidence add")
    with open_desk(said["db"], said["actor"]) as desk:
        if by is not None:
            _tell(marking.supersede(desk, claim, by, said["note"], said["as_of"]))
        else:
            _tell(marking.review(desk, claim, said["note"], said["as_of"]))


def _rating(text: str | None) -> "Rating | None":
    from claims.domain.verdict import Rating

    if not text:
        return None
    word, _, scale = text.partition("(")
    return Rating(word=word.strip(), scale=scale.rstrip(") ").strip() or None)


def _code(because: str | None) -> Any:
    from claims.domain.verdict import Unresolvable
    from claims.errors import Misuse

    if because is None:
        return None
    for each in Unresolvable:
        if because.strip().lower() in (each.value, each.value.partition(": ")[2]):
            return each
    raise Misuse(f"--because {because!r} is no reason; one of: " + ", ".join(f"'{each}'" for each in Unresolvable))


def _tell(after: "Dossier") -> None:
    say(f"{after.id[:8]} is {after.word}, {after.review}: {after.claim.text}")
