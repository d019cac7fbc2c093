# The commands of this course. Each first makes sure that .venv holds what requirements.txt names.
PYTHON ?= python3
VENV ?= .venv
BIN := $(abspath $(VENV))/bin
INSTALLED := $(VENV)/.installed
# nbgrader starts alembic and jupyter by name: they must be found without activating the environment.
export PATH := $(BIN):$(PATH)
# Another environment that is active must not be taken for this one.
unexport VIRTUAL_ENV

.PHONY: help demo test test-long test-browser test-all lint lab build install constraints clean

help:
	@echo "make demo      grade a simulated class and show the result"
	@echo "make test      run the tests (test-long: whole notebooks, trainings, classes;"
	@echo "                 test-browser: in Chromium; test-all: everything, with sweeps of hours)"
	@echo "make lab       open JupyterLab on the course (with options: make lab ARGS=--no-browser)"
	@echo "make build     build the notebooks from their text"
	@echo "make lint      check style and types"

$(INSTALLED): requirements.txt requirements-dev.txt constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "The course needs Python 3.11 or newer; '$(PYTHON)' is older or missing. Name another: make PYTHON=python3.12"; exit 1; }
	@echo "Installing the course's packages into $(VENV): about 1 GB, once, in one to five minutes."
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing (on Debian and Ubuntu: apt install python3-venv)."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	@# Compiled here, once: the sandbox can write no bytecode of its own.
	@VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install --quiet --compile-bytecode --constraint constraints.txt -r requirements.txt -r requirements-dev.txt --editable .
	@touch $@

install: $(INSTALLED)

demo: $(INSTALLED)
	@$(BIN)/python -m exercises demo

# More than the cores would only make limits on time longer, which follow the pace of the machine.
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal
# The tests' own processes fill the cores; threads of BLAS on top would only wait for each other.
test test-long test-browser test-all: export OPENBLAS_NUM_THREADS = 1

test: $(INSTALLED) lint
	$(PYTEST) -m "not long and not slow and not browser"

test-long: $(INSTALLED)
	$(PYTEST) -m "long and not slow"

test-browser: $(INSTALLED)
	$(BIN)/python -m pytest -m browser

test-all: $(INSTALLED) lint
	$(PYTEST)

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# JupyterLab asks about news and new versions of its own, which are not a learner's matter, and it
# refuses root, who is the only user of many containers. Further options stand in ARGS, such as
# make lab ARGS="--no-browser --port=8890"
SETTINGS := $(VENV)/share/jupyter/lab/settings
lab: $(INSTALLED)
	@mkdir -p $(SETTINGS)
	@echo '{"@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": false}}' > $(SETTINGS)/overrides.json
	$(BIN)/jupyter lab $(if $(filter 0,$(shell id -u)),--allow-root) notebooks/00_start_here.ipynb $(ARGS)

build: $(INSTALLED)
	$(BIN)/python -m autograder build

# The set is the same for every Python from 3.11 and every system: markers say what goes where.
constraints: $(INSTALLED)
	@echo "# One tested set of everything installed. Made by: make constraints" > constraints.txt
	@{ cat requirements.txt requirements-dev.txt; echo uv; } | $(BIN)/uv pip compile --quiet \
		--universal --python-version 3.11 --no-header --no-annotate - >> constraints.txt

clean:
	rm -rf $(VENV) demo .pytest_cache .ruff_cache .mypy_cache
