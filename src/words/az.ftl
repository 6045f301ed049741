# Proqramın dedikləri, Azərbaycan dilində.

summary = { $name } · { $years }
years = { $count } il

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
was-off = { $when }: kompüter söndürülmüşdü

moment-here = { $what }: saat { $at }
moment-there = { $what }: { $place } vaxtı ilə saat { $there } (burada { $at })
moment-soon = { $count ->
    [0] İndi. { $moment }
    [one] Bir dəqiqə sonra. { $moment }
   *[other] { $count } dəqiqə sonra. { $moment }
}

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
mended = Tənzimləmə yenidən qaydasındadır
mended-kept = { $count } gün yad edilir.

category = Anım günləri
birthday-of = { $name }: doğum günü
death-of = { $name }: vəfat günü
anniversary-of = { $name }: toy ildönümü

date = { $day } { $month }, { $weekday }
date-long = { $day } { $month } { $year }, { $weekday }
weekdays = bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə|bazar
months = yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Yanvar|Fevral|Mart|Aprel|May|İyun|İyul|Avqust|Sentyabr|Oktyabr|Noyabr|Dekabr
weekdays-short = BE|ÇA|Ç|CA|C|Ş|B
