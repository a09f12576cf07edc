"""What holds for any text: exact offsets, no exception, time in line with length."""

from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.attribution import readings, speaker_of
from claims.extract.language import parse
from claims.extract.quotations import quotations

PIECES = (
    "said says told that according to the mayor Ana Silva she he it they who which I we police officials Mr Oakham "
    ", . ; : ? ! “ ” ‘ ’ \" ' « » „ ‹ › `` '' ( ) — - would claim report warned adding citing asked why not announced "
    "in a statement has been the ferry is safe won't farmers' é 🙂 \u0301 \u200f \n \r\n \ufeff \u00a0 ﷽"
).split(" ")
pieces = st.lists(st.sampled_from(PIECES), max_size=40)
texts = st.one_of(st.text(max_size=200), pieces.map(" ".join), pieces.map("".join))
marks = st.text(alphabet="\"'“”‘’«»„‹›`ab .\n,s", max_size=80)


@given(st.one_of(texts, marks))
@settings(max_examples=80, deadline=None)
def test_reports_stand_where_they_say(text: str) -> None:
    article = parse(text)
    found = readings(article)
    for report in found:
        assert 0 <= report.start <= report.end <= len(text)
        assert 0 <= report.first < report.stop <= len(article.tokens)
        assert all(0 <= i < len(article.tokens) for i in report.frame)
        assert (report.speaker_start is None) == (report.speaker_end is None)
        if report.speaker_start is not None and report.speaker_end is not None:
            assert text[report.speaker_start : report.speaker_end].strip()
    assert list(found) == sorted(
        found, key=lambda report: (report.start, -report.end, -1 if report.cue is None else report.cue)
    )
    speaker_of(article, found, 0, len(text))


@given(st.one_of(texts, marks))
@settings(max_examples=300, deadline=None)
def test_quotations_do_not_overlap(text: str) -> None:
    last = 0
    for quotation in quotations(text, [(0, len(text))]):
        assert last <= quotation.outer_start <= quotation.start <= quotation.end <= quotation.outer_end <= len(text)
        last = quotation.outer_end


def test_time_grows_in_line_with_length() -> None:
    one = "“The quay is safe,” Ana Silva said. He told reporters that it would open. Officials, who met Silva, said they agreed.\n"
    small, large = parse(one * 40), parse(one * 160)
    readings(small)
    began = process_time()
    readings(small)
    middle = process_time()
    readings(large)
    assert process_time() - middle < 12 * (middle - began) + 0.05
