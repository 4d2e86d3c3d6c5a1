//! Files of Korean agencies on data.go.kr: CP949, the unit in brackets in the header, imports before exports, blank
//! for no data and `0` for zero, the year in a column of its own.

use crate::domain::Flow;
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Goods, Subject, TimePeriod, Unit, dotted, span};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "data-go-kr",
    title: || word!("formats.data-go-kr-title"),
    publisher: || "",
    known_by: || word!("formats.data-go-kr"),
    detect,
    read,
};

const PERIOD: [&str; 6] = ["기간", "연도", "년도", "년월", "연월", "기준년월"];
/// Beside a column of years.
const MONTH: &str = "월";
const ITEM: [&str; 5] = ["품목명", "품목", "광종", "품명", "제품명"];
const ITEM_CODE: [&str; 4] = ["HS코드", "품목코드", "HSK코드", "HS"];
const COUNTRY: [&str; 4] = ["국가명", "국가", "상대국", "교역국"];

fn is_header(row: &Row<'_>) -> bool {
    let amounts = row.cells().filter(|cell| is_amount(cell));
    row.cells().any(|cell| PERIOD.contains(&cell)) && amounts.count() >= 1
}

/// `수입금액(천불)`: a flow with its unit.
fn is_amount(cell: &str) -> bool {
    words::flow_of_heading(cell).is_some() && Unit::parse(cell).as_currency().is_some()
}

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.first().is_some_and(is_header)
}

fn read(reading: &mut Reading<'_>) {
    let Some(first) = reading.document.rows().next().filter(is_header) else {
        let problem =
            reading.document.problem(word!("import.no-header-period-amounts"), word!("import.see-format-guess"));
        return reading.problems.push(problem);
    };
    let header = Header { names: first.cells().map(str::to_owned).collect(), rows: 1 };
    let amounts: Vec<(usize, Flow, Unit)> = header
        .names
        .iter()
        .enumerate()
        .filter(|(_, name)| is_amount(name))
        .filter_map(|(at, name)| Some((at, words::flow_of_heading(name)?, Unit::parse(name))))
        .collect();
    let Some(period) = header.any(&PERIOD) else { return };
    let month = header.find(MONTH);
    let (item, code, country) = (header.any(&ITEM), header.any(&ITEM_CODE), header.any(&COUNTRY));
    let rows: Vec<Row<'_>> = reading.document.rows().skip(1).take(200).collect();
    let is_unpadded = dotted::is_unpadded(rows.iter().map(|row| row.cell(period)));
    reading.rows(&header, Width::Full, |row, extract| {
        let cells = [row.cell(period), row.at(month)];
        if cells.iter().any(|cell| span::is_cumulative(cell)) {
            extract.skip(word!("import.cumulative-rows"), row.line);
            return Ok(());
        }
        let when = match month {
            Some(_) => TimePeriod::parse(&cells.map(|cell| cell.trim_end_matches(".0")).join("-")),
            None => TimePeriod::parse(cells[0].trim_end_matches(".0"))
                .or_else(|| dotted::read(cells[0]).filter(|_| is_unpadded)),
        };
        if when.is_none() && (words::is_of_no_period(cells[0]) || month.is_some() && words::is_of_no_period(cells[1])) {
            extract.skip(word!("import.rows-totals-without-period"), row.line);
            return Ok(());
        }
        let when = when.ok_or_else(|| {
            row.problem(
                period,
                say!("import.not-period-2", cell = row.quoted(period)),
                word!("import.write-like-2023-2023"),
            )
        })?;
        if [item, code, country].into_iter().any(|at| words::is_subtotal(row.at(at))) {
            extract.skip(word!("import.rows-sums-others"), row.line);
            return Ok(());
        }
        for (at, flow, unit) in &amounts {
            let mut subject = Subject::total(*flow, unit.clone()).by(Area::country("KR", "South Korea"));
            let is_all = words::is_total(row.at(item)) || words::is_total(row.at(code));
            if item.or(code).is_some() && !is_all {
                let classification = if code.is_some() { "HS" } else { "" };
                subject.item = Goods::kind(row.at(code), row.at(item), classification);
            }
            if country.is_some() && !words::is_total(row.at(country)) {
                subject.partner = Area::country("", row.at(country));
            }
            extract.add(subject, when, row.number(*at, &["-"])?, row.line);
        }
        Ok(())
    });
}
