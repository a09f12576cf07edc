"""Fit the weights that tell a claim's kind, and say how well they do on articles that they were not fitted to.

    python benchmarks/fit_kind.py ANNOTATED ... [--write]

ANNOTATED is one or more folders of NAME.txt with NAME.json in the guide's shape; the weights that ship were fitted to
`dev` and our own `fixtures/articles/annotated/open`. Our own sentences are fitted, too, all but each second of
tests/extract/kind_cases.yaml and each fifth of kind_cases_more.yaml. Multinomial logistic regression with an L2 penalty, by
accelerated gradient descent (Nesterov 1983); each article is left out in turn. `--write` writes
claims/extract/words/kind_weights.yaml, from all articles together.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import yaml

from claims.domain.claim import Kind
from claims.extract.atoms import Atom, atoms
from claims.extract.attribution import reports
from claims.extract.attribution.innermost import innermost
from claims.extract.given import atom_of
from claims.extract.kind.features import features
from claims.extract.language import parse
from claims.extract.predicate import predicate
from claims.extract.quantity import find
from claims.extract.time import tag

HERE = Path(__file__).resolve().parent.parent
CASES = {"kind_cases.yaml": (2, 3), "kind_cases_more.yaml": (5, 1)}
"""Files of our own sentences: one in so many of each kind is held out, and the others count so many times."""
WEIGHTS = HERE / "claims" / "extract" / "words" / "kind_weights.yaml"
KINDS = [str(kind) for kind in Kind]
PENALTY = 6.0
"""Chosen among 4, 6, 8 and 10 by articles that were not fitted to."""
CLOSE = 0.6
"""Two spans are the same claim where they share so much of the stretch that they cover together."""
SEEN = 3
"""A feature must be seen so often to have a weight."""
PUBLISHED = date(2018, 5, 16)
"""The day that our own sentences are read on, a Wednesday."""
STEPS, POWER_STEPS = 250, 12


@dataclass(frozen=True)
class Example:
    """One claim: the names of its features, its kind, and the article it is from."""

    names: tuple[str, ...]
    kind: str
    group: str


def article(path: Path) -> list[Example]:
    """Read the annotated claims of one article."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    annotated = json.loads(path.read_text(encoding="utf-8"))
    spans = [(claim["start"], claim["end"], claim["kind"]) for claim in annotated["claims"]]
    return examples_of(text, spans, path.stem, date.fromisoformat(annotated["published"]))


def examples_of(text: str, spans: list[tuple[int, int, str]], group: str, published: date) -> list[Example]:
    """Read the features of the claims at these spans of a text."""
    read = parse(text)
    told, quantities = reports(read), find(read.text, read.tokens)
    dates = tag(read.text, published)
    ours = atoms(read, told)
    found = []
    for start, end, kind in spans:
        atom = nearest(ours, start, end) or atom_of(read, start, end)
        report = innermost(read, told, start, end)
        names = features(read, atom, predicate(read, atom), quantities, dates, report)
        found.append(Example(tuple(names), kind, group))
    return found


def nearest(found: Sequence[Atom], start: int, end: int) -> Atom | None:
    """Return the atom that extraction itself finds at a span, where it finds nearly that: the weights are to fit what it sees."""
    best, most = None, CLOSE
    for atom in found:
        common = min(end, atom.end) - max(start, atom.start)
        share = common / (max(end, atom.end) - min(start, atom.start))
        if share >= most:
            best, most = atom, share
    return best


def cases() -> list[Example]:
    """Read our own sentences."""
    found = []
    for name, (each, times) in CASES.items():
        for kind, sentences in yaml.safe_load((HERE / "tests" / "extract" / name).read_text(encoding="utf-8")).items():
            for number, sentence in enumerate(sentences):
                before, _, rest = sentence.partition("[")
                claim, _, after = rest.partition("]")
                spans = [(len(before), len(before) + len(claim), kind)]
                group = "held" if number % each == each - 1 else "own"
                found += examples_of(before + claim + after, spans, group, PUBLISHED) * (times if group == "own" else 1)
    return found


def fit(examples: list[Example]) -> dict[str, dict[str, float]]:
    """Return each feature's weight for each kind."""
    counts = Counter(name for e in examples for name in e.names)
    names = ["bias", *sorted(name for name, n in counts.items() if n >= SEEN)]
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    y = np.zeros((len(examples), len(KINDS)))
    for row, e in enumerate(examples):
        x[row, 0] = 1
        for name in e.names:
            if name in place:
                x[row, place[name]] = 1
        y[row, KINDS.index(e.kind)] = 1
    steepest = np.ones(len(names))
    for _ in range(POWER_STEPS):  # the largest eigenvalue bounds the curvature
        steepest = x.T @ (x @ steepest)
        most = float(np.linalg.norm(steepest))
        steepest /= most
    step = 1 / (most / 2 + PENALTY)
    w = np.zeros((len(names), len(KINDS)))
    last = w
    for number in range(STEPS):
        ahead = w + number / (number + 3) * (w - last)
        scores = x @ ahead
        scores -= scores.max(1, keepdims=True)
        p = np.exp(scores)
        p /= p.sum(1, keepdims=True)
        gradient = x.T @ (p - y) + PENALTY * np.vstack([np.zeros((1, len(KINDS))), ahead[1:]])
        w, last = ahead - step * gradient, w
    return {
        name: {kind: round(float(v), 2) for kind, v in zip(KINDS, row, strict=True) if abs(v) >= 0.05}
        for name, row in zip(names, w, strict=True)
    }


def guess(weights: dict[str, dict[str, float]], names: tuple[str, ...]) -> str:
    """Return the kind with the highest score."""
    scores = dict.fromkeys(KINDS, 0.0)
    for name in ("bias", *names):
        for kind, weight in weights.get(name, {}).items():
            scores[kind] += weight
    if "no number" in names:
        del scores["statistic"]
    return max(sorted(scores), key=scores.__getitem__)


def share(pairs: list[tuple[str, str]]) -> str:
    """Return the share that is right, with n."""
    return f"{sum(a == b for a, b in pairs) / len(pairs):.3f} of {len(pairs)}"


def main() -> None:
    """Fit, measure, and write where asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("annotated", type=Path, nargs="+")
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    examples = [e for folder in chosen.annotated for path in sorted(folder.glob("*.json")) for e in article(path)]
    own = cases()
    train_own = [e for e in own if e.group != "held"]
    held = [e for e in own if e.group == "held"]
    pairs = []
    for group in sorted({e.group for e in examples}):
        weights = fit([e for e in examples if e.group != group] + train_own)
        here = [(e.kind, guess(weights, e.names)) for e in examples if e.group == group]
        print(f"{group:<16} {share(here)}")
        pairs += here
    print("each article left out:", share(pairs))
    for (gold, said), n in Counter((a, b) for a, b in pairs if a != b).most_common(12):
        print(f"   {gold} taken for {said}: {n}")
    weights = fit(examples + train_own)
    print("own sentences held out:", share([(e.kind, guess(weights, e.names)) for e in held]))
    if chosen.write:
        head = "# Weights of the features that tell a claim's kind (claims/extract/kind/features.py says what they mean).\n"
        head += (
            "# Fitted by benchmarks/fit_kind.py: multinomial logistic regression, L2 penalty {}; do not edit by hand.\n"
        )
        WEIGHTS.write_text(
            head.format(PENALTY) + yaml.safe_dump(weights, sort_keys=True, width=140, default_flow_style=None),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
