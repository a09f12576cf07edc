from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from training.convert import WORLD, build_doc, build_named
from training.gum_names import derive_names
from training.names import Name, NameBook, read_columns, read_name_book
from training.paragraphs import join_paragraphs
from training.trees import Sentence, read_trees
from training.vary import gather_names, read_world, vary

NLP = spacy.blank("en")


@pytest.fixture
def sentences(trees_file: Path) -> list[Sentence]:
    return list(read_trees(trees_file))


@pytest.fixture
def book(names_file: Path) -> NameBook:
    return read_name_book(names_file)


@pytest.fixture
def doc(sentences: list[Sentence], book: NameBook) -> Doc:
    (paragraph,) = join_paragraphs(sentences, most=3)
    built = build_doc(NLP, paragraph, book.names_in)
    assert built is not None
    return built


def arcs(doc: Doc) -> dict[str, tuple[str, str, str]]:
    return {token.text: (token.dep_, token.head.text, token.pos_) for token in doc if token.text != "."}


def test_tokens_are_those_of_the_tokenizer(doc: Doc) -> None:
    assert [token.text for token in doc] == [token.text for token in NLP.make_doc(doc.text)]
    assert doc.text == "Mara Quill bought a well-known mill in Wexcombe. A U.S.-based firm sold it."


def test_arcs_are_those_of_the_tree(doc: Doc) -> None:
    found = arcs(doc)
    assert found["Mara"] == ("nsubj", "bought", "PROPN")
    assert found["Quill"] == ("flat", "Mara", "PROPN")
    assert found["mill"] == ("obj", "bought", "NOUN")
    assert found["Wexcombe"] == ("obl", "bought", "PROPN")
    assert found["it"] == ("obj", "sold", "PRON")
    assert found["sold"] == ("ROOT", "sold", "VERB")


def test_a_word_that_is_split_keeps_its_arc_on_the_last_piece(doc: Doc) -> None:
    found = arcs(doc)
    assert found["known"] == ("amod", "mill", "ADJ")
    assert found["well"] == ("compound", "known", "ADJ")
    assert found["-"] == ("punct", "known", "PUNCT")


def test_words_that_are_joined_get_the_arc_of_their_head(doc: Doc) -> None:
    assert arcs(doc)["U.S.-based"] == ("amod", "firm", "VERB")


def test_sentences_and_lemmas(doc: Doc) -> None:
    assert [sentence.text for sentence in doc.sents] == [
        "Mara Quill bought a well-known mill in Wexcombe.",
        "A U.S.-based firm sold it.",
    ]
    assert [token.lemma_ for token in doc][:4] == ["Mara", "Quill", "buy", "a"]


def test_names_and_where_they_are_not_known(doc: Doc) -> None:
    assert [(name.text, name.label_) for name in doc.ents] == [("Mara Quill", "PER"), ("Wexcombe", "LOC")]
    unknown = [token.text for token in doc if not token.ent_iob]
    assert unknown == ["A", "U.S.-based", "firm", "sold", "it", "."]


def test_names_of_a_sentence_with_another_number_are_found_by_its_letters(
    sentences: list[Sentence], names_file: Path
) -> None:
    names_file.write_text(names_file.read_text(encoding="utf-8").replace("mill-1", "x-7"), encoding="utf-8")
    book = read_name_book(names_file)
    assert book.names_in(sentences[0]) == (Name(0, 10, "PER"), Name(39, 47, "LOC"))
    assert book.names_in(sentences[1]) is None


def test_two_columns_become_running_text(tmp_path: Path) -> None:
    path = tmp_path / "posts.conll"
    path.write_text(
        "The\tO\nTarn\tB-ORG\nValley\tI-ORG\nBank\tI-ORG\n(\tO\nLtd\tO\n)\tO\nfell\tO\n.\tO\nhttp://x\tO\n\n"
        "@\tO\nsomeone\tB-PER\nis\tO\nhere\tO\n\n",
        encoding="utf-8",
    )
    (doc,) = build_named(NLP, read_columns(path))
    assert doc.text == "The Tarn Valley Bank (Ltd) fell."
    assert [(name.text, name.label_) for name in doc.ents] == [("Tarn Valley Bank", "ORG")]


GUM_MENTION = """\
# newdoc id = GUM_news_mill
# sent_id = GUM_news_mill-1
1\tGovernor\tGovernor\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\tEntity=(1-person-new-n-cf1-2-coref
2\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t7\tnsubj\t_\t_
3\tStone\tStone\tPROPN\tNNP\tNumber=Sing\t2\tflat\t_\t_
4\tof\tof\tADP\tIN\t_\t6\tcase\t_\t_
5\tEast\tEast\tPROPN\tNNP\tNumber=Sing\t6\tcompound\t_\tEntity=(2-place-new-n-cf2-2-sgl
6\tTarn\tTarn\tPROPN\tNNP\tNumber=Sing\t2\tnmod\t_\tEntity=2)1)
7\twaved\twave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
8\tto\tto\tADP\tIN\t_\t9\tcase\t_\t_
9\tpeople\tpeople\tNOUN\tNNS\tNumber=Plur\t7\tobl\t_\tEntity=(3-person-new-n-cf3-1-sgl)
"""


def test_a_name_is_cut_out_of_a_mention(tmp_path: Path) -> None:
    path = tmp_path / "gum.conllu"
    path.write_text(GUM_MENTION, encoding="utf-8")
    (sentence,) = read_trees(path)
    names = [(sentence.text[name.start : name.end], name.label) for name in derive_names(sentence)]
    assert names == [("Ada Stone", "PER"), ("East Tarn", "LOC")]


def test_varied_texts_keep_the_words_around_the_names(tmp_path: Path) -> None:
    texts = [
        ("Ada Stone left Wexcombe.", (Name(0, 9, "PER"), Name(15, 23, "LOC"))),
        ("Ivo Brandt of Tarn Bank met Falk.", (Name(0, 10, "PER"), Name(14, 23, "ORG"), Name(28, 32, "PER"))),
    ]
    world = tmp_path / "world.yaml"
    world.write_text("LOC: New Dell, Osk\nORG: Falk & Sons\nfirst: Una\nlast: Reyle\n", encoding="utf-8")
    docs = list(build_named(NLP, texts))
    pools = (gather_names(docs), read_world(world, NLP))
    varied = list(vary(docs, pools, times=20, seed=1))
    assert [doc.text for doc in varied] == [doc.text for doc in vary(docs, pools, times=20, seed=1)]
    for doc, source in zip(varied, docs * 20, strict=True):
        assert [token.text for token in doc if not token.ent_type] == [t.text for t in source if not t.ent_type]
        assert [name.label_ for name in doc.ents] == [name.label_ for name in source.ents]
    found = {name.text for doc in varied for name in doc.ents}
    assert found > {"Ada Stone", "Una Reyle", "Ada Brandt", "Reyle", "New Dell", "Falk & Sons", "Wexcombe"}


def test_the_world_s_names_can_be_read() -> None:
    pool = read_world(WORLD, NLP)
    assert min(len(names) for names in pool.by_label.values()) > 200
    assert all(" " not in name for name in (*pool.first_names, *pool.last_names))
