//! What changed between two dates: every revision and every new value, the largest first.

use ratatui::layout::Rect;

use crate::app::{Since, VerdictChange};
use crate::claims::Verdict;
use crate::config::Role;
use crate::indicators::revisions::Change;
use crate::words::{Language, language};
use crate::{say, word};

use super::super::format;
use super::super::overlay::{self, Page};
use super::super::prose::{Row, wrapped};
use super::super::scene::Scene;
use super::super::series_words;
use super::super::widgets::text;
use super::marks::REVISED;
use super::told;

/// Changes that are listed; of more the count is told.
const MOST: usize = 400;

/// Cells of the month, of a value, of a difference and of that in percent.
const MONTH: u16 = 10;
const VALUE: u16 = 11;
const PERCENT: u16 = 9;

/// Widest column of names.
const NAME: u16 = 48;

/// What changed.
pub fn page(scene: &Scene<'_>, screen: Rect, since: Since) -> Page {
    let room = overlay::room(screen).width;
    let columns = Columns::of(room);
    Page {
        title: word!("vintages.changes").to_owned(),
        right: format!("{}{}", unit_beside_date(scene), overlay::as_of(scene)),
        width: columns.width,
        rows: rows(scene, since, &columns),
    }
}

/// Right edges of the columns after the name.
struct Columns {
    width: u16,
    name: u16,
    month: u16,
    before: u16,
    after: u16,
    by: u16,
    percent: Option<u16>,
}

impl Columns {
    fn of(room: u16) -> Columns {
        let percent = if room >= 72 { PERCENT } else { 0 };
        let name = room.saturating_sub(MONTH + 3 * VALUE + percent + 2).min(NAME);
        let month = name + MONTH + 2;
        let (before, after, by) = (month + VALUE - 1, month + 2 * VALUE - 1, month + 3 * VALUE - 1);
        Columns { width: by + percent, name, month, before, after, by, percent: (percent > 0).then_some(by + percent) }
    }
}

fn rows(scene: &Scene<'_>, since: Since, columns: &Columns) -> Vec<Row> {
    let mut rows = verdicts(scene, columns);
    rows.extend(values(scene, since, columns));
    rows
}

/// The statements whose verdicts are others since the figures were read again; nothing where there are none.
fn verdicts(scene: &Scene<'_>, columns: &Columns) -> Vec<Row> {
    let changes = scene.state.changed_verdicts();
    if changes.is_empty() {
        return Vec::new();
    }
    let (plain, muted) = (scene.style(Role::Text), scene.style(Role::Muted));
    let title = Row::of(word!("news.verdicts-changed"), scene.style(Role::Strong));
    let title =
        title.until(columns.after, word!("news.as-spoken"), muted).until(columns.by, word!("news.as-known"), muted);
    let codes = |before: Verdict, after: Verdict| match before == after {
        true => after.code().to_owned(),
        false => format!("{} > {}", before.code(), after.code()),
    };
    let row = |change: &VerdictChange| {
        let name = text::fit(&change.id, columns.before.saturating_sub(4), scene.glyphs()).into_owned();
        Row::of(REVISED, scene.style(Role::Strong))
            .at(2, name, plain)
            .until(columns.after, codes(change.before.0, change.after.0), plain)
            .until(columns.by, codes(change.before.1, change.after.1), plain)
    };
    [title].into_iter().chain(changes.iter().map(row)).chain([Row::blank()]).collect()
}

fn values(scene: &Scene<'_>, since: Since, columns: &Columns) -> Vec<Row> {
    let muted = scene.style(Role::Muted);
    let Some((from, to)) = scene.state.compared(since) else {
        return wrapped(word!("vintages.nothing-earlier"), 0, columns.width, scene.style(Role::Text));
    };
    let changes = scene.state.changes(since);
    let revised: Vec<&Change> = changes.iter().filter(|change| change.by().is_some_and(|by| by != 0)).collect();
    let new: Vec<&Change> = changes.iter().filter(|change| change.before.is_none()).collect();
    let confirmed = changes.len() - revised.len() - new.len();
    let summary = say!(
        "vintages.summary",
        from = format::date(from),
        to = format::date(to),
        revised = revised.len(),
        new = new.len(),
        confirmed = confirmed
    );
    let mut rows = wrapped(&summary, 0, columns.width, scene.style(Role::Text));
    for (title, listed) in [(word!("vintages.title-revised"), revised), (word!("vintages.title-new"), new)] {
        if listed.is_empty() {
            continue;
        }
        rows.push(Row::blank());
        rows.push(heading(scene, title, columns));
        rows.extend(listed.iter().take(MOST).map(|change| row(scene, change, columns)));
        if listed.len() > MOST {
            rows.push(Row::of(say!("vintages.and-more", n = listed.len() - MOST), muted));
        }
    }
    rows
}

fn heading(scene: &Scene<'_>, title: &str, columns: &Columns) -> Row {
    let muted = scene.style(Role::Muted);
    let row = Row::of(title, scene.style(Role::Strong));
    let row =
        row.until(columns.before, word!("vintages.before"), muted).until(columns.after, word!("vintages.after"), muted);
    row.until(columns.by, by(scene), muted)
}

/// English says the unit over the column of differences; Korean has no room for it there and says it beside the date.
fn by(scene: &Scene<'_>) -> String {
    match language() {
        Language::English => format!("{} by", scene.numbers.unit()),
        Language::Korean => "증감".to_owned(),
    }
}

fn unit_beside_date(scene: &Scene<'_>) -> String {
    match language() {
        Language::English => String::new(),
        Language::Korean => format!("{}   ", scene.numbers.unit()),
    }
}

/// The sign says that it was revised; what is new has none.
fn row(scene: &Scene<'_>, change: &Change, columns: &Columns) -> Row {
    let (plain, strong, muted) = (scene.style(Role::Text), scene.style(Role::Strong), scene.style(Role::Muted));
    let told = told(scene, change);
    let name = series_words::name(scene.state.dataset(), change.key);
    let name = text::fit(&name, columns.name.saturating_sub(2), scene.glyphs()).into_owned();
    let mark = if change.before.is_some() { REVISED } else { " " };
    let row = Row::of(mark, strong)
        .at(2, name, plain)
        .until(columns.month, format::period(change.period), muted)
        .until(columns.before, told.before, muted)
        .until(columns.after, told.after, strong)
        .until(columns.by, told.by, strong);
    match columns.percent {
        Some(right) => row.until(right, told.percent, plain),
        None => row,
    }
}
