#!/bin/sh
# Makes the picture of the notification for README.md: dunst under Xvfb, with the notification of January 20 as
# `remembrance rehearse` shows it in Baku.
#
# tests/picture.sh OUTPUT.png

set -eu
output=$(realpath "$1")
cd "$(dirname "$0")/.."
home=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$home"' EXIT

# Xvfb finds a number that no other has.
Xvfb -displayfd 1 -screen 0 560x420x24 -nolisten tcp >"$home/display" 2>/dev/null &
pids="$pids $!"
dbus-daemon --session --nofork --address="unix:path=$home/bus" >/dev/null 2>&1 &
pids="$pids $!"
export DBUS_SESSION_BUS_ADDRESS="unix:path=$home/bus"
until busctl --address="$DBUS_SESSION_BUS_ADDRESS" list >/dev/null 2>&1 && [ -s "$home/display" ]; do
    sleep 0.05
done
DISPLAY=":$(cat "$home/display")"
export DISPLAY
cat > "$home/dunstrc" <<'SETTINGS'
[global]
    font = Noto Sans 11
    width = 480
    height = 400
    origin = top-right
    offset = 20x20
    padding = 18
    horizontal_padding = 20
    frame_width = 1
    frame_color = "#4a4a4a"
    line_height = 3
    corner_radius = 8
    show_indicators = no
    markup = full
    format = "<b>%s</b>\n%b"
[urgency_normal]
    background = "#1d1d1f"
    foreground = "#e6e4e0"
SETTINGS
dunst -conf "$home/dunstrc" >/dev/null 2>&1 &
pids="$pids $!"
HOME=$home XDG_RUNTIME_DIR=$home TZ=Asia/Baku LC_ALL=C.UTF-8 \
    "${REMEMBRANCE:-target/release/remembrance}" rehearse --now '2026-11-23 10:00' > "$home/said" &
rehearsal=$!
until grep -q 'On the screen now' "$home/said"; do
    kill -0 $rehearsal || exit 1
    sleep 0.05
done
# dunst draws a moment after it has accepted a notification.
sleep 1
import -window root "$home/screen.png"
convert "$home/screen.png" -trim +repage -bordercolor black -border 12 "$output"
dunstctl close-all
wait $rehearsal
