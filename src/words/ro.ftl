# What the program says, in Romanian.

summary = { $name } · { $years }
years = { PLURAL($count) ->
    [one] { $count } an
    [few] { $count } ani
   *[other] { $count } de ani
}
hijri-years = { years } (după Hegira)
by-calculation = Prin calcul; ziua anunțată acolo unde locuiți poate diferi cu una.

today = Astăzi
tomorrow = Mâine, { $date }
in-days = { PLURAL($count) ->
    [one] Peste o zi, { $date }
    [few] Peste { $count } zile, { $date }
   *[other] Peste { $count } de zile, { $date }
}
in-weeks = { PLURAL($count) ->
    [one] Peste o săptămână, { $date }
    [few] Peste { $count } săptămâni, { $date }
   *[other] Peste { $count } de săptămâni, { $date }
}
yesterday = Ieri
days-ago = { PLURAL($count) ->
    [one] Acum o zi, { $date }
    [few] Acum { $count } zile, { $date }
   *[other] Acum { $count } de zile, { $date }
}
was-off = { $when }, când calculatorul era oprit
paragraph = { $when }. { $excerpt }

together = { PLURAL($count) ->
    [one] O zi de comemorare
    [few] { $count } zile de comemorare
   *[other] { $count } de zile de comemorare
}
together-more = { PLURAL($count) ->
    [one] și încă una
    [few] și încă { $count }
   *[other] și încă { $count }
}

moment-here = { $what } la { $at }
moment-there = { $what } la { $there }, { $zone } (aici la { $at })
moment-there-date = { $what } la { $there }, { $zone } (aici pe { $date } la { $at })
moment-elsewhere = { $what } la { $there } ({ $place }), aici la { $at }
moment-elsewhere-date = { $what } la { $there } ({ $place }), aici pe { $date } la { $at }
moment-soon = { PLURAL($count) ->
    [0] Acum. { $moment }
    [one] Peste un minut. { $moment }
    [few] Peste { $count } minute. { $moment }
   *[other] Peste { $count } de minute. { $moment }
}

minute-of-silence = Un minut de reculegere
two-minutes-of-silence = Două minute de reculegere
silence = Un moment de reculegere
sirens = Sirene
sirens-and-minute-of-silence = Sirene și un minut de reculegere
sirens-and-two-minutes-of-silence = Sirene și două minute de reculegere
bell-and-minute-of-silence = Un clopot și un minut de reculegere
candles = Se aprind lumânări
commemoration = O ceremonie de comemorare

read = Citește
later = Mai târziu
sources = Surse
language-name = Română
other-languages = În alte limbi
next-date = Data următoare: { $date }
year-heading = Zile de comemorare în { $year }
no-days = Anul acesta nu este nicio zi de comemorare.

mistakes = Configurația conține o greșeală
mistakes-kept = Remembrance continuă cu ce este corect. `remembrance check` arată toate greșelile.
mistakes-more = { PLURAL($count) ->
    [one] și încă una
    [few] și încă { $count }
   *[other] și încă { $count }
}
fixed = Configurația este din nou corectă
fixed-kept = { PLURAL($count) ->
    [one] Este păstrată o zi.
    [few] Sunt păstrate { $count } zile.
   *[other] Sunt păstrate { $count } de zile.
}

unopened = Articolul nu poate fi deschis: { $name }
unopened-instead = În această sesiune nu este niciun navigator sau nu a pornit. Într-un terminal:

category = Zile de comemorare
birthday-of = { $name }: zi de naștere
death-of = { $name }: comemorarea morții
anniversary-of = { $name }: aniversarea căsătoriei

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = luni|marți|miercuri|joi|vineri|sâmbătă|duminică
months = ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Ianuarie|Februarie|Martie|Aprilie|Mai|Iunie|Iulie|August|Septembrie|Octombrie|Noiembrie|Decembrie
weekdays-short = Lu|Ma|Mi|Jo|Vi|Sâ|Du

# By whose clock the hour of a moment is.
zone-africa-algiers = ora locală din Alger
zone-africa-asmara = ora locală din Asmara
zone-america-mexico-city = ora locală din Ciudad de México
zone-america-montevideo = ora locală din Montevideo
zone-america-new-york = ora locală din New York
zone-america-toronto = ora locală din Toronto
zone-asia-baku = ora locală din Baku
zone-asia-beirut = ora locală din Beirut
zone-asia-colombo = ora locală din Colombo
zone-asia-dhaka = ora locală din Dacca
zone-asia-dubai = ora locală din Dubai
zone-asia-jerusalem = ora Ierusalimului
zone-asia-kolkata = ora Indiei
zone-asia-nicosia = ora locală din Nicosia
zone-asia-seoul = ora locală din Seul
zone-asia-shanghai = ora Beijingului
zone-asia-taipei = ora locală din Taipei
zone-asia-tokyo = ora locală din Tokyo
zone-asia-yangon = ora locală din Yangon
zone-asia-yerevan = ora locală din Erevan
zone-europe-amsterdam = ora locală din Amsterdam
zone-europe-brussels = ora locală din Bruxelles
zone-europe-dublin = ora locală din Dublin
zone-europe-istanbul = ora locală din Istanbul
zone-europe-kyiv = ora locală din Kiev
zone-europe-london = ora Londrei
zone-europe-moscow = ora Moscovei
zone-europe-rome = ora Romei
zone-europe-sofia = ora locală din Sofia
zone-europe-tallinn = ora locală din Tallinn
zone-europe-vilnius = ora locală din Vilnius
zone-europe-warsaw = ora Varșoviei
zone-pacific-honolulu = ora locală din Hawaii
