//! Months and weekdays in letters of which [`latin`](crate::text::latin) does not write each in Latin ones: Arabic, Armenian,
//! Georgian, Hebrew, Serbian, the scripts of India, Chinese characters, Hangul.

use super::lexer::Key;
use super::words::Word;
use chrono::Weekday;
use std::sync::LazyLock;

/// The word of these letters, if one of them is foreign; see [`Key`].
pub(super) fn foreign_word(letters: &[u8]) -> Option<Word> {
    if letters.is_ascii() {
        return None;
    }
    let at = KEYS.binary_search_by(|(key, _)| key.as_bytes().cmp(letters)).ok()?;
    KEYS.get(at).map(|(_, word)| *word)
}

/// The names by their letters, made when the first such word is read.
static KEYS: LazyLock<Vec<(Key, Word)>> = LazyLock::new(|| {
    let months = (1..).zip(&MONTHS).map(|(number, names)| (Word::Month(number), names));
    let weekday = |number: u8| Word::Weekday(Weekday::try_from(number).expect("a week has seven days"));
    let weekdays = (0..7).map(weekday).zip(&DAYS);
    let names =
        months.chain(weekdays).flat_map(|(word, names)| names.split(' ').map(move |name| (name, word)));
    let mut keys: Vec<_> = names.map(|(name, word)| (Key::of(name), word)).collect();
    keys.sort_unstable_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
    keys
});

#[rustfmt::skip]
/// The names of each month, from January on.
const MONTHS: [&str; 12] = [
    "јануар јануара հունվար հունվարի ינואר جنوری يناير ژانویه जनवरी জানুয়ারি ஜனவரி იანვარი იანვარს 一月",
    "փետրվար փետրվարի פברואר فبراير فروری فوریه फ़रवरी ফেব্রুয়ারি பிப்ரவரி თებერვალი თებერვალს 二月",
    "մարտ մարտի מרץ مارس مارچ মার্চ მარტი მარტს 三月",
    "сәуір ապրիլ ապրիլի אפריל آوریل أبريل اپریل अप्रैल এপ্রিল ஏப்ரல் აპრილი აპრილს 四月",
    "μαΐου мај маја մայիս մայիսի מאי مئی مايو مه मई মে მაისი მაისს 五月",
    "јун јуна հունիս հունիսի יוני جون يونيو ژوئن जून জুন ஜூன் ივნისი ივნისს 六月",
    "јул јула հուլիս հուլիսի יולי جولائی يوليو ژوئیه जुलाई জুলাই ஜூலை ივლისი ივლისს 七月",
    "жніўня օգոստոս օգոստոսի אוגוסט أغسطس اوت اگست अगस्त আগস্ট ஆகஸ்ட் აგვისტო აგვისტოს 八月",
    "սեպտեմբեր սեպտեմբերի ספטמבר سبتمبر ستمبر سپتامبر सितंबर সেপ্টেম্বর செப்டம்பர் სექტემბერი სექტემბერს \
     九月",
    "հոկտեմբեր հոկտեմբերի אוקטובר أكتوبر اکتبر اکتوبر अक्टूबर অক্টোবর அக்டோபர் ოქტომბერი ოქტომბერს 十月",
    "նոյեմբեր նոյեմբերի נובמבר نوامبر نوفمبر نومبر नवंबर নভেম্বর நவம்பர் ნოემბერი ნოემბერს 十一月",
    "դեկտեմբեր դեկտեմբերի דצמבר دسامبر دسمبر ديسمبر दिसंबर ডিসেম্বর டிசம்பர் დეკემბერი დეკემბერს 十二月",
];

#[rustfmt::skip]
/// The names of each weekday, from Monday on.
const DAYS: [&str; 7] = [
    "понедељак երկուշաբթի الاثنين دوشنبه پیر सोमवार সোমবার திங்கள் ორშაბათი ორშაბათს 星期一 月曜日 월요일",
    "аўторак երեքշաբթի الثلاثاء سه‌شنبه منگل मंगलवार মঙ্গলবার செவ்வாய் სამშაბათი სამშაბათს 星期二 火曜日 화요일",
    "сәрсенбі չորեքշաբթի الأربعاء بدھ چهارشنبه बुधवार বুধবার புதன் ოთხშაბათი ოთხშაბათს 星期三 水曜日 수요일",
    "հինգշաբթի الخميس جمعرات پنجشنبه गुरुवार বৃহস্পতিবার வியாழன் ხუთშაბათი ხუთშაბათს 星期四 木曜日 목요일",
    "ուրբաթ الجمعة جمعه جمعہ शुक्रवार শুক্রবার வெள்ளி პარასკევი პარასკევს 星期五 金曜日 금요일",
    "շաբաթ בשבת السبت شنبه ہفتہ शनिवार শনিবার சனி შაბათი შაბათს 土曜日 星期六 토요일",
    "недеља կիրակի اتوار الأحد یکشنبه रविवार রবিবার ஞாயிறு კვირა კვირას 日曜日 星期日 일요일",
];

/// Every name.
#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    MONTHS.iter().chain(&DAYS).flat_map(|names| names.split(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_names_have_the_same_letters_and_none_is_too_long() {
        assert!(KEYS.is_sorted_by(|(a, _), (b, _)| a.as_bytes() < b.as_bytes()));
        assert!(KEYS.iter().all(|(key, _)| !key.as_bytes().is_empty()));
    }
}
