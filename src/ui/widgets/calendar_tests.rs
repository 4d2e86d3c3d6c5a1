use super::*;
use crate::ui::widgets::testing::{confined, row};

fn years() -> Vec<Year<'static>> {
    let month = |mark| Month { mark, style: Style::new() };
    (0..9)
        .map(|y| Year {
            label: format!("{}", 2015 + y).into(),
            months: (0..12).map(|m| month([Mark::Solid, Mark::Shade, Mark::Missing][(y + m) % 3])).collect(),
        })
        .collect()
}

const NAMES: [&str; 12] = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"];

fn calendar<'a>(years: &'a [Year<'a>], cursor: Option<(usize, usize)>, glyphs: Glyphs) -> Calendar<'a> {
    Calendar { years, header: &NAMES, cursor, label_style: Style::new(), cursor_style: Style::new(), glyphs }
}

#[test]
fn draws_and_keeps_the_newest() {
    let years = years();
    let mut buf = Buffer::empty(Rect::new(0, 0, 41, 3));
    calendar(&years, Some((8, 1)), Glyphs::Unicode).render(buf.area, &mut buf);
    assert_eq!(row(&buf, 0).trim_end(), "     J  F  M  A  M  J  J  A  S  O  N  D");
    assert_eq!(row(&buf, 2).chars().take(14).collect::<String>(), "2023 ··[▆▆]▒▒ ");
    let old = calendar(&years, Some((1, 1)), Glyphs::Unicode).layout(buf.area);
    assert_eq!((old.first, old.count), (1, 2));
}

#[test]
fn hit_is_the_inverse() {
    let years = years();
    for width in 0..45 {
        let area = Rect::new(2, 1, width, 8);
        let calendar = calendar(&years, None, Glyphs::Unicode);
        let layout = calendar.layout(area);
        for (year, month) in (0..layout.count).flat_map(|y| (0..12).map(move |m| (y, m))) {
            let (x, y) = (layout.x_of(month), layout.grid.y + year as u16);
            if x < area.right() {
                assert_eq!(calendar.hit(area, x, y), Some((layout.first + year, month)));
            }
        }
        assert_eq!(calendar.hit(area, 0, 0), None);
    }
}

#[test]
fn stays_inside() {
    let years = years();
    for cursor in [None, Some((0, 0)), Some((8, 11)), Some((99, 99))] {
        for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
            confined(|area, buf| calendar(&years, cursor, glyphs).render(area, buf));
        }
    }
    confined(|area, buf| calendar(&[], None, Glyphs::Unicode).render(area, buf));
}

#[test]
fn numbers_of_months_stand_apart_where_a_column_is_narrower() {
    const NUMBERS: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let years = years();
    let header = |width: u16| {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 4));
        Calendar { header: &NUMBERS, ..calendar(&years, None, Glyphs::Unicode) }.render(buf.area, &mut buf);
        row(&buf, 0).trim_end().to_owned()
    };
    assert_eq!(header(30), "     1   3   5   7   9   11");
    assert_eq!(header(41), "     1  2  3  4  5  6  7  8  9  10 11 12");
}
