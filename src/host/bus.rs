//! Where the session bus is, as the environment says: at a Unix socket, or nowhere.
//!
//! An address can also name a program to start (`unixexec:`), or a search that starts one (`autolaunch:`). Neither this
//! program nor one that it asks follows such an address.

use std::env;
use std::path::PathBuf;

/// The variable with the address.
pub const VARIABLE: &str = "DBUS_SESSION_BUS_ADDRESS";

/// The addresses of the session bus in the environment, in the order in which they are tried; none where the variable
/// is missing or empty.
#[must_use]
pub fn addresses() -> Vec<String> {
    let given = env::var_os(VARIABLE).unwrap_or_default();
    let given = given.to_string_lossy();
    given.split(';').filter(|address| !address.is_empty()).map(str::to_owned).collect()
}

/// The file of the socket where no address is given: systemd's place for the bus; `None` without a folder for the session.
#[must_use]
pub fn default_socket() -> Option<PathBuf> {
    let folder = env::var_os("XDG_RUNTIME_DIR").filter(|folder| !folder.is_empty())?;
    Some(PathBuf::from(folder).join("bus"))
}

/// Whether an address names a socket that a client can connect to.
#[must_use]
pub fn is_socket(address: &str) -> bool {
    let is_name = |pair: &str| pair.starts_with("path=") || pair.starts_with("abstract=");
    address.strip_prefix("unix:").is_some_and(|rest| rest.split(',').any(is_name))
}

/// Whether another program may be given the addresses: each is a socket.
#[must_use]
pub fn are_sockets() -> bool {
    addresses().iter().all(|address| is_socket(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_unix_socket_is_one() {
        for (address, expected) in [
            ("unix:path=/run/user/1000/bus", true),
            ("unix:guid=01,path=/tmp/x", true),
            ("unix:abstract=/tmp/x", true),
            ("unix:dir=/tmp", false),
            ("unix:runtime=yes", false),
            ("unixexec:path=/usr/bin/touch", false),
            ("tcp:host=a,path=x", false),
            ("autolaunch:", false),
            ("path=/x", false),
            ("", false),
        ] {
            assert_eq!(is_socket(address), expected, "{address}");
        }
    }
}
