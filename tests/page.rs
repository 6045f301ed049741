//! The pages in a real browser: what they ask for, how they look, and whether everybody can read them.
//!
//! Pictures and prints of them are left in `target/page/` to look at.

use crate::common::Home;
use crate::common::browser::Browser;
use crate::common::without::not_tried;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::{Path, PathBuf};

const NOW: [&str; 2] = ["--now", "2026-11-23 10:00"];

/// The smallest PNG: one grey pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPYCgAA2wDW6I3SqAAAAABJRU5ErkJggg==";

const GRANDMOTHER: &str = "+++\nauthor = \"Her grandchildren\"\nsources = [\"The family Bible\", \"Letters, https://example.org/a?b=1&c=2.\"]\n+++\n\
    # Grandmother\n\nShe was born in Shusha in 1931 and came to Baku when she was *eleven*. She taught mathematics for \
    **forty years**, and nobody who sat in her class has forgotten how she drew a circle by hand.\n\n\
    ![In the garden](garden.png \"Photo: Leyla, 1974\")\n\n## The garden\n\n> Plant what you will not live to see.\n\n- roses,\n- a fig tree; see \
    [the letters](#source-2) and [a picture](https://example.org/picture).\n\n```\n5 + 7 = 12, and then a line that is much \
    longer than a narrow window is wide, as a program might have it\n```\n\n---\n\n| Year | School | Pupils |\n| --- | --- | ---: |\n| 1955 | No. 6, the old building by the park, which was pulled down later | 31 |\n\
    | 1974 | No. 190 | 42 |\n\nShe retired in ~~1985~~ 1986[^years].\n\n[^years]: Her papers have both years; see [the letters](#source-2).\n";

const HOSTILE: &str = "# <img src=x onerror=\"document.title='run'\">\n\n<script>document.title = 'run'</script>\n\n\
    First <img src=x onerror=\"document.title='run'\"> [a](javascript:document.title='run') \
    ![b](https://tracker.invalid/b.png) ![c](../secret.png) ![d](/etc/passwd) [e](data:text/html,run) \
    <iframe src=\"https://tracker.invalid\"></iframe> <https://example.org/ok>\n\n\
    <style>@import url(https://tracker.invalid/x.css)</style>\n\n<meta http-equiv=\"refresh\" content=\"0; https://tracker.invalid\">\n\n\
    </style></head></main><base href=\"https://tracker.invalid/\"><form action=\"https://tracker.invalid\"><input autofocus></form>\n";

/// A home with days to read about, in which `xdg-open` says what it was to open.
fn home() -> Home {
    let home = Home::new();
    home.script("xdg-open", "echo \"$1\" > opened");
    home.config(
        "[day.grandmother]\nname = \"Grandmother\"\ndate = \"March 12\"\nevent = 2018\n\
         [day.shoah]\nname = { en = \"Holocaust Remembrance Day\", he = \"יום הזיכרון לשואה\" }\ndate = \"27 Nisan\"\n\
         [day.port]\nname = { en = \"Beirut port\", ar = \"ذكرى انفجار مرفأ بيروت\" }\ndate = \"May 1\"\nevent = 2020\n\
         moment = { at = \"18:07\", zone = \"Asia/Beirut\", what = \"minute-of-silence\" }\n\
         [day.other]\nname = \"Another of the same date\"\ndate = \"January 20\"\n\
         [day.hostile]\nname = \"<b>\\\"&</b>\"\ndate = \"May 1\"\nlink = \"https://example.org/\\\"onclick=x\"\n",
    );
    let article = |name: &str, text: &str| home.write(&format!(".config/remembrance/articles/{name}"), text);
    article("grandmother.md", GRANDMOTHER);
    article("hostile.md", HOSTILE);
    article(
        "shoah.he.md",
        "# יום הזיכרון לשואה ולגבורה\n\nביום זה מתייחדים עם זכרם של ששת מיליוני היהודים שנרצחו (1939–1945).\n",
    );
    article(
        "port.ar.md",
        "+++\nsources = [\"مرفأ بيروت، https://example.org/port?a=1\"]\n+++\n# انفجار مرفأ بيروت\n\nفي الرابع من آب 2020، \
         انفجرت 2750 طنًّا من نيترات الأمونيوم (NH4NO3) في مرفأ بيروت.\n\n> صمت المدينة\n\n- الحجر\n- الذاكرة\n",
    );
    fs::write(home.path(".config/remembrance/articles/garden.png"), STANDARD.decode(PIXEL).unwrap()).unwrap();
    home
}

/// Reads, and gives the page that was to be opened.
fn reads(home: &Home, arguments: &[&str]) -> PathBuf {
    let arguments: Vec<&str> = ["read"].iter().chain(arguments).chain(&NOW).copied().collect();
    home.printed(&arguments);
    PathBuf::from(fs::read_to_string(home.path("opened")).unwrap().trim_end())
}

fn address(page: &Path) -> String {
    format!("file://{}", page.display())
}

/// The pages that are looked at, and a name for each.
fn pages(home: &Home) -> Vec<(&'static str, PathBuf)> {
    vec![
        ("article", reads(home, &["az-black-january"])),
        ("image", reads(home, &["grandmother"])),
        ("rtl", reads(home, &["shoah", "--lang", "he"])),
        ("arabic", reads(home, &["port", "--lang", "ar"])),
        ("hostile", reads(home, &["hostile"])),
        ("year", reads(home, &["--year", "2027"])),
        ("this-year", reads(home, &["--year", "2026"])),
    ]
}

fn keep(name: &str, content: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/page");
    fs::create_dir_all(&folder).unwrap();
    let content = STANDARD.decode(content).unwrap();
    fs::write(folder.join(name), &content).unwrap();
    content
}

#[test]
fn no_request_leaves_a_page_and_nothing_in_it_runs() {
    let home = home();
    let browser = Browser::start(&home);
    for (name, page) in pages(&home) {
        let (asked, complaints) = browser.opens(&address(&page));
        let outside: Vec<_> = asked
            .iter()
            .filter(|asked| **asked != address(&page) && !asked.starts_with("data:image/png"))
            .collect();
        assert!(outside.is_empty() && complaints.is_empty(), "{name}: {outside:?} {complaints:?}");
        let live = "document.querySelectorAll('script,iframe,form,input,base,object,embed,link,meta[http-equiv=refresh]').length";
        assert_eq!(browser.gives(live), 0, "{name}");
        let handlers = "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/.test(a.name))).length";
        assert_eq!(browser.gives(handlers), 0, "{name}");
        let links = "[...document.links].filter(a => !/^(https?|file):/.test(a.href)).length";
        assert_eq!(browser.gives(links), 0, "{name}");
        assert_ne!(browser.gives("document.title"), "run", "{name}");
    }
    // Even what would slip in is kept from the outside by the page's own policy.
    let page = reads(&home, &["grandmother"]);
    let slipped =
        "<img src=\"https://tracker.invalid/x.png\"><script>document.title = 'run'</script></article>";
    let text = fs::read_to_string(&page).unwrap().replace("</article>", slipped);
    fs::write(&page, text).unwrap();
    let (asked, complaints) = browser.opens(&address(&page));
    assert!(!asked.iter().any(|asked| asked.contains("tracker")), "{asked:?}");
    assert!(complaints.len() >= 2 && browser.gives("document.title") == "Grandmother", "{complaints:?}");
}

#[test]
fn everybody_can_read_a_page_at_every_width_by_day_and_by_night() {
    let axe = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/axe/node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(axe).ok();
    if axe.is_none() {
        not_tried("axe-core is not in target/axe: `tests/needs.sh test` fetches it");
    }
    let home = home();
    let browser = Browser::start(&home);
    for (name, page) in pages(&home) {
        for (width, scheme) in
            [400, 800, 1280].into_iter().flat_map(|width| [(width, "light"), (width, "dark")])
        {
            browser.looks(width, scheme, "");
            browser.opens(&address(&page));
            keep(&format!("{name}-{width}-{scheme}.png"), &browser.picture());
            let overflow = browser.gives("document.documentElement.scrollWidth - innerWidth");
            assert!(overflow.as_i64() <= Some(0), "{name} is {overflow} px wider than a window of {width}");
            let paper = browser.gives("getComputedStyle(document.body).backgroundColor");
            assert_eq!(paper == "rgb(252, 251, 248)", scheme == "light", "{name}: {paper}");
            let Some(axe) = &axe else { continue };
            browser.gives(axe);
            let found = browser.gives(
                "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' ')))",
            );
            assert_eq!(found, serde_json::json!([]), "{name} at {width} px, {scheme}");
        }
        assert!(
            !browser.gives("document.title").as_str().unwrap().is_empty()
                && browser.gives("document.documentElement.lang") != ""
        );
    }
}

#[test]
fn a_page_runs_in_the_direction_of_its_language() {
    let home = home();
    let browser = Browser::start(&home);
    let table = [
        (reads(&home, &["shoah", "--lang", "he"]), "he rtl"),
        (reads(&home, &["port", "--lang", "ar"]), "ar rtl"),
        (reads(&home, &["--year", "2027", "--lang", "fa"]), "fa rtl"),
        (reads(&home, &["grandmother"]), "en ltr"),
    ];
    for (page, expected) in table {
        browser.opens(&address(&page));
        let found = browser.gives("document.documentElement.lang + ' ' + document.documentElement.dir");
        assert_eq!(found, expected);
        // What is in another language than the page says so, or there is nothing: the words are of one language.
        let others = browser.gives(
            "[...document.querySelectorAll('.moment, .next, time, footer h2')].filter(e => e.lang && \
             e.lang != document.documentElement.lang).length",
        );
        assert_eq!(others, 0, "{expected}");
        let side = browser.gives("getComputedStyle(document.querySelector('h1')).direction");
        assert!(expected.ends_with(side.as_str().unwrap()), "{expected}: {side}");
        // All of it is in the window, and not beyond its left or right edge.
        browser.looks(400, "light", "");
        browser.opens(&address(&page));
        let edges = browser.gives(
            "[...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect()).filter(r => r.left < 0 || \
             r.right > document.documentElement.clientWidth).map(r => [r.left, r.right, innerWidth])",
        );
        assert_eq!(edges, serde_json::json!([]), "{expected}");
    }
}

#[test]
fn a_line_is_as_long_as_an_eye_can_follow() {
    let home = home();
    let browser = Browser::start(&home);
    browser.looks(1280, "light", "");
    browser.opens(&address(&reads(&home, &["az-black-january"])));
    // The letters of the article by the lines that they stand on; the last line of a paragraph may be short.
    let mean = browser.gives(
        "(() => { const lengths = []; for (const p of document.querySelectorAll('article p')) { const lines = new Map(); \
         const node = p.firstChild, range = document.createRange(); for (let i = 0; i < node.length; i++) { \
         range.setStart(node, i); range.setEnd(node, i + 1); const y = Math.round(range.getBoundingClientRect().bottom); \
         lines.set(y, (lines.get(y) || 0) + 1); } lengths.push(...[...lines.values()].slice(0, -1)); } \
         return lengths.reduce((a, b) => a + b) / lengths.length; })()",
    );
    assert!((60.0..=70.0).contains(&mean.as_f64().unwrap()), "{mean} characters a line");
}

#[test]
fn a_page_can_be_printed() {
    let home = home();
    let browser = Browser::start(&home);
    for (name, page) in pages(&home) {
        browser.looks(1280, "dark", "print");
        browser.opens(&address(&page));
        let colours = browser.gives(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color].join()",
        );
        assert_eq!(colours, "rgb(255, 255, 255),rgb(0, 0, 0)", "{name}");
        let menu = browser
            .gives("[...document.querySelectorAll('nav')].every(n => getComputedStyle(n).display == 'none')");
        assert_eq!(menu, true, "{name}");
        let paper = keep(&format!("{name}.pdf"), &browser.print(A4));
        assert!(paper.starts_with(b"%PDF-"), "{name}");
    }
}

/// Paper, in inches.
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

#[test]
fn a_printed_year_is_one_page_with_its_list_behind_it() {
    let home = home();
    let browser = Browser::start(&home);
    for (name, paper) in [("a4", A4), ("letter", LETTER)] {
        for language in ["en", "az", "ru", "tr", "ar"] {
            browser.looks(1280, "light", "");
            browser.opens(&address(&reads(&home, &["--year", "2027", "--lang", language])));
            let months =
                browser.gives("[...document.querySelectorAll('caption')].map(c => c.textContent).join(' ')");
            let file = format!("poster-{name}-{language}.pdf");
            keep(&file, &browser.print(paper));
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/page").join(&file);
            let text = home.command("pdftotext").arg(path).arg("-").output().unwrap();
            let text = String::from_utf8(text.stdout).unwrap();
            let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
            assert_eq!(pages.len(), 2, "{file}: {text}");
            // Right-to-left text comes out of a PDF in the order of the eye.
            if language != "ar" {
                let all = months.as_str().unwrap().split(' ').all(|month| pages[0].contains(month));
                assert!(all && pages[1].contains("Grandmother"), "{file}: {text}");
            }
        }
    }
}

#[test]
fn a_page_marks_today_and_names_the_days_that_it_marks() {
    let home = home();
    let browser = Browser::start(&home);
    // The clock of the tests says 2026-11-23.
    home.write(
        ".config/remembrance/days.d/today.toml",
        "[day.today]\nname = \"Of today\"\ndate = \"November 23\"\nevent = 2000\n\
         [day.too]\nname = \"Of today as well\"\ndate = \"November 23\"\n",
    );
    browser.opens(&address(&reads(&home, &["--year", "2026"])));
    let marked = "[...document.querySelectorAll('td[aria-current=date]')].map(td => td.className + ' ' + td.textContent).join()";
    assert_eq!(browser.gives(marked), "kept today 23");
    let link = |attribute: &str| {
        browser.gives(&format!("document.querySelector('td.today a').getAttribute('{attribute}')"))
    };
    assert_eq!(link("title"), "Of today · 26 years; Of today as well");
    assert_eq!(link("aria-label"), "November 23: Of today · 26 years; Of today as well");
    assert_eq!(browser.gives("document.querySelector('li[aria-current=date] time').dateTime"), "2026-11-23");
    browser.opens(&address(&reads(&home, &["--year", "2027"])));
    assert_eq!(browser.gives("document.querySelectorAll('[aria-current]').length"), 0);
}

#[test]
fn next_stands_on_a_page_where_it_is_another_date() {
    let home = home();
    let browser = Browser::start(&home);
    let next = |arguments: &[&str]| {
        browser.opens(&address(&reads(&home, arguments)));
        browser.gives("document.querySelector('.next')?.textContent || ''")
    };
    // The page is that of the next date.
    assert_eq!(next(&["az-black-january"]), "");
    assert_eq!(next(&["az-black-january", "--date", "2026-01-20"]), "Next: Wednesday, January 20, 2027");
    assert_eq!(next(&["az-black-january", "--date", "2031-01-20"]), "Next: Wednesday, January 20, 2027");
}

#[test]
fn a_line_breaks_in_no_date_and_beside_no_dot() {
    let home = home();
    let browser = Browser::start(&home);
    for language in ["en", "az", "ru", "tr"] {
        let pages = [
            reads(&home, &["az-black-january", "--lang", language, "--date", "2026-01-20"]),
            reads(&home, &["port", "--lang", language]),
            reads(&home, &["--year", "2027", "--lang", language]),
        ];
        for (page, width) in pages.iter().flat_map(|page| [320, 400, 800].map(|width| (page, width))) {
            browser.looks(width, "light", "");
            browser.opens(&address(page));
            // The lines of a date are as many as the places at which its letters stand. One that is wider than its column
            // has to break, as some are in the wide letters of a machine with few fonts.
            for spacing in ["0", ".15em"] {
                browser.gives(&format!("document.body.style.letterSpacing = '{spacing}'"));
                let broken = browser.gives(
                    "[...document.querySelectorAll('time, .date')].filter(e => { const range = document.createRange(); \
                     range.selectNodeContents(e); return new Set([...range.getClientRects()].map(r => r.top)).size > 1; \
                     }).filter(e => { let block = e.parentElement; \
                     while (getComputedStyle(block).display.startsWith('inline')) block = block.parentElement; \
                     const column = parseFloat(getComputedStyle(block).width); \
                     e.style.whiteSpace = 'nowrap'; const width = e.scrollWidth; \
                     e.style.whiteSpace = ''; return width <= column; }).map(e => e.textContent)",
                );
                assert_eq!(broken, serde_json::json!([]), "{} at {width} px", page.display());
            }
            // The dots between parts are drawn before a part, and cut off where it begins a line.
            let dots = browser.gives(
                "[...document.querySelectorAll('.parts')].filter(e => e.innerText.includes('·') || \
                 !getComputedStyle(e).clipPath.startsWith('inset')).map(e => e.innerText)",
            );
            assert_eq!(dots, serde_json::json!([]), "{} at {width} px", page.display());
        }
    }
}

#[test]
fn tables_footnotes_and_credits_stand_on_a_page() {
    let home = home();
    let browser = Browser::start(&home);
    browser.looks(400, "light", "");
    browser.opens(&address(&reads(&home, &["grandmother"])));
    let text = |selector: &str| browser.gives(&format!("document.querySelector('{selector}').innerText"));
    assert_eq!(text("figcaption"), "In the garden Photo: Leyla, 1974");
    assert_eq!(text("article td:last-child"), "31");
    assert_eq!(text("article del"), "1985");
    assert_eq!(text(".notes li"), "Her papers have both years; see the letters.\n\n ↩");
    // Each link within the page leads to something on it.
    let lost = "[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(a.hash.slice(1))).length";
    assert_eq!(browser.gives(lost), 0);
}

#[test]
fn a_page_leads_to_its_other_languages_and_a_year_to_its_pages() {
    let home = home();
    let browser = Browser::start(&home);
    let page = reads(&home, &["az-black-january", "--lang", "az"]);
    browser.opens(&address(&page));
    assert_eq!(browser.gives("document.documentElement.lang"), "az");
    let when = browser.gives("document.querySelector('.when').textContent");
    assert_eq!(when, "20 Yanvar Ümumxalq Hüzn Günü 37 il 20 yanvar 2027, çərşənbə");
    assert_eq!(
        browser.gives("document.querySelector('.moment').textContent"),
        "Bir dəqiqəlik sükut: saat 12:00"
    );
    let english = browser.gives("document.querySelector('nav a[lang=en]').href");
    assert_eq!(browser.gives("document.querySelector('nav a[lang=en]').textContent"), "English");
    let (_, complaints) = browser.opens(english.as_str().unwrap());
    assert!(complaints.is_empty(), "{complaints:?}");
    assert_eq!(browser.gives("document.querySelector('h1').textContent"), "Black January");
    assert_eq!(browser.gives("document.querySelectorAll('footer li a').length > 5"), true);

    let right_to_left = reads(&home, &["shoah", "--lang", "he"]);
    browser.opens(&address(&right_to_left));
    assert_eq!(browser.gives("getComputedStyle(document.querySelector('article p')).direction"), "rtl");

    browser.opens(&address(&reads(&home, &["--year", "2027"])));
    assert_eq!(browser.gives("document.querySelectorAll('table').length"), 12);
    let kept = browser.gives("[...document.querySelectorAll('td.kept')].map(td => td.textContent).join()");
    assert_eq!(kept, "20,12,1,4");
    let linked = "[...document.querySelectorAll('.days a')].map(a => a.href)";
    for link in browser.gives(linked).as_array().unwrap() {
        let (_, complaints) = browser.opens(link.as_str().unwrap());
        assert!(
            complaints.is_empty() && browser.gives("document.querySelectorAll('h1').length") == 1,
            "{link}"
        );
    }
}
