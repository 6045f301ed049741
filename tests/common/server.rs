//! A small notification server that does what a test tells it: what no real server does on demand.

use super::{Home, PATIENCE, Running};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::runtime::Runtime;
use zbus::{Connection, Variant, interface};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How the server answers a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    Accept,
    Refuse,
    /// Takes the call and never answers.
    Hang,
    /// Shows it, and answers after a while.
    Late(Duration),
    /// Shows it, and gives an id that means nothing.
    Zero,
    /// Refuses it with a reason of 90 MB.
    Ramble,
}

/// A notification as it came over the bus.
#[derive(Debug, Clone)]
pub(crate) struct Received {
    pub(crate) id: u32,
    pub(crate) appname: String,
    pub(crate) icon: String,
    pub(crate) replaces: u32,
    pub(crate) summary: String,
    pub(crate) body: String,
    pub(crate) actions: Vec<String>,
    pub(crate) hints: HashMap<String, String>,
    pub(crate) timeout: i32,
}

struct Scripted {
    vendor: &'static str,
    abilities: Vec<String>,
    manner: Arc<Mutex<Manner>>,
    is_inhibited: Arc<AtomicBool>,
    last: u32,
    tell: Sender<Received>,
    tell_closed: Sender<u32>,
}

#[interface(name = "org.freedesktop.Notifications")]
impl Scripted {
    fn get_capabilities(&self) -> Vec<String> {
        self.abilities.clone()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        let name = match self.vendor {
            "GNOME" => "gnome-shell",
            "KDE" => "Plasma",
            hostile if hostile.contains(char::is_control) => hostile,
            _ => "Scripted",
        };
        let version = if name == self.vendor { name } else { "1" };
        // The bus carries every character but this one.
        [name, self.vendor, version, "1.2"].map(|text| text.replace('\0', "")).into()
    }

    #[allow(clippy::too_many_arguments, reason = "the specification has as many")]
    async fn notify(
        &mut self,
        appname: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, Variant<'_>>,
        timeout: i32,
    ) -> zbus::fdo::Result<u32> {
        let manner = *self.manner.lock().unwrap();
        let id = if replaces == 0 { self.last + 1 } else { replaces };
        let hints = hints.iter().map(|(name, value)| (name.clone(), format!("{value:?}"))).collect();
        let _ =
            self.tell.send(Received { id, appname, icon, replaces, summary, body, actions, hints, timeout });
        match manner {
            Manner::Accept => {
                self.last = self.last.max(id);
                Ok(id)
            }
            Manner::Refuse => {
                Err(zbus::fdo::Error::Failed(format!("not today, says {}", self.vendor.replace('\0', ""))))
            }
            Manner::Hang => std::future::pending().await,
            Manner::Late(wait) => {
                self.last = self.last.max(id);
                tokio::time::sleep(wait).await;
                Ok(id)
            }
            Manner::Zero => Ok(0),
            Manner::Ramble => Err(zbus::fdo::Error::Failed("x".repeat(90 << 20))),
        }
    }

    /// Do Not Disturb, as Plasma has it.
    #[zbus(property)]
    fn inhibited(&self) -> bool {
        self.is_inhibited.load(Ordering::Relaxed)
    }

    fn close_notification(&self, id: u32) {
        let _ = self.tell_closed.send(id);
    }
}

/// A person at a desk: a bus, and on it a server that takes every notification.
pub(crate) fn desk() -> (Home, Running, Server) {
    let mut home = Home::new();
    let bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    (home, bus, server)
}

/// The server on the bus.
pub(crate) struct Server {
    runtime: Runtime,
    connection: Connection,
    manner: Arc<Mutex<Manner>>,
    is_inhibited: Arc<AtomicBool>,
    received: Receiver<Received>,
    closed: Receiver<u32>,
}

impl Server {
    /// Puts a server on the bus of `home`.
    pub(crate) fn start(home: &Home, manner: Manner) -> Self {
        Self::with(home, manner, &["actions", "body", "body-markup"])
    }

    pub(crate) fn with(home: &Home, manner: Manner, abilities: &[&str]) -> Self {
        Self::of("Tests", home, manner, abilities)
    }

    /// One that says who made it.
    pub(crate) fn of(vendor: &'static str, home: &Home, manner: Manner, abilities: &[&str]) -> Self {
        let (tell, received) = channel();
        let (tell_closed, closed) = channel();
        let manner = Arc::new(Mutex::new(manner));
        let is_inhibited = Arc::new(AtomicBool::new(false));
        let abilities = abilities.iter().map(|ability| (*ability).to_owned()).collect();
        let scripted = Scripted {
            vendor,
            abilities,
            manner: Arc::clone(&manner),
            is_inhibited: Arc::clone(&is_inhibited),
            last: 0,
            tell,
            tell_closed,
        };
        let address = format!("unix:path={}", home.path("run/bus").display());
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let connection = runtime.block_on(async {
            let builder = zbus::connection::Builder::address(address.as_str());
            builder.serve_at(PATH, scripted).name(NAME).build().await.unwrap()
        });
        Self { runtime, connection, manner, is_inhibited, received, closed }
    }

    pub(crate) fn behaves(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// Turns Do Not Disturb on or off, and says so as Plasma does.
    pub(crate) fn inhibits(&self, is_inhibited: bool) {
        self.is_inhibited.store(is_inhibited, Ordering::Relaxed);
        let changed = HashMap::from([("Inhibited", Variant::from(is_inhibited))]);
        let interface = "org.freedesktop.DBus.Properties";
        let body = (NAME, changed, Vec::<String>::new());
        let sent = self.connection.emit_signal(None::<&str>, PATH, interface, "PropertiesChanged", &body);
        self.runtime.block_on(sent).unwrap();
    }

    /// Waits for the next notification.
    pub(crate) fn receives(&self) -> Received {
        self.received.recv_timeout(PATIENCE).expect("a notification comes")
    }

    /// The next notification, if one comes within a few hundredths of a second.
    pub(crate) fn received_within_a_moment(&self) -> Option<Received> {
        self.received.recv_timeout(Duration::from_millis(30)).ok()
    }

    /// Waits until a notification is to be closed, and gives its id.
    pub(crate) fn is_told_to_close(&self) -> u32 {
        self.closed.recv_timeout(PATIENCE).expect("a notification is to be closed")
    }

    /// What was sent before this call and not yet asked for: the bus delivers in order, and an answer to the second call
    /// to itself comes after what it made of all that was before the first.
    pub(crate) fn received_so_far(&self) -> Vec<Received> {
        for _ in 0..2 {
            let peer = Some("org.freedesktop.DBus.Peer");
            let ping = self.connection.call_method(Some(NAME), PATH, peer, "Ping", &());
            self.runtime.block_on(ping).unwrap();
        }
        self.received.try_iter().collect()
    }

    /// Whether a notification has come that nobody asked for.
    pub(crate) fn has_received(&self) -> bool {
        !self.received_so_far().is_empty()
    }

    pub(crate) fn invokes(&self, id: u32, action: &str) {
        self.emits("ActionInvoked", &(id, action));
    }

    pub(crate) fn closes(&self, id: u32, reason: u32) {
        self.emits("NotificationClosed", &(id, reason));
    }

    pub(crate) fn gives_token(&self, id: u32, token: &str) {
        self.emits("ActivationToken", &(id, token));
    }

    fn emits<B: serde::Serialize + zbus::wire::Type + Sync>(&self, signal: &str, body: &B) {
        let sent = self.connection.emit_signal(None::<&str>, PATH, NAME, signal, body);
        self.runtime.block_on(sent).unwrap();
    }

    /// Leaves the bus, as a server that crashes does.
    pub(crate) fn vanishes(self) {
        let Self { runtime, connection, .. } = self;
        runtime.block_on(connection.close()).unwrap();
    }
}
