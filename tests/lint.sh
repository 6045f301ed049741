#!/bin/bash
# What is no Rust: shell scripts, manual pages, AppStream and desktop file, icons, Markdown, spelling. Whatever is not
# installed is named and passed over; in CI only what `needs.sh test` cannot install may be missing.

set -uo pipefail
cd "$(dirname "$0")/.." || exit
PATH=$PWD/target/tools/bin:$PWD/target/markdown/node_modules/.bin:$PATH
failed=0
fail() { echo "not ok: $*" >&2; failed=1; }

# has PROGRAM [OPTIONAL]
has() {
    command -v "$1" > /dev/null && return
    if [ -n "${CI-}" ] && [ -z "${2-}" ]; then fail "$1 is not installed"; else echo "lint.sh: goes without $1" >&2; fi
    return 1
}

if has shellcheck; then
    shellcheck --severity=warning tests/*.sh packaging/*.sh packaging/debian/p* packaging/debian/tests/rehearse .ci/run || fail "a shell script"
fi
if has mandoc; then
    mandoc -T lint -W warning man/*.[5-7] || fail "a manual page, by mandoc"
fi
if has groff; then
    said=$(groff -man -Tutf8 -ww -z man/*.[5-7] 2>&1)
    [ -z "$said" ] || fail "a manual page, by groff: $said"
fi
if has appstreamcli; then
    tree=$(mktemp -d)
    mkdir -p "$tree/usr/share/metainfo"
    metainfo=org.remembrance.Remembrance.metainfo.xml
    # Of the placeholders only that they can be filled in. What the file leads to is beside it, as on a machine.
    sed 's|@version@|1.2.3|; s|@date@|2026-11-01|; s|@homepage@|https://remembrance.example|' packaging/$metainfo \
        > "$tree/usr/share/metainfo/$metainfo"
    install -D -m 644 -t "$tree/usr/share/applications" packaging/remembrance.desktop
    install -D -m 644 -t "$tree/usr/share/icons/hicolor/scalable/apps" packaging/icons/remembrance.svg
    said=$(appstreamcli validate-tree --no-net "$tree" 2>&1) || fail "AppStream: $said"
    rm -r "$tree"
fi
if has desktop-file-validate; then
    desktop-file-validate packaging/remembrance.desktop || fail "the desktop file"
fi
if has rsvg-convert optional; then
    for icon in packaging/icons/*.svg; do
        for size in 16 48 128; do
            rsvg-convert --width $size --height $size "$icon" > /dev/null || fail "$icon at $size"
        done
    done
fi
if has markdownlint-cli2 optional; then
    markdownlint-cli2 README.md CHANGELOG.md CONTRIBUTING.md 'docs/**/*.md' > /dev/null || fail "a page of Markdown"
fi
# English alone: the words that look like mistakes of it are in tests/spelling.txt, one a line.
if has codespell; then
    codespell --quiet-level 35 --ignore-words tests/spelling.txt --skip '*.ftl,*.tsv,*.txt,*.ics,*.vcf,*.jsonl,*.calendar' \
        src tests tools benches docs man packaging systemd .github README.md CONTRIBUTING.md CHANGELOG.md Makefile Cargo.toml \
        config/config.toml config/articles/*.en.md || fail "a word"
fi
exit $failed
