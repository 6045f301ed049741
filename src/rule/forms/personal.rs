//! Days that one family keeps, days that move, and recurrences of iCalendar.

use super::Form;

pub(super) const PERSONAL: &[Form] = &[
    Form {
        name: "yahrzeit",
        phrase: "yahrzeit of 1949-11-22",
        meaning: "the yahrzeit of November 22, 1949 (1 Kislev 5710), each Hebrew year after it",
        year: 2026,
        dates: "2026-11-11",
        policy: "From the year after the death on. 30 Cheshvan and 30 Kislev go by what the first anniversary has, Adar of a common year is kept in Adar I, 30 Adar I in common years on 30 Shevat (Reingold and Dershowitz, as Hebcal).",
    },
    Form {
        name: "yahrzeit of a death after sunset",
        phrase: "yahrzeit of 1949-11-22 after sunset",
        meaning: "the yahrzeit of the evening of November 22, 1949 (2 Kislev 5710), each Hebrew year after it",
        year: 2026,
        dates: "2026-11-12",
        policy: "The Hebrew date is that of the next day.",
    },
    Form {
        name: "yahrzeit of a Hebrew date",
        phrase: "yahrzeit of 1 Kislev 5710",
        meaning: "the yahrzeit of 1 Kislev 5710, each Hebrew year after it",
        year: 2026,
        dates: "2026-11-11",
        policy: "",
    },
    Form {
        name: "lunar anniversary",
        phrase: "lunar anniversary of 1995-10-04",
        meaning: "the anniversary of October 4, 1995 by the lunar calendar (Chinese leap month 8, day 10), each year after it",
        year: 2026,
        dates: "2026-09-20",
        policy: "By the Chinese calendar, or by another with `(Korean)` or `(Vietnamese)` behind it; a leap month as above.",
    },
    Form {
        name: "moved by weekday",
        phrase: "27 Nisan; if Friday then Thursday before; if Sunday then Monday after",
        meaning: "27 Nisan of the Hebrew calendar; if that is a Friday, the Thursday before; if that is a Sunday, the Monday after",
        year: 2027,
        dates: "2027-05-04",
        policy: "Tested on the date before it is moved; the first that fits is made.",
    },
    Form {
        name: "moved from several weekdays",
        phrase: "4 Iyar; if Thursday or Friday then Wednesday before; if Sunday then Monday after",
        meaning: "4 Iyar of the Hebrew calendar; if that is a Thursday or a Friday, the Wednesday before; if that is a Sunday, the Monday after",
        year: 2026,
        dates: "2026-04-21",
        policy: "",
    },
    Form {
        name: "not kept on a weekday",
        phrase: "January 20; if Sunday then skip",
        meaning: "January 20; if that is a Sunday, not at all",
        year: 2026,
        dates: "2026-01-20",
        policy: "",
    },
    Form {
        name: "recurrence",
        phrase: "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10",
        meaning: "the dates of RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=2SU from 1946-11-10",
        year: 2026,
        dates: "2026-11-08",
        policy: "RFC 5545 for whole days; where it leaves a choice, as python-dateutil. `BYWEEKNO` without `BYDAY` gives the weekday of the start, as libical and the table of the RFC have it, not each day of the week, as python-dateutil.",
    },
];
