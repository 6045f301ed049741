#!/bin/bash
# Unpacks the crate that `cargo package` made, far from the repository, builds it and installs it: what it needs is in it.
#
# tests/crate.sh VERSION

set -euo pipefail
version=$1
cd "$(dirname "$0")/.."
target=$(cargo metadata --no-deps --offline --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
crate=$target/package/remembrance-$version.crate
[ "$(stat -c %s "$crate")" -lt 10000000 ] || { echo "not ok: the registry takes 10 MB at most"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tar -xf "$crate" -C "$work"
cd "$work/remembrance-$version"
export CARGO_TARGET_DIR="$target/crate" CARGO_NET_OFFLINE=true
cargo build --locked
make -s install BINARY="$CARGO_TARGET_DIR/debug/remembrance" DESTDIR="$work/installed" PREFIX=/usr
"$work/installed/usr/bin/remembrance" show az-black-january --lang tr | grep -q 1990 || { echo "not ok: no article"; exit 1; }
# The tests that hold generated files to the code, and the licences to the lock file.
cargo test --locked --test integration -- licences:: manual:: release:: catalogue::
missing=$(cd "$work/installed/usr/share" && for file in man/man1/remembrance.1 man/man5/remembrance.toml.5 man/man7/remembrance-rules.7 \
    doc/remembrance/LICENSE-CC-BY-4.0 doc/remembrance/THIRD-PARTY-LICENSES.txt metainfo/org.remembrance.Remembrance.metainfo.xml \
    icons/hicolor/scalable/apps/remembrance.svg remembrance/config.toml; do [ -s "$file" ] || echo "$file"; done)
[ -z "$missing" ] || { echo "not ok: $missing"; exit 1; }
echo "ok: the crate alone"
