//! ComexStat of Brazil, CSV in English or Portuguese: year and month in two columns, whole dollars FOB. A column of flows
//! is there only if both were asked for.

use std::collections::HashSet;

use crate::domain::{Flow, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Goods, Mark, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "comexstat",
    title: || word!("formats.comexstat-title"),
    publisher: || word!("publishers.brazil"),
    known_by: || word!("formats.comexstat"),
    detect,
    read,
};

const YEAR: [&str; 2] = ["Year", "Ano"];
const MONTH: [&str; 2] = ["Month", "Mês"];
const VALUE: [&str; 4] = ["US$ FOB", "Valor US$ FOB", "Valor FOB (US$)", "FOB Value (US$)"];
const FLOW: [&str; 2] = ["Flow", "Fluxo"];
const COUNTRY: [&str; 3] = ["Country", "País", "Países"];
const CODE: [&str; 8] =
    ["HS8 Code", "HS6 Code", "HS4 Code", "HS2 Code", "Código NCM", "Código SH6", "Código SH4", "Código SH2"];
const NAME: [&str; 8] = [
    "HS8 Description",
    "HS6 Description",
    "HS4 Description",
    "HS2 Description",
    "Descrição NCM",
    "Descrição SH6",
    "Descrição SH4",
    "Descrição SH2",
];

fn is_header(row: &Row<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| row.has_all(&[name]));
    has(&YEAR) && has(&VALUE)
}

/// Whole dollars: `1.234.567` and `100.000` have points between thousands, `853234.0` has been through pandas.
fn dollars(row: &Row<'_>, at: usize) -> Result<Option<Decimal>, Problem> {
    match Decimal::parse_with(row.cell(at), Mark::Comma).filter(|_| !row.cell(at).contains(',')) {
        Some(whole) => Ok(Some(whole)),
        None => row.number(at, &["-"]),
    }
}

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.iter().take(30).any(is_header)
}

fn read(reading: &mut Reading<'_>) {
    let Some((at, first)) = reading.document.rows().take(30).enumerate().find(|(_, row)| is_header(row)) else {
        let problem =
            reading.document.problem(word!("import.no-header-year-value"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: at + 1 };
    let (Some(year), Some(value)) = (header.any(&YEAR), header.any(&VALUE)) else { return };
    let (month, flow, country) = (header.any(&MONTH), header.any(&FLOW), header.any(&COUNTRY));
    let (code, name) = (header.any(&CODE), header.any(&NAME));
    let said = reading.choices.flow;
    let assumed = said.unwrap_or(Flow::Export);
    if flow.is_none() && said.is_none() {
        reading.extract.doubt(word!("import.file-does-not-say-2"));
    }
    let mut known = HashSet::new();
    reading.rows(&header, Width::Full, |row, extract| {
        // `10` or `10. October`.
        let number: String = row.at(month).chars().take_while(char::is_ascii_digit).collect();
        let printed = if month.is_some() { format!("{}-{number}", row.cell(year)) } else { row.cell(year).to_owned() };
        let Some(period) = TimePeriod::parse(&printed) else {
            return Err(row.problem(
                month.unwrap_or(year),
                say!("import.not-month", cell = row.quoted(month.unwrap_or(year))),
                word!("import.download-file-again"),
            ));
        };
        let direction = match row.at(flow) {
            "" => assumed,
            word => words::flow_of_code(word).or_else(|| words::flow_of_heading(word)).ok_or_else(|| {
                row.problem(
                    flow.unwrap_or(0),
                    say!("import.not-flow", cell = row.quoted(flow.unwrap_or(0))),
                    word!("import.write-export-import"),
                )
            })?,
        };
        let mut subject = Subject::total(direction, Unit::money("USD", 0)).by(Area::country("BR", "Brazil"));
        if country.is_some() {
            subject.partner = Area::country("", row.at(country));
        }
        if code.or(name).is_some() {
            subject.item = Goods::kind(row.at(code), row.at(name), if code.is_some() { "HS" } else { "" });
        }
        let number = dollars(row, value)?;
        let is_twice = flow.is_none() && !known.insert((extract.subject(subject.clone()), period));
        if is_twice && said.is_none() {
            return Err(row.problem(value, word!("import.second-row-no-flow"), word!("import.download-one-flow")));
        }
        extract.add(subject, period, number, row.line);
        Ok(())
    });
    reading.extract.valuation = Text::plain("FOB");
}
