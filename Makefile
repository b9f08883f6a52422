# docmine: make demo, then ask. Everything goes into .venv and index/; `make clean` removes both.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTS := pytest --numprocesses auto --maxprocesses 4 --dist worksteal
TORCH := $(shell grep -i '^torch==' constraints.txt)

.PHONY: help demo install test check bench bench-others accuracy weights search-weights pictures near-words clean constraints

help:
	@echo "make demo     install, read corpus/, and show what docmine finds in it"
	@echo "make install  the docmine command, in $(BIN)/docmine"
	@echo "make test     the tests"
	@echo "make check    format, lint, types, import contracts, then the tests"
	@echo "make bench    times and scores; slow ('make bench-others' installs what docmine is measured against)"
	@echo "make accuracy the table of docs/accuracy.md, made anew"
	@echo "make weights  the weights of the confidence of records, and their table in docs/accuracy.md"
	@echo "make search-weights  those of search; MORE='INDEX QUESTIONS.jsonl' teaches it further questions"
	@echo "make near-words  the table of near words of search, from the embedding model"
	@echo "make pictures the pictures of the report and the web view in docs/pictures; needs Chromium"
	@echo "make clean    remove $(VENV), the index, prepared models and all caches"

demo: $(INSTALLED)
	@$(BIN)/docmine --index index/docmine.duckdb ingest corpus
	@$(BIN)/docmine --index index/docmine.duckdb demo

install: $(INSTALLED)
	@echo "The docmine command is $(BIN)/docmine."

test: $(INSTALLED)
	$(BIN)/$(TESTS)

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/$(TESTS)

bench: $(INSTALLED)
	$(BIN)/pytest tests/bench -o python_files='bench_*.py' -s

accuracy: $(INSTALLED)
	$(BIN)/python -m tests.bench.accuracy --write

weights: $(INSTALLED)
	$(BIN)/python -m tests.bench.confidence --write

search-weights: $(INSTALLED)
	$(BIN)/python -m tests.bench.search_weights --write $(MORE)

near-words: $(INSTALLED)
	$(BIN)/python -m tests.bench.near_words --write

pictures: $(INSTALLED)
	PYTHONPATH=. $(BIN)/python docs/pictures.py

bench-others:
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r tests/bench/reading/requirements.txt -r tests/bench/extraction/requirements.txt -r tests/bench/asking/requirements.txt

constraints:
	{ head -n 1 constraints.txt; $(BIN)/pip freeze --exclude-editable | sed 's/+cpu$$//'; } > $(VENV)/constraints.txt
	mv $(VENV)/constraints.txt constraints.txt

clean:
	rm -rf $(VENV) .venv-bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache build dist
	rm -rf models/prepared
	rm -rf index/*.duckdb index/*.duckdb.wal index/bench
	find docmine tests -name __pycache__ -prune -exec rm -rf {} +

# The stamp is newer than both files when everything in them is installed. PyTorch goes first: what needs it afterwards
# is content with the build that is there, and asks for no other. The doctor prepares the embedding model, so that the
# first question need not wait for it; the stamp stands already, for what the doctor misses is not mended by installing.
$(INSTALLED): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "docmine needs Python 3.11 or 3.12, and there is no python3 here. Install it first." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' || { echo "docmine needs Python 3.11 or 3.12, and $(PYTHON) is $$($(PYTHON) --version 2>&1). Say which to use: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Installing into $(VENV). The first time takes some minutes ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q docmine  # also where Python is told to write no bytecode: an answer takes half as long again without
	@touch $@
	@$(BIN)/docmine doctor
