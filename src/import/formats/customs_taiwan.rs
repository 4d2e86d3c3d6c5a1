//! Taiwan's trade statistics: years of the Republic (`115年 5月` is May 2026), cumulative rows (`115年 (1~6月)`), the unit
//! in the header (`千美元`).

use crate::domain::{Flow, Period};
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Goods, Subject, TimePeriod, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "customs-taiwan",
    title: || word!("formats.customs-taiwan-title"),
    publisher: || word!("publishers.finance-taiwan"),
    known_by: || word!("formats.customs-taiwan"),
    detect,
    read,
};

/// First year of the Republic, less one.
const EPOCH: i32 = 1911;

/// Headings of columns that are no value.
const COUNTRY: [&str; 4] = ["國家", "國別", "地區", "國家別"];
const FLOW: [&str; 4] = ["進出口別", "進出口", "貿易別", "出進口別"];
const GOODS: [&str; 4] = ["貨品", "貨品別", "貨品分類", "中文貨名"];
const CODE: [&str; 3] = ["貨品號列", "貨品代碼", "CCC號列"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.iter().any(|row| row.cells().any(|cell| roc(cell).is_some()))
        && sample
            .rows
            .iter()
            .any(|row| row.cells().any(|cell| words::flow_of_heading(cell).is_some() || cell.contains("美元")))
}

/// What a label of time says.
enum Roc {
    Period(TimePeriod),
    Cumulative,
}

/// `115年 5月`, `115年5月`, `115/05`, `115年`; `115年 (1~6月)` is a sum.
fn roc(cell: &str) -> Option<Roc> {
    if let Some((year, month)) = cell.split_once('/') {
        let year = year.trim().parse::<i32>().ok().filter(|year| (100..=200).contains(year))?;
        let month = month.trim().parse::<u32>().ok().filter(|month| (1..=12).contains(month))?;
        return Some(Roc::Period(TimePeriod::Period(Period::month(year + EPOCH, month))));
    }
    let (year, rest) = cell.split_once('年')?;
    let year: i32 =
        year.trim().trim_start_matches("民國").trim().parse().ok().filter(|year| (1..=200).contains(year))?;
    let rest = rest.trim();
    if rest.contains('~') || rest.contains('～') || rest.contains('-') || rest.contains("至") {
        return Some(Roc::Cumulative);
    }
    if rest.is_empty() {
        return Some(Roc::Period(TimePeriod::Period(Period::annual(year + EPOCH))));
    }
    let month: u32 = rest.trim_end_matches('月').trim().parse().ok().filter(|month| (1..=12).contains(month))?;
    Some(Roc::Period(TimePeriod::Period(Period::month(year + EPOCH, month))))
}

fn read(reading: &mut Reading<'_>) {
    let rows: Vec<Row<'_>> = reading.document.rows().take(60).collect();
    let first = rows.iter().position(|row| row.cells().any(|cell| roc(cell).is_some())).filter(|first| *first > 0);
    let Some(first) = first else {
        let problem =
            reading.document.problem(word!("import.no-header-above-first"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let time = rows[first].cells().position(|cell| roc(cell).is_some()).unwrap_or(0);
    let header = Header { names: rows[first - 1].cells().map(str::to_owned).collect(), rows: first };
    let above: Vec<String> =
        rows[..first].iter().flat_map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>()).collect();
    let shared = above.iter().map(|cell| Unit::parse(cell)).find(|unit| unit.as_currency().is_some());
    let shared_flow = reading.choices.flow.or_else(|| above.iter().find_map(|cell| words::flow_of_heading(cell)));
    let columns: Vec<(usize, Option<Flow>, Unit)> = values(&header, time, shared_flow, shared.as_ref());
    let (country, goods, flow_column) = (header.any(&COUNTRY), header.any(&GOODS), header.any(&FLOW));
    let code = header.any(&CODE);
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let period = match roc(row.cell(time)) {
            Some(Roc::Period(period)) => period,
            Some(Roc::Cumulative) => {
                extract.skip(word!("import.cumulative-rows"), row.line);
                return Ok(());
            }
            None => {
                extract.skip(word!("import.rows-notes"), row.line);
                return Ok(());
            }
        };
        for (at, flow, unit) in &columns {
            let stated = words::flow_of_heading(row.at(flow_column)).filter(|_| flow_column.is_some());
            let subject = match stated.or(*flow) {
                Some(flow) => Subject::total(flow, unit.clone()),
                None => Subject::other(&header.names[*at], unit.clone()),
            };
            let mut subject = subject.by(Area::country("TW", "Taiwan"));
            if country.is_some() && !words::is_total(row.at(country)) {
                subject.partner = Area::country("", row.at(country));
            }
            if goods.is_some() && !words::is_total(row.at(goods)) {
                subject.item = Goods::kind(row.at(code), row.at(goods), if code.is_some() { "HS" } else { "" });
            }
            extract.add(subject, period, row.number(*at, &["-", "--", "…"])?, row.line);
        }
        Ok(())
    });
}

/// Columns of values: those that name a flow, or where none does, those with a unit: of the flow that the title or the user
/// names.
fn values(header: &Header, time: usize, flow: Option<Flow>, unit: Option<&Unit>) -> Vec<(usize, Option<Flow>, Unit)> {
    let own = |name: &str| Some(Unit::parse(name)).filter(|own| own.as_currency().is_some());
    let unit_of = |name: &str| own(name).or_else(|| unit.cloned()).unwrap_or_default();
    let names = || header.names.iter().enumerate().filter(|(at, _)| *at != time);
    let named = names().filter_map(|(at, name)| Some((at, Some(words::flow_of_heading(name)?), unit_of(name))));
    let named: Vec<(usize, Option<Flow>, Unit)> = named.collect();
    if !named.is_empty() {
        return named;
    }
    names().filter(|(_, name)| own(name).is_some()).map(|(at, name)| (at, flow, unit_of(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_republic() {
        let read = |cell| match roc(cell) {
            Some(Roc::Period(period)) => period.to_string(),
            Some(Roc::Cumulative) => "cumulative".to_owned(),
            None => "none".to_owned(),
        };
        assert_eq!(read("115年 5月"), "2026-05");
        assert_eq!(read("民國114年12月"), "2025-12");
        assert_eq!(read("115年"), "2026");
        assert_eq!(read("112/03"), "2023-03");
        assert_eq!(read("12/31"), "none");
        assert_eq!(read("115年 (1~6月)"), "cumulative");
        assert_eq!(read("2026年5月"), "none");
    }
}
