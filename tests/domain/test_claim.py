"""Claims are frozen; their ids come from their place in an article and hold no look-alike letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from claims.domain.claim import ALPHABET, ID_LENGTH, Claim, Kind, claim_id, id_of


@given(st.text(max_size=20), st.integers(0, 10**6), st.integers(0, 10**6))
def test_an_id_is_sixteen_letters_of_the_alphabet(article: str, start: int, end: int) -> None:
    made = claim_id(article, start, end)
    assert len(made) == ID_LENGTH == 16
    assert set(made) <= set(ALPHABET)
    assert made == claim_id(article, start, end)
    assert made != claim_id(article, start, end + 1)
    assert made != claim_id(article, start + 1, end)


def test_the_alphabet_leaves_out_what_is_taken_for_other_letters() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ilou") & set(ALPHABET)
    assert "".join(sorted(ALPHABET)) == ALPHABET


def test_ids_never_change_between_versions() -> None:
    assert id_of("") == "werc8gmrzge196qv"
    assert claim_id("0" * 64, 0, 10) == "m9rz212dx7vd2mq6"


def test_a_claim_cannot_be_changed_or_made_incomplete() -> None:
    claim = Claim(id="0" * 16, text="The quay opens.", kind=Kind.EVENT)
    with pytest.raises(ValidationError):
        claim.text = "Another"
    for fields in (
        {"id": "0" * 15},
        {"text": ""},
        {"kind": "rumour"},
        {"score": 1.1},
        {"score": -0.1},
        {"author": "x"},
    ):
        with pytest.raises(ValidationError):
            Claim.model_validate({"id": "0" * 16, "text": "The quay opens.", "kind": "event"} | fields)
