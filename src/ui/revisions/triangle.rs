//! The triangle: rows of months, columns of releases; or of prints, where the releases are too many for the width.

use chrono::Datelike;

use crate::config::Role;
use crate::domain::view::Revision;
use crate::domain::{Date, Period, SeriesKey};
use crate::indicators::revisions::{Triangle, triangle};
use crate::word;
use crate::words::{Language, language};

use super::super::format;
use super::super::prose::Row;
use super::super::scene::Scene;
use super::amount;

/// Rows that it needs at the least: two of headings and two months.
pub(super) const LEAST: usize = 4;

/// The most months.
const MOST_MONTHS: usize = 24;

/// With fewer months in a column for each release, there is a column for each print.
const FEWEST_BY_RELEASE: i32 = 5;

/// Cells of the month, of a column of a release, of a column of a print.
const MONTH: u16 = 9;
const RELEASE: u16 = 9;
const PRINT: u16 = 11;

/// The months up to that of the cursor, in `height` rows at most.
pub(super) fn rows(scene: &Scene<'_>, key: SeriesKey, width: u16, height: usize) -> Vec<Row> {
    let (first, _) = scene.state.span();
    let last = scene.state.month();
    let months = height.saturating_sub(2).clamp(1, MOST_MONTHS) as i32;
    let months = months.min(last.since(first) + 1);
    let fit = usize::from(width.saturating_sub(MONTH) / RELEASE);
    let of = |months: i32| triangle(scene.state.view(), key, last.minus(months - 1), last);
    let by_release = (FEWEST_BY_RELEASE..=months).rev().map(of).find(|triangle| triangle.columns.len() <= fit);
    match by_release.filter(|triangle| !triangle.columns.is_empty()) {
        Some(triangle) => of_releases(scene, &triangle),
        None => of_prints(scene, key, (last.minus(months - 1), last), width),
    }
}

/// In each column what the release brought; a dot where it left the value as it was.
fn of_releases(scene: &Scene<'_>, triangle: &Triangle) -> Vec<Row> {
    let (muted, strong) = (scene.style(Role::Muted), scene.style(Role::Strong));
    let mut heads = [Row::of(word!("revisions.released"), muted), Row::blank()];
    for (right, date) in (1..).map(right_edge).zip(&triangle.columns) {
        let (day, year) = day_and_year(*date);
        heads = [
            std::mem::take(&mut heads[0]).until(right, day, muted),
            std::mem::take(&mut heads[1]).until(right, year, muted),
        ];
    }
    let same = scene.glyphs().pick('·', '.').to_string();
    let row = |row: &crate::indicators::revisions::triangle::Row| {
        let start = Row::of(format::period(row.period), month_style(scene, row.period));
        (1..).map(right_edge).zip(&row.cells).fold(start, |line, (right, cell)| match cell {
            None => line,
            Some(cell) if !cell.is_new => line.until(right, same.as_str(), muted),
            Some(cell) => {
                let value = amount(scene, triangle.key, cell.reading.value);
                line.until(right, format!("{value}{}", format::status_mark(cell.reading.status)), strong)
            }
        })
    };
    heads.into_iter().chain(triangle.rows.iter().map(row)).collect()
}

/// `1 Mar` and `2023`, or `3.1.` and `2023년`.
fn day_and_year(date: Date) -> (String, String) {
    let year = format::month_name(Period::annual(date.year()));
    match language() {
        Language::English => (format::date(date).trim_end_matches(&year).trim_end().to_owned(), year),
        Language::Korean => (format!("{}.{}.", date.month(), date.day()), year),
    }
}

const fn right_edge(column: u16) -> u16 {
    MONTH + column * RELEASE
}

/// In each column one print after the other; the last one has the newest, where not all have room.
fn of_prints(scene: &Scene<'_>, key: SeriesKey, (first, last): (Period, Period), width: u16) -> Vec<Row> {
    let (muted, strong) = (scene.style(Role::Muted), scene.style(Role::Strong));
    let fit = usize::from(width.saturating_sub(MONTH) / PRINT).max(1);
    let of = |period| (period, scene.state.view().revisions(key, period));
    let prints: Vec<(Period, Vec<Revision>)> = Period::span(first, last).map(of).collect();
    let most = prints.iter().map(|(_, prints)| prints.len()).max().unwrap_or(0);
    let columns = most.clamp(1, fit);
    let right = |column: usize| MONTH + PRINT * (column as u16 + 1);
    let title = |column: usize| match column {
        0 => word!("revisions.first-print").to_owned(),
        _ if column + 1 == columns && most > fit => word!("revisions.newest").to_owned(),
        _ => format::ordinal_digits(column as u32 + 1),
    };
    let head = (0..columns).fold(Row::blank(), |row, column| row.until(right(column), title(column), muted));
    let row = |(period, prints): &(Period, Vec<Revision>)| {
        let start = Row::of(format::period(*period), month_style(scene, *period));
        if prints.is_empty() {
            return start.until(right(0), "..", muted);
        }
        (0..columns.min(prints.len())).fold(start, |row, column| {
            let is_newest = column + 1 == columns && prints.len() > columns;
            let print = if is_newest { &prints[prints.len() - 1] } else { &prints[column] };
            let value = amount(scene, key, print.reading.value);
            row.until(right(column), format!("{value}{}", format::status_mark(print.reading.status)), strong)
        })
    };
    [head].into_iter().chain(prints.iter().map(row)).collect()
}

fn month_style(scene: &Scene<'_>, period: Period) -> ratatui::style::Style {
    scene.style(if period == scene.state.month() { Role::Strong } else { Role::Text })
}
