# Part of check.sh and test.sh: everything that can be said about the code without running it.

run_checks() {
  PATH="$PWD/.venv/bin:$PATH"
  export PATH PYTHONPATH=src DJANGO_SETTINGS_MODULE=thads.config.test_settings
  stage "style of code: ruff check"          ruff check --quiet .
  stage "layout of code: ruff format"        ruff format --check --quiet .
  stage "types: mypy"                        mypy
  stage "who may import whom: lint-imports"  lint-imports --no-logo
  stage "style of templates: djlint"         check_templates
  stage "migrations are complete"            python -W error -m django makemigrations --check --dry-run
  stage "Django's own checks"                python -m django check --fail-level WARNING
  stage "no addresses of package indexes, no large files" check_repository
}

check_templates() {
  djlint --lint --quiet src/thads/interfaces/web && djlint --check --quiet src/thads/interfaces/web
}

# What must not be in a repository that others clone: where packages came from, and things better made than stored.
check_repository() {
  [ -e .git ] || return 0
  if git grep -nIE '"resolved": *"http|--(extra-)?index-url|^registry *=|(^|[ "(])/(root|home)/' -- ':!tools/checks.sh'
  then return 1; fi
  git ls-files -z | xargs -0 -r du -k 2>/dev/null | awk '$1 > 1024 { print "larger than 1 MB: " $2; bad = 1 } END { exit bad }'
}
