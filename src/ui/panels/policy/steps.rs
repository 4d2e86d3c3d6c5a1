//! The steps of one measure, and how exports grew before and after it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::config::Role;
use crate::domain::{Flow, Period};
use crate::indicators::policy::{PolicyStanding, WINDOW, Window, window};
use crate::indicators::{Measured, Quantity};
use crate::say;
use crate::word;
use crate::words::{Language, language};

use super::super::super::format;
use super::super::super::lens_words;
use super::super::super::scene::Scene;
use super::super::super::widgets::text;
use super::{status_word, step_date};

/// Cells of a step's date.
const DATE: usize = 11;

/// Cells of its status.
const STATUS: u16 = 9;

/// Draws the steps. Gives the row below them.
pub(super) fn draw(scene: &Scene<'_>, area: Rect, standing: &PolicyStanding<'_>, buf: &mut Buffer) -> u16 {
    let mut y = area.y;
    let mut put = |line: &str, role: Role| {
        if y < area.bottom() {
            text::put(buf, area.x, y, line, scene.style(role), area.width);
        }
        y += 1;
    };
    put(&format!("[{}] {}", standing.letter, standing.policy.name.here()), Role::Strong);
    put(standing.policy.amount_on(scene.deck().as_of).here(), Role::Muted);
    for line in around(scene, standing) {
        put(&line.0, line.1);
    }
    put("", Role::Text);
    let known = standing.policy.known_on(scene.deck().as_of);
    for event in known {
        let date = step_date(event.date, event.day_unknown);
        let due = event.due.map(|due| say!("policy.due", date = format::date(due))).unwrap_or_default();
        let head = format!(
            "{}{date}  {}  ",
            " ".repeat(DATE.saturating_sub(text::width(&date).into())),
            text::padded(status_word(&event.status), STATUS)
        );
        let room = area.width.saturating_sub(text::width(&head));
        for (n, line) in text::wrap(&format!("{}{due}", event.text.here()), room).iter().enumerate() {
            let head = if n == 0 { head.clone() } else { " ".repeat(usize::from(text::width(&head))) };
            put(&format!("{head}{line}"), Role::Text);
        }
    }
    y
}

/// Growth in the months before and after, of exports and of the focus item, and what that does not mean.
fn around(scene: &Scene<'_>, standing: &PolicyStanding<'_>) -> Vec<(String, Role)> {
    let lensed = scene.deck().lensed();
    let month = Period::containing(standing.marked, scene.state.month().frequency());
    let words = |name: &str, window: &Window| {
        let shown = |measured: &Measured| scene.numbers.measured(measured, Quantity::Growth, 1);
        let known = match window.known_after {
            WINDOW => String::new(),
            known => say!("policy.window-known", n = known, all = WINDOW),
        };
        say!("policy.window", name = name, before = shown(&window.before), after = shown(&window.after), known = known)
    };
    let periods = format::periods_word(scene.state.month().frequency());
    let mut lines = vec![
        (String::new(), Role::Text),
        (say!("policy.window-title", n = WINDOW, periods = periods, month = format::period(month)), Role::Strong),
        (words(&subject(scene), &window(lensed, lensed.exports(), standing.marked)), Role::Text),
    ];
    if scene.deck().focus_item.is_some() {
        let focus = window(lensed, lensed.focus(), standing.marked);
        lines.push((words(&scene.focus_name_long(), &focus), Role::Text));
    }
    let note = word!("policy.no-cause");
    lines.push((note.to_owned(), Role::Muted));
    lines
}

/// `Exports`, with what the lens takes out of them.
pub(super) fn subject(scene: &Scene<'_>) -> String {
    let lens = scene.deck().lens();
    let excluding = lens_words::excluding(lens, scene.state.dataset());
    let per_day = lens.per_day.then(|| word!("panels.per-working-day").to_owned());
    let exports = lens_words::flow_name(Flow::Export).to_owned();
    let parts: Vec<String> = match language() {
        Language::English => [Some(exports), excluding, per_day].into_iter().flatten().collect(),
        Language::Korean => [excluding, per_day, Some(exports)].into_iter().flatten().collect(),
    };
    parts.join(" ")
}
