# One task runner; every target is a verb. On Windows use the commands of the README.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup build test lint type docs check

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet -e '.[dev]'
	touch $@

setup: .venv/ready

build: setup ## the sample report of 2023
	$(BIN)/jixiao build 2023

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

type: setup
	$(BIN)/mypy

docs: setup ## write the generated pages again
	$(BIN)/python tests/generate.py

check: lint type test ## all that CI asks for
