# make demo | test | eval | bench | screenshots | fast | lint | format | lock | clean
# The environment lives in .venv; stamps in it make every later run start at once. make fast compiles into .venv-fast.
# Another place or interpreter: make VENV=/tmp/hasila-venv PYTHON=python3.12 test

VENV ?= .venv
FAST ?= .venv-fast
PYTEST_ARGS ?=
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --constraint requirements-lock.txt
CODE := src tests $(patsubst %/,%,$(sort $(dir $(wildcard evaluation/*.py benchmarks/*.py))))
SETTINGS := pyproject.toml requirements-lock.txt
CODE_READ := $(shell find src/hasila -type f -not -name '*.pyc')
COMPILER := $(shell command -v cc || command -v gcc || command -v clang)

export PYTHON
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DELETE_ON_ERROR:
.PHONY: help demo test eval bench screenshots fast lint format lock clean

help:
	@sed -n 1,3p Makefile

demo: $(VENV)/.stamp-run
	@$(BIN)/hasila demo

test: lint
	@scripts/find-programs
	$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.stamp-dev
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/python -m mypy $(CODE)
	$(BIN)/lint-imports --no-logo

format: $(VENV)/.stamp-dev
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

eval: $(VENV)/.stamp-run
	$(BIN)/python -m evaluation.run

# Once make fast was run, the compiled build is measured beside this one, and compiled anew if it is out of date.
bench: $(VENV)/.stamp-bench $(wildcard $(FAST)/.stamp)
	$(BIN)/python -m benchmarks.run $(if $(wildcard $(FAST)/.stamp),--compiled $(FAST)/bin/python)

screenshots: $(VENV)/.stamp-dev
	@scripts/find-programs
	@$(BIN)/python -m tools.screenshots build/screenshots

# The same Hasila, its reading packages compiled to C.
fast: $(FAST)/.stamp
	@echo "$(FAST)/bin/hasila reads about twice as fast. It is a copy: run make fast again after a change of the source."

# The lock is what a fresh environment with every extra gets today.
lock:
	rm -rf build/lock-venv && scripts/make-venv build/lock-venv
	build/lock-venv/bin/python -m pip install -qq -e '.[dev,bench,gazetteer]'
	{ echo '# Exact versions of everything that Hasila, its checks and its extras install. Made by `make lock`; used by make as constraints.'; \
	  build/lock-venv/bin/python -m pip freeze --exclude-editable --exclude hasila; } > build/lock.txt
	mv build/lock.txt requirements-lock.txt
	rm -rf build/lock-venv

clean:
	rm -rf $(VENV) $(FAST) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(VENV)/.stamp-run: $(SETTINGS)
	@scripts/make-venv $(VENV)
	@echo "Setting up $(VENV) (once; about a minute) …"
	@$(PIP) --editable .
	@$(BIN)/python -m compileall -q src/hasila
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-run
	@$(PIP) --editable '.[dev]'
	@touch $@

$(VENV)/.stamp-bench: $(VENV)/.stamp-run
	@$(PIP) --editable '.[bench]'
	@touch $@

$(FAST)/.stamp: $(SETTINGS) $(CODE_READ) scripts/compiled_build.py
	@test -n "$(COMPILER)" || { echo "hasila: make fast needs a C compiler (Debian, Ubuntu: apt-get install gcc)" >&2; exit 1; }
	@scripts/make-venv $(FAST)
	@echo "Compiling into $(FAST) (five to ten minutes; again only after a change of the source) …"
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 PIP_CONSTRAINT=requirements-lock.txt PIP_BUILD_CONSTRAINT=requirements-lock.txt \
	  $(FAST)/bin/python -m pip install -qq .
	@touch $@
