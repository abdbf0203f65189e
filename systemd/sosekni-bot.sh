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
exec /usr/bin/env node --env-file="$env_file" /opt/sosekni-bot/dist/main.js "$@"
