#!/bin/sh
# /usr/local/bin/sosekni-bot: runs the bot's commands with the service's settings, as root. Example: sosekni-bot check
set -eu

env_file=/etc/sosekni-bot/sosekni-bot.env
case ${1:-run} in
  run)
    # Run by hand as root, the daemon would leave files that the service's user can't write.
    echo "systemd runs the daemon: systemctl start sosekni-bot. For other commands, see sosekni-bot --help." >&2
    exit 64
    ;;
esac
[ -r "$env_file" ] || { echo "$env_file can't be read: run this as root." >&2; exit 77; }

# As in the unit, the file overrides these.
grep -q '^DATABASE_URL=' "$env_file" || export DATABASE_URL=file:/var/lib/sosekni-bot/sosekni.db
grep -q '^BACKUP_DIR=' "$env_file" || export BACKUP_DIR=/var/lib/sosekni-bot/backups
# The files that the unit loads as credentials are named after them.
export CREDENTIALS_DIRECTORY=/etc/sosekni-bot NODE_ENV=production
set -- /usr/bin/env node --env-file="$env_file" /opt/sosekni-bot/dist/main.js "$@"

# The program switches to the user that owns the data. For a service with DynamicUser, systemd keeps the data in a folder that
# only root may enter. So the command gets its own mount namespace, where everyone may enter that folder and only this data is
# in it.
data=$(readlink -f /var/lib/sosekni-bot || echo none)
case $data in
  /var/lib/private/*)
    # shellcheck disable=SC2016 # the inner shell expands these
    exec unshare --mount --propagation private /bin/sh -euc '
      data=$1
      shift
      mount --bind "$data" /mnt
      mount -t tmpfs -o mode=0755,size=16k sosekni-bot /var/lib/private
      mkdir "$data"
      mount --move /mnt "$data"
      exec "$@"' sh "$data" "$@"
    ;;
esac
exec "$@"
