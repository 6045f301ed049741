# What the program says, in Ukrainian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } рік
    [few] { $count } роки
   *[many] { $count } років
}
hijri-years = { years } (за гіджрою)
by-calculation = За розрахунком; оголошений у вас день може відрізнятися на один.

today = Сьогодні
tomorrow = Завтра, { $date }
in-days = { $count ->
    [one] Через { $count } день, { $date }
    [few] Через { $count } дні, { $date }
   *[many] Через { $count } днів, { $date }
}
in-weeks = { $count ->
    [1] Через тиждень, { $date }
    [one] Через { $count } тиждень, { $date }
    [few] Через { $count } тижні, { $date }
   *[many] Через { $count } тижнів, { $date }
}
yesterday = Учора
days-ago = { $count ->
    [one] { $count } день тому, { $date }
    [few] { $count } дні тому, { $date }
   *[many] { $count } днів тому, { $date }
}
was-off = { $when }, коли комп’ютер був вимкнений
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] { $count } день пам’яті
    [few] { $count } дні пам’яті
   *[many] { $count } днів пам’яті
}
together-more = і ще { $count }

moment-here = { $what } о { $at }
moment-there = { $what } о { $there } { $zone } (тут о { $at })
moment-there-date = { $what } о { $there } { $zone } (тут { $date } о { $at })
moment-elsewhere = { $what } о { $there } ({ $place }), тут о { $at }
moment-elsewhere-date = { $what } о { $there } ({ $place }), тут { $date } о { $at }
moment-soon = { $count ->
    [0] Зараз. { $moment }
    [1] За хвилину. { $moment }
    [one] Через { $count } хвилину. { $moment }
    [few] Через { $count } хвилини. { $moment }
   *[many] Через { $count } хвилин. { $moment }
}

minute-of-silence = Хвилина мовчання
two-minutes-of-silence = Дві хвилини мовчання
silence = Мовчання
sirens = Сирени
sirens-and-minute-of-silence = Сирени та хвилина мовчання
sirens-and-two-minutes-of-silence = Сирени та дві хвилини мовчання
bell-and-minute-of-silence = Дзвін і хвилина мовчання
candles = Запалюють свічки
commemoration = Вшанування пам’яті

read = Читати
later = Пізніше
sources = Джерела
language-name = Українська
other-languages = Іншими мовами
next-date = Наступного разу: { $date }
year-heading = Дні пам’яті { $year } року
no-days = Цього року днів пам’яті немає.

mistakes = У налаштуваннях є помилка
mistakes-kept = Remembrance працює далі з тим, що правильне. Усі помилки покаже `remembrance check`.
mistakes-more = і ще { $count }
fixed = Налаштування знову правильні
fixed-kept = { $count ->
    [one] Збережено { $count } день пам’яті.
    [few] Збережено { $count } дні пам’яті.
   *[many] Збережено { $count } днів пам’яті.
}

unopened = Не вдається відкрити статтю: { $name }
unopened-instead = У цьому сеансі немає браузера, або він не запустився. У терміналі:

category = Дні пам’яті
birthday-of = { $name }: день народження
death-of = { $name }: день смерті
anniversary-of = { $name }: річниця весілля

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year } р.
day-month = { $day } { $month }
weekdays = понеділок|вівторок|середа|четвер|пʼятниця|субота|неділя
weekdays-on = у понеділок|у вівторок|у середу|у четвер|у пʼятницю|у суботу|у неділю
months = січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Січень|Лютий|Березень|Квітень|Травень|Червень|Липень|Серпень|Вересень|Жовтень|Листопад|Грудень
weekdays-short = Пн|Вт|Ср|Чт|Пт|Сб|Нд

# By whose clock the hour of a moment is.
zone-africa-algiers = за алжирським часом
zone-africa-asmara = за часом Асмари
zone-america-mexico-city = за часом Мехіко
zone-america-montevideo = за часом Монтевідео
zone-america-new-york = за нью-йоркським часом
zone-america-toronto = за часом Торонто
zone-asia-baku = за бакинським часом
zone-asia-beirut = за бейрутським часом
zone-asia-colombo = за часом Коломбо
zone-asia-dhaka = за часом Дакки
zone-asia-dubai = за часом Дубая
zone-asia-jerusalem = за єрусалимським часом
zone-asia-kolkata = за індійським часом
zone-asia-nicosia = за часом Нікосії
zone-asia-seoul = за сеульським часом
zone-asia-shanghai = за пекінським часом
zone-asia-taipei = за часом Тайбея
zone-asia-tokyo = за токійським часом
zone-asia-yangon = за часом Янгона
zone-asia-yerevan = за єреванським часом
zone-europe-amsterdam = за амстердамським часом
zone-europe-brussels = за брюссельським часом
zone-europe-dublin = за дублінським часом
zone-europe-istanbul = за стамбульським часом
zone-europe-kyiv = за київським часом
zone-europe-london = за лондонським часом
zone-europe-moscow = за московським часом
zone-europe-rome = за римським часом
zone-europe-sofia = за софійським часом
zone-europe-tallinn = за таллінським часом
zone-europe-vilnius = за вільнюським часом
zone-europe-warsaw = за варшавським часом
zone-pacific-honolulu = за гавайським часом
