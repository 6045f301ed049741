//! A message of 90 MB on the bus costs the daemon nothing, though its unit allows 64 MiB.

use crate::common::server::{Manner, Server};
use crate::common::{Home, REMEMBRANCE};

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
