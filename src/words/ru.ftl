# Что говорит программа, по-русски.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}

today = Сегодня
tomorrow = Завтра, { $date }
in-days = { $count ->
    [one] Через { $count } день, { $date }
    [few] Через { $count } дня, { $date }
   *[many] Через { $count } дней, { $date }
}
in-weeks = { $count ->
    [1] Через неделю, { $date }
    [one] Через { $count } неделю, { $date }
    [few] Через { $count } недели, { $date }
   *[many] Через { $count } недель, { $date }
}
yesterday = Вчера
days-ago = { $count ->
    [one] { $count } день назад, { $date }
    [few] { $count } дня назад, { $date }
   *[many] { $count } дней назад, { $date }
}
was-off = { $when }: компьютер был выключен

moment-here = { $what } в { $at }
moment-there = { $what } в { $there } по времени { $place } ({ $at } здесь)
moment-soon = { $count ->
    [0] Сейчас: { $moment }
    [one] Через { $count } минуту: { $moment }
    [few] Через { $count } минуты: { $moment }
   *[many] Через { $count } минут: { $moment }
}

read = Читать
later = Позже
sources = Источники
language-name = Русский
other-languages = На других языках
next-date = Следующий раз: { $date }
year-heading = Памятные дни { $year } года
no-days = В этом году памятных дней нет.

mistakes = В настройках ошибка
mistakes-kept = Remembrance продолжает с тем, что верно. Все ошибки покажет `remembrance check`.
mistakes-more = и ещё { $count }
mended = Настройки снова в порядке
mended-kept = { $count ->
    [one] Хранится память о { $count } дне.
   *[other] Хранится память о { $count } днях.
}

category = Памятные дни
birthday-of = { $name }: день рождения
death-of = { $name }: день смерти
anniversary-of = { $name }: годовщина свадьбы

date = { $day } { $month }, { $weekday }
date-long = { $day } { $month } { $year } года, { $weekday }
weekdays = понедельник|вторник|среда|четверг|пятница|суббота|воскресенье
months = января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Январь|Февраль|Март|Апрель|Май|Июнь|Июль|Август|Сентябрь|Октябрь|Ноябрь|Декабрь
weekdays-short = Пн|Вт|Ср|Чт|Пт|Сб|Вс
