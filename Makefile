# Everything sets itself up: Python 3.11+ and make are enough. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test nightly lint audit fuzz bench bench-peers load local-up local-down sam-local schemas lock clean

help:  ## Lists what there is
	@awk -F':.*## ' '/^[a-z.-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY)  ## Shows the whole way on this machine: upload, record, notification. No AWS account, no Docker
	@$(BIN)/filings demo $(ARGS)

test: $(READY) lint  ## Lints, checks types, runs every test. ARGS="-k cover" for some
	@$(BIN)/pytest $(ARGS)

nightly: $(READY)  ## Runs what takes too long for test: every fault, every order, long histories
	@$(BIN)/pytest -m nightly $(ARGS)

lint: $(READY)  ## Style, types, and who may import whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache > .lint-imports.log 2>&1 || { cat .lint-imports.log; rm -f .lint-imports.log; exit 1; }
	@rm -f .lint-imports.log

# Versions are pinned: a new rule must not fail a commit that changed nothing. checkov has a hundred dependencies.
AUDIT := .venv-audit/bin
audit: .venv-audit/.ready  ## Checks template and code for what is unsafe (checkov, bandit), and the repository for secrets
	@$(AUDIT)/checkov --config-file .checkov.yaml --file template.yaml
	@$(AUDIT)/bandit --quiet --recursive shared functions
	@$(AUDIT)/bandit --quiet --recursive --skip B404,B603,B607 local benchmarks   # a developer's tools: no shell, no input
	@# Digests, sequencers and request tokens are random, and no secret.
	@git ls-files -z | xargs -0 $(AUDIT)/detect-secrets-hook \
		--disable-plugin HexHighEntropyString --disable-plugin Base64HighEntropyString --exclude-lines ClientRequestToken

fuzz: .venv-fuzz/.ready  ## Fuzzes the parser for SECONDS (600), or what reads events: TARGET=event
	@.venv-fuzz/bin/python -m fuzz $(or $(TARGET),filing) --seconds $(or $(SECONDS),600) --seed $(or $(SEED),0)

bench: $(READY)  ## Measures, and writes docs/performance.md
	@$(BIN)/python -m benchmarks $(ARGS)

bench-peers: .venv-bench/.ready  ## Installs the parsers that `make bench` then measures beside this one, in an environment of their own

load: $(READY)  ## 10,000 uploads with copies, poison and faults through the local cloud, and writes docs/load.md. Ten minutes
	@$(BIN)/python -m tests.load $(ARGS)

local-up: $(READY)  ## Starts the local AWS as a server, with the resources of template.yaml
	@$(BIN)/python -m local.server_command up

local-down: $(READY)  ## Ends it
	@$(BIN)/python -m local.server_command down

sam-local: $(READY) .venv-sam/.ready  ## One upload through `sam local invoke`. Needs Docker. EVENT=events/sqs-batch.json for another
	@$(BIN)/python -m local.sam_local $(EVENT)

schemas: $(READY)  ## Writes the JSON Schemas from the models
	@$(BIN)/python -m local.schemas

lock: $(READY)  ## Pins the layer's dependencies to the versions in .venv, with their hashes
	@$(BIN)/python -m local.lock

clean:  ## Takes away what was installed and built
	@if test -x $(BIN)/python && test -e .local-cloud; then $(BIN)/python -m local.server_command down; fi
	rm -rf $(VENV) .venv-sam .venv-bench .venv-audit .venv-fuzz .fuzz .aws-sam .local-cloud *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -type d -name __pycache__ -exec rm -rf {} +

$(READY): pyproject.toml shared/requirements.in shared/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV)"
	@sed -n 's/^\([a-z][^ ]*==[^ ]*\).*/\1/p' shared/requirements.txt > $(VENV)/layer.txt   # pip takes no editable beside hashes
	@$(BIN)/python $(PIP) --editable ".[dev]" --constraint $(VENV)/layer.txt 2> $(VENV)/install.log || { cat $(VENV)/install.log; exit 1; }
	@touch $@

.venv-audit/.ready: Makefile
	@test -x $(AUDIT)/python || $(PYTHON) -m venv .venv-audit
	@echo "installing checkov and bandit into .venv-audit"
	@$(AUDIT)/python $(PIP) checkov==3.3.30 bandit==1.9.4 2> .venv-audit/install.log || { cat .venv-audit/install.log; exit 1; }
	@touch $@

# The fuzzer's own build of Python's hooks is for a few versions of Python only.
.venv-fuzz/.ready: pyproject.toml
	@test -x .venv-fuzz/bin/python || $(PYTHON) -m venv .venv-fuzz
	@echo "installing atheris into .venv-fuzz"
	@.venv-fuzz/bin/python $(PIP) --editable ".[fuzz]" 2> .venv-fuzz/install.log || { cat .venv-fuzz/install.log; exit 1; }
	@touch $@

# aws-sam-cli pins its own dependencies: it gets an environment of its own.
.PHONY: .venv-sam
.venv-sam: .venv-sam/.ready
.venv-sam/.ready:
	@test -x .venv-sam/bin/python || $(PYTHON) -m venv .venv-sam
	@echo "installing aws-sam-cli into .venv-sam"
	@.venv-sam/bin/python $(PIP) "aws-sam-cli>=1.150" 2> .venv-sam/install.log || { cat .venv-sam/install.log; exit 1; }
	@touch $@

# So do the other parsers: what they pin is not what is deployed.
.venv-bench/.ready: pyproject.toml
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	@echo "installing other parsers into .venv-bench"
	@.venv-bench/bin/python $(PIP) $$($(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["bench"])') \
	  2> .venv-bench/install.log || { cat .venv-bench/install.log; exit 1; }
	@touch $@
