# The only commands to learn. Each does its own set-up and may be run again at any time.
.PHONY: help demo test check docs bench hooks
.DEFAULT_GOAL := help

help:            ## this list
	@sed -n 's/^\([a-z]*\): *##/make \1\t/p' Makefile

demo:            ## set up, load the demo province, serve it on this machine (PORT=8000 unless told)
	@sh tools/set_up.sh run
	@exec sh tools/demo.sh

test:            ## set up, static checks, every suite on SQLite and on PostgreSQL, browser journeys
	@sh tools/set_up.sh test
	@exec sh tools/test.sh

check:           ## static checks only: style, types, import contracts, templates, migrations
	@sh tools/set_up.sh check
	@exec sh tools/check.sh

docs:            ## write docs/glossary.md and docs/reference again from code and law
	@sh tools/set_up.sh run
	@exec sh tools/docs.sh

bench:           ## measure the speeds of docs/benchmark.md on this machine
	@sh tools/set_up.sh check
	@exec sh tools/bench.sh

hooks:           ## have git run `make check` before each commit
	@printf '#!/bin/sh\nexec make check\n' > "$$(git rev-parse --git-path hooks)/pre-commit"
	@chmod +x "$$(git rev-parse --git-path hooks)/pre-commit"
