//! China's customs (stats.customs.gov.cn): GBK, every field quoted, a comma at the end of every row. The heading of the
//! value is its currency; the flow is in the file's name at best. Further columns such as the place of registration
//! split the value into rows, which are added up.

use std::collections::HashMap;

use crate::domain::{Flow, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::span;
use super::super::extract::{Area, Decimal, Goods, Subject, TimePeriod, Unit};
use super::super::reading::{Reading, Width};
use super::Importer;

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "customs-china",
    title: || word!("formats.customs-china-title"),
    publisher: || word!("publishers.customs-china"),
    known_by: || word!("formats.customs-china"),
    detect,
    read,
};

/// Headings in Chinese and on the English pages.
const PERIODS: [&str; 2] = ["数据年月", "Date of data"];
const VALUES: [&str; 4] = ["人民币", "美元", "RMB", "US dollar"];

fn detect(sample: &Sample<'_>) -> bool {
    PERIODS.iter().any(|period| sample.has_row_with(&[period]))
        && VALUES.iter().any(|value| sample.has_row_with(&[value]))
}

/// Where the sum of each subject and period stands among the facts.
type Sums = HashMap<(u32, TimePeriod), usize>;

fn read(reading: &mut Reading<'_>) {
    let is_english = reading.document.sample().has_row_with(&[PERIODS[1]]);
    let Some(header) = reading.header(&[PERIODS[usize::from(is_english)]]) else { return };
    let flow = flow(reading);
    let (Some(period), Some(value)) = (header.any(&PERIODS), header.any(&VALUES)) else {
        let problem = reading.document.problem(word!("import.no-column"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let unit = Unit::parse(&header.names[value]);
    let [partner, partner_name] =
        [["贸易伙伴编码", "Trading partner code"], ["贸易伙伴名称", "Trading partner"]].map(|names| header.any(&names));
    let [goods, goods_name] =
        [["商品编码", "Commodity code"], ["商品名称", "Commodity"]].map(|names| header.any(&names));
    let mut sums = Sums::new();
    let mut added = 0;
    reading.rows(&header, Width::Full, |row, extract| {
        let Some(number) = row.number(value, &["-"])? else { return Ok(()) };
        if span::is_cumulative(row.cell(period)) {
            extract.skip(word!("import.cumulative-rows"), row.line);
            return Ok(());
        }
        let when = row.period(period)?;
        let mut subject = Subject::total(flow, unit.clone()).by(Area::country("CN", "China"));
        if goods.is_some() {
            subject.item = Goods::kind(row.at(goods), row.at(goods_name), "HS");
        }
        if partner.is_some() {
            subject.partner = Area::country(row.at(partner), row.at(partner_name));
        }
        let key = (extract.subject(subject.clone()), when);
        match sums.get(&key).and_then(|at| extract.facts.get_mut(*at)) {
            Some(fact) => {
                fact.value = fact.value.and_then(|sum| plus(sum, number));
                added += 1;
            }
            None => {
                sums.insert(key, extract.facts.len());
                extract.add(subject, when, Some(number), row.line);
            }
        }
        Ok(())
    });
    if added > 0 {
        reading.extract.remark(say!("import.rows-differ-further-columns", added = added));
    }
    reading.extract.remark(word!("import.codes-partners-china-s"));
    reading.extract.valuation = Text::said(|| word!("import.valuation-fob-cif").to_owned());
}

/// Values with the same number of decimals; others are not in these files.
fn plus(one: Decimal, other: Decimal) -> Option<Decimal> {
    (one.exponent == other.exponent)
        .then_some(Decimal { digits: one.digits.checked_add(other.digits)?, exponent: one.exponent })
}

/// The flow: as the user says, as the file's name says, else imports.
fn flow(reading: &mut Reading<'_>) -> Flow {
    if let Some(flow) = reading.choices.flow {
        return flow;
    }
    let name =
        std::path::Path::new(reading.document.name).file_stem().map(|stem| stem.to_string_lossy().to_lowercase());
    let name = name.unwrap_or_default();
    let is_in_name = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let (flow, why) = match () {
        () if is_in_name(&["export", "出口", "out"]) => (Flow::Export, word!("import.its-name-says")),
        () if is_in_name(&["import", "进口"]) || name.ends_with("in") => {
            (Flow::Import, word!("import.its-name-says"))
        }
        () => (Flow::Import, word!("import.which-guess")),
    };
    reading.extract.doubt(say!("import.flow-read-as", flow = flow.word(), why = why));
    flow
}
