#!/bin/sh
# /usr/local/bin/sosekni-bot: a command of the bot with the settings of its service, for root: sosekni-bot check
set -eu

env_file=/etc/sosekni-bot/sosekni-bot.env
case ${1:-run} in
  run)
    # Run by hand as root, it would leave files that the service's user can't write.
    echo "systemd runs the daemon: systemctl start sosekni-bot. See sosekni-bot --help for what else there is." >&2
    exit 64
    ;;
esac
[ -r "$env_file" ] || { echo "$env_file can't be read: run this as root." >&2; exit 77; }

# As in the unit: the file wins over these.
grep -q '^DATABASE_URL=' "$env_file" || export DATABASE_URL=file:/var/lib/sosekni-bot/sosekni.db
grep -q '^BACKUP_DIR=' "$env_file" || export BACKUP_DIR=/var/lib/sosekni-bot/backups
# The files that the unit loads as credentials have the credentials' names.
export CREDENTIALS_DIRECTORY=/etc/sosekni-bot NODE_ENV=production
set -- /usr/bin/env node --env-file="$env_file" /opt/sosekni-bot/dist/main.js "$@"

# The program does this as the user whose the data is. systemd keeps the data of a service whose user it makes up in a folder
# that only root may pass, so the command gets a view of its own, in which everybody may, and nothing else is in there.
data=$(readlink -f /var/lib/sosekni-bot || echo none)
case $data in
  /var/lib/private/*)
    # shellcheck disable=SC2016 # it is for the shell in there
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
