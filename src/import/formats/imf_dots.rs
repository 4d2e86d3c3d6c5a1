//! Direction of Trade Statistics of the International Monetary Fund, CSV of data.imf.org until 2025: reporter, indicator and
//! counterpart down, periods of all frequencies across; or a period in each row and the indicators across ("panel").
//! The scale is not in the file.

use crate::domain::{Flow, Problem};
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Extract, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, areas, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "imf-dots",
    title: || word!("formats.imf-dots-title"),
    publisher: || word!("publishers.imf"),
    known_by: || word!("formats.imf-dots"),
    detect,
    read,
};

const COLUMNS: [&str; 4] = ["Country Name", "Country Code", "Counterpart Country Name", "Counterpart Country Code"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS)
}

/// A column of values.
enum Column {
    /// Of this period.
    At(TimePeriod),
    /// Of this indicator; the period is in the row.
    Of(String),
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let indicator = header.find("Indicator Code");
    let (time, value) = (header.find("Time Period"), header.find("Value"));
    let attribute = header.find("Attribute");
    let columns = columns(&header, value);
    reading.extract.assume_whole_units();
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        if !["", "Value"].contains(&row.at(attribute)) {
            extract.skip(word!("import.rows-without-value-attributes"), row.line);
            return Ok(());
        }
        let places = COLUMNS.map(|name| row.at(header.find(name)));
        for (at, column) in &columns {
            match (column, time) {
                (Column::At(period), _) => add(extract, row, *at, places, row.at(indicator), *period)?,
                (Column::Of(code), Some(time)) => {
                    let code = if code.is_empty() { row.at(indicator) } else { code };
                    add(extract, row, *at, places, code, row.period(time)?)?;
                }
                (Column::Of(_), None) => {}
            }
        }
        Ok(())
    });
}

/// Columns of values: of a period, of an indicator (`Goods, Value of Exports … (TXG_FOB_USD)`), or of what the row says.
fn columns(header: &Header, value: Option<usize>) -> Vec<(usize, Column)> {
    let code = |name: &str| Some(name.rsplit_once('(')?.1.trim_end_matches(')').to_owned());
    let column = |(at, name): (usize, &String)| {
        let of_code = || code(name).filter(|code| words::flow_of_indicator(code).is_some()).map(Column::Of);
        let of_row = || (Some(at) == value).then(|| Column::Of(String::new()));
        let found = TimePeriod::parse(name).map(Column::At).or_else(of_code).or_else(of_row);
        found.map(|column| (at, column))
    };
    header.names.iter().enumerate().filter_map(column).collect()
}

fn add(
    extract: &mut Extract,
    row: &Row<'_>,
    at: usize,
    [reporter, reporter_code, partner, partner_code]: [&str; 4],
    indicator: &str,
    period: TimePeriod,
) -> Result<(), Problem> {
    let unit = if indicator.ends_with("_USD") { Unit::money("USD", 0) } else { Unit::Unknown };
    let mut subject = match words::flow_of_indicator(indicator) {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(indicator, unit),
    };
    if subject.flow() == Some(Flow::Import) {
        // Imports are given with freight and insurance, and without.
        subject.dimensions.push(("INDICATOR".to_owned(), indicator.to_owned()));
    }
    let subject = subject.by(areas::area(reporter_code, reporter)).with(areas::area(partner_code, partner));
    extract.add(subject, period, row.number(at, &[])?, row.line);
    Ok(())
}
