//! Frames as SVG: every cell is in it, and at its place.

mod png;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};

use tradedeck::app::Action;
use tradedeck::export::{Provenance, picture};
use tradedeck::ui::{panels, view};

use crate::screen::support::{Setup, korea};

fn provenance() -> Provenance {
    Provenance { title: "T".to_owned(), words: "W.".to_owned(), line: "T.".to_owned() }
}

fn svg(lines: &[&str]) -> String {
    let width = lines.iter().map(|line| unicode_width::UnicodeWidthStr::width(*line)).max().unwrap_or(0);
    let mut buf = Buffer::empty(Rect::new(0, 0, width as u16, lines.len() as u16));
    for (y, line) in lines.iter().enumerate() {
        buf.set_string(0, y as u16, line, Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Rgb(250, 251, 252)));
    }
    picture::to_svg(&buf, &provenance())
}

/// The outlines painted in a colour.
fn outline(svg: &str, fill: &str) -> String {
    let line = svg.lines().find(|line| line.starts_with(&format!("<path fill=\"{fill}\"")));
    line.and_then(|line| line.split(" d=\"").nth(1)).unwrap_or("").trim_end_matches("\"/>").to_owned()
}

/// What a block fills, as a table of the standard says it: of a cell 10 wide and 20 high.
#[test]
fn blocks_and_dots_are_exact() {
    for (symbol, expected) in [
        ("█", "M0 0h10v20h-10z"),
        ("▀", "M0 0h10v10h-10z"),
        ("▁", "M0 17.5h10v2.5h-10z"),
        ("▄", "M0 10h10v10h-10z"),
        ("▇", "M0 2.5h10v17.5h-10z"),
        ("▉", "M0 0h8.75v20h-8.75z"),
        ("▏", "M0 0h1.25v20h-1.25z"),
        ("▌", "M0 0h5v20h-5z"),
        ("▐", "M5 0h5v20h-5z"),
        ("▔", "M0 0h10v2.5h-10z"),
        ("▕", "M8.75 0h1.25v20h-1.25z"),
        ("▝", "M5 0h5v10h-5z"),
        ("▚", "M0 0h5v10h-5zM5 10h5v10h-5z"),
        ("▟", "M5 0h5v10h-5zM0 10h5v10h-5zM5 10h5v10h-5z"),
        ("⠁", "M1.2 1.2h2.6v2.6h-2.6z"),
        ("⢀", "M6.2 16.2h2.6v2.6h-2.6z"),
        ("⠤", "M1.2 11.2h2.6v2.6h-2.6zM6.2 11.2h2.6v2.6h-2.6z"),
        ("─", "M0 9.25h10v1.5h-10z"),
        ("┃", "M3.5 0h3v20h-3z"),
        ("┌", "M4.25 9.25h5.75v1.5h-5.75zM4.25 9.25h1.5v10.75h-1.5z"),
        ("┊", "M4.25 1.25h1.5v2.5h-1.5zM4.25 6.25h1.5v2.5h-1.5zM4.25 11.25h1.5v2.5h-1.5zM4.25 16.25h1.5v2.5h-1.5z"),
    ] {
        let drawn = svg(&[symbol]);
        assert_eq!(outline(&drawn, "#010203"), expected, "{symbol}");
        assert!(!drawn.contains(&format!(">{symbol}<")), "{symbol} is not left to a font");
    }
    for (symbol, density) in [("░", "0.25"), ("▒", "0.5"), ("▓", "0.75")] {
        assert!(svg(&[symbol]).contains(&format!("fill-opacity=\"{density}\" d=\"M0 0h10v20h-10z\"")), "{symbol}");
    }
}

/// Each letter has the place of its cell; one of two cells takes both.
#[test]
fn letters_keep_their_cells() {
    let drawn = svg(&["a반b █c", "  <&"]);
    assert!(drawn.contains("<text x=\"0 11.7 30\" y=\"16\" fill=\"#010203\">a반b</text>"), "{drawn}");
    assert!(drawn.contains("<text x=\"60\" y=\"16\" fill=\"#010203\">c</text>"), "{drawn}");
    assert!(drawn.contains("<text x=\"20 30\" y=\"36\" fill=\"#010203\">&lt;&amp;</text>"), "{drawn}");
    assert_eq!(outline(&drawn, "#010203"), "M50 0h10v20h-10z");
}

/// Behind both cells of a wide letter lies the ground of its panel, not that of an empty page.
#[test]
fn a_wide_letter_has_one_ground() {
    let mut buf = Buffer::empty(Rect::new(0, 0, 6, 2));
    buf.set_style(buf.area, Style::new().bg(Color::Rgb(9, 9, 9)));
    buf.set_string(1, 1, "수출", Style::new().fg(Color::Rgb(1, 2, 3)).bg(Color::Rgb(250, 251, 252)));
    let drawn = picture::to_svg(&buf, &provenance());
    assert_eq!(outline(&drawn, "#fafbfc"), "M10 20h40v20h-40z", "{drawn}");
    assert!(!drawn.contains("#ffffff"), "{drawn}");
    for panel in 0..panels::names().len() {
        let mut screen = Setup::of(korea()).screen(120, 36);
        screen.dashboard.act(Action::NextLanguage);
        screen.show(panel, true);
        let grounds = picture::to_svg(&screen.buffer(), &provenance());
        let grounds = grounds.split("</g>").next().unwrap();
        assert!(grounds.contains("fill=") && !grounds.contains("\"#ffffff\""), "{panel}");
    }
}

/// Whatever a panel draws with blocks, lines and dots is a shape, and every other letter is there.
#[test]
fn no_frame_leaves_a_block_to_a_font() {
    for (as_of, month) in [("2023-03-03", "2023-02"), ("2026-10-01", "2026-07")] {
        for (width, height) in [(80, 24), (120, 36), (200, 56)] {
            let mut screen = Setup::korea(as_of).at(month).screen(width, height);
            for panel in 0..panels::names().len() {
                screen.show(panel, true);
                let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
                view::draw_panel(&screen.dashboard.scene(), panel, "", &mut buf);
                let drawn = picture::to_svg(&buf, &provenance());
                let texts: Vec<&str> =
                    drawn.split("<text ").skip(1).map(|it| it.split("</text>").next().unwrap()).collect();
                let is_shape = |letter: char| {
                    ('\u{2500}'..='\u{259F}').contains(&letter) || ('\u{2800}'..='\u{28FF}').contains(&letter)
                };
                assert!(!texts.iter().any(|text| text.contains(is_shape)), "panel {panel}");
                let letters = buf.content.iter().filter(|cell| !cell.symbol().trim().is_empty());
                let letters = letters.filter(|cell| !cell.symbol().contains(is_shape)).count();
                // The last text is the line below the frame.
                let placed: usize =
                    texts.iter().rev().skip(1).map(|text| text.split('"').nth(1).unwrap().split(' ').count()).sum();
                assert_eq!(placed, letters, "panel {panel} at {width}x{height}");
            }
        }
    }
}

/// The same frame is the same file.
#[test]
fn pictures_are_reproducible() {
    let draw = || {
        let screen = Setup::korea("2023-03-03").screen(120, 36);
        let mut buf = Buffer::empty(Rect::new(0, 0, 120, 36));
        tradedeck::ui::draw(&screen.dashboard.scene(), &mut buf);
        picture::to_svg(&buf, &provenance())
    };
    assert_eq!(draw(), draw());
}
