# Spil's few commands. `make help` lists them.
PYTHON ?= python3
PY := .venv/bin/python
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
PIP := $(PY) -m pip install --disable-pip-version-check --progress-bar off
# The locks are whole, so pip looks for nothing beside them: where it does, a newer release of a package stops it.
# One dot for each package, so that waiting can be seen.
DOTS := awk '/^ *(Collecting|Using cached|Downloading)/ {printf "."; fflush()} /ERROR|error/ {print} END {print " done."}'
# The test run needs invented secrets and no outside services; see docs/testing.md.
TEST := SPIL_MODE=test
WORKERS ?= auto
# Install a command from Debian's packages, where it is not there yet: the command, and its packages.
debian = command -v $(1) >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2); }
LIGHTHOUSE := 12.8.2
VNU := tests/browser/vnu/node_modules/vnu-jar/build/dist/vnu.jar

.PHONY: help run test tests browser lint suite services messages lock screens lighthouse score clean
.DEFAULT_GOAL := help

help: ## List these commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Spil needs Python 3.11 or newer; this is `$(PYTHON) --version`."; exit 1; }
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv || { echo "Python cannot make a virtual environment here. On Debian: apt-get install python3-venv"; exit 1; }

.venv/.run: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing what Spil runs on (about a minute the first time) ..."
	@test -e .venv/.test || $(PIP) --require-hashes --no-deps -r requirements.lock | $(DOTS)
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements-dev.lock pyproject.toml | .venv/bin/python
	@echo "Installing what developing Spil needs ..."
	@$(PIP) --require-hashes --no-deps -r requirements-dev.lock | $(DOTS)
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: .venv/.run ## Start the demo on http://localhost:8000
	@SPIL_MODE=demo $(PY) manage.py demo

test: .venv/.test lint ## Check everything, on SQLite, and on PostgreSQL with Redis when their URLs are set
	@$(MAKE) --no-print-directory suite
	@if [ -n "$$SPIL_TEST_DATABASE_URL" ] && [ -n "$$SPIL_TEST_REDIS_URL" ]; then $(MAKE) --no-print-directory services; \
	elif [ -n "$$CI" ]; then echo "CI needs SPIL_TEST_DATABASE_URL and SPIL_TEST_REDIS_URL."; exit 1; \
	else echo "Not run on PostgreSQL and Redis: set SPIL_TEST_DATABASE_URL and SPIL_TEST_REDIS_URL."; fi

lint: .venv/.test ## Check style, types, layers, templates, migrations and messages
	@echo "Style ..." && $(PY) -m ruff check . && $(PY) -m ruff format --check --quiet .
	@echo "Types ..." && $(TEST) $(PY) -m mypy
	@echo "Layers ..." && $(TEST) .venv/bin/lint-imports
	@echo "Templates ..." && .venv/bin/djlint --lint --quiet site pages cases meetings privacy
	@echo "Migrations ..." && $(TEST) $(PY) manage.py makemigrations --check --dry-run
	@echo "Messages ..." && $(TEST) $(PY) manage.py messages --check

suite: .venv/.test
	@echo "The suite on SQLite:"
	@$(TEST) SPIL_DATABASE_URL= SPIL_REDIS_URL= $(MAKE) --no-print-directory tests

services: .venv/.test
	@echo "The suite on PostgreSQL and Redis:"
	@$(TEST) SPIL_DATABASE_URL=$$SPIL_TEST_DATABASE_URL SPIL_REDIS_URL=$$SPIL_TEST_REDIS_URL $(MAKE) --no-print-directory tests

tests: .venv/.test
	@$(PY) -m pytest -q -n $(WORKERS) --dist loadgroup
	@echo "In a browser:"
	@$(PY) -m pytest -q -rs -n $(WORKERS) --dist loadgroup tests/browser

browser: ## Install what the browser tests need: a Chromium and Java from Debian's packages, and a checker of HTML from npm
	@$(call debian,chromium,chromium fonts-liberation)
	@$(call debian,java,default-jre-headless)
	@$(call debian,npm,npm)
	@chromium --version
	@npm ci --prefix tests/browser/vnu --ignore-scripts --no-audit --no-fund --silent
	@echo "Nu Html Checker $$(java -jar $(VNU) --version)"

messages: .venv/.test ## Bring the Dutch catalogue up to date with the code
	@$(TEST) $(PY) manage.py messages

screens: .venv/.test ## Make the pictures in docs/screens anew
	@$(TEST) $(PY) -m pytest -q tests/browser/screens.py

lighthouse: .venv/.test ## Measure four screens with Lighthouse, five times each; on a machine that does nothing else
	@npm install --prefix var/lighthouse --ignore-scripts --no-save --no-audit --no-fund --silent lighthouse@$(LIGHTHOUSE)
	@$(TEST) $(PY) -m pytest -q -s tests/browser/lighthouse.py

score: .venv/.test ## Measure the check on annotated texts: make score FILE=texts.jsonl [DETAILS=1]
	@$(PY) -m tests.privacy.scoring "$(FILE)" $(if $(DETAILS),--details)

lock: ## Choose the newest fitting versions and write both lock files (needs uv)
	@uv pip compile $(LOCK) --group build --group dev pyproject.toml --upgrade -o requirements-dev.lock
	@uv pip compile $(LOCK) --group build -c requirements-dev.lock pyproject.toml -o requirements.lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header

clean: ## Remove the environment and the demo's data
	rm -rf .venv var
