# What the program says, in Lithuanian.

summary = { $name } · { $years }
years = { PLURAL($count) ->
    [one] { $count } metai
    [few] { $count } metai
   *[other] { $count } metų
}
hijri-years = { years } (pagal hidžrą)
by-calculation = Pagal skaičiavimą; jūsų vietovėje paskelbta diena gali skirtis viena diena.

today = Šiandien
tomorrow = Rytoj, { $date }
in-days = { PLURAL($count) ->
    [one] Po { $count } dienos, { $date }
    [few] Po { $count } dienų, { $date }
   *[other] Po { $count } dienų, { $date }
}
in-weeks = { PLURAL($count) ->
    [1] Po savaitės, { $date }
    [one] Po { $count } savaitės, { $date }
    [few] Po { $count } savaičių, { $date }
   *[other] Po { $count } savaičių, { $date }
}
yesterday = Vakar
days-ago = { PLURAL($count) ->
    [one] Prieš { $count } dieną, { $date }
    [few] Prieš { $count } dienas, { $date }
   *[other] Prieš { $count } dienų, { $date }
}
was-off = { $when }, kai kompiuteris buvo išjungtas
paragraph = { $when }. { $excerpt }

together = { PLURAL($count) ->
    [one] { $count } atminimo diena
    [few] { $count } atminimo dienos
   *[other] { $count } atminimo dienų
}
together-more = ir dar { $count }

moment-here = { $what } { $at } val.
moment-there = { $what } { $there } val. { $zone } (čia { $at } val.)
moment-there-date = { $what } { $there } val. { $zone } (čia { $date } { $at } val.)
moment-elsewhere = { $what } { $there } val. ({ $place }), čia { $at } val.
moment-elsewhere-date = { $what } { $there } val. ({ $place }), čia { $date } { $at } val.
moment-soon = { PLURAL($count) ->
    [0] Dabar. { $moment }
    [1] Po minutės. { $moment }
    [one] Po { $count } minutės. { $moment }
    [few] Po { $count } minučių. { $moment }
   *[other] Po { $count } minučių. { $moment }
}

minute-of-silence = Tylos minutė
two-minutes-of-silence = Dvi tylos minutės
silence = Tylos akimirka
sirens = Sirenos
sirens-and-minute-of-silence = Sirenos ir tylos minutė
sirens-and-two-minutes-of-silence = Sirenos ir dvi tylos minutės
bell-and-minute-of-silence = Varpas ir tylos minutė
candles = Uždegamos žvakės
commemoration = Minėjimas

read = Skaityti
later = Vėliau
sources = Šaltiniai
language-name = Lietuvių
other-languages = Kitomis kalbomis
next-date = Kitą kartą: { $date }
year-heading = { $year } m. atminimo dienos
no-days = Šiais metais atminimo dienų nėra.

mistakes = Nustatymuose yra klaida
mistakes-kept = „Remembrance“ toliau veikia su teisingais nustatymais. Visas klaidas parodo `remembrance check`.
mistakes-more = ir dar { $count }
fixed = Nustatymai vėl teisingi
fixed-kept = { PLURAL($count) ->
    [one] Įrašyta { $count } atminimo diena.
    [few] Įrašytos { $count } atminimo dienos.
   *[other] Įrašyta { $count } atminimo dienų.
}

unopened = Straipsnio atverti nepavyksta: { $name }
unopened-instead = Šiame seanse nėra naršyklės arba ji nepasileido. Terminale:

category = Atminimo dienos
birthday-of = { $name }: gimtadienis
death-of = { $name }: mirties metinės
anniversary-of = { $name }: vestuvių metinės

date = { $month } { $day } d., { $weekday }
date-long = { $year } m. { $month } { $day } d., { $weekday }
day-month = { $month } { $day } d.
weekdays = pirmadienis|antradienis|trečiadienis|ketvirtadienis|penktadienis|šeštadienis|sekmadienis
weekdays-on = pirmadienį|antradienį|trečiadienį|ketvirtadienį|penktadienį|šeštadienį|sekmadienį
months = sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Sausis|Vasaris|Kovas|Balandis|Gegužė|Birželis|Liepa|Rugpjūtis|Rugsėjis|Spalis|Lapkritis|Gruodis
weekdays-short = Pr|An|Tr|Kt|Pn|Št|Sk

# By whose clock the hour of a moment is.
zone-africa-algiers = Alžyro laiku
zone-africa-asmara = Asmaros laiku
zone-america-mexico-city = Meksiko laiku
zone-america-montevideo = Montevidėjaus laiku
zone-america-new-york = Niujorko laiku
zone-america-toronto = Toronto laiku
zone-asia-baku = Baku laiku
zone-asia-beirut = Beiruto laiku
zone-asia-colombo = Kolombo laiku
zone-asia-dhaka = Dakos laiku
zone-asia-dubai = Dubajaus laiku
zone-asia-jerusalem = Jeruzalės laiku
zone-asia-kolkata = Indijos laiku
zone-asia-nicosia = Nikosijos laiku
zone-asia-seoul = Seulo laiku
zone-asia-shanghai = Pekino laiku
zone-asia-taipei = Taipėjaus laiku
zone-asia-tokyo = Tokijo laiku
zone-asia-yangon = Jangono laiku
zone-asia-yerevan = Jerevano laiku
zone-europe-amsterdam = Amsterdamo laiku
zone-europe-brussels = Briuselio laiku
zone-europe-dublin = Dublino laiku
zone-europe-istanbul = Stambulo laiku
zone-europe-kyiv = Kyjivo laiku
zone-europe-london = Londono laiku
zone-europe-moscow = Maskvos laiku
zone-europe-rome = Romos laiku
zone-europe-sofia = Sofijos laiku
zone-europe-tallinn = Talino laiku
zone-europe-vilnius = Vilniaus laiku
zone-europe-warsaw = Varšuvos laiku
zone-pacific-honolulu = Havajų laiku
