//! A person's home, bus and desktop for one test: real programs, nothing shared with the machine.

pub(crate) mod browser;
pub(crate) mod catalogue;
pub(crate) mod process;
pub(crate) mod server;
pub(crate) mod without;

pub(crate) use process::Running;

use serde_json::Value;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up on it: far longer than a machine takes that is starved of its power.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);

/// The program under test.
pub(crate) const REMEMBRANCE: &str = env!("CARGO_BIN_EXE_remembrance");

/// The variables that the unit sets for the daemon.
#[allow(dead_code, reason = "the benches use it")]
pub(crate) fn unit_environment() -> impl Iterator<Item = (String, String)> {
    let unit = include_str!("../../systemd/remembrance.service");
    let lines = unit.lines().filter_map(|line| line.strip_prefix("Environment="));
    let pairs = lines.flat_map(|line| line.split(' ')).filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))
}

/// Copies the program under test. Another process writes it: one that this process writes cannot be started while a test
/// beside starts a program, which has the open file for a moment.
pub(crate) fn copy_program(to: &Path) {
    assert!(Command::new("cp").arg(REMEMBRANCE).arg(to).status().unwrap().success());
}

/// A person with an empty home in Baku, and nothing around.
pub(crate) struct Home {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) variables: Vec<(String, String)>,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        for name in ["run", "bin"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let pairs = [
            ("HOME", at("")),
            ("XDG_RUNTIME_DIR", at("run")),
            ("TZ", "Asia/Baku".to_owned()),
            ("LANG", "C.UTF-8".to_owned()),
            ("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", at("bin"))),
        ];
        let variables = pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Self { folder, variables }
    }

    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file below the home, with the folders on the way.
    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn config(&self, text: &str) -> PathBuf {
        self.write(".config/remembrance/config.toml", text)
    }

    pub(crate) fn ledger(&self) -> Vec<Value> {
        let text = fs::read_to_string(self.path(".local/state/remembrance/ledger-pretended.jsonl"));
        text.unwrap_or_default().lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// The states in the ledger, in order.
    pub(crate) fn states(&self) -> Vec<String> {
        self.ledger().iter().filter_map(|line| Some(line["state"].as_str()?.to_owned())).collect()
    }

    /// Stands in for a program of this person: a script that writes down how it was called.
    pub(crate) fn script(&self, name: &str, text: &str) {
        let path = self.write(&format!("bin/{name}"), &format!("#!/bin/sh\n{text}\n"));
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(self.variables.iter().cloned()).current_dir(self.folder.path());
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn remembrance(&self, arguments: &[&str]) -> Output {
        self.command(REMEMBRANCE).args(arguments).output().unwrap()
    }

    /// Runs the program and gives what it printed; it must end well.
    pub(crate) fn printed(&self, arguments: &[&str]) -> String {
        let output = self.remembrance(arguments);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {error}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs the program and gives what it printed as JSON.
    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.printed(arguments)).unwrap()
    }

    /// Starts the daemon at a pretended time.
    pub(crate) fn daemon(&self, now: &str) -> Running {
        self.start(&["run", "--now", now])
    }

    /// Starts the program and goes on.
    pub(crate) fn start(&self, arguments: &[&str]) -> Running {
        self.start_program(REMEMBRANCE, arguments)
    }

    /// Starts a build of the program and goes on.
    pub(crate) fn start_program(&self, program: &str, arguments: &[&str]) -> Running {
        let notify = self.path(&format!("notify-{}", arguments.len()));
        let _ = fs::remove_file(&notify);
        let socket = UnixDatagram::bind(&notify).unwrap();
        let mut command = self.command(program);
        command.args(arguments).env("NOTIFY_SOCKET", &notify);
        Running::new(&mut command, Some(socket))
    }

    /// Starts a session bus; what it can start by itself lies in the folder `services`, as a rule nothing.
    pub(crate) fn bus(&mut self) -> Running {
        let socket = self.path("run/bus");
        let bare = self.write(
            "bare.conf",
            &format!(
                "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
                 <servicedir>{}</servicedir><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
                 <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy>\
                 <limit name=\"max_incoming_bytes\">1000000000</limit>\
                 <limit name=\"max_outgoing_bytes\">1000000000</limit>\
                 <limit name=\"max_message_size\">1000000000</limit>\
                 <limit name=\"max_replies_per_connection\">50000</limit></busconfig>",
                socket.display(),
                self.path("services").display()
            ),
        );
        let _ = fs::remove_file(&socket);
        let address = format!("unix:path={}", socket.display());
        self.set("DBUS_SESSION_BUS_ADDRESS", &address);
        let mut command = self.command("dbus-daemon");
        command.arg(format!("--config-file={}", bare.display())).args(["--nofork", "--print-address"]);
        let bus = Running::new(&mut command, None);
        bus.says("unix:path=");
        bus
    }

    /// Starts a screen that nobody sees.
    pub(crate) fn screen(&mut self) -> Running {
        // Servers that look for a free number at the same time can choose the same one.
        static SCREENS: AtomicU32 = AtomicU32::new(0);
        let number = 1000 + (std::process::id() * 16 + SCREENS.fetch_add(1, Ordering::Relaxed)) % 50_000;
        let mut command = self.command("Xvfb");
        command.arg(format!(":{number}"));
        command.args(["-displayfd", "1", "-screen", "0", "800x500x24", "-nolisten", "tcp"]);
        let screen = Running::new(&mut command, None);
        let number = screen.line();
        self.set("DISPLAY", &format!(":{}", number.trim()));
        screen
    }

    /// Starts dunst and waits until it owns the name of a notification server.
    pub(crate) fn dunst(&self) -> Running {
        let settings =
            self.write("dunstrc", "[global]\n    markup = full\n    width = 420\n    height = 400\n");
        let mut command = self.command("dunst");
        command.arg("-conf").arg(settings);
        let mut dunst = Running::new(&mut command, None);
        until("dunst is there", || {
            let ended = dunst.child.try_wait().unwrap();
            assert!(ended.is_none(), "dunst ended with {ended:?}: {:?}", dunst.said());
            self.has_owner("org.freedesktop.Notifications").then_some(())
        });
        dunst
    }

    /// Whether a program has that name on the bus.
    pub(crate) fn has_owner(&self, name: &str) -> bool {
        let ask = ["call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", "s", name];
        let output = self.command("busctl").args(["--user", "--json=short"]).args(ask).output().unwrap();
        String::from_utf8_lossy(&output.stdout).contains("true")
    }

    /// Starts a program that hears of reminders, and waits until it listens: with JSON, busctl says so until systemd 255 only.
    pub(crate) fn listener(&self) -> Running {
        let mut command = self.command("busctl");
        command.args(["--user", "--json=short", "monitor"]);
        command.args(["--match", "type=signal,member=Reminded", "--match", "type=signal,member=Probe"]);
        let listener = Running::new(&mut command, None);
        until("it listens", || {
            let probe = ["--user", "emit", "/probe", "org.example.Probe", "Probe"];
            assert!(self.command("busctl").args(probe).status().unwrap().success());
            listener.said().iter().any(|line| line.contains("\"Probe\"")).then_some(())
        });
        listener
    }

    /// Waits until a program has a name on the bus.
    pub(crate) fn owns(&self, name: &str) {
        until(&format!("{name} is there"), || self.has_owner(name).then_some(()));
    }

    /// What dunst has shown and closed, the newest first: summary and body of each.
    pub(crate) fn dunst_history(&self) -> Vec<(String, String)> {
        assert!(self.command("dunstctl").arg("close-all").status().unwrap().success());
        let output = self.command("dunstctl").arg("history").output().unwrap();
        let history: Value = serde_json::from_slice(&output.stdout).unwrap();
        let text = |notification: &Value, key: &str| notification[key]["data"].as_str().unwrap().to_owned();
        let notifications = history["data"][0].as_array().unwrap();
        notifications
            .iter()
            .map(|notification| (text(notification, "summary"), text(notification, "body")))
            .collect()
    }
}

/// Asks again and again until there is an answer: for what has no event to wait for.
pub(crate) fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < end, "waited in vain until {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Whether a file is there with something in it, and what.
pub(crate) fn written(path: &Path) -> Option<String> {
    fs::read_to_string(path).ok().filter(|text| text.ends_with('\n'))
}
