#!/bin/sh
# The whole of `make test`: static checks, every suite on SQLite, the suites with a database again on PostgreSQL,
# journeys in Chromium. Goes on after a failure, so that one run tells everything; fails at the end if anything did.
set -eu
cd "$(dirname "$0")/.."
. tools/stages.sh
. tools/checks.sh
run_checks
stage "tests on SQLite"             pytest -q -n 2 -m "not browser"
stage "tests on PostgreSQL"         sh tools/with_postgresql.sh pytest -q -n 2 -m "not browser"
stage "journeys in the browser"     pytest -q -m browser tests/browser
close_stages
