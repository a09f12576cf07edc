"""Case events: what a case in YAML tells, as the events that would have told it on a ledger."""

from collections.abc import Iterator
from datetime import date, timedelta

from claims.domain.article import Span
from claims.domain.claim import Claim, Sighting, id_of
from claims.domain.events import (
    ClaimRecorded,
    ClaimReviewed,
    ClaimSighted,
    DeadlineMoved,
    Event,
    EvidenceAdded,
    VerdictGiven,
)
from claims.domain.evidence import Evidence, Stance
from claims.domain.independence import origin
from claims.domain.quantity import Quantity
from claims.domain.timespan import TimeSpan
from claims.domain.verdict import Verdict, Word
from claims.rules.copies import near_copy
from claims.rules.document import Mapping, Node, Scalar, Sequence
from claims.rules.families import house_families

MADE = date(2020, 9, 2)
"""The day on which a case's claim is put forward, where it does not say."""
TEXT = "The bridge over the Alder will be finished."
"""What a case's claim says, where it does not say."""


def events_of(case: Mapping, claim: Mapping) -> Iterator[tuple[date, Event]]:
    """Yield (day of entry, event) for a case. Raises ValueError where a value cannot be taken."""
    words = _words(claim)
    identity = id_of(_words(case).get("case", ""))
    made = _day(words, "made") or MADE
    record = _claim(words, identity)
    yield made, ClaimRecorded(claim=record, made=made, sighting=_sighting(record.text, made, words.get("publisher")))
    yield from _evidence(case, identity, made, words)
    for number, moved in enumerate(_items(case, "moved"), 1):
        to, on = _day(moved, "to"), _day(moved, "on")
        if to is None or on is None:
            raise ValueError("a moved deadline needs its days")
        yield on, DeadlineMoved(claim=identity, deadline=to, day=on, source=moved.get("by", f"source {number}"))
    for given in _items(case, "given"):
        on = _day(given, "on") or made
        word = Word(given.get("word", "verified"))
        verdict = Verdict(
            word=word, day=on, by=given.get("by", "an editor"), person=True, reason="As seen by a person."
        )
        yield on, VerdictGiven(claim=identity, verdict=verdict)
    for seen in _items(case, "seen"):
        on = _day(seen, "on") or made
        yield on, ClaimSighted(claim=identity, sighting=_sighting(record.text, on, seen.get("publisher")))
    looked = _day(_words(case), "looked")
    if looked is not None:
        yield looked, ClaimReviewed(claim=identity, day=looked)


def others_of(case: Mapping, day: date) -> Iterator[Claim]:
    """Yield the other claims that were put forward by a day. Raises ValueError where a value cannot be taken."""
    for number, words in enumerate(_items(case, "beside"), 1):
        if (_day(words, "made") or MADE) <= day:
            yield _claim(words, id_of(f"{_words(case).get('case', '')}, beside it {number}"))


def _claim(words: dict[str, str], identity: str) -> Claim:
    value = words.get("quantity")
    return Claim.model_validate(
        {
            "id": identity,
            "text": words.get("text", TEXT),
            "kind": words.get("kind", "event"),
            "polarity": words.get("polarity", "positive"),
            "hedge": words.get("hedge", "asserted"),
            "speaker": words.get("speaker"),
            "quoted": words.get("quoted") == "true",
            "when": TimeSpan.parse(words["when"]) if "when" in words else None,
            "deadline": _day(words, "deadline"),
            "deadline_vague": words.get("vague") == "true",
            "through": words.get("through") == "true",
            "subject": words.get("subject"),
            "measure": words.get("measure"),
            "quantities": (Quantity(value=float(value), unit=words.get("unit")),) if value else (),
        }
    )


def _evidence(case: Mapping, identity: str, made: date, claim: dict[str, str]) -> Iterator[tuple[date, Event]]:
    known: list[Evidence] = []
    for number, item in enumerate(_items(case, "evidence"), 1):
        stance = next(each for each in Stance if str(each) in item)
        source, dated = item[str(stance)], _day(item, "dated")
        entered = _day(item, "entered") or dated or _day(item, "happened") or made + timedelta(days=1)
        found = origin(
            source,
            publisher=item.get("publisher"),
            via=item.get("via"),
            quote=item.get("quote"),
            families=house_families(),
            others=known,
            own=[each for each in (claim.get("speaker"), claim.get("publisher")) if each],
            same=near_copy,
        )
        evidence = Evidence(
            id=f"e{number}",
            stance=stance,
            source=source,
            publisher=item.get("publisher"),
            via=item.get("via"),
            origin=found.name,
            origin_rule=found.rule,
            quote=item.get("quote"),
            published=dated,
            happened=_day(item, "happened"),
            entered=entered,
            grade=item.get("grade"),
        )
        known.append(evidence)
        yield entered, EvidenceAdded(claim=identity, evidence=evidence)


def _sighting(text: str, day: date, publisher: str | None) -> Sighting:
    span = Span(start=0, end=len(text), quote=text)
    return Sighting(article=id_of(f"{publisher}{day}"), published=day, publisher=publisher, span=span)


def _items(case: Mapping, key: str) -> list[dict[str, str]]:
    node = case.get(key)
    return [_words(each) for each in node.items] if isinstance(node, Sequence) else [_words(node)] if node else []


def _words(node: Node) -> dict[str, str]:
    if not isinstance(node, Mapping):
        raise ValueError("names with values are expected here")
    return {name.text: value.text for name, value in node if isinstance(value, Scalar)}


def _day(words: dict[str, str], key: str) -> date | None:
    try:
        return date.fromisoformat(words[key]) if key in words else None
    except ValueError:
        raise ValueError(f"{key} is no day: {words[key]}; write 2022-01-15") from None
