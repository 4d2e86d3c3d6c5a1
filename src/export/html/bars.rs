//! One bar for each row of a league, to the left of the line where it pulled the total down.

use super::super::report::{LeagueEntry, RowEntry};
use super::chart::{BELOW_ZERO, MAIN, Picture, RULE, WIDTH};

/// Height of a row, width of the names, room for a number.
const ROW: f64 = 16.0;
const NAMES: f64 = 190.0;
const NUMBERS: f64 = 46.0;

/// Draws the contributions, the largest first; nothing where none is known.
pub(super) fn draw(league: &LeagueEntry, minus: char) -> Option<Picture> {
    let counted = league.rows.iter().filter(|row| row.kind != "total" && row.within.is_none());
    let mut rows: Vec<(f64, &RowEntry, &str)> = counted.filter_map(contribution).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let low = rows.iter().map(|row| row.0).fold(0.0, f64::min);
    let high = rows.iter().map(|row| row.0).fold(0.0, f64::max);
    if rows.is_empty() || low == high {
        return None;
    }
    let scale = (WIDTH - NAMES - 2.0 * NUMBERS) / (high - low);
    let zero = NAMES + NUMBERS - low * scale;
    let mut picture = Picture::new(rows.len() as f64 * ROW, minus);
    for (index, (value, row, shown)) in rows.iter().enumerate() {
        let top = index as f64 * ROW;
        let (end, below) = (zero + value * scale, *value < 0.0);
        picture.text((0.0, top + 12.0), "start", &row.name);
        picture.bar((zero, top + 2.0), (end, top + ROW - 3.0), if below { BELOW_ZERO } else { MAIN });
        let (x, anchor) = if below { (end - 4.0, "end") } else { (end + 4.0, "start") };
        picture.text((x, top + 12.0), anchor, shown);
    }
    picture.path(&[(zero, 0.0), (zero, rows.len() as f64 * ROW)], RULE, "");
    Some(picture)
}

fn contribution(row: &RowEntry) -> Option<(f64, &RowEntry, &str)> {
    let number = row.number("contribution")?;
    let value: f64 = number.value.as_str()?.parse().ok()?;
    Some((value, row, number.display.as_str()))
}
