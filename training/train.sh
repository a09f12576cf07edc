#!/bin/sh
# Makes the language model from open treebanks: training/train.sh TREEBANKS WORK
#
# TREEBANKS is the folder described in training/README.md, WORK a folder to write in; the pipeline comes out as
# WORK/pipeline. PYTHON names another python than `python`; SYNTAX_STEPS and NAMES_STEPS make a short trial run.
set -eu
if [ $# -ne 2 ]; then
    echo "training/train.sh: give the folder of treebanks and a folder to write in" >&2
    exit 2
fi
treebanks=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
cd "$(dirname "$0")/.."
python=${PYTHON:-python}
export OMP_NUM_THREADS=1

"$python" -m training.convert "$treebanks" "$work/corpus"

train() { # NAME STEPS: trains with training/NAME.cfg into $work/NAME
    steps=${2:+--training.max_steps $2 --training.eval_frequency $2}
    "$python" -m spacy init fill-config "training/$1.cfg" "$work/$1.cfg"
    # shellcheck disable=SC2086 # several words on purpose
    "$python" -m spacy train "$work/$1.cfg" --output "$work/$1" --paths.quotes training/quotes.json \
        --paths.train "$work/corpus/train/$1.spacy" --paths.dev "$work/corpus/dev/$1.spacy" $steps
}
train syntax "${SYNTAX_STEPS:-}" &
syntax=$!
train names "${NAMES_STEPS:-}"
wait $syntax

"$python" -m training.assemble "$work/syntax/model-best" "$work/names/model-best" "$work/pipeline"
"$python" -m training.evaluate "$work/pipeline" "$treebanks"
