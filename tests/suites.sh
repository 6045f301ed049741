#!/bin/bash
# Has the systemd of each Debian suite load the unit, and takes each line that it says about it for a fault. Not in CI: it
# makes a small machine of packages for each suite, once, in target/suites.
#
# tests/suites.sh [SUITE...]

set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- bullseye bookworm trixie
mkdir -p target/suites
cd target/suites
failed=
for suite in "$@"; do
    if [ ! -e "$suite.tar" ]; then
        echo "Making $suite of Debian packages, once"
        # The archive of an old suite is signed for a time that is over.
        mmdebstrap --quiet --variant=minbase --include=systemd --aptopt='Acquire::Check-Valid-Until "false"' \
            "$suite" "$suite.new.tar"
        mv "$suite.new.tar" "$suite.tar"
    fi
    machine=$(mktemp -d)
    tar -xf "$suite.tar" -C "$machine" --exclude='./dev/*'
    sed 's|@bindir@|/usr/bin|' ../../systemd/remembrance.service > "$machine/usr/lib/systemd/user/remembrance.service"
    # The manager looks only whether they are there.
    for program in remembrance kill; do
        for folder in bin usr/bin; do
            printf '#!/bin/sh\n' > "$machine/$folder/$program"
            chmod +x "$machine/$folder/$program"
        done
    done
    # shellcheck disable=SC2016 # $1 is the machine, in the shell of its mounts
    said=$(unshare --mount sh -euc '
        mount -t proc proc "$1/proc"
        mount -t tmpfs tmpfs "$1/sys"
        mkdir -p "$1/sys/fs/cgroup" "$1/run/user/0"
        mount -t cgroup2 cgroup2 "$1/sys/fs/cgroup"
        [ -e "$1/dev/null" ] || mknod -m 666 "$1/dev/null" c 1 3
        verify() {
            chroot "$1" env HOME=/root XDG_RUNTIME_DIR=/run/user/0 \
                systemd-analyze --user verify --man=no /usr/lib/systemd/user/remembrance.service 2>&1 | grep remembrance || true
        }
        verify "$1"
        # What would be told is told.
        sed -i "s/^Slice=/Slyce=/" "$1/usr/lib/systemd/user/remembrance.service"
        verify "$1" | grep -q Slyce || echo "nothing is verified here"
    ' sh "$machine")
    version=$(chroot "$machine" systemctl --version | sed -n '1s/.*(\(.*\))/\1/p')
    rm -rf "$machine"
    if [ -n "$said" ]; then
        echo "not ok: $suite, systemd $version: $said"
        failed=1
    else
        echo "ok: $suite, systemd $version"
    fi
done
[ -z "$failed" ]
