//! Waiting for files to appear or change, by inotify: no thread, no polling.

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};
use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::io;
use std::mem::MaybeUninit;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use tokio::net::unix::pipe::Receiver;

/// What was seen to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Changed {
    /// The machine was put into another time zone.
    Zone,
    /// The socket of the session bus, or a folder on the way to it, appeared.
    Bus,
}

/// Names within folders that are waited for.
#[derive(Debug)]
pub(super) struct Watch {
    events: Receiver,
    /// By watch descriptor: the name within that folder, and what its change means.
    names: HashMap<i32, (OsString, Changed)>,
}

impl Watch {
    /// A watch on the machine's time zone.
    pub(super) fn new() -> io::Result<Self> {
        let events = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC)?;
        let mut watch = Self { events: Receiver::from_owned_fd_unchecked(events)?, names: HashMap::new() };
        watch.wait_for(Path::new("/etc/localtime"), Changed::Zone);
        Ok(watch)
    }

    /// Waits for the socket of the session bus to appear; without effect where it is no file.
    pub(super) fn wait_for_bus(&mut self) {
        if let Some(socket) = bus_socket() {
            self.wait_for(&socket, Changed::Bus);
        }
    }

    /// Forgets about the bus once it is there.
    pub(super) fn forget_bus(&mut self) {
        let of_bus =
            |(watch, (_, what)): (&i32, &(OsString, Changed))| (*what == Changed::Bus).then_some(*watch);
        let watches: Vec<i32> = self.names.iter().filter_map(of_bus).collect();
        for watch in watches {
            self.names.remove(&watch);
            let _ = inotify::remove_watch(&self.events, watch);
        }
    }

    /// Watches the folder of `path`, or the nearest one that is there, for the next name on the way.
    fn wait_for(&mut self, path: &Path, what: Changed) {
        let mut path = path.to_owned();
        while let (Some(folder), Some(name)) = (path.parent().map(Path::to_owned), path.file_name()) {
            let flags = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
            match inotify::add_watch(&self.events, &folder, flags) {
                Ok(watch) => {
                    self.names.insert(watch, (name.to_owned(), what));
                    return;
                }
                Err(error) => log::debug!("cannot watch `{}`: {error}", folder.display()),
            }
            path = folder;
        }
    }

    /// Waits until one of the names appears or is replaced.
    pub(super) async fn changed(&self) -> io::Result<Changed> {
        loop {
            self.events.readable().await?;
            let mut buffer = [MaybeUninit::uninit(); 4096];
            let mut reader = inotify::Reader::new(&self.events, &mut buffer);
            let mut found = None;
            let drained = self.events.try_io(|| {
                loop {
                    let event = reader.next()?;
                    if event.events().contains(ReadFlags::IGNORED) {
                        continue;
                    }
                    let is_named = |(name, _): &&(OsString, Changed)| {
                        event.file_name().is_some_and(|seen| seen.to_bytes() == name.as_bytes())
                    };
                    found = self.names.get(&event.wd()).filter(is_named).map(|(_, what)| *what).or(found);
                }
            });
            match (found, drained) {
                (Some(found), _) => return Ok(found),
                (None, Err::<(), io::Error>(error)) if error.kind() != io::ErrorKind::WouldBlock => {
                    return Err(error);
                }
                _ => {}
            }
        }
    }
}

/// The file of the session bus's socket: of its address, else where systemd puts it.
fn bus_socket() -> Option<PathBuf> {
    match env::var("DBUS_SESSION_BUS_ADDRESS") {
        Ok(address) if !address.is_empty() => socket_of(&address),
        _ => Some(PathBuf::from(env::var_os("XDG_RUNTIME_DIR")?).join("bus")),
    }
}

/// The path in an address like `unix:path=/run/user/1000/bus,guid=0123`.
fn socket_of(address: &str) -> Option<PathBuf> {
    let first = address.split(';').next()?.strip_prefix("unix:")?;
    let path = first.split(',').find_map(|pair| pair.strip_prefix("path="))?;
    path.starts_with('/').then(|| PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_socket_is_found_in_the_address() {
        let table = [
            ("unix:path=/run/user/1000/bus", Some("/run/user/1000/bus")),
            ("unix:guid=01,path=/tmp/x;tcp:host=a", Some("/tmp/x")),
            ("unix:abstract=/tmp/x", None),
            ("tcp:host=a,port=1", None),
        ];
        for (address, expected) in table {
            assert_eq!(socket_of(address), expected.map(PathBuf::from), "{address}");
        }
    }

    #[test]
    fn a_file_that_appears_deep_down_is_noticed_step_by_step() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let home = tempfile::tempdir().unwrap();
            let (folder, socket) = (home.path().join("run"), home.path().join("run/bus"));
            let mut watch = Watch::new().unwrap();
            watch.wait_for(&socket, Changed::Bus);
            std::fs::write(home.path().join("other"), "").unwrap();
            std::fs::create_dir(&folder).unwrap();
            assert_eq!(watch.changed().await.unwrap(), Changed::Bus);
            watch.wait_for(&socket, Changed::Bus);
            std::fs::write(&socket, "").unwrap();
            assert_eq!(watch.changed().await.unwrap(), Changed::Bus);
        });
    }
}
