//! The pages in a real browser: what they ask for, how they look, and whether everybody can read them.
//!
//! Pictures and prints of them are left in `target/page/` to look at.

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::Home;
use common::browser::Browser;
use std::fs;
use std::path::{Path, PathBuf};

const NOW: [&str; 2] = ["--now", "2026-11-23 10:00"];

/// The smallest PNG: one grey pixel.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGPYCgAA2wDW6I3SqAAAAABJRU5ErkJggg==";

const GRANDMOTHER: &str = "+++\nauthor = \"Her grandchildren\"\nsources = [\"The family Bible\", \"Letters, https://example.org/a?b=1&c=2.\"]\n+++\n\
    # Grandmother\n\nShe was born in Shusha in 1931 and came to Baku when she was *eleven*. She taught mathematics for \
    **forty years**, and nobody who sat in her class has forgotten how she drew a circle by hand.\n\n\
    ![In the garden](garden.png)\n\n## The garden\n\n> Plant what you will not live to see.\n\n- roses,\n- a fig tree; see \
    [the letters](#source-2) and [a picture](https://example.org/picture).\n\n```\n5 + 7 = 12, and then a line that is much \
    longer than a narrow window is wide, as a program might have it\n```\n\n---\n\nThe end.\n";

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
        let links = "[...document.links].filter(a => !/^(https?|mailto|file):/.test(a.href)).length";
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
        common::without::not_tried("axe-core is not in target/axe: `tests/needs.sh test` fetches it");
    }
    let home = home();
    let browser = Browser::start(&home);
    for (name, page) in pages(&home) {
        for (width, scheme) in [(400, "light"), (1280, "light"), (400, "dark"), (1280, "dark")] {
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
        let paper = keep(&format!("{name}.pdf"), &browser.print());
        assert!(paper.starts_with(b"%PDF-"), "{name}");
    }
}

#[test]
fn a_page_leads_to_its_other_languages_and_a_year_to_its_pages() {
    let home = home();
    let browser = Browser::start(&home);
    let page = reads(&home, &["az-black-january", "--lang", "az"]);
    browser.opens(&address(&page));
    assert_eq!(browser.gives("document.documentElement.lang"), "az");
    let when = browser.gives("document.querySelector('.when').textContent");
    assert_eq!(when, "20 Yanvar Ümumxalq Hüzn Günü · 37 il 20 yanvar 2027, çərşənbə");
    assert_eq!(
        browser.gives("document.querySelector('.moment').textContent"),
        "Bir dəqiqəlik sükut: saat 12:00"
    );
    assert_eq!(
        browser.gives("document.querySelector('.next').textContent"),
        "Növbəti: 20 yanvar 2027, çərşənbə"
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
