# What the program says, in Portuguese.

summary = { $name } · { $years }
years = { $count ->
    [one] { $count } ano
   *[other] { $count } anos
}
hijri-years = { years } (da Hégira)
by-calculation = Por cálculo; o dia anunciado onde vive pode diferir em um.

today = Hoje
tomorrow = Amanhã, { $date }
in-days = { $count ->
    [one] Daqui a um dia, { $date }
   *[other] Daqui a { $count } dias, { $date }
}
in-weeks = { $count ->
    [one] Daqui a uma semana, { $date }
   *[other] Daqui a { $count } semanas, { $date }
}
yesterday = Ontem
days-ago = { $count ->
    [one] Há um dia, { $date }
   *[other] Há { $count } dias, { $date }
}
was-off = { $when }, com o computador desligado
paragraph = { $when }. { $excerpt }

together = { $count ->
    [one] Um dia de memória
   *[other] { $count } dias de memória
}
together-more = { $count ->
    [one] e mais um
   *[other] e mais { $count }
}

moment-here = { $what } às { $at }
moment-there = { $what } às { $there }, { $zone } (aqui, às { $at })
moment-there-date = { $what } às { $there }, { $zone } (aqui, em { $date } às { $at })
moment-elsewhere = { $what } às { $there } ({ $place }), aqui às { $at }
moment-elsewhere-date = { $what } às { $there } ({ $place }), aqui em { $date } às { $at }
moment-soon = { $count ->
    [0] Agora. { $moment }
    [one] Daqui a um minuto. { $moment }
   *[other] Daqui a { $count } minutos. { $moment }
}

minute-of-silence = Um minuto de silêncio
two-minutes-of-silence = Dois minutos de silêncio
silence = Um momento de silêncio
sirens = Sirenes
sirens-and-minute-of-silence = Sirenes e um minuto de silêncio
sirens-and-two-minutes-of-silence = Sirenes e dois minutos de silêncio
bell-and-minute-of-silence = Um sino e um minuto de silêncio
candles = Acendem-se velas
commemoration = Uma cerimônia em memória

read = Ler
later = Mais tarde
sources = Fontes
language-name = Português
other-languages = Em outros idiomas
next-date = Próxima data: { $date }
year-heading = Dias de memória em { $year }
no-days = Este ano não há nenhum dia de memória.

mistakes = Há um erro na configuração
mistakes-kept = O Remembrance continua com o que é válido. `remembrance check` mostra todos os erros.
mistakes-more = { $count ->
    [one] e mais um
   *[other] e mais { $count }
}
fixed = A configuração está de novo correta
fixed-kept = { $count ->
    [one] Um dia é lembrado.
   *[other] { $count } dias são lembrados.
}

unopened = Não é possível abrir o artigo: { $name }
unopened-instead = Nesta sessão não há navegador, ou ele não iniciou. Em um terminal:

category = Dias de memória
birthday-of = { $name }: aniversário
death-of = { $name }: aniversário da morte
anniversary-of = { $name }: aniversário de casamento

date = { $weekday }, { $day } de { $month }
date-long = { $weekday }, { $day } de { $month } de { $year }
day-month = { $day } de { $month }
weekdays = segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo
months = janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Janeiro|Fevereiro|Março|Abril|Maio|Junho|Julho|Agosto|Setembro|Outubro|Novembro|Dezembro
weekdays-short = Seg|Ter|Qua|Qui|Sex|Sáb|Dom

# By whose clock the hour of a moment is.
zone-africa-algiers = hora de Argel
zone-africa-asmara = hora de Asmara
zone-america-mexico-city = hora da Cidade do México
zone-america-montevideo = hora de Montevideu
zone-america-new-york = hora de Nova York
zone-america-toronto = hora de Toronto
zone-asia-baku = hora de Baku
zone-asia-beirut = hora de Beirute
zone-asia-colombo = hora de Colombo
zone-asia-dhaka = hora de Daca
zone-asia-dubai = hora de Dubai
zone-asia-jerusalem = hora de Jerusalém
zone-asia-kolkata = hora da Índia
zone-asia-nicosia = hora de Nicósia
zone-asia-seoul = hora de Seul
zone-asia-shanghai = hora de Pequim
zone-asia-taipei = hora de Taipé
zone-asia-tokyo = hora de Tóquio
zone-asia-yangon = hora de Yangon
zone-asia-yerevan = hora de Erevan
zone-europe-amsterdam = hora de Amsterdã
zone-europe-brussels = hora de Bruxelas
zone-europe-dublin = hora de Dublin
zone-europe-istanbul = hora de Istambul
zone-europe-kyiv = hora de Kiev
zone-europe-london = hora de Londres
zone-europe-moscow = hora de Moscou
zone-europe-rome = hora de Roma
zone-europe-sofia = hora de Sófia
zone-europe-tallinn = hora de Tallinn
zone-europe-vilnius = hora de Vilnius
zone-europe-warsaw = hora de Varsóvia
zone-pacific-honolulu = hora do Havaí
