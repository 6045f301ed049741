# What the commands refuse, and the way out. In English these sentences stand beside the mistakes, in the code.

label-error = xəta
label-warning = xəbərdarlıq
label-help = məsləhət
rule-heading = bu tarix anlaşılmır

# What is wrong with the phrase of a date. What stands in backquotes is written in a phrase as it is.
rule-nothing = burada tarix yoxdur
rule-no-date = tarix çatışmır
rule-ends-early = ifadə yarımçıqdır
rule-unexpected = `{ $text }` burada gözlənilmir
rule-large-number = `{ $text }` çox böyük ədəddir
rule-number-alone = tək ədəd tarix deyil
rule-unknown = { $noun ->
    [weekday] naməlum həftə günü: `{ $text }`
    [month] naməlum ay: `{ $text }`
    [calendar] naməlum təqvim: `{ $text }`
    [feast] naməlum bayram: `{ $text }`
   *[other] naməlum söz: `{ $text }`
}
rule-not-a-date = `{ $text }` tarix deyil
rule-no-day-of-month = ayın günü çatışmır
rule-needless-else = `else` lazım deyil: bu tarix hər ildə var
rule-else-not-every-year = `else` sözündən sonrakı tarix hər ildə olmalıdır
rule-else-calendar = `else` sözündən sonrakı tarix də bu təqvimlə olmalıdır: { $calendar }
rule-shared-month = `{ $name }` bir neçə təqvimin ayıdır: { $calendars }
rule-not-a-month-of = `{ $name }` bu təqvimin ayı deyil: { $calendar }
rule-not-lunar = ay təqvimi ilə ildönümü yalnız dörd təqvimdə sayılır
rule-bengali-month = `{ $name }` bir-birindən fərqlənən təqvimlərin ayıdır: Bangladesh, { $others }
rule-years = bu təqvim { $first }–{ $last } illəri üçün məlumdur, { $needed } üçün yox
rule-slash = `{ $sign }` ilə yazılan tarix ölkədən ölkəyə fərqli oxunur
rule-slash-two = `{ $sign }` ilə yazılan tarix iki cür oxuna bilər
rule-which-count = `{ $phrase }` iki cür anlaşıla bilər
rule-no-feast = belə bayram yoxdur: { $rite } `{ $name }`
rule-year-of-date = bu təqvimin tarixi hər il təkrarlanır
rule-no-leap-month = 1901–2100 illərinin heç birində { $calendar } təqviminin { $month }-ci ayı artıq ay deyil
rule-unknown-calendar = `{ $name }` proqramın bilmədiyi təqvimin ayıdır: { $calendars }
rule-no-semicolon = `{ $text }` sözündən əvvəl `;` çatışmır
rule-too-far = `{ $text }` istənilən tarixdən çox uzaqdır
rule-no-weekday = heç bir ayda `{ $phrase }` yoxdur
rule-no-place = `{ $text }` sıra sayı kimi çox böyükdür
rule-nearest-one = `nearest` yalnız bir həftə günü ilə işlənir
rule-which-weekday = ayın neçənci { $weekday } günü?
rule-too-many-steps = tarixdən { $most } addımdan artıq uzaqlaşır
rule-moved-already = `{ $text }` artıq köçürülüb
rule-last-of-what = `last` ilə `of` və ya `before` işlənir
rule-not-gregorian = `{ $name }` January–December aylarından deyil
rule-said = tarix başqa sözlərlə yazılır
rule-several = bunlar bir neçə tarixdir, buraya isə biri yazılır
rule-of-death = ölüm tarixi çatmır
rule-of-today = buraya tarixin özü yazılır
rule-not-yearly = ifadə hər il bir dəfə gələn gün üçündür; daha tez-tez və ya daha seyrək gələn gün iCalendar qaydası ilə yazılır
rule-hour = qayda saatsız bir gündür
rule-goes-by = `{ $name }` proqramın bilmədiyi hesabla gəlir: { $by }

# The way out.
help-rule-like = tarix belə yazılır: `January 20`, `second Sunday of November`, `27 Nisan`
help-did-you-mean = `{ $name }` nəzərdə tuturdunuz?
help-did-you-mean-any = bunlardan hansını nəzərdə tuturdunuz: { $names }?
help-write = belə yazın: `{ $phrase }`
help-write-any = bunlardan birini yazın: { $phrases }
help-like = belə yazılır: `{ $phrase }`
help-one-of = buraya bunlardan biri gəlir: { $words }
help-number-alone = bu ədəddən sonra ay, həftə günü, `days` və ya `weeks` gəlir
help-else-every-year = həmin ayın əvvəlki günü, növbəti ayın bir günü və ya `else skip`
help-month-of = bu təqvimin ayıdır: { $calendars }
help-bengali-month = `{ $phrase }` yazın; digərlərinin tarixini miladi təqvimlə yazın
help-which-count = həmin tarix birinci gündürsə `{ $inclusive }`, deyilsə `{ $exclusive }` yazın
help-year-of-death = `{ $yearly }` yazın, vəfat günü üçünsə `{ $other }`
help-year-elsewhere = `{ $yearly }` yazın, eyni adlı başqa ay üçünsə `{ $other }`
help-year-as-event = `{ $yearly }` yazın, ili isə hadisənin ili (`event`) kimi verin
help-year-is-event = `{ $yearly }` yazın, hadisənin ilini (`event`) isə { $event } kimi göstərin
help-write-gregorian = tarixi miladi təqvimlə yazın
help-hour = `{ $phrase }` yazın, saatı isə günün `remind` və ya `moment.at` açarına
help-write-each-year = hər ilin tarixini miladi təqvimlə yazın, məsələn `2027-05-01`
help-at-most = ən çoxu { $most } saymaq olar
help-first-to-fifth = birincidən beşinciyə qədər və ya `last`
help-first-to = first ilə { $last } arasında
help-leave-out = `{ $text }` yazmayın
help-nearer-date = daha yaxın tarixdən sayın
help-first-move = uyğun gələn ilk köçürmə tətbiq olunur
help-month-at-most = { $name } ayında ən çoxu { $longest } gün var
help-month-has = { $name } ayında { $longest } gün var
help-common-year = { $year } adi ildir: fevralda 28 gün var
help-year-digits = il dörd rəqəmlə yazılır: 0001–9999
help-month-number = ay 01–12 aralığındadır; ardıcıllıq: il, ay, gün
help-month-first = əvvəl ay yazılır, sonra gün; ya da bütöv tarix
help-day-first = əvvəl gün yazılır, sonra ay
help-hebrew-year = il yəhudi təqvimi ilə olmalıdır, məs. `5710`
help-not-in-year = { $year } ilində { $name } ayında belə gün yoxdur
help-lunar-month = ay təqvimində ayda ən çoxu 30 gün olur
help-lunar-number = əvvəl ay gəlir, 1–12

# What belongs where the mistake is.
wanted-start = qayda belə yazılır: `January 20`, `second Sunday of November`, `27 Nisan`; heç biri uyğun deyilsə, bir ilin tarixini yazın, məsələn `2027-05-01`
wanted-after-ordinal = buraya həftə günü, ay, `days` və ya `weeks` gəlir
wanted-weekday = buraya həftə günü gəlir
wanted-month = buraya ay gəlir
wanted-gregorian-month = buraya January–December aylarından biri gəlir
wanted-easter = buraya `Easter` və ya ondan asılı bir gün gəlir
wanted-whole-date = buraya bütöv tarix gəlir: il, ay, gün, məs. `2026-05-01`
wanted-then = buraya `or` ilə başqa həftə günü və ya `then` gəlir
wanted-of = buraya `of` və bütöv tarix gəlir
wanted-day-of-month = buraya ayın günü gəlir
wanted-end = tarix bundan əvvəl bitir
wanted-from-or-of = buraya `from` və tarix, yaxud `of` və ay gəlir
wanted-weekday-or-day = buraya həftə günü və ya `day` gəlir
wanted-hebrew-year = buraya vəfat ili gəlir, məs. `yahrzeit of 1 Kislev 5710`

# Days and packs.
lookup-day = `{ $name }` adlı gün yoxdur; izlədiyiniz günlər: `remembrance list`
lookup-day-near = `{ $name }` adlı gün yoxdur; `{ $near }` nəzərdə tuturdunuz?
lookup-not-followed = `{ $day }` günü izlənmir; izləmək üçün: `remembrance follow { $pack }/{ $day }`
lookup-pack = `{ $name }` adlı paket yoxdur; siyahı: `remembrance packs`
lookup-pack-near = `{ $name }` adlı paket yoxdur; `{ $near }` nəzərdə tuturdunuz?
lookup-either = `{ $name }` adlı paket və ya gün yoxdur; siyahı: `remembrance packs`
lookup-either-near = `{ $name }` adlı paket və ya gün yoxdur; `{ $near }` nəzərdə tuturdunuz?
lookup-day-of-pack = `{ $pack }` paketində `{ $day }` günü yoxdur; siyahı: `remembrance packs { $pack }`
lookup-day-of-pack-near = `{ $pack }` paketində `{ $day }` günü yoxdur; `{ $near }` nəzərdə tuturdunuz?
add-future = { $date } hələ gəlməyib: hər il üçün "{ $yearly }" yazın, yalnız həmin tarix üçün `--once` əlavə edin
add-same-name = bu adda gün artıq var; başqasını `--id` ilə əlavə edin
    {"  "}{ $id }: { $name }, { $rules }
add-taken = `{ $id }` günü artıq var; bu günə `--id` ilə başqa ad verin
add-taken-by-pack = `{ $pack }` paketində `{ $id }` günü artıq var; bu günə `--id` ilə başqa ad verin
add-two-readings = `{ $phrase }` iki cür oxuna bilər; `{ $first }` və ya `{ $second }` yazın
add-event-of-calendar = `--event { $event }` miladi ildir; { $calendar } təqviminin ilinə oxşayır: `--event { $gregorian }` yazın
add-moment = `{ $text }` bir an deyil; belə yazın: `12:00 Bir dəqiqəlik sükut`
empty-span = `--from { $from }` `--to { $to }` tarixindən sonradır
too-many-occurrences = { $most } gündən çoxdur; daha azını göstərin, məs. `--from 2027-01-01 --to 2027-01-31`
no-such-year = il 1 ilə 9999 arasında olmalıdır
not-kept = `{ $day }` günü { $date } tarixinə düşmür; həmin ildə: { $known }
not-kept-that-year = `{ $day }` günü { $date } tarixinə düşmür; həmin ildə heç olmur
day-over = `{ $day }` günü bir daha gəlməyəcək
no-article = `{ $day }` gününün məqaləsi yoxdur; onu `{ $file }` faylına yazın
broken-article = `{ $day }` gününün məqaləsində səhv var; sətrini `remembrance check` göstərir
day-of-pack = `{ $day }` günü `{ $pack }` paketindəndir; izləməyi dayandırmaq üçün: `remembrance unfollow { $pack }/{ $day }`
day-of-others = `{ $day }` günü sizin fayllarınızda yoxdur; mənbəyi: `remembrance check -v`
not-followed = `{ $name }` izlənmir; izlənənlər: { $followed }
nothing-followed = `{ $name }` izlənmir; heç nə izlənmir
not-muted = `{ $day }` gününün xatırlatmaları dayandırılmayıb
nothing-to-rehearse = göstəriləcək xatırlatma yoxdur: qarşıda gün yoxdur

# The configuration.
changed-meanwhile = heç nə dəyişdirilmədi: `{ $file }` bu arada başqa proqram tərəfindən dəyişdirilib; yenidən cəhd edin
config-edit = `{ $file }` dəyişdirilmədi
config-exists = `{ $file }` artıq var; açmaq üçün: `remembrance edit`
has-a-mistake = heç nə dəyişdirilmədi: `{ $file }` faylında səhv var
would-have-a-mistake = heç nə dəyişdirilmədi: `{ $file }` faylında səhv yaranardı
has-mistakes = { $first }; bütün səhvlər: `remembrance check`
has-more-mistakes = { $first } (daha { $more }); bütün səhvlər: `remembrance check`
left-out = `{ $day }` günü buraxılır: { $why }
more-left-out = daha { $more } gün buraxılır
edit-syntax = düzgün TOML deyil; yerini `remembrance check` göstərir
edit-too-large = { $line } nömrəli sətirdən başlayaraq bir əmrlə dəyişdirilmək üçün çox böyükdür; faylı `remembrance edit` açır
edit-day-exists = `{ $day }` günü artıq var
edit-not-a-table = `{ $key }` cədvəl deyil; ətraflı: `remembrance check`
edit-follow = `follow` siyahı deyil; ətraflı: `remembrance check`
set-unknown-key = naməlum açar: `{ $key }`; açarlar: remembrance.toml(5)
set-unknown-key-near = naməlum açar: `{ $key }`; `{ $near }` nəzərdə tuturdunuz?
set-not-a-number = `{ $key }` tam ədəd olmalıdır, `{ $value }` yox
set-not-a-flag = `{ $key }` `true` və ya `false` olmalıdır, `{ $value }` yox
set-table = `{ $key }` öz açarları olan cədvəldir; faylı `remembrance edit` açır
set-not-set = `{ $key }` sizin faylınızda yoxdur; onsuz da susmaya görə qiyməti qüvvədədir

# The rest.
question-canceled = heç nə dəyişdirilmədi
question-failed = soruşmaq mümkün deyil: { $why }
setup-no-terminal = `setup` suallarını terminalda verir; terminal yoxdursa: `remembrance setup --yes` və parametrlər
not-running = remembrance işləmir
not-a-time = `{ $text }` vaxt deyil; belə yazın: `2027-01-20 09:00`
no-home = ev qovluğu yoxdur: `HOME` təyin edilməyib
file-read = `{ $file }` oxunmur
file-write = `{ $file }` yazılmır
file-remove = `{ $file }` silinmir
fault-not-found = belə fayl yoxdur
fault-denied = icazə yoxdur
fault-full = diskdə yer qalmayıb
fault-read-only = fayl sistemi yalnız oxumaq üçündür
fault-folder = bu, qovluqdur
