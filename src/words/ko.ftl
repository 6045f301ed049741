# What the program says, in Korean.

summary = { $name } · { $years }
years = { $count }주년
hijri-years = { years } (히즈라력)
by-calculation = 계산에 따른 날짜이며, 계신 곳에서 공고되는 날과 하루 다를 수 있습니다.

today = 오늘
tomorrow = 내일, { $date }
in-days = { $count ->
    [1] 하루 뒤, { $date }
   *[other] { $count }일 뒤, { $date }
}
in-weeks = { $count ->
    [1] 일주일 뒤, { $date }
   *[other] { $count }주 뒤, { $date }
}
yesterday = 어제
days-ago = { $count ->
    [1] 하루 전, { $date }
   *[other] { $count }일 전, { $date }
}
was-off = { $when }(컴퓨터가 꺼져 있었습니다)
paragraph = { $when }. { $excerpt }

together = 추모일 { $count }개
together-more = 그 밖에 { $count }개

moment-here = { $what }, { $at }
moment-there = { $what }, { $zone } { $there }(이곳 시간 { $at })
moment-there-date = { $what }, { $zone } { $there }(이곳 시간 { $date } { $at })
moment-elsewhere = { $what }, { $place } 시간 { $there }(이곳 시간 { $at })
moment-elsewhere-date = { $what }, { $place } 시간 { $there }(이곳 시간 { $date } { $at })
moment-soon = { $count ->
    [0] 지금: { $moment }
   *[other] { $count }분 뒤: { $moment }
}

minute-of-silence = 1분간 묵념
two-minutes-of-silence = 2분간 묵념
silence = 묵념
sirens = 사이렌
sirens-and-minute-of-silence = 사이렌과 1분간 묵념
sirens-and-two-minutes-of-silence = 사이렌과 2분간 묵념
bell-and-minute-of-silence = 타종과 1분간 묵념
candles = 촛불 밝히기
commemoration = 추모식

read = 읽기
later = 나중에
sources = 출처
language-name = 한국어
other-languages = 다른 언어로
next-date = 다음: { $date }
year-heading = { $year }년 추모일
no-days = 이 해에는 추모일이 없습니다.

mistakes = 설정에 잘못된 곳이 있습니다
mistakes-kept = Remembrance는 올바른 설정으로 계속 실행됩니다. `remembrance check`로 모든 오류를 볼 수 있습니다.
mistakes-more = 그 밖에 { $count }건
fixed = 설정이 다시 올바릅니다
fixed-kept = 추모일 { $count }개가 등록되어 있습니다.

unopened = 글을 열 수 없습니다: { $name }
unopened-instead = 이 세션에 브라우저가 없거나 실행되지 않았습니다. 터미널에서:

category = 추모일
birthday-of = { $name }: 생일
death-of = { $name }: 기일
anniversary-of = { $name }: 결혼기념일

date = { $month } { $day }일 { $weekday }
date-long = { $year }년 { $month } { $day }일 { $weekday }
day-month = { $month } { $day }일
weekdays = 월요일|화요일|수요일|목요일|금요일|토요일|일요일
months = 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
weekdays-short = 월|화|수|목|금|토|일

# By whose clock the hour of a moment is.
zone-africa-algiers = 알제 시간
zone-africa-asmara = 아스마라 시간
zone-america-mexico-city = 멕시코시티 시간
zone-america-montevideo = 몬테비데오 시간
zone-america-new-york = 뉴욕 시간
zone-america-toronto = 토론토 시간
zone-asia-baku = 바쿠 시간
zone-asia-beirut = 베이루트 시간
zone-asia-colombo = 콜롬보 시간
zone-asia-dhaka = 다카 시간
zone-asia-dubai = 두바이 시간
zone-asia-jerusalem = 예루살렘 시간
zone-asia-kolkata = 인도 시간
zone-asia-nicosia = 니코시아 시간
zone-asia-seoul = 한국 시간
zone-asia-shanghai = 베이징 시간
zone-asia-taipei = 타이베이 시간
zone-asia-tokyo = 일본 시간
zone-asia-yangon = 양곤 시간
zone-asia-yerevan = 예레반 시간
zone-europe-amsterdam = 암스테르담 시간
zone-europe-brussels = 브뤼셀 시간
zone-europe-dublin = 더블린 시간
zone-europe-istanbul = 이스탄불 시간
zone-europe-kyiv = 키이우 시간
zone-europe-london = 런던 시간
zone-europe-moscow = 모스크바 시간
zone-europe-rome = 로마 시간
zone-europe-sofia = 소피아 시간
zone-europe-tallinn = 탈린 시간
zone-europe-vilnius = 빌뉴스 시간
zone-europe-warsaw = 바르샤바 시간
zone-pacific-honolulu = 하와이 시간
