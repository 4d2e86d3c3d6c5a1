//! A report as people read it: sections of sentences, tables and charts, before any format.

mod claims;
pub(super) mod codes;
mod figures;
mod health;
mod leagues;
mod policy;
mod streaks;
mod table;
mod targets;

use std::borrow::Cow;

use crate::ui::format::with_minus;
use crate::word;

use super::report::{Report, SeriesOf};

pub(super) use table::{Column, Table};

/// The whole page.
#[derive(Debug)]
pub(super) struct Page<'a> {
    pub(super) report: &'a Report,
    /// The sentence of the month.
    pub(super) headline: String,
    pub(super) sections: Vec<Section>,
    /// The table of sources.
    pub(super) sources: Table,
}

/// What one panel says and shows.
#[derive(Debug)]
pub(super) struct Section {
    /// Name of the panel; `health` for the checks, which have none.
    pub(super) panel: &'static str,
    pub(super) title: String,
    /// What the lens does to it; empty where it does nothing.
    pub(super) note: String,
    pub(super) sentence: String,
    pub(super) charts: Vec<Chart>,
    pub(super) tables: Vec<Table>,
    pub(super) remarks: Vec<String>,
}

/// What is drawn where pictures can be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Chart {
    /// One column for each period.
    Columns(SeriesOf),
    /// Exports and imports.
    Lines,
    /// A bar for each row: its contribution to growth. The league's place in the report.
    Contributions(usize),
    /// Done, pace and goal of a target. Its place in the report.
    Target(usize),
}

impl<'a> Page<'a> {
    /// The page of a report: all panels, or the one that it is restricted to.
    pub(super) fn of(report: &'a Report) -> Page<'a> {
        let sections = vec![
            figures::balance(report),
            streaks::section(report),
            figures::focus_item(report),
            targets::section(report),
            leagues::section(report, 0),
            leagues::section(report, 1),
            claims::section(report),
            policy::section(report),
            health::section(report),
        ];
        let shown = sections.into_iter().filter(|it| report.shows(it.panel));
        Page {
            report,
            headline: with_minus(&report.headlines.headline, report.minus).into_owned(),
            sections: shown.map(|section| section.noting(report.minus)).collect(),
            sources: sources(report),
        }
    }
}

impl Section {
    /// A section with the sentence and lens note of its panel, and nothing else yet.
    fn new(report: &Report, panel: &'static str, title: impl Into<String>) -> Section {
        let sentence = report.headlines.by_panel().into_iter().find(|(name, _)| *name == panel);
        Section {
            panel,
            title: title.into(),
            note: report.lens_notes.get(panel).cloned().unwrap_or_default(),
            sentence: sentence.map(|(_, sentence)| sentence.to_owned()).unwrap_or_default(),
            charts: Vec::new(),
            tables: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// The same with another sign of negative numbers.
    fn noting(mut self, minus: char) -> Section {
        let cells = self.tables.iter_mut().flat_map(|table| table.rows.iter_mut().flatten());
        for text in cells.chain(&mut self.remarks).chain([&mut self.sentence]) {
            if let Cow::Owned(noted) = with_minus(text, minus) {
                *text = noted;
            }
        }
        self
    }
}

fn sources(report: &Report) -> Table {
    let mut table = Table::new(
        word!("report.sources"),
        [
            Column::text(word!("report.source")),
            Column::text(word!("report.publisher")),
            Column::text(word!("report.title")),
            Column::text(word!("report.address")),
        ],
    );
    for source in &report.sources {
        table.push([&source.id, &source.publisher, &source.title, &source.url]);
    }
    table
}
