# What the program says, in Latvian.

summary = { $name } · { $years }
years = { $count ->
    [zero] { $count } gadu
    [one] { $count } gads
   *[other] { $count } gadi
}
hijri-years = { years } (pēc hidžras)
by-calculation = Pēc aprēķina; jūsu vietā izsludinātā diena var atšķirties par vienu.

today = Šodien
tomorrow = Rīt, { $date }
in-days = { $count ->
    [zero] Pēc { $count } dienām, { $date }
    [one] Pēc { $count } dienas, { $date }
   *[other] Pēc { $count } dienām, { $date }
}
in-weeks = { $count ->
    [zero] Pēc { $count } nedēļām, { $date }
    [1] Pēc nedēļas, { $date }
    [one] Pēc { $count } nedēļas, { $date }
   *[other] Pēc { $count } nedēļām, { $date }
}
yesterday = Vakar
days-ago = { $count ->
    [zero] Pirms { $count } dienām, { $date }
    [one] Pirms { $count } dienas, { $date }
   *[other] Pirms { $count } dienām, { $date }
}
was-off = { $when }, kad dators bija izslēgts
paragraph = { $when }. { $excerpt }

together = { $count ->
    [zero] { $count } piemiņas dienas
    [one] { $count } piemiņas diena
   *[other] { $count } piemiņas dienas
}
together-more = un vēl { $count }

moment-here = { $what } plkst. { $at }
moment-there = { $what } plkst. { $there } { $zone } (šeit plkst. { $at })
moment-there-date = { $what } plkst. { $there } { $zone } (šeit { $date } plkst. { $at })
moment-elsewhere = { $what } plkst. { $there } ({ $place }), šeit plkst. { $at }
moment-elsewhere-date = { $what } plkst. { $there } ({ $place }), šeit { $date } plkst. { $at }
moment-soon = { $count ->
    [0] Tagad. { $moment }
    [zero] Pēc { $count } minūtēm. { $moment }
    [1] Pēc minūtes. { $moment }
    [one] Pēc { $count } minūtes. { $moment }
   *[other] Pēc { $count } minūtēm. { $moment }
}

minute-of-silence = Klusuma brīdis
two-minutes-of-silence = Divu minūšu klusuma brīdis
silence = Klusums
sirens = Sirēnas
sirens-and-minute-of-silence = Sirēnas un klusuma brīdis
sirens-and-two-minutes-of-silence = Sirēnas un divu minūšu klusuma brīdis
bell-and-minute-of-silence = Zvans un klusuma brīdis
candles = Tiek iedegtas sveces
commemoration = Piemiņas brīdis

read = Lasīt
later = Vēlāk
sources = Avoti
language-name = Latviešu
other-languages = Citās valodās
next-date = Nākamreiz: { $date }
year-heading = { $year }. gada piemiņas dienas
no-days = Šajā gadā nav nevienas piemiņas dienas.

mistakes = Iestatījumos ir kļūda
mistakes-kept = Remembrance turpina darbu ar to, kas ir pareizi. Visas kļūdas parāda `remembrance check`.
mistakes-more = un vēl { $count }
fixed = Iestatījumi atkal ir pareizi
fixed-kept = { $count ->
    [zero] Ierakstītas { $count } piemiņas dienas.
    [one] Ierakstīta { $count } piemiņas diena.
   *[other] Ierakstītas { $count } piemiņas dienas.
}

unopened = Rakstu nevar atvērt: { $name }
unopened-instead = Šajā sesijā nav pārlūka, vai tas neatvērās. Terminālī:

category = Piemiņas dienas
birthday-of = { $name }: dzimšanas diena
death-of = { $name }: nāves diena
anniversary-of = { $name }: kāzu gadadiena

date = { $weekday }, { $day }. { $month }
date-long = { $weekday }, { $year }. gada { $day }. { $month }
day-month = { $day }. { $month }
weekdays = pirmdiena|otrdiena|trešdiena|ceturtdiena|piektdiena|sestdiena|svētdiena
weekdays-on = pirmdien|otrdien|trešdien|ceturtdien|piektdien|sestdien|svētdien
months = janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|augusts|septembris|oktobris|novembris|decembris
months-on = janvārī|februārī|martā|aprīlī|maijā|jūnijā|jūlijā|augustā|septembrī|oktobrī|novembrī|decembrī
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Janvāris|Februāris|Marts|Aprīlis|Maijs|Jūnijs|Jūlijs|Augusts|Septembris|Oktobris|Novembris|Decembris
weekdays-short = Pr|Ot|Tr|Ce|Pk|Se|Sv

# By whose clock the hour of a moment is.
zone-africa-algiers = pēc Alžīras laika
zone-africa-asmara = pēc Asmaras laika
zone-america-mexico-city = pēc Mehiko laika
zone-america-montevideo = pēc Montevideo laika
zone-america-new-york = pēc Ņujorkas laika
zone-america-toronto = pēc Toronto laika
zone-asia-baku = pēc Baku laika
zone-asia-beirut = pēc Beirūtas laika
zone-asia-colombo = pēc Kolombo laika
zone-asia-dhaka = pēc Dakas laika
zone-asia-dubai = pēc Dubaijas laika
zone-asia-jerusalem = pēc Jeruzalemes laika
zone-asia-kolkata = pēc Indijas laika
zone-asia-nicosia = pēc Nikosijas laika
zone-asia-seoul = pēc Seulas laika
zone-asia-shanghai = pēc Pekinas laika
zone-asia-taipei = pēc Taibei laika
zone-asia-tokyo = pēc Tokijas laika
zone-asia-yangon = pēc Jangonas laika
zone-asia-yerevan = pēc Erevānas laika
zone-europe-amsterdam = pēc Amsterdamas laika
zone-europe-brussels = pēc Briseles laika
zone-europe-dublin = pēc Dublinas laika
zone-europe-istanbul = pēc Stambulas laika
zone-europe-kyiv = pēc Kijivas laika
zone-europe-london = pēc Londonas laika
zone-europe-moscow = pēc Maskavas laika
zone-europe-rome = pēc Romas laika
zone-europe-sofia = pēc Sofijas laika
zone-europe-tallinn = pēc Tallinas laika
zone-europe-vilnius = pēc Viļņas laika
zone-europe-warsaw = pēc Varšavas laika
zone-pacific-honolulu = pēc Havaju laika
