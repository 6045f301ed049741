# What the program says, in Chinese.

summary = { $name } · { $years }
years = { $count }周年
hijri-years = { years } (伊斯兰历)
by-calculation = 按推算；您所在地宣布的日期可能相差一天。

today = 今天
tomorrow = 明天，{ $date }
in-days = { $count }天后，{ $date }
in-weeks = { $count ->
    [1] 一周后，{ $date }
   *[other] { $count }周后，{ $date }
}
yesterday = 昨天
days-ago = { $count }天前，{ $date }
was-off = { $when }，当时电脑未开机
paragraph = { $when }。{ $excerpt }

together = { $count } 个纪念日
together-more = 另有 { $count } 个

moment-here = { $at } { $what }
moment-there = { $zone }{ $there } { $what }（本地时间{ $at }）
moment-there-date = { $zone }{ $there } { $what }（本地时间{ $date }{ $at }）
moment-elsewhere = { $place }时间{ $there } { $what }（本地时间{ $at }）
moment-elsewhere-date = { $place }时间{ $there } { $what }（本地时间{ $date }{ $at }）
moment-soon = { $count ->
    [0] 现在：{ $moment }
   *[other] { $count }分钟后：{ $moment }
}

minute-of-silence = 默哀一分钟
two-minutes-of-silence = 默哀两分钟
silence = 默哀
sirens = 鸣响警报
sirens-and-minute-of-silence = 鸣响警报，默哀一分钟
sirens-and-two-minutes-of-silence = 鸣响警报，默哀两分钟
bell-and-minute-of-silence = 鸣钟，默哀一分钟
candles = 点燃蜡烛
commemoration = 悼念仪式

read = 阅读
later = 稍后
sources = 资料来源
language-name = 中文
other-languages = 其他语言
next-date = 下一次：{ $date }
year-heading = { $year }年纪念日
no-days = 这一年没有纪念日。

mistakes = 设置有误
mistakes-kept = Remembrance 将继续使用正确的设置。`remembrance check` 会列出所有错误。
mistakes-more = 另有 { $count } 处
fixed = 设置已恢复正常
fixed-kept = 共有 { $count } 个纪念日。

unopened = 无法打开文章：{ $name }
unopened-instead = 此会话中没有浏览器，或浏览器未能启动。请在终端中运行：

category = 纪念日
birthday-of = { $name }：生日
death-of = { $name }：忌日
anniversary-of = { $name }：结婚纪念日

date = { $month }{ $day }日{ $weekday }
date-long = { $year }年{ $month }{ $day }日{ $weekday }
day-month = { $month }{ $day }日
weekdays = 星期一|星期二|星期三|星期四|星期五|星期六|星期日
months = 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
# The month by itself, above its weeks, and the heads of their columns from Monday on.
month-names = 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
weekdays-short = 一|二|三|四|五|六|日

# By whose clock the hour of a moment is.
zone-africa-algiers = 阿尔及尔时间
zone-africa-asmara = 阿斯马拉时间
zone-america-mexico-city = 墨西哥城时间
zone-america-montevideo = 蒙得维的亚时间
zone-america-new-york = 纽约时间
zone-america-toronto = 多伦多时间
zone-asia-baku = 巴库时间
zone-asia-beirut = 贝鲁特时间
zone-asia-colombo = 科伦坡时间
zone-asia-dhaka = 达卡时间
zone-asia-dubai = 迪拜时间
zone-asia-jerusalem = 耶路撒冷时间
zone-asia-kolkata = 印度时间
zone-asia-nicosia = 尼科西亚时间
zone-asia-seoul = 首尔时间
zone-asia-shanghai = 北京时间
zone-asia-taipei = 台北时间
zone-asia-tokyo = 东京时间
zone-asia-yangon = 仰光时间
zone-asia-yerevan = 埃里温时间
zone-europe-amsterdam = 阿姆斯特丹时间
zone-europe-brussels = 布鲁塞尔时间
zone-europe-dublin = 都柏林时间
zone-europe-istanbul = 伊斯坦布尔时间
zone-europe-kyiv = 基辅时间
zone-europe-london = 伦敦时间
zone-europe-moscow = 莫斯科时间
zone-europe-rome = 罗马时间
zone-europe-sofia = 索非亚时间
zone-europe-tallinn = 塔林时间
zone-europe-vilnius = 维尔纽斯时间
zone-europe-warsaw = 华沙时间
zone-pacific-honolulu = 夏威夷时间
