//! Damaged examples, files read in formats that are not theirs, and noise: nothing panics, a problem always names its
//! file, and what still loads can be reported on. `TRADEDECK_CASES` sets the number of cases for each importer, `TRADEDECK_FORMATS`
//! (names with commas between) which importers are tried, `TRADEDECK_EXAMPLES` (likewise) which of their examples.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::Problem;
use tradedeck::export::Report;
use tradedeck::import::{self, Choices, Description, Files, IMPORTERS, Importer};
use tradedeck::ui::panels;

use super::examples;

/// One file, whatever it is called.
struct One(Vec<u8>);

impl Files for One {
    fn read(&self, _name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Owned(self.0.clone()))
    }
}

/// A generator of numbers that gives the same ones in every run (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// What is put into files.
const SCRAPS: [&[u8]; 43] = [
    b"",
    b"\"",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\r\n",
    b"0",
    b"-",
    b".",
    b"999999999999999999999999999999999",
    b"-1e40",
    b"1E+38",
    b"NaN",
    b"2023-13",
    b"9999",
    b"202301",
    b"0000",
    "총계".as_bytes(),
    "115年 (1~6月)".as_bytes(),
    "年".as_bytes(),
    b"\xFF\xFE",
    b"\0",
    b"\x1b[2J",
    b"\xB4\xDE",
    b"{",
    b"}",
    b"[[",
    b"null",
    b"<item>",
    b"</item>",
    b"&x;",
    "ﬀ".as_bytes(),
    b"X",
    b"<table>",
    b"</table>",
    b"<tr>",
    b"<td>",
    b"</td>",
    b"<!--",
    b"<td rowspan=3 colspan=2>",
    b" colspan=99999999 rowspan=99999999",
    b" ss:Index=\"16384\"",
];

fn damaged(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len());
        let end = (at + chance.below(12)).min(bytes.len());
        match chance.below(6) {
            0 => bytes.truncate(at),
            1 => {
                bytes.drain(at..end);
            }
            2 => {
                let copy = bytes[at..end].to_vec();
                let place = chance.below(bytes.len());
                bytes.splice(place..place, copy);
            }
            3 if !bytes.is_empty() => bytes[at] = chance.next() as u8,
            _ => {
                let scrap = SCRAPS[chance.below(SCRAPS.len())];
                bytes.splice(at..end, scrap.iter().copied());
            }
        }
    }
    bytes
}

/// Reads a file as `format`, describes it, and draws up the report of what loads.
fn survives(name: &str, bytes: Vec<u8>, format: Option<&str>) {
    let files = One(bytes);
    let choices = Choices { format: format.map(str::to_owned), ..Choices::default() };
    let run = || {
        _ = Description::of(&files, &[name], &choices).map_err(named);
        if let Ok(dataset) = import::load_all(&files, &[name], &choices).map_err(named) {
            let state = State::new(Arc::new(dataset), None, None, panels::names(), Range::Months(24));
            if let Some(state) = state {
                assert!(!Report::new(state.view(), &state.deck).to_json().is_empty());
            }
        }
    };
    if catch_unwind(AssertUnwindSafe(run)).is_err() {
        let kept = std::env::temp_dir().join("tradedeck-mutation");
        std::fs::write(&kept, &files.0).unwrap();
        panic!("{name} as {format:?} panicked; the file is {}", kept.display());
    }
}

fn named(problems: Vec<Problem>) {
    assert!(!problems.is_empty() && problems.len() <= 41);
    assert!(problems.iter().all(|problem| !problem.file.is_empty() && !problem.what.is_empty()), "{problems:?}");
}

/// Cases for each importer.
fn cases() -> usize {
    std::env::var("TRADEDECK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(80)
}

/// Whether `name` is asked for: it is in the list of this variable, or there is no list.
fn is_tried(variable: &str, name: &str) -> bool {
    std::env::var(variable).map_or(true, |names| names.split(',').any(|tried| tried == name))
}

fn importers() -> impl Iterator<Item = &'static &'static Importer> {
    IMPORTERS.iter().filter(|importer| is_tried("TRADEDECK_FORMATS", importer.name))
}

/// Half of them read as what they look like, half as the format that they were in.
#[test]
fn damaged_examples() {
    for importer in importers() {
        let mut chance = Chance(1);
        let (folder, mut names) = examples::examples(importer.name);
        names.retain(|name| is_tried("TRADEDECK_EXAMPLES", name));
        let mut tried = 0;
        for name in &names {
            let bytes = folder.read(name).unwrap().into_owned();
            // Unpacking a workbook takes a while.
            let cases = cases().div_ceil(names.len()) / if bytes.starts_with(b"PK") { 8 } else { 1 };
            for case in 0..cases {
                survives(name, damaged(&bytes, &mut chance), (case % 2 == 1).then_some(importer.name));
            }
            tried += cases;
        }
        println!("{}: {tried} damaged files", importer.name);
    }
}

#[test]
fn rows_that_end_in_an_empty_cell() {
    for (name, bytes) in examples::all() {
        for separator in [b',', b';', b'\t'] {
            let with_empty_cells: Vec<u8> = bytes
                .split_inclusive(|byte| *byte == b'\n')
                .flat_map(|line| {
                    let end = line.len() - line.iter().rev().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
                    [&line[..end], &[separator], &line[end..]].concat()
                })
                .collect();
            survives(&name, with_empty_cells, None);
        }
        let below_header = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let one = [
            &bytes[..below_header],
            &bytes[below_header..]
                .split(|byte| *byte == b'\n')
                .map(|line| [line, b","].concat())
                .collect::<Vec<_>>()
                .join(&b'\n')[..],
        ]
        .concat();
        survives(&name, one, None);
    }
}

#[test]
fn damaged_examples_in_formats_that_are_not_theirs() {
    let mut chance = Chance(2);
    let examples = examples::all();
    for importer in IMPORTERS {
        for (name, bytes) in &examples {
            survives(name, bytes.clone(), Some(importer.name));
            survives(name, damaged(bytes, &mut chance), Some(importer.name));
        }
    }
}

#[test]
fn noise() {
    let mut chance = Chance(3);
    for importer in importers() {
        for case in 0..cases() {
            let length = chance.below(600);
            let bytes = if case % 2 == 0 {
                (0..length).map(|_| chance.next() as u8).collect()
            } else {
                (0..length / 8).flat_map(|_| SCRAPS[chance.below(SCRAPS.len())].to_vec()).collect()
            };
            survives("noise", bytes, (case % 10 != 0).then_some(importer.name));
        }
        println!("{}: {} files of noise", importer.name, cases());
    }
}
