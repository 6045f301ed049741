# Что говорит программа, по-русски.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[many] { $count } лет
}
hijri-years = { years } по хиджре
by-calculation = По расчёту; объявленный у вас день может отличаться на один.

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
was-off = { $when }, когда компьютер был выключен
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] { $count } памятный день
    [few] { $count } памятных дня
   *[many] { $count } памятных дней
}
together-more = и ещё { $count }

moment-here = { $what } в { $at }
moment-there = { $what } в { $there } { $zone } (здесь в { $at })
moment-there-date = { $what } в { $there } { $zone } (здесь { $date } в { $at })
moment-elsewhere = { $what } в { $there } ({ $place }), здесь в { $at }
moment-elsewhere-date = { $what } в { $there } ({ $place }), здесь { $date } в { $at }
moment-soon = { $count ->
    [0] Сейчас. { $moment }
    [one] Через { $count } минуту. { $moment }
    [few] Через { $count } минуты. { $moment }
   *[many] Через { $count } минут. { $moment }
}

minute-of-silence = Минута молчания
two-minutes-of-silence = Две минуты молчания
silence = Молчание
sirens = Сирены
sirens-and-minute-of-silence = Сирены и минута молчания
sirens-and-two-minutes-of-silence = Сирены и две минуты молчания
bell-and-minute-of-silence = Колокол и минута молчания
candles = Зажигают свечи
commemoration = Траурная церемония

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
fixed = Настройки снова в порядке
fixed-kept = { $count ->
    [one] Хранится память о { $count } дне.
    [few] Хранится память о { $count } днях.
   *[many] Хранится память о { $count } днях.
}

unopened = Не удаётся открыть статью: { $name }
unopened-instead = В этом сеансе нет браузера, или он не запустился. В терминале:

category = Памятные дни
birthday-of = { $name }: день рождения
death-of = { $name }: день смерти
anniversary-of = { $name }: годовщина свадьбы

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year } г.
day-month = { $day } { $month }
weekdays = понедельник|вторник|среда|четверг|пятница|суббота|воскресенье
weekdays-on = в понедельник|во вторник|в среду|в четверг|в пятницу|в субботу|в воскресенье
months = января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Январь|Февраль|Март|Апрель|Май|Июнь|Июль|Август|Сентябрь|Октябрь|Ноябрь|Декабрь
weekdays-short = Пн|Вт|Ср|Чт|Пт|Сб|Вс

# By whose clock the hour of a moment is.
zone-africa-algiers = по алжирскому времени
zone-africa-asmara = по времени Асмэры
zone-america-mexico-city = по времени Мехико
zone-america-montevideo = по времени Монтевидео
zone-america-new-york = по нью-йоркскому времени
zone-america-toronto = по времени Торонто
zone-asia-baku = по бакинскому времени
zone-asia-beirut = по бейрутскому времени
zone-asia-colombo = по времени Коломбо
zone-asia-dhaka = по времени Дакки
zone-asia-dubai = по времени Дубая
zone-asia-jerusalem = по иерусалимскому времени
zone-asia-kolkata = по индийскому времени
zone-asia-nicosia = по времени Никосии
zone-asia-seoul = по сеульскому времени
zone-asia-shanghai = по пекинскому времени
zone-asia-taipei = по времени Тайбэя
zone-asia-tokyo = по токийскому времени
zone-asia-yangon = по времени Янгона
zone-asia-yerevan = по ереванскому времени
zone-europe-amsterdam = по амстердамскому времени
zone-europe-brussels = по брюссельскому времени
zone-europe-dublin = по дублинскому времени
zone-europe-istanbul = по стамбульскому времени
zone-europe-kyiv = по киевскому времени
zone-europe-london = по лондонскому времени
zone-europe-moscow = по московскому времени
zone-europe-rome = по римскому времени
zone-europe-sofia = по софийскому времени
zone-europe-tallinn = по таллинскому времени
zone-europe-vilnius = по вильнюсскому времени
zone-europe-warsaw = по варшавскому времени
zone-pacific-honolulu = по гавайскому времени

## Commands

# The regions of packs; a pack names its region in English.
region-africa = Африка
region-americas = Америка
region-asia = Азия
region-caucasus = Кавказ
region-europe = Европа
region-international = Международные дни
region-middle-east = Ближний Восток
region-oceania = Океания
region-peoples-and-communities = Народы и общины
region-own = Ваши собственные
weekdays-in-tables = пн|вт|ср|чт|пт|сб|вс
months-in-tables = янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек
today-is = Сегодня, { $date }
no-days-today = Сегодня памятных дней нет: { $date }.
next-days = Далее
no-upcoming-days = Впереди дней нет; список того, за чем можно следить: `remembrance packs`.
no-days-in-span = Дней нет: { $from } – { $to }.
kind-moment = момент
nothing-found = Ни в названии, ни в статье нет `{ $words }`.
found-advice = Статья: `remembrance show ДЕНЬ`; следить: `remembrance follow ДЕНЬ`. Дни со знаком * уже отмечаются.
added = Добавлено: `{ $id }`, { $name }.
next-of-day = Ближайшая дата: { $date }; первое напоминание { $due }.
next-of-day-silent = Ближайшая дата: { $date }; без напоминаний.
no-date-again = Дат в будущем нет.
which-date = Какую дату вы имеете в виду?
ask-eve = Йорцайт начинается накануне вечером. Напоминать и на заходе солнца накануне?
eve-advice = Йорцайт начинается накануне вечером. Чтобы напоминать и на заходе солнца накануне:  { $command }
no-article-yet = Статьи пока нет: { $file }.
following = Добавлено к отслеживаемым: `{ $name }`.
followed-already = `{ $name }` уже отслеживается.
kept = { $count ->
    [one] Отмечается { $count } день
    [few] Отмечается { $count } дня
   *[many] Отмечается { $count } дней
}
kept-next = { $kept }; далее: { $name }, { $due }.
kept-none = { $kept }; впереди дней нет.
pack-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
pack-followed = отслеживается
pack-kept = отмечается { $count }
packs-advice = Наборов: { $packs }, дней: { $days }. Дни набора: `remembrance packs НАБОР`.
pack-follow-all = Следить за всеми:  { $command }
pack-follow-one = Следить за одним:  { $command }
pack-unfollow = Набор отслеживается. Перестать следить:  { $command }
pack-empty = В нём нет дней.
unfollowed = Больше не отслеживается: `{ $name }`.
unfollowed-only-day = Больше не отслеживается: `{ $pack }`, поскольку `{ $day }` — единственный его день.
unfollowed-day = Больше не отслеживается: `{ $day }`; остальные дни набора `{ $pack }` отслеживаются.
muted-always = О дне `{ $day }` напоминаний больше не будет, в `list` он остаётся. Снова напоминать:  { $command }
muted-year = О дне `{ $day }` в { $year } году напоминаний не будет. Снова напоминать:  { $command }
unmuted = О дне `{ $day }` снова будут напоминания.
set-to = Записано: { $setting }.
set-removed = Ключ `{ $key }` удалён из { $file }.
setup-languages = Языки уведомлений и статей
setup-packs = Наборы дней, за которыми следить
setup-tick = печатайте для поиска, пробел отмечает, Enter продолжает
setup-day = Свой день, например Бабушка (можно оставить пустым)
setup-date = Его дата, например 12 марта
setup-hour = Час напоминаний
setup-quiet = Тихие часы, например 22:00-08:00 (можно оставить пустым)
setup-file = { $file } будет таким:
setup-write = Записать?
setup-test = Показать пробное уведомление?
setup-service = Включить службу сейчас и при каждом входе?
setup-yes-no = Да|Нет
setup-canceled = Ничего не изменено.
setup-enabled = Служба включена и работает: сейчас и после каждого входа.
setup-not-enabled = Служба не включена: напоминаний не будет. Чтобы включить её: remembrance service enable
setup-no-service = У этого пользователя нет systemd. Чтобы получать уведомления, запускайте `remembrance run` вместе с сеансом.
