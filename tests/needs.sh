#!/bin/sh
# Installs what the tests, the benchmark or the pictures need of Debian, and says so first.
#
# needs.sh test|bench|picture|servers|bars|ansible|package|chroot|machine|calendars

set -eu

# A program, and the package that has it.
of_tests='dbus-daemon:dbus dbus-broker-launch:dbus-broker sway:sway mako:mako-notifier swaync:sway-notification-center dunst:dunst dunstctl:dunst Xvfb:xvfb busctl:systemd jq:jq systemctl:systemd kill:procps unshare:util-linux mkfifo:coreutils cc:gcc git:git script:bsdutils chromium:chromium npm:npm strace:strace
    lxqt-notificationd:lxqt-notificationd xdg-open:xdg-utils setpriv:util-linux khal:khal zsh:zsh fish:fish mandoc:mandoc groff:groff pdftotext:poppler-utils
    shellcheck:shellcheck appstreamcli:appstream desktop-file-validate:desktop-file-utils codespell:codespell'
of_bench="$of_tests remind:remind gcal:gcal calendar:calendar hebcal:hebcal"
of_picture="$of_tests import:imagemagick"
of_calendars='khal:khal vdirsyncer:vdirsyncer radicale:radicale ical2html:ical2html g++:g++ dbus-run-session:dbus'
of_package='lintian:lintian rpm:rpm rpmlint:rpmlint xz:xz-utils readelf:binutils'
of_chroot='mmdebstrap:mmdebstrap unshare:util-linux'
of_machine='mmdebstrap:mmdebstrap qemu-system-x86_64:qemu-system-x86 mke2fs:e2fsprogs'
of_servers="$of_picture grim:grim gnome-shell:gnome-shell gjs:gjs"
of_ansible='ansible-playbook:ansible unshare:util-linux'
of_bars='waybar:waybar sway:sway grim:grim polybar:polybar i3:i3-wm i3status:i3status i3blocks:i3blocks tmux:tmux zsh:zsh fish:fish Xvfb:xvfb import:imagemagick script:bsdutils dbus-run-session:dbus'

case "${1-}" in
    test) wanted=$of_tests ;;
    bench) wanted=$of_bench ;;
    picture) wanted=$of_picture ;;
    servers) wanted=$of_servers ;;
    bars) wanted=$of_bars ;;
    ansible) wanted=$of_ansible ;;
    calendars) wanted=$of_calendars ;;
    machine) wanted=$of_machine ;;
    package) wanted=$of_package ;;
    chroot) wanted=$of_chroot ;;
    *) echo "usage: $0 test|bench|picture|servers|bars|ansible|package|chroot|machine|calendars" >&2; exit 2 ;;
esac

missing=
for pair in $wanted; do
    if ! command -v "${pair%%:*}" >/dev/null || { [ "${pair%%:*}" = kill ] && [ ! -x /bin/kill ]; }; then
        missing="$missing ${pair#*:}"
    fi
done
case $1 in package | chroot | machine | calendars | ansible) ;; *)
    # Servers that no PATH leads to.
    library=/usr/lib/$(uname -m)-linux-gnu
    [ -x "$library/xfce4/notifyd/xfce4-notifyd" ] || missing="$missing xfce4-notifyd"
    [ -x "$library/xfce4/xfconf/xfconfd" ] || missing="$missing xfconf"
    [ -x /usr/lib/mate-notification-daemon/mate-notification-daemon ] ||
        [ -x /usr/libexec/mate-notification-daemon/mate-notification-daemon ] || missing="$missing mate-notification-daemon"
    [ -x /usr/lib/notification-daemon/notification-daemon ] || missing="$missing notification-daemon"
    # The user manager and the fonts are not on anybody's PATH.
    [ -x /lib/systemd/systemd ] || [ -x /usr/lib/systemd/systemd ] || missing="$missing systemd"
    case "$1" in
        picture | servers) fc-list 2>/dev/null | grep -q 'Noto Sans' || missing="$missing fonts-noto-core" ;;
        *) fc-list 2>/dev/null | grep -q . || missing="$missing fonts-dejavu-core" ;;
    esac
    # Judges of calendars: khal brings python-icalendar and python-dateutil with it.
    [ -e "$library/libical.so.3" ] || missing="$missing libical3"
    ;;
esac
if [ "$1" = calendars ] && [ ! -x /usr/libexec/evolution-calendar-factory ]; then
    missing="$missing evolution-data-server gir1.2-ecal-2.0 python3-gi"
fi
if [ "$1" = calendars ] && [ ! -d /usr/include/KF5/KHolidays ]; then
    missing="$missing libkf5holidays-dev"
fi
# rustfmt and clippy come with the toolchain or they do not; nothing is fetched for them here.
if [ -n "$missing" ]; then
    missing=$(printf '%s\n' $missing | sort -u | tr '\n' ' ')
    if ! command -v apt-get >/dev/null; then
        echo "$0: please install what has these Debian packages' programs: $missing" >&2
        exit 1
    fi
    sudo=
    [ "$(id -u)" -eq 0 ] || sudo=sudo
    echo "Installing for the ${1}: $missing"
    $sudo apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# What judges whether everybody can read a page. It is asked for in the tests alone, and no part of the program.
axe='axe-core@4.14.1'
cd "$(dirname "$0")/.."
if [ "$1" = test ] && [ ! -e target/axe/node_modules/axe-core/axe.min.js ]; then
    echo "Installing for the test: $axe, of npm, in target/axe"
    npm install --silent --prefix target/axe --ignore-scripts --no-audit --no-fund "$axe" >/dev/null ||
        echo "$0: $axe cannot be had; the test of pages says that it goes without" >&2
fi

# What checks a config as people type, in their editors.
taplo=@taplo/cli@0.7.0
if [ "$1" = test ] && [ ! -e target/taplo/node_modules/.bin/taplo ]; then
    echo "Installing for the test: $taplo, of npm, in target/taplo"
    npm install --silent --prefix target/taplo --ignore-scripts --no-audit --no-fund "$taplo" >/dev/null ||
        echo "$0: $taplo cannot be had; the test of the schema says that it goes without" >&2
fi

# What reads the pages of Markdown.
markdown='markdownlint-cli2@0.22.1'
if [ "$1" = test ] && [ ! -e target/markdown/node_modules/.bin/markdownlint-cli2 ]; then
    echo "Installing for the test: $markdown, of npm, in target/markdown"
    npm install --silent --prefix target/markdown --ignore-scripts --no-audit --no-fund "$markdown" >/dev/null ||
        echo "$0: $markdown cannot be had; make lint says that it goes without" >&2
fi

# What the words of each language are compared with: names, dates and plural forms.
cldr='cldr-core@48.2.0 cldr-dates-full@48.2.0'
if [ "$1" = test ] && [ ! -e target/cldr/node_modules/cldr-dates-full/package.json ]; then
    echo "Installing for the test: $cldr, of npm, in target/cldr"
    # shellcheck disable=SC2086
    npm install --silent --prefix target/cldr --ignore-scripts --no-audit --no-fund --legacy-peer-deps $cldr >/dev/null || {
        rm -rf target/cldr
        echo "$0: $cldr cannot be had; the test of words says that it goes without" >&2
    }
fi
