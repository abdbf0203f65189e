#!/bin/sh
# PostgreSQL's archive_command: copies a WAL file into the archive. The server may delete its own copy once this exits with 0, so
# 0 must mean: the whole file is on disk under its name, and no other file had that name.
#   postgres-archive-wal.sh FROM TO
set -eu
umask 077
from=$1
to=$2
mkdir -p "$(dirname "$to")"

if [ -e "$to" ]; then
  # The server asks again if it crashed before it got the answer.
  cmp -s "$from" "$to" && exit 0
  echo "$to already exists with other content: two servers must not share an archive" >&2
  exit 1
fi
unfinished="$(dirname "$to")/.unfinished-$(basename "$to")"
cp "$from" "$unfinished"
sync "$unfinished"
mv "$unfinished" "$to"
sync "$(dirname "$to")"
