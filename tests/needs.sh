#!/bin/sh
# Installs what the tests, the benchmark or the picture need of Debian, and says so first.
#
# needs.sh test|bench|picture

set -eu

# A program, and the package that has it.
of_tests='dbus-daemon:dbus dunst:dunst dunstctl:dunst Xvfb:xvfb busctl:systemd systemctl:systemd kill:procps unshare:util-linux mkfifo:coreutils cc:gcc git:git'
of_bench="$of_tests remind:remind gcal:gcal calendar:calendar hebcal:hebcal"
of_picture="$of_tests import:imagemagick"

case "${1-}" in
    test) wanted=$of_tests ;;
    bench) wanted=$of_bench ;;
    picture) wanted=$of_picture ;;
    *) echo "usage: $0 test|bench|picture" >&2; exit 2 ;;
esac

missing=
for pair in $wanted; do
    if ! command -v "${pair%%:*}" >/dev/null || { [ "${pair%%:*}" = kill ] && [ ! -x /bin/kill ]; }; then
        missing="$missing ${pair#*:}"
    fi
done
# The user manager and the fonts are not on anybody's PATH.
[ -x /lib/systemd/systemd ] || [ -x /usr/lib/systemd/systemd ] || missing="$missing systemd"
case "$1" in
    picture) fc-list 2>/dev/null | grep -q 'Noto Sans' || missing="$missing fonts-noto-core" ;;
    *) fc-list 2>/dev/null | grep -q . || missing="$missing fonts-dejavu-core" ;;
esac
# rustfmt and clippy come with the toolchain or they do not; nothing is fetched for them here.
if [ -z "$missing" ]; then
    exit 0
fi

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
