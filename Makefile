# make site      build the site into site/
# make test      run every test
# make help      the rest
#
# Needs Python 3.11 or newer (with venv), git and make. Everything else comes from the locks.

.DEFAULT_GOAL := help
.PHONY: site serve check freshness schemas quick test lint lint-js lock leaflets pictures validate lighthouse help

SITE_LOCK := requirements.txt
TEST_LOCK := requirements-test.txt
ready      = .ci/venv
BIN       := .venv/bin

export PYTHONPATH := hooks
# Several processes import the same modules: compiled once, they are kept.
unexport PYTHONDONTWRITEBYTECODE
# These tools live in tests/ and import its modules.
validate lighthouse lint-js leaflets pictures: export PYTHONPATH := hooks:tests
# What `make test` does not skip: all engines where it can install them, or chromium alone.
test: export KNOWLEDGE_BROWSER := $(or $(KNOWLEDGE_BROWSER),required)
export NO_MKDOCS_2_WARNING := 1

site: ## Build the site into site/, strictly
	@$(ready) $(SITE_LOCK)
	@$(BIN)/python -m mkdocs build --strict
	@printf '\nThe site is in %s. Open one of these in a browser:\n' "$(CURDIR)/site"
	@printf '  %s\n' "$(CURDIR)"/site/index.html "$(CURDIR)"/site/*/index.html

serve: ## Show the site at http://127.0.0.1:8000 and follow every save (ONLY=ja for one language, PORT=8001)
	@$(ready) $(SITE_LOCK)
	@$(if $(ONLY),ONLY_LANGUAGE=$(ONLY)) $(BIN)/python -m mkdocs serve$(if $(PORT), --dev-addr 127.0.0.1:$(PORT))

check: ## Check every source, without a build (ALL=1 also lists what follows from another finding)
	@$(ready) $(SITE_LOCK)
	@$(BIN)/python -m knowledge check $(if $(ALL),--all)

freshness: ## Translations that are behind (PAGE="en/index.md ..." shows what changed, RENEW=1 notes that you compared)
	@$(ready) $(SITE_LOCK)
	@$(BIN)/python -m knowledge freshness $(foreach page,$(PAGE),--page "$(page)") $(if $(RENEW),--renew)

quick: ## What is quick while one works: the tests without a build, and make check
	@$(ready) $(TEST_LOCK)
	@$(BIN)/python -m pytest tests/unit tests/repository/test_boundaries.py -n 2 --dist worksteal --timeout 60 --timeout-method thread
	@$(BIN)/python -m knowledge check

schemas: ## Write docs/_data/*.schema.json anew: what an editor knows of the data files
	@$(ready) $(SITE_LOCK)
	@$(BIN)/python -m knowledge schemas

test: ## Run every test; installs browsers where there are none (ALL=1 runs what takes long on every page)
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(MAKE) --no-print-directory lint
	@$(if $(ALL),KNOWLEDGE_PAGES=all )$(BIN)/python -m pytest -n auto --dist worksteal --timeout 600 --timeout-method thread

lint: ## Style and types of the code, and its spelling
	@$(ready) $(TEST_LOCK)
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m mypy
	@$(BIN)/typos

lint-js: ## Types and rules of the scripts in overrides (needs Node 20.19 or newer)
	@$(ready) $(TEST_LOCK)
	@$(BIN)/python -m javascript.check

validate: ## Hold every page and book of the built site against HTML and EPUB (needs Node 20.19 or newer, and Java)
	@$(ready) $(TEST_LOCK)
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m validate.validate

lighthouse: ## Rate the pages on a phone with Lighthouse (needs Node 20.19 or newer; PAGE=contacts for one kind, RUNS=5)
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m lighthouse.lighthouse $(foreach page,$(PAGE),--page "$(page)") $(if $(RUNS),--runs "$(RUNS)")

leaflets: ## Print the pages of paper/ into PDF files, and build the site with them
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m leaflets
	@$(BIN)/python -m mkdocs build --strict

pictures: ## Make the app icons, the social cards and the README's picture from their sources
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m pictures

lock: ## Renew both locks from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv, then call it again.' >&2; exit 1; }
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header \
	  --upgrade pyproject.toml -o $(SITE_LOCK)
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --no-header \
	  --upgrade pyproject.toml --extra test -o $(TEST_LOCK)

help: ## Show this list
	@sed -n 's/^\([a-z-]*\): .*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

# Tools that not every site has.
-include tests/*/targets.mk
