//! A list of strings with its comments: what is taken out takes its comment along, what comes goes to the end.

use toml_edit::{Array, Value};

/// Makes a list say just what is wanted.
pub(super) fn set(list: &mut Array, wanted: &[&str]) {
    let mut index = 0;
    while let Some(entry) = list.get(index) {
        if entry.as_str().is_some_and(|entry| wanted.contains(&entry)) {
            index += 1;
        } else {
            remove(list, index);
        }
    }
    for new in wanted {
        if !list.iter().any(|entry| entry.as_str() == Some(new)) {
            push(list, new);
        }
    }
}

fn prefix(entry: &Value) -> String {
    entry.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default().to_owned()
}

/// The comment on the line where the text before begins: it belongs to the entry before.
fn comment(before: &str) -> &str {
    let line = before.split('\n').next().expect("a split has a first part");
    if line.contains('#') { line } else { "" }
}

/// Takes an entry out, with the comments above it and behind it.
fn remove(list: &mut Array, index: usize) {
    let removed = prefix(&list.remove(index));
    let trailing = list.trailing().as_str().unwrap_or_default().to_owned();
    let is_last = index == list.len();
    let below = if is_last { trailing } else { list.get(index).map(prefix).unwrap_or_default() };
    let joined = match below.split_once('\n') {
        Some((_, rest)) => format!("{}\n{rest}", comment(&removed)),
        None if index == 0 && !is_last => removed,
        None => below,
    };
    if is_last {
        list.set_trailing(joined);
    } else if let Some(next) = list.get_mut(index) {
        next.decor_mut().set_prefix(joined);
    }
}

/// Puts an entry at the end, on a line of its own where the others are.
fn push(list: &mut Array, new: &str) {
    let mut behind = list.trailing().as_str().unwrap_or_default().to_owned();
    let mut indent = "    ".to_owned();
    if let Some(last) = list.len().checked_sub(1).and_then(|last| list.get_mut(last)) {
        // Without a comma after it, what stands behind the last entry is its own.
        let suffix = last.decor().suffix().and_then(|suffix| suffix.as_str()).unwrap_or_default();
        behind.insert_str(0, suffix);
        if behind.contains('\n') {
            last.decor_mut().set_suffix("");
            prefix(last).rsplit('\n').next().expect("a split has a last part").clone_into(&mut indent);
        }
    }
    if !behind.contains('\n') {
        list.push(new);
        return;
    }
    let mut entry = Value::from(new);
    entry.decor_mut().set_prefix(format!("{}\n{indent}", behind.trim_end()));
    list.push_formatted(entry);
    list.set_trailing("\n");
    list.set_trailing_comma(true);
}
