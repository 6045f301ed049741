#!/bin/sh
# Fuzzes each target for so many seconds, a minute by default: run.sh [SECONDS [TARGET...]]
#
# What is found is kept in target/fuzz, and what crashes in fuzz/artifacts; one crash does not keep the other targets from
# their turn. cargo-fuzz needs what only a nightly compiler promises; RUSTC_BOOTSTRAP lets the stable one that builds the
# program do it.

set -eu

cd "$(dirname "$0")/.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
PATH=$PWD/target/tools/bin:$PATH
if ! command -v cargo-fuzz >/dev/null; then
    ${CARGO:-cargo} install --quiet --locked --root target/tools cargo-fuzz@0.13.2
fi
# The versions that the program is built from.
cp Cargo.lock fuzz/Cargo.lock
export RUSTC_BOOTSTRAP=1
[ $# -gt 0 ] || set -- $(cargo-fuzz list)
cargo-fuzz build --target-dir target/fuzz
host=$(${RUSTC:-rustc} -vV | sed -n 's/^host: //p')
failed=
for target; do
    echo "Fuzzing $target for $seconds seconds"
    mkdir -p "target/fuzz/corpus/$target" "fuzz/artifacts/$target"
    # Not by `cargo-fuzz run`, which builds again whatever was edited meanwhile.
    "target/fuzz/$host/release/$target" "target/fuzz/corpus/$target" "tests/fuzzing/seeds/$target" \
        -artifact_prefix="fuzz/artifacts/$target/" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -print_final_stats=1 -verbosity=0 || failed="$failed $target"
done
if [ -n "$failed" ]; then
    echo "A check failed:$failed. What it failed on is in fuzz/artifacts." >&2
    exit 1
fi
