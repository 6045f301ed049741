#!/bin/sh
# Days to a phone and back: export, vdirsyncer, a CalDAV server (Radicale, on loopback), khal, import.

set -eu
cd "$(dirname "$0")/.."
remembrance=${REMEMBRANCE:-$PWD/target/release/remembrance}
home=$(mktemp -d)
pids=
trap 'kill $pids 2>/dev/null || true; rm -rf "$home"' EXIT
fail() { echo "calendars.sh: $*" >&2; exit 1; }

export HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share" XDG_CACHE_HOME="$home/.cache"
export XDG_STATE_HOME="$home/.local/state" TZ=Asia/Baku LANG=C.UTF-8 LC_ALL=C.UTF-8
mkdir -p "$XDG_CONFIG_HOME/remembrance" "$XDG_CONFIG_HOME/khal" "$XDG_CONFIG_HOME/vdirsyncer" "$home/ours" "$home/phone"
echo 'follow = ["az", "il"]' > "$XDG_CONFIG_HOME/remembrance/config.toml"

# One that nobody has: the kernel chooses it.
port=$(/usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
cat > "$home/radicale" <<END
[server]
hosts = 127.0.0.1:$port
[auth]
type = none
[storage]
filesystem_folder = $home/server
[logging]
level = warning
END
radicale --config "$home/radicale" 2> "$home/radicale.log" &
pids="$pids $!"
url=http://127.0.0.1:$port
tries=0
until /usr/bin/python3 -c "import urllib.request; urllib.request.urlopen('$url/.web/', timeout=1)" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || { cat "$home/radicale.log" >&2; fail "Radicale did not start"; }
    sleep 0.1
done

# Our folder and that of a phone, each synced with the server.
cat > "$XDG_CONFIG_HOME/vdirsyncer/config" <<END
[general]
status_path = "$home/status"
[pair to_server]
a = "ours"
b = "server"
collections = ["memorial"]
conflict_resolution = "a wins"
[pair to_phone]
a = "phone"
b = "server"
collections = ["memorial"]
conflict_resolution = "a wins"
[storage ours]
type = "filesystem"
path = "$home/ours"
fileext = ".ics"
[storage phone]
type = "filesystem"
path = "$home/phone"
fileext = ".ics"
[storage server]
type = "caldav"
url = "$url/"
username = "ana"
password = "x"
END
sync() { yes | vdirsyncer "$@" > "$home/sync.log" 2>&1 || { cat "$home/sync.log" >&2; fail "vdirsyncer $*"; }; }

"$remembrance" --now '2026-11-23 12:00' export -o "$home/ours/memorial/"
sync discover
# Pairs are synced at the same time: what came to the server is on the phone the second time.
sync sync
sync sync
events() { find "$1" -name '*.ics' | wc -l; }
sent=$(events "$home/ours/memorial")
got=$(events "$home/phone/memorial")
[ "$sent" -gt 50 ] && [ "$sent" = "$got" ] || fail "$sent events were sent, $got came to the phone"

cat > "$XDG_CONFIG_HOME/khal/config" <<END
[calendars]
[[memorial]]
path = $home/phone/memorial
[locale]
local_timezone = Asia/Baku
default_timezone = Asia/Baku
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
timeformat = %H:%M
[default]
default_calendar = memorial
END
khal list 2027-01-20 2027-01-21 > "$home/khal"
grep -q 'Black January' "$home/khal" && grep -q '12:00-12:01 A minute of silence' "$home/khal" || { cat "$home/khal"; fail "khal shows another day"; }

# The other way: what is written on the phone comes to us.
# This khal cannot repeat an event of a whole day.
khal new 2027-03-12 17:00 1h 'Grandmother' --repeat yearly
sync sync
sync sync
"$remembrance" export -o "$home/ours/memorial/" > "$home/again"
grep -q ' 0 written' "$home/again" || { cat "$home/again"; fail "what was synced is written again"; }
sync sync
[ "$(events "$home/ours/memorial")" = $((sent + 1)) ] || fail "an event of the phone is lost"
mkdir "$home/theirs"
grep -L 'PRODID:-//remembrance//' "$home"/ours/memorial/*.ics | xargs -I{} cp {} "$home/theirs/"
"$remembrance" import "$home/theirs" --name phone
"$remembrance" list --from 2028-03-12 --to 2028-03-12 | grep -q Grandmother || fail "the day of the phone is not kept"
"$remembrance" import "$home/theirs" --name phone | grep -q 'nothing has changed' || fail "importing again changes something"

# ical2html has libical expand the events.
"$remembrance" export -o "$home/all.ics"
ical2html -z Asia/Baku 20270101 P4W "$home/all.ics" > "$home/html"
grep -q 'Black January' "$home/html" || fail "ical2html shows another day"

# Plasma's calendar shows a file of KHolidays; its own library says what is in it.
headers=/usr/include/KF5/KHolidays
if command -v g++ >/dev/null && [ -d "$headers" ] && qt=$(pkg-config --cflags --libs Qt5Core 2>/dev/null); then
    # shellcheck disable=SC2086
    g++ -fPIC -I"$headers" -I"$headers/KHolidays" tests/calendars/holidays.cpp -o "$home/holidays" -lKF5Holidays $qt
    echo 'follow = ["az", "gb", "il", "de", "orthodox", "shia"]' > "$XDG_CONFIG_HOME/remembrance/config.toml"
    "$remembrance" --now '2026-11-23 12:00' export --kholidays -o "$home/plan2/"
    "$home/holidays" "$home/plan2/holiday_remembrance_en" 2026 2035 | sort > "$home/of-kholidays"
    "$remembrance" list --from 2026-01-01 --to 2035-12-31 --json | /usr/bin/python3 -c '
import json, sys
for day in json.load(sys.stdin): print(day["date"], day["name"].replace(chr(34), "”"), sep="\t")' | sort > "$home/here"
    cmp "$home/here" "$home/of-kholidays" || { diff "$home/here" "$home/of-kholidays" | head; fail "KHolidays has other days"; }
    echo "calendars: KHolidays has the same $(wc -l < "$home/here") days"
else
    echo "calendars: KHolidays is not there (Debian: g++ libkf5holidays-dev), its file was not tried"
fi

# GNOME Calendar and Evolution show what evolution-data-server keeps.
if [ -x /usr/libexec/evolution-calendar-factory ] && /usr/bin/python3 -c 'import gi; gi.require_version("ECal", "2.0")' 2>/dev/null; then
    echo 'follow = ["az", "gb", "il", "un", "orthodox", "shia"]' > "$XDG_CONFIG_HOME/remembrance/config.toml"
    "$remembrance" --now '2026-11-23 12:00' export --years 10 -o "$home/gnome.ics"
    mkdir -m 700 "$home/run"
    XDG_RUNTIME_DIR="$home/run" dbus-run-session -- /usr/bin/python3 tests/calendars/eds.py "$home/gnome.ics" 2027 2035 \
        > "$home/of-gnome" 2> "$home/gnome.log" || { cat "$home/gnome.log" >&2; fail "evolution-data-server does not keep them"; }
    "$remembrance" list --from 2027-01-01 --to 2035-12-31 --json | /usr/bin/python3 -c '
import json, sys
for day in json.load(sys.stdin): print(day["date"], day["day"], sep="\t")' | LC_ALL=C sort > "$home/here"
    cmp "$home/here" "$home/of-gnome" || { diff "$home/here" "$home/of-gnome" | head; fail "evolution-data-server has other days"; }
    echo "calendars: evolution-data-server has the same $(wc -l < "$home/here") days"
else
    echo "calendars: evolution-data-server is not there (Debian: gir1.2-ecal-2.0 python3-gi), its calendar was not tried"
fi
echo "calendars: $sent events went to the server and to the phone; one came back; khal and ical2html show them"
