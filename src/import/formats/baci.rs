//! BACI of CEPII: `t,i,j,k,v,q`: year, exporter, importer, HS6, thousand dollars, tonnes. A row is an export of `i` and an
//! import of `j`; both are kept, so that either country can be looked at.

use crate::domain::{Flow, Text};

use super::super::document::Sample;
use super::super::extract::{Area, Goods, Subject, Unit};
use super::super::reading::{Reading, Width};
use super::Importer;

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "baci",
    title: "BACI CSV (CEPII)",
    publisher: "CEPII",
    known_by: "CSV with t, i, j, k, v",
    detect,
    read,
};

const COLUMNS: [&str; 5] = ["t", "i", "j", "k", "v"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.first().is_some_and(|row| COLUMNS.iter().all(|name| row.cells().any(|cell| cell == *name)))
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [Some(year), Some(exporter), Some(importer), Some(product), Some(value)] =
        COLUMNS.map(|name| header.find(name))
    else {
        return;
    };
    let mut padded = false;
    reading.rows(&header, Width::MayEndEarly, |row, extract| {
        let code = row.cell(product);
        padded |= code.len() == 5;
        let item = Goods::kind(&format!("{code:0>6}"), "", "HS");
        let (from, to) = (Area::country(row.cell(exporter), ""), Area::country(row.cell(importer), ""));
        let (period, number) = (row.period(year)?, row.number(value, &["NA"])?);
        let subject = |flow, reporter: &Area, partner: &Area| {
            Subject::total(flow, Unit::money("USD", 3)).of(item.clone()).by(reporter.clone()).with(partner.clone())
        };
        extract.add(subject(Flow::Export, &from, &to), period, number, row.line);
        extract.add(subject(Flow::Import, &to, &from), period, number, row.line);
        Ok(())
    });
    if padded {
        reading.extract.remark("codes of goods had lost a leading zero, which was put back: HS6 codes have six digits");
    }
    reading.extract.remark("every row stands for an export of one country and an import of the other");
    reading.extract.valuation = Text::plain("FOB on both sides, reconciled by CEPII");
}
