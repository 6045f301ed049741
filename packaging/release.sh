#!/bin/sh
# What has to be right before a version is published: first what can be seen at once, all of it, then the long tests; then it
# says what to do. It publishes nothing.
#
# release.sh [--quick]

set -eu
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
released=$(sed -n 's/.*expect("\([0-9-]*\) is a date").*/\1/p' src/config/mod.rs)
today=$(date --utc +%F)
problems=0
problem() { problems=$((problems + 1)); printf '%d. %s\n' "$problems" "$*"; }

placeholders=$(grep -n '^[^#]*example\.org' Cargo.toml | sed 's/^/     Cargo.toml:/') || true
[ -z "$placeholders" ] || problem "Give the real maintainer and places:
$placeholders"
heading="## $version - $today"
grep -qxF "$heading" CHANGELOG.md || problem "CHANGELOG.md has no heading \`$heading\`: rename \`## Unreleased\`."
! grep -qx '## Unreleased' CHANGELOG.md || problem "CHANGELOG.md still has \`## Unreleased\`."
[ "$released" = "$today" ] || problem "RELEASED in src/config/mod.rs is $released, and today is $today: a clock from before it shows nothing.
     pub const RELEASED: DateTime<Utc> = DateTime::from_timestamp($(date --utc --date="$today" +%s), 0).expect(\"$today is a date\");"
[ -z "$(git status --porcelain)" ] || problem "Commit what is changed: git status"
! git rev-parse -q --verify "refs/tags/v$version" > /dev/null || problem "The tag v$version is there already: raise \`version\` in Cargo.toml."
[ "$(git rev-parse --abbrev-ref HEAD)" = main ] || problem "This is not the branch main."
cargo tree --locked --quiet > /dev/null 2>&1 || problem "Cargo.lock is not that of Cargo.toml: cargo check"
if [ $problems -gt 0 ]; then
    echo "release.sh: $problems to fix, then \`make release\` again; nothing long was tried."
    exit 1
fi
[ "${1-}" != --quick ] || exit 0

for check in test simulate deb rpm test-dist test-crate test-reproducible test-install; do
    echo "== make $check"
    make "$check" || { echo "release.sh: \`make $check\` fails"; exit 1; }
done
cat <<END
All is well. To publish $version:

    git tag --sign --message 'remembrance $version' v$version
    git push origin main v$version
    cargo publish --locked
    upload with CHANGELOG.md's part on $version:
        target/deb/remembrance_$version-1_*.deb
        target/generate-rpm/remembrance-$version-*.rpm
        target/dist/remembrance-$version-*.tar.xz

Then open the next version: raise \`version\` in Cargo.toml, and put \`## Unreleased\` on top of CHANGELOG.md.
END
