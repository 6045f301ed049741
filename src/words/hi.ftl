# What the program says, in Hindi.

summary = { $name } · { $years }
years = { $count } वर्ष
hijri-years = { years } (हिजरी)
by-calculation = गणना के अनुसार; आपके यहाँ घोषित दिन एक दिन अलग हो सकता है।

today = आज
tomorrow = कल, { $date }
in-days = { $count ->
    [one] एक दिन बाद, { $date }
   *[other] { $count } दिन बाद, { $date }
}
in-weeks = { $count ->
    [one] एक सप्ताह बाद, { $date }
   *[other] { $count } सप्ताह बाद, { $date }
}
yesterday = बीता कल
days-ago = { $count ->
    [one] एक दिन पहले, { $date }
   *[other] { $count } दिन पहले, { $date }
}
was-off = { $when }, जब कंप्यूटर बंद था
paragraph = { $when }। { $excerpt }

together = { $count } स्मृति दिवस
together-more = { $count ->
    [one] और एक अन्य
   *[other] और { $count } अन्य
}

moment-here = { $what }, { $at } बजे
moment-there = { $what }, { $zone } { $there } बजे (यहाँ { $at } बजे)
moment-there-date = { $what }, { $zone } { $there } बजे (यहाँ { $date }, { $at } बजे)
moment-elsewhere = { $what }, { $place } समय के अनुसार { $there } बजे (यहाँ { $at } बजे)
moment-elsewhere-date = { $what }, { $place } समय के अनुसार { $there } बजे (यहाँ { $date }, { $at } बजे)
moment-soon = { $count ->
    [0] अभी: { $moment }
    [one] एक मिनट में: { $moment }
   *[other] { $count } मिनट में: { $moment }
}

minute-of-silence = एक मिनट का मौन
two-minutes-of-silence = दो मिनट का मौन
silence = मौन
sirens = सायरन
sirens-and-minute-of-silence = सायरन और एक मिनट का मौन
sirens-and-two-minutes-of-silence = सायरन और दो मिनट का मौन
bell-and-minute-of-silence = घंटी और एक मिनट का मौन
candles = दीप जलाए जाते हैं
commemoration = स्मृति समारोह

read = पढ़ें
later = बाद में
sources = स्रोत
language-name = हिन्दी
other-languages = अन्य भाषाओं में
next-date = अगली तिथि: { $date }
year-heading = { $year } के स्मृति दिवस
no-days = इस वर्ष कोई स्मृति दिवस नहीं है।

mistakes = सेटिंग में एक गलती है
mistakes-kept = Remembrance सही सेटिंग के साथ चल रहा है। `remembrance check` सभी गलतियाँ दिखाता है।
mistakes-more = { $count ->
    [one] और एक अन्य
   *[other] और { $count } अन्य
}
fixed = सेटिंग फिर से सही है
fixed-kept = { $count ->
    [one] एक दिन दर्ज है।
   *[other] { $count } दिन दर्ज हैं।
}

unopened = लेख नहीं खुल रहा: { $name }
unopened-instead = इस सत्र में ब्राउज़र नहीं है, या वह चालू नहीं हुआ। टर्मिनल में:

category = स्मृति दिवस
birthday-of = { $name }: जन्मदिन
death-of = { $name }: पुण्यतिथि
anniversary-of = { $name }: विवाह की वर्षगाँठ

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month } { $year }
day-month = { $day } { $month }
# A date within a sentence.
date-on = { $weekday }, { $day } { $month } को
weekdays = सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार
months = जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर
weekdays-short = सो|मं|बु|गु|शु|श|र

# By whose clock the hour of a moment is.
zone-africa-algiers = अल्जीयर्स समय के अनुसार
zone-africa-asmara = अस्मारा समय के अनुसार
zone-america-mexico-city = मेक्सिको सिटी समय के अनुसार
zone-america-montevideo = मोंटेवीडियो समय के अनुसार
zone-america-new-york = न्यूयॉर्क समय के अनुसार
zone-america-toronto = टोरंटो समय के अनुसार
zone-asia-baku = बाकू समय के अनुसार
zone-asia-beirut = बेरूत समय के अनुसार
zone-asia-colombo = कोलंबो समय के अनुसार
zone-asia-dhaka = ढाका समय के अनुसार
zone-asia-dubai = दुबई समय के अनुसार
zone-asia-jerusalem = यरूशलम समय के अनुसार
zone-asia-kolkata = भारतीय समय के अनुसार
zone-asia-nicosia = निकोसिया समय के अनुसार
zone-asia-seoul = सियोल समय के अनुसार
zone-asia-shanghai = बीजिंग समय के अनुसार
zone-asia-taipei = ताइपे समय के अनुसार
zone-asia-tokyo = टोक्यो समय के अनुसार
zone-asia-yangon = यांगून समय के अनुसार
zone-asia-yerevan = येरेवान समय के अनुसार
zone-europe-amsterdam = एम्स्टर्डम समय के अनुसार
zone-europe-brussels = ब्रुसेल्स समय के अनुसार
zone-europe-dublin = डबलिन समय के अनुसार
zone-europe-istanbul = इस्तांबुल समय के अनुसार
zone-europe-kyiv = कीव समय के अनुसार
zone-europe-london = लंदन समय के अनुसार
zone-europe-moscow = मॉस्को समय के अनुसार
zone-europe-rome = रोम समय के अनुसार
zone-europe-sofia = सोफ़िया समय के अनुसार
zone-europe-tallinn = तालिन समय के अनुसार
zone-europe-vilnius = विल्नियस समय के अनुसार
zone-europe-warsaw = वारसॉ समय के अनुसार
zone-pacific-honolulu = हवाई समय के अनुसार
