"""Clauses: which words of a sentence head a clause that puts forward something of its own, and how each hangs there."""

from collections.abc import Callable, Mapping

from claims.extract.atoms.figures import is_change, is_outcome, is_second_figure, is_second_rank, joiner_of
from claims.extract.atoms.phrases import SAID_MORE
from claims.extract.mend.appositives import states
from claims.extract.parse import Sentence
from claims.extract.tree import NOMINAL, Tree
from claims.extract.words import lists

_ARGUMENTS = ("obj", "iobj", "obl", "xcomp", "ccomp", "advmod", "nmod", "advcl")
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})
# A relative clause of fewer words behind its noun only says which one is meant: "a song that everybody knows".
_SHORT = 4
_HALF_BOUND = frozenset({"when", "once", "until", "since", "before"})


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
    return judge(tree, i, found) if judge is not None else None


def _conj(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    """Coordinated predicates are apart where each has something of its own; "or" joins into one."""
    head = tree.heads[i]
    if tree.labels[i] == "conj:gap":
        return "conj" if head in found and tree.first(i, "nmod", "obl", "orphan") is not None else None
    if is_second_figure(tree, i):
        return "conj"
    if is_second_rank(tree, i):
        return "conj"
    if not tree.is_predicate(i):
        return _adjectival(tree, i, found)
    if joiner_of(tree, i) in {"or", "nor", "than"}:
        return None
    if head not in found:
        return _infinitive_conj(tree, i, head, found)
    if tree.subject(i) is not None:
        return "conj"
    if tree.token(i).xpos == "VBN" and tree.first(i, "aux") is None and not _is_passive(tree, head):
        # ", priced at 30 euros": no second predicate of the same subject, but news of its own behind a comma.
        start, _ = tree.span(i)
        if tree.first(i, "cc") is None:
            return _participle(tree, i, start, True)
        # "listed its sponsors | and named the robot": its form is that of the past tense, which the verb before it has.
        past = tree.token(head).xpos == "VBD" or any(tree.lower(k) == "did" for k in tree.under(head, "aux"))
        return "conj" if past and not _bare_pair(tree, head, i) else None
    if (
        found[head] in {"relcl", "acl"}
        and not tree.is_finite(i)
        and not (_is_passive(tree, head) and tree.token(i).xpos == "VBN")
    ):
        return None
    return "conj" if tree.is_predicate(head) and not _bare_pair(tree, head, i) else None


def _with(tree: Tree, i: int, _found: Mapping[int, str]) -> str | None:
    """As in ", with a turnout of 58 percent": a circumstance in figures, behind a comma."""
    case = tree.first(i, "case")
    if case is None or tree.lower(case) != "with" or not tree.pause_before(case) or tree.heads[i] > i:
        return None
    first, last = tree.span(i)
    return "absolute" if any(tree.token(k).xpos in {"CD", "JJS"} for k in range(first, last + 1)) else None


def _infinitive_conj(tree: Tree, i: int, head: int, found: Mapping[int, str]) -> str | None:
    """As in "plans to meet the envoys and sign the treaty": two, where both infinitives have objects of their own."""
    if tree.base(head) != "xcomp" or tree.heads[head] not in found:
        return None
    first, last = tree.span(i)
    own = any(tree.token(k).upos in {"PROPN", "NUM"} for k in range(first, last + 1))
    before = [child for child in tree.under(head, "obj", "obl", "xcomp") if head < child < i]
    return "conj" if own and before else None


def _is_passive(tree: Tree, i: int) -> bool:
    return tree.token(i).xpos == "VBN" or any(tree.labels[child] == "aux:pass" for child in tree.children[i])


def _adjectival(tree: Tree, i: int, _found: Mapping[int, str]) -> str | None:
    """As in ", worth 4 million euros": a long adjective phrase behind a comma tells of the noun before it."""
    start, stop = tree.span(i)
    if (
        tree.token(i).upos != "ADJ"
        or i < tree.heads[i]
        or start != i
        or stop - start < 3
        or tree.lower(i) in {"other", "such"}
        or not tree.pause_before(start)
    ):
        return None
    if tree.first(i, "cc", "conj", "mark") is not None:
        return None
    return "acl" if tree.first(i, "obl", "obj", "xcomp", "advcl", "nmod") is not None else None


def _bare_pair(tree: Tree, head: int, i: int) -> bool:
    """As in "arrested and questioned the student": one act in two verbs, which share what stands around them."""
    if any(head < child < i for child in tree.under(head, *_ARGUMENTS)):
        return False
    return tree.first(i, "aux", "cop") is None and tree.first(head, "cop") is None


def _parataxis(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    if tree.is_predicate(i) and tree.is_finite(i) and tree.subject(i) is not None:
        return "parataxis"
    return _adjectival(tree, i, found)


def _advcl(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    """Adverbial clauses with news of their own: "after ...", "because ...", ", killing ...", "Founded in ..., "."""
    head = tree.heads[i]
    start, _ = tree.span(i)
    mark = tree.first(i, "mark")
    if mark is None and tree.first(i, "nsubj") is not None:
        mark = tree.first(tree.under(i, "nsubj").__next__(), "case")
    opener = tree.lower(mark if mark is not None else start)
    follows = i > head
    if not tree.is_predicate(i):
        return _adjectival(tree, i, found)
    subject = tree.subject(i)
    if opener == "with" and subject is not None:
        return "relcl" if tree.lower(start + 1) in {"whom", "which"} else "absolute"
    told = subject is not None and tree.token(i).xpos == "JJ" and tree.lower(i).endswith("ed")  # "as people crowded in"
    if opener == "where" and follows and tree.is_finite(i) and _ends_new(tree, start - 1):
        return "relcl"
    if told or tree.is_finite(i):
        return _finite(tree, i, opener, follows, subject is not None)
    if opener == "to":
        to_come = tree.pause_before(start) and tree.first(i, "aux") is not None  # ", to be opened in May"
        return "purpose" if follows and (to_come or _is_news_purpose(tree, i) or is_outcome(tree, i)) else None
    timed = opener == "after" or (opener == "before" and (tree.pause_before(start) or is_change(tree, i)))
    if timed and tree.token(i).xpos == "VBG" and tree.first(i, "obj", "obl") is not None:
        return "advcl"
    return _participle(tree, i, start, follows)


def _finite(tree: Tree, i: int, opener: str, follows: bool, has_subject: bool) -> str | None:
    if opener in _HALF_BOUND and not (follows and _is_past(tree, i) and _says_more(tree, i)):
        return None
    if opener == "since" and any(tree.token(k).lemma == "have" for k in tree.under(tree.heads[i], "aux")):
        return None  # "has doubled since a mill closed": no more than from when
    if opener == "as" and tree.lower(tree.span(i)[0] + 1) in {"if", "though"}:
        return None
    if opener == "as" and not follows:
        return None
    if not has_subject:
        return None
    if opener in lists("atoms")["news"]:
        return "advcl"
    # No opener at all, and a joiner between it and its governor: coordinate clauses, the first read as hanging on the second.
    stop = tree.span(i)[1] + 1
    if (
        not follows
        and opener not in lists("atoms")["bound"]
        and "CCONJ" in {tree.token(stop).upos, tree.token(stop + 1).upos}
    ):
        return "conj"
    return None


def _ends_new(tree: Tree, i: int) -> bool:
    """Tell whether token i ends a noun phrase that brings up something new: "an office on the third floor"."""
    while not _is_new(tree, i):
        if tree.base(i) not in {"nmod", "compound", "flat"} or tree.heads[i] > i:
            return False
        i = tree.heads[i]
    return True


def _xcomp(tree: Tree, i: int, _found: Mapping[int, str]) -> str | None:
    """As in "gained 3 points to end the day at 512", read as what was gained."""
    return "purpose" if tree.lower(tree.span(i)[0]) == "to" and is_outcome(tree, i) else None


def _is_past(tree: Tree, i: int) -> bool:
    helpers = list(tree.under(i, "aux", "cop"))
    if any(tree.token(node).xpos in {"MD", "VBZ", "VBP"} for node in helpers):
        return False
    return any(tree.token(node).xpos in {"VBD", "VBN"} for node in [i, *helpers]) or i in tree.verbs


def _says_more(tree: Tree, i: int) -> bool:
    """Tell whether a clause of time has more than a subject and a verb: "since the outbreak began" only dates."""
    return any(tree.base(child) not in {"nsubj", "mark", "advmod", "punct", "aux", "cc"} for child in tree.children[i])


def _is_news_purpose(tree: Tree, i: int) -> bool:
    """As in "arrived ... to attend the summit": an aim with an object, of one who moves or is sent."""
    node = tree.heads[i]
    motion = lists("atoms")["motion"]
    for _ in range(4):
        if tree.token(node).lemma.lower() in motion:
            return tree.first(i, "obj", "obl", "xcomp") is not None
        if tree.heads[node] == node or tree.token(node).upos == "VERB":
            return False
        node = tree.heads[node]
    return False


def _participle(tree: Tree, i: int, start: int, follows: bool) -> str | None:
    token = tree.token(i)
    words = lists("atoms")
    if token.xpos not in _PARTICIPLES or token.lemma in words["naming"]:
        return None
    if token.xpos != "VBG" and tree.span(i)[1] - i < 2:
        return None
    if start != i and tree.token(start).upos != "ADV":
        return None
    if not follows:
        return "advcl" if token.xpos != "VBG" and token.lemma not in words["framing"] else None
    if tree.pause_before(start) or token.lemma in words["results"]:
        return "advcl" if tree.first(i, "obj", "obl", "ccomp", "xcomp") is not None else None
    return None


def _acl(tree: Tree, i: int, found: Mapping[int, str]) -> str | None:
    if tree.labels[i] == SAID_MORE:
        return "acl"
    if tree.labels[i] == "acl:relcl":
        role = _relative(tree, i)
        return role if role is None or _leaves_enough(tree, i, found) else None
    token = tree.token(i)
    start, _ = tree.span(i)
    mark = tree.first(i, "mark")
    if mark is not None and tree.lower(mark) in lists("atoms")["news"]:
        return _advcl(tree, i, found)  # "entered a recession | after posting two losses", hung on the noun before it
    if token.xpos == "VB" and tree.lower(start) == "to":
        return "purpose" if _is_news_purpose(tree, i) or is_outcome(tree, i) else None
    if token.xpos not in _PARTICIPLES:
        return _adjectival(tree, i, found)
    if not tree.pause_before(start) or token.lemma in lists("atoms")["naming"]:
        return None
    return "acl" if tree.first(i, "obj", "obl", "xcomp", "advcl") is not None else None


def _relative(tree: Tree, i: int) -> str | None:
    """A relative clause is apart behind a comma or "which", and where it tells what a named thing did."""
    start, _ = tree.span(i)
    opener = tree.lower(start)
    if tree.pause_before(start) and start < i:
        return "relcl"
    if opener == "which":
        return "relcl"
    if tree.token(start).upos == "ADP" and tree.lower(start + 1) in {"which", "whom"}:
        article = tree.first(tree.heads[i], "det")
        return "relcl" if article is not None and tree.lower(article) in {"a", "an"} else None
    if opener in {"that", "who", "whose"} and _names_one(tree, tree.heads[i], start):
        return "relcl"
    if opener == "where":
        return "relcl" if _is_new(tree, tree.heads[i]) else None
    if opener == "that" and _is_new(tree, tree.heads[i]) and tree.is_finite(i) and tree.span(i)[1] - start > _SHORT:
        return "relcl"
    return None


def _is_new(tree: Tree, noun: int) -> bool:
    """Tell whether a noun brings up something not spoken of before: what follows tells of it, rather than saying which one."""
    article = tree.first(noun, "det")
    return article is not None and tree.lower(article) in {"a", "an"} and tree.base(noun) != "nsubj"


def _leaves_enough(tree: Tree, i: int, found: Mapping[int, str]) -> bool:
    """Tell whether something is left to say of the noun's own clause: not of "a deal | that ends the strike"."""
    noun = tree.heads[i]
    role = found.get(noun)
    around = noun
    if role is None and tree.base(noun) == "obj":
        around = tree.heads[noun]
        role = found.get(around)
    if role not in {"appos", "advcl", "acl"} or tree.pause_before(tree.span(i)[0]):
        return True
    return tree.span(i)[0] - tree.span(around)[0] > 3


def _names_one(tree: Tree, noun: int, start: int) -> bool:
    """Tell whether what a clause describes is already known by name or by number, so that the clause tells more of it."""
    before = start - 1
    article = tree.first(noun, "det")
    if tree.token(noun).upos == "NUM" and article is not None and tree.lower(article) == "the":
        return False  # "fewer than the 500,000 | that were forecast"
    return (
        tree.token(before).upos in {"PROPN", "NUM"}
        or tree.token(noun).upos == "PROPN"
        or tree.first(noun, "nummod") is not None
        or (tree.base(noun) == "appos" and tree.lower(start) == "who")
    )


def _appos(tree: Tree, i: int, _found: Mapping[int, str]) -> str | None:
    """An appositive is apart where it states a property; one that only identifies is not."""
    head = tree.heads[i]
    start, _ = tree.span(i)
    if i < head or not tree.pause_before(start) or tree.token(i).upos not in {"NOUN", "ADJ"}:
        return None
    words = lists("atoms")
    if tree.token(i).lemma.lower() in words["sides"] and tree.lower(start) in {"a", "an"}:
        return "appos" if tree.first(i, "nmod") is not None else None
    if tree.token(head).upos not in NOMINAL:
        head = start - 2  # hung on the verb: what it tells of stands right before the comma
    if head < 0 or tree.token(head).ent == "PER" or tree.token(head).upos not in NOMINAL | {"ADV", "ADJ"}:
        return None
    if tree.token(i).lemma.lower() in words["persons"]:
        return None
    if tree.lower(start) not in words["properties"] and not states(tree, start, i) and not _is_maker(tree, start, i):
        return None
    return "appos" if tree.first(i, "nmod", "acl", "amod", "compound", "obl") is not None else None


def _is_maker(tree: Tree, start: int, i: int) -> bool:
    """As in "Norvik, the maker of two engines": what a thing does or is to others, behind "the"."""
    phrase = tree.first(i, "nmod")
    if tree.lower(start) != "the" or phrase is None or phrase < i:
        return False
    case = tree.first(phrase, "case")
    if tree.token(i).upos != "NOUN" or tree.token(i).lemma.lower() in lists("atoms")["sorts"]:
        return False
    return case is not None and tree.lower(case) in {"of", "for"}


_JUDGES: Mapping[str, Callable[[Tree, int, Mapping[int, str]], str | None]] = {
    "conj": _conj,
    "parataxis": _parataxis,
    "advcl": _advcl,
    "acl": _acl,
    "appos": _appos,
    "amod": _adjectival,
    "xcomp": _xcomp,
    "obl": _with,
    "nmod": _with,
}
