//! Records: how the month stands in its series, the longest runs, the highest values.

mod subjects;
mod words;

use ratatui::layout::Rect;

use crate::config::Role;
use crate::domain::{Frequency, Period, Ratio};
use crate::indicators::ranking::{Ranked, ranked};
use crate::indicators::{Run, Span, Standing, seasonality};
use crate::{say, word};

use super::format::{self, Sign};
use super::lens_words;
use super::overlay::{self, Page};
use super::prose::{Row, flowed, labelled, side_by_side, wrapped};
use super::scene::Scene;
use subjects::{Subject, subjects};
use words::Passed;

/// Values of a list of the highest.
const HIGHEST: usize = 5;

/// Least width of a column, and of a page that has another beside it.
const COLUMN: u16 = 34;

/// Cells between columns.
const GAP: u16 = 4;

/// Column of the words after the labels.
const LABEL: u16 = 14;

/// The records of the series at the cursor.
pub fn page(scene: &Scene<'_>, screen: Rect) -> Page {
    let subjects = subjects(scene);
    let room = overlay::room(screen).width;
    let (count, widest) = if subjects.len() > 1 { (subjects.len() as u16, 52) } else { (2, 60) };
    let fit = (room + GAP) / (COLUMN + GAP);
    let count = if fit >= count { count } else { 1 };
    let width = ((room + GAP) / count - GAP.min(room)).min(if count == 1 { 74 } else { widest });
    let columns = match subjects.as_slice() {
        [] => vec![wrapped(word!("records.no-series"), 0, width, scene.style(Role::Text))],
        [one] => flowed(sections(scene, one, width), usize::from(count)),
        many => {
            let blocks = many.iter().map(|subject| flowed(sections(scene, subject, width), 1).concat()).collect();
            if count == 1 { flowed(blocks, 1) } else { blocks }
        }
    };
    let used = columns.len() as u16;
    Page {
        title: word!("records.title").to_owned(),
        right: format!("{}  {}", format::period(scene.state.month()), overlay::as_of(scene)),
        width: used * (width + GAP) - GAP.min(used * (width + GAP)),
        rows: side_by_side(columns, width, GAP),
    }
}

fn sections(scene: &Scene<'_>, subject: &Subject, width: u16) -> Vec<Vec<Row>> {
    let month = scene.state.month();
    let same = |period: Period| period.index() == month.index();
    let mut sections = vec![standing(scene, subject, width), runs(scene, subject, width)];
    sections.push(highest(scene, subject, word!("records.highest"), ranked(&subject.vintage, month, |_| true)));
    if month.frequency() != Frequency::Annual {
        let title = say!("records.highest-for", month = format::month_name_long(month));
        sections.push(highest(scene, subject, &title, ranked(&subject.vintage, month, same)));
    }
    sections.retain(|section| !section.is_empty());
    sections
}

/// The value of the month and its places.
fn standing(scene: &Scene<'_>, subject: &Subject, width: u16) -> Vec<Row> {
    let (text, muted, strong) = (scene.style(Role::Text), scene.style(Role::Muted), scene.style(Role::Strong));
    let month = scene.state.month();
    let value = subject.record.map(|record| {
        let open = subject.vintage.reading(month).filter(|reading| reading.status.is_open());
        let status = open.map(|reading| format!(", {}", reading.status.word())).unwrap_or_default();
        format!("{}{status}", amount(scene, subject, record.value))
    });
    let mut rows = vec![Row::of(subject.name.as_str(), strong).until(width, scene.numbers.unit(), muted)];
    let lens = scene.state.lens();
    let words = lens_words::all(lens, scene.state.dataset());
    if !words.is_empty() {
        rows.extend(wrapped(&say!("overlays.lens", words = words), 0, width, scene.style(Role::Warning)));
    }
    if lens.span == Span::YearToDate {
        rows.extend(wrapped(word!("records.single-periods"), 0, width, muted));
    }
    let mut line = |label: &str, words: &str, style| {
        rows.extend(labelled((label, muted), (words, style), LABEL, width));
    };
    line(&format::period(month), value.as_deref().unwrap_or(word!("records.not-known")), strong);
    let has_gaps = words::missing(&subject.vintage, month) > 0;
    if let Some(record) = &subject.record {
        line(word!("records.place"), &words::rank(record, has_gaps), text);
        if month.frequency() != Frequency::Annual {
            let tied = is_tied_in_month(subject, month, record.value);
            line(
                &say!("records.as-month", month = format::month_name(month)),
                &words::rank_same_month(record, tied, has_gaps),
                text,
            );
        }
        let then = |standing: Standing| match standing {
            Standing::Since { period, .. } => subject.vintage.value(period).map(|value| amount(scene, subject, value)),
            Standing::Record { .. } => None,
        };
        let (highest, lowest) = (then(record.highest), then(record.lowest));
        let highest = words::standing(record, record.highest, Passed::Higher, highest);
        line(word!("records.highest-since"), &highest, text);
        let lowest = words::standing(record, record.lowest, Passed::Lower, lowest);
        line(word!("records.lowest-since"), &lowest, text);
        if let Some((period, value)) = record.best_before {
            line(
                word!("records.best-before"),
                &format!("{}, {}", amount(scene, subject, value), format::period(period)),
                text,
            );
        }
    }
    if let Some(words) = seasonal(scene, subject) {
        line(word!("records.of-year"), &words, text);
    }
    if let Some(words) = words::coverage(&subject.vintage, month) {
        rows.extend(wrapped(&words, 0, width, muted));
    }
    rows
}

/// `8.6% on average (7.9 to 9.3) over 36 years; the peak in 2`: of flows alone, whose years are sums without signs.
fn seasonal(scene: &Scene<'_>, subject: &Subject) -> Option<String> {
    let month = scene.state.month();
    let is_flow = subject.vintage.iter().all(|(_, reading)| reading.is_none_or(|reading| reading.value >= 0));
    let plain = scene.state.lens().span == Span::Single;
    let shares = seasonality::month_shares(&subject.vintage, month);
    let share = shares.iter().find(|share| share.index == month.index()).filter(|_| is_flow && plain)?;
    let shown = |value: Ratio| scene.numbers.decimal(value, 1, Sign::Never);
    (share.years > 1 && month.frequency() != Frequency::Annual).then(|| {
        let peak = if share.peaks > 0 { say!("records.peak", n = share.peaks) } else { String::new() };
        let (mean, least, most) = (shown(share.mean), shown(share.least), shown(share.greatest));
        say!("records.share", mean = mean, least = least, most = most, n = share.years, peak = peak)
    })
}

fn is_tied_in_month(subject: &Subject, month: Period, value: i64) -> bool {
    let equal = |(period, reading): (Period, Option<&crate::domain::Reading>)| {
        period < month && period.index() == month.index() && reading.is_some_and(|reading| reading.value == value)
    };
    subject.vintage.iter().any(equal)
}

/// The longest runs, and the one that the month is in.
fn runs(scene: &Scene<'_>, subject: &Subject, width: u16) -> Vec<Row> {
    let (text, muted) = (scene.style(Role::Text), scene.style(Role::Muted));
    let comparison = scene.state.lens().comparison;
    let title = match subject.is_balance() {
        true => word!("records.longest").to_owned(),
        false => {
            let base = lens_words::on_base(comparison, scene.state.dataset().frequency);
            say!("records.longest-on", base = base)
        }
    };
    let mut rows = wrapped(&title, 0, width, scene.style(Role::Strong));
    for kind in subject.kinds {
        let runs: Vec<&Run> = subject.streaks.of(kind).collect();
        let words = words::longest(&runs).unwrap_or_else(|| word!("records.none-known").to_owned());
        rows.extend(labelled((&capitalised(words::runs_name(kind)), muted), (&words, text), LABEL, width));
    }
    let current = subject.kinds.iter().find_map(|kind| subject.streaks.current(*kind));
    if let Some(run) = current {
        let style = scene.style(Role::Strong);
        let runs: Vec<&Run> = subject.streaks.of(run.kind).collect();
        let has_gaps = words::missing(&subject.vintage, scene.state.month()) > 0;
        rows.extend(labelled(
            (word!("records.now"), muted),
            (&words::current(run, &runs, has_gaps), style),
            LABEL,
            width,
        ));
    }
    if subject.kinds.iter().any(|kind| words::is_doubtful(&subject.streaks.of(*kind).collect::<Vec<_>>())) {
        rows.extend(wrapped(word!("records.may-be-longer"), 0, width, muted));
    }
    rows
}

/// The highest values with their dates; the month's own is marked.
fn highest(scene: &Scene<'_>, subject: &Subject, title: &str, values: Vec<Ranked>) -> Vec<Row> {
    if values.is_empty() {
        return Vec::new();
    }
    let (text, muted, strong) = (scene.style(Role::Text), scene.style(Role::Muted), scene.style(Role::Strong));
    let mut rows = vec![Row::of(title, strong)];
    for ranked in values.iter().take(HIGHEST) {
        let is_now = ranked.period == scene.state.month();
        let mark = format::status_mark(ranked.status);
        let style = if is_now { strong } else { text };
        let row = Row::of(if is_now { ">" } else { " " }, strong)
            .until(5, ranked.rank.to_string(), muted)
            .until(LABEL, amount(scene, subject, ranked.value), style)
            .at(LABEL + 1, mark, muted)
            .at(LABEL + 3, format::period(ranked.period), style);
        rows.push(row);
    }
    if values.len() > HIGHEST && values[HIGHEST].rank == values[HIGHEST - 1].rank {
        rows.push(Row::blank().at(2, word!("records.others-as-high"), muted));
    }
    rows
}

fn amount(scene: &Scene<'_>, subject: &Subject, value: i64) -> String {
    let sign = if subject.is_balance() { Sign::Always } else { Sign::Minus };
    scene.numbers.amount(Ratio::whole(i128::from(value)), 2, sign)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
