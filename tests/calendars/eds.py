"""The dates that GNOME's calendars show of a file: evolution-data-server keeps its events, and gives their instances.

eds.py FILE FROM TO: a line for each all-day instance, `YYYY-MM-DD<tab>day`, from the first year up to the last, both included.
"""

import datetime
import re
import sys

import gi

for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
    gi.require_version(name, version)
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

PATIENCE = 30


def components(calendar, kind):
    """The components of a kind, in the order of the file."""
    found = calendar.get_first_component(kind)
    while found:
        yield found
        found = calendar.get_next_component(kind)


def seconds(year):
    """The first second of a year."""
    return int(datetime.datetime(year, 1, 1, tzinfo=datetime.timezone.utc).timestamp())


def main():
    """Keeps the events of the file, and prints their instances."""
    path, first, last = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    source = EDataServer.SourceRegistry.new_sync(None).ref_builtin_calendar()
    client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, PATIENCE, None)
    with open(path, encoding="utf-8") as file:
        calendar = ICalGLib.Component.new_from_string(file.read())
    for component in components(calendar, ICalGLib.ComponentKind.VTIMEZONE_COMPONENT):
        zone = ICalGLib.Timezone.new()
        zone.set_component(component.clone())
        client.add_timezone_sync(zone, None)
    for component in components(calendar, ICalGLib.ComponentKind.VEVENT_COMPONENT):
        client.create_object_sync(component.clone(), ECal.OperationFlags.NONE, None)
    lines = set()

    def instance(component, start, *_):
        if start.is_date():
            date = start.as_ical_string()
            day = re.sub(r"[.-]?\d{4}-?\d\d-?\d\d$", "", component.get_uid().split("@")[0])
            lines.add(f"{date[:4]}-{date[4:6]}-{date[6:8]}\t{day}")
        return True

    client.generate_instances_sync(seconds(first), seconds(last + 1), None, instance, None)
    print("\n".join(sorted(lines)))


main()
