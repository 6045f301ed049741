# What the program says, in French.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
hijri-years = { years } (de l’hégire)
by-calculation = Par calcul ; le jour annoncé là où vous vivez peut différer d’un jour.

today = Aujourd’hui
tomorrow = Demain, { $date }
in-days = { $count ->
    [one] Dans un jour, { $date }
   *[other] Dans { $count } jours, { $date }
}
in-weeks = { $count ->
    [one] Dans une semaine, { $date }
   *[other] Dans { $count } semaines, { $date }
}
yesterday = Hier
days-ago = { $count ->
    [one] Il y a un jour, { $date }
   *[other] Il y a { $count } jours, { $date }
}
was-off = { $when }, quand l’ordinateur était éteint
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Un jour de mémoire
   *[other] { $count } jours de mémoire
}
together-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}

moment-here = { $what } à { $at }
moment-there = { $what } à { $there }, { $zone } ({ $at } ici)
moment-there-date = { $what } à { $there }, { $zone } (ici, le { $date } à { $at })
moment-elsewhere = { $what } à { $there } ({ $place }), { $at } ici
moment-elsewhere-date = { $what } à { $there } ({ $place }), ici le { $date } à { $at }
moment-soon = { $count ->
    [0] Maintenant. { $moment }
    [one] Dans une minute. { $moment }
   *[other] Dans { $count } minutes. { $moment }
}

minute-of-silence = Une minute de silence
two-minutes-of-silence = Deux minutes de silence
silence = Un moment de silence
sirens = Les sirènes
sirens-and-minute-of-silence = Les sirènes, puis une minute de silence
sirens-and-two-minutes-of-silence = Les sirènes, puis deux minutes de silence
bell-and-minute-of-silence = La cloche, puis une minute de silence
candles = Des bougies sont allumées
commemoration = Une cérémonie du souvenir

read = Lire
later = Plus tard
sources = Sources
language-name = Français
other-languages = Dans d’autres langues
next-date = Prochaine date : { $date }
year-heading = Jours de mémoire en { $year }
no-days = Aucun jour de mémoire cette année.

mistakes = La configuration contient une erreur
mistakes-kept = Remembrance continue avec ce qui est valide. `remembrance check` affiche toutes les erreurs.
mistakes-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
fixed = La configuration est de nouveau correcte
fixed-kept = { $count ->
    [one] Un jour est suivi.
   *[other] { $count } jours sont suivis.
}

unopened = Impossible d’ouvrir l’article : { $name }
unopened-instead = Cette session n’a pas de navigateur, ou il n’a pas démarré. Dans un terminal :

category = Jours de mémoire
birthday-of = { $name } : anniversaire de naissance
death-of = { $name } : anniversaire de la mort
anniversary-of = { $name } : anniversaire de mariage

date = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month } { $year }
day-month = { $day } { $month }
weekdays = lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
months = janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Janvier|Février|Mars|Avril|Mai|Juin|Juillet|Août|Septembre|Octobre|Novembre|Décembre
weekdays-short = Lu|Ma|Me|Je|Ve|Sa|Di

# By whose clock the hour of a moment is.
zone-africa-algiers = heure d’Alger
zone-africa-asmara = heure d’Asmara
zone-america-mexico-city = heure de Mexico
zone-america-montevideo = heure de Montevideo
zone-america-new-york = heure de New York
zone-america-toronto = heure de Toronto
zone-asia-baku = heure de Bakou
zone-asia-beirut = heure de Beyrouth
zone-asia-colombo = heure de Colombo
zone-asia-dhaka = heure de Dacca
zone-asia-dubai = heure de Dubaï
zone-asia-jerusalem = heure de Jérusalem
zone-asia-kolkata = heure de l’Inde
zone-asia-nicosia = heure de Nicosie
zone-asia-seoul = heure de Séoul
zone-asia-shanghai = heure de Pékin
zone-asia-taipei = heure de Taipei
zone-asia-tokyo = heure de Tokyo
zone-asia-yangon = heure de Rangoun
zone-asia-yerevan = heure d’Erevan
zone-europe-amsterdam = heure d’Amsterdam
zone-europe-brussels = heure de Bruxelles
zone-europe-dublin = heure de Dublin
zone-europe-istanbul = heure d’Istanbul
zone-europe-kyiv = heure de Kiev
zone-europe-london = heure de Londres
zone-europe-moscow = heure de Moscou
zone-europe-rome = heure de Rome
zone-europe-sofia = heure de Sofia
zone-europe-tallinn = heure de Tallinn
zone-europe-vilnius = heure de Vilnius
zone-europe-warsaw = heure de Varsovie
zone-pacific-honolulu = heure d’Hawaï
