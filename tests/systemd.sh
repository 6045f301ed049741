#!/bin/bash
# Runs the unit under a real `systemd --user`, of a person without rights, in a mount namespace. A part at a time, and several
# beside each other:
#
#   person              start, ready, notification, the browser, what the daemon may not do, reload, kill -9 and restart, a second
#                       daemon, stop, the bus
#   without_namespaces  on a machine that forbids user namespaces; for a greeter; without a home
#   broker              on dbus-broker, with a display and a language that come later
#   first_minutes       an article that cannot be opened; `setup` on a terminal
#   package             a unit that a package enabled for everybody, in four logins
#   hostile             what tried to kill the daemon (hostile.sh)
#
# unshare --mount --kill-child tests/systemd.sh BINARY ROOT PART

set -euo pipefail

fail() {
    echo "not ok: $*"
    systemctl --user status remembrance --no-pager --lines=0 || true
    cat "$HOME/daemon.log" || true
    exit 1
}

# Waits until a command succeeds; events of another process have no other way to a shell.
is_active() { [ "$(property ActiveState)" = active ]; }

await() {
    local what=$1; shift
    for _ in $(seq 6000); do
        "$@" >/dev/null 2>&1 && return
        sleep 0.05
    done
    fail "waited in vain until $what"
}

# The machine, as root: a home below /home, a folder for the session, control groups that the person may divide.
machine() {
    local binary=$1 root=$2 part=$3 group
    mount -t tmpfs tmpfs /run
    mount -t tmpfs -o mode=755 tmpfs /home
    # Where the first systemd of a machine would have made room for mount namespaces: unit-root until 254, mount-rootfs since.
    mkdir -p /run/systemd/{system,user,sessions,unit-root,mount-rootfs,propagate,inaccessible} /run/user/4711 /home/person
    mount -t cgroup2 cgroup2 /sys/fs/cgroup
    group=$(mktemp -d /sys/fs/cgroup/remembrance-XXXXXX)
    mkdir "$group/person"
    # shellcheck disable=SC2064 # the group is known now and not at the end
    trap "rmdir $group/person $group 2>/dev/null || true" EXIT
    # Where the test itself is killed, what the manager started is in groups of its own: this ends them, and then itself.
    setsid sh -c 'while [ -d "/proc/$1" ]; do sleep 1; done; echo 1 > "$2/person/cgroup.kill"; sleep 1
        find "$2" -depth -type d -exec rmdir {} +' sh "$$" "$group" < /dev/null > /dev/null 2>&1 &
    echo 'person:x:4711:4711::/home/person:/bin/bash' | cat /etc/passwd - > /run/passwd
    mount --bind /run/passwd /etc/passwd
    mkdir -p /tmp/.X11-unix
    chmod 1777 /tmp/.X11-unix
    # Where dbus-broker is installed, a package may have made it the bus of everybody, and it takes a journal.
    overlay /etc/systemd/user
    rm -f /etc/systemd/user/dbus.service

    # Installed as a packager installs it; then the clock is set, so that the day is today.
    make -s -C "$root" install BINARY="$binary" PREFIX=/home/person/.local > /dev/null
    cp "$root"/tests/{systemd,hostile}.sh "$root/systemd/remembrance.service" /home/person/
    chown -R 4711:4711 /home/person /run/user/4711 /run/systemd/sessions /run/systemd/user "$group"
    chmod 700 /run/user/4711
    local variables=(HOME=/home/person XDG_RUNTIME_DIR=/run/user/4711 TZ=Asia/Baku LC_ALL=C.UTF-8
        PATH="/home/person/bin:$PATH" DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/4711/bus)
    as_person() {
        echo 0 > "$group/person/cgroup.procs"
        exec "${@:2}" env -i "${variables[@]}" setpriv --reuid 4711 --regid 4711 --clear-groups --inh-caps=-all \
            bash /home/person/systemd.sh "$1"
    }
    # What is left running is in the control groups.
    end_session() {
        for _ in $(seq 100); do
            echo 1 > "$group/person/cgroup.kill" 2>/dev/null || true
            find "$group/person" -mindepth 1 -depth -type d -exec rmdir {} + 2>/dev/null || true
            grep -q 'populated 0' "$group/person/cgroup.events" && return
            sleep 0.05
        done
    }
    case $part in
        person) (as_person person) || failed=1 ;;
        without_namespaces)
            # A process whose root is not that of its mounts may not make user namespaces.
            mkdir /run/again
            mount --rbind / /run/again
            (as_person without_namespaces chroot /run/again) || failed=1
            ;;
        broker)
            # It does not start without a journal.
            mkdir -p /run/systemd/journald.conf.d
            printf '[Journal]\nStorage=none\nReadKMsg=no\nAudit=no\n' > /run/systemd/journald.conf.d/test.conf
            /lib/systemd/systemd-journald > /dev/null 2>&1 &
            journal=$!
            await "the journal is there" test -S /run/systemd/journal/socket
            (as_person broker) || failed=1
            kill $journal
            ;;
        first_minutes)
            (as_person reading) || failed=1
            end_session
            fresh_home
            [ -n "${failed-}" ] || (as_person first_minutes) || failed=1
            # Its `service install` stays.
            end_session
            fresh_home
            ;;
        package)
            # As a package does it: the unit of the system, enabled for everybody. Each login is a manager of its own.
            rm /home/person/.local/lib/systemd/user/remembrance.service
            overlay /usr/lib/systemd/user
            sed 's|@bindir@|/home/person/.local/bin|' "$root/systemd/remembrance.service" > /usr/lib/systemd/user/remembrance.service
            systemctl --global --quiet enable remembrance.service
            for login in enabled_for_all still_disabled enabled_again package_removed; do
                [ $login != package_removed ] || rm /usr/lib/systemd/user/remembrance.service
                [ -n "${failed-}" ] || (as_person "$login") || failed=1
                end_session
                find /run/user/4711 -mindepth 1 -delete
            done
            ;;
        hostile)
            # shellcheck source=tests/hostile.sh
            . "$root/tests/hostile.sh"
            bound_memory
            (as_person hostile) || failed=1
            end_session
            unbound_memory
            ;;
        *) fail "there is no part \`$part\`" ;;
    esac
    end_session
    make -s -C "$root" uninstall PREFIX=/home/person/.local
    [ -z "${failed-}" ] || exit 1
    left=$(find /home/person/.local -path '*remembrance*' -type f -not -path '*/state/*')
    [ -z "$left" ] || { echo "not ok: uninstall leaves $left"; exit 1; }
    echo "all is well"
}

# A folder of the machine that only this namespace sees changed.
overlay() {
    local copy=/run/copy-of-${1//\//-}
    cp -a "$1" "$copy"
    mount --bind "$copy" "$1"
}

# What the person before has left, except the program.
fresh_home() {
    find /run/user/4711 -mindepth 1 -delete
    rm -rf /home/person/{.config,.cache,.cargo,.local/state} /home/person/.local/share/{systemd,dbus-1}
    rm -f /home/person/.local/lib/systemd/user/remembrance.service
}

property() { systemctl --user show remembrance -p "$1" --value; }
status_is() { [[ "$(property StatusText)" == "$1" ]]; }
# Notifications on the screen and off it again.
notifications() { dunstctl close-all; dunstctl history | grep -c '"data" : "Black January · 37 years"'; }
notifications_are() { [ "$(notifications)" = "$1" ]; }
restarted() { [ "$(property NRestarts)" = 1 ] && [ "$(property ActiveState)" = active ]; }
gone() { ! systemctl --user is-active remembrance; }

# Makes bin/browser the program of this person for a type, as a desktop has it; `f` is a file, `u` an address.
opens() {
    chmod +x bin/browser
    mkdir -p .local/share/applications
    printf '[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%%s\nMimeType=%s;\n' "$HOME/bin/browser" "$2" "$1" \
        > .local/share/applications/browser.desktop
    printf '[Default Applications]\n%s=browser.desktop\n' "$1" > .config/mimeapps.list
}

login() {
    /lib/systemd/systemd --user > /dev/null 2>&1 &
    await "the manager runs" systemctl --user is-system-running
}

# Xvfb finds a number that no other has; it begins where none begins beside it.
screen() {
    rm -f display
    Xvfb ":$((52000 + $$ % 7000))" -displayfd 1 -screen 0 800x500x24 -nolisten tcp > display 2> /dev/null &
    await "the screen is there" test -s display
}

desktop() {
    screen
    DISPLAY=":$(cat display)"
    export DISPLAY
    dunst -conf /dev/null > /dev/null 2>&1 &
    await "dunst is there" busctl --user status org.freedesktop.Notifications
}

person() {
    local unit=$HOME/.local/lib/systemd/user/remembrance.service
    grep -q "^ExecStart=$HOME/.local/bin/remembrance run$" "$unit" || fail "the unit names the binary"
    sed -i "s|remembrance run$|remembrance run --now '2027-01-20 08:59:58'|" "$unit"
    # There is no journal here.
    mkdir -p .config/systemd/user/remembrance.service.d .config/remembrance bin
    printf '[Service]\nStandardError=append:%%h/daemon.log\n' > .config/systemd/user/remembrance.service.d/log.conf
    cp "$unit" .config/systemd/user/
    ! systemd-analyze --user verify --man=no .config/systemd/user/remembrance.service 2>&1 |
        grep remembrance || fail "systemd-analyze finds fault with the unit"
    systemd-analyze --user security --offline=true --no-pager --threshold=15 "$unit" > exposure 2> /dev/null || fail "$(tail -1 exposure)"
    echo "ok: $(tail -1 exposure)"
    echo 'snooze = "2 minutes"' > .config/remembrance/config.toml
    # A browser that writes down how it was called and what it may do, and stays.
    cat > bin/browser <<'END'
#!/bin/sh
{
    echo "page $(grep -ci '<!doctype html>' "${1#file://}")"
    echo "token $XDG_ACTIVATION_TOKEN"
    grep -E '^(NoNewPrivs|Seccomp):' /proc/self/status
    touch "$HOME/mine" && echo "home is mine"
    grep -o 'remembrance-read' /proc/self/cgroup | head -1
} > "$HOME/browser.new"
mv "$HOME/browser.new" "$HOME/browser"
exec sleep 600
END
    # In both of the ways in which xdg-open looks for it.
    opens text/html f

    login
    desktop

    printf '#!/bin/sh\nwhile [ "$1" != -d ]; do shift; done\nprintf "%%s\\n" "$2" > "$HOME/forwarded"\n' > bin/curl
    chmod +x bin/curl
    man=.local/share/man/man1/remembrance.1
    sed -n '/^\[Unit\]/,/^WantedBy=/ { s/\\e$/\\/; p }' "$man" > .config/systemd/user/remembrance-ntfy.service
    mkdir .config/systemd/user/remembrance-ntfy.service.d
    printf '[Service]\nStandardError=append:%%h/forwarder.log\nEnvironment=PATH=%%h/bin:/usr/bin:/bin\n' \
        > .config/systemd/user/remembrance-ntfy.service.d/log.conf
    systemctl --user start remembrance-ntfy || fail "the unit of the manual does not start"
    # Not every version of busctl says when it listens.
    probe() {
        busctl --user emit /org/remembrance/Remembrance1 org.remembrance.Remembrance1 Reminded ssss probe 2027-01-20 probe probe
        [ -e forwarded ]
    }
    await "it listens" probe

    systemctl --user start remembrance || fail "it does not start"
    echo "ok: started, and ready"
    [ "$(property ActiveState)" = active ] || fail "it is not active"
    await "the notification is shown" status_is "next: Black January, 2027-01-20 11:55"
    # What the desktop says when its session has begun; the daemon was there before.
    systemctl --user set-environment BROWSER="$HOME/bin/browser" DISPLAY="$DISPLAY"
    remembrance=$HOME/.local/bin/remembrance
    $remembrance status | grep -q '^On the screen: Black January, Wed 20 Jan 2027$' || fail "no notification is on the screen"
    dunstctl action 0
    await "the browser is there" test -e browser
    expected='page 1|token |NoNewPrivs:	0|Seccomp:	0|home is mine|remembrance-read'
    [[ "$(paste -sd '|' browser)" == "$expected" ]] || fail "the browser is locked in: $(cat browser)"
    await "it is recorded" grep -q '"state":"read"' .local/state/remembrance/ledger-pretended.jsonl
    notifications_are 1 || fail "the notification was not on the screen, once"
    echo "ok: the notification was on the screen, read in a browser that is free, and recorded"

    # The unit of the manual: what the network would be given, curl writes down.
    await "the unit of the manual forwards it" \
        grep -qx '{"topic":"a-topic-of-your-own","title":"Black January · 37 years","message":"Today\. .*"}' forwarded
    systemctl --user stop remembrance-ntfy
    rm -r .config/systemd/user/remembrance-ntfy*
    echo "ok: the unit of the manual forwards the notification"

    # The daemon's own view of the machine, where this kernel lets a person have one.
    pid=$(property MainPID)
    grep -q '^NoNewPrivs:	1$' "/proc/$pid/status" || fail "it may gain rights"
    grep -q '^Seccomp:	2$' "/proc/$pid/status" || fail "its system calls are not filtered"
    if [ "$(readlink "/proc/$pid/ns/mnt")" != "$(readlink /proc/self/ns/mnt)" ]; then
        options() { awk -v at="$1" '$5 == at { print $6 }' "/proc/$pid/mountinfo" | tail -1; }
        [[ "$(options /home)" == ro* ]] || fail "the home is writable: $(options /home)"
        [[ "$(options "$HOME/.local/state/remembrance")" == rw* ]] || fail "the ledger's folder is not"
        [[ "$(options "$HOME/.cache/remembrance")" == rw* ]] || fail "the folder of pages is not"
        echo "ok: it has a read-only home but for its folders"
    fi

    echo 'folow = []' >> .config/remembrance/config.toml
    systemctl --user reload remembrance || fail "it does not reload"
    await "it has read the configuration" grep -q 'config.toml:2:1: ' daemon.log
    # ExecReload ends with the signal; that it reloads, and is ready again, the daemon says after that.
    await "it is active after a reload" is_active
    notifications_are 1 || fail "a reload shows it twice"
    echo "ok: reloaded"

    kill -9 "$pid"
    await "it comes back" restarted
    [ "$(property MainPID)" != "$pid" ] || fail "it is the same process"
    await "it knows what is next" status_is "next: Black January, 2027-01-20 11:55"
    notifications_are 1 || fail "a restart shows it twice"
    echo "ok: killed, came back, and showed nothing twice"

    systemctl --user stop remembrance || fail "it does not stop"
    [ "$(property ActiveState) $(property Result)" = "inactive success" ] || fail "it did not end well"
    pgrep -f "sleep 600" > /dev/null || fail "the browser went with it"
    echo "ok: stopped, and the browser stays"

    # One that somebody started by hand is enough: the unit ends, and is not started again and again.
    $remembrance run 2> /dev/null &
    by_hand=$!
    await "a daemon by hand has the name" $remembrance status
    sed -i "s|remembrance run --now .*|remembrance run|" .config/systemd/user/remembrance.service
    systemctl --user daemon-reload
    systemctl --user start remembrance 2> /dev/null || true
    await "the unit ends" gone
    [ "$(property ExecMainStatus) $(property NRestarts)" = "3 0" ] || fail "a second daemon is started again"
    echo "ok: a second daemon ends, and stays away"
    kill $by_hand
    wait $by_hand || fail "the daemon by hand did not end well"

    # The bus starts it when it is asked for.
    systemctl --user reset-failed remembrance
    busctl --user call org.remembrance.Remembrance1 /org/remembrance/Remembrance1 org.remembrance.Remembrance1 \
        Next u 1 > next || fail "the bus does not start it"
    grep -q az-black-january next || fail "it says something else is next: $(cat next)"
    [ "$(property ActiveState)" = active ] || fail "the bus started something else than the unit"
    echo "ok: the bus starts the unit"

    # For those who have no package.
    systemctl --user stop remembrance
    rm -r .config/systemd/user/remembrance.service*
    mkdir -p .cargo/bin
    cp "$remembrance" .cargo/bin/
    .cargo/bin/remembrance service install > said || fail "service install: $(cat said)"
    grep -q '^The service is enabled and running; next: ' said || fail "service install says: $(cat said)"
    systemctl --user cat remembrance | grep -q "^ExecStart=$HOME/.cargo/bin/remembrance run$" || fail "another unit is loaded"
    [ "$(property ActiveState) $(property UnitFileState)" = "active enabled" ] || fail "it is not switched on"
    sed -i 2d .config/remembrance/config.toml
    .cargo/bin/remembrance doctor > said || fail "something is wrong: $(cat said)"
    .cargo/bin/remembrance service uninstall > said || fail "service uninstall: $(cat said)"
    [ "$(property LoadState) $(property ActiveState)" = "not-found inactive" ] || fail "the unit is there still"
    left=$(find .local/share/{systemd,dbus-1,applications,icons} .config/systemd .cache -name '*emembrance*')
    [ -z "$left" ] || fail "uninstall leaves $left"
    [ -e .config/remembrance/config.toml ] && [ -e .local/state/remembrance/ledger.jsonl ] || fail "uninstall takes too much"
    echo "ok: service install, and uninstall"
    systemctl --user exit
}

# *Read* without a display, which is said and not recorded; then with one: a link reaches the browser as it is.
reading() {
    mkdir -p .config/systemd/user/remembrance.service.d .config/remembrance bin
    rm -f daemon.log
    sed "s|@bindir@/remembrance run$|$HOME/.local/bin/remembrance run --now '2027-01-20 08:59:58'|" remembrance.service \
        > .config/systemd/user/remembrance.service
    printf '[Service]\nStandardError=append:%%h/daemon.log\n' > .config/systemd/user/remembrance.service.d/log.conf
    # shellcheck disable=SC2016 # as it is
    link='https://x.example/?a=${HOME}&b=$$c&d=%h%25'
    printf 'follow = []\n[day.a]\nname = "A"\ndate = "January 20"\nlink = "%s"\n' "$link" > .config/remembrance/config.toml
    printf '#!/bin/sh\nprintf "%%s\\n" "$#" "$1" > "$HOME/opened.new"\nmv "$HOME/opened.new" "$HOME/opened"\n' > bin/browser
    opens x-scheme-handler/https u
    login
    desktop
    ledger=.local/state/remembrance/ledger-pretended.jsonl
    systemctl --user start remembrance || fail "it does not start"
    await "the notification is shown" grep -q '"state":"shown"' $ledger
    dunstctl action 0
    await "it is said that nothing was opened" grep -q 'cannot open the article of `a`' daemon.log
    said_so() { dunstctl history | grep -qF '"data" : "The article cannot be opened: A"'; }
    await "a notification says so" eval 'dunstctl close-all; said_so'
    ! grep -q '"state":"read"' $ledger || fail "it is recorded as read"
    echo "ok: what could not be opened is said, and not recorded as read"

    systemctl --user stop remembrance
    rm -r .local/state/remembrance
    systemctl --user set-environment BROWSER="$HOME/bin/browser" DISPLAY="$DISPLAY"
    systemctl --user start remembrance || fail "it does not start again"
    await "the notification is shown again" grep -q '"state":"shown"' $ledger
    dunstctl action 0
    await "the browser is there" test -e opened
    [ "$(cat opened)" = "1"$'\n'"$link" ] || fail "the browser is given $(cat opened)"
    await "it is recorded" grep -q '"state":"read"' $ledger
    echo "ok: a link reaches the browser as it is"
    systemctl --user exit
}

# says FILE TEXT: what a command printed has this in it.
says() { grep -qF -- "$2" "$1" || fail "no \`$2\` in: $(cat "$1")"; }

# Types at the questions of `setup`, on a terminal: a key after each time that the question is drawn.
typed() {
    local question key
    mkfifo keys
    script -qefc "stty rows 40 cols 100; remembrance setup" screen < keys > /dev/null 2>&1 &
    local running=$!
    exec 4> keys
    while [ $# -gt 0 ]; do
        question=$1 key=$2
        shift 2
        await "setup asks: $question" grep -qF -- "$question" screen
        # A question that is shown reads the terminal.
        printf '%b' "$key" >&4
    done
    exec 4>&-
    wait "$running" || code=$?
    rm keys
}

# A person who has just installed the program with cargo: `setup` asks, writes, shows a notification, switches on.
first_minutes() {
    mkdir -p .cargo/bin
    cp .local/bin/remembrance .cargo/bin/
    rm -rf .local/share/{systemd,dbus-1}
    export PATH="$HOME/.cargo/bin:$PATH" TERM=xterm
    login
    desktop
    typed 'Languages of' '\r' 'Packs of' '\r' 'A day of your own' 'Grandmother\r' 'Its date' 'March 12\r' 'The hour' '08:30\r' \
        'Quiet hours' '\r' 'Write it?' 'y\r' 'Enable the service' 'y\r' 'Show a test notification' 'y\r'
    [ "${code-0}" = 0 ] || fail "setup ends with $code: $(cat -v screen)"
    grep -qx 'remind = \["08:30"\]' .config/remembrance/config.toml || fail "it wrote: $(cat .config/remembrance/config.toml)"
    notifications_are 1 || fail "no test notification was on the screen: $(dunstctl history)"
    [ "$(property ActiveState) $(property UnitFileState)" = "active enabled" ] || fail "setup did not enable the service: $(cat -v screen)"
    remembrance status | grep -qx 'Next: Black January, 2027-01-20 08:30' || fail "status: $(remembrance status)"
    echo "ok: setup on a terminal writes, shows a notification, and enables the service"

    # The same without questions, and again where everything is in place.
    remembrance service uninstall > /dev/null
    rm .config/remembrance/config.toml
    remembrance setup --yes --language az --pack az --hour 07:15 --service > said || fail "setup --yes: $(cat said)"
    [ "$(property ActiveState) $(property UnitFileState)" = "active enabled" ] || fail "setup --yes --service: $(cat said)"
    remembrance setup --yes --service > said || fail "setup --yes again: $(cat said)"
    grep -qx 'remind = \["07:15"\]' .config/remembrance/config.toml || fail "setup again wrote: $(cat .config/remembrance/config.toml)"
    echo "ok: setup --yes --service"
    # A mask that `disable` or the person made does not stop a later install.
    systemctl --user --quiet mask --now remembrance
    remembrance service install > said 2>&1 || fail "service install over a mask: $(cat said)"
    [ "$(property ActiveState) $(property UnitFileState)" = "active enabled" ] || fail "install over a mask: $(cat said)"
    echo "ok: service install takes a mask away"

    # The mask of an administrator is named, and stays.
    systemctl --user stop remembrance
    ln -s /dev/null /run/systemd/user/remembrance.service
    systemctl --user daemon-reload
    for command in "service enable" "service install" status doctor; do
        # shellcheck disable=SC2086 # two words
        ! remembrance $command > said 2>&1 || fail "$command under a mask for everybody: $(cat said)"
        says said 'an administrator has disabled'
        says said '/run/systemd/user/remembrance.service'
    done
    rm /run/systemd/user/remembrance.service
    systemctl --user daemon-reload
    remembrance service enable > said 2>&1 || fail "enable without the mask: $(cat said)"
    echo "ok: a mask for everybody is named"
    systemctl --user exit
}

# The unit of a package, in four logins of the same person.
remembrance() { "${remembrance:-$HOME/.local/bin/remembrance}" "$@"; }

enabled_for_all() {
    login
    await "the daemon runs at login" remembrance status
    remembrance status > said
    says said 'Next: Black January'
    ! remembrance service install > said 2>&1 || fail "install beside a package: $(cat said)"
    says said '`remembrance service enable`'
    remembrance service disable > said || fail "service disable: $(cat said)"
    says said 'stopped and disabled'
    [ "$(property ActiveState) $(property LoadState)" = "inactive masked" ] || fail "disable leaves it $(property ActiveState)"
    remembrance service disable > said || fail "disabled twice: $(cat said)"
    ! remembrance status > said || fail "status of a masked service"
    says said 'Not running: disabled for this person (masked).'
    says said 'remembrance service enable'
    # The bus does not start it either.
    ! busctl --user call org.remembrance.Remembrance1 /org/remembrance/Remembrance1 org.remembrance.Remembrance1 Next u 1 \
        > /dev/null 2>&1 || fail "the bus starts what is disabled"
    echo "ok: enabled for everybody, and disabled by one"
    systemctl --user exit
}

still_disabled() {
    login
    sleep 1
    [ "$(property ActiveState)" = inactive ] || fail "it is back at the next login"
    ! remembrance doctor > said || fail "doctor of a masked service"
    says said 'disabled for this person (masked)'
    remembrance service enable > said || fail "service enable: $(cat said)"
    says said 'The service is enabled and running'
    [ "$(property ActiveState)" = active ] || fail "it is not enabled"
    echo "ok: disabled holds after a new login, and enable undoes it"
    systemctl --user exit
}

enabled_again() {
    login
    await "the daemon runs at login again" remembrance status
    # A unit that fails, and fails again.
    mkdir -p .config/systemd/user/remembrance.service.d
    printf '[Service]\nExecStart=\nExecStart=/bin/false\nRestart=no\n' > .config/systemd/user/remembrance.service.d/broken.conf
    systemctl --user daemon-reload
    systemctl --user restart remembrance 2> /dev/null || true
    ! remembrance status > said || fail "status of a failed service"
    says said 'Not running: the service failed (exit-code).'
    ! remembrance doctor > said || fail "doctor of a failed service"
    says said 'it has failed'
    printf '[Service]\nExecStart=relative\n' > .config/systemd/user/remembrance.service.d/broken.conf
    systemctl --user daemon-reload
    ! remembrance doctor > said || fail "doctor of a bad unit"
    says said 'the unit file has a mistake'
    rm .config/systemd/user/remembrance.service.d/broken.conf
    systemctl --user daemon-reload
    remembrance service enable > said || fail "enable after a failure: $(cat said)"
    remembrance status > said || fail "it does not run after enable: $(cat said)"
    echo "ok: a failed service is understood, and enabled again"
    systemctl --user exit
}

package_removed() {
    login
    ! remembrance status > said || fail "status without a unit"
    says said 'Not running: the service is not installed.'
    ! remembrance doctor > said || fail "doctor without a unit"
    says said 'not installed'
    for action in enable disable; do
        ! remembrance service $action > said 2>&1 || fail "service $action without a unit"
        says said '`remembrance service install`'
    done
    echo "ok: without its unit, it says how to install one"
    systemctl --user exit
}

# The same on a machine that forbids user namespaces.
without_namespaces() {
    mkdir -p .config/systemd/user
    cp .local/lib/systemd/user/remembrance.service .config/systemd/user/
    ! unshare --user true 2>/dev/null || fail "there are user namespaces"
    /lib/systemd/systemd --user > /dev/null 2>&1 &
    await "the manager runs" systemctl --user is-system-running
    systemctl --user start remembrance 2> /dev/null || true
    await "it is started without them" "$HOME/.local/bin/remembrance" status
    [ "$(property ExecMainStatus) $(property NRestarts)" = "0 1" ] || fail "it took more than one try"
    grep -q '^Seccomp:	2$' "/proc/$(property MainPID)/status" || fail "its system calls are not filtered"
    echo "ok: where there are no user namespaces, it runs without what takes one"

    # As logind has it of a greeter whose user is made for it, and of a person.
    for class in greeter user; do
        systemctl --user stop remembrance
        printf 'UID=4711\nCLASS=%s\n' "$class" > /run/systemd/sessions/1
        systemctl --user start remembrance || true
        case $class in
            greeter) expected="inactive 0" ;;
            user) expected="active 0" ;;
        esac
        [ "$(property ActiveState) $(property NRestarts)" = "$expected" ] ||
            fail "of a $class: $(property ActiveState) $(property NRestarts)"
    done
    systemd-analyze condition 'ConditionUser=!@system' > /dev/null 2>&1 || fail "a person is a system user"
    # Without a home there is nothing to keep: systemd says so in one line, and does not try again.
    sed -i 's|^ConditionPathIsDirectory=%h$|ConditionPathIsDirectory=%h/nowhere|' .config/systemd/user/remembrance.service
    systemctl --user daemon-reload
    systemctl --user stop remembrance
    systemctl --user start remembrance || fail "the unit of a user without a home fails"
    [ "$(property ActiveState) $(property ConditionResult) $(property NRestarts)" = "inactive no 0" ] ||
        fail "without a home: $(property ActiveState) $(property ConditionResult) $(property NRestarts)"
    echo "ok: neither a greeter nor a user without a home has it started"
    systemctl --user exit
}

# dbus-broker, which starts services by the manager; a server that the bus starts and that has no display at first; and a
# session whose language is known later.
broker() {
    rm -rf .config/systemd/user/remembrance.service.d .config/remembrance .local/state/remembrance daemon.log
    mkdir -p .config/systemd/user/remembrance.service.d .local/share/dbus-1/services bin .config/systemd/user
    printf '[Service]\nStandardError=append:%%h/daemon.log\n' > .config/systemd/user/remembrance.service.d/log.conf
    sed "s|remembrance run$|remembrance run --now '2027-01-20 08:59:58'|" .local/lib/systemd/user/remembrance.service \
        > .config/systemd/user/remembrance.service
    ln -s "$(systemctl --global show dbus-broker.service -p FragmentPath --value 2>/dev/null | grep . ||
        echo /usr/lib/systemd/user/dbus-broker.service)" .config/systemd/user/dbus.service
    printf '[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=%s/bin/server\n' "$HOME" \
        > .local/share/dbus-1/services/server.service
    printf '#!/bin/sh\ndate +%%s%%3N >> "$HOME/starts"\nexec dunst -conf /dev/null\n' > bin/server
    chmod +x bin/server
    # Nothing can be taken away again of what the manager itself has in its environment.
    env -u LC_ALL /lib/systemd/systemd --user > /dev/null 2>&1 &
    await "the bus is there" busctl --user status
    pgrep -U 4711 -x dbus-broker > /dev/null || fail "the bus is another one"

    systemctl --user start remembrance || fail "it does not start"
    await "it waits for a display" status_is "waiting for the desktop to take a notification; next: Black January, 2027-01-20 11:55"
    grep -q 'printed and not shown: the notification server cannot be started (the session has no display yet)' daemon.log ||
        fail "it does not say why"
    [ ! -e starts ] || fail "a server is started without a display"
    echo "ok: without a display no server is started"

    # One that leads nowhere: dunst ends.
    dbus-update-activation-environment --systemd DISPLAY=:4711
    starts_are() { [ -e starts ] && [ "$(wc -l < starts)" -ge "$1" ]; }
    await "a server is started for the display" starts_are 1
    await "it is started again" starts_are 2
    gap=$(awk 'NR > 1 { print $1 - before; exit } { before = $1 }' starts)
    [ "$gap" -ge 14000 ] || fail "the bus was asked again after $gap ms"
    echo "ok: on dbus-broker a server that cannot start is started by steps"

    screen
    dbus-update-activation-environment --systemd "DISPLAY=:$(cat display)" LANG=az_AZ.UTF-8
    await "the notification is shown" grep -q Shown daemon.log
    # Not by the step that comes in any case.
    [ "$(grep -c 'The session has a display now' daemon.log)" = 2 ] || fail "it has not noticed both displays"
    in_history() { dunstctl close-all; dunstctl history | grep -qF "\"data\" : \"$1\""; }
    in_history "20 Yanvar Ümumxalq Hüzn Günü · 37 il" || fail "another language: $(dunstctl history)"
    echo "ok: it is shown when the session has a display, in the language of the session"

    # The next server is given what went with the last one, in what is the language then.
    systemctl --user stop remembrance
    rm -r .local/state/remembrance
    systemctl --user start remembrance
    await "it is shown" grep -q '"state":"shown"' .local/state/remembrance/ledger-pretended.jsonl
    systemctl --user set-environment LANG=tr_TR.UTF-8
    kill "$(busctl --user status org.freedesktop.Notifications | sed -n 's/^PID=//p')"
    turkish() { grep -q 'The languages of the session are now: tr' daemon.log && in_history "Kanlı Ocak · 37 yıl"; }
    await "it is shown in Turkish" turkish
    echo "ok: a language that is set later counts without a restart"
    systemctl --user exit
}

case $1 in
    person | without_namespaces | broker | reading | first_minutes | enabled_for_all | still_disabled | enabled_again | package_removed) cd "$HOME" && "$1" ;;
    hostile) cd "$HOME" && . ./hostile.sh && hostile ;;
    *) machine "$@" ;;
esac
