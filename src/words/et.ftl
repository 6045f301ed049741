# What the program says, in Estonian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } aasta
   *[other] { $count } aastat
}
hijri-years = { years } (hidžra järgi)
by-calculation = Arvutuse järgi; teie kodukohas kuulutatud päev võib ühe võrra erineda.

today = Täna
tomorrow = Homme, { $date }
in-days = { $count ->
    [one] Ühe päeva pärast, { $date }
   *[other] { $count } päeva pärast, { $date }
}
in-weeks = { $count ->
    [one] Nädala pärast, { $date }
   *[other] { $count } nädala pärast, { $date }
}
yesterday = Eile
days-ago = { $count ->
    [one] Üks päev tagasi, { $date }
   *[other] { $count } päeva tagasi, { $date }
}
was-off = { $when }, kui arvuti oli välja lülitatud
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Üks mälestuspäev
   *[other] { $count } mälestuspäeva
}
together-more = { $count ->
    [one] ja veel üks
   *[other] ja veel { $count }
}

moment-here = { $what } kell { $at }
moment-there = { $what } kell { $there } { $zone } (siin kell { $at })
moment-there-date = { $what } kell { $there } { $zone } (siin { $date } kell { $at })
moment-elsewhere = { $what } kell { $there } ({ $place }), siin kell { $at }
moment-elsewhere-date = { $what } kell { $there } ({ $place }), siin { $date } kell { $at }
moment-soon = { $count ->
    [0] Nüüd. { $moment }
    [one] Ühe minuti pärast. { $moment }
   *[other] { $count } minuti pärast. { $moment }
}

minute-of-silence = Leinaseisak
two-minutes-of-silence = Kaheminutiline leinaseisak
silence = Vaikus
sirens = Sireenid
sirens-and-minute-of-silence = Sireenid ja leinaseisak
sirens-and-two-minutes-of-silence = Sireenid ja kaheminutiline leinaseisak
bell-and-minute-of-silence = Kellalöögid ja leinaseisak
candles = Süüdatakse küünlad
commemoration = Mälestustseremoonia

read = Loe
later = Hiljem
sources = Allikad
language-name = Eesti
other-languages = Teistes keeltes
next-date = Järgmine kord: { $date }
year-heading = { $year }. aasta mälestuspäevad
no-days = Sel aastal mälestuspäevi ei ole.

mistakes = Seadetes on viga
mistakes-kept = Remembrance töötab edasi sellega, mis on õige. Kõik vead näitab `remembrance check`.
mistakes-more = { $count ->
    [one] ja veel üks
   *[other] ja veel { $count }
}
fixed = Seaded on jälle korras
fixed-kept = { $count ->
    [one] Kirjas on üks mälestuspäev.
   *[other] Kirjas on { $count } mälestuspäeva.
}

unopened = Artiklit ei saa avada: { $name }
unopened-instead = Selles seansis ei ole brauserit või see ei käivitunud. Terminalis:

category = Mälestuspäevad
birthday-of = { $name }: sünnipäev
death-of = { $name }: surma-aastapäev
anniversary-of = { $name }: pulma-aastapäev

date = { $weekday }, { $day }. { $month }
date-long = { $weekday }, { $day }. { $month } { $year }
day-month = { $day }. { $month }
weekdays = esmaspäev|teisipäev|kolmapäev|neljapäev|reede|laupäev|pühapäev
weekdays-on = esmaspäeval|teisipäeval|kolmapäeval|neljapäeval|reedel|laupäeval|pühapäeval
months = jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember
months-on = jaanuaril|veebruaril|märtsil|aprillil|mail|juunil|juulil|augustil|septembril|oktoobril|novembril|detsembril
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Jaanuar|Veebruar|Märts|Aprill|Mai|Juuni|Juuli|August|September|Oktoober|November|Detsember
weekdays-short = E|T|K|N|R|L|P

# By whose clock the hour of a moment is.
zone-africa-algiers = Alžiiri aja järgi
zone-africa-asmara = Asmara aja järgi
zone-america-mexico-city = México aja järgi
zone-america-montevideo = Montevideo aja järgi
zone-america-new-york = New Yorgi aja järgi
zone-america-toronto = Toronto aja järgi
zone-asia-baku = Bakuu aja järgi
zone-asia-beirut = Beiruti aja järgi
zone-asia-colombo = Colombo aja järgi
zone-asia-dhaka = Dhaka aja järgi
zone-asia-dubai = Dubai aja järgi
zone-asia-jerusalem = Jeruusalemma aja järgi
zone-asia-kolkata = India aja järgi
zone-asia-nicosia = Nikosia aja järgi
zone-asia-seoul = Souli aja järgi
zone-asia-shanghai = Pekingi aja järgi
zone-asia-taipei = Taipei aja järgi
zone-asia-tokyo = Tōkyō aja järgi
zone-asia-yangon = Yangoni aja järgi
zone-asia-yerevan = Jerevani aja järgi
zone-europe-amsterdam = Amsterdami aja järgi
zone-europe-brussels = Brüsseli aja järgi
zone-europe-dublin = Dublini aja järgi
zone-europe-istanbul = Istanbuli aja järgi
zone-europe-kyiv = Kiievi aja järgi
zone-europe-london = Londoni aja järgi
zone-europe-moscow = Moskva aja järgi
zone-europe-rome = Rooma aja järgi
zone-europe-sofia = Sofia aja järgi
zone-europe-tallinn = Tallinna aja järgi
zone-europe-vilnius = Vilniuse aja järgi
zone-europe-warsaw = Varssavi aja järgi
zone-pacific-honolulu = Hawaii aja järgi
