# What the program says, in Georgian.

summary = { $name } · { $years }
years = { $count } წელი
hijri-years = { years } (ჰიჯრით)
by-calculation = გამოთვლით; თქვენთან გამოცხადებული დღე შეიძლება ერთით განსხვავდებოდეს.

today = დღეს
tomorrow = ხვალ, { $date }
in-days = { $count ->
    [1] ერთ დღეში, { $date }
   *[other] { $count } დღეში, { $date }
}
in-weeks = { $count ->
    [1] ერთ კვირაში, { $date }
   *[other] { $count } კვირაში, { $date }
}
yesterday = გუშინ
days-ago = { $count ->
    [1] ერთი დღის წინ, { $date }
   *[other] { $count } დღის წინ, { $date }
}
was-off = { $when }, როცა კომპიუტერი გამორთული იყო
paragraph = { $when }. { $excerpt }

together = { $count } ხსოვნის დღე
together-more = და კიდევ { $count }

moment-here = { $what } { $at } საათზე
moment-there = { $what } { $there } საათზე { $zone } (აქ { $at })
moment-there-date = { $what } { $there } საათზე { $zone } (აქ { $date }, { $at })
moment-elsewhere = { $what } { $there } საათზე ({ $place }), აქ { $at }
moment-elsewhere-date = { $what } { $there } საათზე ({ $place }), აქ { $date }, { $at }
moment-soon = { $count ->
    [0] ახლა. { $moment }
    [1] ერთ წუთში. { $moment }
   *[other] { $count } წუთში. { $moment }
}

minute-of-silence = წუთიერი დუმილი
two-minutes-of-silence = ორწუთიანი დუმილი
silence = დუმილი
sirens = სირენები
sirens-and-minute-of-silence = სირენები და წუთიერი დუმილი
sirens-and-two-minutes-of-silence = სირენები და ორწუთიანი დუმილი
bell-and-minute-of-silence = ზარი და წუთიერი დუმილი
candles = სანთლების დანთება
commemoration = ხსოვნის ცერემონია

read = წაკითხვა
later = მოგვიანებით
sources = წყაროები
language-name = ქართული
other-languages = სხვა ენებზე
next-date = შემდეგი: { $date }
year-heading = { $year } წლის ხსოვნის დღეები
no-days = ამ წელს ხსოვნის დღე არ არის.

mistakes = პარამეტრებში შეცდომაა
mistakes-kept = Remembrance მუშაობას სწორი პარამეტრებით აგრძელებს. ყველა შეცდომას `remembrance check` აჩვენებს.
mistakes-more = და კიდევ { $count }
fixed = პარამეტრები ისევ სწორია
fixed-kept = ჩაწერილია { $count } დღე.

unopened = სტატია ვერ იხსნება: { $name }
unopened-instead = ამ სესიაში ბრაუზერი არ არის, ან ვერ გაეშვა. ტერმინალში:

category = ხსოვნის დღეები
birthday-of = { $name }: დაბადების დღე
death-of = { $name }: გარდაცვალების დღე
anniversary-of = { $name }: ქორწინების წლისთავი

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month }, { $year }
day-month = { $day } { $month }
weekdays = ორშაბათი|სამშაბათი|ოთხშაბათი|ხუთშაბათი|პარასკევი|შაბათი|კვირა
weekdays-on = ორშაბათს|სამშაბათს|ოთხშაბათს|ხუთშაბათს|პარასკევს|შაბათს|კვირას
months = იანვარი|თებერვალი|მარტი|აპრილი|მაისი|ივნისი|ივლისი|აგვისტო|სექტემბერი|ოქტომბერი|ნოემბერი|დეკემბერი
months-on = იანვარს|თებერვალს|მარტს|აპრილს|მაისს|ივნისს|ივლისს|აგვისტოს|სექტემბერს|ოქტომბერს|ნოემბერს|დეკემბერს
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Იანვარი|Თებერვალი|Მარტი|Აპრილი|Მაისი|Ივნისი|Ივლისი|Აგვისტო|Სექტემბერი|Ოქტომბერი|Ნოემბერი|Დეკემბერი
weekdays-short = Ორ|Სმ|Ოთ|Ხთ|Პრ|Შბ|Კვ

# By whose clock the hour of a moment is.
zone-africa-algiers = ალჟირის დროით
zone-africa-asmara = ასმარის დროით
zone-america-mexico-city = მეხიკოს დროით
zone-america-montevideo = მონტევიდეოს დროით
zone-america-new-york = ნიუ-იორკის დროით
zone-america-toronto = ტორონტოს დროით
zone-asia-baku = ბაქოს დროით
zone-asia-beirut = ბეირუთის დროით
zone-asia-colombo = კოლომბოს დროით
zone-asia-dhaka = დაკის დროით
zone-asia-dubai = დუბაის დროით
zone-asia-jerusalem = იერუსალიმის დროით
zone-asia-kolkata = ინდოეთის დროით
zone-asia-nicosia = ნიქოზიის დროით
zone-asia-seoul = სეულის დროით
zone-asia-shanghai = პეკინის დროით
zone-asia-taipei = ტაიპეის დროით
zone-asia-tokyo = ტოკიოს დროით
zone-asia-yangon = იანგონის დროით
zone-asia-yerevan = ერევნის დროით
zone-europe-amsterdam = ამსტერდამის დროით
zone-europe-brussels = ბრიუსელის დროით
zone-europe-dublin = დუბლინის დროით
zone-europe-istanbul = სტამბოლის დროით
zone-europe-kyiv = კიევის დროით
zone-europe-london = ლონდონის დროით
zone-europe-moscow = მოსკოვის დროით
zone-europe-rome = რომის დროით
zone-europe-sofia = სოფიის დროით
zone-europe-tallinn = ტალინის დროით
zone-europe-vilnius = ვილნიუსის დროით
zone-europe-warsaw = ვარშავის დროით
zone-pacific-honolulu = ჰავაის დროით
