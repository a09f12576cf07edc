"""Find: from a parse and its reports to the atoms, sentence by sentence."""

from collections.abc import Iterator, Mapping, Sequence

from claims.extract.atoms.atom import Atom
from claims.extract.atoms.clauses import clause_heads
from claims.extract.atoms.content import Speech
from claims.extract.atoms.filter import is_claim
from claims.extract.atoms.headline import body_start
from claims.extract.atoms.owner import owners
from claims.extract.atoms.phrases import mark_phrases
from claims.extract.atoms.shared import shared_verbs
from claims.extract.atoms.span import trimmed
from claims.extract.atoms.subject import subject_of
from claims.extract.attribution.report import Report
from claims.extract.parse import Parse, Sentence
from claims.extract.tree import Tree

# A clause that holds another and has no more words of its own than these says no more than whose that is.
_FRAME = 4


def atoms(parse: Parse, reports: Sequence[Report], title: str | None = None) -> tuple[Atom, ...]:
    """Return the atoms of a text in order, headline and dateline left out.

    `reports` are what attribution found; their frames ("officials said") stand in no atom's edge. `title` is the
    article's, where known: a first line that repeats it is the headline.
    """
    tree = Tree.of(parse)
    for sentence in parse.sentences:
        shared_verbs(tree, sentence)
        mark_phrases(tree, sentence)
    speech = Speech.of(reports, tree)
    first = body_start(parse, title)
    found = [atom for number in range(len(parse.sentences)) for atom in _of_sentence(tree, number, speech, first)]
    found.sort(key=lambda atom: (atom.start, -atom.end))
    return tuple(found)


def _of_sentence(tree: Tree, number: int, speech: Speech, first: int) -> Iterator[Atom]:
    """Yield the atoms of one sentence."""
    sentence = tree.parse.sentences[number]
    if sentence.stop <= first:
        return
    _rooted(tree, sentence, first)
    said = _said(tree, sentence, speech)
    heads = clause_heads(tree, sentence, speech.heads(tree, sentence) | said)
    places = owners(tree, heads, sentence)
    frame = speech.frame(places, sentence) - speech.unsaid(heads, sentence)
    owned: dict[int, list[int]] = {head: [] for head in heads}
    for i in range(max(sentence.first, first), sentence.stop):
        if i not in frame and tree.token(i).upos != "PUNCT":
            owned[places[i]].append(i)
    reporting = (
        {tree.heads[head] for head, role in heads.items() if role == "ccomp"} & speech.cues & speech.frames.keys()
    )
    reporting |= {tree.heads[i] for i in said}
    for head in reporting & heads.keys():
        _hand_over(speech, heads, owned, head)
    for head, role in heads.items():
        if head in frame or head in reporting or not owned[head]:
            continue
        if len(owned[head]) <= _FRAME and any(heads.get(k) == "ccomp" for k in tree.under(head, "ccomp", "parataxis")):
            continue  # "Holm also believes | ...": what is left only says whose it is
        bounds = trimmed(tree, owned[head], head, role)
        if bounds is None or not is_claim(tree, head, role, bounds):
            continue
        tokens = tree.parse.tokens
        yield Atom(
            start=tokens[bounds[0]].start,
            end=tokens[bounds[1] - 1].end,
            head=head,
            sentence=number,
            role=role,
            tokens=tuple(i for i in owned[head] if bounds[0] <= i < bounds[1]),
            subject=subject_of(tree, head, speech.cues),
            report=speech.number(head),
        )


def _rooted(tree: Tree, sentence: Sentence, first: int) -> None:
    """Where a place before the first sentence was read as its top ("Lund, Sweden — The fair ..."), its verb is the top."""
    if not sentence.first < first < sentence.stop:
        return
    top = next((i for i in range(sentence.first, first) if tree.heads[i] == i), None)
    if top is None:
        return
    body = [i for i in tree.children[top] if i >= first]
    if body:
        main = body[0]
        tree.move(main, main, "ROOT")
        for i in body:
            if i != main:
                tree.move(i, main)


def _said(tree: Tree, sentence: Sentence, speech: Speech) -> frozenset[int]:
    """Return the heads of what is said in plain words where no report was found: clauses with a subject under "say"."""
    found = set()
    for i in range(sentence.first, sentence.stop):
        above = tree.heads[i]
        if tree.base(i) != "ccomp" or tree.token(above).lemma != "say" or above > i or above in speech.cues:
            continue
        if tree.subject(i) is not None and tree.is_finite(i) and tree.subject(above) is not None:
            found.add(i)
    return frozenset(found)


def _hand_over(speech: Speech, heads: Mapping[int, str], owned: dict[int, list[int]], cue: int) -> None:
    """Give what a reporting verb took of the reported words to the clause that they open: "said | the tunnel, ..., would cost"."""
    for i in [each for each in owned[cue] if each > cue and each not in speech.frames]:
        number = speech.number(i)
        later = (head for head, role in heads.items() if head > i and role == "ccomp")
        clause = next((head for head in later if number is not None and speech.number(head) == number), None)
        if clause is not None and owned[clause]:
            owned[cue].remove(i)
            owned[clause] = sorted([*owned[clause], i])
