# What the program says, in Italian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } anno
   *[other] { $count } anni
}
hijri-years = { years } (dell’egira)
by-calculation = Secondo il calcolo; il giorno annunciato dove vive può differire di uno.

today = Oggi
tomorrow = Domani, { $date }
in-days = { $count ->
    [one] Tra un giorno, { $date }
   *[other] Tra { $count } giorni, { $date }
}
in-weeks = { $count ->
    [one] Tra una settimana, { $date }
   *[other] Tra { $count } settimane, { $date }
}
yesterday = Ieri
days-ago = { $count ->
    [one] Un giorno fa, { $date }
   *[other] { $count } giorni fa, { $date }
}
was-off = { $when }, a computer spento
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Un giorno del ricordo
   *[other] { $count } giorni del ricordo
}
together-more = { $count ->
    [one] e un altro
   *[other] e altri { $count }
}

moment-here = { $what } alle { $at }
moment-there = { $what } alle { $there }, { $zone } (qui alle { $at })
moment-there-date = { $what } alle { $there }, { $zone } (qui il { $date } alle { $at })
moment-elsewhere = { $what } alle { $there } ({ $place }), qui alle { $at }
moment-elsewhere-date = { $what } alle { $there } ({ $place }), qui il { $date } alle { $at }
moment-soon = { $count ->
    [0] Adesso. { $moment }
    [one] Tra un minuto. { $moment }
   *[other] Tra { $count } minuti. { $moment }
}

minute-of-silence = Un minuto di silenzio
two-minutes-of-silence = Due minuti di silenzio
silence = Un momento di silenzio
sirens = Le sirene
sirens-and-minute-of-silence = Le sirene e un minuto di silenzio
sirens-and-two-minutes-of-silence = Le sirene e due minuti di silenzio
bell-and-minute-of-silence = Un rintocco di campana e un minuto di silenzio
candles = Si accendono le candele
commemoration = Una cerimonia di commemorazione

read = Leggi
later = Più tardi
sources = Fonti
language-name = Italiano
other-languages = In altre lingue
next-date = Prossima data: { $date }
year-heading = Giorni del ricordo del { $year }
no-days = Quest’anno non c’è nessun giorno del ricordo.

mistakes = La configurazione contiene un errore
mistakes-kept = Remembrance continua con ciò che è valido. `remembrance check` mostra tutti gli errori.
mistakes-more = { $count ->
    [one] e un altro
   *[other] e altri { $count }
}
fixed = La configurazione è di nuovo corretta
fixed-kept = { $count ->
    [one] Viene ricordato un giorno.
   *[other] Vengono ricordati { $count } giorni.
}

unopened = Impossibile aprire l’articolo: { $name }
unopened-instead = In questa sessione non c’è un browser, o non si è avviato. In un terminale:

category = Giorni del ricordo
birthday-of = { $name }: compleanno
death-of = { $name }: anniversario della morte
anniversary-of = { $name }: anniversario di matrimonio

date = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
months = gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Gennaio|Febbraio|Marzo|Aprile|Maggio|Giugno|Luglio|Agosto|Settembre|Ottobre|Novembre|Dicembre
weekdays-short = Lun|Mar|Mer|Gio|Ven|Sab|Dom

# By whose clock the hour of a moment is.
zone-africa-algiers = ora di Algeri
zone-africa-asmara = ora di Asmara
zone-america-mexico-city = ora di Città del Messico
zone-america-montevideo = ora di Montevideo
zone-america-new-york = ora di New York
zone-america-toronto = ora di Toronto
zone-asia-baku = ora di Baku
zone-asia-beirut = ora di Beirut
zone-asia-colombo = ora di Colombo
zone-asia-dhaka = ora di Dacca
zone-asia-dubai = ora di Dubai
zone-asia-jerusalem = ora di Gerusalemme
zone-asia-kolkata = ora dell’India
zone-asia-nicosia = ora di Nicosia
zone-asia-seoul = ora di Seul
zone-asia-shanghai = ora di Pechino
zone-asia-taipei = ora di Taipei
zone-asia-tokyo = ora di Tokyo
zone-asia-yangon = ora di Yangon
zone-asia-yerevan = ora di Erevan
zone-europe-amsterdam = ora di Amsterdam
zone-europe-brussels = ora di Bruxelles
zone-europe-dublin = ora di Dublino
zone-europe-istanbul = ora di Istanbul
zone-europe-kyiv = ora di Kiev
zone-europe-london = ora di Londra
zone-europe-moscow = ora di Mosca
zone-europe-rome = ora di Roma
zone-europe-sofia = ora di Sofia
zone-europe-tallinn = ora di Tallinn
zone-europe-vilnius = ora di Vilnius
zone-europe-warsaw = ora di Varsavia
zone-pacific-honolulu = ora delle Hawaii
