# What the program says, in Dutch.

summary = { $name } · { $years }
years = { $count } jaar
hijri-years = { years } (van de hidjra)
by-calculation = Volgens berekening; de dag die bij u wordt afgekondigd kan één dag verschillen.

today = Vandaag
tomorrow = Morgen, { $date }
in-days = { $count ->
    [one] Over één dag, op { $date }
   *[other] Over { $count } dagen, op { $date }
}
in-weeks = { $count ->
    [one] Over een week, op { $date }
   *[other] Over { $count } weken, op { $date }
}
yesterday = Gisteren
days-ago = { $count ->
    [one] Eén dag geleden, op { $date }
   *[other] { $count } dagen geleden, op { $date }
}
was-off = { $when }, toen de computer uit stond
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Eén herdenkingsdag
   *[other] { $count } herdenkingsdagen
}
together-more = { $count ->
    [one] en nog één
   *[other] en nog { $count }
}

moment-here = { $what } om { $at } uur
moment-there = { $what } om { $there } uur { $zone } (hier { $at } uur)
moment-there-date = { $what } om { $there } uur { $zone } (hier op { $date } om { $at } uur)
moment-elsewhere = { $what } om { $there } uur ({ $place }), hier { $at } uur
moment-elsewhere-date = { $what } om { $there } uur ({ $place }), hier op { $date } om { $at } uur
moment-soon = { $count ->
    [0] Nu. { $moment }
    [one] Over één minuut. { $moment }
   *[other] Over { $count } minuten. { $moment }
}

minute-of-silence = Een minuut stilte
two-minutes-of-silence = Twee minuten stilte
silence = Een moment van stilte
sirens = Sirenes
sirens-and-minute-of-silence = Sirenes en een minuut stilte
sirens-and-two-minutes-of-silence = Sirenes en twee minuten stilte
bell-and-minute-of-silence = Klokgelui en een minuut stilte
candles = Er worden kaarsen aangestoken
commemoration = Een herdenking

read = Lezen
later = Later
sources = Bronnen
language-name = Nederlands
other-languages = In andere talen
next-date = Volgende keer: { $date }
year-heading = Herdenkingsdagen in { $year }
no-days = Dit jaar is er geen herdenkingsdag.

mistakes = Er staat een fout in de instellingen
mistakes-kept = Remembrance gaat verder met wat wel klopt. `remembrance check` toont alle fouten.
mistakes-more = { $count ->
    [one] en nog één
   *[other] en nog { $count }
}
fixed = De instellingen kloppen weer
fixed-kept = { $count ->
    [one] Er staat één herdenkingsdag in.
   *[other] Er staan { $count } herdenkingsdagen in.
}

unopened = Het artikel kan niet worden geopend: { $name }
unopened-instead = In deze sessie is er geen browser, of hij startte niet. In een terminal:

category = Herdenkingsdagen
birthday-of = { $name }: verjaardag
death-of = { $name }: sterfdag
anniversary-of = { $name }: trouwdag

date = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
months = januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Januari|Februari|Maart|April|Mei|Juni|Juli|Augustus|September|Oktober|November|December
weekdays-short = Ma|Di|Wo|Do|Vr|Za|Zo

# By whose clock the hour of a moment is.
zone-africa-algiers = plaatselijke tijd in Algiers
zone-africa-asmara = plaatselijke tijd in Asmara
zone-america-mexico-city = plaatselijke tijd in Mexico-Stad
zone-america-montevideo = plaatselijke tijd in Montevideo
zone-america-new-york = plaatselijke tijd in New York
zone-america-toronto = plaatselijke tijd in Toronto
zone-asia-baku = plaatselijke tijd in Bakoe
zone-asia-beirut = plaatselijke tijd in Beiroet
zone-asia-colombo = plaatselijke tijd in Colombo
zone-asia-dhaka = plaatselijke tijd in Dhaka
zone-asia-dubai = plaatselijke tijd in Dubai
zone-asia-jerusalem = plaatselijke tijd in Jeruzalem
zone-asia-kolkata = plaatselijke tijd in India
zone-asia-nicosia = plaatselijke tijd in Nicosia
zone-asia-seoul = plaatselijke tijd in Seoul
zone-asia-shanghai = plaatselijke tijd in Peking
zone-asia-taipei = plaatselijke tijd in Taipei
zone-asia-tokyo = plaatselijke tijd in Tokio
zone-asia-yangon = plaatselijke tijd in Yangon
zone-asia-yerevan = plaatselijke tijd in Jerevan
zone-europe-amsterdam = plaatselijke tijd in Amsterdam
zone-europe-brussels = plaatselijke tijd in Brussel
zone-europe-dublin = plaatselijke tijd in Dublin
zone-europe-istanbul = plaatselijke tijd in Istanbul
zone-europe-kyiv = plaatselijke tijd in Kyiv
zone-europe-london = plaatselijke tijd in Londen
zone-europe-moscow = plaatselijke tijd in Moskou
zone-europe-rome = plaatselijke tijd in Rome
zone-europe-sofia = plaatselijke tijd in Sofia
zone-europe-tallinn = plaatselijke tijd in Tallinn
zone-europe-vilnius = plaatselijke tijd in Vilnius
zone-europe-warsaw = plaatselijke tijd in Warschau
zone-pacific-honolulu = plaatselijke tijd op Hawaï
