#!/usr/bin/env bash
# Makes a Debian 12 with systemd, and what docs/operations.md installs from Debian, as a folder, where it is not there yet or is
# older than a month. It is there whole or not at all, whatever ends this script.
#   debian-tree.sh FOLDER PACKAGE…
set -euo pipefail
folder=$1
shift
making=$folder.making

mkdir -p "$(dirname "$folder")"
exec 9>"$folder.lock"
flock 9
if [ -d "$folder" ]; then
  [ -n "$(find "$folder" -maxdepth 0 -mtime +30)" ] || exit 0
  rm -rf "$folder"
fi
# Of one that was ended: whoever makes it holds the lock.
rm -rf "$making"
trap 'rm -rf "$making"' EXIT

# What the packages start or mount ends with this namespace, so that nothing of this machine is ever below what is removed.
unshare --mount --propagation private --pid --fork --kill-child --mount-proc bash -euo pipefail -s "$making" "$@" >&2 9>&- <<'END'
tree=$1
shift
debootstrap --variant=minbase --include=systemd,systemd-sysv,dbus bookworm "$tree"
# Nothing is to be started here.
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
chmod 0755 "$tree/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$tree/etc/resolv.conf"
mount --bind /dev "$tree/dev"
mount --bind /proc "$tree/proc"
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
# What a power cut would do to it is of no matter.
chroot "$tree" apt-get install --yes --quiet --no-install-recommends -o Dpkg::Options::=--force-unsafe-io "$@"
chroot "$tree" apt-get clean
rm "$tree/usr/sbin/policy-rc.d" "$tree/etc/resolv.conf"
END
touch "$making"
mv "$making" "$folder"
