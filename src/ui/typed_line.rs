//! The line being typed, and above it what completes it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthChar;

use crate::app::prompt::{Candidate, Kind, candidates};
use crate::app::{COMMANDS, Prompt};
use crate::config::Role;
use crate::{say, word};

use super::overlay::clear;
use super::panels::card;
use super::scene::Scene;
use super::widgets::{text, tint};

/// Completions shown at once.
const MOST_ROWS: u16 = 10;

/// Cells that the names of completions can have.
const NAMES: u16 = 60;

/// Draws the line on `last`, the screen's last row, and its completions above it.
pub fn draw(scene: &Scene<'_>, screen: Rect, last: Rect, buf: &mut Buffer) {
    let Some(prompt) = &scene.state.prompt else { return };
    clear(scene, last, buf);
    draw_line(scene, prompt, Rect { x: last.x + 1, width: last.width.saturating_sub(2), ..last }, buf);
    if let Some(list) = List::of(scene, screen) {
        list.draw(scene, prompt, buf);
    }
}

fn draw_line(scene: &Scene<'_>, prompt: &Prompt, area: Rect, buf: &mut Buffer) {
    let mark = if prompt.kind == Kind::Command { ":" } else { "/" };
    let used = text::put(buf, area.x, area.y, mark, scene.style(Role::Accent), area.width);
    let room = area.width.saturating_sub(used);
    if room == 0 {
        return;
    }
    let (visible, before, under) = visible(prompt.text(), prompt.cursor(), usize::from(room));
    let x = area.x + used;
    let end = x + text::put(buf, x, area.y, &visible, scene.style(Role::Strong), room);
    let cursor = Rect::new(x + before, area.y, under.max(1), 1).intersection(area);
    tint(buf, cursor, cursor, scene.style(Role::Strong).add_modifier(Modifier::REVERSED));
    let hint = word!("typed.keys");
    if area.right().saturating_sub(end) > text::width(hint) + 3 {
        text::put_right(buf, area.right(), area.y, hint, scene.style(Role::Muted), area.width);
    }
}

/// The part of a text that is shown in `room` cells so that the cursor is on it; the cells before the cursor in
/// it, and those of the character under the cursor.
fn visible(line: &str, cursor: usize, room: usize) -> (String, u16, u16) {
    let mut columns = 0;
    let cells: Vec<(usize, char, usize)> = line
        .chars()
        .map(|letter| {
            let (at, wide) = (columns, letter.width().unwrap_or(0));
            columns += wide;
            (at, letter, wide)
        })
        .collect();
    let under = cells.iter().find(|(at, _, wide)| *at == cursor && *wide > 0).map_or(1, |(.., wide)| *wide);
    let least = (cursor + under).saturating_sub(room);
    let start = cells.iter().map(|(at, ..)| *at).find(|at| *at >= least).unwrap_or(columns);
    let shown = cells.iter().filter(|(at, _, wide)| *at >= start && at + wide <= start + room);
    let cells = |cells: usize| u16::try_from(cells).unwrap_or(u16::MAX);
    (shown.map(|(_, letter, _)| letter).collect(), cells(cursor.saturating_sub(start)), cells(under))
}

/// The completion under a cell, by its place in the list of all.
pub fn candidate_at(scene: &Scene<'_>, screen: Rect, x: u16, y: u16) -> Option<usize> {
    let list = List::of(scene, screen)?;
    let inner = list.inner(scene);
    inner.contains((x, y).into()).then(|| list.first + usize::from(y - inner.y))
}

/// The completions that are shown, and where.
struct List {
    all: Vec<Candidate>,
    first: usize,
    area: Rect,
    names: u16,
}

impl List {
    fn of(scene: &Scene<'_>, screen: Rect) -> Option<List> {
        let all = candidates(scene.state);
        let frame = card(scene, "", "", "", true);
        let probe = Rect::new(0, 0, 20, 20);
        let around = probe.height - frame.inner(probe).height;
        let above = screen.height.saturating_sub(1 + around);
        let shown = above.min(MOST_ROWS).min(u16::try_from(all.len()).unwrap_or(u16::MAX));
        if shown == 0 || screen.width < 12 {
            return None;
        }
        let chosen = scene.state.prompt.as_ref().and_then(|prompt| prompt.chosen).unwrap_or(0);
        let last = all.len() - usize::from(shown);
        let first = chosen.saturating_sub(usize::from(shown) / 2).min(last);
        let about = all.iter().map(|candidate| text::width(&about(scene, candidate))).max().unwrap_or(0);
        let most = screen.width.saturating_sub(about + 8).clamp(20, NAMES);
        let names = all.iter().map(|candidate| text::width(&candidate.text)).max().unwrap_or(0).min(most);
        let width = (names + 2 + about + 8).max(36).min(screen.width);
        let height = shown + around;
        let area = Rect::new(screen.x, screen.bottom() - 1 - height, width, height);
        Some(List { all, first, area, names })
    }

    fn inner(&self, scene: &Scene<'_>) -> Rect {
        card(scene, "", "", "", true).inner(self.area)
    }

    fn draw(&self, scene: &Scene<'_>, prompt: &Prompt, buf: &mut Buffer) {
        clear(scene, self.area, buf);
        let title = if prompt.kind == Kind::Command { word!("typed.commands") } else { word!("typed.found") };
        let shown = usize::from(self.inner(scene).height);
        let count = match self.all.len() {
            all if all > shown => say!("typed.shown", first = self.first + 1, last = self.first + shown, all = all),
            all => all.to_string(),
        };
        let inner = card(scene, "", title, &count, true).render(self.area, buf);
        let rows = self.all.iter().enumerate().skip(self.first);
        for (y, (index, candidate)) in (inner.top()..inner.bottom()).zip(rows) {
            let is_chosen = prompt.chosen == Some(index);
            let row = Rect { y, height: 1, ..inner };
            if is_chosen {
                tint(buf, row, row, scene.style(Role::Selection));
            }
            let (mark, role) = if is_chosen { (">", Role::Strong) } else { (" ", Role::Text) };
            text::put(buf, row.x, y, mark, scene.style(role), row.width);
            text::put(
                buf,
                row.x + 2,
                y,
                &candidate.text,
                scene.style(role),
                self.names.min(row.width.saturating_sub(2)),
            );
            let x = row.x + 2 + self.names + 2;
            let room = row.right().saturating_sub(x);
            text::put(buf, x, y, &about(scene, candidate), scene.style(Role::Muted), room);
        }
    }
}

/// What a completion is: of a command, what the help says.
fn about(scene: &Scene<'_>, candidate: &Candidate) -> String {
    let name = candidate.text.as_str();
    let is_command = COMMANDS.iter().any(|command| command.name == name) || name.starts_with("panel.");
    let bind = scene.keymap.binds().iter().find(|bind| bind.command == name).filter(|_| is_command);
    match bind {
        Some(bind) if candidate.about.is_empty() => bind.about.here().to_owned(),
        _ => candidate.about.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_scrolls_with_its_cursor() {
        assert_eq!(visible("abc", 3, 10), ("abc".to_owned(), 3, 1));
        assert_eq!(visible("abcdef", 6, 4), ("def".to_owned(), 3, 1));
        assert_eq!(visible("abcdef", 0, 4), ("abcd".to_owned(), 0, 1));
        assert_eq!(visible("반도체", 6, 5), ("도체".to_owned(), 4, 1));
        assert_eq!(visible("반도체", 2, 4), ("반도".to_owned(), 2, 2));
        assert_eq!(visible("", 0, 1), (String::new(), 0, 1));
    }

    #[test]
    fn the_cursor_is_always_in_the_room() {
        let line = "without 반도체, ships, 한국 and 미국 x";
        let ends = line.char_indices().map(|(at, _)| text::width(&line[..at]));
        for cursor in ends.chain([text::width(line)]) {
            for room in 2..50 {
                let (shown, before, under) = visible(line, usize::from(cursor), room);
                assert!(usize::from(before + under) <= room, "cursor {cursor}, room {room}");
                assert!(usize::from(text::width(&shown)) <= room);
            }
        }
    }
}
