#!/bin/sh
# What a newcomer does first, on a real desktop: `make run`, and the notification is on the screen. With BINARY it builds
# nothing: `make test` gives it the one of its tests.

set -eu
cd "$(dirname "$0")/.."
home=$(mktemp -d)
trap 'kill $pids 2>/dev/null || true; rm -rf "$home"' EXIT
pids=

# Xvfb finds a number that no other has.
Xvfb -displayfd 1 -screen 0 800x500x24 -nolisten tcp >"$home/display" 2>/dev/null &
pids="$pids $!"
dbus-daemon --session --nofork --address="unix:path=$home/bus" >/dev/null 2>&1 &
pids="$pids $!"
export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus"
tries=0
until busctl --address="$DBUS_SESSION_BUS_ADDRESS" list >/dev/null 2>&1 && [ -s "$home/display" ]; do
    tries=$((tries + 1))
    [ $tries -lt 200 ] || { echo "run.sh: the desktop did not start" >&2; exit 1; }
    sleep 0.05
done
DISPLAY=":$(cat "$home/display")"
export DISPLAY
dunst -conf /dev/null >/dev/null 2>&1 &
pids="$pids $!"

[ -n "${BINARY+set}" ] || make build
begun=$(date +%s)
CARGO_NET_OFFLINE=true XDG_CONFIG_HOME="$home" XDG_STATE_HOME="$home" TZ=Asia/Baku make run ${BINARY+"BINARY=$BINARY"} > "$home/said" 2>&1 &
run=$!
until grep -q 'On the screen now, by dunst' "$home/said"; do
    kill -0 $run 2>/dev/null || { cat "$home/said"; echo "run.sh: it ended without a notification" >&2; exit 1; }
    sleep 0.05
done
took=$(($(date +%s) - begun))
dunstctl close-all
wait $run || { cat "$home/said"; echo "run.sh: make run failed" >&2; exit 1; }
dunstctl history | grep -q 'Black January · 37 years' || { dunstctl history; echo "run.sh: another notification" >&2; exit 1; }
# Three of them are those of the rehearsal. A call that nobody answers would take 25; a loaded machine takes some.
[ $took -le 20 ] || { echo "run.sh: the notification took $took seconds" >&2; exit 1; }
echo "make run: the notification was on the screen after ${took} s"
