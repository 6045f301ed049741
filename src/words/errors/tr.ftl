# What the commands refuse, and the way out. In English these sentences stand beside the mistakes, in the code.

label-error = hata
label-warning = uyarı
label-help = öneri
rule-heading = bu tarih anlaşılamadı

# What is wrong with the phrase of a date. What stands in backquotes is written in a phrase as it is.
rule-nothing = burada tarih yok
rule-no-date = tarih eksik
rule-ends-early = ifade yarım kalmış
rule-unexpected = `{ $text }` burada beklenmiyor
rule-large-number = `{ $text }` çok büyük bir sayı
rule-number-alone = tek başına bir sayı tarih değildir
rule-unknown = { $noun ->
    [weekday] bilinmeyen hafta günü: `{ $text }`
    [month] bilinmeyen ay: `{ $text }`
    [calendar] bilinmeyen takvim: `{ $text }`
    [feast] bilinmeyen bayram: `{ $text }`
   *[other] bilinmeyen sözcük: `{ $text }`
}
rule-not-a-date = `{ $text }` bir tarih değil
rule-no-day-of-month = ayın günü eksik
rule-needless-else = `else` gereksiz: bu tarih her yılda var
rule-else-not-every-year = `else` sözcüğünden sonraki tarih her yılda bulunmalı
rule-else-calendar = `else` sözcüğünden sonraki tarih de bu takvimle olmalı: { $calendar }
rule-shared-month = `{ $name }` birden çok takvimin ayıdır: { $calendars }
rule-not-a-month-of = `{ $name }` bu takvimin ayı değil: { $calendar }
rule-not-lunar = ay takvimiyle yıl dönümü yalnızca dört takvimde sayılır
rule-bengali-month = `{ $name }` birbirinden farklı takvimlerin ayıdır: Bangladesh, { $others }
rule-years = bu takvim { $first }–{ $last } yılları için biliniyor, { $needed } için bilinmiyor
rule-slash = `{ $sign }` ile yazılan tarih ülkeden ülkeye farklı okunur
rule-slash-two = `{ $sign }` ile yazılan tarih iki türlü okunabilir
rule-which-count = `{ $phrase }` iki türlü anlaşılabilir
rule-no-feast = böyle bir bayram yok: { $rite } `{ $name }`
rule-year-of-date = bu takvimin tarihi her yıl yinelenir
rule-no-leap-month = 1901–2100 yıllarının hiçbirinde { $calendar } takviminin { $month }. ayı artık ay değil
rule-unknown-calendar = `{ $name }`, programın bilmediği bir takvimin ayıdır: { $calendars }
rule-no-semicolon = `{ $text }` sözcüğünden önce `;` eksik
rule-too-far = `{ $text }` her tarihten çok uzak
rule-no-weekday = hiçbir ayda `{ $phrase }` yok
rule-no-place = `{ $text }` sıra sayısı olarak çok büyük
rule-nearest-one = `nearest` yalnızca bir hafta günüyle kullanılır
rule-which-weekday = ayın kaçıncı { $weekday } günü?
rule-too-many-steps = tarihten { $most } adımdan fazla uzaklaşıyor
rule-moved-already = `{ $text }` zaten taşınmış
rule-last-of-what = `last`, `of` veya `before` ile kullanılır
rule-not-gregorian = `{ $name }`, January–December aylarından biri değil
rule-said = tarih başka sözcüklerle yazılır
rule-several = bunlar birkaç tarih, burada ise biri yazılır
rule-of-death = ölüm tarihi eksik
rule-of-today = buraya tarihin kendisi yazılır
rule-not-yearly = ifade her yıl bir kez gelen gün içindir; daha sık ya da daha seyrek gelen gün iCalendar kuralıyla yazılır
rule-hour = kural, saati olmayan bir gündür
rule-goes-by = `{ $name }`, programın bilmediği bir hesaba göre gelir: { $by }

# The way out.
help-rule-like = tarih şöyle yazılır: `January 20`, `second Sunday of November`, `27 Nisan`
help-did-you-mean = `{ $name }` mı demek istediniz?
help-did-you-mean-any = hangisini demek istediniz: { $names }?
help-write = şöyle yazın: `{ $phrase }`
help-write-any = bunlardan birini yazın: { $phrases }
help-like = şu biçimde yazılır: `{ $phrase }`
help-one-of = buraya bunlardan biri gelir: { $words }
help-number-alone = bu sayıdan sonra ay, hafta günü, `days` veya `weeks` gelir
help-else-every-year = ayın daha önceki bir günü, sonraki ayın bir günü veya `else skip`
help-month-of = bu takvimin ayıdır: { $calendars }
help-bengali-month = `{ $phrase }` yazın; ötekilerin tarihini miladi takvimle yazın
help-which-count = o tarih birinci günse `{ $inclusive }`, değilse `{ $exclusive }` yazın
help-year-of-death = `{ $yearly }` yazın, ölüm günü için `{ $other }`
help-year-elsewhere = `{ $yearly }` yazın, aynı adlı öteki ay için `{ $other }`
help-year-as-event = `{ $yearly }` yazın, yılı da olayın yılı (`event`) olarak verin
help-year-is-event = `{ $yearly }` yazın, olayın yılını (`event`) { $event } olarak verin
help-write-gregorian = tarihi miladi takvimle yazın
help-hour = `{ $phrase }` yazın, saati ise günün `remind` veya `moment.at` anahtarına
help-write-each-year = her yılın tarihini miladi takvimle yazın, örneğin `2027-05-01`
help-at-most = en çok { $most } sayılabilir
help-first-to-fifth = birinciden beşinciye kadar veya `last`
help-first-to = first ile { $last } arası
help-leave-out = `{ $text }` yazmayın
help-nearer-date = daha yakın bir tarihten sayın
help-first-move = uyan ilk taşıma uygulanır
help-month-at-most = { $name } ayında en çok { $longest } gün var
help-month-has = { $name } ayında { $longest } gün var
help-common-year = { $year } artık yıl değil: şubat 28 gün çeker
help-year-digits = yıl dört rakamla yazılır: 0001–9999
help-month-number = ay 01–12 arasındadır; sıra: yıl, ay, gün
help-month-first = önce ay yazılır, sonra gün; ya da tam tarih
help-day-first = önce gün yazılır, sonra ay
help-hebrew-year = yıl İbrani takvimiyle olmalı, ör. `5710`
help-not-in-year = { $year } yılında { $name } ayında böyle bir gün yok
help-lunar-month = ay takviminde bir ay en çok 30 gündür
help-lunar-number = önce ay gelir, 1–12

# What belongs where the mistake is.
wanted-start = kural şöyle yazılır: `January 20`, `second Sunday of November`, `27 Nisan`; hiçbiri uymuyorsa bir yılın tarihini yazın, örneğin `2027-05-01`
wanted-after-ordinal = buraya hafta günü, ay, `days` veya `weeks` gelir
wanted-weekday = buraya hafta günü gelir
wanted-month = buraya ay gelir
wanted-gregorian-month = buraya January–December aylarından biri gelir
wanted-easter = buraya `Easter` veya ona bağlı bir gün gelir
wanted-whole-date = buraya tam tarih gelir: yıl, ay, gün, ör. `2026-05-01`
wanted-then = buraya `or` ile başka bir hafta günü veya `then` gelir
wanted-of = buraya `of` ve tam tarih gelir
wanted-day-of-month = buraya ayın günü gelir
wanted-end = tarih bundan önce bitiyor
wanted-from-or-of = buraya `from` ve tarih ya da `of` ve ay gelir
wanted-weekday-or-day = buraya hafta günü veya `day` gelir
wanted-hebrew-year = buraya ölüm yılı gelir, ör. `yahrzeit of 1 Kislev 5710`

# Days and packs.
lookup-day = `{ $name }` adlı bir gün yok; tuttuğunuz günler: `remembrance list`
lookup-day-near = `{ $name }` adlı bir gün yok; `{ $near }` mı demek istediniz?
lookup-not-followed = `{ $day }` günü izlenmiyor; izlemek için: `remembrance follow { $pack }/{ $day }`
lookup-pack = `{ $name }` adlı bir paket yok; liste: `remembrance packs`
lookup-pack-near = `{ $name }` adlı bir paket yok; `{ $near }` mı demek istediniz?
lookup-either = `{ $name }` adlı bir paket veya gün yok; liste: `remembrance packs`
lookup-either-near = `{ $name }` adlı bir paket veya gün yok; `{ $near }` mı demek istediniz?
lookup-day-of-pack = `{ $pack }` paketinde `{ $day }` günü yok; liste: `remembrance packs { $pack }`
lookup-day-of-pack-near = `{ $pack }` paketinde `{ $day }` günü yok; `{ $near }` mı demek istediniz?
add-future = { $date } henüz gelmedi: her yıl için "{ $yearly }" yazın, yalnızca o tarih için `--once` ekleyin
add-same-name = bu adda bir gün zaten var; başkasını `--id` ile ekleyin
    {"  "}{ $id }: { $name }, { $rules }
add-taken = `{ $id }` günü zaten var; bu güne `--id` ile başka bir ad verin
add-taken-by-pack = `{ $pack }` paketinde `{ $id }` günü zaten var; bu güne `--id` ile başka bir ad verin
add-two-readings = `{ $phrase }` iki türlü okunabilir; `{ $first }` veya `{ $second }` yazın
add-event-of-calendar = `--event { $event }` miladi yıldır; { $calendar } takviminin yılına benziyor: `--event { $gregorian }` yazın
add-moment = `{ $text }` bir an değil; şöyle yazın: `12:00 Bir dakikalık saygı duruşu`
empty-span = `--from { $from }`, `--to { $to }` tarihinden sonra
too-many-occurrences = { $most } günden fazla; daha azını listeleyin, ör. `--from 2027-01-01 --to 2027-01-31`
no-such-year = yıl 1 ile 9999 arasında olmalı
not-kept = `{ $day }` günü { $date } tarihine denk gelmiyor; o yıl: { $known }
not-kept-that-year = `{ $day }` günü { $date } tarihine denk gelmiyor; o yıl hiç yok
day-over = `{ $day }` günü bir daha gelmeyecek
no-article = `{ $day }` gününün yazısı yok; `{ $file }` dosyasına yazın
broken-article = `{ $day }` gününün yazısında bir yanlış var; satırını `remembrance check` gösterir
day-of-pack = `{ $day }` günü `{ $pack }` paketinden geliyor; izlemeyi bırakmak için: `remembrance unfollow { $pack }/{ $day }`
day-of-others = `{ $day }` günü sizin dosyalarınızda yok; kaynağı: `remembrance check -v`
not-followed = `{ $name }` izlenmiyor; izlenenler: { $followed }
nothing-followed = `{ $name }` izlenmiyor; hiçbir şey izlenmiyor
not-muted = `{ $day }` günü sessize alınmamış
nothing-to-rehearse = gösterilecek hatırlatma yok: yaklaşan gün yok

# The configuration.
changed-meanwhile = hiçbir şey değiştirilmedi: `{ $file }` bu arada başka bir program tarafından değiştirildi; yeniden deneyin
config-edit = `{ $file }` değiştirilmedi
config-exists = `{ $file }` zaten var; açmak için: `remembrance edit`
has-a-mistake = hiçbir şey değiştirilmedi: `{ $file }` dosyasında bir yanlış var
would-have-a-mistake = hiçbir şey değiştirilmedi: `{ $file }` dosyasında bir yanlış oluşacaktı
has-mistakes = { $first }; bütün yanlışlar: `remembrance check`
has-more-mistakes = { $first } ({ $more } tane daha); bütün yanlışlar: `remembrance check`
left-out = `{ $day }` günü atlandı: { $why }
more-left-out = { $more } gün daha atlandı
edit-syntax = geçerli TOML değil; yerini `remembrance check` gösterir
edit-too-large = { $line }. satırdan itibaren bir komutla değiştirilemeyecek kadar büyük; dosyayı `remembrance edit` açar
edit-day-exists = `{ $day }` günü zaten var
edit-not-a-table = `{ $key }` bir tablo değil; ayrıntılar: `remembrance check`
edit-follow = `follow` bir liste değil; ayrıntılar: `remembrance check`
set-unknown-key = bilinmeyen anahtar: `{ $key }`; anahtarlar: remembrance.toml(5)
set-unknown-key-near = bilinmeyen anahtar: `{ $key }`; `{ $near }` mı demek istediniz?
set-not-a-number = `{ $key }` bir tam sayı olmalı, `{ $value }` değil
set-not-a-flag = `{ $key }` `true` veya `false` olmalı, `{ $value }` değil
set-table = `{ $key }` kendi anahtarları olan bir tablo; dosyayı `remembrance edit` açar
set-not-set = `{ $key }` sizin dosyanızda yok; varsayılan değeri zaten geçerli

# The rest.
question-canceled = hiçbir şey değiştirilmedi
question-failed = sorulamıyor: { $why }
setup-no-terminal = `setup` sorularını terminalde sorar; terminal yoksa: `remembrance setup --yes` ve seçenekler
not-running = remembrance çalışmıyor
not-a-time = `{ $text }` bir zaman değil; şöyle yazın: `2027-01-20 09:00`
no-home = ev dizini yok: `HOME` ayarlanmamış
file-read = `{ $file }` okunamıyor
file-write = `{ $file }` yazılamıyor
file-remove = `{ $file }` silinemiyor
fault-not-found = böyle bir dosya yok
fault-denied = izin yok
fault-full = diskte yer kalmadı
fault-read-only = dosya sistemi salt okunur
fault-folder = bu bir dizin
