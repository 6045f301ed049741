//! The machine as the program finds it: files, zone, languages, clock. Not pure.
//!
//! What is read from the outside, all of it:
//!
//! | from | what |
//! | --- | --- |
//! | `XDG_CONFIG_HOME`, `XDG_CONFIG_DIRS`, `XDG_STATE_HOME`, `XDG_CACHE_HOME`, `HOME` | where files lie ([`paths`]) |
//! | `TZ`, `TZDIR`, `/etc/localtime`, `/usr/share/zoneinfo` | the zone and named zones ([`zones`]) |
//! | `LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG` | the languages ([`locale`]) |
//! | `NO_COLOR`, `JOURNAL_STREAM` | how output looks ([`crate::cli`], [`streams`]) |
//! | `DBUS_SESSION_BUS_ADDRESS`, `XDG_RUNTIME_DIR`, `NOTIFY_SOCKET` | the desktop ([`bus`]) and systemd (the daemon) |

pub mod beside;
pub mod bus;
pub mod clock;
pub mod files;
pub mod ledger;
pub mod locale;
pub mod log;
pub(crate) mod memory;
pub mod on_screen;
pub mod paths;
pub mod save;
pub mod streams;
pub mod zones;
