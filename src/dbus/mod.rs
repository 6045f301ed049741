//! The session bus: notifications out and answers in, the daemon's name, and the client of its interface.

mod client;
pub(crate) mod desktop;
pub(crate) mod name;
mod session;
mod socket;

pub(crate) use client::{Client, DaemonStatus, NextReminder, Unreached};
pub(crate) use desktop::{Desktop, InquiryError, Server, inquire};
pub(crate) use session::{SessionEnvironment, environment};

/// The interface of the daemon, as introspection tells it.
pub(crate) const INTERFACE: &str = include_str!("interface.xml");
