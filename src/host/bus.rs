//! Where the session bus is, as the environment says: at a Unix socket, or nowhere.
//!
//! An address can also name a program to start (`unixexec:`), or a search that starts one (`autolaunch:`). Neither this
//! program nor one that it starts follows such an address.

use std::env;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::process::Command;

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

/// The file of the socket that an address like `unix:path=/run/user/1000/bus,guid=0123` names; `None` for one that lies in
/// no folder, and for what is no socket.
#[must_use]
pub fn socket_file(address: &str) -> Option<PathBuf> {
    let path = address.strip_prefix("unix:")?.split(',').find_map(|pair| pair.strip_prefix("path="))?;
    let path = unescaped(path);
    path.starts_with(b"/").then(|| PathBuf::from(OsString::from_vec(path)))
}

/// The bytes of a value in an address: `%20` is a space. What is no code stays as it is.
fn unescaped(value: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.extend(u8::try_from(high * 16 + low));
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// Gives a program that is to be started only those of the addresses that name a socket: it would start what another names.
pub fn sockets_only(command: &mut Command) {
    let given = addresses();
    let sockets: Vec<&str> = given.iter().map(String::as_str).filter(|address| is_socket(address)).collect();
    if sockets.len() == given.len() {
        return;
    }
    if sockets.is_empty() {
        command.env_remove(VARIABLE);
    } else {
        command.env(VARIABLE, sockets.join(";"));
    }
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

    #[test]
    fn the_file_of_a_socket_is_found_in_its_address() {
        for (address, expected) in [
            ("unix:path=/run/user/1000/bus", Some("/run/user/1000/bus")),
            ("unix:guid=01,path=/tmp/x", Some("/tmp/x")),
            ("unix:path=/tmp/a%20b%2Fc%", Some("/tmp/a b/c%")),
            ("unix:abstract=/tmp/x", None),
            ("unix:path=relative", None),
            ("tcp:host=a,port=1,path=/x", None),
        ] {
            assert_eq!(socket_file(address), expected.map(PathBuf::from), "{address}");
        }
    }
}
