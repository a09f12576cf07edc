"""Laws of mending: whatever the words, they stay, and each sentence stays one tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extract.language import parse
from claims.extract.parse import children_of

WORDS = st.sampled_from(
    """the a no mill firm model barge council Brandt Acme team plans costs predicts holds says said told blamed sank fell
    which who that where and but after while with of in to by is are was had will there it she they its 1996 3 40 million
    people workers prices closed founded opened survey hire old first , , . — “ ”""".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
def test_each_sentence_stays_a_tree(text: str) -> None:
    read = parse(text)
    assert read.children == children_of(read.tokens)
    for sentence in read.sentences:
        tokens = read.of(sentence)
        assert sum(token.is_head for token in tokens) == 1
        top = next(token.i for token in tokens if token.is_head)
        assert read.subtree(top) == [token.i for token in tokens]


def test_a_title_that_ends_in_a_plural_is_read() -> None:
    assert [token.text for token in parse("Election Results").tokens] == ["Election", "Results"]
