# What the program says, in Hungarian.

summary = { $name } · { $years }
years = { $count } év
hijri-years = { years } (a hidzsra szerint)
by-calculation = Számítás szerint; az Önnél kihirdetett nap eggyel eltérhet.

today = Ma
tomorrow = Holnap: { $date }
in-days = { $count ->
    [1] Egy nap múlva: { $date }
   *[other] { $count } nap múlva: { $date }
}
in-weeks = { $count ->
    [1] Egy hét múlva: { $date }
   *[other] { $count } hét múlva: { $date }
}
yesterday = Tegnap
days-ago = { $count ->
    [1] Egy nappal ezelőtt: { $date }
   *[other] { $count } nappal ezelőtt: { $date }
}
was-off = { $when }, amikor a számítógép ki volt kapcsolva
paragraph = { $when }. { $excerpt }

together = { $count } emléknap
together-more = és még { $count }

moment-here = { $what } { $at }-kor
moment-there = { $what } { $zone } { $there }-kor (itt { $at }-kor)
moment-there-date = { $what } { $zone } { $there }-kor (itt { $date }, { $at }-kor)
moment-elsewhere = { $what } { $there }-kor ({ $place }), itt { $at }-kor
moment-elsewhere-date = { $what } { $there }-kor ({ $place }), itt { $date }, { $at }-kor
moment-soon = { $count ->
    [0] Most. { $moment }
    [1] Egy perc múlva. { $moment }
   *[other] { $count } perc múlva. { $moment }
}

minute-of-silence = Egyperces néma tiszteletadás
two-minutes-of-silence = Kétperces néma tiszteletadás
silence = Néma tiszteletadás
sirens = Szirénák
sirens-and-minute-of-silence = Szirénák és egyperces néma tiszteletadás
sirens-and-two-minutes-of-silence = Szirénák és kétperces néma tiszteletadás
bell-and-minute-of-silence = Harangszó és egyperces néma tiszteletadás
candles = Gyertyagyújtás
commemoration = Megemlékezés

read = Elolvasom
later = Később
sources = Források
language-name = Magyar
other-languages = Más nyelveken
next-date = Legközelebb: { $date }
year-heading = { $year }. évi emléknapok
no-days = Ebben az évben nincs emléknap.

mistakes = Hiba van a beállításokban
mistakes-kept = A Remembrance a helyes beállításokkal működik tovább. Minden hibát a `remembrance check` mutat meg.
mistakes-more = és még { $count }
fixed = A beállítások újra rendben vannak
fixed-kept = { $count } emléknap van bejegyezve.

unopened = A cikk nem nyitható meg: { $name }
unopened-instead = Ebben a munkamenetben nincs böngésző, vagy nem indult el. Terminálban:

category = Emléknapok
birthday-of = { $name }: születésnap
death-of = { $name }: halálának évfordulója
anniversary-of = { $name }: házassági évforduló

date = { $month } { $day }., { $weekday }
date-long = { $year }. { $month } { $day }., { $weekday }
day-month = { $month } { $day }.
weekdays = hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap
months = január|február|március|április|május|június|július|augusztus|szeptember|október|november|december
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Január|Február|Március|Április|Május|Június|Július|Augusztus|Szeptember|Október|November|December
weekdays-short = H|K|Sze|Cs|P|Szo|V

# By whose clock the hour of a moment is.
zone-africa-algiers = algíri idő szerint
zone-africa-asmara = aszmarai idő szerint
zone-america-mexico-city = mexikóvárosi idő szerint
zone-america-montevideo = montevideói idő szerint
zone-america-new-york = New York-i idő szerint
zone-america-toronto = torontói idő szerint
zone-asia-baku = bakui idő szerint
zone-asia-beirut = bejrúti idő szerint
zone-asia-colombo = colombói idő szerint
zone-asia-dhaka = dakkai idő szerint
zone-asia-dubai = dubaji idő szerint
zone-asia-jerusalem = jeruzsálemi idő szerint
zone-asia-kolkata = indiai idő szerint
zone-asia-nicosia = nicosiai idő szerint
zone-asia-seoul = szöuli idő szerint
zone-asia-shanghai = pekingi idő szerint
zone-asia-taipei = tajpeji idő szerint
zone-asia-tokyo = tokiói idő szerint
zone-asia-yangon = yangoni idő szerint
zone-asia-yerevan = jereváni idő szerint
zone-europe-amsterdam = amszterdami idő szerint
zone-europe-brussels = brüsszeli idő szerint
zone-europe-dublin = dublini idő szerint
zone-europe-istanbul = isztambuli idő szerint
zone-europe-kyiv = kijevi idő szerint
zone-europe-london = londoni idő szerint
zone-europe-moscow = moszkvai idő szerint
zone-europe-rome = római idő szerint
zone-europe-sofia = szófiai idő szerint
zone-europe-tallinn = tallinni idő szerint
zone-europe-vilnius = vilniusi idő szerint
zone-europe-warsaw = varsói idő szerint
zone-pacific-honolulu = hawaii idő szerint
