//! The projection on the screen: never drawn without its interval and its tested error.

use tradedeck::app::Action;
use tradedeck::ui::panels;
use tradedeck::words::Language;

use super::support::{Screen, Setup, korea};

/// The interval and the error of July 2026, whatever row they are broken at.
const SAID: [&str; 2] = ["80%", "3.4%"];

#[test]
fn a_projection_is_drawn_only_where_its_error_is_said() {
    let targets = panels::names().into_iter().position(|name| name == "targets").unwrap();
    let mut drawn = 0;
    for width in [60, 72, 80, 91, 96, 104, 120, 160, 200] {
        for height in (20..57).step_by(4) {
            let mut screen: Screen = Setup::of(korea()).at("2026-07").screen(width, height);
            screen.show(targets, true);
            for _ in Language::ALL {
                let name = match screen.state().language {
                    Language::English => "projection",
                    Language::Korean => " 전망",
                };
                let text = screen.text();
                let is_said = SAID.iter().all(|word| text.contains(word));
                let is_drawn = text.lines().any(|row| row.trim_end().ends_with(name));
                assert!(is_said || !is_drawn, "{width}x{height}: {text}");
                let must_be_said = [(80, 24), (120, 36), (200, 56)].contains(&(width, height));
                assert!(is_said || !must_be_said, "{width}x{height}: {text}");
                drawn += usize::from(is_drawn);
                screen.dashboard.act(Action::NextLanguage);
            }
        }
    }
    assert!(drawn > 30, "{drawn}");
}
