#!/bin/sh
# Finds the program that prints the manual page and the completions, and writes its path into TARGET_DIR/built-tool: the
# binary that was built, or, where that one is for another platform, one for this platform.
#
# tool.sh TARGET_DIR CARGO

set -eu
target_dir=$1
shift
binary=$(cat "$target_dir/built")
host=$(${RUSTC:-rustc} -vV | sed -n 's/^host: //p')
# A platform that was asked for is a folder of its own above that of the profile.
case $binary in
    */"$host"/*/remembrance) ;;
    "$target_dir"/*/*/remembrance)
        "$@" build --locked --bin remembrance --target "$host" --message-format json-render-diagnostics \
            > "$target_dir/built-tool.json"
        binary=$(sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' "$target_dir/built-tool.json")
        ;;
esac
echo "$binary" > "$target_dir/built-tool"
