# Part of set_up.sh: what only the tests need from the system, PostgreSQL, Chromium, LibreOffice,
# by apt-get where it may be used; else it says exactly what is missing.

set_up_machine() {
  missing=
  has_postgresql  || missing="$missing postgresql"
  has_chromium    || missing="$missing chromium"
  has_libreoffice || missing="$missing libreoffice-calc libreoffice-writer"
  if [ -z "$missing" ]; then return 0; fi
  may_install ||
    give_up "The tests need, and this machine lacks:$missing. They may not be installed from here (that takes apt-get and root or sudo without a password); ask for: apt-get install$missing"
  # shellcheck disable=SC2086 # one word per package
  install_packages $missing
  has_postgresql  || give_up "PostgreSQL's initdb is still not found after installing the package postgresql."
  has_chromium    || give_up "Chromium is still not found after installing the package chromium."
  has_libreoffice || give_up "LibreOffice is still not found after installing its packages."
}

has_postgresql()  { sh tools/find_postgresql.sh >/dev/null; }
has_chromium()    { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null
has_libreoffice() { command -v soffice || command -v libreoffice; } >/dev/null

may_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

install_packages() {
  say "Installing with apt-get: $* …"
  if [ "$(id -u)" = 0 ]; then as_root=; else as_root='sudo -n'; fi
  log=$(mktemp)
  if $as_root apt-get update >"$log" 2>&1 &&
     $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1 </dev/null
  then rm -f "$log"; return 0; fi
  tail -n 20 "$log" >&2
  give_up "apt-get could not install: $* (its last lines stand above, the whole in $log)."
}
