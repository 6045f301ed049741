# What the program says, in English. Another language is another file like this one.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
hijri-years = { $count ->
    [one] { $count } Hijri year
   *[other] { $count } Hijri years
}
by-calculation = By calculation; the day announced where you live may differ by one.

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
was-off = { $when }, when the computer was off
paragraph = { $when }. { $excerpt }

# Several days in one notification: how many, and how many that are not listed.
together = { $count ->
    [one] One day of remembrance
   *[other] { $count } days of remembrance
}
together-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}

moment-here = { $what } at { $at }
moment-there = { $what } at { $there } { $zone } ({ $at } here)
moment-there-date = { $what } at { $there } { $zone } ({ $at } on { $date } here)
moment-elsewhere = { $what } at { $there } { $place } time ({ $at } here)
moment-elsewhere-date = { $what } at { $there } { $place } time ({ $at } on { $date } here)
moment-soon = { $count ->
    [0] Now: { $moment }
    [one] In one minute: { $moment }
   *[other] In { $count } minutes: { $moment }
}

# What is done at a moment.
minute-of-silence = A minute of silence
two-minutes-of-silence = Two minutes of silence
silence = A time of silence
sirens = Sirens
sirens-and-minute-of-silence = Sirens, and a minute of silence
sirens-and-two-minutes-of-silence = Sirens, and two minutes of silence
bell-and-minute-of-silence = A bell, and a minute of silence
candles = Candles are lit
commemoration = A ceremony of remembrance

read = Read
later = Later
sources = Sources
language-name = English
other-languages = In other languages
next-date = Next: { $date }
year-heading = Days of remembrance in { $year }
no-days = No day is kept in this year.

mistakes = The configuration has a mistake
mistakes-kept = Everything else stays in effect. `remembrance check` lists every mistake.
mistakes-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
fixed = The configuration is in order again
fixed-kept = { $count ->
    [one] One day is kept.
   *[other] { $count } days are kept.
}

# The article cannot be opened; the command that prints it follows.
unopened = The article cannot be opened: { $name }
unopened-instead = There is no browser for this session, or it failed. In a terminal:

category = Days of remembrance
birthday-of = { $name }: birthday
death-of = { $name }: day of death
anniversary-of = { $name }: wedding anniversary

date = { $weekday }, { $month } { $day }
date-long = { $weekday }, { $month } { $day }, { $year }
day-month = { $month } { $day }
# A language that needs another case within a sentence has weekdays-on, months-on and date-on as well.
weekdays = Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
months = January|February|March|April|May|June|July|August|September|October|November|December
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = January|February|March|April|May|June|July|August|September|October|November|December
weekdays-short = Mo|Tu|We|Th|Fr|Sa|Su

# By whose clock the hour of a moment is.
zone-africa-algiers = Algiers time
zone-africa-asmara = Asmara time
zone-america-mexico-city = Mexico City time
zone-america-montevideo = Montevideo time
zone-america-new-york = New York time
zone-america-toronto = Toronto time
zone-asia-baku = Baku time
zone-asia-beirut = Beirut time
zone-asia-colombo = Colombo time
zone-asia-dhaka = Dhaka time
zone-asia-dubai = Dubai time
zone-asia-jerusalem = Jerusalem time
zone-asia-kolkata = Indian time
zone-asia-nicosia = Nicosia time
zone-asia-seoul = Seoul time
zone-asia-shanghai = Beijing time
zone-asia-taipei = Taipei time
zone-asia-tokyo = Tokyo time
zone-asia-yangon = Yangon time
zone-asia-yerevan = Yerevan time
zone-europe-amsterdam = Amsterdam time
zone-europe-brussels = Brussels time
zone-europe-dublin = Dublin time
zone-europe-istanbul = Istanbul time
zone-europe-kyiv = Kyiv time
zone-europe-london = London time
zone-europe-moscow = Moscow time
zone-europe-rome = Rome time
zone-europe-sofia = Sofia time
zone-europe-tallinn = Tallinn time
zone-europe-vilnius = Vilnius time
zone-europe-warsaw = Warsaw time
zone-pacific-honolulu = Hawaii time

## Commands

# The regions of packs; a pack names its region in English.
region-africa = Africa
region-americas = Americas
region-asia = Asia
region-caucasus = Caucasus
region-europe = Europe
region-international = International
region-middle-east = Middle East
region-oceania = Oceania
region-peoples-and-communities = Peoples and communities
region-own = Your own
weekdays-in-tables = Mon|Tue|Wed|Thu|Fri|Sat|Sun
months-in-tables = Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
today-is = Today, { $date }
no-days-today = No days today, { $date }.
next-days = Next
no-upcoming-days = No upcoming days; `remembrance packs` lists what you can follow.
no-days-in-span = No days from { $from } to { $to }.
kind-moment = moment
nothing-found = No day has `{ $words }` in its name or article.
found-advice = `remembrance show DAY` shows the article; `remembrance follow DAY` follows a day. Days with * are kept.
added = Added `{ $id }`: { $name }.
next-of-day = Next: { $date }; the first reminder { $due }.
next-of-day-silent = Next: { $date }; no reminders.
no-date-again = It has no date from now on.
which-date = Which date do you mean?
ask-eve = A yahrzeit begins on the evening before. Remind at that sunset, too?
eve-advice = A yahrzeit begins on the evening before. To be reminded at that sunset, too:  { $command }
no-article-yet = Its article does not exist yet: { $file }.
following = Following `{ $name }`.
followed-already = `{ $name }` is already followed.
kept = { $count ->
    [one] 1 day is kept
   *[other] { $count } days are kept
}
kept-next = { $kept }; next: { $name }, { $due }.
kept-none = { $kept }; no upcoming days.
pack-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
pack-followed = followed
pack-kept = { $count } kept
packs-advice = { $packs } packs, { $days } days. `remembrance packs PACK` shows the days of one.
pack-follow-all = Follow all of them:  { $command }
pack-follow-one = Follow one of them:  { $command }
pack-unfollow = It is followed. Stop following it:  { $command }
pack-empty = It has no days.
unfollowed = `{ $name }` is no longer followed.
unfollowed-only-day = `{ $pack }` is no longer followed: `{ $day }` is its only day.
unfollowed-day = `{ $day }` is no longer followed; the others of `{ $pack }` are.
muted-always = `{ $day }` is muted; it stays in `list`. Remind of it again:  { $command }
muted-year = `{ $day }` is muted in { $year }. Remind of it again:  { $command }
unmuted = `{ $day }` is no longer muted.
set-to = Set { $setting }.
set-removed = Removed `{ $key }` from { $file }.
setup-languages = Languages of notifications and articles
setup-packs = Packs of days to follow
setup-tick = type to search, space to tick, enter to go on
setup-day = A day of your own, e.g. Grandmother (may be left empty)
setup-date = Its date, e.g. March 12
setup-hour = The hour of reminders
setup-quiet = Quiet hours, e.g. 22:00-08:00 (may be left empty)
setup-file = { $file } will be:
setup-write = Write it?
setup-test = Show a test notification?
setup-service = Enable the service, now and at each login?
setup-yes-no = Yes|No
setup-canceled = Nothing is changed.
setup-enabled = The service is enabled and running, now and after each login.
setup-not-enabled = The service is not enabled: no day will be announced. To enable it: remembrance service enable
setup-no-service = There is no systemd for this user. To get notifications, start `remembrance run` with the session.
