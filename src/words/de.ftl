# What the program says, in German.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
}
hijri-years = { years } (nach der Hidschra)
by-calculation = Nach Berechnung; der bei Ihnen verkündete Tag kann um einen abweichen.

today = Heute
tomorrow = Morgen, { $date }
in-days = { $count ->
    [one] In einem Tag, am { $date }
   *[other] In { $count } Tagen, am { $date }
}
in-weeks = { $count ->
    [one] In einer Woche, am { $date }
   *[other] In { $count } Wochen, am { $date }
}
yesterday = Gestern
days-ago = { $count ->
    [one] Vor einem Tag, am { $date }
   *[other] Vor { $count } Tagen, am { $date }
}
was-off = { $when }, als der Computer ausgeschaltet war
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Ein Gedenktag
   *[other] { $count } Gedenktage
}
together-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}

moment-here = { $what } um { $at } Uhr
moment-there = { $what } um { $there } Uhr { $zone } (hier { $at } Uhr)
moment-there-date = { $what } um { $there } Uhr { $zone } (hier am { $date } um { $at } Uhr)
moment-elsewhere = { $what } um { $there } Uhr Ortszeit ({ $place }), hier um { $at } Uhr
moment-elsewhere-date = { $what } um { $there } Uhr Ortszeit ({ $place }), hier am { $date } um { $at } Uhr
moment-soon = { $count ->
    [0] Jetzt. { $moment }
    [one] In einer Minute. { $moment }
   *[other] In { $count } Minuten. { $moment }
}

minute-of-silence = Schweigeminute
two-minutes-of-silence = Zwei Schweigeminuten
silence = Stilles Gedenken
sirens = Sirenen
sirens-and-minute-of-silence = Sirenen und eine Schweigeminute
sirens-and-two-minutes-of-silence = Sirenen und zwei Schweigeminuten
bell-and-minute-of-silence = Glockenschlag und eine Schweigeminute
candles = Kerzen werden angezündet
commemoration = Gedenkfeier

read = Lesen
later = Später
sources = Quellen
language-name = Deutsch
other-languages = In anderen Sprachen
next-date = Nächster Termin: { $date }
year-heading = Gedenktage { $year }
no-days = In diesem Jahr gibt es keinen Gedenktag.

mistakes = Die Einstellungen enthalten einen Fehler
mistakes-kept = Remembrance arbeitet mit den gültigen Einstellungen weiter. `remembrance check` zeigt alle Fehler.
mistakes-more = { $count ->
    [one] und ein weiterer
   *[other] und { $count } weitere
}
fixed = Die Einstellungen sind wieder in Ordnung
fixed-kept = { $count ->
    [one] Ein Gedenktag ist eingetragen.
   *[other] { $count } Gedenktage sind eingetragen.
}

unopened = Der Artikel lässt sich nicht öffnen: { $name }
unopened-instead = In dieser Sitzung gibt es keinen Browser, oder er startete nicht. Im Terminal:

category = Gedenktage
birthday-of = { $name }: Geburtstag
death-of = { $name }: Todestag
anniversary-of = { $name }: Hochzeitstag

date = { $weekday }, { $day }. { $month }
date-long = { $weekday }, { $day }. { $month } { $year }
day-month = { $day }. { $month }
weekdays = Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag
months = Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
weekdays-short = Mo|Di|Mi|Do|Fr|Sa|So

# By whose clock the hour of a moment is.
zone-africa-algiers = Algierer Zeit
zone-africa-asmara = Ortszeit in Asmara
zone-america-mexico-city = Ortszeit in Mexiko-Stadt
zone-america-montevideo = Ortszeit in Montevideo
zone-america-new-york = New Yorker Zeit
zone-america-toronto = Ortszeit in Toronto
zone-asia-baku = Bakuer Zeit
zone-asia-beirut = Beiruter Zeit
zone-asia-colombo = Ortszeit in Colombo
zone-asia-dhaka = Ortszeit in Dhaka
zone-asia-dubai = Ortszeit in Dubai
zone-asia-jerusalem = Jerusalemer Zeit
zone-asia-kolkata = indischer Zeit
zone-asia-nicosia = Ortszeit in Nikosia
zone-asia-seoul = Seouler Zeit
zone-asia-shanghai = Pekinger Zeit
zone-asia-taipei = Ortszeit in Taipeh
zone-asia-tokyo = Tokioter Zeit
zone-asia-yangon = Ortszeit in Rangun
zone-asia-yerevan = Eriwaner Zeit
zone-europe-amsterdam = Amsterdamer Zeit
zone-europe-brussels = Brüsseler Zeit
zone-europe-dublin = Dubliner Zeit
zone-europe-istanbul = Istanbuler Zeit
zone-europe-kyiv = Kiewer Zeit
zone-europe-london = Londoner Zeit
zone-europe-moscow = Moskauer Zeit
zone-europe-rome = römischer Zeit
zone-europe-sofia = Sofioter Zeit
zone-europe-tallinn = Tallinner Zeit
zone-europe-vilnius = Vilniusser Zeit
zone-europe-warsaw = Warschauer Zeit
zone-pacific-honolulu = Ortszeit auf Hawaii
