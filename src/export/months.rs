//! Reports of several months as one: a table of the months, then each of them. What holds for the date and for no month
//! (claims, measures, data health) stands once, with the last.

use serde::Serialize;

use crate::domain::said_of;
use crate::say;
use crate::ui::format::with_minus;
use crate::word;

use super::page::{Column, Page, Table};
use super::report::{FigureEntry, Report};
use super::{html, json, markdown, text, tidy};

/// Name and version of the JSON schema: reports of [`super::SCHEMA`] in a list.
pub const SCHEMA: &str = "tradedeck.reports/1";

/// The figures of the table of months, by their ids; the focus item's share follows.
const FIGURES: [&str; 5] = ["exports", "exports_yoy", "imports", "imports_yoy", "balance"];

/// At least one report, oldest first, all of one dataset, date and lens.
#[derive(Debug)]
pub struct Months(Vec<Report>);

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    reports: &'a [Report],
}

impl Months {
    /// Of these months.
    pub fn new(reports: Vec<Report>) -> Months {
        Months(reports)
    }

    /// As indented JSON with a final line break; every report is whole.
    pub fn to_json(&self) -> String {
        json::pretty(&Document { schema: SCHEMA, version: env!("CARGO_PKG_VERSION"), reports: &self.0 })
    }

    /// As text for a terminal.
    pub fn to_text(&self) -> String {
        let months: String = self.pages().iter().map(|page| format!("\n\n{}", text::write(page))).collect();
        format!("{}\n\n{}{months}", self.title(), text::aligned(&self.table()))
    }

    /// As Markdown with tables.
    pub fn to_markdown(&self) -> String {
        let months: String = self.pages().iter().map(|page| format!("\n{}", markdown::write(page))).collect();
        format!("# {}\n\n{}{months}", markdown::escaped(&self.title()), markdown::table(&self.table()))
    }

    /// As tidy CSV: the rows of all months below one header.
    pub fn to_csv(&self) -> String {
        tidy::write(self.0.iter().enumerate().map(|(at, report)| (report, self.is_last(at))))
    }

    /// As one page of HTML that needs nothing else.
    pub fn to_html(&self) -> String {
        html::of_months(&self.title(), &self.table(), &self.pages())
    }

    fn is_last(&self, at: usize) -> bool {
        at + 1 == self.0.len()
    }

    /// The months as pages; the last has the sections that are about no month.
    fn pages(&self) -> Vec<Page<'_>> {
        let page = |(at, report)| {
            let mut page = Page::of(report);
            page.sections.retain(|section| self.is_last(at) || !Report::is_of_the_date(section.panel));
            page
        };
        self.0.iter().enumerate().map(page).collect()
    }

    /// `Korea, 2026-01 to 2026-07, as known on 2026-10-01`.
    fn title(&self) -> String {
        let (Some(first), Some(last)) = (self.0.first(), self.0.last()) else { return String::new() };
        say!(
            "months.title",
            name = last.dataset.name,
            first = said_of(&first.month),
            last = said_of(&last.month),
            date = said_of(&last.as_of)
        )
    }

    /// One row for each month.
    fn table(&self) -> Table {
        let mut table = Table::new(word!("months.caption"), [Column::time(word!("months.month"))]);
        let Some(last) = self.0.last() else { return table };
        let shares = last.figures.iter().filter(|figure| figure.is_focus() && figure.id.ends_with("_share"));
        let ids: Vec<&str> = FIGURES.into_iter().chain(shares.map(|figure| figure.id.as_str())).collect();
        let figure = |report: &'_ Report, id: &str| report.figures.iter().position(|figure| figure.id == id);
        let titles = ids.iter().filter_map(|id| Some(last.figures[figure(last, id)?].titled()));
        table.columns.extend(titles.map(Column::number));
        for report in &self.0 {
            let cells = ids.iter().filter_map(|id| Some(report.figures[figure(report, id)?].display.as_str()));
            let noted = cells.map(|cell| with_minus(cell, report.minus).into_owned());
            table.push(std::iter::once(report.month.clone()).chain(noted));
        }
        table
    }
}

impl FigureEntry {
    /// `Exports, $bn`: the name, with the unit that its numbers are shown without.
    fn titled(&self) -> String {
        let name = &self.name;
        if self.display_unit.is_empty() { name.clone() } else { format!("{name}, {}", self.display_unit) }
    }
}
