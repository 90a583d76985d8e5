#!/bin/sh
# The static checks of `make check`, which `make test` runs first.
set -eu
cd "$(dirname "$0")/.."
. tools/stages.sh
. tools/checks.sh
run_checks
close_stages
