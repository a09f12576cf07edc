# Two commands for a fresh machine: `make demo` and `make test`. `make help` lists the rest.

VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/ready
export UV_PYTHON_DOWNLOADS = never
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help setup demo test slow check figures lock train clean

help:
	@echo "make demo     set all up and run the main job on a real article"
	@echo "make test     set all up and pass all tests"
	@echo "make slow     the tests that take minutes"
	@echo "make check    ruff and mypy alone"
	@echo "make figures  print every figure that README quotes (needs the development sets)"
	@echo "make lock     choose exact versions anew and write requirements.txt"
	@echo "make train    train the language model anew: make train TREEBANKS=folder WORK=folder"

setup: $(READY)

# The newest Python of 3.11 to 3.14 that can make an environment; then exact versions, each checked by its hash.
$(READY): requirements.txt pyproject.toml
	@set -e; \
	for name in python3.14 python3.13 python3.12 python3.11 python3; do \
	  if $$name -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' \
	    >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "claims needs Python 3.11 to 3.14 with its venv module; found $$(python3 --version 2>&1)." \
	    "On Debian: apt-get install python3 python3-venv" >&2; exit 2; \
	fi; \
	echo "Using $$($$python --version) ($$python)"; \
	rm -rf "$(VENV)"; $$python -m venv "$(VENV)"; \
	if "$(BIN)/python" -m pip install --quiet uv >/dev/null 2>&1 && "$(BIN)/uv" pip install --quiet --python "$(BIN)/python" \
	    --require-hashes --compile-bytecode -r requirements.txt; then :; \
	else \
	  echo "uv could not be had or could not install; using pip"; \
	  "$(BIN)/python" -m pip install --quiet --require-hashes -r requirements.txt; \
	fi; \
	"$(BIN)/python" -m pip install --quiet --no-deps --no-build-isolation -e .; \
	touch $@

demo: $(READY)
	@"$(BIN)/claims" demo demo

check: $(READY)
	@"$(BIN)/ruff" check .
	@"$(BIN)/ruff" format --check .
	@"$(BIN)/mypy"

test: check
	@"$(BIN)/python" -m pytest -m "not slow"

slow: $(READY)
	@"$(BIN)/python" -m pytest -m slow

figures: $(READY)
	@"$(BIN)/python" benchmarks/extraction.py
	@"$(BIN)/python" benchmarks/speed.py
	@"$(BIN)/python" benchmarks/startup.py
	@"$(BIN)/python" benchmarks/rules.py

lock: $(READY)
	@"$(BIN)/uv" pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade \
	  --extra test --group build pyproject.toml -o requirements.txt --quiet

train: $(READY)
	@PYTHON="$(BIN)/python" training/train.sh "$(TREEBANKS)" "$(WORK)"

clean:
	rm -rf "$(VENV)" demo build dist
