#!/bin/sh
# Run a command with a PostgreSQL server of its own: a new cluster in a temporary folder, reached by a unix socket only,
# stopped and removed afterwards. THADS_TEST_DATABASE_URL tells the command where it is.
#   tools/with_postgresql.sh pytest tests/rooms
set -eu
cd "$(dirname "$0")/.."
programs=$(sh tools/find_postgresql.sh) || { echo "No PostgreSQL server found (initdb, pg_ctl)." >&2; exit 1; }
folder=$(mktemp -d /tmp/thads-postgresql.XXXXXX)

# PostgreSQL refuses to run as root, so root lends it to an ordinary user.
owner=
if [ "$(id -u)" = 0 ]; then
  if id postgres >/dev/null 2>&1; then owner=postgres; else owner=nobody; fi
  chown "$owner" "$folder"
fi
chmod 755 "$folder"
as_owner() { if [ -n "$owner" ]; then (cd / && setpriv --reuid="$owner" --regid="$(id -g "$owner")" --clear-groups env HOME="$folder" "$@"); else "$@"; fi; }

stop() {
  as_owner "$programs/pg_ctl" -D "$folder/cluster" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

as_owner "$programs/initdb" -D "$folder/cluster" -U thads -A trust -E UTF8 --locale=C.UTF-8 >"$folder.log" 2>&1 ||
  { cat "$folder.log" >&2; rm -f "$folder.log"; echo "PostgreSQL's cluster could not be made." >&2; exit 1; }
rm -f "$folder.log"
# Safety against power failure costs time and guards nothing here.
as_owner "$programs/pg_ctl" -D "$folder/cluster" -w -t 60 -l "$folder/cluster/server.log" start -o \
  "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=50" >/dev/null ||
  { as_owner cat "$folder/cluster/server.log" >&2; echo "PostgreSQL did not start." >&2; exit 1; }

socket=$(printf %s "$folder" | sed 's|/|%2F|g')
THADS_TEST_DATABASE_URL="postgres://thads@$socket/postgres" "$@"
