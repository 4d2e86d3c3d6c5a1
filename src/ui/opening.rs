//! The screen while the dataset is being read for the first time: what is read, how far, how long it takes yet.

use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;
use crate::import::Reached;
use crate::words::in_groups;
use crate::{say, word};

use super::palette::Palette;
use super::widgets::{text, tint};

/// Widest that the block in the middle gets.
const WIDEST: u16 = 64;

/// Draws how far reading has come; `left` is the time that the rest takes at the pace so far.
pub fn draw(palette: &Palette, reached: &Reached, left: Option<Duration>, buf: &mut Buffer) {
    let screen = buf.area;
    tint(buf, screen, screen, palette.style(Role::Text).patch(palette.style(Role::Page)));
    let width = screen.width.saturating_sub(4).min(WIDEST);
    let (x, y) = (screen.x + (screen.width - width) / 2, screen.y + screen.height.saturating_sub(5) / 2);
    let name = match reached.file.as_str() {
        "" => word!("live.reading-unnamed").to_owned(),
        file => say!("live.reading", file = text::fit(file, width.saturating_sub(8), palette.glyphs)),
    };
    let lines = [
        (0, name, Role::Strong),
        (3, counts(reached, left), Role::Text),
        (4, word!("live.cancel").to_owned(), Role::Muted),
    ];
    for (row, words, role) in lines.into_iter().filter(|(row, ..)| y + row < screen.bottom()) {
        text::put(buf, x, y + row, &words, palette.style(role), width);
    }
    let bar = Rect { x, y: y + 1, width, height: 1 };
    if let Some(percent) = reached.percent().filter(|_| bar.bottom() <= screen.bottom()) {
        draw_bar(palette, percent, bar, buf);
    }
}

fn draw_bar(palette: &Palette, percent: u64, area: Rect, buf: &mut Buffer) {
    let label = format!(" {percent} %");
    let groove = area.width.saturating_sub(text::width(&label));
    let filled = (u64::from(groove) * percent / 100) as u16;
    let (full, rest) = (palette.glyphs.pick('━', '#'), palette.glyphs.pick('─', '.'));
    for at in 0..groove {
        let (letter, role) = if at < filled { (full, Role::Series) } else { (rest, Role::Faint) };
        text::put(buf, area.x + at, area.y, letter.encode_utf8(&mut [0; 4]), palette.style(role), 1);
    }
    text::put(buf, area.x + groove, area.y, &label, palette.style(Role::Strong), text::width(&label));
}

/// `1.2 of 3.4 GB   12,345 rows   about 20 s left`, as far as it is known.
pub fn counts(reached: &Reached, left: Option<Duration>) -> String {
    let bytes = (reached.bytes > 0).then(|| say!("live.bytes", done = size(reached.done), bytes = size(reached.bytes)));
    let rows = (reached.rows > 0).then(|| say!("live.rows", rows = in_groups(&reached.rows.to_string())));
    let left = left.map(|left| say!("live.time-left", left = length(left)));
    [bytes, rows, left].into_iter().flatten().collect::<Vec<_>>().join("   ")
}

/// A number of bytes in decimal units, with one decimal.
fn size(bytes: u64) -> String {
    let (unit, power) = [("GB", 9), ("MB", 6), ("kB", 3)]
        .into_iter()
        .find(|(_, power)| bytes >= 10_u64.pow(*power))
        .unwrap_or(("B", 0));
    let tenths = bytes / 10_u64.pow(power).div_ceil(10);
    if power == 0 { format!("{bytes} {unit}") } else { format!("{}.{} {unit}", tenths / 10, tenths % 10) }
}

/// Seconds, and minutes from two on.
fn length(left: Duration) -> String {
    match left.as_secs() + 1 {
        seconds @ 0..=119 => say!("live.seconds", n = seconds),
        seconds => say!("live.minutes", n = seconds.div_ceil(60)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_told() {
        let reached =
            Reached { file: "a.csv".into(), done: 1_234_000, bytes: 390_000_000, rows: 12_345, ..Reached::default() };
        assert_eq!(
            counts(&reached, Some(Duration::from_millis(19_200))),
            "1.2 MB of 390.0 MB   12,345 rows   about 20 s left"
        );
        assert_eq!(counts(&Reached { rows: 7, ..Reached::default() }, None), "7 rows");
        assert_eq!(counts(&Reached::default(), None), "");
    }
}
