//! Japan's trade statistics: e-Stat's tables of goods by country, a row for each year with the months across, in
//! thousand yen; and the time series of customs.go.jp, `Years/Months` down. Months not yet published are 0, `-Year` is
//! the sum of the months.

use crate::domain::{Flow, Period, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extract, Goods, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, areas, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "customs-japan",
    title: || word!("formats.customs-japan-title"),
    publisher: || word!("publishers.finance-japan"),
    known_by: || word!("formats.customs-japan"),
    detect,
    read,
};

const BY_GOODS: [&str; 4] = ["Exp or Imp", "Year", "HS", "Country"];
/// The customs house, where a table has one: a part of the same trade.
const HOUSE: &str = "Custom";
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TIME: &str = "years/months";

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&BY_GOODS) || sample.rows.iter().any(is_time_header)
}

/// `Years/Months`, with its Japanese name before it in some tables.
fn is_time_header(row: &Row<'_>) -> bool {
    time_column(row).is_some()
}

fn time_column(row: &Row<'_>) -> Option<usize> {
    row.cells().position(|cell| cell.to_lowercase().ends_with(TIME))
}

fn read(reading: &mut Reading<'_>) {
    let is_series = reading.document.rows().take(30).any(|row| is_time_header(&row));
    if is_series {
        time_series(reading)
    } else {
        by_goods(reading)
    }
    reading.extract.unpublish_zeros();
    reading.extract.valuation = Text::said(|| word!("import.valuation-fob-cif").to_owned());
}

fn japan(flow: Flow) -> Subject {
    Subject::total(flow, Unit::money("JPY", 3)).by(Area::country("JP", "Japan"))
}

fn by_goods(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&BY_GOODS) else { return };
    let columns: Vec<(usize, u32)> = (1..=12)
        .filter_map(|month| Some((header.find(&format!("Value-{}", MONTHS[month as usize - 1]))?, month)))
        .collect();
    let [Some(flow), Some(year), Some(goods), Some(country)] = BY_GOODS.map(|name| header.find(name)) else { return };
    let house = header.find(HOUSE);
    reading.extract.breakdowns = vec![HOUSE];
    reading.rows(&header, Width::Full, |row, extract| {
        let direction = match row.cell(flow) {
            "1" => Flow::Export,
            "2" => Flow::Import,
            _ => {
                return Err(row.problem(
                    flow,
                    say!("import.neither-1-export-nor", cell = row.quoted(flow)),
                    word!("import.download-file-again"),
                ));
            }
        };
        let Some(TimePeriod::Period(when)) = TimePeriod::parse(row.cell(year)) else {
            return Err(row.problem(
                year,
                say!("import.not-year", cell = row.quoted(year)),
                word!("import.download-file-again"),
            ));
        };
        let item = Goods::kind(row.cell(goods).trim_matches('\''), "", "HS");
        let mut subject = japan(direction).of(item).with(Area::country(row.cell(country), ""));
        subject.dimensions.extend(house.map(|at| (HOUSE.to_owned(), row.cell(at).to_owned())));
        for (at, month) in &columns {
            let period = TimePeriod::Period(Period::month(when.year(), *month));
            extract.add(subject.clone(), period, row.number(*at, &["-"])?, row.line);
        }
        Ok(())
    });
    reading.extract.remark(word!("import.columns-year-sums-months"));
}

fn time_series(reading: &mut Reading<'_>) {
    let Some(found) = reading.document.rows().take(30).find(is_time_header) else { return };
    let time = time_column(&found).unwrap_or(0);
    let rows = reading.document.rows().take_while(|row| !is_time_header(row)).count() + 1;
    let header = Header { names: found.cells().map(str::to_owned).collect(), rows };
    let below = reading.document.rows().nth(rows).filter(|row| TimePeriod::parse(row.cell(time)).is_none());
    let columns = columns(&header.names, below.as_ref());
    reading.rows(&Header { names: header.names.clone(), ..header }, Width::MayEndEarly, |row, extract| {
        let Some(period) = TimePeriod::parse(row.cell(time)) else { return other(row, extract) };
        for (at, subject) in &columns {
            extract.add(subject.clone(), period, row.number(*at, &["-"])?, row.line);
        }
        Ok(())
    });
}

/// The columns of values: `Exports` alone, or of a country that the heading names, with the flow in it or below:
/// `Korea Exp`; `Korea` above `Exports` and `Imports`, the second of them below a blank.
fn columns(names: &[String], below: Option<&Row<'_>>) -> Vec<(usize, Subject)> {
    let mut above = "";
    let mut columns = Vec::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.to_lowercase().ends_with(TIME)) {
        above = if name.is_empty() { above } else { name };
        let under = below.map_or("", |row| row.cell(at));
        let Some(flow) = flow_of(above).or_else(|| flow_of(under)) else { continue };
        let area = area_of(above);
        let subject = if area.is_empty() { japan(flow) } else { japan(flow).with(areas::area("", &area)) };
        columns.push((at, subject));
    }
    columns
}

/// A heading without words of flows and totals: what it says of a country.
fn area_of(heading: &str) -> String {
    let is_other = |word: &&str| flow_of(&format!("{word}-")).is_none() && !words::is_total(word);
    let words: Vec<&str> = heading.split([' ', '-', '/', '(', ')']).filter(|word| !word.is_empty()).collect();
    if words.iter().all(is_other) {
        heading.to_owned()
    } else {
        words.into_iter().filter(is_other).collect::<Vec<_>>().join(" ")
    }
}

/// `Exports`, `輸出`, `Exp-Total`.
fn flow_of(heading: &str) -> Option<Flow> {
    let lower = heading.to_lowercase();
    let short = |(start, flow)| lower.starts_with(start).then_some(flow);
    words::flow_of_heading(heading)
        .or_else(|| [("exp-", Flow::Export), ("imp-", Flow::Import)].into_iter().find_map(short))
}

/// Rows below the header that name no period: a second line of headings, notes.
fn other(row: &Row<'_>, extract: &mut Extract) -> Result<(), Problem> {
    extract.skip(word!("import.rows-headings-notes"), row.line);
    Ok(())
}
