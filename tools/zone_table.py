#!/usr/bin/env python3
"""Writes src/ical/zone_table.rs from the data of Unicode CLDR.

    npm pack cldr-core@48.2.0 cldr-bcp47@48.2.0    # unpack both into one folder, which has `package/`
    tools/zone_table.py FOLDER > src/ical/zone_table.rs
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

print(f"""//! Names of time zones, from Unicode CLDR {version} (Unicode License v3). Written by `tools/zone_table.py`: do not edit.

/// The names that Windows and Outlook use, in order, and the zone of the tz database that each stands for where no
/// country is named (supplemental/windowsZones.json of cldr-core, territory 001).
#[rustfmt::skip]
pub(super) const WINDOWS: [(&str, &str); {len(rows)}] = [""")
for windows_name, zone in rows:
    print(f'    ("{windows_name}", "{zone}"),')
print("""];

/// The names that each zone has had, parted by spaces: first the one of the tz database (bcp47/timezone.json of
/// cldr-bcp47).
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[""")
for group in sorted(groups):
    print(f'    "{" ".join(group)}",')
print("];")
