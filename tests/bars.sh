#!/bin/bash
# Tries each snippet of docs/status-bars.md with the program that it is for, on January 20 and on the day after, and leaves
# pictures of the bars in target/bars/. What a program says in text is compared; of a bar, that the two days look different.
#
# bars.sh [BINARY]

set -euo pipefail
# sway does not start for root: all of this is done by somebody without rights, in a folder of their own.
if [ "${1-}" != --here ]; then
    cd "$(dirname "$0")/.."
    FOLDER=$(mktemp -d)
    export FOLDER
    trap 'rm -rf "$FOLDER"' EXIT
    cp "${1-target/release/remembrance}" "$FOLDER/real"
    cp docs/status-bars.md tests/bars.sh "$FOLDER/"
    mkdir "$FOLDER/pictures"
    as=
    if [ "$(id -u)" -eq 0 ]; then
        chown -R nobody "$FOLDER"
        as='setpriv --reuid nobody --regid nogroup --clear-groups'
    fi
    $as env -i PATH="$PATH" FOLDER="$FOLDER" bash "$FOLDER/bars.sh" --here
    mkdir -p target/bars
    cp "$FOLDER"/pictures/*.png target/bars/
    exit
fi

export HOME=$FOLDER XDG_RUNTIME_DIR=$FOLDER/run TZ=Asia/Baku LC_ALL=C.UTF-8 TERM=xterm-256color SHELL=/bin/bash
cd "$FOLDER"
mkdir -p run bin .config/remembrance .config/i3 .config/polybar .config/i3blocks .config/waybar .config/fish
chmod 700 run
pids=
trap 'kill $pids 2>/dev/null || true' EXIT

fail() { echo "not ok: $*"; exit 1; }
await() {
    local what=$1; shift
    for _ in $(seq 400); do "$@" >/dev/null 2>&1 && return; sleep 0.05; done
    fail "waited in vain until $what"
}

# A name that is markup for pango, and two days at once.
printf '[day.memorial]\nname = "Memorial <b>of A & B"\ndate = "January 20"\n' > .config/remembrance/config.toml
printf '#!/bin/sh\nexec %s --now "$(cat %s)" "$@"\n' "$FOLDER/real" "$FOLDER/now" > bin/remembrance
chmod +x bin/remembrance
export PATH="$FOLDER/bin:$PATH"
days='Black January · 37 years; Memorial <b>of A & B'
on() { echo "$1" > now; }
on '2027-01-20 10:00'

# block HEADING [N]: the Nth fenced block below a heading of the page.
block() {
    awk -v heading="## $1" -v wanted="${2-1}" '/^## / { inside = $0 == heading; count = 0 }
        inside && /^```/ { open = !open; if (open) count++; next } inside && open && count == wanted' status-bars.md
}

# i3status, whose own modules need nothing.
block i3status > .config/i3/status
chmod +x .config/i3/status
printf 'general { output_format = "none" }\norder += "time"\ntime { format = "clock" }\n' > .i3status.conf
line=$( (timeout 3 .config/i3/status 2> /dev/null || true) | head -1)
[[ "$line" == "$days | clock" ]] || fail "i3status: $line"
on '2027-01-21 10:00'
line=$( (timeout 3 .config/i3/status 2> /dev/null || true) | head -1)
[[ "$line" == clock ]] || fail "i3status without a day: $line"
on '2027-01-20 10:00'
echo "ok: i3status"

block i3blocks > .config/i3blocks/config
(timeout 2 i3blocks -c .config/i3blocks/config || true) > said 2>&1 < /dev/null
grep -qF "\"full_text\":\"$days\"" said || fail "i3blocks: $(cat said)"
echo "ok: i3blocks"

block tmux > .tmux.conf
tmux -S "$FOLDER/tmux" new-session -d -x 120 -y 10 'sleep 60'
(timeout 6 script -qec "stty rows 10 cols 120; tmux -S $FOLDER/tmux attach" /dev/null || true) > said 2>&1 < /dev/null
tmux -S "$FOLDER/tmux" kill-server
grep -qF "$days" said || fail "tmux: $(cat -v said)"
echo "ok: tmux"

printf '%s\n' 'PS1="bash> "' "$(block 'A prompt' 1)" > .bashrc
printf '%s\n' 'PS1="zsh> "' "$(block 'A prompt' 2)" > .zshrc
block 'A prompt' 3 > .config/fish/config.fish
for shell in bash zsh fish; do
    (printf 'true\nexit\n' | timeout 20 script -qec "$shell -i" /dev/null || true) > said 2>&1
    count=$(grep -cF 'Black January · 37 years' said || true)
    case "$shell:$count" in
        bash:[2-9] | zsh:[2-9] | fish:1) echo "ok: the prompt of $shell" ;;
        *) fail "$shell: $count times in $(cat -v said)" ;;
    esac
done

# The bars, each on both days.
Xvfb -displayfd 3 -screen 0 1000x200x24 -nolisten tcp 3> display > /dev/null 2>&1 &
pids="$pids $!"
await "the screen is there" test -s display
DISPLAY=":$(cat display)"
export DISPLAY

# bar NAME COMMAND...: a picture on each of the two days.
bar() {
    local name=$1 running date; shift
    for date in 2027-01-20 2027-01-21; do
        on "$date 10:00"
        dbus-run-session -- "$@" > "log-$name" 2>&1 &
        running=$!
        pids="$pids $running"
        sleep 6
        case $name in
            waybar) WAYLAND_DISPLAY=$(basename "$(ls run/wayland-? run/wayland-?? 2>/dev/null | head -1)") grim "pictures/$name-$date.png" ;;
            *) import -window root "pictures/$name-$date.png" ;;
        esac || fail "$name: $(cat "log-$name")"
        pkill -P "$running" || true
        wait "$running" 2>/dev/null || true
    done
    ! cmp -s "pictures/$name-2027-01-20.png" "pictures/$name-2027-01-21.png" || fail "$name shows nothing: $(cat "log-$name")"
    echo "ok: $name; look at target/bars/$name-2027-01-20.png"
}

printf '%s\n' '[bar/main]' 'width = 100%' 'height = 28' 'font-0 = DejaVu Sans:size=11' 'modules-right = remembrance' \
    "$(block polybar)" > .config/polybar/config.ini
bar polybar polybar main
printf '# i3 config file (v4)\nfont pango:DejaVu Sans 11\n%s\n' "$(block i3status 2)" > .config/i3/config
bar i3 i3 -c .config/i3/config
unset DISPLAY
printf '{ "modules-right": ["custom/remembrance"],\n%s\n}\n' "$(block waybar)" > .config/waybar/config
printf 'output HEADLESS-1 resolution 1000x200\nbar {\n swaybar_command waybar\n}\n' > sway
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
bar waybar sway -c sway
