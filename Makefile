# Every target works on a clean clone: the virtual environment is made on first use.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= ../shared
# Today's pip passes on what setuptools says of every installation of this kind.
INSTALL := PYTHONWARNINGS='ignore:Editable installation' $(BIN)/python -m pip install -q -e

.PHONY: demo environment test timed lint format types contracts rules docs screenshots accuracy fuzz growth golden dist check clean

# `verifier check` exits 1 where it has findings, as it does here by design; 2 and 3 are real failures.
demo: $(VENV)/.run
	@$(BIN)/verifier check seeds/postmortem.txt --sources seeds || test $$? -eq 1

environment: $(VENV)/.dev

# JOBS=2 runs them in two processes: a file's tests stay together and in order, those in a browser come last.
JOBS ?= 0
test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

# What holds seconds, on a machine where nothing else runs.
timed: $(VENV)/.dev
	$(BIN)/python -m pytest -m timed

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(VENV)/.dev
	$(BIN)/mypy

# What may import what: see setup.cfg.
contracts: $(VENV)/.dev
	$(BIN)/lint-imports --no-cache

rules: $(VENV)/.run
	$(BIN)/verifier rules test

docs: $(VENV)/.dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

# Takes the pictures of the documentation anew; needs a Chromium.
screenshots: $(VENV)/.dev
	$(BIN)/python docs/make_screenshots.py

# The labelled data is not shipped: see docs/accuracy.md, and name its folder with DATA=...
accuracy: $(VENV)/.dev
	$(INSTALL) '.[bench]'
	$(BIN)/python benchmarks/accuracy.py --data $(DATA)

# Feeds the readers crafted inputs for so many seconds, and writes the smallest that break one to fuzz/.
SECONDS ?= 3600
fuzz: $(VENV)/.dev
	$(INSTALL) '.[fuzz]'
	$(BIN)/python benchmarks/fuzz.py $(SECONDS)

# Tells how the time of a run grows while its input doubles.
growth: $(VENV)/.dev
	$(BIN)/python benchmarks/growth.py

# Writes anew the golden reports, the examples of the documentation, and its pages that follow from the code; read the
# difference before you commit it.
golden: $(VENV)/.dev
	$(BIN)/python -m tests.golden
	$(BIN)/python tests/test_docs.py
	$(BIN)/python docs/make_pages.py
	$(BIN)/python docs/package_diagram.py

dist: $(VENV)/.python
	@$(BIN)/python -m pip install -q 'build>=1.2'
	rm -rf build dist
	$(BIN)/python -m build

check: test lint types contracts rules

clean:
	rm -rf build dist site *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The pip that comes with Python resolves what is needed three times as slowly as today's.
$(VENV)/.python:
	@$(PYTHON) -m venv --upgrade-deps $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.python setup.cfg pyproject.toml
	@$(INSTALL) .
	@touch $@

$(VENV)/.dev: $(VENV)/.python setup.cfg pyproject.toml
	@$(INSTALL) '.[dev]'
	@touch $(VENV)/.run $@
