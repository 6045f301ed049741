//! Articles that mean harm, or that nobody could quote: told, shown as text, never run, nothing hangs.

use crate::common::server::{Manner, Server};
use crate::common::{Home, REMEMBRANCE};
use std::fs;

/// A day `x` on January 20 whose article is in this file.
fn with_article(name: &str, content: &[u8]) -> Home {
    let home = Home::new();
    home.config("follow = []\n[day.x]\nname = \"X\"\ndate = \"January 20\"\n");
    home.write(&format!(".config/remembrance/articles/{name}"), "");
    fs::write(home.path(&format!(".config/remembrance/articles/{name}")), content).unwrap();
    home
}

#[test]
fn check_tells_what_is_wrong_with_an_article_and_what_is_left_out() {
    let large = "# T\n\n".to_owned() + &"word ".repeat(2 * 1024 * 1024);
    let larger = "# T\n\n".to_owned() + &"word ".repeat(140 * 1024 / 5);
    let lines = "p\n\n".repeat(5001);
    let deep = "# T\n\nlead\n\n".to_owned() + &"> ".repeat(60_000) + "deep\n";
    let table: [(&str, &[u8], &str); 13] = [
        ("x.md", b"# T\n\n<script>alert(1)</script>\n\nlead\n", "HTML is shown as text"),
        ("x.md", b"# T\n\nlead <b onclick=\"x()\">b</b>\n", "HTML is shown as text"),
        ("x.md", b"# T\n\n[a](javascript:x)\n", "the link to `javascript:x` is left out"),
        ("x.md", b"# T\n\n[a](data:text/html,x)\n", "the link to `data:text/html,x` is left out"),
        ("x.md", b"# T\n\nlead ![a](https://x.org/a.png)\n", "the image `https://x.org/a.png` is left out"),
        (
            "x.md",
            b"# T\n\nlead ![a](a.png)\n",
            "the image `a.png` is left out: there is no such file beside the article",
        ),
        ("x.md", large.as_bytes(), "it is larger than 8 MiB"),
        ("x.md", larger.as_bytes(), "the article is larger than 128 KiB"),
        ("x.md", lines.as_bytes(), "the article has more than 10000 lines"),
        ("x.en.md", b"# T\n\n\xff\xfe\n", "line 3 is not UTF-8"),
        ("x.az.txt", b" \n\n", "the article has no paragraph that a notification could quote"),
        ("x.md", "# T\n\nlead \u{202e}daed\n".as_bytes(), "a character that disguises text is left out"),
        ("x.md", deep.as_bytes(), ""),
    ];
    for (name, content, expected) in table {
        let home = with_article(name, content);
        let output = home.remembrance(&["check"]);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(i32::from(!expected.is_empty())), "{text}");
        assert!(text.contains(expected) && !text.contains('\u{202e}'), "{expected}: {text}");
        // The day is announced all the same.
        let notification = home.remembrance(&["notify", "x", "--now", "2027-01-20 09:00"]);
        let said = String::from_utf8(notification.stdout).unwrap();
        assert!(notification.status.success() && said.starts_with("X\n\nToday"), "{said}");
        assert!(!said.contains(['\u{202e}', '\u{1b}']), "{said}");
    }
}

/// The daemon has 48 MiB, of which a configuration may take ten; what takes the most in the fewest bytes fits in the rest.
#[test]
fn no_article_takes_the_memory_that_the_daemon_has() {
    const SIZE: usize = 127 * 1024;
    let of = |part: &str| part.repeat(SIZE / part.len());
    let lines = |part: &str| part.repeat(SIZE.min(9_900 * part.len()) / part.len());
    let table = [
        ("paragraphs", "p\n\n".repeat(4900)),
        ("headings", lines("# a\n")),
        ("items", lines("- a\n")),
        ("quotes", "> ".repeat(SIZE / 2)),
        ("rows of a table", "|a|b|\n|-|-|\n".to_owned() + &lines("|c|d|e\n")),
        ("columns of a table", ["|a", "|-", "|b"].map(|part| part.repeat(SIZE / 6) + "|\n").concat()),
        ("emphasis", of("*a*b")),
        ("struck", of("~a~b")),
        ("code", of("`a`b")),
        ("links", of("[a](b)")),
        ("brackets", of("[")),
        ("footnotes", of("[^1]") + "\n\n[^1]: note\n"),
        ("entities", of("&lt;")),
        ("html", of("<b>")),
        ("images", of("![](a)")),
        ("breaks", lines("a\\\n")),
    ];
    let limited = "ulimit -d 36000; exec \"$0\" notify x --now '2027-01-20 09:00'";
    for (name, text) in table {
        let home = with_article("x.md", format!("# T\n\nlead\n\n{text}\n").as_bytes());
        let output = home.command("sh").args(["-c", limited, REMEMBRANCE]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("lead"), "{name}: {said}{error}");
    }
    // The front matter is TOML of another reader.
    for front in ["[".repeat(SIZE), "\"a\",".repeat(SIZE / 4)] {
        let text = format!("+++\nsources = [{front}]\n+++\n# T\n\nlead\n");
        let home = with_article("x.md", text.as_bytes());
        let output = home.command("sh").args(["-c", limited, REMEMBRANCE]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && said.contains("lead"), "{said}{error}");
    }
}

#[test]
fn an_image_leads_nowhere_but_to_the_folder_of_its_article() {
    let home = with_article("x.md", b"# T\n\nlead ![a](a.png) ![b](b/b.jpg)\n");
    let articles = home.path(".config/remembrance/articles");
    fs::write(home.path("secret.png"), "secret").unwrap();
    std::os::unix::fs::symlink(home.path("secret.png"), articles.join("a.png")).unwrap();
    fs::create_dir(articles.join("b")).unwrap();
    fs::write(articles.join("b/b.jpg"), "picture").unwrap();
    let text = String::from_utf8(home.remembrance(&["check"]).stdout).unwrap();
    assert!(
        text.contains("the image `a.png` is left out: it leads out of the folder of the article"),
        "{text}"
    );
    assert!(text.ends_with("2 mistakes.\n"), "{text}");
    home.script("xdg-open", "cp \"$1\" page");
    home.printed(&["read", "x"]);
    let page = fs::read_to_string(home.path("page")).unwrap();
    assert!(!page.contains("c2VjcmV0") && page.contains("data:image/jpeg;base64,cGljdHVyZQ=="), "{page}");
}

#[test]
fn a_notification_shows_the_first_image_and_nothing_that_disguises_it() {
    let mut home = with_article(
        "x.md",
        "# T\n\n![In the garden](g.png)\n\nShe \u{202e}taught. ![b](h.png)\n".as_bytes(),
    );
    let image = home.path(".config/remembrance/articles/g.png");
    fs::write(&image, png(64, 48)).unwrap();
    let _bus = home.bus();
    let server = Server::start(&home, Manner::Accept);
    let daemon = home.daemon("2027-01-20 09:00");
    let notification = server.receives();
    assert_eq!(notification.body, "Today. She taught.");
    assert!(notification.hints["image-path"].contains(image.to_str().unwrap()), "{:?}", notification.hints);
    daemon.says("the image `h.png` is left out");
}

/// The first bytes of a PNG, which have its size in pixels.
fn png(width: u32, height: u32) -> Vec<u8> {
    let header = [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()];
    [header.concat(), b"\x08\x06\0\0\0".to_vec()].concat()
}

#[test]
fn an_image_that_a_server_cannot_hold_is_left_out_of_the_notification_and_told() {
    let largest = [png(64, 64), vec![0; 5 << 20]].concat();
    for (bytes, why) in [
        (png(30_000, 30_000), "it has 30000 × 30000 pixels, and 4096 a side are the most"),
        (png(16, 4097), "it has 16 × 4097 pixels"),
        (largest, "it is larger than 4 MiB"),
        (b"picture".to_vec(), "it is no PNG, JPEG, GIF or WebP"),
    ] {
        let mut home = with_article("x.md", b"# T\n\nlead\n\n![a](g.png) ![b](h.png)\n");
        home.write(".config/remembrance/articles/note", "");
        fs::write(home.path(".config/remembrance/articles/g.png"), bytes).unwrap();
        let fits = home.path(".config/remembrance/articles/h.png");
        fs::write(&fits, png(4096, 4096)).unwrap();
        let text = String::from_utf8(home.remembrance(&["check"]).stdout).unwrap();
        let expected = format!("the image `g.png` is left out of notifications: {why}");
        assert!(text.replace('\n', " ").contains(&expected), "{expected}: {text}");
        let _bus = home.bus();
        let server = Server::start(&home, Manner::Accept);
        let _daemon = home.daemon("2027-01-20 09:00");
        let hints = server.receives().hints;
        assert!(hints["image-path"].contains(fits.to_str().unwrap()), "{hints:?}");
    }
}

#[test]
fn a_name_that_disguises_itself_is_a_mistake() {
    let home = Home::new();
    home.config("[day.x]\nname = \"Black\u{202e} January\"\ndate = \"May 3\"\n[day.y]\nname = \"<b>Y</b>\\n and more\"\ndate = \"May 4\"\n");
    let text = String::from_utf8(home.remembrance(&["check"]).stdout).unwrap();
    assert!(
        text.contains("the text has a control character in it") && text.ends_with("1 mistake.\n"),
        "{text}"
    );
    let listed = home.printed(&["list", "2027"]);
    assert!(
        listed.contains("Tue  4 May 2027  <b>Y</b> and more") && !listed.contains(" 3 May 2027"),
        "{listed}"
    );
}
