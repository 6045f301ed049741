#!/bin/bash
# Runs the tasks of docs/administrators.md with the real ansible-playbook, in a mount namespace in which /etc/xdg is empty: the
# first run changes what is there, the second nothing; a file with a mistake is refused and changes nothing.
#
# unshare --mount tests/ansible.sh [BINARY]

set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1-target/release/remembrance}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mount -t tmpfs tmpfs /etc/xdg
mkdir "$folder/bin" "$folder/files"
ln -s "$binary" "$folder/bin/remembrance"
export PATH="$folder/bin:$PATH" HOME="$folder" LC_ALL=C.UTF-8 ANSIBLE_NOCOLOR=1 ANSIBLE_LOCALHOST_WARNING=0

fail() { echo "not ok: $*"; exit 1; }

# The blocks of the page as one list of tasks.
{
    printf -- '- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n'
    awk '/^```yaml/ { inside = 1; next } /^```/ { inside = 0 } inside { print "    " $0 }' docs/administrators.md
} > "$folder/play.yml"
printf 'name = "Our house"\n[day.founder]\nname = "Founder"\ndate = "March 12"\nevent = 1931\n' > "$folder/files/our-house.toml"

play() { ansible-playbook "$folder/play.yml" > "$folder/said" 2>&1; }
changed() { sed -n 's/.*changed=\([0-9]*\).*/\1/p' "$folder/said"; }

play || fail "$(cat "$folder/said")"
[ "$(changed)" -ge 2 ] || fail "the first run changes $(changed): $(cat "$folder/said")"
remembrance list 2027 | grep -q '^Fri 12 Mar 2027  Founder · 96 years' || fail "the day is not kept: $(remembrance list 2027)"
echo "ok: the tasks keep the days of the house for everybody"
play || fail "$(cat "$folder/said")"
[ "$(changed)" = 0 ] || fail "the second run changes $(changed): $(cat "$folder/said")"
echo "ok: a second run changes nothing"
before=$(cat /etc/xdg/remembrance/packs/our-house.toml)
sed -i 's/March 12/Marc 12/' "$folder/files/our-house.toml"
! play || fail "a mistake is accepted"
grep -q 'did you mean `March`' "$folder/said" || fail "the mistake is not shown: $(cat "$folder/said")"
[ "$(cat /etc/xdg/remembrance/packs/our-house.toml)" = "$before" ] || fail "a file with a mistake replaced the old one"
echo "ok: a file with a mistake is refused"
