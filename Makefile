PYTHON := .venv/bin/python
ARGS :=

export PATH := $(CURDIR)/.venv/bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help run demo test test-model check bench truth

help: ## tell what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: ## serve on http://127.0.0.1:4000 (HOST and PORT choose another address)
	@sh .ci/setup run
	@$(PYTHON) -m ghostly serve $(ARGS)

demo: ## test the bundled demo application and watch the events go by
	@sh .ci/setup demo
	@$(PYTHON) -m ghostly demo $(ARGS)

test: ## run all tests (ARGS="-k stream" for some of them)
	@sh .ci/setup test
	@bash .ci/test $(ARGS)

test-model: ## run the tests with a real small model, which is built and installed first
	@sh .ci/setup test
	@sh .ci/setup-model
	@$(PYTHON) -m pytest -m model tests $(ARGS)

check: ## style, format, types and architecture
	@sh .ci/setup check
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m pytest -q tests/test_architecture.py

truth: ## measure how often the verdict is true, on four applications with faults switched on
	@sh .ci/setup test
	@$(PYTHON) bench/truth $(ARGS)

bench: ## compare a run with the same steps in plain Playwright
	@sh .ci/setup demo
	@$(PYTHON) bench/steps.py $(ARGS)
