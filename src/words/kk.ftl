# What the program says, in Kazakh.

summary = { $name } · { $years }
years = { $count } жыл
hijri-years = { years } (хижра бойынша)
by-calculation = Есеп бойынша; сіз тұратын жерде жарияланған күн бір күнге өзгеше болуы мүмкін.

today = Бүгін
tomorrow = Ертең, { $date }
in-days = { $count ->
    [1] Бір күннен кейін, { $date }
   *[other] { $count } күннен кейін, { $date }
}
in-weeks = { $count ->
    [1] Бір аптадан кейін, { $date }
   *[other] { $count } аптадан кейін, { $date }
}
yesterday = Кеше
days-ago = { $count ->
    [1] Бір күн бұрын, { $date }
   *[other] { $count } күн бұрын, { $date }
}
was-off = { $when }, компьютер өшіп тұрғанда
paragraph = { $when }. { $excerpt }

together = { $count } еске алу күні
together-more = және тағы { $count }

moment-here = { $what }, сағат { $at }
moment-there = { $what }, { $zone } сағат { $there } (мұнда { $at })
moment-there-date = { $what }, { $zone } сағат { $there } (мұнда { $date }, { $at })
moment-elsewhere = { $what }, { $place } уақытымен сағат { $there } (мұнда { $at })
moment-elsewhere-date = { $what }, { $place } уақытымен сағат { $there } (мұнда { $date }, { $at })
moment-soon = { $count ->
    [0] Қазір. { $moment }
    [1] Бір минуттан кейін. { $moment }
   *[other] { $count } минуттан кейін. { $moment }
}

minute-of-silence = Бір минут үнсіздік
two-minutes-of-silence = Екі минут үнсіздік
silence = Үнсіздік
sirens = Дабыл сиренасы
sirens-and-minute-of-silence = Дабыл сиренасы және бір минут үнсіздік
sirens-and-two-minutes-of-silence = Дабыл сиренасы және екі минут үнсіздік
bell-and-minute-of-silence = Қоңырау және бір минут үнсіздік
candles = Шам жағылады
commemoration = Еске алу рәсімі

read = Оқу
later = Кейінірек
sources = Дереккөздер
language-name = Қазақша
other-languages = Басқа тілдерде
next-date = Келесі жолы: { $date }
year-heading = { $year } жылғы еске алу күндері
no-days = Бұл жылы еске алу күні жоқ.

mistakes = Баптауларда қате бар
mistakes-kept = Remembrance дұрыс баптаулармен жұмысын жалғастырады. Барлық қатені `remembrance check` көрсетеді.
mistakes-more = және тағы { $count }
fixed = Баптаулар қайтадан дұрыс
fixed-kept = { $count } күн енгізілген.

unopened = Мақала ашылмай тұр: { $name }
unopened-instead = Бұл сеанста браузер жоқ немесе ол іске қосылмады. Терминалда:

category = Еске алу күндері
birthday-of = { $name }: туған күні
death-of = { $name }: қайтыс болған күні
anniversary-of = { $name }: үйлену тойының мерейтойы

date = { $day } { $month }, { $weekday }
date-long = { $year } ж. { $day } { $month }, { $weekday }
day-month = { $day } { $month }
weekdays = дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі
months = қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Қаңтар|Ақпан|Наурыз|Сәуір|Мамыр|Маусым|Шілде|Тамыз|Қыркүйек|Қазан|Қараша|Желтоқсан
weekdays-short = Дс|Сс|Ср|Бс|Жм|Сб|Жс

# By whose clock the hour of a moment is.
zone-africa-algiers = Алжир уақытымен
zone-africa-asmara = Асмара уақытымен
zone-america-mexico-city = Мехико уақытымен
zone-america-montevideo = Монтевидео уақытымен
zone-america-new-york = Нью-Йорк уақытымен
zone-america-toronto = Торонто уақытымен
zone-asia-baku = Баку уақытымен
zone-asia-beirut = Бейрут уақытымен
zone-asia-colombo = Коломбо уақытымен
zone-asia-dhaka = Дакка уақытымен
zone-asia-dubai = Дубай уақытымен
zone-asia-jerusalem = Иерусалим уақытымен
zone-asia-kolkata = Үндістан уақытымен
zone-asia-nicosia = Никосия уақытымен
zone-asia-seoul = Сеул уақытымен
zone-asia-shanghai = Пекин уақытымен
zone-asia-taipei = Тайбэй уақытымен
zone-asia-tokyo = Токио уақытымен
zone-asia-yangon = Янгон уақытымен
zone-asia-yerevan = Ереван уақытымен
zone-europe-amsterdam = Амстердам уақытымен
zone-europe-brussels = Брюссель уақытымен
zone-europe-dublin = Дублин уақытымен
zone-europe-istanbul = Стамбұл уақытымен
zone-europe-kyiv = Киев уақытымен
zone-europe-london = Лондон уақытымен
zone-europe-moscow = Мәскеу уақытымен
zone-europe-rome = Рим уақытымен
zone-europe-sofia = София уақытымен
zone-europe-tallinn = Таллин уақытымен
zone-europe-vilnius = Вильнюс уақытымен
zone-europe-warsaw = Варшава уақытымен
zone-pacific-honolulu = Гавай уақытымен
