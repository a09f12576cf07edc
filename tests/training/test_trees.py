from pathlib import Path

import pytest

from training.paragraphs import join_paragraphs
from training.trees import read_trees

TWO_SENTENCES = """\
# newdoc id = ferry
# newpar
# sent_id = ferry-1
1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\t_
1\tCa\tcan\tAUX\tMD\tVerbForm=Fin\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\tPolarity=Neg\t3\tadvmod\t_\t_
3\twait\twait\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
3.1\twait\twait\tVERB\tVB\t_\t_\t_\t3:conj\t_
4\t!\t!\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = ferry-2
1\tBoats\tboat\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "trees.conllu"
    path.write_text(text, encoding="utf-8")
    return path


def test_words_lie_where_they_stand_in_the_text(tmp_path: Path) -> None:
    first, second = read_trees(written(tmp_path, TWO_SENTENCES))
    assert first.text == "Can't wait!"
    assert [first.text[word.start : word.end] for word in first.words] == ["Ca", "n't", "wait", "!"]
    assert [word.head for word in first.words] == [3, 3, 0, 3]
    assert (first.opens_paragraph, second.opens_paragraph) == (True, False)
    assert (second.name, second.document, second.words[1].lemma) == ("ferry-2", "ferry", "leave")


def test_a_paragraph_is_running_text(tmp_path: Path) -> None:
    sentences = list(read_trees(written(tmp_path, TWO_SENTENCES)))
    (paragraph,) = join_paragraphs(sentences, most=3)
    assert paragraph.text == "Can't wait! Boats left"
    assert [(offset, sentence.text) for offset, sentence in paragraph.sentences] == [
        (0, "Can't wait!"),
        (12, "Boats left"),
    ]
    assert len(list(join_paragraphs(sentences, most=1))) == 2


def test_a_line_that_is_not_conllu_is_named_by_its_place(tmp_path: Path) -> None:
    path = written(tmp_path, "# sent_id = a\n1\tBoats\tboat\n\n")
    with pytest.raises(ValueError, match=r"trees\.conllu:2: not a line of CoNLL-U"):
        list(read_trees(path))
