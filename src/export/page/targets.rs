//! Where targets stand.

use crate::domain::said_of;
use crate::say;
use crate::word;

use super::super::report::Report;
use super::{Chart, Column, Section, Table, codes};

pub(super) fn section(report: &Report) -> Section {
    let mut section = Section::new(report, "targets", word!("report.targets"));
    for (place, target) in report.targets.iter().enumerate() {
        let caption = say!(
            "report.target",
            series = codes::flow(&target.series),
            year = target.year,
            announced = said_of(&target.announced)
        );
        let mut table =
            Table::new(caption, [Column::text(word!("report.number")), Column::number(word!("report.value"))]);
        for (name, value) in &target.shown {
            table.push([name, value.as_str()]);
        }
        section.charts.push(Chart::Target(place));
        section.tables.push(table);
    }
    section
}
