//! What stands around a page: what it is and its number above; source, date and clock, keys and distances below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Briefing;
use crate::app::briefing::PROGRESS;
use crate::config::Role;
use crate::indicators::FigureId;
use crate::say;
use crate::word;

use super::super::scene::Scene;
use super::super::widgets::{EIGHTHS, Glyphs, text};
use super::super::{format, key_hints, lens_words, lines};
use super::legibility::{GOOD, TEXT_CAPS, Wall};
use super::{line, set, title};

/// The panel, its month and the page's number; in big type where there is room.
pub fn head(scene: &Scene<'_>, briefing: &Briefing, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let (page, count) = (briefing.page + 1, scene.state.playlist.pages.len());
    let month = format::period_long(scene.state.month());
    let lens = lens_words::all(scene.deck().lens(), scene.state.dataset());
    let rows = if area.height >= 6 { 5 } else { 1 };
    let area = if rows > 1 { Rect { y: area.y + 1, height: area.height - 1, ..area } } else { area };
    if rows > 1 {
        let number = format!("{page}/{count}");
        let wide = set::wide(&number, rows);
        let right = Rect { x: area.right().saturating_sub(wide), ..area };
        line(scene, right, (&number, rows), scene.style(Role::Muted), buf);
        mark(scene, briefing, (right.x.saturating_sub(3), area.y), buf);
        let left = [format!("{month} {lens}").trim_end().to_owned(), month];
        let room = area.width.saturating_sub(wide + 6);
        if let Some(words) = left.into_iter().find(|words| set::wide(words, rows) <= room) {
            line(scene, area, (&words, rows), scene.style(Role::Muted), buf);
        }
        return;
    }
    let number = say!("briefing.page", page = page, count = count);
    let right = area.right().saturating_sub(2);
    let used = text::put_right_in(buf, right, area.y, &number, scene.style(Role::Muted), area.width, scene.glyphs());
    mark(scene, briefing, (right + 1, area.y), buf);
    let firmness = lines::firmness(scene);
    let parts = [title(scene), month, firmness.to_owned(), lens];
    let words = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ");
    let room = area.width.saturating_sub(used + 5);
    text::put_in(buf, area.x, area.y, text::clause(&words, room), scene.style(Role::Muted), room, scene.glyphs());
}

/// One cell that fills while the page's time goes; while it is held, a sign of that.
fn mark(scene: &Scene<'_>, briefing: &Briefing, (x, y): (u16, u16), buf: &mut Buffer) {
    if scene.state.playlist.seconds == 0 && !briefing.held {
        return;
    }
    let step = usize::from(briefing.progress.min(PROGRESS));
    let sign = match (scene.glyphs(), briefing.held) {
        (Glyphs::Unicode | Glyphs::Cjk, true) => '‖',
        (_, true) => '=',
        (Glyphs::Unicode | Glyphs::Cjk, false) => EIGHTHS[step],
        (_, false) => [' ', '.', '.', ':', ':', '-', '-', '#', '#'][step],
    };
    let area = buf.area;
    super::super::widgets::ink(buf, area, x, y, sign, scene.style(Role::Muted));
}

/// Where the numbers are from; as known on which date, and the time of day, which always stand.
pub fn source(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let clock = scene.state.clock.map(|clock| format!("{:02}:{:02}", clock.hour, clock.minute));
    let known = say!("briefing.as-known", date = format::date(scene.state.view().as_of()));
    let right = [Some(known), clock].into_iter().flatten().collect::<Vec<_>>().join("   ");
    let used =
        text::put_right_in(buf, area.right(), area.y, &right, scene.style(Role::Text), area.width, scene.glyphs());
    let source = source_words(scene).unwrap_or_default();
    let words = [note(scene), source.as_str()];
    let words = words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ");
    let room = area.width.saturating_sub(used + 3);
    text::put_in(buf, area.x, area.y, text::clause(&words, room), scene.style(Role::Muted), room, scene.glyphs());
}

/// The publisher of the month's figures and their basis, where there is a source.
pub fn source_words(scene: &Scene<'_>) -> Option<String> {
    let dataset = scene.state.dataset();
    let source = scene.figure(FigureId::Exports).inputs.iter().find_map(|id| dataset.observation(*id).source)?;
    let publisher = dataset.source(source).publisher.here();
    Some(say!("briefing.source", publisher = publisher, basis = dataset.basis.here()))
}

/// The user's note on the page.
pub fn note<'a>(scene: &Scene<'a>) -> &'a str {
    let page = scene.state.briefing.as_ref().and_then(|briefing| scene.state.playlist.pages.get(briefing.page));
    page.map_or("", |page| page.note.as_str())
}

/// Commands whose keys are shown together, and what they do here.
fn keys() -> [(&'static str, &'static str); 8] {
    [
        ("row.mark", word!("briefing.keys-next")),
        ("month.previous", word!("briefing.keys-back")),
        ("panel.zoom", word!("briefing.keys-hold")),
        ("briefing.blank", word!("briefing.keys-blank")),
        ("quit", word!("briefing.keys-leave")),
        ("range.shorter range.longer", word!("briefing.keys-size")),
        ("flags", word!("briefing.keys-footer")),
        ("briefing.speaker", word!("briefing.keys-speaker")),
    ]
}

/// Keys at the left, and how far the page reads at the right.
pub fn foot(scene: &Scene<'_>, caps: Option<(f64, f64)>, area: Rect, rows: u16, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    if !scene.state.notices.is_empty() {
        return lines::notice(scene, area, buf);
    }
    let mut used = 0;
    if let Some(caps) = caps {
        let words = reads(scene, caps, rows);
        let words = words.iter().find(|words| text::width(words) + 20 <= area.width).map_or("", String::as_str);
        used =
            text::put_right_in(buf, area.right(), area.y, words, scene.style(Role::Muted), area.width, scene.glyphs());
    }
    let mut x = area.x;
    for (commands, about) in keys() {
        let keys = key_hints::keys_of(scene, commands);
        let wide = text::width(&keys) + 1 + text::width(about);
        if keys.is_empty() || x + wide + 2 > area.right().saturating_sub(used) {
            continue;
        }
        x += text::put_in(buf, x, area.y, &keys, scene.style(Role::Strong), wide, scene.glyphs()) + 1;
        x += text::put_in(buf, x, area.y, about, scene.style(Role::Muted), wide, scene.glyphs()) + 2;
    }
}

/// How far headline, labels and this line can be read, the longest form first.
fn reads(scene: &Scene<'_>, (headline, labels): (f64, f64), rows: u16) -> [String; 2] {
    let wall = Wall { inches: scene.state.playlist.screen, rows };
    let reach = |caps: f64| metres(wall.reach(caps, GOOD));
    let (headline, labels, own) = (reach(headline), reach(labels), reach(TEXT_CAPS));
    [
        say!("briefing.reads", inches = wall.inches, headline = headline, labels = labels, text = own),
        say!("briefing.reads-short", headline = headline, labels = labels),
    ]
}

/// Metres, finer where they are few; never more than it is.
pub fn metres(distance: f64) -> String {
    if distance < 10.0 {
        format!("{:.1}", (distance * 10.0).floor() / 10.0)
    } else {
        format!("{:.0}", distance.floor())
    }
}
