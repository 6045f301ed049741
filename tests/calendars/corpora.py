"""Every calendar and card below a folder: is each read without a crash, is a second import the same, and which series have
other dates than python-icalendar with recurring-ical-events?

    corpora.py PROGRAM FOLDER

A series differs if the program keeps it and does not say why it has other dates: a time zone that nobody knows, two events of one
UID and version. What was cancelled is no date (RFC 5546). Each series that differs is printed; fails beyond 10 of 10,000, or
where the program crashes, takes ten seconds, or imports something else the second time.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events

LOCAL = "Europe/Berlin"
YEARS = 6
SAID = re.compile("is not known here|has the same UID|is left out")
MOST_PER_10000 = 10


def fingerprint(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def run(program, home, *arguments):
    environment = {"HOME": home, "TZ": LOCAL, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return subprocess.run([program, *arguments], cwd=home, env=environment, capture_output=True, timeout=10)


def first_year(text):
    years = [int(year) for year in re.findall(rb"DTSTART[^\r\n]*[:=]((?:19|20)\d\d)\d{4}", text)]
    return max(1990, min(years, default=2020))


def theirs(events, first, last):
    """The dates of one series on the clock here; None where the others cannot say."""
    calendar = icalendar.Calendar()
    for event in events:
        calendar.add_component(event)
    try:
        found = recurring_ical_events.of(calendar, skip_bad_series=False).between(first - timedelta(days=2), last + timedelta(days=2))
        starts = [one["DTSTART"].dt for one in found if one.get("STATUS") != "CANCELLED"]
    except Exception:
        return None
    days = set()
    for at in starts:
        if isinstance(at, datetime):
            at = (at.astimezone(ZoneInfo(LOCAL)) if at.tzinfo else at).date()
        days.add(at)
    return {str(day) for day in days if first + timedelta(days=2) < day < last - timedelta(days=2)}


def examine(program, path):
    told, differ, count = Counter(), [], 0
    text = path.read_bytes()
    year = first_year(text)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home, ".config/remembrance")
        folder.mkdir(parents=True)
        (folder / "config.toml").write_text("follow = []\n")
        now = ("--now", f"{year}-06-15 12:00")
        try:
            first = run(program, home, "import", str(path), "-v", *now)
            again = run(program, home, "import", str(path), *now)
            first_day, last_day = date(year, 1, 1), date(year + YEARS, 12, 31)
            listed = run(program, home, "list", "--from", str(first_day), "--to", str(last_day), "--json", *now)
        except subprocess.TimeoutExpired:
            return Counter(["slow"]), [f"{path}: takes more than ten seconds"], 0
        if first.returncode not in (0, 1) or listed.returncode not in (0, 1):
            return Counter(["crashed"]), [f"{path}: {first.stderr.decode(errors='replace')[-300:]}"], 0
        said = first.stdout.decode() + first.stderr.decode(errors="replace")
        kind = "gave days" if re.search(r"Imported [1-9]", said) else "gave none"
        if kind == "gave days" and b"nothing has changed" not in again.stdout and b"nothing was changed" not in again.stderr:
            return Counter(["unstable"]), [f"{path}: the second import changes something"], 0
        ours = defaultdict(set)
        for one in json.loads(listed.stdout or b"[]"):
            parts = one["day"].split("-")
            ours["-".join(parts[:2])].add(one["date"])
        kept = set()
        for table in (folder / "days.d").glob("*.toml"):
            kept |= {"-".join(name.split("-")[:2]) for name in re.findall(r"^\[day\.(cal-[^\]]+)\]", table.read_text(), re.M)}
    told[kind] += 1
    if path.suffix.lower() not in (".ics", ".ifb") or kind == "gave none":
        return told, differ, count
    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT") if "DTSTART" in event and event.get("UID")]
    except Exception:
        return told, differ, count
    series = defaultdict(list)
    for event in events:
        series[str(event["UID"]).strip()].append(event)
    for uid, events in series.items():
        id = f"cal-{fingerprint(uid):016x}"
        if id not in kept:
            continue
        expected = theirs(events, first_day, last_day)
        if expected is None:
            told["the others cannot say"] += 1
            continue
        count += 1
        inside = lambda one: str(first_day + timedelta(days=2)) < one < str(last_day - timedelta(days=2))
        mine = {one for one in ours[id] if inside(one)}
        if mine != expected and SAID.search(said):
            told["series of which it is said why they differ"] += 1
        elif mine != expected:
            differ.append(f"{path}: {uid[:60]}\n    ours only {sorted(mine - expected)[:4]}, theirs only {sorted(expected - mine)[:4]}")
    return told, differ, count


def main():
    program, folder = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    endings = {".ics", ".ifb", ".vcf", ".vcard"}
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in endings and path.is_file())
    # The same file in two places counts once.
    paths = list({path.read_bytes(): path for path in reversed(paths)}.values())
    told, differ, count = Counter(), [], 0
    with ThreadPoolExecutor(2) as pool:
        for one_told, one_differ, one_count in pool.map(lambda path: examine(program, path), paths):
            told += one_told
            differ += one_differ
            count += one_count
    print("\n".join(sorted(differ)))
    print(f"{len(paths)} files: " + ", ".join(f"{number} {what}" for what, number in sorted(told.items())))
    print(f"{count} series, {len(differ)} differ")
    sys.exit(len(differ) * 10_000 > MOST_PER_10000 * count or bool(told["crashed"] + told["slow"] + told["unstable"]))


main()
