"""Treebank files of our own writing."""

from pathlib import Path

import pytest

# spaCy parts "$5" and "well-known"; it keeps "U.S.-based" whole, which the treebanks part.
SENTENCES = """\
# newdoc id = mill
# newpar
# sent_id = mill-1
1\tMara\tMara\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\t_
2\tQuill\tQuill\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\t_
3\tbought\tbuy\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
4\ta\ta\tDET\tDT\t_\t6\tdet\t_\t_
5\twell-known\twell-known\tADJ\tJJ\tDegree=Pos\t6\tamod\t_\t_
6\tmill\tmill\tNOUN\tNN\tNumber=Sing\t3\tobj\t_\t_
7\tin\tin\tADP\tIN\t_\t8\tcase\t_\t_
8\tWexcombe\tWexcombe\tPROPN\tNNP\tNumber=Sing\t3\tobl\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = mill-2
1\tA\ta\tDET\tDT\t_\t5\tdet\t_\t_
2\tU.S.\tU.S.\tPROPN\tNNP\tNumber=Sing\t4\tobl\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No
4\tbased\tbase\tVERB\tVBN\tVerbForm=Part\t5\tamod\t_\t_
5\tfirm\tfirm\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\t_
6\tsold\tsell\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
7\tit\tit\tPRON\tPRP\tNumber=Sing\t6\tobj\t_\tSpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

"""

NAMES = """\
# sent_id = mill-1
1\tMara\tB-PER\t-
2\tQuill\tI-PER\t-
3\tbought\tO\t-
4\ta\tO\t-
5\twell-known\tO\t-
6\tmill\tO\t-
7\tin\tO\t-
8\tWexcombe\tB-LOC\t-
9\t.\tO\t-
"""


@pytest.fixture
def trees_file(tmp_path: Path) -> Path:
    """Two sentences with an invented person and place."""
    path = tmp_path / "mill.conllu"
    path.write_text(SENTENCES, encoding="utf-8")
    return path


@pytest.fixture
def names_file(tmp_path: Path) -> Path:
    """The names of the first of them."""
    path = tmp_path / "mill.iob2"
    path.write_text(NAMES, encoding="utf-8")
    return path
