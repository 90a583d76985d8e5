#!/bin/sh
# The site with the demo province on this machine. Data lie in var/ (THADS_HOME elsewhere); PORT=8000 unless told.
set -eu
cd "$(dirname "$0")/.."
export THADS_HOME="${THADS_HOME:-$PWD/var}"
.venv/bin/thads demo
exec .venv/bin/thads serve --port "${PORT:-8000}"
