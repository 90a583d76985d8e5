# Part of set_up.sh: the virtual environment .venv with the exact versions of constraints.txt.

set_up_python() {
  wanted=$(fingerprint pyproject.toml constraints.txt)
  for stamp in .venv/.set-up-test .venv/.set-up-"$1"; do
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && [ -x .venv/bin/thads ] && .venv/bin/python -c '' 2>/dev/null
    then return 0; fi
  done
  [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1 || make_environment
  case $1 in test) extras=postgres,dev ;; *) extras=postgres ;; esac
  say "Installing the pinned Python packages (one to three minutes the first time) …"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$extras]" ||
    give_up "The Python packages could not be installed (see pip's message above). Is the package index reachable?"
  printf '%s\n' "$wanted" > .venv/.set-up-"$1"
}

make_environment() {
  python=$(suitable_python) ||
    give_up "Python 3.11 or newer is needed; none of python3, python3.14, python3.13, python3.12, python3.11 is. Set PYTHON=/path/to/it if it lies elsewhere."
  say "Making the virtual environment .venv with $($python --version) …"
  rm -rf .venv
  "$python" -m venv .venv >/dev/null 2>&1 && return 0
  rm -rf .venv
  may_install || give_up "Python's venv module is not complete. On Debian: apt-get install python3-venv"
  install_packages python3-venv
  "$python" -m venv .venv || give_up "The virtual environment could not be made (see the message above)."
}

suitable_python() {
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
    then printf '%s\n' "$candidate"; return 0; fi
  done
  return 1
}
