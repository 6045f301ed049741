# Programın söyledikleri, Türkçe.

summary = { $name } · { $years }
years = { $count } yıl

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
was-off = { $when }: bilgisayar kapalıydı

moment-here = { $what }: saat { $at }
moment-there = { $what }: { $place } saatiyle { $there } (burada { $at })
moment-soon = { $count ->
    [0] Şimdi. { $moment }
    [one] Bir dakika sonra. { $moment }
   *[other] { $count } dakika sonra. { $moment }
}

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
mended = Ayarlar yeniden düzgün
mended-kept = { $count } gün anılıyor.

category = Anma günleri
birthday-of = { $name }: doğum günü
death-of = { $name }: ölüm günü
anniversary-of = { $name }: evlilik yıl dönümü

date = { $day } { $month } { $weekday }
date-long = { $day } { $month } { $year } { $weekday }
weekdays = Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar
months = Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
weekdays-short = Pt|Sa|Ça|Pe|Cu|Ct|Pa
