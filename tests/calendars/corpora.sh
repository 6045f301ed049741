#!/bin/sh
# The calendars and cards that other projects test themselves with, fetched into target/corpora and never kept, and what the
# program makes of them.
#
#     python3 -m venv venv && venv/bin/pip install icalendar recurring-ical-events
#     tests/calendars/corpora.sh venv/bin/python target/release/remembrance
#
# A project that is in target/corpora already is taken as it is. What cannot be had is named, and the rest is run.

set -eu
cd "$(dirname "$0")/../.."
python=${1:?usage: corpora.sh PYTHON PROGRAM}
program=${2:?usage: corpora.sh PYTHON PROGRAM}
into=target/corpora
mkdir -p "$into"

# The project, its repository, and its source package at PyPI where it has one.
while read -r name repository package; do
    [ ! -d "$into/$name" ] || continue
    if git clone --quiet --depth 1 "$repository" "$into/$name" 2> "$into/$name.log"; then
        rm "$into/$name.log"
        continue
    fi
    rm -rf "${into:?}/$name"
    mkdir "$into/$name.new"
    if [ "$package" != - ] && "$python" -m pip download --quiet --no-deps --no-binary :all: --dest "$into/$name.new" "$package" >> "$into/$name.log" 2>&1; then
        tar -C "$into/$name.new" -xzf "$into/$name.new"/*.tar.gz
        mv "$into/$name.new" "$into/$name"
        rm "$into/$name.log"
        echo "$name: from PyPI, without what its package leaves out"
    else
        rm -rf "$into/$name.new"
        echo "$name: not there: $(tail -n 1 "$into/$name.log")"
    fi
done <<END
libical https://github.com/libical/libical -
ical.js https://github.com/kewisch/ical.js -
ez-vcard https://github.com/mangstadt/ez-vcard -
ical4j https://github.com/ical4j/ical4j -
khal https://github.com/pimutils/khal khal
vobject https://github.com/py-vobject/vobject vobject
icalendar https://github.com/collective/icalendar icalendar
END

"$python" tests/calendars/corpora.py "$program" "$into"
