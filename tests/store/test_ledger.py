"""The ledger appends, keeps and gives back."""

from datetime import date
from itertools import pairwise

import pytest

from claims.domain.events import AdoptedRulebook, ClaimDismissed, CommandUndone, RulebookAdopted, SourceGraded
from claims.domain.filters import Filter
from claims.domain.verdict import Word
from claims.errors import NotFound, StoreError
from claims.store import Ledger, open_ledger
from tests.store.sample import MOMENT, TEXT, article, claim, evidence, filing, given, ids

TODAY = date(2024, 7, 10)


def test_what_was_appended_is_read_back_the_same(ledger: Ledger) -> None:
    events = filing()
    written = ledger.append("c1", "ada", MOMENT, events)
    assert [entry.number for entry in written] == [1, 2, 3, 4, 5]
    assert list(ledger.entries()) == list(written)
    assert [entry.event for entry in ledger.entries()] == events
    assert {(entry.actor, entry.command, entry.recorded) for entry in written} == {("ada", "c1", MOMENT)}


def test_nothing_to_append_is_nothing(ledger: Ledger) -> None:
    assert ledger.append("c1", "ada", MOMENT, []) == ()
    assert list(ledger.entries()) == []
    assert ledger.head() == (0, "0" * 64)


def test_entries_by_claim_command_numbers_and_moment(ledger: Ledger) -> None:
    events = filing()
    quay, cranes, *_ = ids(events)
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "bea", MOMENT + 1, [evidence(quay), evidence(cranes)])
    ledger.append("c1", "ada", MOMENT + 2, [evidence(quay, "e2")])
    assert [entry.number for entry in ledger.entries(claim=quay)] == [2, 6, 8]
    assert [entry.number for entry in ledger.entries(command="c1")] == [1, 2, 3, 4, 5, 8]
    assert [entry.number for entry in ledger.entries(command="c2", claim=cranes)] == [7]
    assert [entry.number for entry in ledger.entries(first=3, last=4)] == [3, 4]
    assert [entry.number for entry in ledger.entries(claim=quay, known=MOMENT + 1, newest=True)] == [6, 2]


def test_a_dossier_is_the_fold_of_its_entries_for_a_day_and_a_moment(ledger: Ledger) -> None:
    events = filing()
    quay = ids(events)[0]
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "bea", MOMENT + 9, [evidence(quay, published=date(2024, 7, 1)), given(quay)])
    now = ledger.dossier(quay)
    assert now is not None
    assert (now.word, len(now.evidence)) == (Word.VERIFIED, 1)
    then = ledger.dossier(quay, date(2024, 7, 1))
    assert then is not None
    assert (then.word, len(then.evidence)) == (Word.OPEN, 1)
    earlier = ledger.dossier(quay, known=MOMENT + 8)
    assert earlier is not None
    assert earlier.evidence == ()
    assert ledger.dossier(quay, date(2024, 3, 4)) is None
    assert ledger.dossier("0" * 16) is None


def test_dossiers_come_in_the_order_asked_for(ledger: Ledger) -> None:
    events = filing()
    wanted = ids(events)[::-1]
    ledger.append("c1", "ada", MOMENT, events)
    assert [each.id for each in ledger.dossiers([*wanted[:2], "0" * 16, *wanted[2:]])] == wanted
    assert [each.id for each in ledger.dossiers()] == sorted(wanted)
    assert list(ledger.dossiers(known=MOMENT - 1)) == []
    assert list(ledger.dossiers(wanted, as_of=date(2024, 3, 4))) == []


def test_articles_are_kept_with_their_text_to_the_letter(ledger: Ledger) -> None:
    text = "\ufeffThe “quay” opened. \r\n\r\nÉmile’s 🚢 came\u0301 in, said Ada Quill.\n"
    other = [event for event in filing() if event.type == "ArticleFiled"]
    ledger.append("c1", "ada", MOMENT, other)
    filed = article(text)
    ledger.append("c2", "ada", MOMENT, [type(other[0]).model_validate({"id": filed.id, "article": filed})])
    assert ledger.article(filed.id) == filed
    assert ledger.has_article(filed.id)
    assert not ledger.has_article("0" * 64)
    assert [row.title for row in ledger.articles()] == ["The quay", "The quay"]
    assert [row.id for row in ledger.articles_at("https://lowen.example/quay")] == [article().id, filed.id]
    assert ledger.articles_at("https://elsewhere.example") == []
    with pytest.raises(NotFound, match="no article on this ledger has the id"):
        ledger.article("0" * 64)


def test_ids_are_found_by_a_beginning_that_fits_one(ledger: Ledger) -> None:
    events = filing()
    ledger.append("c1", "ada", MOMENT, events)
    for wanted in ids(events):
        assert ledger.claim_named(wanted) == wanted
        assert ledger.claim_named(wanted[:8].upper()) == wanted
    whole = article().id
    assert ledger.article_named(whole[:10]) == whole
    for unknown in ("!", "zzzzzzzzz", "a%", "~", ids(events)[0] + "0"):
        with pytest.raises(NotFound, match="no claim on this ledger begins with"):
            ledger.claim_named(unknown)


def test_an_ambiguous_beginning_names_what_it_fits(ledger: Ledger) -> None:
    sentences = [f"Berth {n} is closed." for n in range(40)]
    events = filing(TEXT + " ".join(sentences))
    filed = article(TEXT + " ".join(sentences))
    ledger.append("c1", "ada", MOMENT, [*events, *(claim(filed, sentence) for sentence in sentences)])
    every = sorted(each.id for each in ledger.dossiers())
    letter = next(a[0] for a, b in pairwise(every) if a[0] == b[0])
    with pytest.raises(NotFound, match=f"'{letter}' is the beginning of more than one claim: {letter}"):
        ledger.claim_named(letter)


def test_look_alike_letters_are_read_as_the_digits_they_look_like(ledger: Ledger) -> None:
    filed = article()
    event = claim(filed, "The board met", id="01ab" + "0" * 12)
    ledger.append("c1", "ada", MOMENT, [event])
    assert ledger.claim_named("OLab") == "01ab" + "0" * 12
    assert ledger.claim_named("oiab") == "01ab" + "0" * 12


def test_undo_masks_a_command_and_undoing_that_brings_it_back(ledger: Ledger) -> None:
    events = filing()
    quay = ids(events)[0]
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "ada", MOMENT, [given(quay)])
    before = ledger.dossier(quay)
    last = ledger.last_command("ada")
    assert last is not None
    assert last.id == "c2"
    ledger.append("c3", "ada", MOMENT, [CommandUndone(command="c2", claims=ledger.touched("c2"))])
    undone = ledger.dossier(quay)
    assert undone is not None
    assert undone.word is Word.OPEN
    assert [(row.id, row.undoes) for row in ledger.commands("ada")] == [("c3", "c2"), ("c1", None)]
    assert [row.id for row in ledger.commands(undone=True)] == ["c3", "c2", "c1"]
    assert list(ledger.commands("bea")) == []
    ledger.append("c4", "ada", MOMENT, [CommandUndone(command="c3", claims=ledger.touched("c3"))])
    assert ledger.dossier(quay) == before
    assert [row.id for row in ledger.commands("ada")] == ["c4", "c2", "c1"]


def test_an_undone_article_is_gone_and_comes_back(ledger: Ledger) -> None:
    ledger.append("c1", "ada", MOMENT, filing())
    claims = ledger.touched("c1")
    ledger.append("c2", "ada", MOMENT, [CommandUndone(command="c1", claims=claims)])
    assert ledger.articles() == []
    assert not ledger.has_article(article().id)
    assert ledger.find(Filter(), TODAY) == []
    with pytest.raises(NotFound):
        ledger.claim_named(claims[0])
    ledger.append("c3", "ada", MOMENT, [CommandUndone(command="c2", claims=claims)])
    assert len(ledger.articles()) == 1
    assert len(ledger.find(Filter(), TODAY)) == 4


def test_an_undo_must_name_every_claim_it_takes_back(ledger: Ledger) -> None:
    ledger.append("c1", "ada", MOMENT, filing())
    with pytest.raises(ValueError, match="does not name the claims"):
        ledger.append("c2", "ada", MOMENT, [CommandUndone(command="c1", claims=ledger.touched("c1")[1:])])
    assert ledger.head()[0] == 5


def test_what_rests_on_a_command_is_later_and_others_and_stands(ledger: Ledger) -> None:
    events = filing()
    quay, cranes, *_ = ids(events)
    ledger.append("c1", "ada", MOMENT, events)
    assert ledger.resting_on("c1") == ()
    ledger.append("c2", "bea", MOMENT, [evidence(quay)])
    ledger.append("c3", "bea", MOMENT, [given(cranes)])
    ledger.append("c4", "bea", MOMENT, [CommandUndone(command="c3", claims=(cranes,))])
    assert [entry.command for entry in ledger.resting_on("c1")] == ["c2"]
    assert ledger.resting_on("c2") == ()


def test_the_rulebooks_are_those_last_adopted_and_not_undone(ledger: Ledger) -> None:
    first, second = (
        RulebookAdopted(rulebooks=(AdoptedRulebook(name=name, digest=name * 64, text=f"# {name}"),)) for name in "ab"
    )
    assert ledger.rulebooks() == ()
    ledger.append("c1", "ada", MOMENT, [first])
    ledger.append("c2", "ada", MOMENT + 5, [second])
    assert ledger.rulebooks() == second.rulebooks
    assert ledger.rulebooks(known=MOMENT + 4) == first.rulebooks
    ledger.append("c3", "ada", MOMENT + 6, [CommandUndone(command="c2")])
    assert ledger.rulebooks() == first.rulebooks
    assert ledger.rulebooks(known=MOMENT + 5) == second.rulebooks


def test_a_graded_source_grades_the_evidence_it_names(ledger: Ledger) -> None:
    events = filing()
    quay = ids(events)[0]
    ledger.append("c1", "ada", MOMENT, events)
    ledger.append("c2", "ada", MOMENT, [evidence(quay)])
    ledger.append("c3", "ada", MOMENT, [SourceGraded(source="example GAZETTE", grade="B2", claims=(quay,))])
    dossier = ledger.dossier(quay)
    assert dossier is not None
    assert dossier.evidence[0].grade == "B2"
    assert ledger.database.value("SELECT grade FROM evidence") == "B2"


def test_words_that_no_database_keeps_are_kept_by_the_ledger(ledger: Ledger) -> None:
    odd = "The \0 berth is shut"
    filed = article(odd)
    event = claim(filed, odd, speaker="Ada\0 Quill")
    ledger.append("c1\0", "ada\udc80", MOMENT, [event])
    dossier = ledger.dossier(event.claim.id)
    assert dossier is not None
    assert dossier.claim.text == odd
    assert ledger.find(Filter(words=("berth",)), TODAY)[0].text == "The \ufffd berth is shut"
    assert next(ledger.entries()).actor == "ada\ufffd"


def test_a_command_that_was_undone_while_it_ran_goes_no_further(ledger: Ledger) -> None:
    ledger.append("c1", "ada", MOMENT, filing())
    ledger.append("c2", "ada", MOMENT, [CommandUndone(command="c1", claims=ledger.touched("c1"))])
    with pytest.raises(StoreError, match="undone while it ran"):
        ledger.append("c1", "ada", MOMENT, [ClaimDismissed(claim=ids(filing())[0])])
    assert ledger.head()[0] == 6


def test_a_reader_sees_what_a_writer_landed_after_it_opened(place: str) -> None:
    with open_ledger(place) as reader, open_ledger(place) as writer:
        assert reader.head()[0] == 0
        writer.append("c1", "ada", MOMENT, filing())
        assert reader.head() == writer.head()
        assert len(reader.find(Filter(), TODAY)) == 4
