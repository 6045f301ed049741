//! Writes the manual page remembrance-rules(7) from the forms that the rules themselves name. A test holds the file to it.

use super::manpage;
use remembrance::rule::FORMS;
use roff::{Roff, bold, italic, roman};

/// The calendars other than our own, and the names of their months with the spellings that are taken too.
pub(crate) const MONTHS: [(&str, &str); 6] = [
    (
        "Hebrew",
        "Nisan, Iyar (Iyyar), Sivan, Tammuz (Tamuz), Av, Elul, Tishrei (Tishri), Cheshvan (Heshvan, Marcheshvan), \
         Kislev, Tevet, Shevat (Shvat), Adar, Adar I, Adar II",
    ),
    (
        "Hijri",
        "Muharram (Moharram), Safar, Rabi al-Awwal (Rabi I), Rabi al-Thani (Rabi II), Jumada al-Awwal (Jumada I), \
         Jumada al-Thani (Jumada II), Rajab, Shaban, Ramadan (Ramazan), Shawwal, Dhu al-Qadah, Dhu al-Hijjah",
    ),
    (
        "Persian",
        "Farvardin, Ordibehesht, Khordad, Tir, Mordad, Shahrivar, Mehr, Aban, Azar, Dey, Bahman, Esfand",
    ),
    (
        "Ethiopian",
        "Meskerem, Tikimt (Tekemt), Hidar (Hedar), Tahsas, Tir (Ter), Yekatit, Megabit, Miyazya (Miazia), \
         Ginbot (Genbot), Sene, Hamle, Nehasse, Pagume (Pagumen)",
    ),
    (
        "Coptic",
        "Thout (Tout), Paopi (Baba), Hathor (Hator), Koiak (Kiahk), Tobi (Toba), Meshir (Amshir), \
         Paremhat (Baramhat), Parmouti (Baramouda), Pashons (Bashans), Paoni (Baona), Epip (Abib), Mesori (Mesra), Nesi",
    ),
    (
        "Indian national",
        "Chaitra, Vaisakha, Jyaistha, Asadha, Sravana, Bhadra, Asvina, Kartika, Agrahayana, Pausa, Magha, Phalguna",
    ),
];

/// The page, as roff.
pub(crate) fn page() -> String {
    let mut page = Roff::new();
    let title = manpage::title("REMEMBRANCE-RULES", "7");
    page.control("TH", title.iter().map(String::as_str));
    section(&mut page, "NAME");
    page.text([roman("remembrance-rules - how a phrase names the dates of a day")]);
    section(&mut page, "DESCRIPTION");
    page.text([
        roman("A rule is a short English phrase that gives the dates of a remembrance day, the same in the "),
        bold("date"),
        roman(" of a configuration and after "),
        bold("remembrance dates"),
        roman(
            ". Capitals, extra spaces, hyphens, apostrophes and accents do not matter. A rule gives every date that \
             falls in a Gregorian year: a Hijri day can come twice in one, or not at all. A day may have a list of \
             rules; it is kept on the dates of all of them.",
        ),
    ]);
    section(&mut page, "FORMS");
    for form in FORMS {
        page.control("TP", []);
        page.text([bold(form.phrase)]);
        let dates = match form.dates {
            "" => format!("none in {}", form.year),
            dates => dates.replace(' ', ", "),
        };
        page.text([italic(form.name), roman(format!(": {}.", form.meaning)), roman(format!(" {dates}."))]);
        if !form.policy.is_empty() {
            page.text([roman(form.policy)]);
        }
    }
    section(&mut page, "MONTHS");
    page.text([roman("Spellings in parentheses are taken too.")]);
    for (calendar, months) in MONTHS {
        page.control("TP", []);
        page.text([bold(calendar)]);
        page.text([roman(months)]);
    }
    page.control("PP", []);
    page.text([roman(
        "A name that two calendars share, as Tir, needs its calendar: `30 Tir (Persian)`. Chinese and Korean months \
         are numbers: `Chinese 7/15`, `Korean 4/8`, `Chinese leap 8/10`.",
    )]);
    section(&mut page, "EXIT STATUS");
    page.text([
        bold("remembrance dates"),
        roman(
            " exits with 0, or with 1 if a phrase is not a rule or a calendar does not cover one of the years.",
        ),
    ]);
    section(&mut page, "SEE ALSO");
    page.text([bold("remembrance"), roman("(1)")]);
    manpage::folded(&page.render())
}

fn section(page: &mut Roff, name: &str) {
    page.control("SH", [name]);
}
