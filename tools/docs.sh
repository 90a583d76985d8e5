#!/bin/sh
# Write the generated pages anew.
set -eu
cd "$(dirname "$0")/.."
.venv/bin/python tools/reference_pages.py
exec .venv/bin/python tools/build_counting_docs.py
