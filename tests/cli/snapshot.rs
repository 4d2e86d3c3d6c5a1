//! One frame in a file.

use super::{Desk, is_tame};

fn shot(desk: &Desk, out: &str, more: &[&str]) {
    let fixed = ["snapshot", "--as-of", "2023-03-03", "--month", "2023-02", "--out", out];
    let run = desk.run(&[&fixed, more].concat());
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (0, "", ""));
}

/// The text without colour sequences.
fn plain(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').unwrap().1)
}

#[test]
fn text_and_colours_show_the_same_letters() {
    let desk = Desk::new("snapshot");
    shot(&desk, "frame.txt", &["--color", "true"]);
    shot(&desk, "frame.ans", &[]);
    let (text, colours) = (desk.read("frame.txt"), desk.read("frame.ans"));
    assert!(is_tame(&text) && text.lines().count() == 36 && text.contains("the deficit of $5.3bn"));
    let lines: Vec<String> = plain(&colours).lines().map(|line| line.trim_end().to_owned()).collect();
    assert_eq!(text.lines().collect::<Vec<_>>(), lines);
    assert!(colours.contains("\x1b[0;") && colours.contains(";38;2;"));
    assert!(colours.lines().all(|line| line.ends_with("\x1b[0m")));
}

#[test]
fn depths_and_sizes() {
    let desk = Desk::new("snapshot-depths");
    shot(&desk, "deep.ans", &["--color", "256", "--size", "80x24"]);
    let deep = desk.read("deep.ans");
    assert!(deep.contains(";38;5;") && !deep.contains(";38;2;") && deep.lines().count() == 24);
    shot(&desk, "none.ans", &["--color", "none"]);
    let none = desk.read("none.ans");
    assert!(!none.contains("38;") && !none.contains("48;"));
    shot(&desk, "tiny.txt", &["--size", "1x1"]);
    assert_eq!(desk.read("tiny.txt").lines().count(), 1);
}

#[test]
fn one_panel() {
    let desk = Desk::new("snapshot-zoom");
    shot(&desk, "zoom.txt", &["--zoom", "4"]);
    let frame = desk.read("zoom.txt");
    assert!(frame.contains("Targets") && !frame.contains("Streaks"), "{frame}");
    for panel in ["0", "99"] {
        let run = desk.run(&["snapshot", "--out", "x.txt", "--zoom", panel]);
        assert_eq!(run.status, 2);
        assert!(run.err.starts_with(&format!("--zoom: there is no panel {panel}; choose 1 to ")), "{}", run.err);
    }
}

#[test]
fn places_that_cannot_be_written() {
    let desk = Desk::new("snapshot-places");
    for (out, expected) in [
        ("frame.gif", "frame.gif: unknown kind of snapshot; end the name with one of .txt, .ans, .svg, .html, .png\n"),
        ("frame", "frame: unknown kind of snapshot; end the name with one of .txt, .ans, .svg, .html, .png\n"),
    ] {
        let run = desk.run(&["snapshot", "--out", out]);
        assert_eq!((run.status, run.err.as_str()), (2, expected));
    }
    let run = desk.run(&["snapshot", "--out", "nowhere/frame.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.err.starts_with("nowhere/frame.txt: cannot be written: "), "{}", run.err);
    assert!(run.err.ends_with("; choose another place with --out\n"), "{}", run.err);
}

#[test]
fn pictures_say_what_they_show() {
    let desk = Desk::new("snapshot-pictures");
    let line = "Korea, 2023-02, as known on 2023-03-03. Source: sanupnews-2023-03.";
    for (out, more) in [
        ("frame.svg", &[][..]),
        ("small.svg", &["--size", "30x8"]),
        ("panel.svg", &["--panel", "balance"]),
        ("page.html", &["--panel", "items", "--theme", "light"]),
    ] {
        shot(&desk, out, more);
        let picture = desk.read(out);
        assert!(is_tame(&picture) && !picture.contains("<script") && !picture.contains("<image"), "{out}");
        assert!(picture.contains("<title id=\"frame-title\">Korea, 2023-02, as known on 2023-03-03</title>"), "{out}");
        assert_eq!(picture.matches(line).count(), 2, "{out}: in the description and in the picture");
    }
    assert!(desk.read("frame.svg").contains("<desc id=\"frame-desc\">Exports fell 7.5% to $50.1bn"));
    assert!(desk.read("panel.svg").contains("<desc id=\"frame-desc\">Balance: "));
    shot(&desk, "panel.txt", &["--panel", "streaks", "--size", "90x30"]);
    let panel = desk.read("panel.txt");
    assert!(panel.contains("2 Streaks") && !panel.contains("1 Balance"), "{panel}");
    assert!(panel.starts_with(" KOREA  February 2023") && panel.contains("as known on 3 Mar 2023"), "{panel}");
    assert!(panel.lines().last().unwrap().contains(line), "{panel}");
}
