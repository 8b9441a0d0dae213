# How well the search of this site answers, and how fast the site is built.

.PHONY: search-report search-fit bench
search-report search-fit bench: export PYTHONPATH := hooks:tests

search-report: ## How well the search answers (QUERIES=file.yml, FROM_DISK=1 over file://, MISSES=1 lists what is not first)
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m bench.search_report $(if $(QUERIES),--queries "$(QUERIES)") $(if $(FROM_DISK),--from-disk) $(if $(MISSES),--misses)

search-fit: ## Fit again when the search says that nothing fits: after many new phrasings, synonyms or pages
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m mkdocs build --strict
	@$(BIN)/python -m bench.fit_nothing --write

bench: ## How fast the site is built, checked and shown again, and how that grows (some minutes)
	@$(ready) $(TEST_LOCK)
	@.ci/browser
	@$(BIN)/python -m bench.build_report
