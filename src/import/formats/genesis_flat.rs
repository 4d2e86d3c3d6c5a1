//! Destatis GENESIS, flat CSV (`ffcsv`): `;`, a row for each value, columns of codes and names in numbered groups. A
//! month is a year in `time` and an attribute such as `MONAT01`.

use crate::domain::Period;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Mark, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "genesis-flat",
    title: || word!("formats.genesis-flat-title"),
    publisher: || word!("publishers.destatis"),
    known_by: || word!("formats.genesis-flat"),
    detect,
    read,
};

const COLUMNS: [&str; 4] = ["statistics_code", "time", "value", "value_unit"];

/// `-` is exactly zero there.
const MISSING: [&str; 6] = [".", "x", "...", "…", "/", ""];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS)
}

/// A dimension: the columns of its name and of its value.
type Group = (usize, usize);

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [_, Some(time), Some(value), Some(unit)] = COLUMNS.map(|name| header.find(name)) else { return };
    let measure = header.any(&["value_variable_label", "value_variable_code"]);
    let groups: Vec<Group> = (1..=9).filter_map(|number| group(&header, number)).collect();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let Some(period) = period(row, time, &groups) else {
            return Err(row.problem(
                time,
                say!("import.not-period-2", cell = row.quoted(time)),
                word!("import.download-table-again"),
            ));
        };
        let number = if row.cell(value) == "-" {
            Some(super::super::extract::Decimal::whole(0))
        } else {
            row.number_with(value, &MISSING, Mark::Comma)?
        };
        let name = row.at(measure);
        let mut subject = match words::flow_of_heading(name) {
            Some(flow) => Subject::total(flow, Unit::parse(row.cell(unit))),
            None => Subject::other(name, Unit::parse(row.cell(unit))),
        };
        subject.reporter = Area::country("DE", "Germany");
        for (name, code) in groups.iter().filter(|(_, code)| span(row.cell(*code)).is_none()) {
            subject.dimensions.push((row.cell(*name).to_owned(), row.cell(*code).to_owned()));
        }
        extract.add(subject, period, number, row.line);
        Ok(())
    });
}

fn group(header: &Header, number: usize) -> Option<Group> {
    let find = |end: &str| header.find(&format!("{number}_variable_{end}"));
    Some((find("code")?, find("attribute_code")?))
}

/// `MONAT01` is the first month, `QUART2` the second quarter.
fn span(code: &str) -> Option<(i32, u32)> {
    let months = code.strip_prefix("MONAT").map(|number| (12, number));
    let (per_year, number) = months.or_else(|| code.strip_prefix("QUART").map(|number| (4, number)))?;
    let number = number.parse::<u32>().ok().filter(|number| (1..=per_year as u32).contains(number))?;
    Some((per_year, number))
}

fn period(row: &Row<'_>, time: usize, groups: &[Group]) -> Option<TimePeriod> {
    let year = TimePeriod::parse(row.cell(time))?;
    match groups.iter().find_map(|(_, code)| span(row.cell(*code))) {
        Some((12, month)) => Some(TimePeriod::Period(Period::month(year.period()?.year(), month))),
        Some((_, quarter)) => Some(TimePeriod::Period(Period::quarter(year.period()?.year(), quarter))),
        None => Some(year),
    }
}
