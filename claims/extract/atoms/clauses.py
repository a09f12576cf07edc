"""Clauses: which words of a sentence head a clause that puts forward something of its own, and how each hangs there."""

from collections.abc import Callable, Mapping

from claims.extract.atoms.tree import Tree
from claims.extract.parse import Sentence
from claims.extract.words import lists

_ARGUMENTS = ("obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "nmod", "advcl")


def clause_heads(tree: Tree, sentence: Sentence, contents: frozenset[int]) -> dict[int, str]:
    """Return the clause heads of a sentence, each with its role, from the top of the tree down.

    `contents` are the tokens that head what somebody is reported to say: each heads a clause whatever its label.
    """
    found: dict[int, str] = {}
    stack = [i for i in range(sentence.first, sentence.stop) if tree.heads[i] == i]
    while stack:
        i = stack.pop()
        role = "ccomp" if i in contents else _role(tree, i, found)
        if role:
            found[i] = role
        stack.extend(tree.children[i])
    return dict(sorted(found.items()))


def _role(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    if tree.heads[i] == i:
        return "main"
    judge = _JUDGES.get(tree.base(i))
    if judge is None:
        return None
    return judge(tree, i, found)


def _conj(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    """Coordinated predicates are apart where each has something of its own; "or" joins into one."""
    head = tree.heads[i]
    if not tree.is_predicate(i) or _joiner(tree, i) in {"or", "nor", "than"}:
        return None
    if head in found and not tree.is_predicate(head) and found[head] != "main":
        return None
    if head not in found:
        return _infinitive_conj(tree, i, head, found)
    own_subject = tree.first(i, "nsubj", "csubj", "expl") is not None
    if own_subject:
        return "conj"
    if found[head] == "relcl" and not _own(tree, i):
        return None
    return "conj" if not _bare_pair(tree, head, i) else None


def _infinitive_conj(tree: Tree, i: int, head: int, found: Mapping[int, str]) -> str | None:
    """ "plans to meet the envoys and sign the treaty": two, where both infinitives have objects of their own."""
    if tree.base(head) != "xcomp" or tree.heads[head] not in found:
        return None
    own = [child for child in tree.under(i, "obj", "obl", "ccomp") if tree.token(child).upos != "PRON"]
    before = [child for child in tree.under(head, "obj", "obl", "xcomp") if head < child < i]
    return "conj" if own and before else None


def _joiner(tree: Tree, i: int) -> str:
    joiner = tree.first(i, "cc")
    return tree.token(joiner).lower if joiner is not None else ""


def _own(tree: Tree, i: int) -> bool:
    return any(tree.token(child).upos != "PUNCT" for child in tree.under(i, *_ARGUMENTS))


def _bare_pair(tree: Tree, head: int, i: int) -> bool:
    """ "arrested and questioned the student": one act in two verbs, which share what stands around them."""
    if any(head < child < i for child in tree.under(head, *_ARGUMENTS)):
        return False
    if tree.first(i, "aux", "cop") is not None or tree.first(head, "cop") is not None:
        return False
    between = [child for child in tree.under(head, "conj") if head < child < i]
    return all(_bare_pair(tree, head, other) for other in between[:1]) if between else True


def _parataxis(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    if tree.is_predicate(i) and tree.is_finite(i) and tree.first(i, "nsubj", "csubj", "expl") is not None:
        return "parataxis"
    return None


def _advcl(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    """Adverbial clauses with news of their own: "after ...", "because ...", ", killing ...", "Founded in ..., "."""
    head = tree.heads[i]
    if head not in found and tree.base(head) not in {"xcomp"}:
        return None
    start = tree.leftmost(i)
    opener = tree.token(start).lower
    words = lists("atoms")
    follows = i > head
    if tree.token(i).upos not in {"VERB", "AUX"} and tree.first(i, "cop", "nsubj") is None:
        return None
    if opener == "with" and tree.first(i, "nsubj") is not None:
        return "absolute"
    if tree.is_finite(i):
        if opener in {"when", "once", "until", "since", "before"} and not (follows and _is_past(tree, i)):
            return None
        if opener == "as" and not (follows and tree.first(i, "nsubj") is not None):
            return None
        return "advcl" if opener in words["news"] and tree.first(i, "nsubj", "expl", "csubj") is not None else None
    if opener == "to":
        return "purpose" if follows and _is_news_purpose(tree, i) else None
    return _participle(tree, i, start, follows)


def _is_past(tree: Tree, i: int) -> bool:
    nodes = [i, *tree.under(i, "aux", "cop")]
    return any(tree.token(node).xpos == "VBD" for node in nodes)


def _is_news_purpose(tree: Tree, i: int) -> bool:
    node = tree.heads[i]
    motion = lists("atoms")["motion"]
    for _ in range(4):
        if tree.token(node).lemma in motion:
            return tree.first(i, "obj", "obl", "xcomp") is not None
        if tree.heads[node] == node:
            return False
        node = tree.heads[node]
    return False


def _participle(tree: Tree, i: int, start: int, follows: bool) -> str | None:
    tag = tree.token(i).xpos
    if tag not in {"VBG", "VBN", "VBD"} or (tag != "VBG" and tree.first(i, "obl", "obj", "xcomp") is None):
        return None
    begins = start == i or tree.token(start).upos == "ADV" or tree.token(start).upos == "PUNCT"
    if not begins:
        return None
    if not follows:
        return "advcl" if tag != "VBG" and tree.token(i).lemma not in {"ask", "base", "accord", "give", "compare", "question"} else None
    comma = start > 0 and tree.token(start - 1).text in {",", "–", "—", "-", "--"} or tree.token(start).text == ","
    if comma or tree.token(i).lemma in lists("atoms")["results"]:
        return "advcl" if tree.token(i).lemma not in {"include", "accord", "say", "cite", "add", "quote", "note", "refer", "regard", "concern"} else None
    return None


def _acl(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    if tree.labels[i] == "acl:relcl":
        return _relative(tree, i)
    tag = tree.token(i).xpos
    start = tree.leftmost(i)
    if tag == "VB" and tree.token(start).lower == "to":
        return "purpose" if _is_news_purpose(tree, i) else None
    if tag not in {"VBG", "VBN", "VBD"} or start == 0 or tree.token(start - 1).text not in {",", "—", "–"}:
        return None
    if tree.token(i).lemma in lists("atoms")["naming"]:
        return None
    return "acl" if tree.first(i, "obj", "obl", "xcomp", "advcl") is not None else None


def _relative(tree: Tree, i: int) -> str | None:
    """A relative clause is apart behind a comma or "which", and where it tells what its noun did or underwent."""
    start = tree.leftmost(i)
    if start == 0 or not tree.is_finite(i):
        return None
    opener = tree.token(start).lower
    before = tree.token(start - 1)
    if before.text in {",", "—", "–"} or tree.token(start).text == ",":
        return "relcl"
    if opener == "which":
        return "relcl"
    return None


def _appos(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    """An appositive is apart where it states a property; one that only identifies is not."""
    head = tree.heads[i]
    start = tree.leftmost(i)
    if i < head or start == 0 or tree.token(start - 1).text not in {",", "—", "–"} or tree.token(i).upos not in {"NOUN", "ADJ"}:
        return None
    if tree.token(head).ent == "PER" or tree.token(start).lower not in lists("atoms")["properties"]:
        return None
    return "appos" if tree.first(i, "nmod", "acl", "amod", "compound", "obl") is not None else None


_JUDGES: Mapping[str, Callable[[Tree, int, Mapping[int, str]], str | None]] = {
    "conj": _conj,
    "parataxis": _parataxis,
    "advcl": _advcl,
    "acl": _acl,
    "appos": _appos,
}
