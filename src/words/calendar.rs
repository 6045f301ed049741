//! A month as a calendar shows it.

use chrono::{Datelike, NaiveDate};

/// The weeks of a month, each from Monday to Sunday; `None` where a day is of another month.
///
/// ```
/// use remembrance::words::month_grid;
/// let weeks = month_grid(2027, 2); // it begins on a Monday and ends on a Sunday
/// assert_eq!(weeks.len(), 4);
/// assert!(weeks.iter().flatten().all(Option::is_some));
/// assert_eq!(month_grid(2027, 8).len(), 6);
/// assert!(month_grid(2027, 13).is_empty()); // there is no such month
/// ```
pub fn month_grid(year: i32, month: u32) -> Vec<[Option<NaiveDate>; 7]> {
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
        return Vec::new();
    };
    let mut weeks = vec![[None; 7]];
    for date in first.iter_days().take_while(|date| date.month() == month) {
        let column = date.weekday().num_days_from_monday() as usize;
        if column == 0 && date != first {
            weeks.push([None; 7]);
        }
        if let Some(cell) = weeks.last_mut().and_then(|week| week.get_mut(column)) {
            *cell = Some(date);
        }
    }
    weeks
}
