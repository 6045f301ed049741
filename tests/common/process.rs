//! Programs that a test starts, and what they say. None outlives its test: each has a process group of its own, which ends
//! with the value here, and where the test itself is killed a guard ends it.

use super::{PATIENCE, until};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::signal::{Signal, killpg};
use nix::sys::time::TimeVal;
use nix::unistd::Pid;
use std::cell::RefCell;
use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::os::unix::net::UnixDatagram;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Kills the groups that it was told of once its standard input ends, which is when the tests have ended, however they did.
const GUARD: &str = r#"
trap '' INT TERM HUP QUIT
groups=' '
while read -r sign group; do
    case $sign in
        +) groups="$groups$group " ;;
        -) groups="${groups%% $group *} ${groups#* $group }" ;;
    esac
done
for group in $groups; do kill -s KILL -- "-$group"; done
"#;

static TO_GUARD: LazyLock<Mutex<ChildStdin>> = LazyLock::new(|| {
    let mut guard = Command::new("sh");
    guard.args(["-c", GUARD]).process_group(0).stdin(Stdio::piped());
    guard.stdout(Stdio::null()).stderr(Stdio::null());
    Mutex::new(guard.spawn().unwrap().stdin.unwrap())
});

/// A process group of a test's own; what is left of it is killed when this is dropped.
pub(crate) struct Group(Pid);

impl Group {
    /// Starts a program as the first of a group.
    pub(crate) fn start(command: &mut Command) -> (Child, Self) {
        let child = command.process_group(0).spawn().unwrap_or_else(|error| {
            panic!("cannot start {command:?}: {error}; `make test` installs what is needed");
        });
        let group = Self(Pid::from_raw(child.id().try_into().unwrap()));
        group.tell_guard('+');
        (child, group)
    }

    fn tell_guard(&self, sign: char) {
        let mut guard = TO_GUARD.lock().unwrap_or_else(PoisonError::into_inner);
        writeln!(guard, "{sign} {}", self.0).expect("the guard runs as long as the tests");
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // What the program itself started and left behind.
        let _ = killpg(self.0, Signal::SIGKILL);
        self.tell_guard('-');
    }
}

/// The time of the processor that this thread has taken, which a loaded machine does not lengthen.
pub(crate) fn of_this_thread() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_THREAD).unwrap();
    let time = |time: TimeVal| {
        Duration::from_secs(time.tv_sec().unsigned_abs())
            + Duration::from_micros(time.tv_usec().unsigned_abs())
    };
    time(usage.user_time()) + time(usage.system_time())
}

/// Runs a program to its end; what it starts ends with it.
pub(crate) fn output(command: &mut Command) -> Output {
    let (child, _group) = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
    child.wait_with_output().unwrap()
}

/// A program that was started for a test, and what it says; killed when the test is over.
pub(crate) struct Running {
    pub(crate) child: Child,
    said: Receiver<String>,
    heard: RefCell<Vec<String>>,
    notify: Option<UnixDatagram>,
    group: Group,
}

impl Running {
    pub(crate) fn new(command: &mut Command, notify: Option<UnixDatagram>) -> Self {
        let (mut child, group) = Group::start(command.stdout(Stdio::piped()).stderr(Stdio::piped()));
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
        Self { child, said, heard: RefCell::default(), notify, group }
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

    /// Waits until it says something with `text` in it, and gives all that it has said until then.
    pub(crate) fn says_all_until(&self, text: &str) -> Vec<String> {
        let end = Instant::now() + PATIENCE;
        let mut heard = std::mem::take(&mut *self.heard.borrow_mut());
        while !heard.iter().any(|line| line.contains(text)) {
            match self.said.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(line) => heard.push(line),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("it never said {text:?}; it said:\n{}", heard.join("\n"))
                }
            }
        }
        heard
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

    /// The time of the processor that it has taken, which a loaded machine does not lengthen.
    pub(crate) fn processor_time(&self) -> Duration {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).unwrap();
        // User and system time are the 14th and 15th, in hundredths of a second; the name before them may have blanks.
        let fields = stat.rsplit_once(')').unwrap().1.split_whitespace();
        Duration::from_millis(fields.skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap() * 10).sum())
    }

    pub(crate) fn threads(&self) -> usize {
        fs::read_dir(format!("/proc/{}/task", self.child.id())).unwrap().count()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A screen that is killed leaves its lock behind: ask first.
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = killpg(self.group.0, Signal::SIGTERM);
        }
        let end = Instant::now() + Duration::from_secs(2);
        while matches!(self.child.try_wait(), Ok(None)) && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
