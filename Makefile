# The commands of the project; `make help` lists them. They need Python 3.11 or newer, and the network only for the first setting up.

PYTHON = python3
VENV = .venv
RUN = $(VENV)/bin

.PHONY: report test conform judges bench bench-typography accept schema clean help

report: $(VENV)/.ready ## make the documents of this report, in out/
	$(RUN)/reportbuilder build

test: $(VENV)/.ready-test ## run the quick tests
	$(RUN)/python -m pytest -n auto --dist loadfile

conform: $(VENV)/.ready-test ## run the slow tests and ask the foreign judges that are installed
	$(RUN)/python -m pytest -m "conform or slow"

judges: ## install the judges that come from npm and Maven, in .judges/
	sh tests/conform/judges.sh

bench: $(VENV)/.ready-test ## measure the speed, and write bench/results.md
	$(RUN)/python bench/run.py

bench-typography: $(VENV)/.ready-test ## set five texts in three measures beside four other systems and measure the lines; sh bench/typography/peers.sh installs those
	$(RUN)/python bench/typography/run.py

accept: $(VENV)/.ready-test ## take what comes out now as the expected text of the cases; read the diff before you commit
	$(RUN)/python -m pytest tests/cases --accept

schema: $(VENV)/.ready ## write docs/sections.md and docs/section.schema.json anew
	$(RUN)/python -c "from reportbuilder.load.describe import sections_md; print(sections_md(), end='')" > docs/.new
	mv docs/.new docs/sections.md
	$(RUN)/reportbuilder schema > docs/.new
	mv docs/.new docs/section.schema.json

clean: ## remove what was made, but not the environment in .venv/
	rm -rf out .cache .judges .peers .pytest_cache .hypothesis

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' Makefile

# An environment is made anew only when one of these two files changes.
$(VENV)/.ready: pyproject.toml constraints.txt
	test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(RUN)/python -m compileall -q src
	touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	$(RUN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	touch $@
