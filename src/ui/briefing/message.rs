//! The message of a page: its longest form that has room, as large as it can be.

use ratatui::layout::Rect;

use super::super::widgets::{letters, text};
use super::content::{Chart, Content};
use super::set::{Limits, OWN_TEXT, Refusal, caps_of, wide};

/// Lines of a message at the most, and its shares of the page in percent: less where bars with big names stand below,
/// more where the shortest form needs it.
const MOST_LINES: u16 = 3;
const SHARES: [u16; 2] = [46, 80];
const SHARES_ABOVE_BARS: [u16; 3] = [34, 46, 80];

/// Rows between two lines of a message.
pub fn leading(rows: u16) -> u16 {
    if rows <= OWN_TEXT { 0 } else { (rows / 5).max(1) }
}

/// The longest form of the message that has room, as large as it can be, on lines of about one length.
///
/// # Errors
/// Where no form has room in type that can be read.
pub fn message(content: &Content, area: Rect, limits: Limits) -> Result<(Vec<String>, u16), Refusal> {
    let forms = || content.message.iter().filter(|form| letters::can_set(form));
    let shares = if matches!(content.chart, Chart::Bars(_)) { &SHARES_ABOVE_BARS[..] } else { &SHARES };
    let (most, shares) = shares.split_last().unwrap_or((&0, &[]));
    let usual = shares.iter().flat_map(|share| forms().map(move |form| (form, share, area.height / 8)));
    let at_most = forms().rev().map(|form| (form, most, 0));
    for (form, share, wanted) in usual.chain(at_most) {
        // Rather a shorter form than type that is small on a large screen, or that leaves no room, while there is a choice.
        let least = limits.least_rows(form).max(wanted);
        let most = limits.most_rows(area.height).max(least).min(area.height);
        let room = area.height * share / 100;
        let sizes = || (least..=most).rev().filter(|rows| has_room(form, *rows, (area.width, room)));
        if let Some(largest) = sizes().next() {
            let set = |rows: u16| (letters::wrap_evenly(form, rows, area.width), rows);
            // A row smaller, where that keeps a number and what it counts on one line.
            let mut near = sizes().take_while(|rows| rows + 1 >= largest).map(set);
            return Ok(near.find(|(lines, _)| !letters::parts_a_number(lines)).unwrap_or_else(|| set(largest)));
        }
    }
    let shortest = content.message.last().map_or("", String::as_str);
    if limits.least_caps > 0.0 {
        let room = area.height * SHARES[1] / 100;
        let found = (1..=letters::MOST_ROWS).rev().find(|rows| has_room(shortest, *rows, (area.width, room)));
        let room = found.unwrap_or(OWN_TEXT);
        return Err(Refusal { needed: limits.least_rows(shortest), room, caps: caps_of(shortest, room) });
    }
    // A screen too small for type, or letters that it has not.
    let whole = content.message.first().map_or("", String::as_str);
    let mut lines = text::wrap(whole, area.width);
    lines.truncate(usize::from((area.height / 2).max(1)));
    Ok((lines, OWN_TEXT))
}

/// Whether a form has room in so many cells and rows; one line always has in height.
fn has_room(form: &str, rows: u16, (width, height): (u16, u16)) -> bool {
    let lines = if rows <= OWN_TEXT { text::wrap(form, width) } else { letters::wrap(form, rows, width) };
    let count = lines.len() as u16;
    let is_whole = lines.iter().all(|line| wide(line, rows) <= width);
    is_whole && count <= MOST_LINES && count * (rows + leading(rows)) <= height.max(rows) + leading(rows)
}
