#!/usr/bin/env python3
"""Writes src/ical/zone_names/{windows.tsv,tz.txt} from the data of Unicode CLDR.

    npm pack cldr-core@48.2.0 cldr-bcp47@48.2.0    # unpack both into one folder, which has `package/`
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
