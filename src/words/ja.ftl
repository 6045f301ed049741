# What the program says, in Japanese.

summary = { $name } · { $years }
years = { $count }年
hijri-years = { years } (ヒジュラ暦)
by-calculation = 計算による日付です。お住まいの地域で告知される日と1日異なることがあります。

today = 今日
tomorrow = 明日、{ $date }
in-days = { $count }日後、{ $date }
in-weeks = { $count }週間後、{ $date }
yesterday = 昨日
days-ago = { $count }日前、{ $date }
was-off = { $when }（コンピューターの電源が切れていました）
paragraph = { $when }。{ $excerpt }

together = 追悼の日 { $count }件
together-more = ほか{ $count }件

moment-here = { $at }、{ $what }
moment-there = { $zone }{ $there }、{ $what }（こちらでは{ $at }）
moment-there-date = { $zone }{ $there }、{ $what }（こちらでは{ $date }{ $at }）
moment-elsewhere = { $place }時間{ $there }、{ $what }（こちらでは{ $at }）
moment-elsewhere-date = { $place }時間{ $there }、{ $what }（こちらでは{ $date }{ $at }）
moment-soon = { $count ->
    [0] ただいま：{ $moment }
   *[other] { $count }分後：{ $moment }
}

minute-of-silence = 1分間の黙祷
two-minutes-of-silence = 2分間の黙祷
silence = 黙祷
sirens = サイレン
sirens-and-minute-of-silence = サイレンと1分間の黙祷
sirens-and-two-minutes-of-silence = サイレンと2分間の黙祷
bell-and-minute-of-silence = 鐘と1分間の黙祷
candles = キャンドルの点灯
commemoration = 追悼行事

read = 読む
later = 後で
sources = 出典
language-name = 日本語
other-languages = ほかの言語
next-date = 次回：{ $date }
year-heading = { $year }年の追悼の日
no-days = この年に追悼の日はありません。

mistakes = 設定に誤りがあります
mistakes-kept = 正しい設定で Remembrance を続けます。`remembrance check` ですべての誤りを表示できます。
mistakes-more = ほか{ $count }件
fixed = 設定は正常に戻りました
fixed-kept = { $count }日が登録されています。

unopened = 記事を開けません：{ $name }
unopened-instead = このセッションにブラウザーがないか、起動できませんでした。端末で次を実行してください：

category = 追悼の日
birthday-of = { $name }：誕生日
death-of = { $name }：命日
anniversary-of = { $name }：結婚記念日

date = { $month }{ $day }日{ $weekday }
date-long = { $year }年{ $month }{ $day }日{ $weekday }
day-month = { $month }{ $day }日
weekdays = 月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日
months = 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
weekdays-short = 月|火|水|木|金|土|日

# By whose clock the hour of a moment is.
zone-africa-algiers = アルジェ時間
zone-africa-asmara = アスマラ時間
zone-america-mexico-city = メキシコシティー時間
zone-america-montevideo = モンテビデオ時間
zone-america-new-york = ニューヨーク時間
zone-america-toronto = トロント時間
zone-asia-baku = バクー時間
zone-asia-beirut = ベイルート時間
zone-asia-colombo = コロンボ時間
zone-asia-dhaka = ダッカ時間
zone-asia-dubai = ドバイ時間
zone-asia-jerusalem = エルサレム時間
zone-asia-kolkata = インド時間
zone-asia-nicosia = ニコシア時間
zone-asia-seoul = ソウル時間
zone-asia-shanghai = 北京時間
zone-asia-taipei = 台北時間
zone-asia-tokyo = 日本時間
zone-asia-yangon = ヤンゴン時間
zone-asia-yerevan = エレバン時間
zone-europe-amsterdam = アムステルダム時間
zone-europe-brussels = ブリュッセル時間
zone-europe-dublin = ダブリン時間
zone-europe-istanbul = イスタンブール時間
zone-europe-kyiv = キーウ時間
zone-europe-london = ロンドン時間
zone-europe-moscow = モスクワ時間
zone-europe-rome = ローマ時間
zone-europe-sofia = ソフィア時間
zone-europe-tallinn = タリン時間
zone-europe-vilnius = ビリニュス時間
zone-europe-warsaw = ワルシャワ時間
zone-pacific-honolulu = ハワイ時間
