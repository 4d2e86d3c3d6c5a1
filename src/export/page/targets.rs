//! Where targets stand.

use super::super::report::Report;
use super::{Chart, Column, Section, Table};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "targets", "Targets");
    for (place, target) in report.targets.iter().enumerate() {
        let caption = format!("{} in {}, announced {}", target.series, target.year, target.announced);
        let mut table = Table::new(caption, [Column::text("number"), Column::number("value")]);
        for (name, value) in &target.shown {
            table.push([name, value.as_str()]);
        }
        section.charts.push(Chart::Target(place));
        section.tables.push(table);
    }
    section
}
