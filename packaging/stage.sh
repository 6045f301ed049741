#!/bin/sh
# What packages need beside the installed tree.
#
# Writes copyright, changelog and changelog.gz, the project's own, into STAGE/debian, from what the project says of itself in one place each.
#
# stage.sh STAGE

set -eu
mkdir -p "$1/debian"
{
    cat packaging/debian/copyright
    # As the format wants it: a blank before each line, a dot for an empty one.
    sed 's/^$/./; s/^ *//; s/^/ /' LICENSE-CC-BY-4.0
} > "$1/debian/copyright"
value() { sed -n "s/^$1 = \[*\"\(.*[^]]\)\"\]*\$/\1/p" Cargo.toml | head -1; }
gzip --best --no-name < CHANGELOG.md > "$1/debian/changelog.gz"
# cargo-deb compresses manual pages itself, cargo-generate-rpm does not.
mkdir -p "$1/compressed"
cp -R "$1/usr/share/man" "$1/compressed/"
find "$1/compressed/man" -type f -exec gzip --best --no-name --force {} +
date=$(sed -n 's/.*expect("\([0-9-]*\) is a date").*/\1/p' src/config/mod.rs)
cat > "$1/debian/changelog" <<END
remembrance ($(value version)-1) unstable; urgency=medium

  * What is new is in /usr/share/doc/remembrance/changelog.gz.

 -- $(value authors)  $(LC_ALL=C date --utc --date="$date 12:00" '+%a, %d %b %Y %T +0000')
END
