#!/bin/sh
# Installs remembrance for one user, without root, below ~/.local. It overwrites only what it installed before, and removes
# only that.
#
# install.sh [--no-service | --uninstall]

set -eu
cd "$(dirname "$0")"
prefix=$HOME/.local
data=${XDG_DATA_HOME:-$prefix/share}
# What was installed: the sum and the place of each file.
list=$data/remembrance/installed
say() { printf '%s\n' "$*"; }

sum() { sha256sum < "$1" | cut -d' ' -f1; }

# Whether a file is as it was installed.
is_ours() { [ ! -L "$1" ] && [ -f "$1" ] && [ -e "$list" ] && grep -qxF "$(sum "$1")  $1" "$list"; }

# Where a file of the tarball goes.
place() {
    case $1 in
        share/*) say "$data/${1#share/}" ;;
        *) say "$prefix/$1" ;;
    esac
}

# Removes the files that a list names and that are as they were installed, but not those that the list $2 names as well.
remove() {
    while IFS= read -r line; do
        file=${line#*  }
        if [ -n "${2-}" ] && grep -qF "  $file" "$2"; then
            continue
        elif is_ours "$file"; then
            rm -f "$file"
        elif [ -e "$file" ] || [ -L "$file" ]; then
            say "Left alone, as it was changed: $file"
        fi
    done < "$1"
}

install_all() {
    files=$(find bin share -type f | sort)
    in_the_way=$(
        say "$files" | while IFS= read -r file; do
            to=$(place "$file")
            { [ ! -e "$to" ] && [ ! -L "$to" ]; } || is_ours "$to" || { [ ! -L "$to" ] && cmp -s "$file" "$to"; } || say "    $to"
        done
    )
    if [ -n "$in_the_way" ]; then
        say "install.sh: these are not of this program, or were changed; move them away first:
$in_the_way" >&2
        exit 1
    fi
    mkdir -p "$data/remembrance"
    say "$files" | while IFS= read -r file; do
        to=$(place "$file")
        mkdir -p "$(dirname "$to")"
        # A new file in its place: a program that runs keeps the old one.
        cp "$file" "$to.new"
        mv -f "$to.new" "$to"
        say "$(sum "$to")  $to"
    done > "$list.new"
    # What an older version had and this one has not.
    [ ! -e "$list" ] || remove "$list" "$list.new"
    mv -f "$list.new" "$list"
    say "Installed: $prefix/bin/remembrance"
    case :$PATH: in
        *:"$prefix/bin":*) ;;
        *) say "$prefix/bin is not on your PATH: add it, or call the program by its whole name." ;;
    esac
}

uninstall_all() {
    [ -e "$list" ] || { say "install.sh: it is not installed below $prefix" >&2; exit 1; }
    if [ -x "$prefix/bin/remembrance" ]; then
        "$prefix/bin/remembrance" service uninstall || say "The service was not uninstalled; its files are left, see above."
    fi
    remove "$list"
    rm -f "$list"
    rmdir "$data/remembrance" "$data/doc/remembrance" 2>/dev/null || true
    say "Removed. Your settings and the ledger stay."
}

case $#:${1-} in
    0:)
        install_all
        "$prefix/bin/remembrance" service install ||
            say "Without the service, start it with your session: $prefix/bin/remembrance run"
        ;;
    1:--no-service) install_all ;;
    1:--uninstall) uninstall_all ;;
    *) sed -n '2,5s/^# *//p' "$0" >&2; exit 2 ;;
esac
