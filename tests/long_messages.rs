//! A message of 90 MB on the bus costs the daemon nothing, though its unit allows 64 MiB.

use crate::common::server::{Manner, Server};
use crate::common::{Home, REMEMBRANCE, Running, unit_environment, until};

/// The daemon under the limit of its unit.
const LIMITED: &str = "ulimit -d 65536; exec \"$REMEMBRANCE\" \"$@\"";

const NAME: &str = "org.remembrance.Remembrance1";
const PATH: &str = "/org/remembrance/Remembrance1";

/// Calls a method of the daemon with a text of so many bytes, and does not wait for the answer.
fn call_with(home: &Home, method: &str, bytes: usize) {
    let address = format!("unix:path={}", home.path("run/bus").display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let connection = zbus::connection::Builder::address(address.as_str()).build().await.unwrap();
        let call = zbus::Message::method_call(PATH, method).destination(NAME);
        let call = call.interface(NAME);
        connection.send(&call.build(&"x".repeat(bytes)).unwrap()).await.unwrap();
        connection.close().await.unwrap();
    });
}

const CONFIG: &str = "follow = []\n[day.mother]\nname = \"Mother\"\ndate = \"January 20\"\n";

fn home() -> Home {
    let mut home = Home::new();
    home.set("REMEMBRANCE", REMEMBRANCE);
    home.config(CONFIG);
    home
}

#[test]
fn a_call_of_90_mb_is_passed_over() {
    let mut home = home();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let limited = ["-c", LIMITED, "sh", "run", "-v", "--now", "2027-01-20 08:00"];
    let daemon = home.start_program("sh", &limited);
    daemon.says("Next: Mother, 2027-01-20 09:00");
    for _ in 0..3 {
        call_with(&home, "History", 90 << 20);
    }
    daemon.says("came over the bus, and is passed over");
    assert_eq!(home.json(&["status", "--json"])["next"]["day"], "mother");
    // Now it is due.
    home.config(&format!("remind = [\"08:00\"]\n{CONFIG}"));
    assert_eq!(server.receives().summary, "Mother");
    daemon.says("Shown: `mother`");
    assert_eq!(daemon.ends("TERM"), Some(0));
}

/// Calls a method of the daemon again and again, over several connections, and waits for no answer.
fn flood(home: &Home, method: &str, calls: usize, text: &str) {
    let address = format!("unix:path={}", home.path("run/bus").display());
    let flood = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let connection = zbus::connection::Builder::address(address.as_str()).build().await.unwrap();
            for _ in 0..calls {
                let call = zbus::Message::method_call(PATH, method).destination(NAME).interface(NAME);
                let call = if text.is_empty() { call.build(&1000_u32) } else { call.build(&text) };
                connection.send(&call.unwrap()).await.unwrap();
            }
        });
    };
    std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(flood))));
}

/// The figure of the kernel with this name for the daemon, in KiB.
fn kib(daemon: &Running, file: &str, name: &str) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{}/{file}", daemon.child.id())).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_start_matches(':').trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn a_flood_of_calls_takes_no_memory_and_leaves_the_daemon_answerable() {
    let mut home = home();
    let days = |index: usize| format!("[day.d{index}]\nname = \"The day {index}\"\ndate = \"May 1\"\n");
    home.config(&(CONFIG.to_owned() + &(0..100).map(days).collect::<String>()));
    home.variables.extend(unit_environment());
    let _bus = home.bus();
    let _server = Server::start(&home, Manner::Accept);
    let limited = ["-c", LIMITED, "sh", "run", "--now", "2027-01-20 08:00"];
    let daemon = home.start_program("sh", &limited);
    daemon.says("Next: Mother, 2027-01-20 09:00");
    let (at_rest, begun) = (kib(&daemon, "smaps_rollup", "Pss_Anon"), kib(&daemon, "status", "VmHWM"));
    let long = "x".repeat(100_000);
    for (method, calls, text) in [("History", 120, long.as_str()), ("Next", 20, ""), ("History", 300, "y")] {
        flood(&home, method, calls, text);
        until("the daemon answers", || {
            home.remembrance(&["status", "--json"]).status.success().then_some(())
        });
        let peak = kib(&daemon, "status", "VmHWM");
        assert!(peak < begun + 8 * 1024, "{method} with {} bytes: {peak} KiB after {begun}", text.len());
    }
    until("what it took is given back", || {
        (kib(&daemon, "smaps_rollup", "Pss_Anon") < at_rest + 200).then_some(())
    });
    assert_eq!(daemon.ends("TERM"), Some(0));
}

#[test]
fn an_answer_of_90_mb_is_passed_over_and_the_notification_comes_later() {
    let mut home = home();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Ramble);
    let limited = ["-c", LIMITED, "sh", "run", "-v", "--now", "2027-01-20 09:00"];
    let daemon = home.start_program("sh", &limited);
    assert_eq!(server.receives().summary, "Mother");
    daemon.says("came over the bus, and is passed over");
    server.behaves(Manner::Accept);
    assert_eq!(server.receives().summary, "Mother");
    daemon.says("Shown: `mother`");
    assert_eq!(daemon.ends("TERM"), Some(0));
}
