//! US Census Bureau, Excel: the top partners of each state, a column for each year; and `country.xlsx`, a row for each
//! country and year with months across, `IJAN` for imports and `EJAN` for exports. Million dollars; months not yet
//! published are 0. Exhibits of the monthly release too.

use crate::domain::{Flow, Period, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Extent, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, areas, census_exhibit, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "census-excel",
    title: || word!("formats.census-excel-title"),
    publisher: || word!("publishers.us-census"),
    known_by: || word!("formats.census-excel"),
    detect,
    read,
};

const STATES: [&str; 3] = ["statename", "rank", "countryd"];
const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&STATES)
        || sample.has_row_with(&["IJAN", "EJAN", "CTYNAME"])
        || census_exhibit::is_exhibit(&sample.rows)
}

fn read(reading: &mut Reading<'_>) {
    let head: Vec<Row<'_>> = reading.document.rows().take(60).collect();
    let is_states = head.iter().any(|row| row.cells().any(|cell| cell == "statename"));
    match () {
        () if is_states => states(reading),
        () if census_exhibit::is_exhibit(&head) => census_exhibit::read(reading),
        () => countries(reading),
    }
    reading.extract.valuation = Text::said(|| word!("import.valuation-fas").to_owned());
}

fn states(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&STATES) else { return };
    let titles: Vec<String> = reading
        .document
        .rows()
        .take(header.rows)
        .flat_map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let flow = reading.choices.flow.or_else(|| titles.iter().find_map(|title| words::flow_of_heading(title)));
    let Some(flow) = flow else {
        let problem = reading.document.problem(word!("import.titles-do-not-say"), word!("import.say-flow"));
        return reading.problems.push(problem);
    };
    reading.extract.title =
        titles.iter().find(|title| words::flow_of_heading(title).is_some()).cloned().unwrap_or_default();
    let years: Vec<(usize, TimePeriod)> = header
        .names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| Some((at, TimePeriod::parse(name.strip_prefix("val")?)?)))
        .collect();
    let [Some(state), _, Some(country)] = STATES.map(|name| header.find(name)) else { return };
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let name = row.cell(country);
        if row.cell(state).is_empty() || name.is_empty() {
            extract.skip(word!("import.rows-notes"), row.line);
            return Ok(());
        }
        let partner = areas::area("", name);
        let is_sum = name.starts_with("Top ") || name.starts_with("Other");
        let partner = if is_sum { partner.being(Extent::Group) } else { partner };
        let subject = Subject::total(flow, Unit::money("USD", 6)).by(Area::country("", row.cell(state))).with(partner);
        for (at, year) in &years {
            extract.add(subject.clone(), *year, row.number(*at, &["-", "(X)", "N/A"])?, row.line);
        }
        Ok(())
    });
    reading.extract.remark(word!("import.columns-shares-changes-left"));
}

fn countries(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&["IJAN", "EJAN", "CTYNAME"]) else { return };
    let column = |flow: char, month: usize| header.find(&format!("{flow}{}", MONTHS[month]));
    let months: Vec<(usize, Flow, u32)> = [('I', Flow::Import), ('E', Flow::Export)]
        .into_iter()
        .flat_map(|(letter, flow)| {
            (0..12).filter_map(move |month| Some((column(letter, month)?, flow, month as u32 + 1)))
        })
        .collect();
    let (Some(year), Some(name)) = (header.any(&["year"]), header.find("CTYNAME")) else { return };
    let code = header.find("CTY_CODE");
    reading.rows(&Header { names: header.names.clone(), rows: header.rows }, Width::MayEndEarly, |row, extract| {
        let Some(TimePeriod::Period(when)) = TimePeriod::parse(row.cell(year)) else {
            return Err(row.problem(
                year,
                say!("import.not-year", cell = row.quoted(year)),
                word!("import.download-file-again"),
            ));
        };
        let partner = partner(row.at(code), row.cell(name));
        for (at, flow, month) in &months {
            let subject = Subject::total(*flow, Unit::money("USD", 6))
                .by(Area::country("US", "United States"))
                .with(partner.clone());
            let value = row.number(*at, &["-"])?;
            extract.add(subject, TimePeriod::Period(Period::month(when.year(), *month)), value, row.line);
        }
        Ok(())
    });
    zeros_are_missing_in_open_months(reading);
    reading.extract.remark(word!("import.columns-iyr-eyr-sums"));
}

fn partner(code: &str, name: &str) -> Area {
    let area = areas::area("", name);
    let is_group = code.starts_with("00") || area.extent == Extent::Group;
    let extent = match name {
        "World, Not Seasonally Adjusted" => Extent::Whole,
        // The same totals adjusted: beside the others, not among them.
        "World, Seasonally Adjusted" => Extent::Group,
        _ if is_group => Extent::Group,
        _ => area.extent,
    };
    Area::country(code, name).being(extent)
}

/// Months after the last one in which any country traded.
fn zeros_are_missing_in_open_months(reading: &mut Reading<'_>) {
    let facts = &mut reading.extract.facts;
    let traded = |value: Option<Decimal>| value.is_some_and(|value| value.digits != 0);
    let last = facts.iter().filter(|fact| traded(fact.value)).map(|fact| fact.period).max();
    for fact in facts.iter_mut().filter(|fact| last.is_none_or(|last| fact.period > last)) {
        fact.value = None;
    }
}
