# Everything happens in a private environment in .venv; nothing is installed outside of it.
PYTHON ?= python3
BIN := .venv/bin
CASE ?=

.PHONY: room test coverage check lint types imports wheel bench killed docs clean

room: .venv/room  ## set up and open the room (CASE=folder for another case)
	@$(BIN)/briefing $(CASE)

test: .venv/workshop  ## set up and run the tests
	@$(BIN)/python -m pytest -n 2 --dist worksteal -q

coverage: .venv/workshop  ## the same, and which lines no test reaches; half as slow again
	@$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term:skip-covered -q

check: test lint types imports wheel  ## everything that CI runs

lint: .venv/workshop
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: .venv/workshop
	@$(BIN)/mypy

imports: .venv/workshop
	@$(BIN)/lint-imports

wheel: .venv/workshop  ## build the wheel, install it into a new environment, use it there
	@$(BIN)/python .ci/wheel.py

bench: .venv/workshop  ## times, never asserted
	@for file in tests/bench/bench_*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

killed: .venv/workshop  ## 200 sessions killed at random moments (a quarter of an hour), and what is said of a record that is damaged
	@$(BIN)/python tests/bench/killed_sessions.py
	@$(BIN)/python tests/bench/record_faults.py

docs: .venv/workshop  ## make the generated parts of docs/ anew
	@$(BIN)/python docs/generate.py
	@$(BIN)/python docs/example.py

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "briefing needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'  # the first that knows dependency groups

.venv/room: pyproject.toml | .venv/bin/pip
	@echo "setting up (once, a minute or two) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/workshop: pyproject.toml | .venv/room
	@$(BIN)/pip install --quiet --disable-pip-version-check --group dev
	@touch $@

clean:
	@rm -rf .venv dist build
