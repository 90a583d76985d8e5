#!/bin/sh
# Write the generated pages anew.
set -eu
cd "$(dirname "$0")/.."
exec .venv/bin/python tools/reference_pages.py
