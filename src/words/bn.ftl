# What the program says, in Bengali.

summary = { $name } · { $years }
years = { $count } বছর
hijri-years = { years } (হিজরি)
by-calculation = গণনা অনুযায়ী; আপনার এলাকায় ঘোষিত দিন একদিন ভিন্ন হতে পারে।

today = আজ
tomorrow = আগামীকাল, { $date }
in-days = { $count ->
    [one] এক দিন পর, { $date }
   *[other] { $count } দিন পর, { $date }
}
in-weeks = { $count ->
    [one] এক সপ্তাহ পর, { $date }
   *[other] { $count } সপ্তাহ পর, { $date }
}
yesterday = গতকাল
days-ago = { $count ->
    [one] এক দিন আগে, { $date }
   *[other] { $count } দিন আগে, { $date }
}
was-off = { $when }, যখন কম্পিউটার বন্ধ ছিল
paragraph = { $when }। { $excerpt }

together = { $count }টি স্মরণ দিবস
together-more = এবং আরও { $count }টি

moment-here = { $what }, সময় { $at }
moment-there = { $what }, { $zone } { $there } (এখানে { $at })
moment-there-date = { $what }, { $zone } { $there } (এখানে { $date }, { $at })
moment-elsewhere = { $what }, { $place } সময় { $there } (এখানে { $at })
moment-elsewhere-date = { $what }, { $place } সময় { $there } (এখানে { $date }, { $at })
moment-soon = { $count ->
    [0] এখন: { $moment }
    [one] এক মিনিট পর: { $moment }
   *[other] { $count } মিনিট পর: { $moment }
}

minute-of-silence = এক মিনিট নীরবতা
two-minutes-of-silence = দুই মিনিট নীরবতা
silence = নীরবতা পালন
sirens = সাইরেন
sirens-and-minute-of-silence = সাইরেন ও এক মিনিট নীরবতা
sirens-and-two-minutes-of-silence = সাইরেন ও দুই মিনিট নীরবতা
bell-and-minute-of-silence = ঘণ্টাধ্বনি ও এক মিনিট নীরবতা
candles = মোমবাতি প্রজ্বালন
commemoration = স্মরণ অনুষ্ঠান

read = পড়ুন
later = পরে
sources = সূত্র
language-name = বাংলা
other-languages = অন্যান্য ভাষায়
next-date = পরবর্তী তারিখ: { $date }
year-heading = { $year } সালের স্মরণ দিবস
no-days = এ বছর কোনো স্মরণ দিবস নেই।

mistakes = সেটিংসে একটি ভুল আছে
mistakes-kept = সঠিক সেটিংস নিয়ে Remembrance চলছে। `remembrance check` সব ভুল দেখায়।
mistakes-more = { $count ->
    [one] এবং আরও একটি
   *[other] এবং আরও { $count }টি
}
fixed = সেটিংস আবার ঠিক হয়েছে
fixed-kept = { $count ->
    [one] একটি দিন রাখা আছে।
   *[other] { $count }টি দিন রাখা আছে।
}

unopened = নিবন্ধটি খোলা যাচ্ছে না: { $name }
unopened-instead = এই সেশনে ব্রাউজার নেই, বা সেটি চালু হয়নি। টার্মিনালে লিখুন:

category = স্মরণ দিবস
birthday-of = { $name }: জন্মদিন
death-of = { $name }: মৃত্যুবার্ষিকী
anniversary-of = { $name }: বিবাহবার্ষিকী

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month }, { $year }
day-month = { $day } { $month }
weekdays = সোমবার|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার|রবিবার
months = জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর
weekdays-short = সোম|মঙ্গল|বুধ|বৃহ|শুক্র|শনি|রবি
digits = ০১২৩৪৫৬৭৮৯

# By whose clock the hour of a moment is.
zone-africa-algiers = আলজিয়ার্স সময়
zone-africa-asmara = আসমারা সময়
zone-america-mexico-city = মেক্সিকো সিটি সময়
zone-america-montevideo = মন্টেভিডিও সময়
zone-america-new-york = নিউইয়র্ক সময়
zone-america-toronto = টরন্টো সময়
zone-asia-baku = বাকু সময়
zone-asia-beirut = বৈরুত সময়
zone-asia-colombo = কলম্বো সময়
zone-asia-dhaka = ঢাকা সময়
zone-asia-dubai = দুবাই সময়
zone-asia-jerusalem = জেরুজালেম সময়
zone-asia-kolkata = ভারতীয় সময়
zone-asia-nicosia = নিকোসিয়া সময়
zone-asia-seoul = সিউল সময়
zone-asia-shanghai = বেইজিং সময়
zone-asia-taipei = তাইপেই সময়
zone-asia-tokyo = টোকিও সময়
zone-asia-yangon = ইয়াঙ্গুন সময়
zone-asia-yerevan = ইয়েরেভান সময়
zone-europe-amsterdam = আমস্টারডাম সময়
zone-europe-brussels = ব্রাসেলস সময়
zone-europe-dublin = ডাবলিন সময়
zone-europe-istanbul = ইস্তাম্বুল সময়
zone-europe-kyiv = কিয়েভ সময়
zone-europe-london = লন্ডন সময়
zone-europe-moscow = মস্কো সময়
zone-europe-rome = রোম সময়
zone-europe-sofia = সোফিয়া সময়
zone-europe-tallinn = তালিন সময়
zone-europe-vilnius = ভিলনিয়াস সময়
zone-europe-warsaw = ওয়ারশ সময়
zone-pacific-honolulu = হাওয়াই সময়
