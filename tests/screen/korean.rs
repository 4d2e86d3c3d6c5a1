//! The screen in Korean: golden frames, and no English word on any of them.

use std::collections::BTreeSet;

use tradedeck::app::Action;
use tradedeck::domain::Dataset;
use tradedeck::ui::panels::PANELS;
use tradedeck::words::Language;

use super::support::{Screen, Setup, korea, period};
use super::{compare, printed};

/// Codes, marks and units that Korean releases write in Latin letters too.
const CODES: &[&str] = &[
    "ASEAN",
    "CIF",
    "CIS",
    "EU",
    "FOB",
    "FTA",
    "HHI",
    "HS",
    "HSK",
    "ICT",
    "KCS",
    "KST",
    "MOTIE",
    "MTI",
    "SITC",
    "SSD",
    "USD",
    "UAE",
    "API",
    "ECOS",
    "OECD",
    "IT",
    "AI",
    "K",
    "P",
    "E",
    "F",
    "B",
    "p",
    "a",
    "b",
    "x",
    // Two flags on neighbouring months, and a classification that the dataset names by its code.
    "hf",
    "TIE",
    "customs",
    // The claims' language, and what was worked out by the program itself.
    "at",
    "import",
    "export",
    "tradedeck",
];

/// What is judged of a statement is a code in every language.
const VERDICTS: &[&str] = &["BASE", "OFF", "OK", "REV", "ROUND"];

/// Names of keys, as they are printed on them, and of commands and settings, which are the same in every language.
const NAMES: &[&str] = &[
    "Backspace",
    "Ctrl",
    "Down",
    "End",
    "Enter",
    "Esc",
    "Home",
    "Left",
    "PgDn",
    "PgUp",
    "Right",
    "Shift",
    "Space",
    "Tab",
    "Up",
];

fn korean(setup: &Setup, (width, height): (u16, u16)) -> Screen {
    let mut screen = setup.screen(width, height);
    screen.dashboard.act(Action::NextLanguage);
    assert_eq!(screen.state().language, Language::Korean);
    screen
}

#[test]
fn main_screens_in_korean() {
    for size in [(80, 24), (120, 36), (200, 56)] {
        let july = korean(&Setup::of(korea()).at("2026-07"), size);
        compare(&format!("ko-july-2026-{}", size.0), &printed(&july.buffer(), false));
    }
    let march = korean(&Setup::korea("2023-03-03").at("2023-02"), (120, 36));
    compare("ko-march-2023-120", &printed(&march.buffer(), false));
}

#[test]
fn zoomed_panels_in_korean() {
    for (index, panel) in PANELS.iter().enumerate() {
        let mut screen = korean(&Setup::korea("2023-03-03").at("2023-02"), (120, 36));
        screen.show(index, true);
        compare(&format!("ko-zoom-{}", panel.name()), &printed(&screen.buffer(), false));
    }
}

/// The names of this module's golden files.
pub fn golden_names() -> Vec<String> {
    let july = [80, 120, 200].map(|width| format!("ko-july-2026-{width}"));
    let zoomed = PANELS.iter().map(|panel| format!("ko-zoom-{}", panel.name()));
    july.into_iter().chain(["ko-march-2023-120".to_owned()]).chain(zoomed).collect()
}

/// What the data itself has in Latin letters: names of files, identifiers and addresses of sources.
fn words_of_data(dataset: &Dataset) -> BTreeSet<String> {
    let sources = dataset.sources.iter().flat_map(|source| [&source.id, &source.url]);
    sources.chain(&dataset.files).flat_map(|text| latin_words(text)).collect()
}

/// Runs of Latin letters.
fn latin_words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphabetic());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The words of a frame that a Korean reader could not expect.
fn english(screen: &Screen, known: &BTreeSet<String>) -> Vec<String> {
    let is_known = |word: &String| {
        word.len() == 1
            || VERDICTS.contains(&word.as_str())
            || CODES.contains(&word.as_str())
            || NAMES.contains(&word.as_str())
            || known.contains(word)
    };
    let text = screen.text();
    // What lies under a sheet ends at its edge, and may be the beginning of a word.
    let is_begun = |row: &str, word: &str| {
        let known = [CODES, VERDICTS, NAMES].concat();
        (row.contains(&format!("{word}▎")) || row.contains(&format!("{word} ▎")))
            && known.iter().any(|known| known.starts_with(word))
    };
    // Files with their lines, and addresses, which go on from line to line, wherever a line is full.
    let addresses = &screen.state().dataset().sources;
    let is_address = |part: &str| {
        part.contains("://")
            || part.contains(".csv:")
            || (part.contains(['/', '-', '.']) && addresses.iter().any(|source| source.url.contains(part)))
    };
    let of_row = |row: &str| {
        let parts: Vec<&str> = row.split_whitespace().filter(|part| !is_address(part)).collect();
        let unknown = latin_words(&parts.join(" ")).into_iter().filter(|word| !is_known(word) && !is_begun(row, word));
        unknown.map(|word| format!("{word}: {}", row.trim())).collect::<Vec<_>>()
    };
    text.lines().flat_map(of_row).collect()
}

/// Every panel, small and alone on the screen, with each lens, and most of what can be laid over it.
#[test]
fn no_frame_has_an_english_word() {
    let known = words_of_data(&korea());
    let mut found: BTreeSet<String> = BTreeSet::new();
    for (as_of, month) in
        [("2026-10-05", "2026-07"), ("2026-10-05", "2026-09"), ("2023-03-03", "2023-02"), ("2026-10-05", "1990-01")]
    {
        for size in [(80, 24), (120, 36), (200, 56)] {
            let mut screen = korean(&Setup::korea(as_of).at(month), size);
            screen.go_to(period(month));
            for view in 0..PANELS.len() * 2 {
                screen.show(view / 2, view % 2 == 1);
                for keys in [
                    &[][..],
                    &["r"],
                    &["v"],
                    &["="],
                    &["?"],
                    &["w"],
                    &["i"],
                    &["m"],
                    &["b", "?"],
                    &["d"],
                    &["x"],
                    &["c"],
                    &["Enter"],
                    &["Down", "Enter"],
                ] {
                    for key in keys {
                        screen.press(key);
                    }
                    let words = english(&screen, &known);
                    let place = || format!("{} {size:?} {month} {keys:?}", PANELS[view / 2].name());
                    found.extend(words.into_iter().map(|word| format!("{word} ({})", place())));
                    screen.press("Esc");
                    if screen.state().briefing.is_some() {
                        screen.press("Esc");
                    }
                    screen.dashboard.act(Action::PlainLens);
                    screen.show(view / 2, view % 2 == 1);
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
