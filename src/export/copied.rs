//! What a panel says, as text for the clipboard: with its evidence, and ready for a file of claims.

mod claims;

use std::fmt::Write as _;

use crate::app::State;
use crate::say;
use crate::ui::format::with_minus;
use crate::word;

use super::input::Input;
use super::markdown;
use super::page::{Page, Section, Table, codes};
use super::report::{Report, SourceEntry};
use super::text::{ended, parenthesis};

/// The forms, in the order in which a key goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Sentence, figures and evidence, and the figures as claims.
    Text,
    /// The tables as Markdown.
    Markdown,
    /// The tables with tabs between cells.
    Tsv,
}

impl Form {
    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Form {
        match self {
            Form::Text => Form::Markdown,
            Form::Markdown => Form::Tsv,
            Form::Tsv => Form::Text,
        }
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Form::Text => word!("report.text"),
            Form::Markdown => "Markdown",
            Form::Tsv => "TSV",
        }
    }
}

/// What a panel of the state says, in a form. What people read has their sign of negative numbers; cells of a spreadsheet
/// and claims have the one that programs read.
pub fn write(state: &State, panel: &'static str, form: Form) -> String {
    let report = Report::new(state.view(), &state.deck).only(panel);
    let report = if form == Form::Tsv { report } else { report.noting(state.negative) };
    let page = Page::of(&report);
    let sections = page.sections.iter();
    match form {
        Form::Text => {
            let said: String = sections.map(|section| remarked(&evidence(&report, section))).collect();
            let claims = claims::of(state, panel);
            let said = with_minus(&said, state.negative.in_report()).into_owned();
            if claims.is_empty() { said } else { format!("{said}\n{}", claims.join("\n")) }
        }
        Form::Markdown => {
            let tables: String =
                sections.flat_map(tables).map(|table| format!("\n{}", markdown::table(table))).collect();
            format!("{}\n{tables}", markdown::escaped(&heading(&report, &page)))
        }
        Form::Tsv => {
            let tables: Vec<String> = sections.flat_map(tables).map(tabbed).collect();
            format!("{}\n{}", heading(&report, &page), tables.join("\n"))
        }
    }
}

fn tables(section: &Section) -> impl Iterator<Item = &Table> {
    section.tables.iter().filter(|table| !table.rows.is_empty())
}

/// `Balance: Korea, 2023-02, as known on 2023-03-03 (per working day). Source: motir.`.
fn heading(report: &Report, page: &Page<'_>) -> String {
    let section = page.sections.first();
    let (title, note) = section.map(|it| (it.title.as_str(), it.note.as_str())).unwrap_or_default();
    format!("{title}: {}{}. {}", report.title(), parenthesis(note), report.source())
}

/// The sentence, then each number with status, release, source and series; or the tables' rows.
fn evidence(report: &Report, section: &Section) -> String {
    let mut text = format!("{}; {}\n", report.title(), report.basis());
    let _ = writeln!(text, "{}{}: {}", section.title, parenthesis(&section.note), ended(&section.sentence));
    let mut used: Vec<&str> = Vec::new();
    let figures = report.figures.iter().filter(|figure| section.panel == figure.panel());
    for figure in figures {
        let (inputs, name) = (&figure.inputs, &figure.id);
        let _ = writeln!(text, "{name}: {}{}", figure.shown(), parenthesis(&origin(figure.status, inputs)));
        used.extend(inputs.iter().filter_map(|input| input.source.as_deref()));
    }
    for row in report.leagues.iter().filter(|league| league.of == section.panel).flat_map(|league| &league.rows) {
        let Some(value) = row.number("value") else { continue };
        let growth = row.number("growth").map_or("..", |growth| growth.display.as_str());
        let (shown, unit) = (&value.display, &report.money_unit);
        let origin = parenthesis(&origin(value.status, &row.inputs));
        let _ = writeln!(text, "{}: {shown} {unit}, {growth}{origin}", row.name);
        used.extend(row.inputs.iter().filter_map(|input| input.source.as_deref()));
    }
    if used.is_empty() {
        for row in tables(section).flat_map(|table| &table.rows) {
            let cells: Vec<&str> = row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            let _ = writeln!(text, "{}", cells.join("; "));
        }
    }
    for source in report.sources.iter().filter(|source| used.contains(&source.id.as_str())) {
        let _ = writeln!(text, "{}", listed(source));
    }
    let _ = writeln!(text, "{}", report.maker());
    text
}

/// `provisional; released 2023-03-01; source motir; series export`.
fn origin(status: &str, inputs: &[Input]) -> String {
    let newest = inputs.iter().filter(|input| input.released.is_some()).max_by_key(|input| input.released.clone());
    let Some(input) = newest.or(inputs.first()) else { return codes::status(status).to_owned() };
    let released = input.released.as_ref().map(|date| say!("report.origin-released", date = date));
    let source = input.source.as_ref().map(|source| say!("report.origin-source", source = source));
    let series = say!("report.origin-series", series = input.series);
    [Some(codes::status(status).to_owned()), released, source, Some(series)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("; ")
}

/// A source on a line of its own.
fn listed(source: &SourceEntry) -> String {
    let SourceEntry { id, publisher, title, url } = source;
    say!("report.listed-source", id = id, publisher = publisher, title = title, url = url)
}

/// The text as a remark in TOML, so that all of it can be pasted into a file of claims.
fn remarked(text: &str) -> String {
    let line = |line: &str| {
        let visible: String = line.chars().filter(|letter| !letter.is_control()).collect();
        format!("# {visible}\n")
    };
    text.lines().map(line).collect()
}

/// A table with tabs between cells; words that a spreadsheet would take for a formula get an apostrophe.
fn tabbed(table: &Table) -> String {
    let titles: Vec<String> = table.columns.iter().map(|column| column.title.clone()).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&table.columns).map(|(cell, column)| {
            let plain: String = cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
            if column.numeric { plain } else { super::tidy::inert(&plain) }
        });
        cells.collect::<Vec<_>>().join("\t") + "\n"
    };
    std::iter::once(&titles).chain(&table.rows).map(line).collect()
}
