#!/bin/sh
# Measure the promised speeds and keep the table in docs/benchmark.md; further words go to bench/run.py.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/python bench/run.py --write "$@"
