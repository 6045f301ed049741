# What the program says, in Arabic.

summary = { $name } · { $years }
years = { PLURAL($count) ->
    [zero] { $count } سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
}
hijri-years = { years } (هجرية)
by-calculation = بالحساب؛ وقد يختلف اليوم المعلن حيث تقيم بيوم واحد.

today = اليوم
tomorrow = غدًا، { $date }
in-days = { PLURAL($count) ->
    [zero] بعد { $count } يوم، { $date }
    [one] بعد يوم واحد، { $date }
    [two] بعد يومين، { $date }
    [few] بعد { $count } أيام، { $date }
    [many] بعد { $count } يومًا، { $date }
   *[other] بعد { $count } يوم، { $date }
}
in-weeks = { PLURAL($count) ->
    [zero] بعد { $count } أسبوع، { $date }
    [one] بعد أسبوع، { $date }
    [two] بعد أسبوعين، { $date }
    [few] بعد { $count } أسابيع، { $date }
    [many] بعد { $count } أسبوعًا، { $date }
   *[other] بعد { $count } أسبوع، { $date }
}
yesterday = أمس
days-ago = { PLURAL($count) ->
    [zero] قبل { $count } يوم، { $date }
    [one] قبل يوم واحد، { $date }
    [two] قبل يومين، { $date }
    [few] قبل { $count } أيام، { $date }
    [many] قبل { $count } يومًا، { $date }
   *[other] قبل { $count } يوم، { $date }
}
was-off = { $when }، حين كان الحاسوب مطفأً
paragraph = { $when }. { $excerpt }

together = { PLURAL($count) ->
    [zero] لا أيام ذكرى
    [one] يوم ذكرى واحد
    [two] يوما ذكرى
    [few] { $count } أيام ذكرى
    [many] { $count } يوم ذكرى
   *[other] { $count } يوم ذكرى
}
together-more = { PLURAL($count) ->
    [zero] ولا غيرها
    [one] ويوم آخر
    [two] ويومان آخران
    [few] و{ $count } أيام أخرى
    [many] و{ $count } يومًا آخر
   *[other] و{ $count } يوم آخر
}

moment-here = { $what } في الساعة { $at }
moment-there = { $what } في الساعة { $there } { $zone } ({ $at } هنا)
moment-there-date = { $what } في الساعة { $there } { $zone } (هنا: { $date }، الساعة { $at })
moment-elsewhere = { $what } في الساعة { $there } بتوقيت { $place } ({ $at } هنا)
moment-elsewhere-date = { $what } في الساعة { $there } بتوقيت { $place } (هنا: { $date }، الساعة { $at })
moment-soon = { PLURAL($count) ->
    [0] الآن: { $moment }
    [zero] بعد { $count } دقيقة: { $moment }
    [one] بعد دقيقة واحدة: { $moment }
    [two] بعد دقيقتين: { $moment }
    [few] بعد { $count } دقائق: { $moment }
    [many] بعد { $count } دقيقة: { $moment }
   *[other] بعد { $count } دقيقة: { $moment }
}

minute-of-silence = دقيقة صمت
two-minutes-of-silence = دقيقتا صمت
silence = وقفة صمت
sirens = صفارات الإنذار
sirens-and-minute-of-silence = صفارات الإنذار ودقيقة صمت
sirens-and-two-minutes-of-silence = صفارات الإنذار ودقيقتا صمت
bell-and-minute-of-silence = قرع الجرس ودقيقة صمت
candles = إيقاد الشموع
commemoration = مراسم إحياء الذكرى

read = اقرأ
later = لاحقًا
sources = المصادر
language-name = العربية
other-languages = بلغات أخرى
next-date = الموعد القادم: { $date }
year-heading = أيام الذكرى في عام { $year }
no-days = لا أيام ذكرى في هذا العام.

mistakes = في الإعدادات خطأ
mistakes-kept = يواصل Remembrance العمل بما هو صحيح منها. يعرض الأمر `remembrance check` الأخطاء كلها.
mistakes-more = { PLURAL($count) ->
    [zero] ولا خطأ غيره
    [one] وخطأ آخر
    [two] وخطآن آخران
    [few] و{ $count } أخطاء أخرى
    [many] و{ $count } خطأً آخر
   *[other] و{ $count } خطأ آخر
}
fixed = عادت الإعدادات سليمة
fixed-kept = { PLURAL($count) ->
    [zero] لا أيام مسجلة.
    [one] سُجّل يوم واحد.
    [two] سُجّل يومان.
    [few] سُجّلت { $count } أيام.
    [many] سُجّل { $count } يومًا.
   *[other] سُجّل { $count } يوم.
}

unopened = تعذّر فتح المقالة: { $name }
unopened-instead = لا متصفح في هذه الجلسة، أو تعذّر تشغيله. في الطرفية:

category = أيام الذكرى
birthday-of = { $name }: عيد ميلاد
death-of = { $name }: ذكرى الوفاة
anniversary-of = { $name }: ذكرى الزواج

date = { $weekday }، { $day } { $month }
date-long = { $weekday }، { $day } { $month } { $year }
day-month = { $day } { $month }
# A date within a sentence.
date-on = { $weekday } { $day } { $month }
weekdays = الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
weekdays-on = يوم الاثنين|يوم الثلاثاء|يوم الأربعاء|يوم الخميس|يوم الجمعة|يوم السبت|يوم الأحد
months = يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
weekdays-short = ن|ث|ر|خ|ج|س|ح

# By whose clock the hour of a moment is.
zone-africa-algiers = بتوقيت الجزائر
zone-africa-asmara = بتوقيت أسمرة
zone-america-mexico-city = بتوقيت مكسيكو سيتي
zone-america-montevideo = بتوقيت مونتفيديو
zone-america-new-york = بتوقيت نيويورك
zone-america-toronto = بتوقيت تورونتو
zone-asia-baku = بتوقيت باكو
zone-asia-beirut = بتوقيت بيروت
zone-asia-colombo = بتوقيت كولومبو
zone-asia-dhaka = بتوقيت دكا
zone-asia-dubai = بتوقيت دبي
zone-asia-jerusalem = بتوقيت القدس
zone-asia-kolkata = بتوقيت الهند
zone-asia-nicosia = بتوقيت نيقوسيا
zone-asia-seoul = بتوقيت سول
zone-asia-shanghai = بتوقيت بكين
zone-asia-taipei = بتوقيت تايبيه
zone-asia-tokyo = بتوقيت طوكيو
zone-asia-yangon = بتوقيت يانغون
zone-asia-yerevan = بتوقيت يريفان
zone-europe-amsterdam = بتوقيت أمستردام
zone-europe-brussels = بتوقيت بروكسل
zone-europe-dublin = بتوقيت دبلن
zone-europe-istanbul = بتوقيت إسطنبول
zone-europe-kyiv = بتوقيت كييف
zone-europe-london = بتوقيت لندن
zone-europe-moscow = بتوقيت موسكو
zone-europe-rome = بتوقيت روما
zone-europe-sofia = بتوقيت صوفيا
zone-europe-tallinn = بتوقيت تالين
zone-europe-vilnius = بتوقيت فيلنيوس
zone-europe-warsaw = بتوقيت وارسو
zone-pacific-honolulu = بتوقيت هاواي
