# Every verb makes its own environment first: Python 3.11 or later is all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: install demo test lint types format bench docs lock clean

install: $(READY)

$(READY): pyproject.toml requirements/ci.txt
	$(PYTHON) requirements/install.py $(VENV)
	touch $@

demo: $(READY)
	$(BIN)/bilateral demo

test: $(READY)
	$(BIN)/python -m pytest -rs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python bench/run.py

docs: $(READY)
	$(BIN)/python docs/make.py

lock: $(READY)
	$(BIN)/python requirements/lock.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
