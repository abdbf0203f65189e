#!/bin/sh
# PostgreSQL's archive_command: copies a piece of WAL into the archive. The server forgets its own copy once this says 0, so
# that has to mean: it is on the disk, whole, under its name, and nothing else was there by that name.
#   postgres-archive-wal.sh FROM TO
set -eu
umask 077
from=$1
to=$2
mkdir -p "$(dirname "$to")"

if [ -e "$to" ]; then
  # The server asks again when it died before it heard the answer.
  cmp -s "$from" "$to" && exit 0
  echo "$to is there already and is another one: two servers must not share an archive" >&2
  exit 1
fi
unfinished="$(dirname "$to")/.unfinished-$(basename "$to")"
cp "$from" "$unfinished"
sync "$unfinished"
mv "$unfinished" "$to"
sync "$(dirname "$to")"
