#!/bin/sh
# What cargo-deny says of the crates that the program is built from, by deny.toml; without it, or without the database of
# advisories, it says what was not checked.

set -eu

cd "$(dirname "$0")/.."
PATH=$PWD/target/tools/bin:$PATH
if ! command -v cargo-deny >/dev/null; then
    echo "$0: crates are not checked: there is no cargo-deny; \`cargo install --locked --root target/tools cargo-deny\` installs it" >&2
    exit 0
fi
cargo-deny --locked --offline check --hide-inclusion-graph bans licenses sources
if cargo-deny --locked fetch db 2>/dev/null; then
    cargo-deny --locked check advisories
else
    echo "$0: advisories are not checked: their database at https://github.com/RustSec/advisory-db cannot be fetched" >&2
fi
