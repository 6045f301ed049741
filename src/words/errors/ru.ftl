# What the commands refuse, and the way out. In English these sentences stand beside the mistakes, in the code.

label-error = ошибка
label-warning = предупреждение
label-help = подсказка
rule-heading = эта дата непонятна

# What is wrong with the phrase of a date. What stands in backquotes is written in a phrase as it is.
rule-nothing = здесь нет даты
rule-no-date = не хватает даты
rule-ends-early = выражение не закончено
rule-unexpected = `{ $text }` здесь не ожидается
rule-large-number = число `{ $text }` слишком велико
rule-number-alone = одно число — это ещё не дата
rule-unknown = { $noun ->
    [weekday] неизвестный день недели: `{ $text }`
    [month] неизвестный месяц: `{ $text }`
    [calendar] неизвестный календарь: `{ $text }`
    [feast] неизвестный праздник: `{ $text }`
   *[other] неизвестное слово: `{ $text }`
}
rule-not-a-date = `{ $text }` — не дата
rule-no-day-of-month = не хватает числа месяца
rule-needless-else = `else` не нужно: эта дата есть в каждом году
rule-else-not-every-year = дата после `else` должна быть в каждом году
rule-else-calendar = дата после `else` тоже должна быть по этому календарю: { $calendar }
rule-shared-month = `{ $name }` — месяц нескольких календарей: { $calendars }
rule-not-a-month-of = `{ $name }` — не месяц этого календаря: { $calendar }
rule-not-lunar = лунная годовщина считается только по четырём календарям
rule-bengali-month = `{ $name }` — месяц в расходящихся календарях: Bangladesh, { $others }
rule-years = этот календарь известен для { $first }–{ $last } годов, но не для { $needed }
rule-slash = дату с `{ $sign }` в разных странах читают по-разному
rule-slash-two = дату с `{ $sign }` можно прочесть двояко
rule-which-count = `{ $phrase }` можно понять двояко
rule-no-feast = такого праздника нет: { $rite } `{ $name }`
rule-year-of-date = дата этого календаря повторяется каждый год
rule-no-leap-month = ни в одном году с 1901 по 2100 нет високосного месяца { $month } ({ $calendar })
rule-unknown-calendar = `{ $name }` — месяц календаря, которого программа не знает: { $calendars }
rule-no-semicolon = перед `{ $text }` не хватает `;`
rule-too-far = `{ $text }` слишком далеко от любой даты
rule-no-weekday = ни в одном месяце нет `{ $phrase }`
rule-no-place = `{ $text }` — слишком большой порядковый номер
rule-nearest-one = с `nearest` бывает только один день недели
rule-which-weekday = какой по счёту { $weekday }?
rule-too-many-steps = больше { $most } шагов от даты
rule-moved-already = `{ $text }` уже перенесён
rule-last-of-what = `last` употребляется с `of` или `before`
rule-not-gregorian = `{ $name }` — не месяц от January до December
rule-said = дата записывается другими словами
rule-several = это несколько дат, а здесь нужна одна
rule-of-death = не хватает даты смерти
rule-of-today = здесь записывается сама дата
rule-not-yearly = фраза — о дне, который бывает раз в год и каждый год; что бывает чаще или реже, пишут правилом iCalendar
rule-hour = правило — это день без часа
rule-goes-by = `{ $name }` приходится на день по счёту, которого программа не знает: { $by }

# The way out.
help-rule-like = дата пишется так: `January 20`, `second Sunday of November`, `27 Nisan`
help-did-you-mean = может быть, `{ $name }`?
help-did-you-mean-any = что из этого имелось в виду: { $names }?
help-write = напишите так: `{ $phrase }`
help-write-any = напишите одно из: { $phrases }
help-like = пишется так: `{ $phrase }`
help-one-of = здесь место одному из: { $words }
help-number-alone = после этого числа идёт месяц, день недели, `days` или `weeks`
help-else-every-year = более ранний день месяца, день следующего месяца или `else skip`
help-month-of = это месяц календаря: { $calendars }
help-bengali-month = напишите `{ $phrase }`; даты остальных пишите по григорианскому календарю
help-which-count = напишите `{ $inclusive }`, если эта дата — первый день, иначе `{ $exclusive }`
help-year-of-death = напишите `{ $yearly }`, а для дня смерти — `{ $other }`
help-year-elsewhere = напишите `{ $yearly }`, а для другого месяца с этим названием — `{ $other }`
help-year-as-event = напишите `{ $yearly }`, а год укажите как год события (`event`)
help-year-is-event = напишите `{ $yearly }`, а годом события (`event`) укажите { $event }
help-write-gregorian = напишите дату по григорианскому календарю
help-hour = напишите `{ $phrase }`, а час — в ключе `remind` или `moment.at` этого дня
help-write-each-year = напишите дату каждого года по григорианскому календарю, например `2027-05-01`
help-at-most = считается не больше { $most }
help-first-to-fifth = от первого до пятого или `last`
help-first-to = от first до { $last }
help-leave-out = уберите `{ $text }`
help-nearer-date = считайте от более близкой даты
help-first-move = действует первый подходящий перенос
help-month-at-most = в месяце { $name } дней не больше { $longest }
help-month-has = в месяце { $name } дней: { $longest }
help-common-year = { $year } — невисокосный год: в феврале 28 дней
help-year-digits = год пишется четырьмя цифрами, от 0001 до 9999
help-month-number = месяц — от 01 до 12; порядок: год, месяц, день
help-month-first = сначала месяц, потом день, или дата целиком
help-day-first = сначала день, потом месяц
help-hebrew-year = год — по еврейскому календарю, например `5710`
help-not-in-year = в { $year } году в месяце { $name } нет такого дня
help-lunar-month = в лунном месяце не больше 30 дней
help-lunar-number = сначала месяц, от 1 до 12

# What belongs where the mistake is.
wanted-start = правило пишется так: `January 20`, `second Sunday of November`, `27 Nisan`; если ничего не подходит, напишите дату одного года, например `2027-05-01`
wanted-after-ordinal = здесь место дню недели, месяцу, `days` или `weeks`
wanted-weekday = здесь место дню недели
wanted-month = здесь место месяцу
wanted-gregorian-month = здесь место месяцу от January до December
wanted-easter = здесь место `Easter` или дню, который от неё зависит
wanted-whole-date = здесь место полной дате: год, месяц, день, например `2026-05-01`
wanted-then = здесь место `or` с другим днём недели или `then`
wanted-of = здесь место `of` и полной дате
wanted-day-of-month = здесь место числу месяца
wanted-end = дата до этого места уже закончена
wanted-from-or-of = здесь место `from` и дате или `of` и месяцу
wanted-weekday-or-day = здесь место дню недели или `day`
wanted-hebrew-year = здесь место году смерти, например `yahrzeit of 1 Kislev 5710`

# Days and packs.
lookup-day = дня `{ $name }` нет; ваши дни показывает `remembrance list`
lookup-day-near = дня `{ $name }` нет; может быть, `{ $near }`?
lookup-not-followed = вы не следите за днём `{ $day }`; чтобы следить: `remembrance follow { $pack }/{ $day }`
lookup-pack = набора `{ $name }` нет; список: `remembrance packs`
lookup-pack-near = набора `{ $name }` нет; может быть, `{ $near }`?
lookup-either = нет ни набора, ни дня `{ $name }`; список: `remembrance packs`
lookup-either-near = нет ни набора, ни дня `{ $name }`; может быть, `{ $near }`?
lookup-day-of-pack = в наборе `{ $pack }` нет дня `{ $day }`; список: `remembrance packs { $pack }`
lookup-day-of-pack-near = в наборе `{ $pack }` нет дня `{ $day }`; может быть, `{ $near }`?
add-future = { $date } ещё не наступило: для каждого года напишите "{ $yearly }", только для этой даты добавьте `--once`
add-same-name = день с таким именем уже есть; ещё один добавляет `--id`
    {"  "}{ $id }: { $name }, { $rules }
add-taken = день `{ $id }` уже есть; дайте этому другое имя с `--id`
add-taken-by-pack = день `{ $id }` уже есть в наборе `{ $pack }`; дайте этому другое имя с `--id`
add-two-readings = `{ $phrase }` можно прочесть двояко; напишите `{ $first }` или `{ $second }`
add-event-of-calendar = `--event { $event }` — год григорианский, а похож на год календаря { $calendar }: напишите `--event { $gregorian }`
add-moment = `{ $text }` — не время события; напишите, например, `12:00 Минута молчания`
empty-span = `--from { $from }` позже, чем `--to { $to }`
too-many-occurrences = дней больше { $most }; покажите меньше, например `--from 2027-01-01 --to 2027-01-31`
no-such-year = год — от 1 до 9999
not-kept = день `{ $day }` не приходится на { $date }; в этом году: { $known }
not-kept-that-year = день `{ $day }` не приходится на { $date }; в этом году его нет
day-over = день `{ $day }` больше не наступит
no-article = у дня `{ $day }` нет статьи; напишите её в файл `{ $file }`
broken-article = в статье дня `{ $day }` есть ошибка; строку показывает `remembrance check`
day-of-pack = день `{ $day }` входит в набор `{ $pack }`; чтобы не следить за ним: `remembrance unfollow { $pack }/{ $day }`
day-of-others = дня `{ $day }` нет в ваших файлах; откуда он: `remembrance check -v`
not-followed = вы не следите за `{ $name }`; вы следите за: { $followed }
nothing-followed = вы не следите за `{ $name }` и ни за чем другим
not-muted = напоминания о дне `{ $day }` не отключены
nothing-to-rehearse = показать нечего: предстоящих дней нет

# The configuration.
changed-meanwhile = ничего не изменено: файл `{ $file }` тем временем изменила другая программа; попробуйте ещё раз
config-edit = файл `{ $file }` не изменён
config-exists = файл `{ $file }` уже есть; его открывает `remembrance edit`
has-a-mistake = ничего не изменено: в файле `{ $file }` есть ошибка
would-have-a-mistake = ничего не изменено: в файле `{ $file }` появилась бы ошибка
has-mistakes = { $first }; все ошибки: `remembrance check`
has-more-mistakes = { $first } (и ещё { $more }); все ошибки: `remembrance check`
left-out = день `{ $day }` пропущен: { $why }
more-left-out = пропущено дней ещё: { $more }
edit-syntax = это не TOML; место показывает `remembrance check`
edit-too-large = начиная со строки { $line } он слишком велик, чтобы менять его командой; файл открывает `remembrance edit`
edit-day-exists = день `{ $day }` уже есть
edit-not-a-table = `{ $key }` — не таблица; подробнее: `remembrance check`
edit-follow = `follow` — не список; подробнее: `remembrance check`
set-unknown-key = неизвестный ключ `{ $key }`; ключи перечисляет remembrance.toml(5)
set-unknown-key-near = неизвестный ключ `{ $key }`; может быть, `{ $near }`?
set-not-a-number = `{ $key }` — целое число, а не `{ $value }`
set-not-a-flag = `{ $key }` — `true` или `false`, а не `{ $value }`
set-table = `{ $key }` — таблица со своими ключами; файл открывает `remembrance edit`
set-not-set = ключа `{ $key }` нет в вашем файле; и так действует значение по умолчанию

# The rest.
question-canceled = ничего не изменено
question-failed = невозможно спросить: { $why }
setup-no-terminal = `setup` задаёт вопросы в терминале; без него: `remembrance setup --yes` с параметрами
not-running = remembrance не запущена
not-a-time = `{ $text }` — не время; напишите, например, `2027-01-20 09:00`
no-home = нет домашней папки: переменная `HOME` не задана
file-read = не удаётся прочесть `{ $file }`
file-write = не удаётся записать `{ $file }`
file-remove = не удаётся удалить `{ $file }`
fault-not-found = такого файла нет
fault-denied = нет прав
fault-full = на диске нет места
fault-read-only = файловая система только для чтения
fault-folder = это папка
