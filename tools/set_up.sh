#!/bin/sh
# Set up what the project needs, and nothing twice.
#   tools/set_up.sh run     .venv with the pinned packages, browser libraries from npm
#   tools/set_up.sh check   the same, with the tools of the static checks
#   tools/set_up.sh test    the same, with what the tests need from the system: PostgreSQL, Chromium, LibreOffice
# Each step leaves a stamp with the fingerprint of what it was made from; a step whose stamp still fits is skipped.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?say what for: run, check or test}
. tools/set_up_python.sh
. tools/set_up_browser_libraries.sh
. tools/set_up_machine.sh

say() { printf '%s\n' "$*" >&2; }
give_up() { say "$*"; exit 1; }
fingerprint() { cat "$@" | cksum | tr -s ' ' '-'; }

case $purpose in
  run)   set_up_python run; set_up_browser_libraries ;;
  check) set_up_python test; set_up_browser_libraries ;;
  test)  set_up_machine; set_up_python test; set_up_browser_libraries ;;
  *)     give_up "tools/set_up.sh: unknown purpose '$purpose'; say run, check or test" ;;
esac
