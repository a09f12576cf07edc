#!/usr/bin/env python3
"""Predict: what our public functions make of evaluation data.

    python benchmarks/predict.py extraction GOLD_DIR PRED_DIR    NAME.txt with NAME.json beside it -> PRED_DIR/NAME.json
    python benchmarks/predict.py SUBJECT < IN.jsonl > OUT.jsonl  time, attribution, worth, matching: a line in, a line out

For extraction only `published`, `publisher` and `title` of NAME.json are read, never its claims.
"""

import importlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def extraction(gold: Path, out: Path) -> None:
    """Write the claims of each article in a folder, in the shape of the annotation guide with a score each."""
    from claims.domain.article import Article
    from claims.extract import extract

    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(gold.glob("*.txt")):
        known = json.loads(path.with_suffix(".json").read_text("utf-8"))
        article = Article(
            text=path.read_bytes().decode("utf-8"),
            published=date.fromisoformat(known["published"]),
            publisher=known.get("publisher"),
            title=known.get("title"),
        )
        claims = [_shape(draft) for draft in extract(article)]
        (out / f"{path.stem}.json").write_text(json.dumps({"claims": claims}, ensure_ascii=False, indent=1), "utf-8")


def _shape(draft: Any) -> dict[str, Any]:
    """One draft in the guide's shape."""
    return {
        "quote": draft.quote,
        "start": draft.span.start,
        "end": draft.span.end,
        "text": draft.text,
        "kind": draft.kind.value,
        "speaker": draft.speaker,
        "quoted": draft.quoted,
        "polarity": draft.polarity.value,
        "when": str(draft.when) if draft.when is not None else None,
        "deadline": draft.deadline.isoformat() if draft.deadline is not None else None,
        "quantities": [quantity.model_dump(mode="json") for quantity in draft.quantities],
        "score": round(draft.score, 3),
    }


def main(arguments: list[str]) -> int:
    """Run one subject; return the exit code."""
    match arguments:
        case ["extraction", gold, out]:
            extraction(Path(gold), Path(out))
        case [subject] if subject.isidentifier() and (Path(__file__).parent / "subjects" / f"{subject}.py").exists():
            predict = importlib.import_module(f"benchmarks.subjects.{subject}").predict
            for row in predict(json.loads(line) for line in sys.stdin if line.strip()):
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        case _:
            sys.stderr.write(__doc__ or "")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
