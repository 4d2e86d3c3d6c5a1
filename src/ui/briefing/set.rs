//! What stands where on a page, and how large: the message first, then the number, then the rest as room is left.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::widgets::letters::{self, Face};
use super::super::widgets::text;
use super::content::{self, Chart, Content, NamedBar};
use super::labels::labels;
use super::message::{leading, message};
use super::number::{kept_for_bars, largest, number};

/// What bounds the size of type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// How high capitals must be at the least, in rows; 0 where nobody asks.
    pub least_caps: f64,
    /// Steps by which type is larger, negative for smaller.
    pub larger: i8,
}

/// A line of type. One row high it is the terminal's own text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it says.
    pub words: String,
    /// Where.
    pub area: Rect,
    /// The height of its type.
    pub rows: u16,
    /// What role it plays on the page.
    pub part: Part,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// Of the message.
    Message,
    /// The number.
    Number(Style),
    /// One of the facts.
    Fact,
}

/// A page that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its lines.
    pub lines: Vec<Line>,
    /// The chart's cells.
    pub chart: Option<Rect>,
    /// The height of type of labels.
    pub labels: u16,
    /// The least height of capitals in the message, and in all else, in rows.
    pub caps: (f64, f64),
}

/// Why a page cannot be shown: the rows that its type needs, and those it could have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Refusal {
    /// Rows that the message's type needs.
    pub needed: u16,
    /// Rows that there is room for.
    pub room: u16,
    /// How high capitals are in as many, in rows.
    pub caps: f64,
}

/// Rows of type in which syllables can be read, and Latin.
const LEAST_SYLLABLES: u16 = 5;

/// The heights below which nothing but the terminal's own text is left.
pub const OWN_TEXT: u16 = 1;

/// Cells between the number and the chart.
const GAP: u16 = 3;

/// Cells that a chart needs.
const LEAST_CHART: u16 = 22;

/// From this width on bars stand beside the number.
const WIDE: u16 = 110;

impl Limits {
    /// The fewest rows in which a text may be set.
    pub fn least_rows(self, words: &str) -> u16 {
        let readable = if words.contains(content::is_syllable) { LEAST_SYLLABLES } else { letters::LEAST_ROWS };
        let is_high = |rows: &u16| Face::of(words, *rows).cap_rows() >= self.least_caps;
        let least = (readable..letters::MOST_ROWS).find(is_high).unwrap_or(letters::MOST_ROWS);
        least.saturating_add_signed(i16::from(self.larger.max(0)))
    }

    /// The most rows of a message's type on a page so high.
    pub fn most_rows(self, height: u16) -> u16 {
        let share = (height * 24 / 100).saturating_add_signed(i16::from(self.larger));
        share.clamp(letters::LEAST_ROWS, letters::MOST_ROWS)
    }
}

/// Cells that words take in type, or in the terminal's own text.
pub fn wide(words: &str, rows: u16) -> u16 {
    if rows <= OWN_TEXT { text::width(words) } else { letters::width(words, rows) }
}

/// Sets a page into an area.
///
/// # Errors
/// Where its message has no room in type that can be read.
pub fn set(content: &Content, area: Rect, limits: Limits) -> Result<Page, Refusal> {
    let message = message(content, area, limits)?;
    let mut page = Page { lines: Vec::new(), chart: None, labels: OWN_TEXT, caps: (0.0, 0.0) };
    let (lines, rows) = message;
    let mut y = area.y;
    for words in lines {
        let line = Rect { y, height: rows, ..area };
        page.lines.push(Line { words, area: line, rows, part: Part::Message });
        y += rows + leading(rows);
    }
    let below = Rect { y: y.min(area.bottom()), height: area.bottom().saturating_sub(y), ..area };
    rest(content, below, (rows, limits), &mut page);
    page.caps = caps(&page);
    Ok(page)
}

/// Cells between type of so many rows and what stands beside it: as wide as a blank of that type, or wider.
pub fn gap(rows: u16) -> u16 {
    GAP.max(rows)
}

/// Cells that the number may have: all where it, or the names of bars, need the whole width.
fn left(content: &Content, width: u16, limits: Limits) -> u16 {
    match &content.chart {
        Chart::None => width,
        Chart::Columns(_) => {
            let left = width * if width < WIDE { 58 } else { 48 } / 100;
            if number(content, left, limits).is_some_and(|number| number.wide > left) { width } else { left }
        }
        Chart::Bars(bars) => {
            let left = width * 38 / 100;
            let least = |words: &String| wide(words, limits.least_rows(words));
            let shown = |bar: &NamedBar| bar.shown.iter().map(least).min().unwrap_or(0);
            let widest = bars.iter().map(|bar| least(&bar.names[0]).saturating_add(shown(bar))).max();
            let number = number(content, left, limits).map_or(0, |number| number.wide);
            if widest.unwrap_or(0) + 2 * GAP + left > width || number > left { width } else { left }
        }
    }
}

/// The number, the facts and the chart.
fn rest(content: &Content, area: Rect, (message, limits): (u16, Limits), page: &mut Page) {
    let has_chart = !matches!(content.chart, Chart::None);
    let left = left(content, area.width, limits);
    let stacked = has_chart && left == area.width;
    let mut used = Rect { width: 0, height: 0, ..area };
    if let Some(figure) = number(content, left, limits) {
        // The number goes before the chart, but a larger one takes no bar its room.
        let height = if stacked { (area.height / 2).max(figure.rows) } else { area.height }.min(area.height);
        let most = (height * 45 / 100).max(message + 2).min(height);
        let kept = if stacked { kept_for_bars(content, area.height, figure.rows, limits) } else { 0 };
        let rows = largest(figure.words, left, most.min(area.height - kept), limits);
        if rows > 0 && rows <= area.height {
            let place = Rect { width: wide(figure.words, rows).min(area.width), height: rows, ..area };
            page.lines.push(Line {
                words: figure.words.to_owned(),
                area: place,
                rows,
                part: Part::Number(figure.style),
            });
            used = place;
        }
    }
    let most = if message > OWN_TEXT { message.min(used.height.max(letters::LEAST_ROWS)) } else { OWN_TEXT };
    let facts = match stacked {
        true => Rect {
            x: (used.right() + gap(used.height)).min(area.right()),
            width: area.width.saturating_sub(used.width + gap(used.height)),
            height: used.height,
            ..area
        },
        false => {
            let y = used.bottom() + u16::from(used.height > 1);
            Rect { y, width: left, height: area.bottom().saturating_sub(y), ..area }
        }
    };
    let bars = chart(area, used, used.width, stacked).unwrap_or(area);
    page.labels = labels(content, most, limits, (bars, facts));
    let widest = place_facts(content, facts, page);
    if has_chart {
        page.chart = chart(area, used, widest.max(used.width), stacked);
    }
}

fn chart(area: Rect, used: Rect, beside: u16, stacked: bool) -> Option<Rect> {
    let place = if stacked {
        let y = used.bottom() + u16::from(used.height > 0);
        Rect { y, height: area.bottom().saturating_sub(y), ..area }
    } else {
        let x = area.x + if beside > 0 { beside + gap(used.height) } else { 0 };
        Rect { x, width: area.right().saturating_sub(x), ..area }
    };
    (place.width >= LEAST_CHART && place.height >= 4).then_some(place)
}

/// The facts one below the other, as many as have room. Gives the cells of the widest.
fn place_facts(content: &Content, area: Rect, page: &mut Page) -> u16 {
    let (mut y, mut widest) = (area.y, 0);
    for words in &content.facts {
        let rows = if letters::can_set(words) { page.labels } else { OWN_TEXT };
        let gap = u16::from(y > area.y && rows > OWN_TEXT);
        if wide(words, rows) > area.width || y + gap + rows > area.bottom() {
            continue;
        }
        let place = Rect { y: y + gap, height: rows, ..area };
        page.lines.push(Line { words: words.clone(), area: place, rows, part: Part::Fact });
        widest = widest.max(wide(words, rows));
        y += gap + rows;
    }
    widest
}

/// How high capitals are in the message, and in the smallest of the rest.
fn caps(page: &Page) -> (f64, f64) {
    let caps = |line: &Line| caps_of(&line.words, line.rows);
    let least = |of: &dyn Fn(&Line) -> bool| page.lines.iter().filter(|line| of(line)).map(caps).reduce(f64::min);
    let message = least(&|line| line.part == Part::Message).unwrap_or(super::legibility::TEXT_CAPS);
    let labels = caps_of("0", page.labels);
    let rest = least(&|line| line.part == Part::Fact).unwrap_or(labels);
    (message, rest)
}

/// How high capitals are in a line, in rows.
pub fn caps_of(words: &str, rows: u16) -> f64 {
    if rows <= OWN_TEXT { super::legibility::TEXT_CAPS } else { Face::of(words, rows).cap_rows() }
}
