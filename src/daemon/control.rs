//! What other programs may ask of the daemon on the session bus: `org.remembrance.Remembrance1`.
//!
//! Calls are answered between two turns of the loop like anything else that happens, so an answer
//! needs no lock and no second copy of the state. That, and a page of memory, is why there is no
//! object server here: the interface is one fixed text, `interface.xml`.
//!
//! Who may call is the bus's business: on a session bus, the programs of this person.

use super::Daemon;
use super::state::Input;
use crate::dbus::INTERFACE;
use crate::dbus::desktop::{Answer, NotificationSubject};
use crate::dbus::name::{NAME, PATH};
use crate::notification::Notification;
use crate::occurrence::OccurrenceId;
use crate::schedule::{history, upcoming};
use crate::text::{clean, one_line};
use chrono::TimeDelta;
use std::collections::HashMap;
use zbus::message::Flags;
use zbus::{Message, Variant};

const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const INTROSPECTABLE: &str = "org.freedesktop.DBus.Introspectable";
const PEER: &str = "org.freedesktop.DBus.Peer";

/// How many coming reminders are told at most, and of how many past ones the last.
const MOST_REMINDERS: usize = 1000;

/// A table of values by name: `a{sv}`.
type Table = HashMap<&'static str, Variant<'static>>;

/// A text of the person's or of a file as it may leave on the bus: one line, without control characters.
fn text(text: &str) -> Variant<'static> {
    Variant::from(one_line(text))
}

/// Why a call is refused: the name of the error, and what is said.
struct Refused(&'static str, String);

impl Refused {
    fn unknown(kind: &'static str, what: &str) -> Self {
        Self(kind, format!("there is no `{what}` here; introspection tells what there is"))
    }

    fn not_showing(day: Option<&str>) -> Self {
        let of_day = day.map_or_else(String::new, |day| format!(" of `{day}`"));
        Self(
            "org.remembrance.Remembrance1.Error.NotShowing",
            format!("no notification{of_day} is on the screen"),
        )
    }
}

impl From<zbus::Error> for Refused {
    fn from(error: zbus::Error) -> Self {
        Self("org.freedesktop.DBus.Error.InvalidArgs", error.to_string())
    }
}

impl Daemon {
    /// Answers a call.
    pub(super) fn called(&mut self, call: &Message) {
        // What is said of the ledger is to hold now.
        self.engine.ledger.save(self.clock.now());
        let answer = self.answer(call);
        if call.primary_header().flags().contains(Flags::NO_REPLY_EXPECTED) {
            return;
        }
        let header = call.header();
        let reply =
            answer.or_else(|Refused(error, why)| Message::error(&header, error).build(&one_line(&why)));
        match reply {
            Ok(reply) => self.send(reply),
            Err(error) => log::warn!("cannot answer a call: {error}"),
        }
    }

    fn answer(&mut self, call: &Message) -> Result<Message, Refused> {
        let header = call.header();
        let path = header.path().map_or("/", |path| path.as_str());
        let interface = header.interface().map(zbus::names::InterfaceName::as_str);
        let member = header.member().map_or("", |member| member.as_str());
        let body = call.body();
        let reply = || Message::method_return(&header);
        let is_of = |known: &str| interface.is_none_or(|interface| interface == known);
        match member {
            "Ping" if is_of(PEER) => return Ok(reply().build(&())?),
            "GetMachineId" if is_of(PEER) => {
                let id = std::fs::read_to_string("/etc/machine-id").unwrap_or_default();
                return Ok(reply().build(&id.trim())?);
            }
            "Introspect" if is_of(INTROSPECTABLE) => {
                let xml = introspection(path);
                let xml =
                    xml.ok_or_else(|| Refused::unknown("org.freedesktop.DBus.Error.UnknownObject", path))?;
                return Ok(reply().build(&xml)?);
            }
            _ => {}
        }
        if path != PATH {
            return Err(Refused::unknown("org.freedesktop.DBus.Error.UnknownObject", path));
        }
        Ok(match member {
            "Get" if is_of(PROPERTIES) => {
                let (_, name): (String, String) = body.deserialize()?;
                let value = self.properties().remove(name.as_str());
                let value = value
                    .ok_or_else(|| Refused::unknown("org.freedesktop.DBus.Error.UnknownProperty", &name))?;
                reply().build(&value)?
            }
            "GetAll" if is_of(PROPERTIES) => {
                let interface: String = body.deserialize()?;
                let properties = if interface == NAME { self.properties() } else { Table::new() };
                reply().build(&properties)?
            }
            "Set" if is_of(PROPERTIES) => {
                let why = "the properties can be read only".to_owned();
                return Err(Refused("org.freedesktop.DBus.Error.PropertyReadOnly", why));
            }
            "Next" if is_of(NAME) => reply().build(&self.next(body.deserialize()?))?,
            "History" if is_of(NAME) => {
                reply().build(&self.history(every_day_if_empty(body.deserialize()?)))?
            }
            "Snooze" if is_of(NAME) => {
                let (day, seconds): (&str, u32) = body.deserialize()?;
                reply().build(&self.snooze_open(every_day_if_empty(day), seconds)?)?
            }
            "Dismiss" if is_of(NAME) => {
                reply().build(&self.dismiss(every_day_if_empty(body.deserialize()?))?)?
            }
            "Reload" if is_of(NAME) => {
                self.reload(true);
                reply().build(&self.mistake_lines())?
            }
            _ => {
                return Err(
                    match interface.filter(|known| ![NAME, PROPERTIES, INTROSPECTABLE, PEER].contains(known))
                    {
                        Some(other) => Refused::unknown("org.freedesktop.DBus.Error.UnknownInterface", other),
                        None => Refused::unknown("org.freedesktop.DBus.Error.UnknownMethod", member),
                    },
                );
            }
        })
    }

    fn mistake_lines(&self) -> Vec<String> {
        self.trouble.mistakes.iter().map(crate::config::Mistake::in_one_line).collect()
    }

    fn properties(&self) -> Table {
        let on_screen = self.desktop.on_screen().into_iter().map(|id| (id.day, id.date.to_string()));
        let on_screen: Vec<(String, String)> = on_screen.collect();
        let held = u32::try_from(self.engine.pending()).unwrap_or(u32::MAX);
        HashMap::from([
            ("Version", Variant::from(env!("CARGO_PKG_VERSION"))),
            ("Started", Variant::from(self.context.zone.stamp(self.started).to_rfc3339())),
            ("Status", text(&self.status)),
            ("OnScreen", Variant::from(on_screen)),
            ("Pending", Variant::from(held)),
            ("Saved", Variant::from(self.engine.ledger.retry(self.clock.now()).is_none())),
            ("Mistakes", Variant::from(self.mistake_lines())),
        ])
    }

    fn next(&self, count: u32) -> Vec<Table> {
        let context = &self.context;
        let count = usize::try_from(count).unwrap_or(MOST_REMINDERS).min(MOST_REMINDERS);
        let coming =
            upcoming(&context.settings.plan, &self.engine.ledger.ledger, context.at(self.clock.now()), count);
        let table = |(day, date, reminder): &crate::schedule::UpcomingReminder<'_>| {
            let mut table = Table::from([
                ("day", text(&day.id)),
                ("name", text(day.name.get(&context.languages))),
                ("date", Variant::from(date.to_string())),
                ("kind", Variant::from(reminder.kind.name())),
                ("due", Variant::from(context.zone.stamp(reminder.due).to_rfc3339())),
            ]);
            table.extend(day.anniversary(*date).map(|found| ("anniversary", Variant::from(found.years))));
            table
        };
        coming.iter().map(table).collect()
    }

    fn history(&mut self, day: Option<&str>) -> Vec<Table> {
        let lines = self.engine.ledger.lines();
        let zone = &self.context.zone;
        let mut told = history(&lines);
        told.retain(|told| day.is_none_or(|day| told.occurrence.day == day));
        let told = told.split_off(told.len().saturating_sub(MOST_REMINDERS)).into_iter();
        let table = |told: crate::schedule::HistoryRow| {
            let mut table = Table::from([
                ("date", Variant::from(told.occurrence.date.to_string())),
                ("kind", Variant::from(told.kind.name())),
                ("due", Variant::from(zone.stamp(told.due).to_rfc3339())),
                ("state", Variant::from(told.state.name())),
                ("day", text(&told.occurrence.day)),
            ]);
            table.extend(told.shown.map(|shown| ("shown", Variant::from(zone.stamp(shown).to_rfc3339()))));
            table.extend(told.late_seconds.map(|late| ("late_seconds", Variant::from(late))));
            table
        };
        told.map(table).collect()
    }

    /// Takes notifications off the screen, and gives what they were about.
    fn take(&mut self, is_wanted: impl Fn(&NotificationSubject) -> bool) -> Vec<NotificationSubject> {
        let (taken, close) = self.desktop.take(is_wanted);
        close.into_iter().for_each(|close| self.tasks.close(close));
        taken
    }

    fn send(&mut self, message: Message) {
        if let Some(connection) = self.desktop.connection() {
            self.tasks.send(connection, message);
        }
    }

    /// Snoozes what is on the screen for this many seconds; 0 is as long as the configuration says.
    fn snooze_open(
        &mut self,
        day: Option<&str>,
        seconds: u32,
    ) -> Result<Vec<(String, String, String)>, Refused> {
        let duration = match seconds {
            0 => self.context.settings.plan.snooze,
            seconds => TimeDelta::seconds(seconds.into()),
        };
        let until = self.clock.now() + duration;
        // A moment cannot be snoozed: it would be late.
        let taken = self.take(|about| !about.days().is_empty() && about.is_of(day));
        let mut snoozed = Vec::new();
        for about in taken {
            self.snooze_days(about.days(), until);
            let until = self.context.zone.stamp(until).to_rfc3339();
            let told = |id: &OccurrenceId| (id.day.clone(), id.date.to_string(), until.clone());
            snoozed.extend(about.days().iter().map(told));
        }
        if snoozed.is_empty() { Err(Refused::not_showing(day)) } else { Ok(snoozed) }
    }

    /// Closes what is on the screen, as the person would.
    fn dismiss(&mut self, day: Option<&str>) -> Result<Vec<(String, String)>, Refused> {
        let mut dismissed = Vec::new();
        let taken = self.take(|about| about.is_of(day));
        if taken.is_empty() {
            return Err(Refused::not_showing(day));
        }
        for about in taken {
            self.answered(about.days(), &Answer::Closed);
            dismissed.extend(about.occurrences().map(|id| (id.day.clone(), id.date.to_string())));
        }
        if self.is_rehearsal() {
            self.go(Input::Stop);
        }
        Ok(dismissed)
    }

    /// Tells whoever listens what the desktop shows now, e.g. to forward it to a phone.
    pub(super) fn tell_reminded(&mut self, about: &NotificationSubject, notification: &Notification) {
        // One that lists several is told once, with one of them: whoever forwards it sends one message.
        let Some(id) = about.occurrences().next() else { return };
        if self.is_rehearsal() {
            return;
        }
        let (summary, text) = (one_line(&notification.summary), notification.body());
        let body = (one_line(&id.day), id.date.to_string(), summary, clean(&text));
        match Message::signal(PATH, NAME, "Reminded").build(&body) {
            Ok(signal) => self.send(signal),
            Err(error) => log::debug!("cannot send the signal Reminded: {error}"),
        }
    }

    /// Tells whoever listens that the status is another one.
    pub(super) fn status_changed(&mut self) {
        let changed = Table::from([("Status", text(&self.status))]);
        let signal = Message::signal(PATH, PROPERTIES, "PropertiesChanged");
        match signal.build(&(NAME, changed, Vec::<String>::new())) {
            Ok(signal) => self.send(signal),
            Err(error) => log::debug!("cannot tell the status: {error}"),
        }
    }
}

/// On the bus, which has no optional arguments, an empty id stands for every day.
fn every_day_if_empty(day: &str) -> Option<&str> {
    Some(day).filter(|day| !day.is_empty())
}

/// The introspection of an object, or of a folder on the way to it; `None` where there is nothing.
fn introspection(path: &str) -> Option<String> {
    if path == PATH {
        return Some(INTERFACE.to_owned());
    }
    let below = PATH.strip_prefix(path.trim_end_matches('/'))?.strip_prefix('/')?;
    let child = below.split('/').next()?;
    Some(format!("<node><node name=\"{child}\"/></node>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_object_can_be_walked() {
        assert_eq!(introspection("/").unwrap(), "<node><node name=\"org\"/></node>");
        assert_eq!(introspection("/org/remembrance").unwrap(), "<node><node name=\"Remembrance1\"/></node>");
        assert!(introspection(PATH).unwrap().contains("<method name=\"Snooze\">"));
        for nowhere in ["/org/remember", "/else", "/org/remembrance/Remembrance1/more"] {
            assert!(introspection(nowhere).is_none(), "{nowhere}");
        }
    }
}
