# What the program says, in Norwegian Bokmål.

summary = { $name } · { $years }
years = { $count } år

hijri-years = { years } etter hijra
by-calculation = Datoen er beregnet; dagen som kunngjøres der du bor, kan avvike med én.

today = I dag
tomorrow = I morgen, { $date }
in-days = { $count ->
    [one] Om én dag, { $date }
   *[other] Om { $count } dager, { $date }
}
in-weeks = { $count ->
    [one] Om en uke, { $date }
   *[other] Om { $count } uker, { $date }
}
yesterday = I går
days-ago = { $count ->
    [one] For én dag siden, { $date }
   *[other] For { $count } dager siden, { $date }
}
was-off = { $when }, da datamaskinen var slått av
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Én minnedag
   *[other] { $count } minnedager
}
together-more = { $count ->
    [one] og én til
   *[other] og { $count } til
}

moment-here = { $what } kl. { $at }
moment-there = { $what } kl. { $there } { $zone } (kl. { $at } her)
moment-there-date = { $what } kl. { $there } { $zone } ({ $date } kl. { $at } her)
moment-elsewhere = { $what } kl. { $there } ({ $place }), kl. { $at } her
moment-elsewhere-date = { $what } kl. { $there } ({ $place }), { $date } kl. { $at } her
moment-soon = { $count ->
    [0] Nå. { $moment }
    [one] Om ett minutt. { $moment }
   *[other] Om { $count } minutter. { $moment }
}

minute-of-silence = Ett minutts stillhet
two-minutes-of-silence = To minutters stillhet
silence = Stillhet
sirens = Sirener
sirens-and-minute-of-silence = Sirener og ett minutts stillhet
sirens-and-two-minutes-of-silence = Sirener og to minutters stillhet
bell-and-minute-of-silence = Klokkeslag og ett minutts stillhet
candles = Det tennes lys
commemoration = Minnemarkering

read = Les
later = Senere
sources = Kilder
language-name = Norsk bokmål
other-languages = På andre språk
next-date = Neste gang: { $date }
year-heading = Minnedager i { $year }
no-days = I dette året er det ingen minnedager.

mistakes = Det er en feil i innstillingene
mistakes-kept = Remembrance fortsetter med det som er riktig. `remembrance check` viser alle feilene.
mistakes-more = { $count ->
    [one] og én til
   *[other] og { $count } til
}
fixed = Innstillingene er i orden igjen
fixed-kept = { $count ->
    [one] Én minnedag er lagt inn.
   *[other] { $count } minnedager er lagt inn.
}

unopened = Artikkelen kan ikke åpnes: { $name }
unopened-instead = Det er ingen nettleser i denne økten, eller den startet ikke. I en terminal:

category = Minnedager
birthday-of = { $name }: fødselsdag
death-of = { $name }: dødsdag
anniversary-of = { $name }: bryllupsdag

date = { $weekday } { $day }. { $month }
date-long = { $weekday } { $day }. { $month } { $year }
day-month = { $day }. { $month }
weekdays = mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag
months = januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Januar|Februar|Mars|April|Mai|Juni|Juli|August|September|Oktober|November|Desember
weekdays-short = Ma|Ti|On|To|Fr|Lø|Sø

# By whose clock the hour of a moment is.
zone-africa-algiers = lokal tid i Alger
zone-africa-asmara = lokal tid i Asmara
zone-america-mexico-city = lokal tid i Mexico by
zone-america-montevideo = lokal tid i Montevideo
zone-america-new-york = lokal tid i New York
zone-america-toronto = lokal tid i Toronto
zone-asia-baku = lokal tid i Baku
zone-asia-beirut = lokal tid i Beirut
zone-asia-colombo = lokal tid i Colombo
zone-asia-dhaka = lokal tid i Dhaka
zone-asia-dubai = lokal tid i Dubai
zone-asia-jerusalem = lokal tid i Jerusalem
zone-asia-kolkata = indisk tid
zone-asia-nicosia = lokal tid i Nikosia
zone-asia-seoul = lokal tid i Seoul
zone-asia-shanghai = lokal tid i Beijing
zone-asia-taipei = lokal tid i Taipei
zone-asia-tokyo = lokal tid i Tokyo
zone-asia-yangon = lokal tid i Yangon
zone-asia-yerevan = lokal tid i Jerevan
zone-europe-amsterdam = lokal tid i Amsterdam
zone-europe-brussels = lokal tid i Brussel
zone-europe-dublin = lokal tid i Dublin
zone-europe-istanbul = lokal tid i Istanbul
zone-europe-kyiv = lokal tid i Kyiv
zone-europe-london = lokal tid i London
zone-europe-moscow = lokal tid i Moskva
zone-europe-rome = lokal tid i Roma
zone-europe-sofia = lokal tid i Sofia
zone-europe-tallinn = lokal tid i Tallinn
zone-europe-vilnius = lokal tid i Vilnius
zone-europe-warsaw = lokal tid i Warszawa
zone-pacific-honolulu = lokal tid på Hawaii
