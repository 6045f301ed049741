# What the program says, in Serbian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } година
    [few] { $count } године
   *[other] { $count } година
}
hijri-years = { years } (по хиџри)
by-calculation = По прорачуну; дан објављен код вас може се разликовати за један.

today = Данас
tomorrow = Сутра, { $date }
in-days = { $count ->
    [one] За { $count } дан, { $date }
    [few] За { $count } дана, { $date }
   *[other] За { $count } дана, { $date }
}
in-weeks = { $count ->
    [1] За недељу дана, { $date }
    [one] За { $count } недељу, { $date }
    [few] За { $count } недеље, { $date }
   *[other] За { $count } недеља, { $date }
}
yesterday = Јуче
days-ago = { $count ->
    [one] Пре { $count } дан, { $date }
    [few] Пре { $count } дана, { $date }
   *[other] Пре { $count } дана, { $date }
}
was-off = { $when }, док је рачунар био угашен
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] { $count } дан сећања
    [few] { $count } дана сећања
   *[other] { $count } дана сећања
}
together-more = и још { $count }

moment-here = { $what } у { $at }
moment-there = { $what } у { $there } { $zone } (овде у { $at })
moment-there-date = { $what } у { $there } { $zone } (овде { $date } у { $at })
moment-elsewhere = { $what } у { $there } ({ $place }), овде у { $at }
moment-elsewhere-date = { $what } у { $there } ({ $place }), овде { $date } у { $at }
moment-soon = { $count ->
    [0] Сада. { $moment }
    [1] За минут. { $moment }
    [one] За { $count } минут. { $moment }
    [few] За { $count } минута. { $moment }
   *[other] За { $count } минута. { $moment }
}

minute-of-silence = Минут ћутања
two-minutes-of-silence = Два минута ћутања
silence = Тренутак тишине
sirens = Сирене
sirens-and-minute-of-silence = Сирене и минут ћутања
sirens-and-two-minutes-of-silence = Сирене и два минута ћутања
bell-and-minute-of-silence = Звоно и минут ћутања
candles = Пале се свеће
commemoration = Комеморација

read = Читај
later = Касније
sources = Извори
language-name = Српски
other-languages = На другим језицима
next-date = Следећи пут: { $date }
year-heading = Дани сећања { $year }.
no-days = Ове године нема дана сећања.

mistakes = У подешавањима је грешка
mistakes-kept = Remembrance наставља са оним што је исправно. Све грешке приказује `remembrance check`.
mistakes-more = и још { $count }
fixed = Подешавања су поново исправна
fixed-kept = { $count ->
    [one] Уписан је { $count } дан сећања.
    [few] Уписана су { $count } дана сећања.
   *[other] Уписано је { $count } дана сећања.
}

unopened = Чланак не може да се отвори: { $name }
unopened-instead = У овој сесији нема прегледача или се није покренуо. У терминалу:

category = Дани сећања
birthday-of = { $name }: рођендан
death-of = { $name }: годишњица смрти
anniversary-of = { $name }: годишњица брака

date = { $weekday }, { $day }. { $month }
date-long = { $weekday }, { $day }. { $month } { $year }.
day-month = { $day }. { $month }
weekdays = понедељак|уторак|среда|четвртак|петак|субота|недеља
weekdays-on = у понедељак|у уторак|у среду|у четвртак|у петак|у суботу|у недељу
months = јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар
months-on = јануара|фебруара|марта|априла|маја|јуна|јула|августа|септембра|октобра|новембра|децембра
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Јануар|Фебруар|Март|Април|Мај|Јун|Јул|Август|Септембар|Октобар|Новембар|Децембар
weekdays-short = По|Ут|Ср|Че|Пе|Су|Не

# By whose clock the hour of a moment is.
zone-africa-algiers = по времену у Алжиру
zone-africa-asmara = по времену у Асмари
zone-america-mexico-city = по времену у Мексико Ситију
zone-america-montevideo = по времену у Монтевидеу
zone-america-new-york = по времену у Њујорку
zone-america-toronto = по времену у Торонту
zone-asia-baku = по времену у Бакуу
zone-asia-beirut = по времену у Бејруту
zone-asia-colombo = по времену у Коломбу
zone-asia-dhaka = по времену у Даки
zone-asia-dubai = по времену у Дубаију
zone-asia-jerusalem = по времену у Јерусалиму
zone-asia-kolkata = по индијском времену
zone-asia-nicosia = по времену у Никозији
zone-asia-seoul = по времену у Сеулу
zone-asia-shanghai = по времену у Пекингу
zone-asia-taipei = по времену у Тајпеју
zone-asia-tokyo = по времену у Токију
zone-asia-yangon = по времену у Рангуну
zone-asia-yerevan = по времену у Јеревану
zone-europe-amsterdam = по времену у Амстердаму
zone-europe-brussels = по времену у Бриселу
zone-europe-dublin = по времену у Даблину
zone-europe-istanbul = по времену у Истанбулу
zone-europe-kyiv = по времену у Кијеву
zone-europe-london = по времену у Лондону
zone-europe-moscow = по времену у Москви
zone-europe-rome = по времену у Риму
zone-europe-sofia = по времену у Софији
zone-europe-tallinn = по времену у Талину
zone-europe-vilnius = по времену у Вилњусу
zone-europe-warsaw = по времену у Варшави
zone-pacific-honolulu = по хавајском времену
