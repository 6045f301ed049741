"""Random series of every dialect, and whether the program has the dates of python-icalendar with recurring-ical-events.

    python3 -m venv venv && venv/bin/pip install icalendar recurring-ical-events
    venv/bin/python tests/calendars/series.py target/release/remembrance SEED COUNT

The series are those of which RFC 5545 is clear: it does not say what a start that is no date of its own rule means beside a
COUNT. What differs is printed by kind; at most 10 of 10,000 may.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

ZONES = ["Asia/Baku", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "UTC"]
WINDOWS = {"Europe/Berlin": "W. Europe Standard Time", "America/New_York": "Eastern Standard Time",
           "Asia/Baku": "Azerbaijan Standard Time"}
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FIRST, LAST = date(2025, 1, 1), date(2029, 12, 31)

MOST_PER_10000 = 10


def some(choices, most):
    return ",".join(str(one) for one in random.sample(choices, random.randint(1, most)))


def rule(frequency):
    parts = [f"FREQ={frequency}"]
    if random.random() < 0.4:
        parts.append(f"INTERVAL={random.randint(1, 3)}")
    if frequency == "DAILY":
        parts += random.choice([[], [], [f"BYMONTH={some(range(1, 13), 3)}"], [f"BYDAY={some(DAYS, 3)}"], [f"BYMONTHDAY={some(range(1, 32), 3)}"]])
    elif frequency == "WEEKLY" and random.random() < 0.6:
        parts.append(f"BYDAY={some(DAYS, 3)}")
        parts += random.choice([[], [f"WKST={random.choice(DAYS)}"]])
    elif frequency == "MONTHLY":
        parts += random.choice([[], [f"BYMONTHDAY={some([*range(1, 32), -1, -2], 2)}"], [f"BYDAY={random.choice([1, 2, -1])}{random.choice(DAYS)}"],
                                [f"BYDAY={some(DAYS, 3)}", "BYSETPOS=-1"], [f"BYDAY={random.choice(DAYS)}", "BYMONTHDAY=8,9,10,11,12,13,14"]])
    elif frequency == "YEARLY":
        parts += random.choice([[], [], [f"BYMONTH={some(range(1, 13), 2)}"],
                                [f"BYMONTH={random.randint(1, 12)}", f"BYDAY={random.choice([1, 2, 3, 4, -1])}{random.choice(DAYS)}"],
                                [f"BYMONTH={random.randint(1, 12)}", f"BYMONTHDAY={random.randint(1, 28)}"],
                                [f"BYYEARDAY={some([1, 60, 100, 200, 366, -1, -100], 2)}"],
                                [f"BYWEEKNO={some([1, 10, 20, 52], 2)}", f"BYDAY={random.choice(DAYS)}"]])
    return parts


def stamp(name, at, zone, windows=True):
    if zone is None:
        return f"{name};VALUE=DATE:{at:%Y%m%d}"
    if zone == "floating":
        return f"{name}:{at:%Y%m%dT%H%M%S}"
    if zone == "UTC":
        return f"{name}:{at:%Y%m%dT%H%M%SZ}"
    return f"{name};TZID={WINDOWS.get(zone, zone) if windows and random.random() < 0.3 else zone}:{at:%Y%m%dT%H%M%S}"


def in_utc(at, zone):
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)


def event(uid, lines):
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}@x", f"SUMMARY:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT", ""])


def occurrences(text):
    """The starts of one series, in order."""
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    calendar = icalendar.Calendar.from_ical(head + text + "END:VCALENDAR\r\n")
    found = recurring_ical_events.of(calendar, skip_bad_series=False).between(FIRST - timedelta(days=3), LAST + timedelta(days=3))
    return sorted((one["DTSTART"].dt for one in found), key=str)


def series(number):
    """A random series and its kind."""
    frequency = random.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "YEARLY"])
    zone = random.choice([None, None, "floating", *ZONES])
    day = date(2025, 1, 1) + timedelta(days=random.randint(0, 700))
    start = datetime(day.year, day.month, day.day, random.randint(0, 23), random.choice([0, 30])) if zone else day
    parts = rule(frequency)
    lines = [stamp("DTSTART", start, zone)]
    kind = [frequency.lower(), "all day" if zone is None else "floating" if zone == "floating" else "utc" if zone == "UTC" else "zone"]
    first = next(iter(rrulestr(";".join(parts), dtstart=datetime(day.year, day.month, day.day))), None)
    if first is None or first.year > LAST.year:
        return None
    is_off_rule = first.date() != day
    if is_off_rule and random.random() < 0.9:
        start = datetime.combine(first.date(), start.time()) if zone else first.date()
        lines, is_off_rule = [stamp("DTSTART", start, zone)], False
    plain = event(number, [*lines, "RRULE:" + ";".join(parts)])
    if len(occurrences(plain)) < 3:
        return None
    end = random.random()
    if is_off_rule:
        kind.append("off rule")
    if end < 0.3 and not is_off_rule:
        parts.append(f"COUNT={random.randint(2, 12)}")
    elif 0.3 <= end < 0.6:
        until = start + timedelta(days=random.randint(30, 900))
        if zone is None or zone == "floating":
            parts.append(f"UNTIL={until:%Y%m%d}" if zone is None else f"UNTIL={until:%Y%m%dT%H%M%S}")
        else:
            parts.append(f"UNTIL={in_utc(until, zone):%Y%m%dT%H%M%SZ}")
            kind.append("until in utc")
    lines.append("RRULE:" + ";".join(parts))
    every = occurrences(event(number, lines))
    changes = []
    civil = [one.replace(tzinfo=None) if isinstance(one, datetime) else one for one in every]
    if len(every) > 3 and random.random() < 0.4:
        kind.append("exdate")
        for out in random.sample(civil[1:], min(3, len(civil) - 2)):
            if zone in ZONES and zone != "UTC" and random.random() < 0.5:
                lines.append(f"EXDATE:{in_utc(out, zone):%Y%m%dT%H%M%SZ}")
            else:
                lines.append(stamp("EXDATE", out, zone, windows=False))
    if random.random() < 0.2:
        kind.append("rdate")
        lines.append(stamp("RDATE", start + timedelta(days=random.randint(400, 500)), zone, windows=False))
    if len(every) > 3 and random.random() < 0.4:
        left = occurrences(event(number, lines))
        one = random.choice([one for one in left[1:]] or left)
        one = one.replace(tzinfo=None) if isinstance(one, datetime) else one
        kind.append("moved")
        moved = one + timedelta(days=random.choice([1, 2, -1]))
        changes.append(event(number, [stamp("RECURRENCE-ID", one, zone, windows=False), stamp("DTSTART", moved, zone, windows=False)]))
    return event(number, lines) + "".join(changes), kind


def main():
    program, seed, count = Path(sys.argv[1]).resolve(), int(sys.argv[2]), int(sys.argv[3])
    random.seed(seed)
    made = {}
    while len(made) < count:
        one = series(len(made))
        if one:
            made[str(len(made))] = one
    differ, shown = Counter(), 0
    for local in ["Asia/Baku", "America/New_York"]:
        with tempfile.TemporaryDirectory() as home:
            environment = {"HOME": home, "TZ": local, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
            run = lambda *arguments: subprocess.run([program, *arguments, "--now", "2026-11-26 12:00"], cwd=home, env=environment,
                                                    capture_output=True, text=True)
            folder = Path(home, ".config/remembrance")
            folder.mkdir(parents=True)
            (folder / "config.toml").write_text("follow = []\n")
            text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + "".join(text for text, _ in made.values()) + "END:VCALENDAR\r\n"
            Path(home, "s.ics").write_text(text, newline="")
            imported = run("import", "s.ics")
            print(local, imported.stdout.strip(), imported.stderr.strip()[:2000])
            list_run = run("list", "--from", str(FIRST), "--to", str(LAST), "--json")
            # A file that the configuration leaves out would be taken for thousands of faults.
            if imported.returncode > 1 or "left out;" in list_run.stderr:
                sys.exit(f"the import is not kept: {imported.stderr}{list_run.stderr}")
            listed = json.loads(list_run.stdout)
            ours = {}
            for one in listed:
                ours.setdefault(one["name"], set()).add(one["date"])
            for name, (text, kind) in made.items():
                found = occurrences(text)
                here = lambda at: at.astimezone(ZoneInfo(local)) if isinstance(at, datetime) and at.tzinfo else at
                as_date = lambda at: at.date() if isinstance(at, datetime) else at
                inside = lambda dates: {str(one) for one in dates if FIRST + timedelta(days=2) <= one <= LAST - timedelta(days=2)}
                theirs = inside(as_date(here(one)) for one in found)
                mine = inside(date.fromisoformat(one) for one in ours.get(name, set()))
                if mine == theirs:
                    continue
                why = " ".join(kind)
                differ[why] += 1
                if shown < 5:
                    shown += 1
                    print(f"--- in {local}: {why}\n{text}ours only {sorted(mine - theirs)[:6]}\ntheirs only {sorted(theirs - mine)[:6]}")
    print(f"{2 * count} series, {sum(differ.values())} differ")
    for why, number in differ.most_common():
        print(f"  {number:5} {why}")
    sys.exit(sum(differ.values()) * 10_000 > MOST_PER_10000 * 2 * count)


main()
