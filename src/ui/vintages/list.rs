//! The list of releases, the newest first: what each changed. Enter goes to the one picked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;
use crate::indicators::revisions::ReleaseDay;
use crate::{say, word};

use super::super::format;
use super::super::overlay::{self, Sheet};
use super::super::scene::Scene;
use super::super::series_words;
use super::super::widgets::{text, tint};
use super::{Told, counts, day, told};

/// Widest and highest sheet.
const LARGEST: (u16, u16) = (132, 44);

/// Column of the counts, behind the longest date with the mark before it.
const COUNTS: u16 = 24;

/// Column of the largest revision, behind the counts.
const LARGEST_REVISION: u16 = COUNTS + 34;

/// Sheets narrower than this do without the counts' full column.
const NARROW: u16 = 90;

/// How far Up and Down can pick.
pub fn furthest_scroll(scene: &Scene<'_>) -> u16 {
    u16::try_from(scene.state.release_days().len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// Draws the list over the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    let room = overlay::room(screen);
    let sheet = Sheet::of(screen, room.width.min(LARGEST.0), room.height.min(LARGEST.1));
    let as_of = say!("overlays.as-of", date = format::date(scene.state.view().as_of()));
    let keys = [word!("vintages.goes-there"), word!("overlays.closes")].join("   ");
    let right = format!("{}   {as_of}   {keys}", scene.numbers.unit());
    let inner = sheet.open(scene, word!("vintages.releases"), &right, buf);
    let days = scene.state.release_days();
    if days.is_empty() {
        text::put(buf, inner.x, inner.y, word!("vintages.undated"), scene.style(Role::Text), inner.width);
        return;
    }
    let pick = usize::from(scene.state.scroll).min(days.len() - 1);
    let header = u16::from(inner.height > 4);
    if header > 0 {
        draw_header(scene, inner, buf);
    }
    let rows = Rect { y: inner.y + header, height: inner.height - header, ..inner };
    let first = pick.saturating_sub(usize::from(rows.height) / 2).min(days.len().saturating_sub(rows.height.into()));
    for (y, (index, day)) in (rows.top()..rows.bottom()).zip(days.iter().rev().enumerate().skip(first)) {
        draw_row(scene, Rect { y, height: 1, ..rows }, day, (index == pick, index == 0), buf);
    }
}

/// Columns of the counts and of the largest revision.
fn columns(width: u16) -> (u16, u16) {
    if width < NARROW { (14, 14 + 16) } else { (COUNTS, LARGEST_REVISION) }
}

fn draw_header(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let (counts, largest) = columns(area.width);
    let heads = [word!("vintages.released"), word!("vintages.changed"), word!("vintages.largest")];
    for (x, words) in [2, counts, largest].into_iter().zip(heads) {
        text::put(buf, area.x + x, area.y, words, scene.style(Role::Muted), area.width.saturating_sub(x));
    }
}

fn draw_row(scene: &Scene<'_>, row: Rect, of: &ReleaseDay, (picked, in_force): (bool, bool), buf: &mut Buffer) {
    if picked {
        tint(buf, row, row, scene.style(Role::Selection));
    }
    let is_narrow = row.width < NARROW;
    let role = if picked { Role::Strong } else { Role::Text };
    let put = |buf: &mut Buffer, x: u16, words: &str, role, until: u16| {
        let room = until.min(row.width).saturating_sub(x);
        text::put(buf, row.x + x.min(row.width), row.y, words, scene.style(role), room);
    };
    let (at_counts, at_largest) = columns(row.width);
    put(buf, 0, if picked { ">" } else { " " }, role, 1);
    let (date, changed) = match is_narrow {
        true => (format::date(of.date), short_counts(of)),
        false => (day(of), counts(of)),
    };
    put(buf, 2, &date, role, at_counts - 1);
    put(buf, at_counts, &changed, Role::Text, at_largest - 1);
    let room = row.width.saturating_sub(at_largest);
    put(buf, at_largest, &largest(scene, of, in_force, room), Role::Muted, row.width);
}

/// `3 new 1 rev.`
fn short_counts(day: &ReleaseDay) -> String {
    let (new, revised) = (day.first_values(), day.revised());
    let parts = [(new, say!("vintages.new", n = new)), (revised, say!("vintages.rev", n = revised))];
    let said = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    said.collect::<Vec<_>>().join(" ")
}

/// `in force: Balance, Jan 2023: −12.69 to −12.65, +0.04`, as much of it as there is room for: a number that is cut
/// would be read as another.
fn largest(scene: &Scene<'_>, day: &ReleaseDay, in_force: bool, room: u16) -> String {
    let in_force = if in_force { word!("vintages.in-force") } else { "" };
    // Of equal value before and after, only the status is another.
    let Some(change) = day.changes.iter().find(|change| !change.is_confirmation()) else { return in_force.to_owned() };
    let Told { before, after, by, percent } = told(scene, change);
    let what = format!("{}, {}", series_words::name(scene.state.dataset(), change.key), format::period(change.period));
    let values = if by.is_empty() { after } else { say!("vintages.from-to", before = before, after = after) };
    let clauses = [format!("{what}: {values}"), by, percent];
    let known = clauses.iter().filter(|clause| !clause.is_empty()).count();
    let shorter = |count: usize| clauses[..count].join(", ");
    let all = (1..=known).rev().map(|count| format!("{in_force}{}", shorter(count)));
    let mut all = all.chain([shorter(1), what.clone()]);
    all.find(|words| text::width(words) <= room).unwrap_or(what)
}
