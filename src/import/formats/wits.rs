//! WITS trade summary (World Bank): reporter, partner, product group and indicator down, years across, newest first.
//! Product groups overlap; `...` stands for no partner; blank is "not among the first five that year".

use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extent, Goods, Subject, TimePeriod, Unit};
use super::super::reading::{Reading, Width};
use super::{Importer, areas, words};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "wits",
    title: || word!("formats.wits-title"),
    publisher: || word!("publishers.world-bank"),
    known_by: || word!("formats.wits"),
    detect,
    read,
};

/// The column of reporters is left out where there is but one.
const COLUMNS: [&str; 4] = ["Partner", "Product categories", "Indicator Type", "Indicator"];

fn detect(sample: &Sample<'_>) -> bool {
    sample.has_row_with(&COLUMNS)
}

fn read(reading: &mut Reading<'_>) {
    let Some(header) = reading.header(&COLUMNS) else { return };
    let [Some(partner), Some(product), Some(kind), Some(indicator)] = COLUMNS.map(|name| header.find(name)) else {
        return;
    };
    let reporter = header.find("Reporter");
    let years: Vec<(usize, TimePeriod)> =
        header.names.iter().enumerate().filter_map(|(at, name)| Some((at, TimePeriod::parse(name)?))).collect();
    reading.rows(&header, Width::Full, |row, extract| {
        let subject = subject(row.cell(kind), row.cell(indicator))
            .by(areas::area("", row.at(reporter)))
            .with(area(row.cell(partner)))
            .of(goods(row.cell(product)));
        for (at, year) in &years {
            extract.add(subject.clone(), *year, row.number(*at, &["...", "-"])?, row.line);
        }
        Ok(())
    });
}

/// `Export` with `Trade (US$ Mil)-Top 5 Export Partner` is exports in million dollars; shares and counts are not.
fn subject(kind: &str, indicator: &str) -> Subject {
    let value = indicator.split('-').next().unwrap_or(indicator);
    let unit = match Unit::parse(value) {
        Unit::Money { currency, power } => Unit::Money { currency, power },
        _ => Unit::Other(indicator.to_owned()),
    };
    match words::flow_of_heading(kind).filter(|_| unit.as_currency().is_some() && !words::is_less(kind)) {
        Some(flow) => Subject::total(flow, unit),
        None => Subject::other(&format!("{kind}: {indicator}"), unit),
    }
}

fn area(name: &str) -> Area {
    if name == "..." || name.is_empty() { Area::world() } else { areas::area("", name) }
}

fn goods(name: &str) -> Goods {
    let is_all = ["All Products", "Total", "...", ""].contains(&name.trim());
    let extent = if is_all { Extent::Whole } else { Extent::Group };
    Goods::kind("", name, "WITS").being(extent)
}
