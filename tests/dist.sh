#!/bin/bash
# The tarball and the Debian package on bare systems: Debian bookworm and trixie, each a root of its own with a session bus
# and dunst and nothing of this machine. A user without root unpacks, installs, sees January 20, upgrades and uninstalls.
#
# tests/dist.sh VERSION

set -euo pipefail
version=$1
cd "$(dirname "$0")/.."
tarball=$(realpath target/dist/remembrance-"$version"-*.tar.xz)
deb=$(realpath target/deb/remembrance_"$version"-1_*.deb)
[ "$(id -u)" -eq 0 ] || { echo "dist.sh: only root can make a root for Debian" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT

cat > "$work/tarball.sh" <<'END'
set -euo pipefail
fail() { echo "not ok: $*"; exit 1; }
cd "$HOME"
tar -xf /tmp/tarball
cd remembrance-*
export PATH=$HOME/.local/bin:$PATH
# What another program has there is not touched.
mkdir -p "$HOME/.local/bin"
echo mine > "$HOME/.local/bin/remembrance"
! ./install.sh > said 2>&1 || fail "it overwrites a file of another program"
grep -q "move them away first" said && [ "$(cat "$HOME/.local/bin/remembrance")" = mine ] || fail "$(cat said)"
[ ! -e "$HOME/.local/share/remembrance" ] || fail "a refused installation leaves something"
rm "$HOME/.local/bin/remembrance"
# There is no service manager here, and it says so.
./install.sh > said 2>&1 || fail "$(cat said)"
grep -q "start it with your session" said || fail "$(cat said)"
./install.sh --no-service > said || fail "a second installation: $(cat said)"
remembrance --version
[ "$(TZ=Asia/Baku remembrance next 1 --now 2026-11-26T12:00 | cut -c1-46)" = "Wed 20 Jan 2027  09:00  Black January · 37 ye" ] ||
    fail "$(TZ=Asia/Baku remembrance next 1 --now 2026-11-26T12:00)"
remembrance show az-black-january --lang az | grep -q 1990 || fail "no article"
man --warnings -l "$HOME/.local/share/man/man1/remembrance.1" > /dev/null 2> said || true
[ ! -s said ] || fail "man: $(cat said)"
export TZ=Asia/Baku
dbus-run-session -- sh -ec '
    Xvfb -displayfd 1 -screen 0 800x500x24 -nolisten tcp > display 2> /dev/null & xvfb=$!
    until [ -s display ]; do sleep 0.1; done
    DISPLAY=:$(cat display); export DISPLAY
    dunst -conf /dev/null > /dev/null 2>&1 & dunst=$!
    until dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
        string:org.freedesktop.Notifications | grep -q "boolean true"; do sleep 0.1; done
    timeout 60 remembrance rehearse > rehearsed 2>&1 & rehearsal=$!
    until grep -q "On the screen now, by dunst" rehearsed; do kill -0 $rehearsal; sleep 0.1; done
    dunstctl close-all; wait $rehearsal; kill $dunst $xvfb
' || fail "the rehearsal: $(cat rehearsed)"
echo "# mine" >> "$HOME/.local/share/remembrance/config.toml"
./install.sh --uninstall > said 2>&1 || fail "$(cat said)"
left=$(find "$HOME/.local" -type f -not -path '*/state/*')
[ "$left" = "$HOME/.local/share/remembrance/config.toml" ] || fail "it leaves $left"
echo "ok: the tarball"
END
cat > "$work/deb.sh" <<'END'
set -euo pipefail
fail() { echo "not ok: $*"; exit 1; }
remembrance today --now 2027-01-20T10:00 | grep -q 'Black January' || fail "today"
systemd-analyze --user verify --man=no /usr/lib/systemd/user/remembrance.service 2>&1 | grep remembrance.service |
    grep -v "Unknown key.*'Restart\(Steps\|MaxDelaySec\)'" && fail "the unit" || true
remembrance check
man --warnings -l /usr/share/man/man5/remembrance.toml.5.gz > /dev/null 2> /tmp/said
[ ! -s /tmp/said ] || fail "man: $(cat /tmp/said)"
echo "ok: the package"
END

for suite in bookworm trixie; do
    base=target/dist/$suite.tar
    if [ ! -e "$base" ]; then
        echo "Making a $suite of Debian packages, once"
        mmdebstrap --quiet --format=tar --variant=minbase --include=dbus,dunst,xvfb,libpam-systemd,man-db,groff,tzdata,xz-utils,init-system-helpers,procps \
            "$suite" "$base.new"
        mv "$base.new" "$base"
    fi
    mkdir "$work/$suite"
    tar -xf "$base" -C "$work/$suite" --exclude='./dev/*'
    cp "$tarball" "$work/$suite/tmp/tarball"
    cp "$deb" "$work/$suite/tmp/package.deb"
    cp "$work/tarball.sh" "$work/deb.sh" "$work/$suite/tmp/"
    chmod 644 "$work/$suite"/tmp/*
    # Namespaces end with what runs in them.
    unshare --mount --pid --fork --kill-child --net bash -euc '
        root=$1
        mount -t proc proc "$root/proc"
        mount -t tmpfs tmpfs "$root/dev"
        for node in null zero full random urandom tty; do touch "$root/dev/$node"; mount --bind "/dev/$node" "$root/dev/$node"; done
        mkdir "$root/dev/shm"; chmod 1777 "$root/dev/shm" "$root/tmp"; mkdir -p "$root/tmp/.X11-unix"; chmod 1777 "$root/tmp/.X11-unix"
        ln -s /proc/self/fd "$root/dev/fd"
        chroot "$root" useradd --create-home person
        user() { chroot "$root" setpriv --reuid person --regid person --clear-groups \
            env -i HOME=/home/person USER=person PATH=/usr/bin:/bin LC_ALL=C.UTF-8 bash "$1"; }
        user /tmp/tarball.sh
        chroot "$root" dpkg --install /tmp/package.deb > /dev/null
        user /tmp/deb.sh
        chroot "$root" dpkg --purge remembrance > /dev/null
        left=$(find "$root/usr" "$root/etc" -name "*remembrance*" -not -path "*/doc/*")
        [ -z "$left" ] || { echo "not ok: purge leaves $left"; exit 1; }
    ' bash "$work/$suite"
    echo "ok: $suite, $(chroot "$work/$suite" ldd --version 2>/dev/null | head -1)"
done
echo "all is well"
