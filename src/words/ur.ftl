# What the program says, in Urdu.

summary = { $name } · { $years }
years = { $count } سال
hijri-years = { years } (ہجری)
by-calculation = حساب کے مطابق؛ آپ کے ہاں اعلان کردہ دن ایک دن مختلف ہو سکتا ہے۔

today = آج
tomorrow = کل، { $date }
in-days = { $count ->
    [one] ایک دن بعد، { $date }
   *[other] { $count } دن بعد، { $date }
}
in-weeks = { $count ->
    [one] ایک ہفتے بعد، { $date }
   *[other] { $count } ہفتے بعد، { $date }
}
yesterday = گزشتہ کل
days-ago = { $count ->
    [one] ایک دن پہلے، { $date }
   *[other] { $count } دن پہلے، { $date }
}
was-off = { $when }، جب کمپیوٹر بند تھا
paragraph = { $when }۔ { $excerpt }

together = { $count } یادگاری دن
together-more = { $count ->
    [one] اور ایک مزید
   *[other] اور { $count } مزید
}

moment-here = { $what }، { $at } بجے
moment-there = { $what }، { $zone } { $there } بجے (یہاں { $at } بجے)
moment-there-date = { $what }، { $zone } { $there } بجے (یہاں { $date }، { $at } بجے)
moment-elsewhere = { $what }، { $place } کے وقت کے مطابق { $there } بجے (یہاں { $at } بجے)
moment-elsewhere-date = { $what }، { $place } کے وقت کے مطابق { $there } بجے (یہاں { $date }، { $at } بجے)
moment-soon = { $count ->
    [0] ابھی: { $moment }
    [one] ایک منٹ بعد: { $moment }
   *[other] { $count } منٹ بعد: { $moment }
}

minute-of-silence = ایک منٹ کی خاموشی
two-minutes-of-silence = دو منٹ کی خاموشی
silence = خاموشی
sirens = سائرن
sirens-and-minute-of-silence = سائرن اور ایک منٹ کی خاموشی
sirens-and-two-minutes-of-silence = سائرن اور دو منٹ کی خاموشی
bell-and-minute-of-silence = گھنٹی اور ایک منٹ کی خاموشی
candles = شمعیں روشن کی جاتی ہیں
commemoration = یادگاری تقریب

read = پڑھیں
later = بعد میں
sources = مآخذ
language-name = اردو
other-languages = دوسری زبانوں میں
next-date = اگلی تاریخ: { $date }
year-heading = { $year } کے یادگاری دن
no-days = اس سال کوئی یادگاری دن نہیں ہے۔

mistakes = ترتیبات میں ایک غلطی ہے
mistakes-kept = پروگرام Remembrance درست ترتیبات کے ساتھ کام کر رہا ہے۔ کمانڈ `remembrance check` تمام غلطیاں دکھاتی ہے۔
mistakes-more = { $count ->
    [one] اور ایک مزید
   *[other] اور { $count } مزید
}
fixed = ترتیبات دوبارہ درست ہیں
fixed-kept = { $count ->
    [one] ایک دن درج ہے۔
   *[other] { $count } دن درج ہیں۔
}

unopened = مضمون نہیں کھل رہا: { $name }
unopened-instead = اس سیشن میں براؤزر نہیں ہے، یا وہ نہیں چلا۔ ٹرمینل میں:

category = یادگاری دن
birthday-of = { $name }: سالگرہ
death-of = { $name }: برسی
anniversary-of = { $name }: شادی کی سالگرہ

date = { $weekday }، { $day } { $month }
date-long = { $weekday }، { $day } { $month }، { $year }
day-month = { $day } { $month }
# A date within a sentence.
date-on = { $weekday }، { $day } { $month } کو
weekdays = پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار
months = جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
weekdays-short = پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ|اتوار

# By whose clock the hour of a moment is.
zone-africa-algiers = الجزائر کے وقت کے مطابق
zone-africa-asmara = اسمارا کے وقت کے مطابق
zone-america-mexico-city = میکسیکو سٹی کے وقت کے مطابق
zone-america-montevideo = مونٹی ویڈیو کے وقت کے مطابق
zone-america-new-york = نیویارک کے وقت کے مطابق
zone-america-toronto = ٹورنٹو کے وقت کے مطابق
zone-asia-baku = باکو کے وقت کے مطابق
zone-asia-beirut = بیروت کے وقت کے مطابق
zone-asia-colombo = کولمبو کے وقت کے مطابق
zone-asia-dhaka = ڈھاکہ کے وقت کے مطابق
zone-asia-dubai = دبئی کے وقت کے مطابق
zone-asia-jerusalem = یروشلم کے وقت کے مطابق
zone-asia-kolkata = بھارت کے وقت کے مطابق
zone-asia-nicosia = نکوسیا کے وقت کے مطابق
zone-asia-seoul = سیول کے وقت کے مطابق
zone-asia-shanghai = بیجنگ کے وقت کے مطابق
zone-asia-taipei = تائی پے کے وقت کے مطابق
zone-asia-tokyo = ٹوکیو کے وقت کے مطابق
zone-asia-yangon = ینگون کے وقت کے مطابق
zone-asia-yerevan = یریوان کے وقت کے مطابق
zone-europe-amsterdam = ایمسٹرڈیم کے وقت کے مطابق
zone-europe-brussels = برسلز کے وقت کے مطابق
zone-europe-dublin = ڈبلن کے وقت کے مطابق
zone-europe-istanbul = استنبول کے وقت کے مطابق
zone-europe-kyiv = کیف کے وقت کے مطابق
zone-europe-london = لندن کے وقت کے مطابق
zone-europe-moscow = ماسکو کے وقت کے مطابق
zone-europe-rome = روم کے وقت کے مطابق
zone-europe-sofia = صوفیہ کے وقت کے مطابق
zone-europe-tallinn = تالن کے وقت کے مطابق
zone-europe-vilnius = ولنیئس کے وقت کے مطابق
zone-europe-warsaw = وارسا کے وقت کے مطابق
zone-pacific-honolulu = ہوائی کے وقت کے مطابق
