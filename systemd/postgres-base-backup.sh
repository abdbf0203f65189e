#!/bin/sh
# Makes and verifies a base backup of the whole PostgreSQL server; archived WAL adds everything since. Run it once a day as a user
# with the replication privilege (Debian: postgres). It connects with PGHOST, PGPORT, PGUSER and ~/.pgpass.
#   postgres-base-backup.sh FOLDER [KEEP]     FOLDER holds base/ and wal/; keeps KEEP backups, by default 7
set -eu
umask 077
folder=$1
keep=${2:-7}
# On Debian, the server's programs are not in PATH.
for programs in /usr/lib/postgresql/*/bin; do PATH="$PATH:$programs"; done

mkdir -p "$folder/base" "$folder/wal"
name=$(date -u +%Y%m%dT%H%M%SZ)
unfinished="$folder/base/.unfinished-$name"
trap 'rm -rf "$unfinished"' EXIT
pg_basebackup --pgdata="$unfinished" --wal-method=stream --checkpoint=fast --manifest-checksums=SHA256
pg_verifybackup --quiet "$unfinished"
sync
mv "$unfinished" "$folder/base/$name"
sync "$folder/base"
echo "made $folder/base/$name"

# Lists the backups this script made, the oldest first. It keeps the newest ones and the WAL since the oldest of those.
copies() { find "$folder/base" -maxdepth 1 -type d -name '[0-9]*T[0-9]*Z' -printf '%f\n' | sort; }
copies | head -n "-$keep" | while read -r old; do
  rm -rf "${folder:?}/base/$old"
  echo "removed $folder/base/$old"
done
oldest=$(copies | head -n 1)
first=$(sed -n 's/^START WAL LOCATION: .*(file \([0-9A-F]*\)).*/\1/p' "$folder/base/$oldest/backup_label")
pg_archivecleanup "$folder/wal" "$first"
