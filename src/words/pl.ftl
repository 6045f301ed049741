# What the program says, in Polish.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } rok
    [few] { $count } lata
   *[many] { $count } lat
}
hijri-years = { years } (według hidżry)
by-calculation = Według obliczeń; dzień ogłoszony u Państwa może się różnić o jeden.

today = Dzisiaj
tomorrow = Jutro, { $date }
in-days = { $count ->
    [one] Za jeden dzień, { $date }
    [few] Za { $count } dni, { $date }
   *[many] Za { $count } dni, { $date }
}
in-weeks = { $count ->
    [one] Za tydzień, { $date }
    [few] Za { $count } tygodnie, { $date }
   *[many] Za { $count } tygodni, { $date }
}
yesterday = Wczoraj
days-ago = { $count ->
    [one] Jeden dzień temu, { $date }
    [few] { $count } dni temu, { $date }
   *[many] { $count } dni temu, { $date }
}
was-off = { $when }, gdy komputer był wyłączony
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Jeden dzień pamięci
    [few] { $count } dni pamięci
   *[many] { $count } dni pamięci
}
together-more = { $count ->
    [one] i jeszcze jeden
    [few] i jeszcze { $count }
   *[many] i jeszcze { $count }
}

moment-here = { $what } o { $at }
moment-there = { $what } o { $there } { $zone } (tutaj o { $at })
moment-there-date = { $what } o { $there } { $zone } (tutaj { $date } o { $at })
moment-elsewhere = { $what } o { $there } ({ $place }), tutaj o { $at }
moment-elsewhere-date = { $what } o { $there } ({ $place }), tutaj { $date } o { $at }
moment-soon = { $count ->
    [0] Teraz. { $moment }
    [one] Za minutę. { $moment }
    [few] Za { $count } minuty. { $moment }
   *[many] Za { $count } minut. { $moment }
}

minute-of-silence = Minuta ciszy
two-minutes-of-silence = Dwie minuty ciszy
silence = Chwila ciszy
sirens = Syreny
sirens-and-minute-of-silence = Syreny i minuta ciszy
sirens-and-two-minutes-of-silence = Syreny i dwie minuty ciszy
bell-and-minute-of-silence = Dzwon i minuta ciszy
candles = Zapalane są znicze i świece
commemoration = Uroczystość upamiętniająca

read = Czytaj
later = Później
sources = Źródła
language-name = Polski
other-languages = W innych językach
next-date = Następnym razem: { $date }
year-heading = Dni pamięci w { $year } roku
no-days = W tym roku nie ma dni pamięci.

mistakes = W ustawieniach jest błąd
mistakes-kept = Remembrance działa dalej z tym, co poprawne. `remembrance check` pokazuje wszystkie błędy.
mistakes-more = { $count ->
    [one] i jeszcze jeden
    [few] i jeszcze { $count }
   *[many] i jeszcze { $count }
}
fixed = Ustawienia są znów poprawne
fixed-kept = { $count ->
    [one] Zapisano jeden dzień pamięci.
    [few] Zapisano { $count } dni pamięci.
   *[many] Zapisano { $count } dni pamięci.
}

unopened = Nie można otworzyć artykułu: { $name }
unopened-instead = W tej sesji nie ma przeglądarki albo się nie uruchomiła. W terminalu:

category = Dni pamięci
birthday-of = { $name }: urodziny
death-of = { $name }: rocznica śmierci
anniversary-of = { $name }: rocznica ślubu

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela
weekdays-on = w poniedziałek|we wtorek|w środę|w czwartek|w piątek|w sobotę|w niedzielę
months = stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Styczeń|Luty|Marzec|Kwiecień|Maj|Czerwiec|Lipiec|Sierpień|Wrzesień|Październik|Listopad|Grudzień
weekdays-short = Pon|Wto|Śro|Czw|Pią|Sob|Nie

# By whose clock the hour of a moment is.
zone-africa-algiers = czasu algierskiego
zone-africa-asmara = czasu lokalnego w Asmarze
zone-america-mexico-city = czasu lokalnego w Meksyku
zone-america-montevideo = czasu lokalnego w Montevideo
zone-america-new-york = czasu nowojorskiego
zone-america-toronto = czasu lokalnego w Toronto
zone-asia-baku = czasu lokalnego w Baku
zone-asia-beirut = czasu lokalnego w Bejrucie
zone-asia-colombo = czasu lokalnego w Kolombo
zone-asia-dhaka = czasu lokalnego w Dhace
zone-asia-dubai = czasu lokalnego w Dubaju
zone-asia-jerusalem = czasu jerozolimskiego
zone-asia-kolkata = czasu indyjskiego
zone-asia-nicosia = czasu lokalnego w Nikozji
zone-asia-seoul = czasu seulskiego
zone-asia-shanghai = czasu pekińskiego
zone-asia-taipei = czasu lokalnego w Tajpej
zone-asia-tokyo = czasu tokijskiego
zone-asia-yangon = czasu lokalnego w Rangunie
zone-asia-yerevan = czasu lokalnego w Erywaniu
zone-europe-amsterdam = czasu lokalnego w Amsterdamie
zone-europe-brussels = czasu lokalnego w Brukseli
zone-europe-dublin = czasu lokalnego w Dublinie
zone-europe-istanbul = czasu stambulskiego
zone-europe-kyiv = czasu kijowskiego
zone-europe-london = czasu londyńskiego
zone-europe-moscow = czasu moskiewskiego
zone-europe-rome = czasu lokalnego w Rzymie
zone-europe-sofia = czasu lokalnego w Sofii
zone-europe-tallinn = czasu lokalnego w Tallinnie
zone-europe-vilnius = czasu lokalnego w Wilnie
zone-europe-warsaw = czasu warszawskiego
zone-pacific-honolulu = czasu hawajskiego
