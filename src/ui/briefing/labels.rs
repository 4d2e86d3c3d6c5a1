//! The height of all labels of a page: that of its message, or less where they have no room.

use ratatui::layout::Rect;

use super::super::widgets::letters;
use super::chart::Pitch;
use super::content::{Chart, Content, NamedBar};
use super::set::{Limits, OWN_TEXT, gap, wide};

/// Rows of labels at the most.
const MOST_OF_LABELS: u16 = 12;

/// The height of labels, `most` rows or less; with the places of the bars and of the facts.
pub fn labels(content: &Content, most: u16, limits: Limits, (bars, facts): (Rect, Rect)) -> u16 {
    match &content.chart {
        _ if most <= OWN_TEXT => OWN_TEXT,
        Chart::Bars(named) => of_bars(named, sizes(most, least(names(named), limits)), bars),
        Chart::None | Chart::Columns(_) => of_facts(content, sizes(most, least(content.facts.iter(), limits)), facts),
    }
}

/// Rows in which all words can be read, at the least.
fn least<'a>(words: impl Iterator<Item = &'a String>, limits: Limits) -> u16 {
    words.map(|words| limits.least_rows(words)).max().unwrap_or(letters::LEAST_ROWS)
}

fn names(bars: &[NamedBar]) -> impl Iterator<Item = &String> {
    bars.iter().flat_map(|bar| [&bar.names[0], &bar.shown[0]])
}

/// The largest first.
fn sizes(most: u16, least: u16) -> impl DoubleEndedIterator<Item = u16> + Clone {
    (least..=most.min(MOST_OF_LABELS).max(least)).rev()
}

/// The first fact has room in its place, or none has.
fn of_facts(content: &Content, mut sizes: impl Iterator<Item = u16> + Clone, place: Rect) -> u16 {
    let fits = |rows: &u16| content.facts.first().is_none_or(|fact| wide(fact, *rows) <= place.width);
    sizes.clone().find(fits).or_else(|| sizes.next()).unwrap_or(OWN_TEXT)
}

/// Names and numbers of bars have room side by side, and two bars one below the other.
fn of_bars(bars: &[NamedBar], sizes: impl DoubleEndedIterator<Item = u16> + Clone, place: Rect) -> u16 {
    let shortest = |texts: &[String], rows: u16| texts.iter().map(|text| wide(text, rows)).min().unwrap_or(0);
    let needed = |bar: &NamedBar, rows: u16| shortest(&bar.names, rows) + shortest(&bar.shown, rows) + gap(rows);
    let is_wide = |rows: &u16| bars.iter().take(3).all(|bar| needed(bar, *rows) <= place.width);
    let two = bars.len().min(2) as u16;
    let is_high = |rows: &u16| Pitch::least(bars, *rows).of(*rows) * two <= place.height + 1;
    let both = sizes.clone().find(|rows| is_wide(rows) && is_high(rows));
    both.or_else(|| sizes.clone().find(is_wide)).or_else(|| sizes.clone().next_back()).unwrap_or(OWN_TEXT)
}
