//! Waiting for files to appear or change, by inotify: no thread, no polling.
//!
//! An editor writes a file in several steps: a change of the configuration is told when nothing more has
//! happened for a moment. There is a timer for that only then.

mod places;

use crate::host::bus;
use crate::host::paths::Paths;
use places::Wanted;
pub(super) use places::has_changed_since;
use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use rustix::io::Errno;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::net::unix::pipe::Receiver;
use tokio::time::{Instant, sleep_until};

/// How long nothing must happen before a burst of changes is over.
const QUIET_SPELL: Duration = Duration::from_millis(200);

/// After this long a burst is taken to be over, even if it goes on.
const LONGEST_BURST: Duration = Duration::from_secs(2);

/// How long after no inotify instance or no watch was left they are asked for again.
const WITHOUT_INOTIFY: Duration = Duration::from_secs(600);

/// How often the folders are looked at again while they change under our eyes.
const MOST_LOOKS: usize = 5;

/// What was seen to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WatchEvent {
    /// The machine was put into another time zone.
    Zone,
    /// The socket of the session bus, or a folder on the way to it, appeared.
    Bus,
    /// A file of the configuration was written, replaced, moved or removed.
    Config,
}

/// Names within folders that are waited for.
#[derive(Debug)]
pub(super) struct Watch {
    /// `None` where no inotify instance is left for this person, or no watch.
    events: Option<Receiver>,
    /// When to ask for one again, where there was none left.
    retry_at: Instant,
    /// The log says that changes are not noticed.
    is_told: bool,
    /// By watch descriptor: what counts within that folder, and what its change means.
    names: HashMap<i32, Vec<(Wanted, WatchEvent)>>,
    /// When the burst of changes of the configuration began, and when the last of it was seen.
    burst: Option<(Instant, Instant)>,
}

/// What happens to a file that is written, by whatever way; reading one is not among it.
fn any_change() -> WatchFlags {
    arrivals()
        | WatchFlags::CLOSE_WRITE
        | WatchFlags::ATTRIB
        | WatchFlags::DELETE
        | WatchFlags::MOVED_FROM
        | WatchFlags::DELETE_SELF
        | WatchFlags::MOVE_SELF
}

fn arrivals() -> WatchFlags {
    WatchFlags::CREATE | WatchFlags::MOVED_TO
}

impl Watch {
    /// A watch on the machine's time zone; one that sees nothing where no inotify instance is left.
    pub(super) fn new() -> Self {
        let (events, names) = (None, HashMap::new());
        let mut watch = Self { events, retry_at: Instant::now(), is_told: false, names, burst: None };
        watch.begin();
        watch
    }

    /// Asks for an inotify instance, and says whether there is one.
    fn begin(&mut self) -> bool {
        let events = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).map_err(io::Error::from);
        match events.and_then(Receiver::from_owned_fd_unchecked) {
            Ok(events) => {
                self.events = Some(events);
                // A file that is written in its place is whole only when it is closed.
                let flags = arrivals() | WatchFlags::CLOSE_WRITE;
                self.add(Path::new("/etc"), flags, Wanted::Name("localtime".into()), WatchEvent::Zone);
            }
            Err(error) => self.run_out(&error, "fs.inotify.max_user_instances"),
        }
        self.is_at_work()
    }

    /// Goes on without inotify, of which `limit` leaves none; says so once.
    fn run_out(&mut self, error: &io::Error, limit: &str) {
        (self.events, self.burst) = (None, None);
        self.names.clear();
        self.retry_at = Instant::now() + WITHOUT_INOTIFY;
        if !std::mem::replace(&mut self.is_told, true) {
            log::warn!(
                "changes of the configuration are not noticed: {} (the limit is `{limit}`); `systemctl --user reload \
                 remembrance` reads it again",
                crate::text::reason(error)
            );
        }
    }

    /// Copies what is known of folders to where the allocator has room now.
    pub(super) fn repack(&mut self) {
        self.names = self.names.clone();
    }

    /// Whether changes are noticed at all.
    pub(super) fn is_at_work(&self) -> bool {
        self.events.is_some()
    }

    /// Waits for changes of the configuration, as its folders stand now; to be called before it is read.
    pub(super) fn wait_for_config(&mut self, paths: &Paths, calendars: &[PathBuf]) {
        let mut places = places::of_all(paths, calendars);
        for _ in 0..MOST_LOOKS {
            self.forget(WatchEvent::Config);
            for (folder, wanted) in &places {
                let flags = if matches!(wanted, Wanted::Arrival(_)) { arrivals() } else { any_change() };
                self.add(folder, flags, wanted.clone(), WatchEvent::Config);
            }
            // What appeared in between was not seen.
            let now = places::of_all(paths, calendars);
            if now == places {
                break;
            }
            places = now;
        }
        self.drop_unused();
        if self.is_at_work() && std::mem::take(&mut self.is_told) {
            log::info!("Changes of the configuration are noticed again.");
        }
    }

    fn forget(&mut self, what: WatchEvent) {
        self.names.values_mut().for_each(|wanted| wanted.retain(|(_, of)| *of != what));
    }

    /// Ends the watches of folders in which nothing is waited for any more.
    fn drop_unused(&mut self) {
        let Some(events) = &self.events else { return };
        self.names.retain(|watch, wanted| {
            if wanted.is_empty() {
                let _ = inotify::remove_watch(events, *watch);
            }
            !wanted.is_empty()
        });
    }

    fn add(&mut self, folder: &Path, flags: WatchFlags, wanted: Wanted, what: WatchEvent) -> bool {
        let Some(events) = &self.events else { return false };
        match inotify::add_watch(events, folder, flags | WatchFlags::ONLYDIR | WatchFlags::MASK_ADD) {
            Ok(watch) => {
                let known = self.names.entry(watch).or_default();
                if !known.contains(&(wanted.clone(), what)) {
                    known.push((wanted, what));
                }
                true
            }
            // More watches than the person may have, on all folders together.
            Err(error @ (Errno::NOSPC | Errno::NOMEM)) => {
                self.run_out(&error.into(), "fs.inotify.max_user_watches");
                false
            }
            Err(error) => {
                log::debug!("cannot watch `{}`: {error}", folder.display());
                false
            }
        }
    }

    /// Waits for the socket of the session bus to appear; without effect where it is no file.
    pub(super) fn wait_for_bus(&mut self) {
        for socket in bus_sockets() {
            self.wait_for(&socket, WatchEvent::Bus);
        }
    }

    /// Forgets about the bus once it is there.
    pub(super) fn forget_bus(&mut self) {
        if self.names.values().flatten().any(|(_, what)| *what == WatchEvent::Bus) {
            self.forget(WatchEvent::Bus);
            self.drop_unused();
        }
    }

    /// Watches the folder of `path`, or the nearest one that is there, for the next name on the way.
    fn wait_for(&mut self, path: &Path, what: WatchEvent) {
        let mut path = path.to_owned();
        while let (Some(folder), Some(name)) = (path.parent().map(Path::to_owned), path.file_name()) {
            if self.add(&folder, arrivals(), Wanted::Arrival(name.to_owned()), what) {
                return;
            }
            path = folder;
        }
    }

    /// Waits until one of the names appears or is replaced, or a burst of changes of the configuration is over.
    pub(super) async fn changed(&mut self) -> io::Result<WatchEvent> {
        loop {
            let Some(events) = &self.events else {
                sleep_until(self.retry_at).await;
                if self.begin() {
                    return Ok(WatchEvent::Config);
                }
                continue;
            };
            if let Some((first, last)) = self.burst {
                tokio::select! {
                    ready = events.readable() => ready?,
                    () = sleep_until((last + QUIET_SPELL).min(first + LONGEST_BURST)) => {
                        self.burst = None;
                        return Ok(WatchEvent::Config);
                    }
                }
            } else {
                events.readable().await?;
            }
            if let Some(changed) = self.read()? {
                return Ok(changed);
            }
        }
    }

    /// Reads all that has happened; what it means, but for the configuration, which has to settle first.
    fn read(&mut self) -> io::Result<Option<WatchEvent>> {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let Some(events) = &self.events else { return Ok(None) };
        let mut reader = inotify::Reader::new(events, &mut buffer);
        let names = &mut self.names;
        let (mut found, mut is_config) = (None, false);
        let drained = events.try_io(|| {
            loop {
                let event = reader.next()?;
                // Too much has happened to be told: anything may have changed.
                is_config |= event.events().contains(ReadFlags::QUEUE_OVERFLOW);
                let name = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
                for (wanted, what) in names.get(&event.wd()).into_iter().flatten() {
                    if !counts(wanted, event.events(), name) {
                        continue;
                    }
                    match what {
                        WatchEvent::Config => is_config = true,
                        other => found = Some(*other),
                    }
                }
                if event.events().contains(ReadFlags::IGNORED) {
                    names.remove(&event.wd());
                }
            }
        });
        if is_config {
            let now = Instant::now();
            self.burst = Some((self.burst.map_or(now, |(first, _)| first), now));
        }
        match drained {
            Err::<(), io::Error>(error) if error.kind() != io::ErrorKind::WouldBlock && found.is_none() => {
                Err(error)
            }
            _ => Ok(found),
        }
    }
}

/// Whether what happened is what was waited for; without a name it happened to the folder itself.
fn counts(wanted: &Wanted, events: ReadFlags, name: Option<&OsStr>) -> bool {
    let is_arrival = events.intersects(ReadFlags::CREATE | ReadFlags::MOVED_TO);
    match (wanted, name) {
        (Wanted::Arrival(wanted), Some(name)) => is_arrival && wanted == name,
        (Wanted::Name(wanted), Some(name)) => wanted == name,
        (Wanted::Toml, Some(name)) => Path::new(name).extension().is_some_and(|ending| ending == "toml"),
        (Wanted::Any, Some(name)) => !name.as_bytes().starts_with(b"."),
        (Wanted::Arrival(_), None) => false,
        (Wanted::Name(_) | Wanted::Toml | Wanted::Any, None) => true,
    }
}

/// Whether there is something to connect to: the socket of the session bus, or one that is no file.
pub(super) fn has_bus_socket() -> bool {
    let is_no_file = |address: &String| bus::is_socket(address) && bus::socket_file(address).is_none();
    bus::addresses().iter().any(is_no_file) || bus_sockets().iter().any(|socket| socket.exists())
}

/// The files of the session bus's sockets: those of its addresses, else where systemd puts it.
fn bus_sockets() -> Vec<PathBuf> {
    let given = bus::addresses();
    if given.is_empty() {
        return bus::default_socket().into_iter().collect();
    }
    given.iter().filter_map(|address| bus::socket_file(address)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_appears_deep_down_is_noticed_step_by_step() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let home = tempfile::tempdir().unwrap();
            let (folder, socket) = (home.path().join("run"), home.path().join("run/bus"));
            let mut watch = Watch::new();
            watch.wait_for(&socket, WatchEvent::Bus);
            std::fs::write(home.path().join("other"), "").unwrap();
            std::fs::create_dir(&folder).unwrap();
            assert_eq!(watch.changed().await.unwrap(), WatchEvent::Bus);
            watch.wait_for(&socket, WatchEvent::Bus);
            std::fs::write(&socket, "").unwrap();
            assert_eq!(watch.changed().await.unwrap(), WatchEvent::Bus);
        });
    }
}
