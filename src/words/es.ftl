# What the program says, in Spanish.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
hijri-years = { years } (de la hégira)
by-calculation = Por cálculo; el día anunciado donde vive puede diferir en uno.

today = Hoy
tomorrow = Mañana, { $date }
in-days = { $count ->
    [one] Dentro de un día, el { $date }
   *[other] Dentro de { $count } días, el { $date }
}
in-weeks = { $count ->
    [one] Dentro de una semana, el { $date }
   *[other] Dentro de { $count } semanas, el { $date }
}
yesterday = Ayer
days-ago = { $count ->
    [one] Hace un día, el { $date }
   *[other] Hace { $count } días, el { $date }
}
was-off = { $when }, cuando el ordenador estaba apagado
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Un día de recuerdo
   *[other] { $count } días de recuerdo
}
together-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}

moment-here = { $what } a las { $at }
moment-there = { $what } a las { $there }, { $zone } (aquí, a las { $at })
moment-there-date = { $what } a las { $there }, { $zone } (aquí, el { $date } a las { $at })
moment-elsewhere = { $what } a las { $there }, hora de { $place } (aquí, a las { $at })
moment-elsewhere-date = { $what } a las { $there }, hora de { $place } (aquí, el { $date } a las { $at })
moment-soon = { $count ->
    [0] Ahora. { $moment }
    [one] Dentro de un minuto. { $moment }
   *[other] Dentro de { $count } minutos. { $moment }
}

minute-of-silence = Un minuto de silencio
two-minutes-of-silence = Dos minutos de silencio
silence = Un momento de silencio
sirens = Sirenas
sirens-and-minute-of-silence = Sirenas y un minuto de silencio
sirens-and-two-minutes-of-silence = Sirenas y dos minutos de silencio
bell-and-minute-of-silence = Una campana y un minuto de silencio
candles = Se encienden velas
commemoration = Un acto de recuerdo

read = Leer
later = Más tarde
sources = Fuentes
language-name = Español
other-languages = En otros idiomas
next-date = Próxima fecha: { $date }
year-heading = Días de recuerdo en { $year }
no-days = Este año no hay ningún día de recuerdo.

mistakes = Hay un error en la configuración
mistakes-kept = Remembrance sigue con lo que es válido. `remembrance check` muestra todos los errores.
mistakes-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
fixed = La configuración vuelve a ser correcta
fixed-kept = { $count ->
    [one] Se recuerda un día.
   *[other] Se recuerdan { $count } días.
}

unopened = No se puede abrir el artículo: { $name }
unopened-instead = En esta sesión no hay navegador o no se ha iniciado. En un terminal:

category = Días de recuerdo
birthday-of = { $name }: cumpleaños
death-of = { $name }: aniversario de su muerte
anniversary-of = { $name }: aniversario de boda

date = { $weekday }, { $day } de { $month }
date-long = { $weekday }, { $day } de { $month } de { $year }
day-month = { $day } de { $month }
# A date within a sentence.
date-on = { $weekday } { $day } de { $month }
weekdays = lunes|martes|miércoles|jueves|viernes|sábado|domingo
months = enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Octubre|Noviembre|Diciembre
weekdays-short = Lu|Ma|Mi|Ju|Vi|Sá|Do

# By whose clock the hour of a moment is.
zone-africa-algiers = hora de Argel
zone-africa-asmara = hora de Asmara
zone-america-mexico-city = hora de Ciudad de México
zone-america-montevideo = hora de Montevideo
zone-america-new-york = hora de Nueva York
zone-america-toronto = hora de Toronto
zone-asia-baku = hora de Bakú
zone-asia-beirut = hora de Beirut
zone-asia-colombo = hora de Colombo
zone-asia-dhaka = hora de Daca
zone-asia-dubai = hora de Dubái
zone-asia-jerusalem = hora de Jerusalén
zone-asia-kolkata = hora de la India
zone-asia-nicosia = hora de Nicosia
zone-asia-seoul = hora de Seúl
zone-asia-shanghai = hora de Pekín
zone-asia-taipei = hora de Taipéi
zone-asia-tokyo = hora de Tokio
zone-asia-yangon = hora de Rangún
zone-asia-yerevan = hora de Ereván
zone-europe-amsterdam = hora de Ámsterdam
zone-europe-brussels = hora de Bruselas
zone-europe-dublin = hora de Dublín
zone-europe-istanbul = hora de Estambul
zone-europe-kyiv = hora de Kiev
zone-europe-london = hora de Londres
zone-europe-moscow = hora de Moscú
zone-europe-rome = hora de Roma
zone-europe-sofia = hora de Sofía
zone-europe-tallinn = hora de Tallin
zone-europe-vilnius = hora de Vilna
zone-europe-warsaw = hora de Varsovia
zone-pacific-honolulu = hora de Hawái
