PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: audit browser dist drafts screenshots site demo test lint setup clean accuracy fuzz fuzz-guided large mutants pictures soak speed visibility

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

setup: $(VENV)/.ready

demo: setup ## check the example publications; they have defects on purpose, so status 1 is right
	$(BIN)/publicity-check check examples || test $$? = 1

test: setup ## run every test
	$(BIN)/python -m pytest -n auto

lint: setup ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

browser: setup ## what the tests of the HTML report in a browser need, beside Debian's package chromium
	$(BIN)/python -m pip install --quiet playwright
	npm install --silent --no-save --no-package-lock axe-core

$(VENV)/.docs-ready: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group docs
	touch $@

site: $(VENV)/.docs-ready ## build the documentation site in build/site; pages of rules and checks are made from rules/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

screenshots: browser ## take the pictures of the HTML report that docs/ shows anew (needs Chromium)
	$(BIN)/python tools/make_screenshots.py

dist: setup ## build wheel and source archive in dist/, and try each in a clean environment
	tools/try_dist.sh $(BIN)/python

clean: ## remove what make made
	rm -rf $(VENV) build dist

visibility: browser ## draw every page of benchmarks/visibility in Chromium, and hold what the reader says against what is drawn
	$(BIN)/python -m benchmarks.visibility

MANIFEST ?= $(wildcard ../shared/corpus/manifest.toml)

accuracy: setup ## measure how often the tool is right, write docs/quality.md, fail below a floor
	$(BIN)/python -m benchmarks.accuracy $(if $(MANIFEST),--manifest $(MANIFEST)) --misses build/misses.txt --save --check

COUNT ?= 100000
SHARE ?= 1
ONLY ?=

fuzz: setup ## check broken publications: no crash, no hang, no growth, the right exit status
	PYTHONPATH=. $(BIN)/python tests/fuzz/fuzz_campaign.py --count $(COUNT)

large: setup ## check publications of one thing, very often: each within 10 s and 500 MB (an hour; SHARE=0.1 ONLY="links": faster, some)
	PYTHONPATH=. $(BIN)/python tests/fuzz/fuzz_large.py --share $(SHARE) --only "$(ONLY)"

fuzz-guided: setup ## the same, led by the code that is reached (atheris; Linux, Python 3.11 to 3.13)
	$(BIN)/python -m pip install --quiet --group fuzz
	PYTHONPATH=. $(BIN)/python tests/fuzz/fuzz_campaign.py --guided --count $(COUNT)

mutants: setup ## change the deciding modules one thing at a time: fails if the tests do not see a new change (MODULE=match: one module alone; ENDING=7: those whose number ends so; hours for all)
	$(BIN)/python -m pip install --quiet --group mutants
	nice -n 15 $(BIN)/python tools/mutants.py $(if $(ENDING),--ending $(ENDING)) $(MODULE)

pictures: setup ## draw a thousand pictures with and without the emblem, and count how often it is told
	$(BIN)/python -m benchmarks.pictures

audit: setup ## hold 300 made publications against a made register of 5,000 operations: which of 60 planted differences are told
	$(BIN)/python -m benchmarks.audit --save

soak: setup ## check 10,000 publications in one process: memory stays flat
	$(BIN)/python -m benchmarks.soak

speed: ## measure the speed beside other tools, installed as users have it (needs npm, a quarter of an hour); write docs/speed.md
	$(PYTHON) -m venv build/speed
	build/speed/bin/python -m pip install --quiet .
	build/speed/bin/python -m benchmarks.speed --save

drafts: setup ## give 500 generated drafts back, and look whether any is lost, worse or changed where nothing was told
	$(BIN)/python -m benchmarks.given_back 500
