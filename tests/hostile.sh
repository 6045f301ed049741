#!/bin/bash
# What tried to kill the daemon, all of it, under a real `systemd --user` with the unit's own limits: the day is shown, the
# process stays the same, and at rest it takes what it took before. A part of systemd.sh, which runs it:
#
# unshare --mount --kill-child tests/systemd.sh BINARY ROOT hostile

# The memory of the unit where the manager cannot bound it: a group of the old hierarchy, which the person may enter.
bound_memory() {
    # shellcheck disable=SC2154 # systemd.sh sets it
    if grep -qw memory "$group/cgroup.controllers"; then
        echo "ok: MemoryMax= is the manager's"
        return
    fi
    mkdir /run/memory
    if ! mount -t cgroup -o memory memory /run/memory 2> /dev/null; then
        echo "skipped: no memory controller; LimitDATA= instead"
        return
    fi
    bounded=/run/memory/$(basename "$group")
    mkdir "$bounded"
    echo 64M > "$bounded/memory.limit_in_bytes"
    chown 4711 "$bounded"/{cgroup.procs,tasks,memory.max_usage_in_bytes}
    echo "$bounded" > /run/user/4711/bounded
}

unbound_memory() {
    [ -z "${bounded-}" ] || rmdir "$bounded" 2> /dev/null || true
}

# What the daemon has of memory that cannot be taken back, in KiB.
own_memory() { awk '$1 == "Pss_Anon:" { print $2 }' "/proc/$(property MainPID)/smaps_rollup"; }

# The most that it ever took, in KiB.
peak_memory() { awk '$1 == "VmHWM:" { anon = $2 } END { print anon }' "/proc/$(property MainPID)/status"; }

# events COUNT LINE...: a calendar of so many events with these lines; `#` is the number of the event.
events() {
    local count=$1
    shift
    printf 'BEGIN:VCALENDAR\n'
    awk -v count="$count" -v lines="$(printf '%s\\n' "$@")" 'BEGIN {
        for (n = 0; n < count; n++) {
            text = "BEGIN:VEVENT\nUID:" n "@x\nSUMMARY:M " n "\n" lines "END:VEVENT\n"
            printf "%s", text
        }
    }'
    printf 'END:VCALENDAR\n'
}

# repeat COUNT TEXT
repeat() { awk -v count="$1" -v text="$2" 'BEGIN { for (n = 0; n < count; n++) printf "%s", text }'; }

# config KIB TABLE: days with this table, until they have so many KiB; `#` is the number of the day.
config() {
    awk -v most="$(($1 * 1024))" -v table="$2" 'BEGIN {
        for (n = 0; size < most; n++) { day = table; gsub("#", n, day); printf "%s", day; size += length(day) }
    }'
}

full_day='[day.d#]
name = { en = "Day number #", az = "Gun #", ru = "Den #", tr = "Gun #" }
date = ["January 21", "27 Nisan; if Friday then Thursday before", "second Sunday of November"]
since = 1990
event = 1989
skip = [2027, 2028]
remind = ["1 week before 19:00", "1 day before 18:00", "09:00"]
moment = { at = "12:00", zone = "Asia/Baku", what = "Silence", ahead = "10 minutes" }
link = "https://example.org/#"
'

# The inputs, each below ~/hostile.
make_inputs() {
    local yearly='DTSTART;VALUE=DATE:20190312\nRRULE:FREQ=YEARLY' to=$HOME/hostile
    mkdir -p "$to"
    events 40000 "$yearly" > "$to/yearly.ics"
    events 17500 'DTSTART;TZID=Asia/Baku:20190312T120000\nRRULE:FREQ=YEARLY' > "$to/timed.ics"
    events 60000 'DTSTART;VALUE=DATE:20280312' > "$to/single.ics"
    { printf 'BEGIN:VCALENDAR\nBEGIN:VEVENT\n'; repeat 1300000 $'UID:1\n'; printf 'END:VEVENT\nEND:VCALENDAR\n'; } > "$to/properties.ics"
    { printf 'BEGIN:VCALENDAR\n'; repeat 400000 $'BEGIN:VEVENT\n'; } > "$to/nested.ics"
    config 4096 "$full_day" > "$to/config-4.toml"
    config 7400 "$full_day" > "$to/config-7.toml"
    config 1900 "$full_day" > "$to/config-full.toml"
    # shellcheck disable=SC2016 # as it is
    config 1900 $'[day.d#]\nname="D"\ndate="5-1"\nmoment={at="1:00",what="S"}\n' > "$to/config-moments.toml"
    repeat 235000 $'p\n\n' > "$to/article.md"
    # Four photos: what says that it is one, and four megabytes of noise.
    for n in 1 2 3 4; do
        { printf '\211PNG\r\n\032\n\0\0\0\rIHDR\0\0\17\240\0\0\17\240\10\2\0\0\0'; head -c 4000000 /dev/urandom; } > "$to/photo$n.png"
    done
    { printf '# Photos\n\nThe lead of the article with four photos, which is quoted.\n'
        for n in 1 2 3 4; do printf '\n![Photo %s](photo%s.png)\n' $n $n; done; } > "$to/photos.md"
    echo "${bounded:+}ok: the inputs have $(du -sm "$to" | cut -f1) MB"
}

# Sends a text of so many bytes over the bus: a call to the daemon, and a signal to everybody.
cat_of_90_mb() {
    python3 - "$1" << 'END'
import os, socket, struct, sys

size = int(sys.argv[1])
bus = socket.socket(socket.AF_UNIX)
bus.connect(os.environ["DBUS_SESSION_BUS_ADDRESS"].split("path=")[1].split(",")[0])
bus.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
assert bus.recv(100).startswith(b"OK")
bus.sendall(b"BEGIN\r\n")
serial = 0


def text(value):
    return struct.pack("<I", len(value)) + value.encode() + b"\0"


def message(kind, fields, body):
    global serial
    serial += 1
    array = b""
    for code, signature, value in fields:
        array += b"\0" * (-len(array) % 8) + bytes([code, 1]) + signature.encode() + b"\0"
        array += text(value) if signature != "g" else bytes([len(value)]) + value.encode() + b"\0"
    head = struct.pack("<cBBBIII", b"l", kind, 1, 1, len(body), serial, len(array)) + array
    bus.sendall(head + b"\0" * (-len(head) % 8))
    bus.sendall(body)


dbus = "org.freedesktop.DBus"
message(1, [(1, "o", "/org/freedesktop/DBus"), (2, "s", dbus), (3, "s", "Hello"), (6, "s", dbus)], b"")
bus.recv(10000)
body = struct.pack("<I", size) + b"x" * size + b"\0"
name, path = "org.remembrance.Remembrance1", "/org/remembrance/Remembrance1"
message(1, [(1, "o", path), (2, "s", name), (3, "s", "History"), (6, "s", name), (8, "g", "s")], body)
message(4, [(1, "o", "/a"), (2, "s", "org.freedesktop.Notifications"), (3, "s", "ActionInvoked"), (8, "g", "s")], body)
# Every byte was taken once a small answer has come.
message(1, [(1, "o", "/org/freedesktop/DBus"), (2, "s", dbus), (3, "s", "GetId"), (6, "s", dbus)], b"")
bus.settimeout(60)
bus.recv(10000)
END
}

answers() { timeout 20 "$remembrance" status > said 2>&1 || fail "status: $(cat said)"; }

# same WHAT: it is the process that it was, and answers.
same() {
    answers
    [ "$(property MainPID) $(property NRestarts)" = "$pid 0" ] || fail "$1: another process"
    echo "ok: $1: $(own_memory) KiB, at most $(peak_memory) KiB"
}

shown() { grep -qs '"day":"az-black-january".*"state":"shown"' .local/state/remembrance/ledger-pretended.jsonl; }

begin() {
    systemctl --user start remembrance || fail "it does not start"
    pid=$(property MainPID)
    await "January 20 is shown" shown
}

anew() {
    systemctl --user stop remembrance
    chmod -R u+rwX .local/state .config 2> /dev/null || true
    rm -rf .local/state/remembrance .config/remembrance
    mkdir -p .config/remembrance
    dunstctl close-all
}

at_rest() { [ "$(own_memory)" -le $((before + 300)) ]; }

# Whether the log says something that was not there before.
heard() { tail -n "+$((${1:-0} + 1))" daemon.log | grep -q -- "$2"; }
lines() { wc -l < daemon.log; }

# A configuration without a mistake is in its place again; `text` is where the log goes on from there.
fixed() {
    text=$(lines)
    printf 'follow = ["az-january-20"]\nsnooze = "%s minutes"\n' $((++fixes)) > .config/remembrance/config.toml
    await "it is read again" heard "$text" 'Read the configuration again'
    text=$(lines)
}
fixes=0

hostile() {
    local home_config=.config/remembrance begun before name text
    remembrance=$HOME/.local/bin/remembrance
    mkdir -p .config/systemd/user/remembrance.service.d $home_config bin
    begun=$(cat "/run/user/4711/bounded" 2> /dev/null || true)
    sed "s|@bindir@/remembrance run$|$remembrance run --now '2027-01-20 08:59:58'|" remembrance.service \
        > .config/systemd/user/remembrance.service
    {
        printf '[Service]\nStandardError=append:%%h/daemon.log\n'
        if [ -n "$begun" ]; then
            printf 'ReadWritePaths=%s\nProtectControlGroups=no\nExecStart=\n' "$begun"
            printf 'ExecStart=/bin/sh -c "echo $$$$ > %s/cgroup.procs && exec %s run --now \\"2027-01-20 08:59:58\\""\n' "$begun" "$remembrance"
        elif ! grep -qw memory /sys/fs/cgroup/cgroup.controllers; then
            printf 'LimitDATA=64M\n'
        fi
    } > .config/systemd/user/remembrance.service.d/test.conf
    make_inputs
    login
    desktop
    begin
    [ -z "$begun" ] || grep -qx "$pid" "$begun/cgroup.procs" || fail "the memory of the daemon is not bounded"
    before=$(own_memory)
    same "nothing hostile"

    # All at once, at the start.
    anew
    mkdir -p $home_config/{days.d,articles}
    cp hostile/config-7.toml $home_config/days.d/a.toml
    cp hostile/config-full.toml $home_config/days.d/b.toml
    cp hostile/article.md $home_config/articles/az-black-january.en.md
    {
        echo 'follow = ["az-january-20"]'
        for name in yearly timed single properties nested; do
            printf '[[calendar]]\npath = "~/hostile/%s.ics"\n' $name
        done
    } > $home_config/config.toml
    begin
    same "a hostile configuration, five calendars and an article at once"
    "$remembrance" check > said 2>&1 && fail "check finds nothing: $(cat said)"
    "$remembrance" next > said 2>&1 || fail "next: $(cat said)"
    says said 'Black January'

    # Each by itself, while it runs.
    anew
    begin
    for name in yearly timed single properties nested; do
        text=$(lines)
        printf 'follow = ["az-january-20"]\n[[calendar]]\npath = "~/hostile/%s.ics"\n' $name > $home_config/config.toml
        # 60,000 single events of 2028 are days like others, up to the limit.
        await "the calendar is told: $name" heard "$text" "hostile/$name.ics"
        same "$name.ics"
    done
    for name in 4 7; do
        fixed
        cp hostile/config-$name.toml $home_config/config.toml
        await "the configuration is told: $name" heard "$text" 'more than 2048 KiB of text'
        same "a configuration of $name MB"
    done
    fixed
    cp hostile/config-moments.toml $home_config/config.toml
    await "the configuration is told: more days than are kept" heard "$text" 'config.toml:'
    same "a configuration of 1.9 MB with 30,000 days"
    fixed
    await "it takes at rest what it took before, $before KiB, and not $(own_memory) KiB" at_rest
    same "at rest again, where $before KiB were taken before"
    # One that is valid is kept, and is large.
    cp hostile/config-full.toml $home_config/config.toml
    await "the configuration is read" heard "$text" 'Read the configuration again: [0-9]\{4\} days'
    same "a configuration of 1.9 MB, of 4,000 days with all that a day can have"

    # Read, with photos.
    anew
    mkdir -p $home_config/articles
    cp hostile/photos.md $home_config/articles/az-black-january.en.md
    cp hostile/photo*.png $home_config/articles/
    printf '#!/bin/sh\ncp "${1#file://}" "$HOME/page.new"\nmv "$HOME/page.new" "$HOME/page"\n' > bin/browser
    opens text/html f
    systemctl --user set-environment BROWSER="$HOME/bin/browser" DISPLAY="$DISPLAY"
    begin
    dunstctl action 0
    await "the page is there" test -e page
    [ "$(grep -o 'src="data:image/png' page | wc -l)" = 4 ] || fail "the page has $(grep -c 'data:image' page) photos"
    await "it is recorded" grep -q '"state":"read"' .local/state/remembrance/ledger-pretended.jsonl
    same "Read with four photos, a page of $(($(wc -c < page) / 1000000)) MB"

    # The bus.
    for text in 1 2 3; do
        cat_of_90_mb 90000000 || fail "the bus does not take 90 MB"
    done
    same "a call and a signal of 90 MB, three times"

    # Its own files, grown: what is too large is set aside, what is a ledger is read.
    local heading entry state=.local/state/remembrance
    heading='{"ledger":"remembrance","version":1,"begun":"2026-01-01T00:00:00Z"}'
    for name in 300M 7900K-kept 7900K-entries 7900K-broken; do
        anew
        mkdir -p $state
        case $name in
            *kept) entry='{"at":"2026-01-01T00:00:00Z","kept":"#"}' ;;
            *broken) entry='x#' ;;
            *) entry='{"at":"2026-01-01T00:00:00Z","day":"#","date":"2026-01-01","state":"shown","reminders":[{"slot":"09:00","kind":"day","due":"2026-01-01T05:00:00Z"}]}' ;;
        esac
        { echo "$heading"
            awk -v before="${entry%%#*}" -v after="${entry#*#}" 'BEGIN { for (n = 0; ; n++) printf "%sd%d%s\n", before, n, after }' 2> /dev/null
        } | head -c "${name%%-*}" > $state/ledger-pretended.jsonl || true
        begin
        same "a ledger of $name"
    done
    for name in 300M 7900K; do
        anew
        mkdir -p $state
        { printf '{"server":"x","notifications":['
            awk 'BEGIN { for (n = 1; ; n++) printf "{\"id\":%d,\"day\":\"d%d\",\"date\":\"2027-01-20\"},", n, n }' 2> /dev/null
        } | head -c $name | sed '$ s/,{[^{]*$/]}/' > $state/ledger-pretended.screen.json || true
        begin
        same "a screen.json of $name"
    done

    # Rights taken away while it runs, and given back.
    anew
    printf 'follow = ["az-january-20"]\n[day.mother]\nname = "Mother"\ndate = "January 22"\n' > $home_config/config.toml
    begin
    chmod 000 $home_config/config.toml
    mistaken() { "$remembrance" status | grep -q 'has mistakes'; }
    await "an unreadable configuration is told" mistaken
    "$remembrance" doctor > said && fail "doctor of an unreadable configuration: $(cat said)"
    says said 'permission denied'
    chmod 600 $home_config/config.toml
    sound() { ! mistaken; }
    await "it is read again" sound
    chmod 000 $home_config
    "$remembrance" status > said || fail "status: $(cat said)"
    chmod 700 $home_config
    await "it is well again" sound
    chmod 400 $state/ledger-pretended.jsonl
    chmod 500 $state
    answers
    dunstctl action 0
    await "the answer is recorded or told" eval 'grep -q "\"state\":\"read\"" $state/ledger-pretended.jsonl || grep -q "cannot save" daemon.log'
    chmod 700 $state
    chmod 600 $state/ledger-pretended.jsonl
    answers
    await "it is recorded" grep -q '"state":"read"' $state/ledger-pretended.jsonl
    same "rights taken away and given back"
    [ -z "$begun" ] || echo "ok: at most $(($(cat "$begun/memory.max_usage_in_bytes") / 1024)) KiB with what the kernel keeps of files"
    systemctl --user exit
}
