# The start of another site.

.PHONY: new-site
new-site: export PYTHONPATH := hooks:tests

new-site: ## Begin another site in an empty folder (FOLDER=../library NAME="Town library" LANGUAGES=en,ja)
	@$(ready) $(SITE_LOCK)
	@$(BIN)/python -m starter --folder "$(FOLDER)" --name "$(NAME)" --languages "$(LANGUAGES)"
