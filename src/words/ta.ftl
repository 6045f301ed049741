# What the program says, in Tamil.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } ஆண்டு
   *[other] { $count } ஆண்டுகள்
}

hijri-years = ஹிஜ்ரி { years }
by-calculation = இது கணக்கிடப்பட்ட நாள்; நீங்கள் வாழும் இடத்தில் அறிவிக்கப்படும் நாள் ஒரு நாள் மாறுபடலாம்.

today = இன்று
tomorrow = நாளை, { $date }
in-days = { $count ->
    [one] ஒரு நாளில், { $date }
   *[other] { $count } நாட்களில், { $date }
}
in-weeks = { $count ->
    [one] ஒரு வாரத்தில், { $date }
   *[other] { $count } வாரங்களில், { $date }
}
yesterday = நேற்று
days-ago = { $count ->
    [one] ஒரு நாளுக்கு முன், { $date }
   *[other] { $count } நாட்களுக்கு முன், { $date }
}
was-off = { $when }, கணினி அணைக்கப்பட்டிருந்தபோது
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] ஒரு நினைவு நாள்
   *[other] { $count } நினைவு நாட்கள்
}
together-more = { $count ->
    [one] மேலும் ஒன்று
   *[other] மேலும் { $count }
}

moment-here = { $what }, { $at } மணிக்கு
moment-there = { $what }, { $zone } { $there } மணிக்கு (இங்கு { $at })
moment-there-date = { $what }, { $zone } { $there } மணிக்கு (இங்கு { $date }, { $at })
moment-elsewhere = { $what }, { $place } நேரப்படி { $there } மணிக்கு (இங்கு { $at })
moment-elsewhere-date = { $what }, { $place } நேரப்படி { $there } மணிக்கு (இங்கு { $date }, { $at })
moment-soon = { $count ->
    [0] இப்போது: { $moment }
    [one] ஒரு நிமிடத்தில்: { $moment }
   *[other] { $count } நிமிடங்களில்: { $moment }
}

minute-of-silence = ஒரு நிமிட மௌனம்
two-minutes-of-silence = இரண்டு நிமிட மௌனம்
silence = மௌன அஞ்சலி
sirens = சைரன் ஒலி
sirens-and-minute-of-silence = சைரன் ஒலியும் ஒரு நிமிட மௌனமும்
sirens-and-two-minutes-of-silence = சைரன் ஒலியும் இரண்டு நிமிட மௌனமும்
bell-and-minute-of-silence = மணியோசையும் ஒரு நிமிட மௌனமும்
candles = சுடர் ஏற்றல்
commemoration = நினைவேந்தல் நிகழ்வு

read = படிக்க
later = பிறகு
sources = ஆதாரங்கள்
language-name = தமிழ்
other-languages = பிற மொழிகளில்
next-date = அடுத்த தேதி: { $date }
year-heading = { $year } ஆம் ஆண்டின் நினைவு நாட்கள்
no-days = இந்த ஆண்டில் நினைவு நாள் எதுவும் இல்லை.

mistakes = அமைப்புகளில் ஒரு பிழை உள்ளது
mistakes-kept = சரியான அமைப்புகளுடன் Remembrance தொடர்கிறது. `remembrance check` எல்லாப் பிழைகளையும் காட்டும்.
mistakes-more = { $count ->
    [one] மேலும் ஒன்று
   *[other] மேலும் { $count }
}
fixed = அமைப்புகள் மீண்டும் சரியாக உள்ளன
fixed-kept = { $count ->
    [one] ஒரு நினைவு நாள் பதிவில் உள்ளது.
   *[other] { $count } நினைவு நாட்கள் பதிவில் உள்ளன.
}

unopened = கட்டுரையைத் திறக்க முடியவில்லை: { $name }
unopened-instead = இந்த அமர்வில் உலாவி இல்லை, அல்லது அது தொடங்கவில்லை. முனையத்தில்:

category = நினைவு நாட்கள்
birthday-of = { $name }: பிறந்த நாள்
death-of = { $name }: நினைவு தினம்
anniversary-of = { $name }: திருமண நாள்

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month }, { $year }
day-month = { $day } { $month }
weekdays = திங்கள்|செவ்வாய்|புதன்|வியாழன்|வெள்ளி|சனி|ஞாயிறு
months = ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்
weekdays-short = தி|செ|பு|வி|வெ|ச|ஞா

# By whose clock the hour of a moment is.
zone-africa-algiers = அல்ஜியர்ஸ் நேரப்படி
zone-africa-asmara = அஸ்மாரா நேரப்படி
zone-america-mexico-city = மெக்ஸிகோ நகர நேரப்படி
zone-america-montevideo = மான்டேவீடியோ நேரப்படி
zone-america-new-york = நியூயார்க் நேரப்படி
zone-america-toronto = டொரொன்டோ நேரப்படி
zone-asia-baku = பாக்கு நேரப்படி
zone-asia-beirut = பெய்ரூட் நேரப்படி
zone-asia-colombo = கொழும்பு நேரப்படி
zone-asia-dhaka = டாக்கா நேரப்படி
zone-asia-dubai = துபாய் நேரப்படி
zone-asia-jerusalem = ஜெருசலேம் நேரப்படி
zone-asia-kolkata = இந்திய நேரப்படி
zone-asia-nicosia = நிகோசியா நேரப்படி
zone-asia-seoul = சியோல் நேரப்படி
zone-asia-shanghai = பெய்ஜிங் நேரப்படி
zone-asia-taipei = தாய்பே நேரப்படி
zone-asia-tokyo = டோக்கியோ நேரப்படி
zone-asia-yangon = யாங்கோன் நேரப்படி
zone-asia-yerevan = யெரெவான் நேரப்படி
zone-europe-amsterdam = ஆம்ஸ்டர்டாம் நேரப்படி
zone-europe-brussels = பிரசெல்ஸ் நேரப்படி
zone-europe-dublin = டப்ளின் நேரப்படி
zone-europe-istanbul = இஸ்தான்புல் நேரப்படி
zone-europe-kyiv = கீவ் நேரப்படி
zone-europe-london = லண்டன் நேரப்படி
zone-europe-moscow = மாஸ்கோ நேரப்படி
zone-europe-rome = ரோம் நேரப்படி
zone-europe-sofia = சோஃபியா நேரப்படி
zone-europe-tallinn = தாலின் நேரப்படி
zone-europe-vilnius = வில்னியஸ் நேரப்படி
zone-europe-warsaw = வார்சா நேரப்படி
zone-pacific-honolulu = ஹவாய் நேரப்படி
