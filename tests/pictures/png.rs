//! Frames as PNG: pixels where they belong, letters whole, and its source in the file.

use std::io::Cursor;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use unicode_width::UnicodeWidthStr as _;

use tradedeck::export::{Provenance, picture};
use tradedeck::ui::{panels, view};

use crate::screen::support::Setup;

const INK: [u8; 3] = [1, 2, 3];
const GROUND: [u8; 3] = [250, 251, 252];

/// Pixels of a cell.
const CELL: (usize, usize) = (16, 32);

struct Image {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Image {
    fn read(file: &[u8]) -> Image {
        let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
        Image { width: info.width as usize, height: info.height as usize, pixels }
    }

    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let start = (y * self.width + x) * 3;
        self.pixels[start..start + 3].try_into().unwrap()
    }

    /// The columns and rows of the smallest rectangle that holds all that is not the ground, within an area.
    fn bounds(&self, (left, top): (usize, usize), (width, height): (usize, usize)) -> Option<[usize; 4]> {
        let ground = self.at(left, top + height - 1);
        let all = (top..top + height).flat_map(|y| (left..left + width).map(move |x| (x, y)));
        let inked: Vec<(usize, usize)> = all.filter(|(x, y)| self.at(*x, *y) != ground).collect();
        let columns = inked.iter().map(|(x, _)| x - left);
        let rows = inked.iter().map(|(_, y)| y - top);
        Some([columns.clone().min()?, rows.clone().min()?, columns.max()?, rows.max()?])
    }
}

fn provenance(line: &str) -> Provenance {
    Provenance { title: "제목".to_owned(), words: "W.".to_owned(), line: line.to_owned() }
}

fn buffer(lines: &[&str]) -> Buffer {
    let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
    let mut buf = Buffer::empty(Rect::new(0, 0, width as u16, lines.len() as u16));
    let [ink, ground] = [INK, GROUND].map(|[r, g, b]| Color::Rgb(r, g, b));
    for (y, line) in lines.iter().enumerate() {
        buf.set_string(0, y as u16, line, Style::new().fg(ink).bg(ground));
    }
    buf
}

fn drawn(lines: &[&str]) -> Image {
    Image::read(&picture::to_png(&buffer(lines), &provenance("T.")).unwrap())
}

/// What blocks and lines fill, in pixels: left, top, right, bottom; all of it in pure ink, and nothing else.
#[test]
fn blocks_and_lines_are_exact() {
    for (symbol, [left, top, right, bottom]) in [
        ("█", [0, 0, 15, 31]),
        ("▀", [0, 0, 15, 15]),
        ("▁", [0, 28, 15, 31]),
        ("▇", [0, 4, 15, 31]),
        ("▏", [0, 0, 1, 31]),
        ("▉", [0, 0, 13, 31]),
        ("▐", [8, 0, 15, 31]),
        ("▔", [0, 0, 15, 3]),
        ("▝", [8, 0, 15, 15]),
        ("─", [0, 15, 15, 16]),
        ("│", [7, 0, 8, 31]),
        ("┃", [6, 0, 9, 31]),
        ("⠁", [2, 2, 5, 5]),
    ] {
        let image = drawn(&[symbol]);
        for y in 0..CELL.1 {
            for x in 0..CELL.0 {
                let is_inside = (left..=right).contains(&x) && (top..=bottom).contains(&y);
                let expected = if is_inside { INK } else { GROUND };
                assert_eq!(image.at(x, y), expected, "{symbol} at {x}, {y}");
            }
        }
    }
    let shades = ["░", "▒", "▓"].map(|symbol| drawn(&[symbol]).at(8, 8)[0]);
    assert!(shades[0] > 180 && (120..135).contains(&shades[1]) && shades[2] < 70, "{shades:?}");
}

/// A rounded corner meets the lines beside it.
#[test]
fn corners_meet_lines() {
    let image = drawn(&["╭─", "│ "]);
    for (x, y) in [(15, 15), (15, 16), (16, 15), (7, 31), (8, 31), (7, 32), (8, 32)] {
        assert_eq!(image.at(x, y), INK, "{x}, {y}");
    }
    assert_eq!(image.at(7, 15), GROUND, "the corner itself is round");
}

/// Letters keep their cells: Hangul takes both of its own, a mark that has one cell is whole in it.
#[test]
fn letters_keep_their_cells() {
    let image = drawn(&[" 한 ✓ W "]);
    assert!(image.bounds((0, 0), CELL).is_none() && image.bounds((48, 0), CELL).is_none(), "blanks are blank");
    let [left, top, right, bottom] = image.bounds((16, 0), (32, 32)).unwrap();
    assert!(left < 8 && right > 24 && top < 8 && bottom > 22, "한: {:?}", [left, top, right, bottom]);
    let [left, _, right, _] = image.bounds((64, 0), CELL).unwrap();
    assert!(left < 6 && right > 9, "✓ is whole: {left} to {right}");
    assert!(image.bounds((80, 0), CELL).is_none() && image.bounds((112, 0), CELL).is_none());
}

/// A name in any script of the basic plane is drawn, and no two alike; a letter that no font has is an empty box.
#[test]
fn names_in_other_scripts_are_drawn() {
    let draw = |letter: &str| picture::to_png(&buffer(&[letter]), &provenance("T.")).unwrap();
    let unknown = draw("\u{1F6A2}");
    for [one, other] in
        [["中", "国"], ["日", "本"], ["か", "カ"], ["Ж", "Я"], ["Ω", "α"], ["ş", "ğ"], ["→", "←"], ["±", "×"]]
    {
        let (first, second) = (draw(one), draw(other));
        assert!(first != second && first != unknown && second != unknown, "{one} {other}");
    }
    let (box_of, blank) = (Image::read(&unknown), Image::read(&draw("  ")));
    assert_ne!(box_of.pixels, blank.pixels, "nothing is lost without a trace");
}

/// Syllables written as jamo and letters with their accents apart are the same picture as in one.
#[test]
fn composition_does_not_matter() {
    let draw = |symbol: &str| {
        let mut buf = buffer(&["  "]);
        buf.cell_mut((0, 0)).unwrap().set_symbol(symbol);
        picture::to_png(&buf, &provenance("T.")).unwrap()
    };
    assert!(draw("한") == draw("\u{1112}\u{1161}\u{11AB}") && draw("é") == draw("e\u{301}"));
    assert!(draw("한") != draw("하"));
}

/// Whatever stands in a cell of a real frame leaves ink there.
#[test]
fn no_letter_of_a_frame_is_lost() {
    for (width, height) in [(80, 24), (100, 30)] {
        let mut screen = Setup::korea("2026-10-01").at("2026-07").screen(width, height);
        for panel in 0..panels::names().len() {
            screen.show(panel, true);
            let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
            view::draw_panel(&screen.dashboard.scene(), panel, "", &mut buf);
            let image = Image::read(&picture::to_png(&buf, &provenance("T.")).unwrap());
            assert_eq!(image.width, usize::from(width) * CELL.0);
            for (at, cell) in buf.content.iter().enumerate() {
                let (x, y) = (at % usize::from(width), at / usize::from(width));
                // What fills its cell alike leaves no ground to compare with.
                let is_letter = !matches!(cell.symbol(), "" | " " | "█" | "░" | "▒" | "▓" | "\u{2800}");
                if is_letter && cell.fg != cell.bg {
                    let inked = image.bounds((x * CELL.0, y * CELL.1), CELL);
                    assert!(inked.is_some(), "panel {panel}: `{}` at {x}, {y}", cell.symbol());
                }
            }
        }
    }
}

/// The source is below the cells whatever the width, and in the file's own words.
#[test]
fn the_source_is_in_the_picture_and_in_the_file() {
    let line = "Korea, 2026-07, as known on 2026-10-01. Source: kcs-api.";
    let rows = |columns: usize| {
        let file = picture::to_png(&buffer(&[&"x".repeat(columns)]), &provenance(line)).unwrap();
        let reader = png::Decoder::new(Cursor::new(file.as_slice())).read_info().unwrap();
        let texts: Vec<(String, String)> =
            reader.info().utf8_text.iter().map(|it| (it.keyword.clone(), it.get_text().unwrap())).collect();
        let expected = [("Title", "제목"), ("Description", "W."), ("Source", line)];
        assert_eq!(texts, expected.map(|(keyword, text)| (keyword.to_owned(), text.to_owned())));
        let image = Image::read(&file);
        let below = image.height - CELL.1;
        let [_, top, right, bottom] = image.bounds((0, CELL.1), (image.width, below)).unwrap();
        assert!(top > 4 && bottom < below - 4 && right < image.width - 4, "{columns}: the line is whole");
        (below - 16) / 24
    };
    assert_eq!((rows(80), rows(30)), (1, 2));
    assert!(rows(10) > 4, "a narrow picture has more lines");
}

#[test]
fn a_picture_is_reproducible_and_has_its_limits() {
    let draw = || picture::to_png(&buffer(&["한글 abc ▁▂▃"]), &provenance("T."));
    assert_eq!(draw().unwrap(), draw().unwrap());
    let large = Buffer::empty(Rect::new(0, 0, 1000, 101));
    assert!(picture::to_png(&large, &provenance("T.")).unwrap_err().contains("100000 cells"));
    assert!(picture::to_png(&Buffer::default(), &provenance("T.")).is_err());
}
