//! Terminals that draw ambiguous characters two cells wide: nothing on any screen may be one.

use unicode_width::UnicodeWidthStr as _;

use tradedeck::app::Action;
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::widgets::Glyphs;

use super::support::{Screen, Setup};

fn check(screen: &Screen, what: &str) {
    let buffer = screen.buffer();
    for (at, cell) in buffer.content.iter().enumerate() {
        let (x, y) = (at as u16 % buffer.area.width, at as u16 / buffer.area.width);
        assert_eq!(cell.symbol().width_cjk(), cell.symbol().width(), "{what}: {:?} at {x} {y}", cell.symbol());
    }
}

#[test]
fn no_character_can_take_two_cells_where_one_is_meant() {
    let setup = Setup { glyphs: Glyphs::Cjk, ..Setup::korea("2023-03-03").at("2023-02") };
    for (width, height) in [(80, 24), (120, 36), (200, 56)] {
        let mut screen = setup.screen(width, height);
        for language in ["English", "Korean"] {
            for panel in 0..PANELS.len() {
                for zoomed in [false, true] {
                    screen.show(panel, zoomed);
                    check(&screen, &format!("panel {panel}, {language}"));
                }
            }
            for key in ["w", "r", "i", "v", "=", "m", "?", ":", "F4"] {
                screen.press(key);
                check(&screen, &format!("{key}, {language}"));
                screen.press("Esc");
            }
            screen.press("b");
            for page in 0..PANELS.len() {
                screen.dashboard.act(Action::BriefingPage(page));
                check(&screen, &format!("page {page}, {language}"));
            }
            screen.press("Esc");
            screen.press("g");
        }
    }
}
