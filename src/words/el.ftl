# What the program says, in Greek.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } έτος
   *[other] { $count } έτη
}
hijri-years = { years } (της Εγίρας)
by-calculation = Με υπολογισμό· η ημέρα που ανακοινώνεται στον τόπο σας μπορεί να διαφέρει κατά μία.

today = Σήμερα
tomorrow = Αύριο, { $date }
in-days = { $count ->
    [one] Σε μία ημέρα, { $date }
   *[other] Σε { $count } ημέρες, { $date }
}
in-weeks = { $count ->
    [one] Σε μία εβδομάδα, { $date }
   *[other] Σε { $count } εβδομάδες, { $date }
}
yesterday = Χθες
days-ago = { $count ->
    [one] Πριν από μία ημέρα, { $date }
   *[other] Πριν από { $count } ημέρες, { $date }
}
was-off = { $when }, όταν ο υπολογιστής ήταν κλειστός
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Μία ημέρα μνήμης
   *[other] { $count } ημέρες μνήμης
}
together-more = { $count ->
    [one] και άλλη μία
   *[other] και άλλες { $count }
}

moment-here = { $what } στις { $at }
moment-there = { $what } στις { $there }, { $zone } (εδώ στις { $at })
moment-there-date = { $what } στις { $there }, { $zone } (εδώ στις { $date }, ώρα { $at })
moment-elsewhere = { $what } στις { $there } ({ $place }), εδώ στις { $at }
moment-elsewhere-date = { $what } στις { $there } ({ $place }), εδώ στις { $date }, ώρα { $at }
moment-soon = { $count ->
    [0] Τώρα. { $moment }
    [one] Σε ένα λεπτό. { $moment }
   *[other] Σε { $count } λεπτά. { $moment }
}

minute-of-silence = Ενός λεπτού σιγή
two-minutes-of-silence = Δύο λεπτών σιγή
silence = Σιγή
sirens = Σειρήνες
sirens-and-minute-of-silence = Σειρήνες και ενός λεπτού σιγή
sirens-and-two-minutes-of-silence = Σειρήνες και δύο λεπτών σιγή
bell-and-minute-of-silence = Καμπάνα και ενός λεπτού σιγή
candles = Ανάβονται κεριά
commemoration = Τελετή μνήμης

read = Ανάγνωση
later = Αργότερα
sources = Πηγές
language-name = Ελληνικά
other-languages = Σε άλλες γλώσσες
next-date = Επόμενη φορά: { $date }
year-heading = Ημέρες μνήμης του { $year }
no-days = Φέτος δεν υπάρχει καμία ημέρα μνήμης.

mistakes = Υπάρχει λάθος στις ρυθμίσεις
mistakes-kept = Το Remembrance συνεχίζει με όσα είναι σωστά. Η εντολή `remembrance check` δείχνει όλα τα λάθη.
mistakes-more = { $count ->
    [one] και άλλο ένα
   *[other] και άλλα { $count }
}
fixed = Οι ρυθμίσεις είναι πάλι σωστές
fixed-kept = { $count ->
    [one] Τηρείται μία ημέρα μνήμης.
   *[other] Τηρούνται { $count } ημέρες μνήμης.
}

unopened = Το άρθρο δεν ανοίγει: { $name }
unopened-instead = Σε αυτή τη συνεδρία δεν υπάρχει πρόγραμμα περιήγησης ή δεν ξεκίνησε. Σε τερματικό:

category = Ημέρες μνήμης
birthday-of = { $name }: γενέθλια
death-of = { $name }: επέτειος θανάτου
anniversary-of = { $name }: επέτειος γάμου

date = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή
weekdays-on = τη Δευτέρα|την Τρίτη|την Τετάρτη|την Πέμπτη|την Παρασκευή|το Σάββατο|την Κυριακή
months = Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Ιανουάριος|Φεβρουάριος|Μάρτιος|Απρίλιος|Μάιος|Ιούνιος|Ιούλιος|Αύγουστος|Σεπτέμβριος|Οκτώβριος|Νοέμβριος|Δεκέμβριος
weekdays-short = Δε|Τρ|Τε|Πέ|Πα|Σά|Κυ

# By whose clock the hour of a moment is.
zone-africa-algiers = ώρα Αλγερίου
zone-africa-asmara = ώρα Ασμάρας
zone-america-mexico-city = ώρα Πόλης του Μεξικού
zone-america-montevideo = ώρα Μοντεβιδέο
zone-america-new-york = ώρα Νέας Υόρκης
zone-america-toronto = ώρα Τορόντο
zone-asia-baku = ώρα Μπακού
zone-asia-beirut = ώρα Βηρυτού
zone-asia-colombo = ώρα Κολόμπο
zone-asia-dhaka = ώρα Ντάκας
zone-asia-dubai = ώρα Ντουμπάι
zone-asia-jerusalem = ώρα Ιερουσαλήμ
zone-asia-kolkata = ώρα Ινδίας
zone-asia-nicosia = ώρα Λευκωσίας
zone-asia-seoul = ώρα Σεούλ
zone-asia-shanghai = ώρα Πεκίνου
zone-asia-taipei = ώρα Ταϊπέι
zone-asia-tokyo = ώρα Τόκιο
zone-asia-yangon = ώρα Γιανγκόν
zone-asia-yerevan = ώρα Ερεβάν
zone-europe-amsterdam = ώρα Άμστερνταμ
zone-europe-brussels = ώρα Βρυξελλών
zone-europe-dublin = ώρα Δουβλίνου
zone-europe-istanbul = ώρα Κωνσταντινούπολης
zone-europe-kyiv = ώρα Κιέβου
zone-europe-london = ώρα Λονδίνου
zone-europe-moscow = ώρα Μόσχας
zone-europe-rome = ώρα Ρώμης
zone-europe-sofia = ώρα Σόφιας
zone-europe-tallinn = ώρα Ταλίν
zone-europe-vilnius = ώρα Βίλνιους
zone-europe-warsaw = ώρα Βαρσοβίας
zone-pacific-honolulu = ώρα Χαβάης
