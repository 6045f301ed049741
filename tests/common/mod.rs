//! A person's home, bus and desktop for one test: real programs, nothing shared with the machine.

#![allow(dead_code, reason = "each test binary uses its own part")]

pub(crate) mod browser;
pub(crate) mod server;

use serde_json::Value;
use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixDatagram;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up on it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The program under test.
pub(crate) const REMEMBRANCE: &str = env!("CARGO_BIN_EXE_remembrance");

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

    /// Starts a session bus without any service that it could start by itself.
    pub(crate) fn bus(&mut self) -> Running {
        let socket = self.path("run/bus");
        let bare = self.write(
            "bare.conf",
            &format!(
                "<busconfig><type>session</type><listen>unix:path={}</listen><auth>EXTERNAL</auth>\
                 <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
                 <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
                socket.display()
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

    fn has_owner(&self, name: &str) -> bool {
        let ask = ["call", "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", "s", name];
        let output = self.command("busctl").args(["--user", "--json=short"]).args(ask).output().unwrap();
        String::from_utf8_lossy(&output.stdout).contains("true")
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

/// A program that was started for a test, and what it says; killed when the test is over.
pub(crate) struct Running {
    pub(crate) child: Child,
    said: Receiver<String>,
    heard: RefCell<Vec<String>>,
    notify: Option<UnixDatagram>,
}

impl Running {
    pub(crate) fn new(command: &mut Command, notify: Option<UnixDatagram>) -> Self {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap_or_else(|error| {
                panic!("cannot start {command:?}: {error}; `make test` installs what is needed");
            });
        let (tell, said) = channel();
        let pipes: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
        for pipe in pipes {
            let tell = tell.clone();
            thread::spawn(move || {
                let lines = BufReader::new(pipe).lines().map_while(Result::ok);
                lines.for_each(|line| drop(tell.send(line)));
            });
        }
        Self { child, said, heard: RefCell::default(), notify }
    }

    /// Waits for the next line that it prints.
    pub(crate) fn line(&self) -> String {
        self.said.recv_timeout(PATIENCE).expect("the program says something")
    }

    /// Waits for a line with `text` in it, and gives that line; other lines are kept for later.
    pub(crate) fn says(&self, text: &str) -> String {
        let end = Instant::now() + PATIENCE;
        let mut heard = self.heard.borrow_mut();
        loop {
            if let Some(index) = heard.iter().position(|line| line.contains(text)) {
                return heard.remove(index);
            }
            match self.said.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => heard.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("it never said {text:?}; it said:\n{}", heard.join("\n"))
                }
            }
        }
    }

    /// What it has said so far and was not asked for.
    pub(crate) fn said(&self) -> Vec<String> {
        self.heard.borrow_mut().drain(..).chain(self.said.try_iter()).collect()
    }

    /// Waits until it tells the service manager something with `text` in it.
    pub(crate) fn notifies(&self, text: &str) -> String {
        let socket = self.notify.as_ref().unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        let mut buffer = [0; 4096];
        loop {
            let length = match socket.recv(&mut buffer) {
                Ok(length) => length,
                // A machine that was stopped for a moment and goes on (signal(7)).
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => panic!("it never notified {text:?}: {error}; it said {:?}", self.said()),
            };
            let message = String::from_utf8_lossy(&buffer[..length]).into_owned();
            if message.contains(text) {
                return message;
            }
        }
    }

    pub(crate) fn signal(&self, name: &str) {
        let status = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Asks it to end and waits until it has; gives its exit code.
    pub(crate) fn ends(mut self, signal: &str) -> Option<i32> {
        self.signal(signal);
        self.exits()
    }

    /// Waits until it has ended by itself; gives its exit code.
    pub(crate) fn exits(&mut self) -> Option<i32> {
        until("it has ended", || self.child.try_wait().unwrap()).code()
    }

    pub(crate) fn threads(&self) -> usize {
        fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap().count()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A screen that is killed leaves its lock behind: ask first.
        let _ = Command::new("kill").arg(self.child.id().to_string()).stderr(Stdio::null()).status();
        let end = Instant::now() + Duration::from_secs(2);
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
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
