"""Whose word evidence is: ten feeds with one wire are one source."""

import pytest

from claims.domain.dossier import Dossier
from claims.domain.evidence import Evidence
from claims.domain.hearing import Hearing
from claims.domain.independence import byline, collapsed, origin
from claims.errors import BadInput
from claims.rules.copies import near_copy
from claims.rules.families import house_families, load_families
from tests.rules.samples import claim, dossier, evidence

WIRE = (
    "ALDERTON (Reuters) - The bridge over the Alder opened on Friday after three years of work, the ministry said, "
    "and traffic began at noon."
)


def of(source: str, **fields: object) -> tuple[str, str]:
    found = origin(source, families=house_families(), same=near_copy, **fields)  # type: ignore[arg-type]
    return found.name, found.rule


@pytest.mark.parametrize(
    ("source", "fields", "name", "rule"),
    [
        ("https://alder.example/1", {"via": "Reuters"}, "reuters", "via"),
        ("https://alder.example/1", {"via": "the Associated Press"}, "associated press", "via"),
        ("https://alder.example/1", {"via": "Alder Radio"}, "alder radio", "via"),
        ("https://alder.example/1", {"quote": WIRE, "publisher": "Alder Courier"}, "reuters", "byline"),
        ("Alder Courier", {"quote": "The bridge is open. — AP"}, "associated press", "byline"),
        ("Alder Courier", {"quote": "By Xinhua, Beijing"}, "xinhua", "byline"),
        ("https://www.bbc.co.uk/news/1", {}, "bbc", "publisher's family"),
        ("https://x.example/1", {"publisher": "BBC World Service"}, "bbc", "publisher's family"),
        ("https://x.example/1", {"publisher": "The Alder Courier"}, "alder courier", "publisher"),
        ("https://www.alder.example:8080/1", {}, "alder.example", "site"),
        ("Minister's letter", {}, "minister's letter", "source"),
        ("https://[broken", {}, "https://[broken", "source"),
    ],
)
def test_the_origin_and_what_it_was_taken_from(source, fields, name, rule):
    assert of(source, **fields) == (name, rule)


def test_a_wire_in_the_middle_of_a_sentence_is_no_byline():
    assert (
        byline(
            "The agency (Reuters is the largest) was sold; nobody (AP included) knew why it came to this.",
            house_families(),
        )
        is None
    )
    assert byline("He said (loudly) - that it works.", house_families()) is None


def test_a_near_copy_derives_from_what_it_copies():
    first = evidence("supports", "Alder Courier", quote=WIRE, origin="reuters", publisher="Alder Courier")
    copied = WIRE.replace("ALDERTON (Reuters) - The", "The").replace("three", "three full")
    assert of("Lake Post", quote=copied, others=[first]) == ("reuters", "copy of Alder Courier")
    rewrite = "Cars rolled over the new Alder bridge for the first time at the end of last week, officials announced."
    assert of("Lake Post", quote=rewrite, others=[first]) == ("lake post", "source")


@pytest.mark.parametrize("own", ["Alder Courier", "BBC News"])
def test_what_leads_to_the_claims_own_voice_becomes_that_voice(own):
    source = "https://bbc.com/x" if own == "BBC News" else "alder courier"
    assert of(source, own=[own]) == (own.casefold(), "the claim's own voice")


def test_a_chain_of_via_ends_where_nobody_passes_on():
    one = evidence("supports", "Post", via="Reuters", origin="reuters", id="1")
    two = of("Courier", via="Post", others=[one])
    assert two == ("reuters", "via")


def test_a_chain_is_followed_in_whatever_order_its_links_came():
    late = evidence("supports", "Courier", via="Post", origin="post", id="1")
    link = evidence("supports", "Post", via="Reuters", origin="reuters", id="2")
    assert [each.origin for each in collapsed((late, link))] == ["reuters", "reuters"]
    around = (
        evidence("supports", "A", via="B", origin="b", id="1"),
        evidence("supports", "B", via="A", origin="a", id="2"),
    )
    assert len({each.origin for each in collapsed(around)}) <= 2


def test_ten_feeds_with_one_wire_are_one_source():
    feeds = tuple(evidence("supports", f"Feed {n}", via="Reuters", origin="reuters", id=str(n)) for n in range(10))
    hearing = Hearing(dossier(claim(), *feeds))
    assert hearing.origins(feeds[0].stance) == 1
    assert len(hearing.heard(feeds[0].stance)) == 10


def voiced(speaker: str | None, *said: Evidence) -> Dossier:
    return dossier(claim(speaker=speaker), *said)


def test_the_speakers_own_word_never_counts():
    said = evidence("supports", "Mara Lindqvist")
    assert Hearing(voiced("mara lindqvist", said)).owned == (said,)
    assert Hearing(voiced("Olga Prim", said)).counting == (said,)


def test_a_name_in_two_families_is_refused():
    with pytest.raises(BadInput, match=r"f\.yaml:2:20: The Post stands in two families"):
        load_families("wires: [[wire, post]]\nfamilies: [[house, The Post]]\n", "f.yaml")


def test_short_texts_are_alike_by_chance():
    assert not near_copy("The bridge opened on Friday.", "The bridge opened on Friday, it rained.")
    assert near_copy("The bridge opened.", "the  bridge OPENED.")
