use super::*;
use crate::ui::widgets::testing::{confined, row};

const TILE: Tile<'_> = Tile {
    name: "BALANCE",
    unit: "$bn",
    value: "−5.3",
    note: "12th 적자",
    spark: None,
    value_style: Style::new(),
    name_style: Style::new(),
    muted: Style::new(),
    note_style: Style::new(),
    most_rows: 0,
    glyphs: Glyphs::Unicode,
};

#[test]
fn picks_the_size_that_fits() {
    assert_eq!(TILE.size(Rect::new(0, 0, 24, 6)), Some(bigtext::Size::Large));
    assert_eq!(TILE.size(Rect::new(0, 0, 16, 6)), Some(bigtext::Size::Small));
    assert_eq!(TILE.size(Rect::new(0, 0, 24, 4)), None);
    assert_eq!(Tile { most_rows: 3, ..TILE }.size(Rect::new(0, 0, 24, 6)), Some(bigtext::Size::Small));
    let mut buf = Buffer::empty(Rect::new(0, 0, 24, 1));
    TILE.render(buf.area, &mut buf);
    assert_eq!(row(&buf, 0), "BALANCE −5.3 $bn        ");
}

#[test]
fn stays_inside() {
    let values = [Some(3), None, Some(-4), Some(9)].repeat(9);
    let spark = Some(Sparkline { values: &values, ..Sparkline::default() });
    for value in ["−5.3", "₩89,700", "n/a", ""] {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            confined(|area, buf| Tile { value, glyphs, spark, ..TILE }.render(area, buf));
        }
    }
}
