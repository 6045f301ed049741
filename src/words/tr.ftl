# Programın söyledikleri, Türkçe.

summary = { $name } · { $years }
years = { $count } yıl
hijri-years = hicri takvimle { $count } yıl
by-calculation = Hesaba göre; bulunduğunuz yerde ilan edilen gün bir gün farklı olabilir.

today = Bugün
tomorrow = Yarın, { $date }
in-days = { $count ->
    [one] Bir gün sonra, { $date }
   *[other] { $count } gün sonra, { $date }
}
in-weeks = { $count ->
    [one] Bir hafta sonra, { $date }
   *[other] { $count } hafta sonra, { $date }
}
yesterday = Dün
days-ago = { $count ->
    [one] Bir gün önce, { $date }
   *[other] { $count } gün önce, { $date }
}
was-off = { $when }, bilgisayar kapalıyken
paragraph = { $when }. { $excerpt }

together = { $count } anma günü
together-more = ve { $count } gün daha

moment-here = { $what }: saat { $at }
moment-there = { $what }: { $zone } { $there } (burada { $at })
moment-there-date = { $what }: { $zone } { $there } (burada { $date }, { $at })
moment-elsewhere = { $what }: { $place } saatiyle { $there } (burada { $at })
moment-elsewhere-date = { $what }: { $place } saatiyle { $there } (burada { $date }, { $at })
moment-soon = { $count ->
    [0] Şimdi. { $moment }
    [one] Bir dakika sonra. { $moment }
   *[other] { $count } dakika sonra. { $moment }
}

minute-of-silence = Bir dakikalık saygı duruşu
two-minutes-of-silence = İki dakikalık saygı duruşu
silence = Saygı duruşu
sirens = Sirenler
sirens-and-minute-of-silence = Sirenler ve bir dakikalık saygı duruşu
sirens-and-two-minutes-of-silence = Sirenler ve iki dakikalık saygı duruşu
bell-and-minute-of-silence = Çan ve bir dakikalık saygı duruşu
candles = Mumlar yakılır
commemoration = Anma töreni

read = Oku
later = Sonra
sources = Kaynaklar
language-name = Türkçe
other-languages = Diğer dillerde
next-date = Sonraki: { $date }
year-heading = { $year } yılının anma günleri
no-days = Bu yılda anılan gün yok.

mistakes = Ayarlarda bir hata var
mistakes-kept = Remembrance doğru olanla devam ediyor. Tümünü `remembrance check` gösterir.
mistakes-more = ve { $count } tane daha
fixed = Ayarlar yeniden düzgün
fixed-kept = { $count } gün anılıyor.

unopened = Makale açılamıyor: { $name }
unopened-instead = Bu oturumda tarayıcı yok ya da açılamadı. Terminalde yazın:

category = Anma günleri
birthday-of = { $name }: doğum günü
death-of = { $name }: ölüm günü
anniversary-of = { $name }: evlilik yıl dönümü

date = { $day } { $month } { $weekday }
date-long = { $day } { $month } { $year } { $weekday }
day-month = { $day } { $month }
weekdays = Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar
months = Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
weekdays-short = Pt|Sa|Ça|Pe|Cu|Ct|Pa

# By whose clock the hour of a moment is.
zone-africa-algiers = Cezayir saatiyle
zone-africa-asmara = Asmara saatiyle
zone-america-mexico-city = Mexico City saatiyle
zone-america-montevideo = Montevideo saatiyle
zone-america-new-york = New York saatiyle
zone-america-toronto = Toronto saatiyle
zone-asia-baku = Bakü saatiyle
zone-asia-beirut = Beyrut saatiyle
zone-asia-colombo = Kolombo saatiyle
zone-asia-dhaka = Dakka saatiyle
zone-asia-dubai = Dubai saatiyle
zone-asia-jerusalem = Kudüs saatiyle
zone-asia-kolkata = Hindistan saatiyle
zone-asia-nicosia = Lefkoşa saatiyle
zone-asia-seoul = Seul saatiyle
zone-asia-shanghai = Pekin saatiyle
zone-asia-taipei = Taipei saatiyle
zone-asia-tokyo = Tokyo saatiyle
zone-asia-yangon = Yangon saatiyle
zone-asia-yerevan = Erivan saatiyle
zone-europe-amsterdam = Amsterdam saatiyle
zone-europe-brussels = Brüksel saatiyle
zone-europe-dublin = Dublin saatiyle
zone-europe-istanbul = İstanbul saatiyle
zone-europe-kyiv = Kiev saatiyle
zone-europe-london = Londra saatiyle
zone-europe-moscow = Moskova saatiyle
zone-europe-rome = Roma saatiyle
zone-europe-sofia = Sofya saatiyle
zone-europe-tallinn = Tallinn saatiyle
zone-europe-vilnius = Vilnius saatiyle
zone-europe-warsaw = Varşova saatiyle
zone-pacific-honolulu = Hawaii saatiyle

## Commands

# The regions of packs; a pack names its region in English.
region-africa = Afrika
region-americas = Amerika
region-asia = Asya
region-caucasus = Kafkasya
region-europe = Avrupa
region-international = Uluslararası
region-middle-east = Orta Doğu
region-oceania = Okyanusya
region-peoples-and-communities = Halklar ve topluluklar
region-own = Kendi paketleriniz
weekdays-in-tables = Pzt|Sal|Çar|Per|Cum|Cmt|Paz
months-in-tables = Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara
today-is = Bugün, { $date }
no-days-today = Bugün anma günü yok: { $date }.
next-days = Sıradaki
no-upcoming-days = Yaklaşan gün yok; izleyebilecekleriniz: `remembrance packs`.
no-days-in-span = Bu aralıkta gün yok: { $from } – { $to }.
kind-moment = an
nothing-found = Hiçbir günün adında veya yazısında `{ $words }` yok.
found-advice = Yazı: `remembrance show GÜN`; izlemek: `remembrance follow GÜN`. * olan günler zaten anılıyor.
added = Eklendi: `{ $id }`, { $name }.
next-of-day = Sıradaki: { $date }; ilk hatırlatma { $due }.
next-of-day-silent = Sıradaki: { $date }; hatırlatma yok.
no-date-again = Bundan sonra hiçbir tarihe denk gelmiyor.
which-date = Hangi tarihi kastediyorsunuz?
ask-eve = Yahrzeit bir önceki akşam başlar. O gün batımında da hatırlatılsın mı?
eve-advice = Yahrzeit bir önceki akşam başlar. O gün batımında da hatırlatılması için:  { $command }
no-article-yet = Yazısı henüz yok: { $file }.
following = İzleniyor: `{ $name }`.
followed-already = `{ $name }` zaten izleniyor.
kept = { $count ->
    [one] 1 gün anılıyor
   *[other] { $count } gün anılıyor
}
kept-next = { $kept }; sıradaki: { $name }, { $due }.
kept-none = { $kept }; yaklaşan gün yok.
pack-days = { $count ->
    [one] 1 gün
   *[other] { $count } gün
}
pack-followed = izleniyor
pack-kept = { $count } gün anılıyor
packs-advice = { $packs } paket, { $days } gün. Bir paketin günleri: `remembrance packs PAKET`.
pack-follow-all = Hepsini izlemek:  { $command }
pack-follow-one = Birini izlemek:  { $command }
pack-unfollow = İzleniyor. İzlemeyi bırakmak:  { $command }
pack-empty = Günü yok.
unfollowed = `{ $name }` artık izlenmiyor.
unfollowed-only-day = `{ $pack }` artık izlenmiyor: `{ $day }` onun tek günüydü.
unfollowed-day = `{ $day }` artık izlenmiyor; `{ $pack }` paketinin öteki günleri izleniyor.
muted-always = `{ $day }` artık hatırlatılmayacak, `list` içinde kalıyor. Yeniden hatırlatmak için:  { $command }
muted-year = `{ $day }` { $year } yılında hatırlatılmayacak. Yeniden hatırlatmak için:  { $command }
unmuted = `{ $day }` yeniden hatırlatılacak.
set-to = Yazıldı: { $setting }.
set-removed = `{ $key }`, { $file } dosyasından silindi.
setup-languages = Bildirimlerin ve yazıların dilleri
setup-packs = İzlenecek gün paketleri
setup-tick = aramak için yazın, boşlukla işaretleyin, Enter ile sürdürün
setup-day = Kendi gününüz, ör. Büyükanne (boş bırakılabilir)
setup-date = Tarihi, ör. 12 Mart
setup-hour = Hatırlatma saati
setup-quiet = Sessiz saatler, ör. 22:00-08:00 (boş bırakılabilir)
setup-file = { $file } şöyle olacak:
setup-write = Yazılsın mı?
setup-test = Deneme bildirimi gösterilsin mi?
setup-service = Hizmet şimdi ve her girişte çalışsın mı?
setup-yes-no = Evet|Hayır
setup-canceled = Hiçbir şey değiştirilmedi.
setup-enabled = Hizmet etkin ve çalışıyor: şimdi ve her oturum açılışında.
setup-not-enabled = Hizmet etkin değil: hiçbir gün hatırlatılmayacak. Etkinleştirmek için: remembrance service enable
setup-no-service = Bu kullanıcı için systemd yok. Bildirim almak için `remembrance run` komutunu oturumla birlikte başlatın.
