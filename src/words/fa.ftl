# What the program says, in Persian.

summary = { $name } · { $years }
years = { $count } سال
hijri-years = { years } (قمری)
by-calculation = بر پایهٔ محاسبه؛ روز اعلام‌شده در محل شما ممکن است یک روز تفاوت داشته باشد.

today = امروز
tomorrow = فردا، { $date }
in-days = { $count } روز دیگر، { $date }
in-weeks = { $count ->
    [1] یک هفتهٔ دیگر، { $date }
   *[other] { $count } هفتهٔ دیگر، { $date }
}
yesterday = دیروز
days-ago = { $count ->
    [1] یک روز پیش، { $date }
   *[other] { $count } روز پیش، { $date }
}
was-off = { $when }، وقتی رایانه خاموش بود
paragraph = { $when }. { $excerpt }

together = { $count } روز یادبود
together-more = و { $count } روز دیگر

moment-here = { $what } در ساعت { $at }
moment-there = { $what } در ساعت { $there } { $zone } (اینجا ساعت { $at })
moment-there-date = { $what } در ساعت { $there } { $zone } (اینجا { $date }، ساعت { $at })
moment-elsewhere = { $what } در ساعت { $there } به وقت { $place } (اینجا ساعت { $at })
moment-elsewhere-date = { $what } در ساعت { $there } به وقت { $place } (اینجا { $date }، ساعت { $at })
moment-soon = { $count ->
    [0] اکنون: { $moment }
    [1] یک دقیقهٔ دیگر: { $moment }
   *[other] { $count } دقیقهٔ دیگر: { $moment }
}

minute-of-silence = یک دقیقه سکوت
two-minutes-of-silence = دو دقیقه سکوت
silence = سکوت
sirens = آژیر
sirens-and-minute-of-silence = آژیر و یک دقیقه سکوت
sirens-and-two-minutes-of-silence = آژیر و دو دقیقه سکوت
bell-and-minute-of-silence = نواختن ناقوس و یک دقیقه سکوت
candles = روشن کردن شمع
commemoration = آیین یادبود

read = خواندن
later = بعداً
sources = منابع
language-name = فارسی
other-languages = به زبان‌های دیگر
next-date = نوبت بعد: { $date }
year-heading = روزهای یادبود سال { $year }
no-days = در این سال روز یادبودی نیست.

mistakes = در تنظیمات اشتباهی هست
mistakes-kept = برنامهٔ Remembrance با بخش درست تنظیمات ادامه می‌دهد. فرمان `remembrance check` همهٔ اشتباه‌ها را نشان می‌دهد.
mistakes-more = و { $count } اشتباه دیگر
fixed = تنظیمات دوباره درست است
fixed-kept = { $count } روز ثبت شده است.

unopened = مقاله باز نمی‌شود: { $name }
unopened-instead = در این نشست مرورگری نیست یا اجرا نشد. در پایانه:

category = روزهای یادبود
birthday-of = { $name }: زادروز
death-of = { $name }: سالروز درگذشت
anniversary-of = { $name }: سالگرد ازدواج

date = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = دوشنبه|سه‌شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه|یکشنبه
months = ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
weekdays-short = ۲ش|۳ش|۴ش|۵ش|ج|ش|۱ش
digits = ۰۱۲۳۴۵۶۷۸۹

# By whose clock the hour of a moment is.
zone-africa-algiers = به وقت الجزیره
zone-africa-asmara = به وقت اسمره
zone-america-mexico-city = به وقت مکزیکوسیتی
zone-america-montevideo = به وقت مونته‌ویدئو
zone-america-new-york = به وقت نیویورک
zone-america-toronto = به وقت تورنتو
zone-asia-baku = به وقت باکو
zone-asia-beirut = به وقت بیروت
zone-asia-colombo = به وقت کلمبو
zone-asia-dhaka = به وقت داکا
zone-asia-dubai = به وقت دبی
zone-asia-jerusalem = به وقت بیت‌المقدس
zone-asia-kolkata = به وقت هند
zone-asia-nicosia = به وقت نیکوزیا
zone-asia-seoul = به وقت سئول
zone-asia-shanghai = به وقت پکن
zone-asia-taipei = به وقت تایپه
zone-asia-tokyo = به وقت توکیو
zone-asia-yangon = به وقت یانگون
zone-asia-yerevan = به وقت ایروان
zone-europe-amsterdam = به وقت آمستردام
zone-europe-brussels = به وقت بروکسل
zone-europe-dublin = به وقت دوبلین
zone-europe-istanbul = به وقت استانبول
zone-europe-kyiv = به وقت کی‌یف
zone-europe-london = به وقت لندن
zone-europe-moscow = به وقت مسکو
zone-europe-rome = به وقت رم
zone-europe-sofia = به وقت صوفیه
zone-europe-tallinn = به وقت تالین
zone-europe-vilnius = به وقت ویلنیوس
zone-europe-warsaw = به وقت ورشو
zone-pacific-honolulu = به وقت هاوایی
