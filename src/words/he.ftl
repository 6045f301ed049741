# What the program says, in Hebrew.

summary = { $name } · { $years }
years = { $count ->
    [one] שנה אחת
    [two] שנתיים
   *[other] { $count } שנים
}
hijri-years = { years } (לפי הלוח המוסלמי)
by-calculation = לפי חישוב; היום שמוכרז במקומכם עשוי להיות שונה ביום אחד.

today = היום
tomorrow = מחר, { $date }
in-days = { $count ->
    [one] בעוד יום, { $date }
    [two] בעוד יומיים, { $date }
   *[other] בעוד { $count } ימים, { $date }
}
in-weeks = { $count ->
    [one] בעוד שבוע, { $date }
    [two] בעוד שבועיים, { $date }
   *[other] בעוד { $count } שבועות, { $date }
}
yesterday = אתמול
days-ago = { $count ->
    [one] לפני יום, { $date }
    [two] לפני יומיים, { $date }
   *[other] לפני { $count } ימים, { $date }
}
was-off = { $when }, כשהמחשב היה כבוי
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] יום זיכרון אחד
    [two] שני ימי זיכרון
   *[other] { $count } ימי זיכרון
}
together-more = { $count ->
    [one] ועוד אחד
    [two] ועוד שניים
   *[other] ועוד { $count }
}

moment-here = { $what } בשעה { $at }
moment-there = { $what } בשעה { $there } { $zone } (כאן { $at })
moment-there-date = { $what } בשעה { $there } { $zone } (כאן: { $date } בשעה { $at })
moment-elsewhere = { $what } בשעה { $there } לפי שעון { $place } (כאן { $at })
moment-elsewhere-date = { $what } בשעה { $there } לפי שעון { $place } (כאן: { $date } בשעה { $at })
moment-soon = { $count ->
    [0] עכשיו: { $moment }
    [one] בעוד דקה: { $moment }
    [two] בעוד שתי דקות: { $moment }
   *[other] בעוד { $count } דקות: { $moment }
}

minute-of-silence = דקת דומייה
two-minutes-of-silence = שתי דקות דומייה
silence = דומייה
sirens = צפירה
sirens-and-minute-of-silence = צפירה ודקת דומייה
sirens-and-two-minutes-of-silence = צפירה ושתי דקות דומייה
bell-and-minute-of-silence = צלצול פעמון ודקת דומייה
candles = הדלקת נרות
commemoration = טקס זיכרון

read = לקריאה
later = אחר כך
sources = מקורות
language-name = עברית
other-languages = בשפות אחרות
next-date = המועד הבא: { $date }
year-heading = ימי זיכרון בשנת { $year }
no-days = אין ימי זיכרון בשנה זו.

mistakes = יש שגיאה בהגדרות
mistakes-kept = התוכנה Remembrance ממשיכה עם מה שתקין. הפקודה `remembrance check` מציגה את כל השגיאות.
mistakes-more = { $count ->
    [one] ועוד אחת
    [two] ועוד שתיים
   *[other] ועוד { $count }
}
fixed = ההגדרות שוב תקינות
fixed-kept = { $count ->
    [one] יום אחד רשום.
    [two] שני ימים רשומים.
   *[other] { $count } ימים רשומים.
}

unopened = אי אפשר לפתוח את המאמר: { $name }
unopened-instead = אין דפדפן בהפעלה זו, או שהוא לא עלה. במסוף:

category = ימי זיכרון
birthday-of = { $name }: יום הולדת
death-of = { $name }: יום השנה לפטירה
anniversary-of = { $name }: יום נישואין

date = { $weekday }, { $day } ב{ $month }
date-long = { $weekday }, { $day } ב{ $month } { $year }
day-month = { $day } ב{ $month }
weekdays = יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|יום ראשון
weekdays-on = ביום שני|ביום שלישי|ביום רביעי|ביום חמישי|ביום שישי|בשבת|ביום ראשון
months = ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
weekdays-short = ב׳|ג׳|ד׳|ה׳|ו׳|ש׳|א׳

# By whose clock the hour of a moment is.
zone-africa-algiers = לפי שעון אלג׳יר
zone-africa-asmara = לפי שעון אסמרה
zone-america-mexico-city = לפי שעון מקסיקו סיטי
zone-america-montevideo = לפי שעון מונטווידאו
zone-america-new-york = לפי שעון ניו יורק
zone-america-toronto = לפי שעון טורונטו
zone-asia-baku = לפי שעון באקו
zone-asia-beirut = לפי שעון ביירות
zone-asia-colombo = לפי שעון קולומבו
zone-asia-dhaka = לפי שעון דאקה
zone-asia-dubai = לפי שעון דובאי
zone-asia-jerusalem = לפי שעון ישראל
zone-asia-kolkata = לפי שעון הודו
zone-asia-nicosia = לפי שעון ניקוסיה
zone-asia-seoul = לפי שעון סיאול
zone-asia-shanghai = לפי שעון בייג׳ינג
zone-asia-taipei = לפי שעון טאיפיי
zone-asia-tokyo = לפי שעון טוקיו
zone-asia-yangon = לפי שעון יאנגון
zone-asia-yerevan = לפי שעון ירוואן
zone-europe-amsterdam = לפי שעון אמסטרדם
zone-europe-brussels = לפי שעון בריסל
zone-europe-dublin = לפי שעון דבלין
zone-europe-istanbul = לפי שעון איסטנבול
zone-europe-kyiv = לפי שעון קייב
zone-europe-london = לפי שעון לונדון
zone-europe-moscow = לפי שעון מוסקבה
zone-europe-rome = לפי שעון רומא
zone-europe-sofia = לפי שעון סופיה
zone-europe-tallinn = לפי שעון טאלין
zone-europe-vilnius = לפי שעון וילנה
zone-europe-warsaw = לפי שעון ורשה
zone-pacific-honolulu = לפי שעון הוואי
