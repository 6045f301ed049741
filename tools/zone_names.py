#!/usr/bin/env python3
"""Writes src/ical/zone_names/{windows.tsv,tz.txt} and src/words/cities.tsv from the data of Unicode CLDR.

    npm pack cldr-core@48.2.0 cldr-bcp47@48.2.0 cldr-dates-full@48.2.0    # unpack all into one folder, which has `package/`
    tools/zone_names.py FOLDER
"""

import json
import sys
from pathlib import Path

package = Path(sys.argv[1]) / "package"
windows = json.loads((package / "supplemental/windowsZones.json").read_text())["supplemental"]
names = json.loads((package / "bcp47/timezone.json").read_text())["keyword"]["u"]["tz"]
version = windows["version"]["_cldrVersion"]

# Names of one zone; the one of the tz database comes first.
groups = []
for key, zone in names.items():
    if key.startswith("_") or "_deprecated" in zone or not zone.get("_alias"):
        continue
    aliases = zone["_alias"].split()
    first = zone.get("_iana", aliases[0])
    groups.append([first, *(alias for alias in aliases if alias != first)])
first_of = {alias: group[0] for group in groups for alias in group}

rows = sorted(
    (row["_other"], first_of.get(row["_type"], row["_type"]))
    for row in (entry["mapZone"] for entry in windows["windowsZones"]["mapTimezones"])
    if row["_territory"] == "001"
)

folder = Path(__file__).parent.parent / "src/ical/zone_names"
licence = f"# Unicode CLDR {version} (Unicode License v3)"
(folder / "windows.tsv").write_text(
    f"{licence}, supplemental/windowsZones.json of cldr-core, territory 001.\n"
    "# Written by tools/zone_names.py: do not edit.\n"
    + "".join(f"{windows_name}\t{zone}\n" for windows_name, zone in rows)
)
(folder / "tz.txt").write_text(
    f"{licence}, bcp47/timezone.json of cldr-bcp47: the names that each zone has had, the present\n"
    "# one first. Written by tools/zone_names.py: do not edit.\n"
    + "".join(" ".join(group) + "\n" for group in sorted(groups))
)

# What the city of a zone is called in the languages of the commands; nothing where it is the last part of the zone's name.
languages = ["en", "az", "ru", "tr"]


def cities(language):
    named = {}

    def walk(zones, path):
        for name, inner in zones.items():
            if not isinstance(inner, dict):
                continue
            if "exemplarCity" in inner:
                named["/".join([*path, name])] = inner["exemplarCity"]
            else:
                walk(inner, [*path, name])

    text = (package / f"main/{language}/timeZoneNames.json").read_text()
    walk(json.loads(text)["main"][language]["dates"]["timeZoneNames"]["zone"], [])
    return named


called = [cities(language) for language in languages]
names_of = {group[0]: group for group in groups}
lines = []
for zone in sorted({first_of.get(zone, zone) for city in called for zone in city}):
    if zone.startswith("Etc/"):
        continue
    every = names_of.get(zone, [zone])
    own = zone.split("/")[-1].replace("_", " ")
    row = [next((city[name] for name in every if name in city), "") for city in called]
    row = ["" if name == own else name for name in row]
    if any(row):
        lines.append("\t".join([" ".join(every), *row]).rstrip("\t") + "\n")
(Path(__file__).parent.parent / "src/words/cities.tsv").write_text(
    f"{licence}, timeZoneNames.json of cldr-dates-full: the names of a zone, and its city in\n"
    f"# {', '.join(languages)}; empty where it is the last part of the first name. Written by tools/zone_names.py: do not edit.\n"
    + "".join(lines)
)
