#!/bin/bash
# Runs the unit under a real `systemd --user`: start, ready, notice, reload, kill -9 and restart, stop.
#
# unshare --mount tests/systemd.sh BINARY ROOT

set -euo pipefail
binary=$1 root=$2

home=$(mktemp -d)
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd/system /run/user/test
chmod 700 /run/user/test
export HOME=$home XDG_RUNTIME_DIR=/run/user/test TZ=Asia/Baku LC_ALL=C.UTF-8
unset XDG_CONFIG_HOME XDG_STATE_HOME DBUS_SESSION_BUS_ADDRESS NOTIFY_SOCKET DISPLAY JOURNAL_STREAM
pids=
trap 'kill $pids 2>/dev/null; wait; rm -rf "$home"' EXIT

fail() {
    echo "not ok: $*"
    systemctl --user status remembrance --no-pager --lines=0 || true
    cat "$home/manager.log" || true
    exit 1
}

# Waits until a command succeeds; events of another process have no other way to a shell.
await() {
    local what=$1; shift
    for _ in $(seq 600); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.05
    done
    fail "waited in vain until $what"
}

property() { systemctl --user show remembrance -p "$1" --value; }
status_is() { [[ "$(property StatusText)" == $1 ]]; }
notices() { dunstctl close-all; dunstctl history | grep -c '"data" : "Black January · 37 years"'; }
notices_are() { [ "$(notices)" = "$1" ]; }

# Installed as a packager installs it; then the clock is set, so that the day is today.
make -s -C "$root" install BINARY="$binary" PREFIX="$home/.local" > /dev/null
unit=$home/.local/lib/systemd/user/remembrance.service
grep -q "^ExecStart=$home/.local/bin/remembrance run$" "$unit" || fail "the unit names the binary"
sed -i "s|remembrance run|remembrance run --now '2027-01-20 08:59:58'|" "$unit"
mkdir -p "$home/.config/systemd/user"
cp "$unit" "$home/.config/systemd/user/"
systemd-analyze --user verify "$home/.config/systemd/user/remembrance.service" 2> "$home/verify" || true
! grep remembrance "$home/verify" || fail "systemd-analyze finds fault with the unit"

/lib/systemd/systemd --user --log-target=console > "$home/manager.log" 2>&1 &
pids="$pids $!"
await "the manager runs" systemctl --user is-system-running
number=$((40000 + $$ % 5000))
Xvfb ":$number" -screen 0 800x500x24 -nolisten tcp > /dev/null 2>&1 &
pids="$pids $!"
export DISPLAY=":$number" DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/test/bus
await "the screen is there" test -S "/tmp/.X11-unix/X$number"
dunst -conf /dev/null > /dev/null 2>&1 &
pids="$pids $!"
await "dunst is there" busctl --user status org.freedesktop.Notifications

systemctl --user start remembrance || fail "it does not start"
echo "ok: started, and ready"
[ "$(property ActiveState)" = active ] || fail "it is not active"
await "the notice is shown" status_is "next: Black January, 2027-01-20 11:55"
await "the notice is on the screen" notices_are 1
echo "ok: the notice was on the screen, and the status says what is next"

systemctl --user reload remembrance || fail "it does not reload"
[ "$(property ActiveState)" = active ] || fail "it is not active after a reload"
notices_are 1 || fail "a reload shows it twice"
echo "ok: reloaded"

before=$(property MainPID)
kill -9 "$before"
restarted() { [ "$(property NRestarts)" = 1 ] && [ "$(property ActiveState)" = active ]; }
await "it comes back" restarted
[ "$(property MainPID)" != "$before" ] || fail "it is the same process"
await "it knows what is next" status_is "next: Black January, 2027-01-20 11:55"
notices_are 1 || fail "a restart shows it twice"
echo "ok: killed, came back, and showed nothing twice"

systemctl --user stop remembrance || fail "it does not stop"
[ "$(property ActiveState) $(property Result)" = "inactive success" ] || fail "it did not end well"
echo "ok: stopped"

make -s -C "$root" uninstall PREFIX="$home/.local"
[ -z "$(find "$home/.local" -path '*remembrance*' -type f -not -path '*/state/*')" ] || fail "uninstall leaves files"
echo "all is well"
