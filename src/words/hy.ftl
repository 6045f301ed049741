# What the program says, in Armenian.

summary = { $name } · { $years }
years = { $count } տարի
hijri-years = { years } (հիջրայի տոմարով)
by-calculation = Հաշվարկով․ ձեր բնակավայրում հայտարարված օրը կարող է մեկով տարբերվել։

today = Այսօր
tomorrow = Վաղը՝ { $date }
in-days = { $count ->
    [1] Մեկ օրից՝ { $date }
   *[other] { $count } օրից՝ { $date }
}
in-weeks = { $count ->
    [1] Մեկ շաբաթից՝ { $date }
   *[other] { $count } շաբաթից՝ { $date }
}
yesterday = Երեկ
days-ago = { $count ->
    [1] Մեկ օր առաջ՝ { $date }
   *[other] { $count } օր առաջ՝ { $date }
}
was-off = { $when }, երբ համակարգիչն անջատված էր
paragraph = { $when }։ { $excerpt }

together = { $count } հիշատակի օր
together-more = և ևս { $count }

moment-here = { $what }՝ ժամը { $at }-ին
moment-there = { $what }՝ { $zone } ժամը { $there }-ին (այստեղ՝ { $at })
moment-there-date = { $what }՝ { $zone } ժամը { $there }-ին (այստեղ՝ { $date }, { $at })
moment-elsewhere = { $what }՝ ժամը { $there }-ին ({ $place }), այստեղ՝ { $at }
moment-elsewhere-date = { $what }՝ ժամը { $there }-ին ({ $place }), այստեղ՝ { $date }, { $at }
moment-soon = { $count ->
    [0] Հիմա։ { $moment }
    [1] Մեկ րոպեից։ { $moment }
   *[other] { $count } րոպեից։ { $moment }
}

minute-of-silence = Մեկ րոպե լռություն
two-minutes-of-silence = Երկու րոպե լռություն
silence = Լռության պահ
sirens = Շչակներ
sirens-and-minute-of-silence = Շչակներ և մեկ րոպե լռություն
sirens-and-two-minutes-of-silence = Շչակներ և երկու րոպե լռություն
bell-and-minute-of-silence = Զանգի ղողանջ և մեկ րոպե լռություն
candles = Մոմավառություն
commemoration = Հիշատակի արարողություն

read = Կարդալ
later = Ավելի ուշ
sources = Աղբյուրներ
language-name = Հայերեն
other-languages = Այլ լեզուներով
next-date = Հաջորդ անգամ՝ { $date }
year-heading = { $year } թվականի հիշատակի օրեր
no-days = Այս տարի հիշատակի օրեր չկան։

mistakes = Կարգավորումներում սխալ կա
mistakes-kept = Remembrance-ը շարունակում է աշխատել ճիշտ կարգավորումներով։ Բոլոր սխալները ցույց է տալիս `remembrance check`-ը։
mistakes-more = և ևս { $count }
fixed = Կարգավորումները կրկին ճիշտ են
fixed-kept = Գրանցված է { $count } օր։

unopened = Հոդվածը հնարավոր չէ բացել՝ { $name }
unopened-instead = Այս աշխատաշրջանում զննարկիչ չկա, կամ այն չգործարկվեց։ Տերմինալում՝

category = Հիշատակի օրեր
birthday-of = { $name }՝ ծննդյան օր
death-of = { $name }՝ մահվան տարելից
anniversary-of = { $name }՝ ամուսնության տարեդարձ

date = { $month } { $day }, { $weekday }
date-long = { $year } թ. { $month } { $day }, { $weekday }
day-month = { $month } { $day }
# A date within a sentence.
date-on = { $month } { $day }-ին, { $weekday }
weekdays = երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ|կիրակի
months = հունվարի|փետրվարի|մարտի|ապրիլի|մայիսի|հունիսի|հուլիսի|օգոստոսի|սեպտեմբերի|հոկտեմբերի|նոյեմբերի|դեկտեմբերի
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Հունվար|Փետրվար|Մարտ|Ապրիլ|Մայիս|Հունիս|Հուլիս|Օգոստոս|Սեպտեմբեր|Հոկտեմբեր|Նոյեմբեր|Դեկտեմբեր
weekdays-short = Եկ|Եք|Չք|Հգ|Ու|Շբ|Կր

# By whose clock the hour of a moment is.
zone-africa-algiers = Ալժիրի ժամանակով
zone-africa-asmara = Ասմարայի ժամանակով
zone-america-mexico-city = Մեխիկոյի ժամանակով
zone-america-montevideo = Մոնտեվիդեոյի ժամանակով
zone-america-new-york = Նյու Յորքի ժամանակով
zone-america-toronto = Տորոնտոյի ժամանակով
zone-asia-baku = Բաքվի ժամանակով
zone-asia-beirut = Բեյրութի ժամանակով
zone-asia-colombo = Կոլոմբոյի ժամանակով
zone-asia-dhaka = Դաքքայի ժամանակով
zone-asia-dubai = Դուբայի ժամանակով
zone-asia-jerusalem = Երուսաղեմի ժամանակով
zone-asia-kolkata = Հնդկաստանի ժամանակով
zone-asia-nicosia = Նիկոսիայի ժամանակով
zone-asia-seoul = Սեուլի ժամանակով
zone-asia-shanghai = Պեկինի ժամանակով
zone-asia-taipei = Թայբեյի ժամանակով
zone-asia-tokyo = Տոկիոյի ժամանակով
zone-asia-yangon = Յանգոնի ժամանակով
zone-asia-yerevan = Երևանի ժամանակով
zone-europe-amsterdam = Ամստերդամի ժամանակով
zone-europe-brussels = Բրյուսելի ժամանակով
zone-europe-dublin = Դուբլինի ժամանակով
zone-europe-istanbul = Ստամբուլի ժամանակով
zone-europe-kyiv = Կիևի ժամանակով
zone-europe-london = Լոնդոնի ժամանակով
zone-europe-moscow = Մոսկվայի ժամանակով
zone-europe-rome = Հռոմի ժամանակով
zone-europe-sofia = Սոֆիայի ժամանակով
zone-europe-tallinn = Տալլինի ժամանակով
zone-europe-vilnius = Վիլնյուսի ժամանակով
zone-europe-warsaw = Վարշավայի ժամանակով
zone-pacific-honolulu = Հավայան կղզիների ժամանակով
