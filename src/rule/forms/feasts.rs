//! Days with a name of their own: feasts and the terms of the sun.

use super::Form;

pub(super) const FEASTS: &[Form] = &[
    Form {
        name: "Easter",
        phrase: "Easter",
        meaning: "Easter Sunday of the Western churches",
        year: 2026,
        dates: "2026-04-05",
        policy: "Of the Western churches, by the Gregorian reckoning, from 1583 on (Meeus, Astronomical Algorithms, chapter 8).",
    },
    Form {
        name: "Orthodox Easter",
        phrase: "Orthodox Easter",
        meaning: "Easter Sunday of the Orthodox churches",
        year: 2026,
        dates: "2026-04-12",
        policy: "By the Julian reckoning, as a Gregorian date, from 326 on (Meeus, chapter 8).",
    },
    Form {
        name: "days counted from Easter",
        phrase: "Ash Wednesday",
        meaning: "Ash Wednesday of the Western churches",
        year: 2026,
        dates: "2026-02-18",
        policy: "Shrove Tuesday, Ash Wednesday, Palm Sunday, Maundy Thursday, Good Friday, Holy Saturday, Easter Monday, Ascension, Pentecost, Whit Monday and Corpus Christi.",
    },
    Form {
        name: "days counted from Orthodox Easter",
        phrase: "Orthodox Pentecost",
        meaning: "Pentecost of the Orthodox churches",
        year: 2026,
        dates: "2026-05-31",
        policy: "Those that the Orthodox churches have, and their own: Clean Monday and Radonitsa.",
    },
    Form {
        name: "Advent",
        phrase: "Advent",
        meaning: "the first Sunday of Advent",
        year: 2026,
        dates: "2026-11-29",
        policy: "The fourth Sunday before December 25.",
    },
    Form {
        name: "Qingming",
        phrase: "Qingming",
        meaning: "Qingming, the day on which the sun reaches 15 degrees of longitude in China",
        year: 2026,
        dates: "2026-04-05",
        policy: "As all 24 solar terms under their Chinese names: the day in China (GB/T 33661-2017; before 1929 by the clock of Peking), reckoned for 1800 to 2200.",
    },
    Form {
        name: "solstices and equinoxes",
        phrase: "winter solstice",
        meaning: "the winter solstice, the day on which the sun reaches 270 degrees of longitude by universal time",
        year: 2026,
        dates: "2026-12-21",
        policy: "By universal time, with the seasons of the north; `Dongzhi` is the day in China.",
    },
    Form {
        name: "solar term of another clock",
        phrase: "105 days after winter solstice (Korea)",
        meaning: "105 days after the winter solstice, the day on which the sun reaches 270 degrees of longitude in Korea",
        year: 2026,
        dates: "2026-04-06",
        policy: "`(China)`, `(Korea)`, `(Japan)`, `(Vietnam)` or `(UTC)`: Hansik, here.",
    },
];
