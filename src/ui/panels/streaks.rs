//! Panel 2: runs of deficits and surpluses, and of falling exports.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::config::Role;
use crate::domain::{Frequency, Period, Vintage};
use crate::indicators::{Deck, FigureId, Run, RunKind, Span};
use crate::say;
use crate::word;
use crate::words::{Language, language};

use super::super::briefing::{content::Content, pages};
use super::super::format;
use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::super::widgets::calendar::{Calendar, Mark, Month, Year};
use super::super::widgets::columns::Fill;
use super::super::widgets::text;
use super::{Canvas, Panel, balance_refusal};

pub(super) struct Streaks;

/// Of months, from January on.
const MONTH_LETTERS: [&str; 12] = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];

/// The same in Korean, where months have numbers.
const MONTH_NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// Cells of a calendar with two cells a month and its labels.
const CALENDAR_WIDTH: u16 = 41;

/// Least and greatest width of a list of runs.
const LIST_WIDTH: RangeInclusive<u16> = 23..=48;

/// Cells before each list.
const LIST_GAP: u16 = 3;

/// Rows that the calendar keeps: a header and five years.
const LEAST_CALENDAR: u16 = 6;

impl Panel for Streaks {
    fn name(&self) -> &'static str {
        "streaks"
    }

    fn title(&self, _: &Scene<'_>) -> String {
        word!("panels.streaks").to_owned()
    }

    fn unit(&self, scene: &Scene<'_>, _: Canvas) -> String {
        format::periods_word(scene.state.month().frequency()).to_owned()
    }

    fn refusals(&self, deck: &Deck) -> Vec<(LensPart, &'static str)> {
        let anew =
            (deck.lens().span == Span::YearToDate).then_some((LensPart::Span, word!("panels.anew-each-january")));
        balance_refusal(deck).into_iter().chain(anew).collect()
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        scene.wording().streaks()
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        let parts = parts(scene, canvas);
        calendar(scene, |calendar| calendar.render(parts.calendar.area, buf));
        for (list, kind) in parts.lists.iter().zip(kinds(scene)) {
            draw_list(scene, list.area, kind, buf);
        }
        draw_notes(scene, parts.notes.area, buf);
    }

    fn figures(&self, _: &Scene<'_>) -> Vec<FigureId> {
        vec![FigureId::Balance, FigureId::ExportsYoy, FigureId::Exports, FigureId::Imports, FigureId::BalanceChange]
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::streaks::content(scene)
    }

    fn month_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
        let area = parts(scene, canvas).calendar.area;
        let (first, last) = scene.state.span();
        let mut month = None;
        calendar(scene, |calendar| {
            let at = |(year, index): (usize, usize)| year as i32 * first.frequency().per_year() + index as i32;
            month = calendar.hit(area, x, y).map(|hit| first.first_of_year().plus(at(hit)));
        });
        month.filter(|month| (first..=last).contains(month))
    }
}

struct Parts {
    calendar: Canvas,
    lists: Vec<Canvas>,
    notes: Canvas,
}

fn parts(scene: &Scene<'_>, canvas: Canvas) -> Parts {
    let room_for_notes =
        (notes(scene, canvas.area.width).len() as u16).min(canvas.area.height.saturating_sub(LEAST_CALENDAR));
    let (above, notes) = canvas.split_below(room_for_notes, u16::from(room_for_notes > 0 && canvas.area.height > 12));
    let most = if canvas.zoomed { 3 } else { 2 };
    let beside = above.area.width.saturating_sub(CALENDAR_WIDTH);
    let count = (beside / (LIST_WIDTH.start() + LIST_GAP)).min(most);
    let width = (beside / count.max(1)).saturating_sub(LIST_GAP).min(*LIST_WIDTH.end());
    let place =
        |n: u16| Rect { x: above.area.x + CALENDAR_WIDTH + LIST_GAP + n * (width + LIST_GAP), width, ..above.area };
    let lists = (0..count).map(|n| above.within(place(n))).collect();
    let calendar = if count == 0 { above } else { above.within(Rect { width: CALENDAR_WIDTH, ..above.area }) };
    Parts { calendar, lists, notes }
}

/// The kinds of runs listed, the one that runs now first.
fn kinds(scene: &Scene<'_>) -> [RunKind; 3] {
    match scene.deck().streaks.current_balance().map(|run| run.kind) {
        Some(RunKind::Surplus) => [RunKind::Surplus, RunKind::Deficit, RunKind::ExportDecline],
        _ => [RunKind::Deficit, RunKind::Surplus, RunKind::ExportDecline],
    }
}

fn calendar(scene: &Scene<'_>, then: impl FnOnce(&Calendar<'_>)) {
    let (first, last) = scene.state.span();
    let month = scene.state.month();
    let balance = &scene.deck().lensed().by_period().balance;
    let years: Vec<Year<'_>> = (first.year()..=last.year())
        .map(|year| Year {
            label: Cow::Owned(year.to_string()),
            months: months_of(scene, balance, year, (first, last)),
        })
        .collect();
    let per_year = usize::try_from(month.frequency().per_year()).unwrap_or(12);
    let header: &[&str] = match (per_year, language()) {
        (12, Language::English) => &MONTH_LETTERS,
        (12, Language::Korean) => &MONTH_NUMBERS,
        _ => &[],
    };
    let calendar = Calendar {
        years: &years,
        header,
        cursor: Some(((month.year() - first.year()) as usize, month.index() as usize - 1)),
        label_style: scene.style(Role::Muted),
        cursor_style: scene.style(Role::Strong).patch(scene.style(Role::Band)),
        glyphs: scene.glyphs(),
    };
    then(&calendar);
}

fn months_of(scene: &Scene<'_>, balance: &Vintage, year: i32, (first, last): (Period, Period)) -> Vec<Month> {
    let start = first.plus((year - first.year()) * first.frequency().per_year()).first_of_year();
    let month = |period: Period| match balance.value(period) {
        Some(value) => {
            let shaded = value < 0 && scene.palette.negative_fill() == Fill::Shade;
            let mark = if shaded { Mark::Shade } else { Mark::Solid };
            Month { mark, style: scene.palette.of_sign(value.signum() as i32) }
        }
        None if period < first || period > last => Month::default(),
        None => Month { mark: Mark::Missing, style: scene.style(Role::Muted) },
    };
    Period::span(start, start.last_of_year()).map(month).collect()
}

/// The longest runs of a kind, with the current one always among them.
fn draw_list(scene: &Scene<'_>, area: Rect, kind: RunKind, buf: &mut Buffer) {
    let runs: Vec<&Run> = scene.deck().streaks.of(kind).collect();
    let title = match kind {
        RunKind::Deficit => say!("panels.deficit-runs", n = runs.len()),
        RunKind::Surplus => say!("panels.surplus-runs", n = runs.len()),
        RunKind::ExportDecline => say!("panels.falling-runs", n = runs.len()),
        RunKind::ExportRise => say!("panels.rising-runs", n = runs.len()),
    };
    if area.is_empty() {
        return;
    }
    text::put(buf, area.x, area.y, &title, scene.style(Role::Muted), area.width);
    let longest = runs.iter().map(|run| run.length).max().unwrap_or(1);
    for (row, run) in (1..area.height).zip(longest_runs(&runs, usize::from(area.height.saturating_sub(1)))) {
        draw_run(scene, Rect { y: area.y + row, height: 1, ..area }, run, longest, buf);
    }
}

fn longest_runs<'a>(runs: &[&'a Run], most: usize) -> Vec<&'a Run> {
    let mut sorted = runs.to_vec();
    sorted.sort_by_key(|run| (run.rank, run.start));
    let current = sorted.iter().position(|run| run.is_current);
    if let Some(current) = current.filter(|current| *current >= most && most > 0) {
        sorted.swap(most - 1, current);
    }
    sorted.truncate(most);
    sorted
}

fn draw_run(scene: &Scene<'_>, area: Rect, run: &Run, longest: u32, buf: &mut Buffer) {
    let role = if run.is_current { Role::Strong } else { Role::Text };
    let span = format!(
        "{}–{}",
        short(run.start),
        if run.is_current { word!("panels.now").to_owned() } else { short(run.end) }
    );
    let at_least = if scene.glyphs().has_typography() { "≥" } else { ">=" };
    let length = format!("{}{}", if run.exact { "" } else { at_least }, run.length);
    text::put(buf, area.x, area.y, &span, scene.style(role), area.width);
    text::put_right(buf, area.x + 18, area.y, &length, scene.style(role), 5);
    let room = u32::from(area.width.saturating_sub(20));
    let cells = (run.length * room).div_ceil(longest.max(1)).min(room) as usize;
    // Six eighths high, so that bars of neighbouring rows do not grow together.
    let bar = scene.glyphs().pick('▆', '#').to_string().repeat(cells);
    text::put(buf, area.x + 20, area.y, &bar, scene.palette.of_sign(run.kind.sign()), area.width.saturating_sub(20));
}

/// `Mar 22`, `'22.3`: two of them and a number of two digits have to stand in eighteen cells.
fn short(period: Period) -> String {
    match period.frequency() {
        Frequency::Annual => period.year().to_string(),
        _ if language() == Language::Korean => format::period(period).trim_end_matches('월').to_owned(),
        _ => format!("{} {:02}", format::month_name(period), period.year().rem_euclid(100)),
    }
}

/// What would end the run, what makes it doubtful, and the run of falling or rising exports.
fn notes(scene: &Scene<'_>, width: u16) -> Vec<(String, Role)> {
    let wording = scene.wording();
    let mut notes: Vec<(String, Role)> = Vec::new();
    notes.extend(wording.run_doubt().map(|note| (note, Role::Warning)));
    notes.extend(wording.run_ender().map(|note| (note, Role::Text)));
    notes.extend(wording.exports_run().map(|note| (note, Role::Muted)));
    for (note, _) in &mut notes {
        // What the brackets add can go before the words are cut.
        if text::width(note) > width {
            *note = note.replace(word!("panels.at-these-imports"), "");
        }
    }
    notes
}

fn draw_notes(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    for (row, (note, role)) in (0..area.height).zip(notes(scene, area.width)) {
        text::put(buf, area.x, area.y + row, &note, scene.style(role), area.width);
    }
}
