//! Which days a person's languages do not reach.

use super::context::Context;

/// How many days are named.
const NAMED: usize = 3;

/// A note on the days whose notifications are in none of the person's languages; `None` where all are, or where the
/// person names no language.
pub fn unreached(context: &Context) -> Option<String> {
    let wanted = &context.languages;
    let days = context.settings.plan.days.iter();
    let is_unreached = |language: Option<String>| language.is_none_or(|language| !wanted.contains(&language));
    let ids: Vec<&str> =
        days.filter(|day| is_unreached(context.whole_language(day))).map(|day| day.id.as_str()).collect();
    note(&ids, wanted)
}

fn note(ids: &[&str], wanted: &[String]) -> Option<String> {
    let last = ids.last().filter(|_| !wanted.is_empty())?;
    let languages = format!("`{}`", wanted.join("`, `"));
    let named = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let rest = ids.len().saturating_sub(NAMED);
    let more = match rest {
        0 => String::new(),
        1 => format!(" and `{last}`"),
        more => format!(" and {more} more"),
    };
    let days = if ids.len() == 1 { "1 day has" } else { &format!("{} days have", ids.len()) };
    Some(format!(
        "{days} no name and article in {languages}, so the notification is in another language: {named}{more}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_note_counts_the_days_and_names_the_first() {
        let languages = |list: &[&str]| list.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
        let tail = "so the notification is in another language";
        let table = [
            (&[][..], &["tr"][..], None),
            (&["a"], &[], None),
            (&["a"], &["tr"], Some(format!("1 day has no name and article in `tr`, {tail}: `a`"))),
            (
                &["a", "b", "c", "d"],
                &["tr", "az"],
                Some(format!("4 days have no name and article in `tr`, `az`, {tail}: `a`, `b`, `c` and `d`")),
            ),
            (
                &["a", "b", "c", "d", "e"],
                &["tr"],
                Some(format!("5 days have no name and article in `tr`, {tail}: `a`, `b`, `c` and 2 more")),
            ),
        ];
        for (ids, wanted, expected) in table {
            assert_eq!(note(ids, &languages(wanted)), expected);
        }
    }
}
