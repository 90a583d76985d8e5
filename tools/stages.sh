# Run named stages one after the other, go on after a failure, and say at the end how each went.
#   . tools/stages.sh;  stage "style" ruff check;  close_stages
failed=
summary=

stage() {
  title=$1; shift
  printf '\n\033[1m== %s\033[0m\n' "$title"
  began=$(date +%s)
  if "$@"; then outcome=ok; else outcome=FAILED; failed=yes; fi
  summary="$summary$(printf '%-8s %4ss  %s' "$outcome" $(($(date +%s) - began)) "$title")
"
}

close_stages() {
  printf '\n== Summary\n%s' "$summary"
  if [ -n "$failed" ]; then echo "Something failed: see above."; return 1; fi
  echo "All is well."
}
