# What the program says, in Czech.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } rok
    [few] { $count } roky
   *[other] { $count } let
}
hijri-years = { years } (podle hidžry)
by-calculation = Podle výpočtu; den vyhlášený u vás se může o jeden lišit.

today = Dnes
tomorrow = Zítra, { $date }
in-days = { $count ->
    [one] Za jeden den, { $date }
    [few] Za { $count } dny, { $date }
   *[other] Za { $count } dní, { $date }
}
in-weeks = { $count ->
    [one] Za týden, { $date }
    [few] Za { $count } týdny, { $date }
   *[other] Za { $count } týdnů, { $date }
}
yesterday = Včera
days-ago = { $count ->
    [one] Před jedním dnem, { $date }
    [few] Před { $count } dny, { $date }
   *[other] Před { $count } dny, { $date }
}
was-off = { $when }, když byl počítač vypnutý
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Jeden den památky
    [few] { $count } dny památky
   *[other] { $count } dní památky
}
together-more = { $count ->
    [one] a ještě jeden
    [few] a ještě { $count }
   *[other] a ještě { $count }
}

moment-here = { $what }: { $at }
moment-there = { $what }: { $there } { $zone } (zde { $at })
moment-there-date = { $what }: { $there } { $zone } (zde { $date }, { $at })
moment-elsewhere = { $what }: { $there } ({ $place }), zde { $at }
moment-elsewhere-date = { $what }: { $there } ({ $place }), zde { $date }, { $at }
moment-soon = { $count ->
    [0] Nyní. { $moment }
    [one] Za minutu. { $moment }
    [few] Za { $count } minuty. { $moment }
   *[other] Za { $count } minut. { $moment }
}

minute-of-silence = Minuta ticha
two-minutes-of-silence = Dvě minuty ticha
silence = Chvíle ticha
sirens = Sirény
sirens-and-minute-of-silence = Sirény a minuta ticha
sirens-and-two-minutes-of-silence = Sirény a dvě minuty ticha
bell-and-minute-of-silence = Zvon a minuta ticha
candles = Zapalují se svíčky
commemoration = Pietní akt

read = Číst
later = Později
sources = Zdroje
language-name = Čeština
other-languages = V jiných jazycích
next-date = Příště: { $date }
year-heading = Dny památky v roce { $year }
no-days = V tomto roce není žádný den památky.

mistakes = V nastavení je chyba
mistakes-kept = Remembrance pokračuje s tím, co je v pořádku. Všechny chyby ukáže `remembrance check`.
mistakes-more = { $count ->
    [one] a ještě jedna
    [few] a ještě { $count }
   *[other] a ještě { $count }
}
fixed = Nastavení je opět v pořádku
fixed-kept = { $count ->
    [one] Připomíná se jeden den.
    [few] Připomínají se { $count } dny.
   *[other] Připomíná se { $count } dní.
}

unopened = Článek nelze otevřít: { $name }
unopened-instead = V této relaci není prohlížeč, nebo se nespustil. V terminálu:

category = Dny památky
birthday-of = { $name }: narozeniny
death-of = { $name }: výročí úmrtí
anniversary-of = { $name }: výročí svatby

date = { $weekday } { $day }. { $month }
date-long = { $weekday } { $day }. { $month } { $year }
day-month = { $day }. { $month }
weekdays = pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle
weekdays-on = v pondělí|v úterý|ve středu|ve čtvrtek|v pátek|v sobotu|v neděli
months = ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Leden|Únor|Březen|Duben|Květen|Červen|Červenec|Srpen|Září|Říjen|Listopad|Prosinec
weekdays-short = Po|Út|St|Čt|Pá|So|Ne

# By whose clock the hour of a moment is.
zone-africa-algiers = alžírského času
zone-africa-asmara = místního času v Asmaře
zone-america-mexico-city = místního času v Mexiku
zone-america-montevideo = místního času v Montevideu
zone-america-new-york = newyorského času
zone-america-toronto = místního času v Torontu
zone-asia-baku = místního času v Baku
zone-asia-beirut = bejrútského času
zone-asia-colombo = místního času v Kolombu
zone-asia-dhaka = místního času v Dháce
zone-asia-dubai = místního času v Dubaji
zone-asia-jerusalem = jeruzalémského času
zone-asia-kolkata = indického času
zone-asia-nicosia = místního času v Nikósii
zone-asia-seoul = soulského času
zone-asia-shanghai = pekingského času
zone-asia-taipei = místního času v Tchaj-peji
zone-asia-tokyo = tokijského času
zone-asia-yangon = místního času v Rangúnu
zone-asia-yerevan = jerevanského času
zone-europe-amsterdam = amsterdamského času
zone-europe-brussels = bruselského času
zone-europe-dublin = dublinského času
zone-europe-istanbul = istanbulského času
zone-europe-kyiv = kyjevského času
zone-europe-london = londýnského času
zone-europe-moscow = moskevského času
zone-europe-rome = římského času
zone-europe-sofia = sofijského času
zone-europe-tallinn = tallinnského času
zone-europe-vilnius = vilniuského času
zone-europe-warsaw = varšavského času
zone-pacific-honolulu = havajského času
