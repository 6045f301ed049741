#!/bin/sh
# Breaks the program on purpose, in one place at a time, and sees that the simulation tells each.
#
# breaks.sh [NAME...]    of tests/breaks/NAME.patch; all, where none is named
#
# Works on a copy in target/breaks, and ends with 1 where a break was not told.

set -eu
cd "$(dirname "$0")/.."
root=$PWD
copy=$root/target/breaks/tree
export CARGO_TARGET_DIR="$root/target/breaks/target"
rm -rf "$copy"
mkdir -p "$copy"
for part in src config man Cargo.toml Cargo.lock build.rs benches; do
    cp -r "$part" "$copy/"
done

[ $# -gt 0 ] || set -- $(cd tests/breaks && ls *.patch | sed 's/\.patch$//')
status=0
for name; do
    patch --quiet --strip=1 --directory="$copy" <"tests/breaks/$name.patch" || {
        echo "$name: the patch does not apply any more"
        status=1
        continue
    }
    log=$root/target/breaks/$name.log
    (cd "$copy" && cargo test --quiet --locked --lib --no-run) >"$log" 2>&1 || {
        echo "$name: does not build; see $log"
        exit 1
    }
    if (cd "$copy" && cargo test --locked --lib simulation) >"$log" 2>&1; then
        echo "$name: NOT TOLD by 1,000 years"
        status=1
    else
        # What the oracle said, in the words before the facts.
        told=$(sed -n '/panicked at src\/daemon\/simulation/{n;p;q;}' "$log" | cut -d: -f1 | cut -c1-90)
        echo "$name: told by seed $(grep -o 'history of seed [0-9]*' "$log" | head -1 | grep -o '[0-9]*$'): $told"
    fi
    patch --quiet --reverse --strip=1 --directory="$copy" <"tests/breaks/$name.patch"
done
exit $status
