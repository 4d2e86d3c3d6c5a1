//! Customs records: sums are those of an independent slow reading, wherever the text is cut and however it is written.

mod files;
mod kept;
mod layouts;
mod levels;
mod sums;
mod text;

use tradedeck::domain::Scope;
use tradedeck::import::Choices;
use tradedeck::import::micro::scan::Stop;
use tradedeck::import::micro::{Cube, Part, Plan, Scanner, Tally};

/// How a text is read.
fn plan(text: &[u8]) -> Plan {
    let head = &text[..text.len().min(64 * 1024)];
    Plan::of("records.csv", head, &Choices::default(), None).expect("these are records")
}

/// The sums of a text that is read in one go, so many bytes at once.
fn whole(text: &[u8], plan: &Plan, scope: &Scope, block: usize) -> Result<Cube, Stop> {
    let mut tally = Tally::new(&plan.columns, scope);
    let part = Part { start: plan.first_row, end: u64::MAX, is_cut: false };
    Scanner::of_blocks(block).part(&mut &text[plan.first_row as usize..], part, &mut tally, &mut |_, _, _| true)?;
    let mut cube = Cube::default();
    cube.add(tally);
    Ok(cube)
}

/// The sums of a text that is cut at these places; nothing where a cut is seen to go through a row.
fn cut(text: &[u8], plan: &Plan, cuts: &[usize], block: usize) -> Option<Cube> {
    let scope = Scope::default();
    let bounds: Vec<u64> =
        [&[plan.first_row as usize], cuts, &[text.len()]].concat().iter().map(|at| *at as u64).collect();
    let mut cube = Cube::default();
    let mut before = plan.first_row;
    for pair in bounds.windows(2) {
        let is_cut = pair[0] != plan.first_row;
        let part = Part { start: pair[0], end: pair[1], is_cut };
        let from = pair[0] as usize - usize::from(is_cut);
        let mut tally = Tally::new(&plan.columns, &scope);
        let found = Scanner::of_blocks(block).part(&mut &text[from..], part, &mut tally, &mut |_, _, _| true).ok()?;
        if found.begin != before {
            return None;
        }
        before = found.end;
        cube.add(tally);
    }
    Some(cube)
}
