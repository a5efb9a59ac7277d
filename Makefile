# Everything is done through make. `make serve` and `make test` work on a fresh machine with git, make,
# Python 3.11 or newer, Node 20 or newer and npm; whatever else is needed they install, once, into this
# folder (.venv, node_modules, .cache) or, for the browser alone, on the machine.

.DEFAULT_GOAL := help
.PHONY: help serve test test-stock build check bench lighthouse figures new lock profile clean environment browser

SETUP := build_scripts/setup/bootstrap.sh
PYTHON := .venv/bin/python
NODE_TOOLS := node_modules/.bin
BROWSER_MODULE_TESTS = $(shell find tests/browser_modules -name '*.test.js' -o -name '*.test.mjs' 2>/dev/null | sort)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

serve: build ## build the site and serve it on 127.0.0.1
	$(PYTHON) -m build_scripts.serve

build: environment ## build the site into site/
	$(PYTHON) -m build_scripts.build

test: environment browser ## run every test
	$(PYTHON) -m pytest
	$(if $(BROWSER_MODULE_TESTS),node --test --test-reporter=spec $(BROWSER_MODULE_TESTS))

test-stock: environment browser ## run the tests of the built site on an unchanged Pyodide
	$(PYTHON) -m pytest --stock-runtime tests/e2e tests/decide tests/offline

check: environment ## check style and types, of Python and of JavaScript
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(NODE_TOOLS)/eslint .
	$(NODE_TOOLS)/tsc --project tsconfig.json

bench: environment browser ## measure sizes and speeds
	$(PYTHON) -m benchmarks

lighthouse: build browser ## audit three pages with Lighthouse, which is fetched for it
	@$(SETUP) lighthouse
	$(PYTHON) -m benchmarks.lighthouse

figures: environment ## list the figures that are due for a check: make figures format=markdown
	$(PYTHON) -m build_scripts.figures_report --format $(or $(format),text)

new: environment ## start a calculator: make new name=gift-earnings
	$(PYTHON) -m build_scripts.new name=$(name)

lock: environment ## renew every lock file: newest allowed versions, with hashes
	@$(SETUP) lock

profile: environment browser ## record which parts of the runtime the calculators use
	$(PYTHON) -m build_scripts.profile

clean: ## remove what was built (not .venv, node_modules and .cache)
	rm -rf site site-stock build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find calculators build_scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@$(SETUP) python node

browser: environment
	@$(SETUP) browser
