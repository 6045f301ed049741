# What the program says, in English. Another language is another file like this one.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

today = Today
tomorrow = Tomorrow, { $date }
in-days = { $count ->
    [one] In one day, on { $date }
   *[other] In { $count } days, on { $date }
}
in-weeks = { $count ->
    [one] In one week, on { $date }
   *[other] In { $count } weeks, on { $date }
}
yesterday = Yesterday
days-ago = { $count ->
    [one] One day ago, on { $date }
   *[other] { $count } days ago, on { $date }
}
was-off = { $when }: the computer was off

moment-here = { $what } at { $at }
moment-there = { $what } at { $there } in { $place } ({ $at } here)
moment-soon = { $count ->
    [0] Now: { $moment }
    [one] In one minute: { $moment }
   *[other] In { $count } minutes: { $moment }
}

read = Read
later = Later
sources = Sources
language-name = English
other-languages = In other languages
next-date = Next: { $date }
year-heading = Days of remembrance in { $year }
no-days = No day is kept in this year.

mistakes = The configuration has a mistake
mistakes-kept = Remembrance goes on with what was good. `remembrance check` tells all.
mistakes-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
mended = The configuration is in order again
mended-kept = { $count ->
    [one] One day is kept.
   *[other] { $count } days are kept.
}

category = Days of remembrance
birthday-of = { $name }: birthday
death-of = { $name }: day of death
anniversary-of = { $name }: wedding anniversary

date = { $weekday }, { $month } { $day }
date-long = { $weekday }, { $month } { $day }, { $year }
weekdays = Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
months = January|February|March|April|May|June|July|August|September|October|November|December
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = January|February|March|April|May|June|July|August|September|October|November|December
weekdays-short = Mo|Tu|We|Th|Fr|Sa|Su
