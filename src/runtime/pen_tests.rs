//! What the pen writes shows what the cells say, in fewer bytes than cell by cell.

use proptest::prelude::*;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

const SIZE: Rect = Rect::new(0, 0, 12, 5);

fn changes<'a>(before: &Buffer, after: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    before.diff_iter(after).collect()
}

fn by_pen(cells: &[(u16, u16, &Cell)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    draw(&mut bytes, cells.iter().copied()).unwrap();
    bytes
}

fn cell_by_cell(cells: &[(u16, u16, &Cell)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    CrosstermBackend::new(&mut bytes).draw(cells.iter().copied()).unwrap();
    bytes
}

/// What can be seen of each cell: its text, its background, and of text the colour and attributes.
fn seen(frames: &[&[u8]]) -> Vec<String> {
    let mut terminal = vt100::Parser::new(SIZE.height, SIZE.width, 0);
    frames.iter().for_each(|frame| terminal.process(frame));
    let show = |cell: &vt100::Cell| {
        let on_blank = (cell.bgcolor(), cell.underline(), cell.inverse());
        let blank = cell.contents().trim().is_empty();
        let on_text = (!blank || cell.inverse() || cell.underline()).then(|| cell.fgcolor());
        let weight = (!blank).then(|| (cell.bold(), cell.dim(), cell.italic()));
        format!("{:?} {on_blank:?} {on_text:?} {weight:?}", cell.contents().trim())
    };
    let cells = (0..SIZE.height).flat_map(|y| (0..SIZE.width).map(move |x| (y, x)));
    cells.filter_map(|(y, x)| terminal.screen().cell(y, x).map(show)).collect()
}

fn colour() -> impl Strategy<Value = Color> {
    prop_oneof![
        Just(Color::Reset),
        Just(Color::Red),
        Just(Color::White),
        (0..3_u8).prop_map(Color::Indexed),
        (0..3_u8).prop_map(|level| Color::Rgb(level, 200, 7)),
    ]
}

fn style() -> impl Strategy<Value = Style> {
    // Not bold and dim at once: terminals, the one of these tests too, are not of one mind about that.
    let weights = prop_oneof![Just(Modifier::empty()), Just(Modifier::BOLD), Just(Modifier::DIM)];
    let others = vec![Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED];
    let others = proptest::sample::subsequence(others, 0..3);
    (colour(), colour(), weights, others).prop_map(|(fg, bg, weight, others)| {
        let style = Style::reset().fg(fg).bg(bg).add_modifier(weight);
        others.into_iter().fold(style, Style::add_modifier)
    })
}

fn frame() -> impl Strategy<Value = Buffer> {
    let texts = prop_oneof![Just("  "), Just("a b"), Just("무역 x"), Just("\u{2588} ")];
    proptest::collection::vec((0..SIZE.width, 0..SIZE.height, texts, style()), 0..20).prop_map(|pieces| {
        let mut frame = Buffer::empty(SIZE);
        for (x, y, text, style) in pieces {
            frame.set_stringn(x, y, text, usize::from(SIZE.width - x), style);
        }
        frame
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_ways_show_the_same(first in frame(), second in frame()) {
        let (one, two) = (Buffer::empty(SIZE), &second);
        let (one, two) = (changes(&one, &first), changes(&first, two));
        let pairs = seen(&[&by_pen(&one), &by_pen(&two)]).into_iter().zip(seen(&[&cell_by_cell(&one), &cell_by_cell(&two)]));
        let different: Vec<_> = pairs.enumerate().filter(|(_, (pen, cell))| pen != cell).collect();
        prop_assert!(different.is_empty(), "{different:?}");
    }
}

#[test]
fn a_colour_is_named_once() {
    let mut frame = Buffer::empty(SIZE);
    let (red, blue) = (Style::new().fg(Color::Rgb(1, 0, 0)), Style::new().fg(Color::Rgb(0, 0, 1)));
    for (n, y) in (0..SIZE.height).enumerate() {
        frame.set_string(0, y, "a a", if n % 2 == 0 { red } else { blue });
    }
    let empty = Buffer::empty(SIZE);
    let cells = changes(&empty, &frame);
    let text = String::from_utf8(by_pen(&cells)).unwrap();
    assert_eq!((text.matches("38;2;1;0;0").count(), text.matches("38;2;0;0;1").count()), (1, 1), "{text:?}");
    assert!(text.len() < cell_by_cell(&cells).len());
}
