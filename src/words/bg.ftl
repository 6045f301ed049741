# What the program says, in Bulgarian.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } година
   *[other] { $count } години
}
hijri-years = { years } (по хиджра)
by-calculation = По изчисление; обявеният при вас ден може да се различава с един.

today = Днес
tomorrow = Утре, { $date }
in-days = { $count ->
    [one] След един ден, { $date }
   *[other] След { $count } дни, { $date }
}
in-weeks = { $count ->
    [one] След една седмица, { $date }
   *[other] След { $count } седмици, { $date }
}
yesterday = Вчера
days-ago = { $count ->
    [one] Преди един ден, { $date }
   *[other] Преди { $count } дни, { $date }
}
was-off = { $when }, когато компютърът беше изключен
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Един ден на памет
   *[other] { $count } дни на памет
}
together-more = { $count ->
    [one] и още един
   *[other] и още { $count }
}

moment-here = { $what } в { $at }
moment-there = { $what } в { $there } { $zone } (тук в { $at })
moment-there-date = { $what } в { $there } { $zone } (тук на { $date } в { $at })
moment-elsewhere = { $what } в { $there } ({ $place }), тук в { $at }
moment-elsewhere-date = { $what } в { $there } ({ $place }), тук на { $date } в { $at }
moment-soon = { $count ->
    [0] Сега. { $moment }
    [one] След една минута. { $moment }
   *[other] След { $count } минути. { $moment }
}

minute-of-silence = Минута мълчание
two-minutes-of-silence = Две минути мълчание
silence = Мълчание
sirens = Сирени
sirens-and-minute-of-silence = Сирени и минута мълчание
sirens-and-two-minutes-of-silence = Сирени и две минути мълчание
bell-and-minute-of-silence = Камбана и минута мълчание
candles = Палят се свещи
commemoration = Възпоменание

read = Прочети
later = По-късно
sources = Източници
language-name = Български
other-languages = На други езици
next-date = Следващия път: { $date }
year-heading = Дни на памет през { $year } година
no-days = Тази година няма дни на памет.

mistakes = В настройките има грешка
mistakes-kept = Remembrance продължава с това, което е правилно. `remembrance check` показва всички грешки.
mistakes-more = { $count ->
    [one] и още една
   *[other] и още { $count }
}
fixed = Настройките отново са правилни
fixed-kept = { $count ->
    [one] Записан е един ден на памет.
   *[other] Записани са { $count } дни на памет.
}

unopened = Статията не може да се отвори: { $name }
unopened-instead = В тази сесия няма браузър или той не тръгна. В терминал:

category = Дни на памет
birthday-of = { $name }: рожден ден
death-of = { $name }: годишнина от смъртта
anniversary-of = { $name }: годишнина от сватбата

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year } г.
day-month = { $day } { $month }
weekdays = понеделник|вторник|сряда|четвъртък|петък|събота|неделя
weekdays-on = в понеделник|във вторник|в сряда|в четвъртък|в петък|в събота|в неделя
months = януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Януари|Февруари|Март|Април|Май|Юни|Юли|Август|Септември|Октомври|Ноември|Декември
weekdays-short = Пн|Вт|Ср|Чт|Пт|Сб|Нд

# By whose clock the hour of a moment is.
zone-africa-algiers = алжирско време
zone-africa-asmara = време в Асмара
zone-america-mexico-city = време в Мексико
zone-america-montevideo = време в Монтевидео
zone-america-new-york = нюйоркско време
zone-america-toronto = време в Торонто
zone-asia-baku = бакинско време
zone-asia-beirut = бейрутско време
zone-asia-colombo = време в Коломбо
zone-asia-dhaka = време в Дака
zone-asia-dubai = време в Дубай
zone-asia-jerusalem = йерусалимско време
zone-asia-kolkata = индийско време
zone-asia-nicosia = време в Никозия
zone-asia-seoul = сеулско време
zone-asia-shanghai = пекинско време
zone-asia-taipei = време в Тайпе
zone-asia-tokyo = токийско време
zone-asia-yangon = време в Рангун
zone-asia-yerevan = ереванско време
zone-europe-amsterdam = амстердамско време
zone-europe-brussels = брюкселско време
zone-europe-dublin = дъблинско време
zone-europe-istanbul = истанбулско време
zone-europe-kyiv = киевско време
zone-europe-london = лондонско време
zone-europe-moscow = московско време
zone-europe-rome = римско време
zone-europe-sofia = софийско време
zone-europe-tallinn = талинско време
zone-europe-vilnius = вилнюско време
zone-europe-warsaw = варшавско време
zone-pacific-honolulu = хавайско време
