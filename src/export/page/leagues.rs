//! Items and partners.

use crate::say;
use crate::word;

use super::super::report::{LeagueEntry, Report, RowEntry};
use super::{Chart, Column, Section, Table, codes};

pub(super) fn section(report: &Report, place: usize) -> Section {
    let panel = report.leagues[place].of;
    let mut section =
        Section::new(report, panel, if panel == "items" { word!("report.items") } else { word!("report.partners") });
    let league = &report.leagues[place];
    let measures = measures(league);
    if measures.is_empty() {
        return section;
    }
    let caption =
        say!("report.flow-in", flow = codes::flow(league.flow), unit = report.money_unit, scheme = league.scheme);
    let mut table = Table::new(
        caption.trim_end(),
        [Column::text(if panel == "items" { word!("report.item") } else { word!("report.partner") })],
    );
    table.columns.extend(measures.iter().map(|measure| Column::number(codes::measure(measure))));
    table.columns.push(Column::text(word!("report.run")));
    let is_known = |row: &&RowEntry| row.numbers.iter().any(|number| number.undefined.is_none());
    let (known, unknown): (Vec<&RowEntry>, Vec<&RowEntry>) = league.rows.iter().partition(is_known);
    for row in known {
        table.push(cells(row, &measures));
    }
    if !unknown.is_empty() {
        let names: Vec<&str> = unknown.iter().map(|row| row.name.as_str()).collect();
        section.remarks.push(say!("report.nothing-known-of", names = names.join(", ")));
    }
    section.tables.push(table);
    section.charts.push(Chart::Contributions(place));
    section
}

/// The measures that any row but the total has a number for, in their order.
fn measures(league: &LeagueEntry) -> Vec<&'static str> {
    let mut measures = Vec::new();
    for number in league.rows.iter().filter(|row| row.kind == "part").flat_map(|row| &row.numbers) {
        if number.undefined.is_none() && !measures.contains(&number.measure) {
            measures.push(number.measure);
        }
    }
    let order = league.rows.iter().flat_map(|row| &row.numbers).map(|number| number.measure);
    let place = |measure: &&str| order.clone().position(|other| other == *measure);
    measures.sort_by_key(place);
    measures
}

fn cells(row: &RowEntry, measures: &[&str]) -> Vec<String> {
    let name = if row.within.is_some() { say!("report.of-which", name = row.name) } else { row.name.clone() };
    let number = |measure: &&str| row.number(measure).map(|number| number.display.clone()).unwrap_or_default();
    let run = row.run.as_ref().map(|run| run.shown()).unwrap_or_default();
    std::iter::once(name).chain(measures.iter().map(number)).chain([run]).collect()
}
