# What the program says, in Belarusian.

summary = { $name } · { $years }
years = { PLURAL($count) ->
    [one] { $count } год
    [few] { $count } гады
   *[many] { $count } гадоў
}
hijri-years = { years } (паводле хіджры)
by-calculation = Паводле разліку; дзень, абвешчаны ў вас, можа адрознівацца на адзін.

today = Сёння
tomorrow = Заўтра, { $date }
in-days = { PLURAL($count) ->
    [one] Праз { $count } дзень, { $date }
    [few] Праз { $count } дні, { $date }
   *[many] Праз { $count } дзён, { $date }
}
in-weeks = { PLURAL($count) ->
    [1] Праз тыдзень, { $date }
    [one] Праз { $count } тыдзень, { $date }
    [few] Праз { $count } тыдні, { $date }
   *[many] Праз { $count } тыдняў, { $date }
}
yesterday = Учора
days-ago = { PLURAL($count) ->
    [one] { $count } дзень таму, { $date }
    [few] { $count } дні таму, { $date }
   *[many] { $count } дзён таму, { $date }
}
was-off = { $when }, калі камп’ютар быў выключаны
paragraph = { $when }. { $excerpt }

together = { PLURAL($count) ->
    [one] { $count } дзень памяці
    [few] { $count } дні памяці
   *[many] { $count } дзён памяці
}
together-more = і яшчэ { $count }

moment-here = { $what } а { $at }
moment-there = { $what } а { $there } { $zone } (тут а { $at })
moment-there-date = { $what } а { $there } { $zone } (тут { $date } а { $at })
moment-elsewhere = { $what } а { $there } ({ $place }), тут а { $at }
moment-elsewhere-date = { $what } а { $there } ({ $place }), тут { $date } а { $at }
moment-soon = { PLURAL($count) ->
    [0] Зараз. { $moment }
    [1] Праз хвіліну. { $moment }
    [one] Праз { $count } хвіліну. { $moment }
    [few] Праз { $count } хвіліны. { $moment }
   *[many] Праз { $count } хвілін. { $moment }
}

minute-of-silence = Хвіліна маўчання
two-minutes-of-silence = Дзве хвіліны маўчання
silence = Маўчанне
sirens = Сірэны
sirens-and-minute-of-silence = Сірэны і хвіліна маўчання
sirens-and-two-minutes-of-silence = Сірэны і дзве хвіліны маўчання
bell-and-minute-of-silence = Звон і хвіліна маўчання
candles = Запальваюць свечкі
commemoration = Ушанаванне памяці

read = Чытаць
later = Пазней
sources = Крыніцы
language-name = Беларуская
other-languages = На іншых мовах
next-date = Наступны раз: { $date }
year-heading = Дні памяці { $year } года
no-days = У гэтым годзе дзён памяці няма.

mistakes = У наладах ёсць памылка
mistakes-kept = Remembrance працуе далей з тым, што правільна. Усе памылкі пакажа `remembrance check`.
mistakes-more = і яшчэ { $count }
fixed = Налады зноў правільныя
fixed-kept = { PLURAL($count) ->
    [one] Запісаны { $count } дзень памяці.
    [few] Запісаны { $count } дні памяці.
   *[many] Запісана { $count } дзён памяці.
}

unopened = Не ўдаецца адкрыць артыкул: { $name }
unopened-instead = У гэтым сеансе няма браўзера, або ён не запусціўся. У тэрмінале:

category = Дні памяці
birthday-of = { $name }: дзень нараджэння
death-of = { $name }: дзень смерці
anniversary-of = { $name }: гадавіна вяселля

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year } г.
day-month = { $day } { $month }
weekdays = панядзелак|аўторак|серада|чацвер|пятніца|субота|нядзеля
weekdays-on = у панядзелак|у аўторак|у сераду|у чацвер|у пятніцу|у суботу|у нядзелю
months = студзеня|лютага|сакавіка|красавіка|мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Студзень|Люты|Сакавік|Красавік|Май|Чэрвень|Ліпень|Жнівень|Верасень|Кастрычнік|Лістапад|Снежань
weekdays-short = Пн|Аў|Ср|Чц|Пт|Сб|Нд

# By whose clock the hour of a moment is.
zone-africa-algiers = па алжырскім часе
zone-africa-asmara = па часе Асмары
zone-america-mexico-city = па часе Мехіка
zone-america-montevideo = па часе Мантэвідэа
zone-america-new-york = па нью-ёркскім часе
zone-america-toronto = па часе Таронта
zone-asia-baku = па бакінскім часе
zone-asia-beirut = па бейруцкім часе
zone-asia-colombo = па часе Каломба
zone-asia-dhaka = па часе Дакі
zone-asia-dubai = па часе Дубая
zone-asia-jerusalem = па іерусалімскім часе
zone-asia-kolkata = па індыйскім часе
zone-asia-nicosia = па часе Нікасіі
zone-asia-seoul = па сеульскім часе
zone-asia-shanghai = па пекінскім часе
zone-asia-taipei = па часе Тайбэя
zone-asia-tokyo = па такійскім часе
zone-asia-yangon = па часе Янгона
zone-asia-yerevan = па ерэванскім часе
zone-europe-amsterdam = па амстэрдамскім часе
zone-europe-brussels = па брусельскім часе
zone-europe-dublin = па дублінскім часе
zone-europe-istanbul = па стамбульскім часе
zone-europe-kyiv = па кіеўскім часе
zone-europe-london = па лонданскім часе
zone-europe-moscow = па маскоўскім часе
zone-europe-rome = па рымскім часе
zone-europe-sofia = па сафійскім часе
zone-europe-tallinn = па талінскім часе
zone-europe-vilnius = па віленскім часе
zone-europe-warsaw = па варшаўскім часе
zone-pacific-honolulu = па гавайскім часе
