"""What other programs make of calendars: python-icalendar, python-dateutil and libical.

judge.py valid FILE       fails where one of them finds a fault in the file
judge.py dates FILE       the dates of each event from 2020 to 2040, as python-dateutil reckons them, as JSON
judge.py random SEED N    a calendar of N random recurrences on standard output
"""

import ctypes
import json
import random
import re
import sys
from datetime import date, datetime, timedelta

import icalendar
from dateutil.rrule import rruleset, rrulestr

FIRST, LAST = datetime(2020, 1, 1), datetime(2040, 12, 31, 23, 59)


def naive(value):
    """A date or a time as the clock of its own zone shows it."""
    if not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    return value.replace(tzinfo=None)


def listed(event, name):
    found = event.get(name, [])
    for line in found if isinstance(found, list) else [found]:
        for one in line.dts:
            yield naive(one.dt)


def dates(path):
    days = {}
    for event in icalendar.Calendar.from_ical(open(path, "rb").read()).walk("VEVENT"):
        start = naive(event["DTSTART"].dt)
        every = rruleset()
        if "RRULE" in event:
            rule = event["RRULE"].to_ical().decode()
            if next(iter(rrulestr(rule, dtstart=start, ignoretz=True)), None) != start:
                # A start that does not fit its rule is the first date (RFC 5545, 3.8.5.3); dateutil leaves it out.
                every.rdate(start)
                count = re.search(r"COUNT=(\d+)", rule)
                rule = rule.replace(count[0], f"COUNT={int(count[1]) - 1}") if count else rule
            if "COUNT=0" not in rule:
                every.rrule(rrulestr(rule, dtstart=start, ignoretz=True))
        else:
            every.rdate(start)
        for one in listed(event, "RDATE"):
            every.rdate(one)
        for one in listed(event, "EXDATE"):
            every.exdate(one)
        found = {str(one.date()) for one in every.between(FIRST, LAST, inc=True)}
        days.setdefault(str(event["SUMMARY"]), set()).update(found)
    print(json.dumps({name: sorted(found) for name, found in days.items()}))


def valid(path):
    data = open(path, "rb").read()
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, f"longer than 75 bytes: {line}"
        line.decode()
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    for event in events:
        for error in event.errors:
            sys.exit(f"python-icalendar: {error}")
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            assert name in event, f"{name} is missing"
    ical = ctypes.CDLL("libical.so.3")
    for name in ("icalparser_parse_string", "icalcomponent_as_ical_string"):
        getattr(ical, name).restype = ctypes.c_void_p
    tree = ctypes.c_void_p(ical.icalparser_parse_string(ctypes.c_char_p(data)))
    assert tree, "libical reads nothing"
    errors = ical.icalcomponent_count_errors(tree)
    # Whether each component has the properties that it must have, and none too many (RFC 5546).
    ical.icalrestriction_check(tree)
    wrong = ical.icalcomponent_count_errors(tree)
    if errors or wrong:
        text = ctypes.string_at(ical.icalcomponent_as_ical_string(tree)).decode()
        sys.exit("libical: " + "\n".join(line for line in text.splitlines() if "X-LIC-ERROR" in line))
    print(len(events))


def some(choices, most):
    return ",".join(str(one) for one in random.sample(choices, random.randint(1, most)))


def rule():
    """A recurrence on whose meaning RFC 5545 and python-dateutil agree."""
    frequency = random.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    if random.random() < 0.5:
        parts.append(f"INTERVAL={random.randint(1, 5)}")
    if random.random() < 0.4:
        parts.append(f"BYMONTH={some(range(1, 13), 3)}")
    kind = random.random()
    if frequency == "WEEKLY" and kind < 0.6:
        parts.append(f"BYDAY={some(days, 3)}")
        if random.random() < 0.5:
            parts.append(f"WKST={random.choice(days)}")
    elif frequency in ("MONTHLY", "YEARLY"):
        if kind < 0.3:
            parts.append(f"BYMONTHDAY={some([*range(1, 32), -1, -2, -3], 3)}")
        elif kind < 0.6:
            parts.append(f"BYDAY={random.choice([1, 2, 3, 4, -1, -2])}{random.choice(days)}")
        elif kind < 0.75:
            parts.append(f"BYDAY={some(days, 3)}")
            parts.append(f"BYSETPOS={random.choice([1, 2, -1])}")
        elif kind < 0.85 and frequency == "YEARLY":
            parts.append(f"BYYEARDAY={some([1, 60, 100, 366, -1, -100], 2)}")
    elif frequency == "DAILY" and kind < 0.5:
        parts.append(f"BYMONTHDAY={some(range(1, 32), 3)}")
    return parts


def random_calendar(seed, count):
    random.seed(seed)
    print("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r", end="")
    made = 0
    while made < count:
        start = datetime(2015, 1, 1) + timedelta(days=random.randint(0, 5000))
        parts, lines = rule(), []
        end = random.random()
        if end < 0.3:
            parts.append(f"COUNT={random.randint(1, 40)}")
        elif end < 0.6:
            until = start + timedelta(days=random.randint(1, 6000))
            parts.append(f"UNTIL={until:%Y%m%d}")
        try:
            every = list(rrulestr(";".join(parts), dtstart=start).between(start, LAST, inc=True))
        except ValueError:
            continue
        if not every or len(every) > 3000 or ("COUNT" in parts[-1] and len(every) < int(parts[-1][6:])):
            continue
        if random.random() < 0.3 and len(every) > 2:
            left_out = random.sample(every[1:], min(3, len(every) - 1))
            lines.append("EXDATE;VALUE=DATE:" + ",".join(f"{one:%Y%m%d}" for one in left_out))
        if random.random() < 0.2:
            lines.append(f"RDATE;VALUE=DATE:{date(2031, 5, random.randint(1, 31)):%Y%m%d}")
        lines = [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", "RRULE:" + ";".join(parts), *lines]
        print("\nBEGIN:VEVENT", f"UID:{made}@x", f"SUMMARY:day {made}", *lines, "END:VEVENT\r", sep="\r\n", end="")
        made += 1
    print("\nEND:VCALENDAR\r")


if sys.argv[1] == "valid":
    valid(sys.argv[2])
elif sys.argv[1] == "dates":
    dates(sys.argv[2])
else:
    random_calendar(int(sys.argv[2]), int(sys.argv[3]))
