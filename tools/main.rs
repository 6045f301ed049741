//! Writes what is made from the code: the manual pages, the schema of a config, the list of licences. `make manual` runs it
//! for each; the tests have these modules too.

mod config_manual;
mod licences;
mod manpage;
mod manual;
mod schema;

fn main() {
    let page = match std::env::args().nth(1).as_deref() {
        Some("manual") => manual::page(),
        Some("config_manual") => config_manual::page(),
        Some("schema") => schema::file(),
        Some("licences") => licences::page(),
        _ => panic!("name one of manual, config_manual, schema, licences"),
    };
    print!("{page}");
}
