//! Datasets with holes, of other frequencies and sizes, and with names that no screen expects: each draws
//! at every size, says what is missing, and never shows it as zero.

use std::fmt::Write as _;
use std::sync::Arc;

use tradedeck::app::Action;
use tradedeck::config::Range;
use tradedeck::domain::{Dataset, Period};
use tradedeck::indicators::FigureId;
use tradedeck::ui::panels::{self, PANELS};
use tradedeck::ui::widgets::Glyphs;

use super::support::{Setup, load, period, sizes};

/// A tidy CSV: for each period from `first` exports and imports as printed, empty where missing.
fn table(first: &str, rows: &[(&str, &str)], unit: &str) -> Arc<Dataset> {
    let mut text = String::from("period,flow,value,unit,status\n");
    for (n, (exports, imports)) in rows.iter().enumerate() {
        let period = period(first).plus(n as i32);
        for (flow, value) in [("export", exports), ("import", imports)] {
            if !value.is_empty() {
                let _ = writeln!(text, "{period},{flow},{value},{unit},A");
            }
        }
    }
    load("made-up.csv", &text)
}

/// Values that differ from month to month and from year to year, so that no growth rounds to zero.
fn values(count: usize) -> Vec<(String, String)> {
    (0..count)
        .map(|n| {
            let exports = 5000 + (n * n * 37) % 1900 + n * 41;
            let imports = 5300 + (n * n * 53) % 1700 + n * 29;
            (format!("{}.{:02}", exports / 100, exports % 100), format!("{}.{:02}", imports / 100, imports % 100))
        })
        .collect()
}

fn refs(values: &[(String, String)]) -> Vec<(&str, &str)> {
    values.iter().map(|(exports, imports)| (exports.as_str(), imports.as_str())).collect()
}

/// A dataset with a focus item and a target, its names as given.
fn named(name: &str, item: &str, issuer: &str) -> Arc<Dataset> {
    let values = values(30);
    let list = |of: fn(&(String, String)) -> &String| {
        values.iter().map(|value| format!("{:?}", of(value))).collect::<Vec<_>>().join(", ")
    };
    let chips: Vec<String> = (0..30).map(|n| format!("\"{}.5\"", 9 + n % 4)).collect();
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let (name, item, issuer) = (quoted(name), quoted(item), quoted(issuer));
    let text = format!(
        "format = 1\n[dataset]\nname = {name}\nbasis = {issuer}\nunit = \"USD billion\"\nfocus_item = \"x\"\n\
         timezone = {item}\n[[items]]\nid = \"x\"\nname = {item}\n\
         [[schedule]]\nid = \"month\"\nday = 1\ntime = \"09:00\"\n\
         [[series]]\nflow = \"export\"\nstart = \"2022-01\"\nvalues = [{}]\n\
         [[series]]\nflow = \"import\"\nstart = \"2022-01\"\nvalues = [{}]\n\
         [[series]]\nflow = \"export\"\nitem = \"x\"\nstart = \"2022-01\"\nvalues = [{}]\n\
         [[targets]]\nid = \"t\"\nyear = 2024\nvalue = \"700\"\nunit = \"USD billion\"\nannounced = \"2024-01-01\"\nissuer = {issuer}\n",
        list(|value| &value.0),
        list(|value| &value.1),
        chips.join(", "),
    );
    load("made-up.toml", &text)
}

/// Draws every panel at every size, at the first, a middle and the last month; then the usual sizes in full.
fn draws_everywhere(what: &str, dataset: &Arc<Dataset>, glyphs: Glyphs, each: impl Fn(&str, &str)) {
    // One range with each set of characters.
    let range = if glyphs == Glyphs::Unicode { Range::Months(24) } else { Range::All };
    let setup = Setup { range, glyphs, ..Setup::of(Arc::clone(dataset)) };
    let mut screen = setup.screen(80, 24);
    let (first, last) = screen.state().span();
    let months: Vec<Period> = vec![last, first, first.plus(last.since(first) / 2)];
    for (n, &(width, height)) in sizes().iter().enumerate() {
        let usual = [(80, 24), (120, 36), (200, 56)].contains(&(width, height));
        // Small sizes take turns; the usual ones show every panel at every month.
        if !usual && n % 3 != usize::from(range == Range::All) {
            continue;
        }
        screen.resize(width, height);
        for view in 0..PANELS.len() * 2 {
            // Without zoom the panels differ in their focus alone.
            if (!usual && view % 4 != n % 4) || (usual && view % 2 == 0 && view > 0) {
                continue;
            }
            for (at, month) in months.iter().enumerate() {
                if !usual && at != n % months.len() {
                    continue;
                }
                screen.show(view / 2, view % 2 == 1);
                screen.go_to(*month);
                let buffer = screen.buffer();
                let controls = buffer.content.iter().any(|cell| cell.symbol().chars().any(char::is_control));
                assert!(!controls, "{what}: control characters at {width}x{height}");
                if usual {
                    let view = format!("{what}, {}, {month}, {width}x{height}", PANELS[view / 2].name());
                    each(&view, &screen.text());
                }
            }
        }
    }
    for (x, y) in (0..120).step_by(9).flat_map(|x| (0..36).step_by(5).map(move |y| (x, y))) {
        screen.resize(120, 36);
        screen.show(usize::from(x) % PANELS.len(), y % 10 == 0);
        screen.click(x, y);
        let (first, last) = screen.state().span();
        assert!((first..=last).contains(&screen.state().month()), "{what}");
    }
}

/// Words that would show a missing number as zero: `0.0`, `0.00`, `0.0%`, `$0.0bn`.
fn assert_no_zero(view: &str, text: &str) {
    for word in text.split_whitespace() {
        let digits = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        assert!(!["0.0", "0.00"].contains(&digits), "{view}: `{word}`\n{text}");
    }
}

#[test]
fn exports_alone() {
    let values: Vec<(String, String)> = values(40).into_iter().map(|(exports, _)| (exports, String::new())).collect();
    let dataset = table("2021-01", &refs(&values), "USD billion");
    draws_everywhere("exports alone", &dataset, Glyphs::Unicode, |view, text| {
        assert_no_zero(view, text);
        assert!(text.contains(".."), "{view}\n{text}");
        let lines: Vec<&str> = text.lines().collect();
        let cursor = lines[lines.len() - 2];
        assert!(cursor.contains("imports ..") && cursor.contains("balance .."), "{view}\n{cursor}");
        assert!(!text.contains("surplus of") && !text.contains("deficit of"), "{view}\n{text}");
    });
    let mut screen = Setup::of(dataset).screen(120, 36);
    screen.press("Home");
    screen.press("End");
    assert!(screen.text().contains("no balance: no imports are loaded"), "{}", screen.text());
}

#[test]
fn imports_alone() {
    let values: Vec<(String, String)> = values(40).into_iter().map(|(_, imports)| (String::new(), imports)).collect();
    let dataset = table("2021-01", &refs(&values), "USD billion");
    draws_everywhere("imports alone", &dataset, Glyphs::Unicode, |view, text| {
        assert_no_zero(view, text);
        assert!(text.contains("exports .."), "{view}\n{text}");
        assert!(!text.contains("not known yet"), "{view}\n{text}");
    });
    let text = Setup::of(dataset).screen(120, 36).text();
    assert!(text.contains("Imports fell 2.4% to $71.4bn"), "{text}");
    assert!(text.contains("; no balance: no exports are loaded."), "{text}");
    assert!(text.contains("not in this dataset"), "{text}");
}

/// Without a balance the first panel shows what there is.
#[test]
fn one_flow_alone_is_drawn_where_the_balance_would_be() {
    for (flow, other) in [("exports", 0), ("imports", 1)] {
        let alone = |(exports, imports): (String, String)| match other {
            0 => (exports, String::new()),
            _ => (String::new(), imports),
        };
        let values: Vec<(String, String)> = values(40).into_iter().map(alone).collect();
        let screen = Setup::of(table("2021-01", &refs(&values), "USD billion")).screen(120, 36);
        let text = screen.text();
        assert!(text.contains(&format!("{flow} $bn  ")), "{flow}\n{text}");
        let printed = if other == 0 { &values[39].0 } else { &values[39].1 };
        let label = format!("{:.1}", printed.parse::<f64>().unwrap());
        let panel: String = text.lines().skip_while(|line| !line.contains("1 Balance")).take(10).collect();
        assert!(panel.contains('█') && panel.contains(&label), "{flow} {label}\n{text}");
    }
}

#[test]
fn a_gap_in_the_middle() {
    let mut values = values(48);
    for month in &mut values[20..23] {
        *month = (String::new(), String::new());
    }
    values[30].1 = String::new();
    let dataset = table("2020-01", &refs(&values), "USD billion");
    draws_everywhere("a gap", &dataset, Glyphs::Unicode, assert_no_zero);
    let mut screen = Setup::of(dataset).screen(120, 36);
    screen.go_to(Period::month(2021, 10));
    let text = screen.text();
    assert!(text.contains("OCT 2021  exports ..  imports ..  balance .."), "{text}");
    assert!(text.contains("missing, the first Sep 2021"), "{text}");
    screen.go_to(Period::month(2022, 1));
    for id in [FigureId::BalanceYtd, FigureId::Balance12m] {
        let figure = screen.state().deck.figure(id);
        assert_eq!(figure.is_known(), id == FigureId::BalanceYtd, "{id:?}");
    }
}

#[test]
fn a_record_across_a_gap_is_none() {
    let mut values = values(40);
    values[39].0 = "500.00".to_owned();
    for (with_gap, claims) in [(false, true), (true, false)] {
        if with_gap {
            values[12] = (String::new(), String::new());
        }
        let screen = Setup::of(table("2020-01", &refs(&values), "USD billion")).screen(200, 56);
        let text = screen.text();
        assert_eq!(text.contains("record high"), claims, "{text}");
        assert_eq!(text.contains("the highest month on record"), claims, "{text}");
    }
}

#[test]
fn one_single_month() {
    let dataset = table("2024-05", &[("50.1", "55.4")], "USD billion");
    draws_everywhere("one month", &dataset, Glyphs::Unicode, |view, text| {
        assert_no_zero(view, text);
        for word in ["record", "highest", "largest", "in a row"] {
            assert!(!text.contains(word), "{view}: {word}\n{text}");
        }
    });
}

#[test]
fn years_and_quarters() {
    for (first, other) in [("1990", "month"), ("2001-Q1", "month")] {
        let dataset = table(first, &refs(&values(28)), "USD billion");
        draws_everywhere(first, &dataset, Glyphs::Unicode, |view, text| {
            assert_no_zero(view, text);
            // The keys still say months.
            let body: Vec<&str> = text.lines().collect();
            let body = body[..body.len() - 1].join("\n");
            assert!(!body.contains(other), "{view}\n{text}");
        });
        let mut screen = Setup::of(dataset).screen(120, 36);
        let (first, last) = screen.state().span();
        for (key, steps) in [("Left", -1), ("PgUp", -first.frequency().per_year())] {
            screen.press("End");
            screen.press(key);
            assert_eq!(screen.state().month(), last.plus(steps), "{key}");
        }
        screen.press("End");
        for panel in ["balance", "streaks"] {
            let other = last.minus(3);
            let (x, y) = screen.cell_of(panel, other).unwrap_or_else(|| panic!("{panel} shows {other}"));
            screen.click(x, y);
            assert_eq!(screen.state().month(), other, "a click on {panel}");
            screen.press("End");
        }
    }
}

#[test]
fn huge_tiny_and_negative_values() {
    let huge = [("9999999.999", "1"), ("1", "9999999.999"), ("9999999.999", "9999999.998"), ("5", "9999999.999")];
    let huge: Vec<_> = huge.iter().cycle().take(40).copied().collect();
    let tiny: Vec<_> = [("7", "9"), ("0", "3"), ("12", "1"), ("1", "0")].iter().cycle().take(40).copied().collect();
    let negative: Vec<_> = [("-7.5", "9.5"), ("3.25", "-1.5")].iter().cycle().take(40).copied().collect();
    let zero: Vec<_> = [("0", "0")].iter().cycle().take(30).copied().collect();
    for (what, rows, unit) in [
        ("huge", huge, "USD billion"),
        ("tiny", tiny, "EUR thousand"),
        ("negative", negative, "KRW billion"),
        ("zero", zero, "GBP million"),
    ] {
        let dataset = table("2020-01", &rows, unit);
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            draws_everywhere(what, &dataset, glyphs, |view, text| {
                assert!(!text.contains("NaN") && !text.contains("inf"), "{view}\n{text}");
                assert!(glyphs == Glyphs::Unicode || text.is_ascii(), "{view}\n{text}");
            });
        }
    }
}

#[test]
fn a_target_without_a_year_before_is_not_missed_in_may() {
    let months = ["50.1", "51.2", "52.3", "53.4", "54.5"].map(|value| format!("{value:?}")).join(", ");
    let text = format!(
        "format = 1\n[dataset]\nname = \"X\"\nunit = \"USD billion\"\n\
         [[series]]\nflow = \"export\"\nstart = \"2024-01\"\nvalues = [{months}]\n\
         [[targets]]\nid = \"t\"\nyear = 2024\nvalue = \"700\"\nunit = \"USD billion\"\nannounced = \"2024-01-01\"\n"
    );
    let mut screen = Setup::of(load("a.toml", &text)).screen(120, 36);
    let targets = PANELS.iter().position(|panel| panel.name() == "targets").unwrap();
    screen.show(targets, true);
    let text = screen.text();
    assert!(text.contains("needs $62.6bn a month") && !text.contains("missed"), "{text}");
}

#[test]
fn names_that_no_screen_expects() {
    let long = "A very long name that goes on and on, ".repeat(20);
    let names = [
        ("대한민국 수출입 통계", "반도체 및 디스플레이 장비", "산업통상자원부"),
        ("\u{1b}[31mRed\u{1b}[2J\u{7}", "\u{9b}31m\u{202e}desrever", "a\tb\nc"),
        (long.as_str(), long.as_str(), long.as_str()),
        ("👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 🇰🇷", "ﷺ﷽", "e\u{301}\u{301}\u{301}\u{301} Z\u{335}\u{321}"),
        ("", "", ""),
    ];
    for (name, item, issuer) in names {
        let dataset = named(name, item, issuer);
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            draws_everywhere(name, &dataset, glyphs, |view, text| {
                assert!(!text.contains('\u{202e}') && !text.contains('\u{200d}'), "{view}\n{text}");
            });
        }
        let screen = Setup::of(dataset).screen(80, 24);
        let buffer = screen.buffer();
        for y in 0..24 {
            let mut x = 0;
            while x < 80 {
                let wide = unicode_width::UnicodeWidthStr::width(buffer[(x, y)].symbol());
                assert!(wide <= 2, "a cell holds `{}`", buffer[(x, y)].symbol());
                x += wide.max(1) as u16;
            }
            assert!(x == 80, "row {y} is {x} cells wide");
        }
    }
}

#[test]
fn help_over_wide_characters_cuts_none_in_half() {
    let dataset = named(&"한".repeat(60), &"반".repeat(60), &"도".repeat(60));
    for width in 60..130 {
        let mut screen = Setup::of(Arc::clone(&dataset)).screen(width, 36);
        screen.dashboard.act(Action::Help);
        let buffer = screen.buffer();
        for y in 0..36 {
            let mut after_wide = false;
            for x in 0..width {
                let wide = unicode_width::UnicodeWidthStr::width(buffer[(x, y)].symbol()) > 1;
                let blank = buffer[(x, y)].symbol() == " ";
                assert!(!after_wide || blank, "{width}: a wide character's second half at {x},{y} is drawn over");
                after_wide = wide && !after_wide;
            }
        }
    }
    assert_eq!(panels::names().len(), PANELS.len());
}

#[test]
fn a_panel_that_cannot_be_filled_says_what_it_needs() {
    let needs = [
        ("focus_item", "Needs exports by item"),
        ("targets", "Needs [[targets]]"),
        ("items", "Needs trade by item"),
        ("partners", "Needs trade by partner"),
        ("claims", "Needs [[claims]]"),
        ("policy", "Needs [[policies]]"),
    ];
    let mut screen = Setup::of(table("2021-01", &refs(&values(30)), "USD billion")).screen(80, 24);
    // As of a date before all its targets, measures and claims: those to come are not hinted at.
    let mut early = Setup::korea("1995-03-03").screen(80, 24);
    for (name, needs) in needs {
        let at = PANELS.iter().position(|panel| panel.name() == name).unwrap();
        screen.show(at, true);
        assert!(screen.text().contains(needs), "{name}\n{}", screen.text());
        early.show(at, true);
        assert_eq!(
            early.text().contains(needs),
            matches!(name, "items" | "partners") && early.text().contains("No "),
            "{name}\n{}",
            early.text()
        );
    }
    screen.resize(120, 36);
    screen.show(0, false);
    let text = screen.text();
    assert!(text.contains("No target for 2023 is known") && !text.contains("had been"), "{text}");
}
