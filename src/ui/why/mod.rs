//! Why: how the numbers of the focused panel were worked out. A list of numbers, and the one picked explained.

pub mod exact;
mod formula;
mod inputs;
pub mod names;
pub mod numbers;
mod rounding;
mod terms;
mod vintage;

pub use names::figure_name;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Overlay;
use crate::config::Role;
use crate::domain::Period;
use crate::{say, word};

use super::format;
use super::key_hints;
use super::lens_words;
use super::overlay::{self, Sheet};
use super::prose::{self, Row, labelled, wrapped};
use super::scene::Scene;
use super::widgets::{text, tint};
use exact::Exact;
use numbers::{Number, NumberId, ids, number};

/// Widest sheet: longer rows of words are hard to read.
const WIDEST: u16 = 150;

/// Highest sheet: on a higher screen the panels stay in sight.
const HIGHEST: u16 = 42;

/// Rows of the periods before.
const MOST_BEFORE: u16 = 25;

/// Sheets from this width on have the list beside the explanation.
const BESIDE: u16 = 96;

/// Cells between list and explanation.
const GAP: u16 = 4;

/// Column of the words after the labels.
const LABEL: u16 = 12;

/// How far Up and Down can pick.
pub fn furthest_scroll(scene: &Scene<'_>, _: Rect) -> u16 {
    u16::try_from(ids(scene).len().saturating_sub(1)).unwrap_or(u16::MAX)
}

/// The number that is picked; `None` where the panel has none.
pub fn picked(scene: &Scene<'_>) -> Option<Number> {
    let ids = ids(scene);
    let pick = usize::from(scene.state.scroll).min(ids.len().saturating_sub(1));
    ids.get(pick).map(|id| number(scene, *id))
}

/// The number at the cursor: the one that is picked, or the first of the panel where nothing is being explained.
pub fn at_cursor(scene: &Scene<'_>) -> Option<Number> {
    match scene.state.overlay {
        Some(Overlay::Why) => picked(scene),
        _ => ids(scene).first().map(|id| number(scene, *id)),
    }
}

/// Draws list and explanation over the screen.
pub fn draw(scene: &Scene<'_>, screen: Rect, buf: &mut Buffer) {
    let room = overlay::room(screen);
    let month = format::period(scene.state.month());
    let right = format!("{}   {month}, {}", scene.numbers.unit(), overlay::as_of(scene));
    let sheet = Sheet::of(screen, room.width.min(WIDEST), room.height.min(HIGHEST));
    let inner = sheet.open(scene, word!("why.title"), &right, buf);
    let ids = ids(scene);
    let Some(number) = picked(scene) else {
        let words = word!("why.nothing-here");
        return prose::draw(&wrapped(words, 0, inner.width, scene.style(Role::Text)), 0, inner, scene.glyphs(), buf);
    };
    let listed: Vec<(String, String)> = ids.iter().map(|id| numbers::listed(scene, *id)).collect();
    let (list, right) = parts(inner, ids.len(), list_width(&listed));
    draw_list(scene, &listed, list, buf);
    draw_before(scene, &number, below(list, ids.len()), buf);
    prose::draw(&explanation(scene, &number, right), 0, right, scene.glyphs(), buf);
}

/// The list at the left, or above where the sheet is narrow.
fn parts(inner: Rect, count: usize, list: u16) -> (Rect, Rect) {
    if inner.width >= BESIDE {
        let right = Rect { x: inner.x + list + GAP, width: inner.width - list - GAP, ..inner };
        return (Rect { width: list, ..inner }, right);
    }
    let above = (inner.height / 4).clamp(1, 6).min(u16::try_from(count).unwrap_or(u16::MAX));
    let used = (above + 1).min(inner.height);
    let below = Rect { y: inner.y + used, height: inner.height - used, ..inner };
    (Rect { height: above.min(inner.height), ..inner }, below)
}

fn list_width(listed: &[(String, String)]) -> u16 {
    let width = |(name, shown): &(String, String)| text::width(name) + text::width(shown) + 5;
    listed.iter().map(width).max().unwrap_or(0).clamp(30, 46)
}

fn draw_list(scene: &Scene<'_>, listed: &[(String, String)], area: Rect, buf: &mut Buffer) {
    let pick = usize::from(scene.state.scroll).min(listed.len().saturating_sub(1));
    let shown = usize::from(area.height);
    let first = pick.saturating_sub(shown / 2).min(listed.len().saturating_sub(shown));
    for (y, (index, (name, value))) in (area.top()..area.bottom()).zip(listed.iter().enumerate().skip(first)) {
        let is_picked = index == pick;
        let row = Rect { y, height: 1, ..area };
        if is_picked {
            tint(buf, row, row, scene.style(Role::Selection));
        }
        let (mark, role) = if is_picked { (">", Role::Strong) } else { (" ", Role::Text) };
        text::put(buf, area.x, y, mark, scene.style(role), area.width);
        let room = area.width.saturating_sub(text::width(value) + 4);
        text::put(buf, area.x + 2, y, name, scene.style(role), room);
        text::put_right(buf, area.right().saturating_sub(1), y, value, scene.style(Role::Strong), area.width);
    }
}

/// What the list leaves of its column.
fn below(list: Rect, rows: usize) -> Rect {
    let used = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1).min(list.height);
    Rect { y: list.y + used, height: list.height - used, ..list }
}

/// The same number in the periods before, where there is room for it.
fn draw_before(scene: &Scene<'_>, number: &Number, area: Rect, buf: &mut Buffer) {
    const LEAST: u16 = 4;
    if area.height < LEAST || matches!(number.id, NumberId::Target(..)) {
        return;
    }
    let (first, _) = scene.state.span();
    let month = scene.state.month();
    let mut rows = vec![Row::of(format!("  {}", say!("why.before", name = number.name)), scene.style(Role::Muted))];
    let periods = Period::span(first, month.minus(1)).rev().take(usize::from(area.height.min(MOST_BEFORE) - 1));
    for period in periods {
        let value = numbers::in_month(scene, number, period);
        let row = Row::of(format!("  {}", format::period(period)), scene.style(Role::Muted));
        rows.push(row.until(area.width.saturating_sub(1), value, scene.style(Role::Text)));
    }
    prose::draw(&rows, 0, area, scene.glyphs(), buf);
}

/// All that is said of a number, in the cells of `area`.
fn explanation(scene: &Scene<'_>, number: &Number, area: Rect) -> Vec<Row> {
    let exact = Exact::of(scene);
    let width = area.width;
    let airy = area.height >= 18;
    let mut rows = head(scene, number, width);
    let blank = |rows: &mut Vec<Row>| {
        if airy {
            rows.push(Row::blank());
        }
    };
    blank(&mut rows);
    rows.extend(formula_rows(scene, number, &exact, width));
    blank(&mut rows);
    rows.extend(term_rows(scene, number, &exact, width));
    blank(&mut rows);
    let heading = Row::of(word!("why.published"), scene.style(Role::Strong));
    let left = usize::from(area.height).saturating_sub(rows.len() + 1);
    let inputs = inputs::rows(scene, &number.derivation, &exact, width, left);
    if inputs.is_empty() {
        rows.push(Row::of(word!("why.no-inputs"), scene.style(Role::Muted)));
    } else {
        rows.push(heading.at(LABEL, say!("why.as-printed", unit = exact.unit()), scene.style(Role::Muted)));
        rows.extend(inputs);
    }
    one_screenful(scene, rows, usize::from(area.height))
}

/// The name with the number, and what it is in words.
fn head(scene: &Scene<'_>, number: &Number, width: u16) -> Vec<Row> {
    let dataset = scene.state.dataset();
    let value = number.shown(scene);
    let name = names::name_on_base(scene, number);
    let mut rows = wrapped(&name, 0, width.saturating_sub(text::width(&value) + 2), scene.style(Role::Strong));
    if let Some(first) = rows.first_mut() {
        *first = std::mem::take(first).until(width, value, scene.style(Role::Strong));
    }
    rows.extend(wrapped(&formula::words(&number.derivation, dataset), 0, width, scene.style(Role::Text)));
    rows.extend(vintage::rows(scene, number, width));
    let lens = lens_words::all(scene.state.lens(), dataset);
    if !lens.is_empty() {
        rows.extend(wrapped(&say!("overlays.lens", words = lens), 0, width, scene.style(Role::Warning)));
    }
    rows
}

/// The formula in symbols and in numbers, its exact result, and the one rounding.
fn formula_rows(scene: &Scene<'_>, number: &Number, exact: &Exact, width: u16) -> Vec<Row> {
    let (muted, strong) = (scene.style(Role::Muted), scene.style(Role::Strong));
    let line = |label: &str, words: String| labelled((label, muted), (&words, strong), LABEL, width);
    let mut rows = line(word!("why.formula"), formula::symbols(&number.derivation, scene.state.month(), exact));
    rows.extend(line("", format!("= {}", formula::values(&number.derivation, exact))));
    match number.value {
        Ok(value) => {
            rows.extend(line(word!("why.exact"), format!("= {}", rounding::before(scene, exact, number, value))));
            let shown = format!("{}, {}", number.shown(scene), rounding::step(scene, number, value));
            rows.extend(line(word!("why.shown"), shown));
        }
        Err(reason) => {
            let words = format!("{} : {}", number.shown(scene), rounding::undefined(scene, &number.derivation, reason));
            rows.extend(line(word!("why.shown"), words));
        }
    }
    rows
}

/// Each term: its symbol, what it is, its value, what that is made of.
fn term_rows(scene: &Scene<'_>, number: &Number, exact: &Exact, width: u16) -> Vec<Row> {
    let dataset = scene.state.dataset();
    let (muted, words) = (scene.style(Role::Muted), scene.style(Role::Text));
    let mut rows = Vec::new();
    for term in &number.derivation.terms {
        let composition = terms::composition(term, scene.deck().lensed(), exact);
        let value = format!("{}{}", formula::value(term, exact), formula::unit(term, exact));
        let made = composition.map(|made| format!(" = {made}")).unwrap_or_default();
        let said = format!("{}: {value}{made}", terms::in_words(term, dataset));
        rows.extend(labelled((&terms::symbol(term, scene.state.month(), exact), muted), (&said, words), LABEL, width));
    }
    rows
}

/// The rows that there is room for, from where one has read on to; the last says what more there is.
fn one_screenful(scene: &Scene<'_>, rows: Vec<Row>, height: usize) -> Vec<Row> {
    if rows.len() <= height || height < 2 {
        return rows;
    }
    let at_once = height - 1;
    let screenfuls = rows.len().div_ceil(at_once);
    let read = usize::from(scene.state.read_on) % screenfuls * at_once;
    let left = rows.len().saturating_sub(read + at_once);
    let key = key_hints::keys_of(scene, "panel.zoom");
    let words = if left > 0 { say!("why.more-rows", n = left, key = key) } else { say!("why.from-the-top", key = key) };
    let shown = rows.into_iter().skip(read).take(at_once);
    shown.chain([Row::of(words, scene.style(Role::Warning))]).collect()
}
