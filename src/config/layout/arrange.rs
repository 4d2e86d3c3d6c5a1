//! From a layout and a size to the places of the panels. Pure integer arithmetic.

use super::split::{needed, split};
use super::{Layout, Row, Seat, Size, Slot, Tier};

/// The places of the panels in a terminal that they have to themselves.
pub fn arrange(layout: &Layout, width: u16, height: u16) -> Vec<Slot> {
    arrange_in(layout, (width, height), (width, height))
}

/// The places of the panels in an area, its size given, of a terminal whose size chooses the tier.
///
/// Panels never overlap and never leave the area. If the minima do not fit, panels are left out in the
/// order of `give_way`, then from the end; one always stays, unless the area is empty.
pub fn arrange_in(layout: &Layout, terminal: (u16, u16), area: (u16, u16)) -> Vec<Slot> {
    let (width, height) = area;
    let Some(tier) = layout.tier(terminal.0, terminal.1) else {
        return Vec::new();
    };
    if width == 0 || height == 0 {
        return Vec::new();
    }
    let rows = rows_that_fit(tier, &layout.give_way, height);
    let heights: Vec<Size> = rows.iter().map(|row| row.size).collect();
    let places = split(&heights, tier.gap_y, height);
    let lines = rows.iter().zip(places);
    lines.flat_map(|(row, (y, height))| line(tier, row, &layout.give_way, (width, y, height))).collect()
}

fn line(tier: &Tier, row: &Row, give_way: &[String], (width, y, height): (u16, u16, u16)) -> Vec<Slot> {
    let seats = seats_that_fit(&row.panels, tier.gap_x, give_way, width);
    let widths: Vec<Size> = seats.iter().map(|seat| seat.size).collect();
    let places = split(&widths, tier.gap_x, width);
    seats
        .into_iter()
        .zip(places)
        .map(|(seat, (x, width))| Slot { panel: seat.panel.clone(), x, y, width, height })
        .collect()
}

/// The rows whose minimal heights fit. A row goes when all its panels give way, else the last one.
fn rows_that_fit<'a>(tier: &'a Tier, give_way: &[String], height: u16) -> Vec<&'a Row> {
    let mut rows: Vec<&Row> = tier.rows.iter().collect();
    while rows.len() > 1 && needed(rows.iter().map(|row| row.size), tier.gap_y) > u64::from(height) {
        let yields = |row: &Row| row.panels.iter().all(|seat| give_way.contains(&seat.panel));
        let first = give_way.iter().find_map(|panel| {
            rows.iter().position(|row| yields(row) && row.panels.iter().any(|seat| seat.panel == *panel))
        });
        rows.remove(first.unwrap_or(rows.len() - 1));
    }
    rows
}

/// The panels of a row whose minimal widths fit.
fn seats_that_fit<'a>(panels: &'a [Seat], gap: u16, give_way: &[String], width: u16) -> Vec<&'a Seat> {
    let mut seats: Vec<&Seat> = panels.iter().collect();
    while seats.len() > 1 && needed(seats.iter().map(|seat| seat.size), gap) > u64::from(width) {
        let first = give_way.iter().find_map(|panel| seats.iter().position(|seat| seat.panel == *panel));
        seats.remove(first.unwrap_or(seats.len() - 1));
    }
    seats
}
