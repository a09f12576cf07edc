"""Content: how reports lie over the tokens of a text: what is said, and the words that only say who said it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.extract.attribution.lexicon import verbs
from claims.extract.attribution.report import Report
from claims.extract.parse import Sentence
from claims.extract.tree import Tree

# These hang inside a reported clause and never head it.
_INNER = frozenset({"acl", "amod", "nsubj", "csubj", "nmod", "obl", "compound", "aux", "cop", "xcomp", "appos", "flat"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Which report each token is content of (the innermost), and by cue the tokens that only say who said it."""

    frames: dict[int, int]
    """Token of a frame: its report's cue, or itself where the report has none."""
    covers: dict[int, int]
    """Token of reported content: its report's number."""
    cues: frozenset[int]
    """The tokens that report."""
    direct: frozenset[int]
    """The reports whose content stands in quotation marks."""
    spans: dict[int, tuple[int, int]]
    """By cue, first token and one past the last of what it reports in plain words."""

    @classmethod
    def of(cls, reports: Sequence[Report], tree: Tree) -> "Speech":
        """Lay the reports over the tokens; where two cover a token, the shorter one is the inner."""
        frames: dict[int, int] = {}
        covers: dict[int, int] = {}
        spans: dict[int, tuple[int, int]] = {}
        by_length = sorted(range(len(reports)), key=lambda n: (reports[n].first - reports[n].stop, n))
        for number in by_length:
            report = reports[number]
            if _is_beyond(report, tree):
                continue
            for i in _frame(report, tree):
                frames[i] = report.cue if report.cue is not None else i
            if report.cue is not None and report.kind == "indirect":
                spans[report.cue] = (report.first, report.stop)
            for i in range(report.first, report.stop):
                covers[i] = number
        within: dict[int, set[int]] = {}
        for report in reports:
            if report.cue is not None:
                for i in report.frame:
                    within.setdefault(i, set()).add(report.cue)
        for report in reports:
            # "..., he said, adding that X": X stands in the frame of what he said first, and is said itself.
            outer = within.get(report.cue, set()) - {report.cue} if report.cue is not None else set()
            for i in range(report.first, report.stop):
                if frames.get(i) in outer or (report.kind == "direct" and frames.get(i) == report.cue):
                    frames.pop(i, None)
        direct = frozenset(number for number, report in enumerate(reports) if report.kind == "direct")
        cues = frozenset(report.cue for report in reports if report.cue is not None)
        return cls(frames, covers, cues, direct, spans)

    def number(self, i: int) -> int | None:
        """Return the number of the report that token i is content of, or None."""
        return self.covers.get(i)

    def heads(self, tree: Tree, sentence: Sentence) -> frozenset[int]:
        """Return the tokens of a sentence that head reported content: predicates whose governor is outside it or frame."""
        found = set()
        for i in range(sentence.first, sentence.stop):
            number = self.covers.get(i)
            if number is None or i in self.frames or tree.heads[i] == i:
                continue
            above = tree.heads[i]
            if tree.base(i) in _INNER and not (tree.base(i) == "acl" and above in self.frames and _is_that(tree, i)):
                continue
            if (above in self.frames or self.covers.get(above) != number) and _may_head(tree, i, number in self.direct):
                found.add(i)
        return frozenset(found)

    def unsaid(self, heads: Mapping[int, str], sentence: Sentence) -> frozenset[int]:
        """Return the frame tokens of words that report no clause: "agreed to sell", "called on her to go"."""
        found: set[int] = set()
        for cue in range(sentence.first, sentence.stop):
            first, stop = self.spans.get(cue, (0, 0))
            if not cue < first or stop > sentence.stop:
                continue
            if not any(first <= head < stop and role in {"ccomp", "main"} for head, role in heads.items()):
                found.update(i for i in range(sentence.first, sentence.stop) if self.frames.get(i) == cue)
        return frozenset(found)

    def frame(self, places: Mapping[int, int], sentence: Sentence) -> frozenset[int]:
        """Return the tokens of a sentence that are attribution: frame, and of the same clause as the word that reports.

        What a relative clause says of the speaker, or a clause beside "he said", is no attribution.
        """
        found = set()
        for i in range(sentence.first, sentence.stop):
            cue = self.frames.get(i)
            if cue is not None and (i == cue or places.get(cue, places[i]) == places[i]):
                found.add(i)
        return frozenset(found)


def _frame(report: Report, tree: Tree) -> Sequence[int]:
    """Return a report's frame without what is news beside it: not "left its rate at 2 percent, | saying that prices fell"."""
    cue = report.cue
    if cue is None or tree.token(cue).xpos != "VBG" or tree.token(cue - 1).text != "," or report.kind != "indirect":
        return report.frame
    above = tree.heads[cue]
    told = tree.token(above).lemma.lower() in verbs() or tree.token(above).upos != "VERB" or above > cue
    return report.frame if told else [i for i in report.frame if i >= cue]


def _is_beyond(report: Report, tree: Tree) -> bool:
    """Tell whether what is taken as reported begins behind a semicolon: there the word that reports does not reach."""
    if report.kind != "indirect" or report.cue is None or report.first < report.cue:
        return False
    return any(tree.token(i).text == ";" for i in range(report.cue + 1, report.first + 1))


def _is_that(tree: Tree, i: int) -> bool:
    """Tell whether a clause is told in a noun's words: "said in a letter | that he would go"."""
    mark = tree.first(i, "mark", "nsubj", "obj")
    return mark is not None and tree.lower(mark) == "that" and tree.is_finite(i)


def _may_head(tree: Tree, i: int, direct: bool) -> bool:
    """Tell whether a token can head what is said: a predicate with a finite verb or a subject, or one that a verb takes whole."""
    if not tree.is_predicate(i):
        return False
    if tree.is_finite(i) or tree.subject(i) is not None:
        return True
    return (direct or tree.token(i).xpos != "VBG") and tree.base(i) in {"ccomp", "parataxis"}
