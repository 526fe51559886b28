# Everything here needs only make and Python 3.11 or newer; `make demo` is the place to begin.
# ARGS goes to the program: make demo ARGS=--once, make test ARGS="-k clean".

# The first that runs and is new enough: version managers leave names that start nothing.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		&& command -v $$p && break; done)
VENV := .venv
UV ?= $(shell command -v uv || echo $(VENV)/bin/uv)
# Compiled once here, the models' libraries import in seconds.
INSTALL = $(UV) pip install --python $(VENV)/bin/python --compile-bytecode

.PHONY: venv demo test chaos bench check clean
.DELETE_ON_ERROR:

venv: $(VENV)/.run

demo: $(VENV)/.run
	@$(VENV)/bin/newsmill demo $(ARGS)

test: $(VENV)/.dev
	@$(VENV)/bin/python -m pytest -m "not slow" $(ARGS)

# On a machine with a GPU `test` runs what needs one too: tests/test_gpu.py.
# The long tests: workers and brokers killed again and again, thousands of generated articles.
chaos: $(VENV)/.dev
	@$(VENV)/bin/python -m pytest -m slow $(ARGS)

bench: $(VENV)/.run
	@$(VENV)/bin/newsmill bench $(ARGS)

check: $(VENV)/.dev
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy schemas agents streams

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "newsmill needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@if command -v uv >/dev/null; then uv venv --quiet --allow-existing --python "$(PYTHON)" $(VENV); \
		else "$(PYTHON)" -m venv $(VENV) && $(VENV)/bin/python -m pip install -q 'uv>=0.7,<1'; fi
	@touch $@

# The packages are the pinned ones, by their hashes; the project itself is installed in place.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/.made
	@$(INSTALL) --require-hashes -r requirements/run.txt >&2
	@$(INSTALL) --no-deps --editable . >&2
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(VENV)/.made
	@$(INSTALL) --require-hashes -r requirements/dev.txt >&2
	@$(INSTALL) --no-deps --editable . >&2
	@touch $@
