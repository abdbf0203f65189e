#!/bin/sh
# Installs sosekni-bot as a systemd service, from the folder it was built in. Run it again to install that folder's version;
# settings and data are kept.
set -eu

usage() {
  cat <<'END'
Usage: systemd/install.sh [--dry-run] [--yes] [--root DIR]
       systemd/install.sh --uninstall [--purge] [--dry-run] [--yes] [--root DIR]

Shows the steps, asks, and carries them out.

  --dry-run    only show the steps
  --yes        do not ask before starting; missing settings are still asked for
  --root DIR   install below DIR, such as a mounted image, and start nothing
  --uninstall  stop the service and remove the program, but keep settings, data and logs
  --purge      with --uninstall: remove those too, for good
END
}

root='' dry_run=no yes=no uninstall=no purge=no
while [ $# -gt 0 ]; do
  case $1 in
    --dry-run) dry_run=yes ;;
    --yes) yes=yes ;;
    --uninstall) uninstall=yes ;;
    --purge) purge=yes ;;
    --root)
      if [ $# -lt 2 ] || [ ! -d "$2" ]; then
        echo "--root needs an existing folder." >&2
        exit 64
      fi
      root=$(cd "$2" && pwd)
      shift
      ;;
    --help | -h) usage; exit 0 ;;
    *) printf 'unknown option %s\n\n' "$1" >&2; usage >&2; exit 64 ;;
  esac
  shift
done

source=$(cd "$(dirname "$0")/.." && pwd)
program=$root/opt/sosekni-bot
settings=$root/etc/sosekni-bot
units=$root/etc/systemd/system
wrapper=$root/usr/local/bin/sosekni-bot
log_rules=$root/etc/logrotate.d
log_rule=$log_rules/sosekni-bot
env_file=$settings/sosekni-bot.env
token_file=$settings/telegram_bot_token
unit_names='sosekni-bot.service sosekni-bot-backup.service sosekni-bot-backup.timer'
least_node=20.18.1

# Whether systemd is process 1 and this machine is the one to install on.
systemd_runs() { [ -z "$root" ] && [ -d /run/systemd/system ]; }

# The list of actions runs twice: `mode` says whether to show them or carry them out.
mode=show
act() {
  printf '  %s\n' "$1"
  shift
  [ "$mode" = show ] || "$@"
}

# systemd's search path, which may differ from this shell's.
program_path() { if [ -z "$root" ]; then echo /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; else echo "$PATH"; fi; }

require_node() {
  found=$(env PATH="$(program_path)" node --version 2>/dev/null) || found=none
  [ "$found" = none ] || env PATH="$(program_path)" node -e '
    const [found, least] = [process.versions.node, process.argv[1]].map((version) => version.split(".").map(Number));
    const differs = found.findIndex((part, n) => part !== least[n]);
    process.exit(differs === -1 || found[differs] > least[differs] ? 0 : 1);' "$least_node" || found="only $found"
  case $found in
    v*) ;;
    *)
      echo "The bot needs Node $least_node or newer in one of $(program_path); there is $found." >&2
      exit 1
      ;;
  esac
}

# The folders of the packages that the program needs at run time, one per line. Development packages are left out, and so are
# optional ones that could not be installed.
list_packages() {
  # shellcheck disable=SC2016 # the expressions are JavaScript
  env PATH="$(program_path)" node -e '
    const { existsSync, readFileSync } = require("node:fs");
    const [, source] = process.argv;
    const { packages } = JSON.parse(readFileSync(`${source}/package-lock.json`, "utf8"));
    for (const [folder, { dev, devOptional, optional }] of Object.entries(packages)) {
      // Nested packages are copied with their parents.
      if (folder === "" || dev || folder.lastIndexOf("node_modules/") > 0) continue;
      if (existsSync(`${source}/${folder}`)) console.log(folder);
      else if (!optional && !devOptional) {
        console.error(`${source}/${folder} is missing. Run npm ci in ${source} first.`);
        process.exit(1);
      }
    }' "$source"
}

copy_program() {
  mkdir -p "$root/opt"
  rm -rf "$program.new" "$program.old"
  mkdir "$program.new"
  # README, docs and systemd too: the units, the settings and PostgreSQL's archive command refer to them there.
  for part in package.json package-lock.json README.md .env.example dist drizzle docs systemd; do
    [ ! -e "$source/$part" ] || cp -RP "$source/$part" "$program.new/$part"
  done
  list_packages | while IFS= read -r package; do
    mkdir -p "$(dirname "$program.new/$package")"
    # Keep symbolic links.
    cp -RP "$source/$package" "$program.new/$package"
  done
  # The daemon's user has to be able to read it, whatever the umask is.
  chmod -R u=rwX,go=rX "$program.new"
  [ ! -e "$program" ] || mv "$program" "$program.old"
  mv "$program.new" "$program"
  rm -rf "$program.old"
}

make_settings_folder() { mkdir -p "$settings" && chmod 0700 "$settings"; }
write_env() {
  (umask 077 && sed "s/^ADMIN_TELEGRAM_ID=.*/ADMIN_TELEGRAM_ID=$admin/" "$source/systemd/sosekni-bot.env.example" >"$env_file")
}
write_token() { (umask 077 && printf '%s\n' "$token" >"$token_file"); }
protect() { chmod 0600 "$env_file" "$token_file"; }

copy_units() {
  mkdir -p "$units"
  for unit in $unit_names; do install -m 0644 "$source/systemd/$unit" "$units/$unit"; done
}
copy_wrapper() {
  mkdir -p "$(dirname "$wrapper")"
  install -m 0755 "$source/systemd/sosekni-bot.sh" "$wrapper"
}
copy_log_rule() { install -m 0644 "$source/systemd/sosekni-bot.logrotate" "$log_rule"; }
start_service() {
  systemctl daemon-reload
  systemctl enable sosekni-bot
  # Restart, not start: the previous version may be running.
  systemctl restart sosekni-bot
}
say_how_to_start() {
  if [ -n "$root" ]; then
    echo "Nothing was started, because of --root. On the machine itself, run: systemctl enable --now sosekni-bot"
  elif ! systemd_runs; then
    echo "systemd is not running here, so nothing was enabled or started. Once it runs: systemctl enable --now sosekni-bot"
  else
    echo "It runs. To look at it: systemctl status sosekni-bot, journalctl -u sosekni-bot, sosekni-bot check"
    echo "BACKUP_SCHEDULE in $env_file says when it makes backups. To have systemd make them instead, use sosekni-bot-backup.timer."
  fi
}

install_actions() {
  act "copy the program and its packages from $source to $program" copy_program
  act "create $settings, readable by root only" make_settings_folder
  [ -s "$env_file" ] || act "write $env_file with your Telegram ID" write_env
  [ -s "$token_file" ] || act "write the bot's token into $token_file" write_token
  act "make the settings and the token readable by root only" protect
  act "copy the units to $units: $unit_names" copy_units
  act "install the command sosekni-bot as $wrapper" copy_wrapper
  if [ ! -d "$log_rules" ]; then
    [ "$mode" != show ] || echo "  (there is no $log_rules. If you use LOG_FILE, install logrotate and run this again; otherwise the file grows without limit)"
  elif [ ! -e "$log_rule" ]; then
    act "add the logrotate rule $log_rule" copy_log_rule
  fi
  ! systemd_runs || act "enable the service and (re)start it" start_service
}

stop_service() {
  # Units that are not installed cannot be stopped, which is fine.
  systemctl disable --now sosekni-bot-backup.timer sosekni-bot.service 2>/dev/null || true
}
remove_units() { for unit in $unit_names; do rm -f "$units/$unit"; done; }
forget_units() { systemctl daemon-reload; }
remove_log_rule() { rm -f "$log_rule"; }
remove_program() { rm -rf "$program" "$program.new" "$program.old" "$wrapper"; }
# With DynamicUser, systemd keeps the folders in private/ and links to them.
remove_data() {
  for place in var/lib/sosekni-bot var/lib/private/sosekni-bot var/log/sosekni-bot var/log/private/sosekni-bot etc/sosekni-bot \
    var/lib/systemd/timers/stamp-sosekni-bot-backup.timer; do
    rm -rf "${root:?}/$place"
  done
}
remove_data_of_this_machine() { root=/ && remove_data; }

uninstall_actions() {
  ! systemd_runs || act "stop and disable the service and the timer" stop_service
  act "remove the units from $units" remove_units
  ! systemd_runs || act "reload systemd" forget_units
  [ ! -e "$log_rule" ] || act "remove $log_rule" remove_log_rule
  act "remove $program and $wrapper" remove_program
  if [ "$purge" = no ]; then
    echo "  (settings in $settings, data in $root/var/lib/sosekni-bot and logs in $root/var/log/sosekni-bot stay; --purge removes them)"
  elif [ -z "$root" ]; then
    act "remove settings, data and logs FOR GOOD: /etc, /var/lib and /var/log/sosekni-bot" remove_data_of_this_machine
  else
    act "remove settings, data and logs FOR GOOD: etc, var/lib and var/log/sosekni-bot below $root" remove_data
  fi
}

# ask QUESTION PATTERN: reads a line that matches the extended regular expression into `answer`.
ask() {
  while :; do
    printf '%s ' "$1" >&2
    IFS= read -r answer || { echo "No answer: nothing was installed." >&2; exit 64; }
    if printf '%s\n' "$answer" | grep -Eq "$2"; then return; fi
    echo "That does not look right." >&2
  done
}
ask_token() {
  # Do not show the token on the screen.
  if [ -t 0 ]; then
    trap 'stty echo' EXIT
    trap 'stty echo; exit 130' INT TERM
    stty -echo
  fi
  ask "The bot's token, from @BotFather:" '^[0-9]+:[A-Za-z0-9_-]{20,}$'
  token=$answer
  if [ -t 0 ]; then
    stty echo
    trap - EXIT INT TERM
    echo >&2
  fi
}
ask_settings() {
  if [ ! -s "$env_file" ]; then
    ask 'Your numeric Telegram ID (separate several admins with commas):' '^[0-9]+(, *[0-9]+)*$'
    admin=$answer
  fi
  [ -s "$token_file" ] || ask_token
}

if [ "$uninstall" = no ]; then
  [ "$purge" = no ] || { echo "--purge needs --uninstall." >&2; exit 64; }
  for part in dist/main.js node_modules drizzle package-lock.json; do
    [ -e "$source/$part" ] || { echo "$source/$part is missing. Run npm ci in $source first." >&2; exit 1; }
  done
  require_node
  list_packages >/dev/null
  actions=install_actions
else
  actions=uninstall_actions
fi
if [ -z "$root" ] && [ "$dry_run" = no ] && [ "$(id -u)" != 0 ]; then
  echo "This needs root: run it with sudo, or use --dry-run to see the steps." >&2
  exit 77
fi

echo "This will"
$actions
[ "$dry_run" = no ] || exit 0
if [ "$yes" = no ]; then
  printf 'Continue? [y/N] ' >&2
  IFS= read -r answer || answer=n
  case $answer in y | Y | yes) ;; *) echo "Nothing was done." >&2; exit 1 ;; esac
fi
[ "$uninstall" = yes ] || ask_settings
mode=carry-out
echo "Working:"
$actions
if [ "$uninstall" = no ]; then say_how_to_start; else echo "Done."; fi
