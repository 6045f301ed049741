#!/bin/bash
# Builds the tarball and the Debian package twice, from the last commit, in two folders of other names and depths, with
# another umask and at another time: the same bytes.
#
# Needs what `make deb` has installed in target/tools.

set -euo pipefail
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
[ -x target/tools/bin/cargo-deb ] || cargo install --quiet --locked --root target/tools cargo-deb@3.8.0
tools=$PWD/target/tools
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
work=$(mktemp -d -p target reproducible-XXXXXX)
trap 'rm -rf "$work"' EXIT

# build FOLDER UMASK
build() {
    local folder=$work/$1
    mkdir -p "$folder/target"
    git archive HEAD | tar -x -C "$folder"
    (
        unset CARGO_TARGET_DIR
        umask "$2"
        make -C "$folder" dist
        cd "$folder"
        CARGO_TARGET_DIR=$PWD/target/stage/cargo "$tools/bin/cargo-deb" deb --no-build --no-strip --output target/deb/
    ) > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    (cd "$folder/target" && sha256sum "stage/usr/bin/remembrance" "deb/remembrance_$version-1_"*.deb "dist/remembrance-$version-"*.tar.xz) |
        tee "$work/$3"
}

build first 022 sums-1
# Only one at a time takes room.
rm -rf "$work/first/target/packages"
build a-second/deeper/folder 077 sums-2
diff "$work/sums-1" "$work/sums-2" || { echo "not ok: other bytes"; exit 1; }
echo "ok: the same bytes twice"
