# What the program says, in Croatian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } godina
    [few] { $count } godine
   *[other] { $count } godina
}
hijri-years = { years } (po hidžri)
by-calculation = Prema izračunu; dan objavljen kod vas može se razlikovati za jedan.

today = Danas
tomorrow = Sutra, { $date }
in-days = { $count ->
    [one] Za { $count } dan, { $date }
    [few] Za { $count } dana, { $date }
   *[other] Za { $count } dana, { $date }
}
in-weeks = { $count ->
    [1] Za tjedan dana, { $date }
    [one] Za { $count } tjedan, { $date }
    [few] Za { $count } tjedna, { $date }
   *[other] Za { $count } tjedana, { $date }
}
yesterday = Jučer
days-ago = { $count ->
    [one] Prije { $count } dan, { $date }
    [few] Prije { $count } dana, { $date }
   *[other] Prije { $count } dana, { $date }
}
was-off = { $when }, dok je računalo bilo ugašeno
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] { $count } dan sjećanja
    [few] { $count } dana sjećanja
   *[other] { $count } dana sjećanja
}
together-more = i još { $count }

moment-here = { $what } u { $at }
moment-there = { $what } u { $there } { $zone } (ovdje u { $at })
moment-there-date = { $what } u { $there } { $zone } (ovdje { $date } u { $at })
moment-elsewhere = { $what } u { $there } ({ $place }), ovdje u { $at }
moment-elsewhere-date = { $what } u { $there } ({ $place }), ovdje { $date } u { $at }
moment-soon = { $count ->
    [0] Sada. { $moment }
    [1] Za minutu. { $moment }
    [one] Za { $count } minutu. { $moment }
    [few] Za { $count } minute. { $moment }
   *[other] Za { $count } minuta. { $moment }
}

minute-of-silence = Minuta šutnje
two-minutes-of-silence = Dvije minute šutnje
silence = Trenutak tišine
sirens = Sirene
sirens-and-minute-of-silence = Sirene i minuta šutnje
sirens-and-two-minutes-of-silence = Sirene i dvije minute šutnje
bell-and-minute-of-silence = Zvono i minuta šutnje
candles = Pale se svijeće
commemoration = Komemoracija

read = Čitaj
later = Kasnije
sources = Izvori
language-name = Hrvatski
other-languages = Na drugim jezicima
next-date = Sljedeći put: { $date }
year-heading = Dani sjećanja { $year }.
no-days = Ove godine nema dana sjećanja.

mistakes = U postavkama je pogreška
mistakes-kept = Remembrance nastavlja s onim što je ispravno. Sve pogreške pokazuje `remembrance check`.
mistakes-more = i još { $count }
fixed = Postavke su opet ispravne
fixed-kept = { $count ->
    [one] Upisan je { $count } dan sjećanja.
    [few] Upisana su { $count } dana sjećanja.
   *[other] Upisano je { $count } dana sjećanja.
}

unopened = Članak se ne može otvoriti: { $name }
unopened-instead = U ovoj sesiji nema preglednika ili se nije pokrenuo. U terminalu:

category = Dani sjećanja
birthday-of = { $name }: rođendan
death-of = { $name }: godišnjica smrti
anniversary-of = { $name }: godišnjica braka

date = { $weekday }, { $day }. { $month }
date-long = { $weekday }, { $day }. { $month } { $year }.
day-month = { $day }. { $month }
weekdays = ponedjeljak|utorak|srijeda|četvrtak|petak|subota|nedjelja
weekdays-on = u ponedjeljak|u utorak|u srijedu|u četvrtak|u petak|u subotu|u nedjelju
months = siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Siječanj|Veljača|Ožujak|Travanj|Svibanj|Lipanj|Srpanj|Kolovoz|Rujan|Listopad|Studeni|Prosinac
weekdays-short = Pon|Uto|Sri|Čet|Pet|Sub|Ned

# By whose clock the hour of a moment is.
zone-africa-algiers = po vremenu u Alžiru
zone-africa-asmara = po vremenu u Asmari
zone-america-mexico-city = po vremenu u Ciudad de Méxicu
zone-america-montevideo = po vremenu u Montevideu
zone-america-new-york = po vremenu u New Yorku
zone-america-toronto = po vremenu u Torontu
zone-asia-baku = po vremenu u Bakuu
zone-asia-beirut = po vremenu u Bejrutu
zone-asia-colombo = po vremenu u Colombu
zone-asia-dhaka = po vremenu u Dhaki
zone-asia-dubai = po vremenu u Dubaiju
zone-asia-jerusalem = po vremenu u Jeruzalemu
zone-asia-kolkata = po indijskom vremenu
zone-asia-nicosia = po vremenu u Nikoziji
zone-asia-seoul = po vremenu u Seulu
zone-asia-shanghai = po vremenu u Pekingu
zone-asia-taipei = po vremenu u Taipeiju
zone-asia-tokyo = po vremenu u Tokiju
zone-asia-yangon = po vremenu u Rangunu
zone-asia-yerevan = po vremenu u Erevanu
zone-europe-amsterdam = po vremenu u Amsterdamu
zone-europe-brussels = po vremenu u Bruxellesu
zone-europe-dublin = po vremenu u Dublinu
zone-europe-istanbul = po vremenu u Istanbulu
zone-europe-kyiv = po vremenu u Kijevu
zone-europe-london = po vremenu u Londonu
zone-europe-moscow = po vremenu u Moskvi
zone-europe-rome = po vremenu u Rimu
zone-europe-sofia = po vremenu u Sofiji
zone-europe-tallinn = po vremenu u Tallinnu
zone-europe-vilnius = po vremenu u Vilniusu
zone-europe-warsaw = po vremenu u Varšavi
zone-pacific-honolulu = po havajskom vremenu
