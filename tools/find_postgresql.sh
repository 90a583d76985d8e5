#!/bin/sh
# Print the folder of the newest PostgreSQL server's programs (initdb, pg_ctl); fail where there is none.
{ ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -rV
  dirname "$(command -v initdb 2>/dev/null || echo /nowhere/initdb)"
} | while read -r folder; do
  if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ]; then echo "$folder"; break; fi
done | grep .
