//! BACI of CEPII: `t,i,j,k,v,q`: year, exporter, importer, HS6, thousand dollars, tonnes. A row is an export of `i` and an
//! import of `j`.

use std::collections::BTreeMap;

use crate::domain::{Flow, Text, spelling};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Goods, Subject, Unit};
use super::super::reading::{Header, Reading, Width};
use super::{Importer, comtrade};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "baci",
    title: || word!("formats.baci-title"),
    publisher: || word!("publishers.cepii"),
    known_by: || word!("formats.baci"),
    detect,
    read,
};

const COLUMNS: [&str; 5] = ["t", "i", "j", "k", "v"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.first().is_some_and(|row| row.has_all(&COLUMNS))
}

/// The columns by their places.
struct Columns {
    year: usize,
    exporter: usize,
    importer: usize,
    value: usize,
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [Some(year), Some(exporter), Some(importer), Some(product), Some(value)] =
        COLUMNS.map(|name| header.find(name))
    else {
        return;
    };
    let columns = Columns { year, exporter, importer, value };
    let Some(reporter) = reporter(reading, &header, &columns) else { return };
    let mut padded = false;
    reading.rows(&header, Width::Full, |row, extract| {
        let (from, to) = (row.cell(exporter), row.cell(importer));
        let (flow, partner) = match reporter.as_str() {
            country if country == from => (Flow::Export, to),
            country if country == to => (Flow::Import, from),
            _ => return Ok(()),
        };
        let code = row.cell(product);
        padded |= code.len() == 5;
        let subject = Subject::total(flow, Unit::money("USD", 3))
            .of(Goods::kind(&format!("{code:0>6}"), "", "HS"))
            .by(Area::country(&reporter, &comtrade::named(&reporter, "")))
            .with(Area::country(partner, &comtrade::named(partner, "")));
        extract.add(subject, row.period(year)?, row.number(value, &["NA"])?, row.line);
        Ok(())
    });
    if padded {
        reading.extract.remark(word!("import.codes-goods-had-lost"));
    }
    reading.extract.valuation = Text::said(|| word!("import.valuation-baci").to_owned());
}

/// The country asked for, or the one with the most trade. A year of the world has ten million rows: only those of one
/// country are kept.
fn reporter(reading: &mut Reading<'_>, header: &Header, columns: &Columns) -> Option<String> {
    let mut trade: BTreeMap<String, i128> = BTreeMap::new();
    reading.rows(header, Width::Full, |row, _| {
        row.period(columns.year)?;
        let value = row.number(columns.value, &["NA"])?;
        let size = value.and_then(|value| value.amount(3)).map_or(0, |amount| i128::from(amount.value));
        for country in [columns.exporter, columns.importer] {
            match trade.get_mut(row.cell(country)) {
                Some(sum) => *sum += size,
                None => _ = trade.insert(row.cell(country).to_owned(), size),
            }
        }
        Ok(())
    });
    if !reading.problems.is_empty() {
        return None;
    }
    if let Some(wanted) = &reading.choices.reporter {
        if trade.contains_key(wanted) {
            return Some(wanted.clone());
        }
        let known: Vec<&str> = trade.keys().map(String::as_str).collect();
        let hint = spelling::suggestion(wanted, &known);
        let what = say!("import.there-no-country", wanted = wanted.escape_debug());
        reading.problems.push(reading.document.problem(what, hint));
        return None;
    }
    let (country, _) = trade.iter().max_by_key(|(_, size)| **size)?;
    let count = trade.len();
    reading.extract.remark(say!("import.countries-rows-one-most", count = count, country = country));
    Some(country.clone())
}
