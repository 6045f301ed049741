# What the program says, in Vietnamese.

summary = { $name } · { $years }
years = { $count } năm
hijri-years = { years } (theo lịch Hồi giáo)
by-calculation = Theo tính toán; ngày được công bố nơi bạn sống có thể lệch một ngày.

today = Hôm nay
tomorrow = Ngày mai, { $date }
in-days = { $count } ngày nữa, { $date }
in-weeks = { $count ->
    [1] Một tuần nữa, { $date }
   *[other] { $count } tuần nữa, { $date }
}
yesterday = Hôm qua
days-ago = { $count } ngày trước, { $date }
was-off = { $when }, khi máy tính đang tắt
paragraph = { $when }. { $excerpt }

together = { $count } ngày tưởng niệm
together-more = và { $count } ngày khác

moment-here = { $what } lúc { $at }
moment-there = { $what } lúc { $there } { $zone } (ở đây là { $at })
moment-there-date = { $what } lúc { $there } { $zone } (ở đây là { $at }, ngày { $date })
moment-elsewhere = { $what } lúc { $there } giờ { $place } (ở đây là { $at })
moment-elsewhere-date = { $what } lúc { $there } giờ { $place } (ở đây là { $at }, ngày { $date })
moment-soon = { $count ->
    [0] Bây giờ: { $moment }
   *[other] { $count } phút nữa: { $moment }
}

minute-of-silence = Một phút mặc niệm
two-minutes-of-silence = Hai phút mặc niệm
silence = Phút mặc niệm
sirens = Còi báo động
sirens-and-minute-of-silence = Còi báo động và một phút mặc niệm
sirens-and-two-minutes-of-silence = Còi báo động và hai phút mặc niệm
bell-and-minute-of-silence = Hồi chuông và một phút mặc niệm
candles = Thắp nến
commemoration = Lễ tưởng niệm

read = Đọc
later = Để sau
sources = Nguồn
language-name = Tiếng Việt
other-languages = Bằng ngôn ngữ khác
next-date = Lần tới: { $date }
year-heading = Các ngày tưởng niệm năm { $year }
no-days = Năm này không có ngày tưởng niệm nào.

mistakes = Cấu hình có lỗi
mistakes-kept = Remembrance tiếp tục với phần cấu hình đúng. Lệnh `remembrance check` liệt kê mọi lỗi.
mistakes-more = và { $count } lỗi khác
fixed = Cấu hình đã đúng trở lại
fixed-kept = Đang lưu { $count } ngày.

unopened = Không mở được bài viết: { $name }
unopened-instead = Phiên này không có trình duyệt, hoặc nó không khởi động được. Trong cửa sổ dòng lệnh:

category = Ngày tưởng niệm
birthday-of = { $name }: sinh nhật
death-of = { $name }: ngày giỗ
anniversary-of = { $name }: kỷ niệm ngày cưới

date = { $weekday }, { $day } { $month }
date-long = { $weekday }, { $day } { $month }, { $year }
day-month = { $day } { $month }
# A date within a sentence.
date-on = { $weekday }, ngày { $day } { $month }
weekdays = Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy|Chủ Nhật
weekdays-on = thứ Hai|thứ Ba|thứ Tư|thứ Năm|thứ Sáu|thứ Bảy|Chủ Nhật
months = tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = Tháng 1|Tháng 2|Tháng 3|Tháng 4|Tháng 5|Tháng 6|Tháng 7|Tháng 8|Tháng 9|Tháng 10|Tháng 11|Tháng 12
weekdays-short = T2|T3|T4|T5|T6|T7|CN

# By whose clock the hour of a moment is.
zone-africa-algiers = giờ Algiers
zone-africa-asmara = giờ Asmara
zone-america-mexico-city = giờ Thành phố México
zone-america-montevideo = giờ Montevideo
zone-america-new-york = giờ New York
zone-america-toronto = giờ Toronto
zone-asia-baku = giờ Baku
zone-asia-beirut = giờ Beirut
zone-asia-colombo = giờ Colombo
zone-asia-dhaka = giờ Dhaka
zone-asia-dubai = giờ Dubai
zone-asia-jerusalem = giờ Jerusalem
zone-asia-kolkata = giờ Ấn Độ
zone-asia-nicosia = giờ Nicosia
zone-asia-seoul = giờ Seoul
zone-asia-shanghai = giờ Bắc Kinh
zone-asia-taipei = giờ Đài Bắc
zone-asia-tokyo = giờ Tokyo
zone-asia-yangon = giờ Yangon
zone-asia-yerevan = giờ Yerevan
zone-europe-amsterdam = giờ Amsterdam
zone-europe-brussels = giờ Brussels
zone-europe-dublin = giờ Dublin
zone-europe-istanbul = giờ Istanbul
zone-europe-kyiv = giờ Kyiv
zone-europe-london = giờ London
zone-europe-moscow = giờ Moskva
zone-europe-rome = giờ Rome
zone-europe-sofia = giờ Sofia
zone-europe-tallinn = giờ Tallinn
zone-europe-vilnius = giờ Vilnius
zone-europe-warsaw = giờ Warszawa
zone-pacific-honolulu = giờ Hawaii
