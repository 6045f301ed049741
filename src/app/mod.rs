//! What a person's settings come to on this machine: the context, articles, pages, followed calendars.

pub mod articles;
pub mod calendars;
pub mod context;
mod images;
pub mod limits;
pub mod pages;
pub mod reach;
pub mod sources;
