# Proqramın dedikləri, Azərbaycan dilində.

summary = { $name } · { $years }
years = { $count } il
hijri-years = Hicri təqvimi ilə { $count } il
by-calculation = Hesablama ilə; yaşadığınız yerdə elan edilən gün bir gün fərqlənə bilər.

today = Bu gün
tomorrow = Sabah, { $date }
in-days = { $count ->
    [one] Bir gün sonra, { $date }
   *[other] { $count } gün sonra, { $date }
}
in-weeks = { $count ->
    [one] Bir həftə sonra, { $date }
   *[other] { $count } həftə sonra, { $date }
}
yesterday = Dünən
days-ago = { $count ->
    [one] Bir gün əvvəl, { $date }
   *[other] { $count } gün əvvəl, { $date }
}
was-off = { $when }, kompüter sönülü olanda
paragraph = { $when }. { $excerpt }

together = { $count } anım günü
together-more = və daha { $count }

moment-here = { $what }: saat { $at }
moment-there = { $what }: { $zone } saat { $there } (burada { $at })
moment-there-date = { $what }: { $zone } saat { $there } (burada { $date }, saat { $at })
moment-elsewhere = { $what }: { $place } vaxtı ilə saat { $there } (burada { $at })
moment-elsewhere-date = { $what }: { $place } vaxtı ilə saat { $there } (burada { $date }, saat { $at })
moment-soon = { $count ->
    [0] İndi. { $moment }
    [one] Bir dəqiqə sonra. { $moment }
   *[other] { $count } dəqiqə sonra. { $moment }
}

minute-of-silence = Bir dəqiqəlik sükut
two-minutes-of-silence = İki dəqiqəlik sükut
silence = Sükut
sirens = Sirenlər
sirens-and-minute-of-silence = Sirenlər və bir dəqiqəlik sükut
sirens-and-two-minutes-of-silence = Sirenlər və iki dəqiqəlik sükut
bell-and-minute-of-silence = Zəng və bir dəqiqəlik sükut
candles = Şamlar yandırılır
commemoration = Anım mərasimi

read = Oxu
later = Sonra
sources = Mənbələr
language-name = Azərbaycanca
other-languages = Başqa dillərdə
next-date = Növbəti: { $date }
year-heading = { $year }: anım günləri
no-days = Bu ildə heç bir gün anılmır.

mistakes = Tənzimləmədə səhv var
mistakes-kept = Remembrance işlək olanla davam edir. Hamısını `remembrance check` göstərir.
mistakes-more = və daha { $count }
fixed = Tənzimləmə yenidən qaydasındadır
fixed-kept = { $count } gün yad edilir.

unopened = Məqaləni açmaq olmur: { $name }
unopened-instead = Bu sessiyada brauzer yoxdur və ya açılmadı. Terminalda yazın:

category = Anım günləri
birthday-of = { $name }: doğum günü
death-of = { $name }: vəfat günü
anniversary-of = { $name }: toy ildönümü

date = { $day } { $month }, { $weekday }
date-long = { $day } { $month } { $year }, { $weekday }
day-month = { $day } { $month }
weekdays = bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə|bazar
months = yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Yanvar|Fevral|Mart|Aprel|May|İyun|İyul|Avqust|Sentyabr|Oktyabr|Noyabr|Dekabr
weekdays-short = BE|ÇA|Ç|CA|C|Ş|B

# By whose clock the hour of a moment is.
zone-africa-algiers = Əlcəzair vaxtı ilə
zone-africa-asmara = Asmara vaxtı ilə
zone-america-mexico-city = Mexiko vaxtı ilə
zone-america-montevideo = Montevideo vaxtı ilə
zone-america-new-york = Nyu-York vaxtı ilə
zone-america-toronto = Toronto vaxtı ilə
zone-asia-baku = Bakı vaxtı ilə
zone-asia-beirut = Beyrut vaxtı ilə
zone-asia-colombo = Kolombo vaxtı ilə
zone-asia-dhaka = Dəkkə vaxtı ilə
zone-asia-dubai = Dubay vaxtı ilə
zone-asia-jerusalem = Qüds vaxtı ilə
zone-asia-kolkata = Hindistan vaxtı ilə
zone-asia-nicosia = Nikosiya vaxtı ilə
zone-asia-seoul = Seul vaxtı ilə
zone-asia-shanghai = Pekin vaxtı ilə
zone-asia-taipei = Taybey vaxtı ilə
zone-asia-tokyo = Tokio vaxtı ilə
zone-asia-yangon = Yanqon vaxtı ilə
zone-asia-yerevan = İrəvan vaxtı ilə
zone-europe-amsterdam = Amsterdam vaxtı ilə
zone-europe-brussels = Brüssel vaxtı ilə
zone-europe-dublin = Dublin vaxtı ilə
zone-europe-istanbul = İstanbul vaxtı ilə
zone-europe-kyiv = Kiyev vaxtı ilə
zone-europe-london = London vaxtı ilə
zone-europe-moscow = Moskva vaxtı ilə
zone-europe-rome = Roma vaxtı ilə
zone-europe-sofia = Sofiya vaxtı ilə
zone-europe-tallinn = Tallin vaxtı ilə
zone-europe-vilnius = Vilnüs vaxtı ilə
zone-europe-warsaw = Varşava vaxtı ilə
zone-pacific-honolulu = Havay vaxtı ilə

## Commands

# The regions of packs; a pack names its region in English.
region-africa = Afrika
region-americas = Amerika
region-asia = Asiya
region-caucasus = Qafqaz
region-europe = Avropa
region-international = Beynəlxalq
region-middle-east = Yaxın Şərq
region-oceania = Okeaniya
region-peoples-and-communities = Xalqlar və icmalar
region-own = Sizin paketlər
weekdays-in-tables = B.e.|Ç.a.|Ç.|C.a.|C.|Ş.|B.
months-in-tables = yan|fev|mar|apr|may|iyn|iyl|avq|sen|okt|noy|dek
today-is = Bu gün, { $date }
no-days-today = Bu gün anım günü yoxdur: { $date }.
next-days = Növbəti
no-upcoming-days = Qarşıda gün yoxdur; izləyə biləcəkləriniz: `remembrance packs`.
no-days-in-span = Bu aralıqda gün yoxdur: { $from } – { $to }.
kind-moment = an
nothing-found = Heç bir günün adında və ya məqaləsində `{ $words }` yoxdur.
found-advice = Məqalə: `remembrance show GÜN`; izləmək: `remembrance follow GÜN`. * olan günlər artıq qeyd olunur.
added = Əlavə edildi: `{ $id }`, { $name }.
next-of-day = Növbəti: { $date }; ilk xatırlatma { $due }.
next-of-day-silent = Növbəti: { $date }; xatırlatma yoxdur.
no-date-again = Bundan sonra heç bir tarixə düşmür.
which-date = Hansı tarixi nəzərdə tutursunuz?
ask-eve = Yahrzeit əvvəlki axşam başlayır. Həmin gün batanda da xatırladılsın?
eve-advice = Yahrzeit əvvəlki axşam başlayır. Həmin gün batanda da xatırladılması üçün:  { $command }
no-article-yet = Məqaləsi hələ yoxdur: { $file }.
following = İzlənir: `{ $name }`.
followed-already = `{ $name }` artıq izlənir.
kept = { $count ->
    [one] 1 gün qeyd olunur
   *[other] { $count } gün qeyd olunur
}
kept-next = { $kept }; növbəti: { $name }, { $due }.
kept-none = { $kept }; qarşıda gün yoxdur.
pack-days = { $count ->
    [one] 1 gün
   *[other] { $count } gün
}
pack-followed = izlənir
pack-kept = { $count } qeyd olunur
packs-advice = { $packs } paket, { $days } gün. Bir paketin günləri: `remembrance packs PAKET`.
pack-follow-all = Hamısını izləmək:  { $command }
pack-follow-one = Birini izləmək:  { $command }
pack-unfollow = İzlənir. İzləməyi dayandırmaq:  { $command }
pack-empty = Günü yoxdur.
unfollowed = `{ $name }` daha izlənmir.
unfollowed-only-day = `{ $pack }` daha izlənmir: `{ $day }` onun yeganə günüdür.
unfollowed-day = `{ $day }` daha izlənmir; `{ $pack }` paketinin qalan günləri izlənir.
muted-always = `{ $day }` daha xatırladılmayacaq, `list` siyahısında qalır. Yenidən xatırlatmaq üçün:  { $command }
muted-year = `{ $day }` { $year }-ci ildə xatırladılmayacaq. Yenidən xatırlatmaq üçün:  { $command }
unmuted = `{ $day }` yenə xatırladılacaq.
set-to = Yazıldı: { $setting }.
set-removed = `{ $key }` { $file } faylından silindi.
setup-languages = Bildirişlərin və məqalələrin dilləri
setup-packs = İzlənəcək gün paketləri
setup-tick = axtarmaq üçün yazın, boşluqla seçin, Enter ilə davam edin
setup-day = Öz gününüz, məs. Nənə (boş buraxıla bilər)
setup-date = Tarixi, məs. 12 mart
setup-hour = Xatırlatma saatı
setup-quiet = Sakit saatlar, məs. 22:00-08:00 (boş buraxıla bilər)
setup-file = { $file } belə olacaq:
setup-write = Yazılsın?
setup-test = Sınaq bildirişi göstərilsin?
setup-service = Xidmət indi və hər girişdə işə salınsın?
setup-yes-no = Bəli|Xeyr
setup-canceled = Heç nə dəyişdirilmədi.
setup-enabled = Xidmət qoşuldu və işləyir: indi və hər girişdən sonra.
setup-not-enabled = Xidmət qoşulmayıb: heç bir gün xatırladılmayacaq. Qoşmaq üçün: remembrance service enable
setup-no-service = Bu istifadəçi üçün systemd yoxdur. Bildiriş almaq üçün `remembrance run` əmrini sessiya ilə birgə başladın.
