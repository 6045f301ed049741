//! What is known of the dates of one day: few of nearly every day, and without bound of one in a ledger of another hand.

use super::Record;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many records are searched one by one; a map of one takes ten times its memory.
const FEW: usize = 16;

/// The records of a day by their dates.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Dates {
    /// In the order of their dates.
    Few(Vec<(NaiveDate, Record)>),
    Many(BTreeMap<NaiveDate, Record>),
}

impl Default for Dates {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

impl Dates {
    pub(super) fn get(&self, date: NaiveDate) -> Option<&Record> {
        match self {
            Self::Few(few) => few.iter().find(|(known, _)| *known == date).map(|(_, record)| record),
            Self::Many(many) => many.get(&date),
        }
    }

    /// The record of a date, made where there is none.
    pub(super) fn of(&mut self, date: NaiveDate) -> &mut Record {
        if let Self::Few(few) = self
            && few.len() >= FEW
        {
            *self = Self::Many(std::mem::take(few).into_iter().collect());
        }
        match self {
            Self::Few(few) => {
                let at = few.partition_point(|(known, _)| *known < date);
                if few.get(at).is_none_or(|(known, _)| *known != date) {
                    few.reserve_exact(1);
                    few.insert(at, (date, Record::default()));
                }
                &mut few[at].1
            }
            Self::Many(many) => many.entry(date).or_default(),
        }
    }

    pub(super) fn records(&mut self) -> Box<dyn Iterator<Item = &mut Record> + '_> {
        match self {
            Self::Few(few) => Box::new(few.iter_mut().map(|(_, record)| record)),
            Self::Many(many) => Box::new(many.values_mut()),
        }
    }

    /// The last date with a record of which something holds.
    pub(super) fn last(&self, holds: impl Fn(&Record) -> bool) -> Option<NaiveDate> {
        match self {
            Self::Few(few) => few.iter().rfind(|(_, record)| holds(record)).map(|(date, _)| *date),
            Self::Many(many) => many.iter().rfind(|(_, record)| holds(record)).map(|(date, _)| *date),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_whatever_order_and_number_they_came() {
        for count in [1, 2, 15, 16, 17, 100] {
            let date = |index: u64| NaiveDate::MIN + chrono::Days::new(index * 37 % 101);
            let mut dates = Dates::default();
            for index in (0..count).chain(0..count) {
                let record = dates.of(date(index));
                record.snoozed = None;
            }
            let all: Vec<NaiveDate> = (0..count).map(date).collect();
            assert!(all.iter().all(|date| dates.get(*date).is_some()), "{count}");
            assert_eq!(u64::try_from(dates.records().count()).unwrap(), count);
            assert_eq!(dates.last(|_| true), all.iter().max().copied());
            assert_eq!(dates.get(NaiveDate::MAX), None);
        }
    }
}
