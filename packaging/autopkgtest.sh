#!/bin/sh
# Runs the tests of the Debian package (packaging/debian/tests) on a package that was built, by autopkgtest. As a
# distribution does it, in a machine that autopkgtest makes (`-- qemu IMAGE`), or on this one, where it installs the package:
#
# autopkgtest.sh DEB [-- null]

set -eu
deb=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- -- null
cd "$(dirname "$0")/.."
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/debian"
cp -R packaging/debian/tests "$tree/debian/"
cp target/stage/debian/changelog "$tree/debian/"
printf 'Source: remembrance\nMaintainer: %s\n\nPackage: remembrance\nArchitecture: any\nDescription: remembrance days\n' \
    "$(sed -n 's/^authors = \["\(.*\)"\]/\1/p' Cargo.toml)" > "$tree/debian/control"
autopkgtest "$deb" "$tree/" "$@"
