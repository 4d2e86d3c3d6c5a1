//! What stands where on a page, and how large: the message first, then the number, then the rest as room is left.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::super::widgets::letters::{self, Face};
use super::super::widgets::text;
use super::content::{Chart, Content, NamedBar};

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
const OWN_TEXT: u16 = 1;

/// Cells between the number and the chart.
const GAP: u16 = 3;

/// Cells that a chart needs.
const LEAST_CHART: u16 = 22;

/// Lines of a message at the most, and its shares of the page in percent: less where bars with big names stand below,
/// more where the shortest form needs it.
const MOST_LINES: u16 = 3;
const SHARES: [u16; 2] = [46, 80];
const SHARES_ABOVE_BARS: [u16; 3] = [34, 46, 80];

/// From this width on bars stand beside the number.
const WIDE: u16 = 110;

impl Limits {
    /// The fewest rows in which a text may be set.
    pub fn least_rows(self, words: &str) -> u16 {
        let readable = if is_hangul(words) { LEAST_SYLLABLES } else { letters::LEAST_ROWS };
        let is_high = |rows: &u16| Face::of(words, *rows).cap_rows() >= self.least_caps;
        let least = (readable..letters::MOST_ROWS).find(is_high).unwrap_or(letters::MOST_ROWS);
        least.saturating_add_signed(i16::from(self.larger.max(0)))
    }

    fn most_rows(self, height: u16) -> u16 {
        let share = (height * 24 / 100).saturating_add_signed(i16::from(self.larger));
        share.clamp(letters::LEAST_ROWS, letters::MOST_ROWS)
    }
}

fn is_hangul(words: &str) -> bool {
    words.chars().any(|letter| matches!(letter, '가'..='힣'))
}

/// Cells that words take in type, or in the terminal's own text.
pub fn wide(words: &str, rows: u16) -> u16 {
    if rows <= OWN_TEXT { text::width(words) } else { letters::width(words, rows) }
}

fn broken(words: &str, rows: u16, width: u16) -> Vec<String> {
    if rows <= OWN_TEXT { text::wrap(words, width) } else { letters::wrap(words, rows, width) }
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

/// Rows between two lines of a message.
fn leading(rows: u16) -> u16 {
    if rows <= OWN_TEXT { 0 } else { (rows / 5).max(1) }
}

/// The longest form of the message that has room, as large as it can be.
fn message(content: &Content, area: Rect, limits: Limits) -> Result<(Vec<String>, u16), Refusal> {
    let most = limits.most_rows(area.height);
    let fits = |form: &str, rows: u16, room: u16| {
        let lines = broken(form, rows, area.width);
        let count = lines.len() as u16;
        let is_whole = lines.iter().all(|line| wide(line, rows) <= area.width);
        (is_whole && count <= MOST_LINES && count * (rows + leading(rows)) <= room.max(rows) + leading(rows))
            .then_some((lines, rows))
    };
    let forms = content.message.iter().filter(|form| letters::can_set(form));
    let shares = if matches!(content.chart, Chart::Bars(_)) { &SHARES_ABOVE_BARS[..] } else { &SHARES };
    for (form, share) in shares.iter().flat_map(|share| forms.clone().map(move |form| (form, share))) {
        // Rather a shorter form than type that is small on a large screen, while there is a choice.
        let wanted = if share < shares.last().unwrap_or(share) { area.height / 8 } else { 0 };
        let (least, room) = (limits.least_rows(form).max(wanted), area.height * share / 100);
        let found = (least..=most.max(least)).rev().find_map(|rows| fits(form, rows, room));
        if let Some(found) = found.filter(|(_, rows)| *rows <= area.height) {
            return Ok(found);
        }
    }
    let shortest = content.message.last().map_or("", String::as_str);
    if limits.least_caps > 0.0 {
        let room = area.height * SHARES[1] / 100;
        let found = (1..=letters::MOST_ROWS).rev().find(|rows| fits(shortest, *rows, room).is_some());
        let room = found.unwrap_or(OWN_TEXT);
        return Err(Refusal { needed: limits.least_rows(shortest), room, caps: caps_of(shortest, room) });
    }
    // A screen too small for type, or letters that it has not.
    let whole = content.message.first().map_or("", String::as_str);
    let mut lines = text::wrap(whole, area.width);
    lines.truncate(usize::from((area.height / 2).max(1)));
    Ok((lines, OWN_TEXT))
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
            if number(content, limits).is_some_and(|(wide, _)| wide > left) { width } else { left }
        }
        Chart::Bars(bars) => {
            let left = width * 38 / 100;
            let least = |words: &str| wide(words, limits.least_rows(words));
            let widest = bars.iter().map(|bar| least(&bar.names[0]).saturating_add(least(&bar.shown[0]))).max();
            let number = number(content, limits).map_or(0, |(wide, _)| wide);
            if widest.unwrap_or(0) + 2 * GAP + left > width || number > left { width } else { left }
        }
    }
}

/// Cells and rows that the number needs at the least.
fn number(content: &Content, limits: Limits) -> Option<(u16, u16)> {
    let (words, _) = content.number.as_ref().filter(|(words, _)| letters::can_set(words))?;
    let rows = limits.least_rows(words);
    Some((wide(words, rows), rows))
}

/// The number, the facts and the chart.
fn rest(content: &Content, area: Rect, (message, limits): (u16, Limits), page: &mut Page) {
    let has_chart = !matches!(content.chart, Chart::None);
    let left = left(content, area.width, limits);
    let stacked = has_chart && left == area.width;
    // The number goes before the chart.
    let least = number(content, limits).map_or(0, |(_, rows)| rows).min(area.height);
    let height = if stacked { (area.height / 2).max(least) } else { area.height };
    let mut used = Rect { width: 0, height: 0, ..area };
    if let Some((words, style)) = &content.number {
        let most = (height * 45 / 100).max(message + 2).min(height);
        let rows = largest(words, left, most, limits);
        if rows <= height && rows > 0 {
            let place = Rect { width: wide(words, rows).min(area.width), height: rows, ..area };
            page.lines.push(Line { words: words.clone(), area: place, rows, part: Part::Number(*style) });
            used = place;
        }
    }
    let most = if message > OWN_TEXT { message.min(used.height.max(letters::LEAST_ROWS)) } else { OWN_TEXT };
    let room = if stacked { area.width } else { area.width.saturating_sub(used.width + gap(used.height)) };
    page.labels = labels(content, most, limits, room);
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

/// The largest type in which words fit; the terminal's own where none does and nobody asks for more.
fn largest(words: &str, width: u16, most: u16, limits: Limits) -> u16 {
    if !letters::can_set(words) {
        return OWN_TEXT;
    }
    let least = limits.least_rows(words);
    let found = (least..=most.min(letters::MOST_ROWS)).rev().find(|rows| wide(words, *rows) <= width);
    found.unwrap_or(if limits.least_caps > 0.0 { 0 } else { OWN_TEXT })
}

/// The height of all labels: that of the message, or less where names and numbers of bars have no room side by side.
fn labels(content: &Content, most: u16, limits: Limits, width: u16) -> u16 {
    if most <= OWN_TEXT {
        return OWN_TEXT;
    }
    let bars = match &content.chart {
        Chart::Bars(bars) => bars.as_slice(),
        _ => &[],
    };
    let of_bars = bars.iter().flat_map(|bar| [bar.names[0].as_str(), bar.shown[0].as_str()]);
    let words = of_bars.chain(content.facts.iter().map(String::as_str).filter(|_| bars.is_empty()));
    let least = words.map(|words| limits.least_rows(words)).max().unwrap_or(letters::LEAST_ROWS);
    let wanted = most.min(12).max(least);
    let fits = |rows: &u16| {
        let shortest = |texts: &[String]| texts.iter().map(|text| wide(text, *rows)).min().unwrap_or(0);
        let needed = |bar: &NamedBar| shortest(&bar.names) + shortest(&bar.shown) + gap(*rows);
        bars.iter().take(3).all(|bar| needed(bar) <= width)
    };
    (least..=wanted).rev().find(fits).unwrap_or(least)
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
fn caps_of(words: &str, rows: u16) -> f64 {
    if rows <= OWN_TEXT { super::legibility::TEXT_CAPS } else { Face::of(words, rows).cap_rows() }
}
