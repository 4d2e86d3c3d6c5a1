//! The lines above and below the panels: status, headline, data health, cursor, keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Notice;
use crate::config::Role;
use crate::domain::{Flow, SeriesKey};
use crate::indicators::FigureId;
use crate::indicators::health::Check;
use crate::say;
use crate::word;

use super::key_hints::keys_of;
use super::key_numbers::WITHHELD;
use super::scene::Scene;
use super::vintages::marks;
use super::widgets::text;
use super::widgets::{Glyphs, tint};
use super::{findings, format, lens_words, live, news};

/// Country, month and firmness at the left; as-of date, basis and next release at the right.
pub fn status(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    tint(buf, area, area, scene.style(Role::Surface));
    let deck = scene.deck();
    let dataset = scene.state.dataset();
    let end = area.right().saturating_sub(1);
    let mut x = area.x + 1;
    let country = dataset.name.here().to_uppercase();
    let put = |buf: &mut Buffer, x: u16, words: &str, role: Role| {
        text::put(buf, x, area.y, words, scene.style(role), end.saturating_sub(x))
    };
    x += put(buf, x, &country, Role::Accent) + 2;
    x += put(buf, x, &format::period_long(deck.month), Role::Strong) + 1;
    x += put(buf, x, firmness(scene), Role::Muted);
    if let Some(mark) = live::mark(scene.state) {
        x += 2 + put(buf, x + 2, &mark, Role::Warning);
    }
    let known = text::width(&right_parts(scene)[0]);
    let lens = lens_in(scene, end.saturating_sub(x + known + 6));
    if !lens.is_empty() {
        x += 2 + put(buf, x + 2, &lens, Role::Warning);
    }
    let room = usize::from(end.saturating_sub(x + 3));
    let right = right_parts(scene).into_iter().scan(0, |used, part| {
        *used += usize::from(text::width(&part)) + 3;
        (*used <= room + 3).then_some(part)
    });
    let right: Vec<String> = right.collect();
    text::put_right(buf, end, area.y, &right.join("   "), scene.style(Role::Muted), end.saturating_sub(x + 2));
}

/// What the lens changes, as far as there is room beside the date as of which everything is shown.
fn lens_in(scene: &Scene<'_>, room: u16) -> String {
    let lens = lens_words::all(scene.deck().lens(), scene.state.dataset());
    match text::width(&lens) <= room {
        true => lens,
        false if room >= 4 => word!("lines.lens").to_owned(),
        false => String::new(),
    }
}

/// The most important first: what does not fit is left out from the end.
fn right_parts(scene: &Scene<'_>) -> Vec<String> {
    let dataset = scene.state.dataset();
    let view = scene.state.view();
    let newest = if view.is_newest() { word!("lines.newest") } else { "" };
    let mut parts = vec![if dataset.has_release_dates() {
        say!("lines.as-known-on", date = format::date(view.as_of()), newest = newest)
    } else {
        word!("lines.no-release-dates").to_owned()
    }];
    if !dataset.basis.here().is_empty() {
        parts.push(format!("{}, {}", dataset.basis.here(), dataset.currency));
    }
    if let Some((date, release)) = dataset.next_release(view.as_of()) {
        let (date, zone) = (format::date(date), &dataset.timezone);
        parts.push(say!("lines.next-release", date = date, time = release.time, zone = zone).trim_end().to_owned());
    }
    parts
}

/// Which sides of the month are known, and how firmly.
pub fn firmness(scene: &Scene<'_>) -> &'static str {
    let exports = scene.figure(FigureId::Exports);
    let imports = scene.figure(FigureId::Imports);
    match (exports.is_known(), imports.is_known()) {
        (true, false) => word!("lines.exports-only"),
        (false, true) => word!("lines.imports-only"),
        (false, false) => word!("lines.nothing-published"),
        _ => exports.status.max(imports.status).word(),
    }
}

/// The sentence of the month.
pub fn headline(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let wording = scene.wording();
    let full = wording.headline();
    let sentence = if text::width(&full) <= area.width { full } else { wording.headline_short() };
    text::put(buf, area.x, area.y, &sentence, scene.style(Role::Strong), area.width);
}

/// What was checked and what was found, in the words of the screen.
pub fn health_parts(scene: &Scene<'_>) -> Vec<(String, bool)> {
    let health = &scene.deck().health;
    let frequency = scene.state.month().frequency();
    let mut parts = Vec::new();
    let (error, errors) = findings::errors(scene);
    // Gaps in the totals have words of their own.
    if let Some(error) = error.filter(|error| error.check != Check::Gap) {
        let more = if errors > 1 { say!("lines.more-errors", n = errors - 1) } else { String::new() };
        parts.push((format!("{}{more}", findings::short(error, scene.state.dataset())), false));
    }
    let (decisions, doubtful) = findings::decisions::count(scene.state.dataset());
    if doubtful > 0 {
        parts.push((say!("lines.doubtful-reading", n = doubtful, key = keys_of(scene, "health")), false));
    }
    match (health.identity_failures.len(), health.identities_checked) {
        (0, 0) => parts.push((word!("lines.nothing-to-check").to_owned(), true)),
        (0, checked) => parts.push((say!("lines.balances-add-up", n = checked), true)),
        (failed, checked) => parts.push((say!("lines.balances-differ", n = failed, all = checked), false)),
    }
    if !health.gaps.is_empty() {
        parts.push((
            say!(
                "lines.missing",
                count = format::counted(health.gaps.len(), frequency),
                first = format::period(health.gaps[0])
            ),
            false,
        ));
    }
    let noun = format::period_noun(health.provisional, frequency);
    parts.push((say!("lines.provisional", n = health.provisional, periods = noun), true));
    if decisions > 0 && doubtful == 0 {
        parts.push((say!("lines.notes-on-reading", n = decisions, key = keys_of(scene, "health")), true));
    }
    if let (Some(first), Some(last)) = (health.one_sided.first(), health.one_sided.last()) {
        let months = if first == last {
            format::period(*first)
        } else {
            say!("lines.span", first = format::period(*first), last = format::period(*last))
        };
        let no_imports = scene.deck().vintages.imports.reading(*last).is_none();
        let side = lens_words::flow_word(if no_imports { Flow::Export } else { Flow::Import });
        parts.push((say!("lines.one-side", months = months, side = side), true));
    }
    parts
}

/// What the user should know, where there is anything.
pub fn notice(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    let Some(notice) = scene.state.notices.first() else { return };
    let (mark, words, role) = match notice {
        Notice::Words(words) => ("!", words.as_str(), Role::Warning),
        Notice::Done(words) => (sound_mark(scene).0, words.as_str(), Role::Strong),
        Notice::News(words) => ("+", words.as_str(), Role::Strong),
        Notice::Refused(conflict) => ("!", lens_words::conflict(*conflict), Role::Warning),
    };
    text::put(buf, area.x, area.y, &format!("{mark} {words}"), scene.style(role), area.width);
}

/// The data-health line, or the notice where there is one.
pub fn health(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    if !scene.state.notices.is_empty() {
        return notice(scene, area, buf);
    }
    if let Some(problem) = scene.state.live().problem() {
        let words = format!("! {}", live::problem(problem));
        text::put(buf, area.x, area.y, &words, scene.style(Role::Warning), area.width);
        return;
    }
    let health = &scene.deck().health;
    let is_sound = health.is_sound() && findings::errors(scene).0.is_none();
    let (_, doubtful) = findings::decisions::count(scene.state.dataset());
    let (mark, role) = match is_sound && doubtful == 0 {
        true if health.identities_checked == 0 => ("-", Role::Muted),
        true => sound_mark(scene),
        false => ("!", Role::Warning),
    };
    let end = area.right();
    let mut x = area.x + text::put(buf, area.x, area.y, mark, scene.style(role), area.width) + 1;
    for (words, ok) in health_parts(scene) {
        let role = if ok { Role::Muted } else { Role::Warning };
        if x > area.x + 3 && x + text::width(&words) > end {
            break;
        }
        x += text::put(buf, x, area.y, &words, scene.style(role), end.saturating_sub(x)) + 3;
    }
}

/// Before what is as it should be.
fn sound_mark(scene: &Scene<'_>) -> (&'static str, Role) {
    match scene.glyphs() {
        Glyphs::Unicode | Glyphs::Cjk => ("✓", Role::Surplus),
        Glyphs::Ascii | Glyphs::Console => ("ok", Role::Muted),
    }
}

const TOTALS: [(FigureId, Flow); 3] =
    [(FigureId::Exports, Flow::Export), (FigureId::Imports, Flow::Import), (FigureId::Balance, Flow::Balance)];

/// The month under the cursor: its values, its rank, where they come from.
pub fn cursor(scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
    tint(buf, area, area, scene.style(Role::Surface));
    let deck = scene.deck();
    let end = area.right().saturating_sub(1);
    let month = format::period(deck.month).to_uppercase();
    let mut x = area.x + 1;
    x += text::put(buf, x, area.y, &month, scene.style(Role::Accent), end.saturating_sub(x)) + 2;
    for (id, flow) in TOTALS {
        let name = lens_words::flow_word(flow);
        let figure = scene.figure(id);
        let mark = match marks::revised(scene, flow, deck.month) {
            _ if scene.wording().is_withheld(id) => WITHHELD,
            Some(_) => marks::REVISED,
            None => "",
        };
        let value = scene.numbers.value(figure.value, figure.quantity(), 1 + scene.decimals());
        let value = format!("{value}{mark}");
        if x + text::width(name) + 2 + text::width(&value) > end {
            return;
        }
        x += text::put(buf, x, area.y, name, scene.style(Role::Muted), end.saturating_sub(x)) + 1;
        let own =
            if id == FigureId::Balance { scene.palette.of_sign(figure.signum()) } else { scene.style(Role::Strong) };
        let style = news::style(scene, SeriesKey::total(flow), deck.month, own);
        x += text::put(buf, x, area.y, &value, style, end.saturating_sub(x)) + 2;
    }
    let room = end.saturating_sub(x);
    let missing = marks::missing(scene).into_iter().find(|words| text::width(words) <= room);
    for part in missing.into_iter().chain(cursor_parts(scene)) {
        if x + text::width(&part) > end {
            return;
        }
        x += text::put(buf, x, area.y, &part, scene.style(Role::Muted), end.saturating_sub(x)) + 3;
    }
}

fn cursor_parts(scene: &Scene<'_>) -> Vec<String> {
    let deck = scene.deck();
    let dataset = scene.state.dataset();
    let mut parts: Vec<String> = marks::before(scene).into_iter().collect();
    if scene.wording().is_rank_withheld() {
        parts.push(word!("lines.rank-withheld").to_owned());
    } else if let Some(record) = &deck.records.balance {
        let since =
            deck.vintages.balance.first().map_or(String::new(), |first| say!("lines.since", year = first.year()));
        parts.push(say!("lines.balance-rank", rank = record.rank, count = record.count, since = since));
    }
    let newest = scene.figure(FigureId::Exports).inputs.first().map(|id| dataset.observation(*id));
    if let Some(observation) = newest {
        if let Some(date) = observation.release.date {
            let presumed = if observation.release.presumed { word!("lines.presumed") } else { "" };
            parts.push(say!("lines.released", date = format::date(date), presumed = presumed));
        }
        parts.extend(marks::expected(scene));
        if let Some(source) = observation.source {
            parts.push(say!("lines.source", id = dataset.source(source).id));
        }
    }
    parts
}
