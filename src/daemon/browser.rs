//! Opening a page from a daemon that systemd keeps locked in: the manager starts the browser, not the daemon.
//!
//! What a process starts is locked in as it is: a browser would find a read-only home, no network and
//! 64 MiB of memory. So the user manager is asked, over the same connection, for a service of its own
//! that runs `xdg-open`. It has the manager's environment, which knows the screen of the present
//! session even where the daemon was started before it, and it outlives the daemon.
//!
//! A daemon that was started by hand starts `xdg-open` itself.

use super::systemd;
use crate::app::pages;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use zbus::{Connection, Variant};

const MANAGER: &str = "org.freedesktop.systemd1";
const PATH: &str = "/org/freedesktop/systemd1";
const INTERFACE: &str = "org.freedesktop.systemd1.Manager";

/// Opens `target` in the browser, with the desktop's permission to come to the front where it gave one.
///
/// # Errors
/// When the browser cannot be started; where the manager starts it, what `xdg-open` says is in the journal.
pub(super) async fn open(
    connection: Option<&Connection>,
    target: &Path,
    token: Option<&str>,
) -> Result<(), String> {
    if let Some(connection) = connection.filter(|_| systemd::is_service()) {
        match start_service(connection, target, token).await {
            Ok(unit) => {
                log::debug!("opening `{}` by `{unit}`", target.display());
                return Ok(());
            }
            Err(error) => log::debug!("the service manager does not start a browser: {error}"),
        }
    }
    Ok(pages::open(target, token).await?)
}

/// Has the manager start `xdg-open`, and gives the name of the service.
async fn start_service(connection: &Connection, target: &Path, token: Option<&str>) -> zbus::Result<String> {
    static SERVICES: AtomicU32 = AtomicU32::new(0);
    let number = SERVICES.fetch_add(1, Ordering::Relaxed);
    let unit = format!("remembrance-read-{}-{number}.service", std::process::id());
    let target = target.to_string_lossy().into_owned();
    let command = ["/usr/bin/env", "xdg-open", &target].map(str::to_owned).to_vec();
    let environment: Vec<String> = token
        .iter()
        .flat_map(|token| [format!("XDG_ACTIVATION_TOKEN={token}"), format!("DESKTOP_STARTUP_ID={token}")])
        .collect();
    let properties: Vec<(&str, Variant<'_>)> = vec![
        ("Description", Variant::from("An article of remembrance, in the browser")),
        ("Type", Variant::from("exec")),
        ("ExecStart", Variant::from(vec![(command[0].clone(), command, false)])),
        ("Environment", Variant::from(environment)),
        ("Slice", Variant::from("app.slice")),
        // xdg-open may leave the browser running behind it.
        ("KillMode", Variant::from("process")),
        ("CollectMode", Variant::from("inactive-or-failed")),
    ];
    let auxiliary: Vec<(&str, Vec<(&str, Variant<'_>)>)> = Vec::new();
    let call = (&unit, "fail", properties, auxiliary);
    connection.call_method(Some(MANAGER), PATH, Some(INTERFACE), "StartTransientUnit", &call).await?;
    Ok(unit)
}
