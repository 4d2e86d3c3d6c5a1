//! Korea Customs Service, trade statistics of its web site: CSV in CP949, and Excel that is called `.xls` and is an
//! `.xlsx`. Four rows stand above the header and name the unit; `총계` is the sum of all periods; every cell of the Excel
//! file is a text padded with blanks.

use std::collections::HashSet;

use crate::domain::{Flow, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Decimal, Extent, Extract, Goods, Subject, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "customs-korea",
    title: || word!("formats.customs-korea-title"),
    publisher: || word!("publishers.customs-korea"),
    known_by: || word!("formats.customs-korea"),
    detect,
    read,
};

const PERIOD: [&str; 3] = ["기간", "년월", "년도"];
const PARTNER: [&str; 8] = ["국가명", "국가", "상대국", "대륙명", "대륙", "경제권명", "경제권", "경제권역명"];
const ITEM: [&str; 7] = ["품목명", "품명", "성질명", "신성질명", "품목", "성질", "신성질"];
const ITEM_CODE: [&str; 6] = ["HS코드", "HS부호", "품목코드", "HS", "성질코드", "신성질코드"];
/// What breaks the same trade down otherwise: where it passed, and how.
const BREAKDOWNS: [&str; 10] =
    ["시도명", "시도", "지역명", "지역", "세관명", "세관", "항구공항명", "항구·공항", "항구", "운송수단"];

fn is_header(row: &Row<'_>) -> bool {
    let has = |names: &[&str]| row.cells().any(|cell| names.contains(&cell));
    let amounts = row.cells().filter(|cell| matches!(words::flow_of_heading(cell), Some(Flow::Export | Flow::Import)));
    has(&PERIOD) && amounts.count() >= 2
}

fn detect(sample: &Sample<'_>) -> bool {
    // Files of other agencies have units in the header, and no rows above it.
    let at = sample.rows.iter().take(12).position(is_header);
    at.is_some_and(|at| {
        at > 0
            && sample.rows[..at]
                .iter()
                .any(|row| row.cells().any(|cell| cell.contains("단위") || cell.contains("조회")))
    }) || at == Some(0) && sample.rows.iter().take(3).any(|row| row.cells().any(|cell| cell == "총계"))
}

fn read(reading: &mut Reading<'_>) {
    let Some((at, row)) = reading.document.rows().take(30).enumerate().find(|(_, row)| is_header(row)) else {
        let problem = reading.document.problem(word!("import.no-header"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let header = Header { names: row.cells().map(str::to_owned).collect(), rows: at + 1 };
    let above: Vec<String> =
        reading.document.rows().take(at).flat_map(|row| row.cells().map(str::to_owned).collect::<Vec<_>>()).collect();
    let unit = unit(&above, reading);
    if let Some(condition) = above.iter().find(|cell| cell.contains("수리일")) {
        reading.extract.basis = Text { en: "customs clearance basis".to_owned(), ko: "수리일 기준".to_owned() };
        reading.extract.remark(condition.clone());
    }
    reading.extract.title = above.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default();
    reading.extract.valuation = Text::said(|| word!("import.valuation-fob-cif").to_owned());
    let columns = Columns::of(&header, unit);
    let mut totals: Vec<(Flow, Decimal)> = Vec::new();
    reading.rows(&header, Width::Full, |row, extract| columns.add(row, extract, &mut totals));
    reading.extract.breakdowns = BREAKDOWNS.to_vec();
    check(&mut reading.extract, &totals);
}

/// `단위:천 불(USD 1,000)` above the header; thousand dollars where nothing is said, which is remarked.
fn unit(above: &[String], reading: &mut Reading<'_>) -> Unit {
    let mut said = above.iter().filter(|cell| cell.contains("단위")).map(|cell| Unit::parse(cell));
    match said.next_back() {
        Some(unit @ Unit::Money { .. }) => unit,
        _ => reading.choices.unit.clone().unwrap_or_else(|| {
            reading.extract.doubt(word!("import.file-does-not-say-3"));
            Unit::money("USD", 3)
        }),
    }
}

struct Columns {
    period: usize,
    country: Option<usize>,
    item: Option<usize>,
    item_code: Option<usize>,
    is_nature: bool,
    breakdowns: Vec<(&'static str, usize)>,
    amounts: Vec<(usize, Flow)>,
    unit: Unit,
}

impl Columns {
    fn of(header: &Header, unit: Unit) -> Columns {
        let amounts = header.names.iter().enumerate();
        Columns {
            period: header.any(&PERIOD).unwrap_or(0),
            country: header.any(&PARTNER),
            item: header.any(&ITEM),
            item_code: header.any(&ITEM_CODE),
            is_nature: header.names.iter().any(|name| name.contains("성질")),
            breakdowns: BREAKDOWNS.iter().filter_map(|name| Some((*name, header.find(name)?))).collect(),
            amounts: amounts.filter_map(|(at, name)| words::flow_of_heading(name).map(|flow| (at, flow))).collect(),
            unit,
        }
    }

    /// Codes of the nature of goods are no codes of the tariff.
    fn classification(&self) -> &'static str {
        if self.item_code.is_some() && !self.is_nature { "HS" } else { "" }
    }

    fn add(&self, row: &Row<'_>, extract: &mut Extract, totals: &mut Vec<(Flow, Decimal)>) -> Result<(), Problem> {
        let period = row.cell(self.period);
        if words::is_total(period) {
            for (at, flow) in &self.amounts {
                totals.extend(row.number(*at, &["-"])?.map(|sum| (*flow, sum)));
            }
            extract.skip(word!("import.rows-sum-all-periods"), row.line);
            return Ok(());
        }
        if [self.country, self.item, self.item_code].into_iter().any(|at| words::is_subtotal(row.at(at))) {
            extract.skip(word!("import.rows-sums-others"), row.line);
            return Ok(());
        }
        let period = row.period(self.period)?;
        for (at, flow) in &self.amounts {
            let mut subject = Subject::total(*flow, self.unit.clone()).by(Area::country("KR", "South Korea"));
            if let Some(country) = self.country.filter(|at| !words::is_total(row.cell(*at))) {
                subject.partner = Area::country("", row.cell(country));
            }
            let is_all = words::is_total(row.at(self.item)) || words::is_total(row.at(self.item_code));
            if self.item.or(self.item_code).is_some() && !is_all {
                subject.item = Goods::kind(row.at(self.item_code), row.at(self.item), self.classification());
            }
            for (name, at) in self.breakdowns.iter().filter(|(_, at)| !words::is_total(row.cell(*at))) {
                subject.dimensions.push(((*name).to_owned(), row.cell(*at).to_owned()));
            }
            extract.add(subject, period, row.number(*at, &["-"])?, row.line);
        }
        Ok(())
    }
}

/// The rows against the `총계` row, which is rounded on its own: where periods have totals too, these.
fn check(extract: &mut Extract, totals: &[(Flow, Decimal)]) {
    let is_whole = |subject: &Subject| {
        [subject.item.extent, subject.partner.extent] == [Extent::Whole; 2] && subject.dimensions.is_empty()
    };
    let codes: HashSet<String> = extract.subjects.iter().map(|subject| subject.item.code.clone()).collect();
    let is_inside = |code: &str| (1..code.len()).any(|end| code.get(..end).is_some_and(|above| codes.contains(above)));
    let has_wholes = extract.subjects.iter().any(is_whole);
    for (flow, total) in totals.iter().filter(|(flow, _)| *flow != Flow::Balance) {
        let of_flow = extract.facts.iter().filter(|fact| {
            let subject = &extract.subjects[fact.subject as usize];
            subject.flow() == Some(*flow) && is_whole(subject) == has_wholes && !is_inside(&subject.item.code)
        });
        let sum: i128 =
            of_flow.filter_map(|fact| fact.value.filter(|value| value.exponent == 0)).map(|value| value.digits).sum();
        let (flow, unit) = (flow.code(), extract.subjects.first().map_or_else(String::new, |it| it.unit.to_string()));
        let difference = sum - total.digits;
        extract.remark(say!(
            "import.rows-add-up-difference",
            flow = flow,
            total = total,
            unit = unit,
            sum = sum,
            difference = difference
        ));
    }
}
