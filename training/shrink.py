"""Makes a trained pipeline smaller and leaves out words of the training texts that it does not need."""

import io
import json
import re
import tarfile
from pathlib import Path

import numpy as np
import spacy
import srsly  # type: ignore[import-untyped]  # it ships no types
from spacy.language import Language
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.strings import StringStore

ADDRESS = re.compile(r"\w@\w|https?:|www\.|\.(com|net|org)\b", re.IGNORECASE)
BITS = 9
"""Significant bits kept of a weight: one or two fewer than half precision has, to stay under 15 MB packed."""


def round_weights(nlp: Language) -> None:
    """Rounds all weights to BITS significant bits, kept as single precision.

    The zero bits pack away, and spaCy reads the directory as any other.
    """
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            for name in node.param_names:
                if node.has_param(name):
                    mantissa, exponent = np.frexp(np.asarray(node.get_param(name)))
                    rounded = np.ldexp(np.round(mantissa * 2**BITS) / 2**BITS, exponent)
                    node.set_param(name, np.ascontiguousarray(rounded, dtype="float32"))


def prune_strings(folder: Path) -> int:
    """Keeps in a saved pipeline's list of strings only those that it needs, and returns how many went.

    The list holds each word form that was met in training, among them fragments of the e-mail addresses in the web
    treebank. Features are hashes, so that a word does not have to be listed to be known; labels, the tokenizer's own
    strings and what the lemmatizer puts on and takes off do.
    """
    nlp = spacy.load(folder)
    needed = set(spacy.blank("en").vocab.strings)
    for name, pipe in nlp.pipeline:
        labels = nlp.pipe_labels.get(name, [])
        needed.update(labels)
        if isinstance(pipe, EditTreeLemmatizer):
            needed.update(_lemma_strings(pipe, nlp.vocab.strings))
        if name == "morphologizer":
            needed.update(_feature_strings(labels))
    path = folder / "vocab" / "strings.json"
    before: list[str] = json.loads(path.read_text(encoding="utf-8"))
    kept = sorted(string for string in before if string in needed)
    path.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
    return len(before) - len(kept)


def forget_addresses(folder: Path) -> int:
    """Takes from the lemmatizer's edit trees what was part of somebody's address, and returns how many leaves that were.

    Such a leaf is made to hold the sign alone, so that the tree around it stays as it is and fits no address any more.
    To be called before `prune_strings`.
    """
    strings = StringStore().from_disk(folder / "vocab" / "strings.json")
    path = folder / "trainable_lemmatizer" / "trees"
    trees: dict[str, list[dict[str, int]]] = srsly.read_msgpack(path)
    sign, changed = strings.add("@"), 0
    known = {strings.add(each) for each in strings}  # the trees that are no label name strings that are gone
    for node in trees["trees"]:
        for side in ("orig", "subst"):
            held = node.get(side, 0)
            if held in known and ADDRESS.search(strings[held]):
                node[side] = sign
                changed += 1
    srsly.write_msgpack(path, trees)
    strings.to_disk(folder / "vocab" / "strings.json")
    return changed


def _lemma_strings(lemmatizer: EditTreeLemmatizer, strings: StringStore) -> set[str]:
    """The strings that the lemmatizer puts on and takes off: the leaves of the edit trees that are its labels.

    A tree that was met only once is no label, and its strings are whole words of the training texts.
    """
    nodes: list[dict[str, int]] = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    found: set[str] = set()
    reached: set[int] = set()
    waiting = [int(label) for label in lemmatizer.labels]
    while waiting:
        at = waiting.pop()
        if at in reached or at >= len(nodes):  # spaCy writes "no tree" as the greatest 32-bit number
            continue
        reached.add(at)
        found |= {strings[nodes[at][side]] for side in ("orig", "subst") if nodes[at].get(side)}
        waiting += [nodes[at][side] for side in ("prefix_tree", "suffix_tree") if side in nodes[at]]
    return found


def _feature_strings(labels: list[str]) -> set[str]:
    """The morphologizer's labels with and without the part of speech, and each feature, name and value alone."""
    found: set[str] = set()
    for label in labels:
        features = [feature for feature in label.split("|") if feature]
        found.add("|".join(feature for feature in features if not feature.startswith("POS=")))
        for feature in features:
            found |= {feature, *feature.split("=", 1)}
    return found


def packed_size(folder: Path) -> int:
    """Bytes of the folder as a .tar.gz, about what it adds to a wheel."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", compresslevel=6) as archive:
        archive.add(folder, arcname=folder.name)
    return packed.tell()
