//! US Census Bureau, the international trade API: JSON, a list of lists of which the first is the header, or CSV; all strings; a
//! column asked for twice stands twice. Country `-` is all countries, codes `00xx` and `nXXX` are groups. `_MO` are
//! months, `_YR` sums of the year so far.

use crate::domain::{Flow, Problem, Text};
use crate::say;
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extent, Extract, Goods, Subject, TimePeriod, Unit};
use super::super::reading::Reading;
use super::super::rows::Row;
use super::json::Value;
use super::{Importer, json};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "census-api",
    title: || word!("formats.census-api-title"),
    publisher: || word!("publishers.us-census"),
    known_by: || word!("formats.census-api"),
    detect,
    read,
};

/// Value columns; general imports contain imports for consumption.
const VALUES: [(&str, Flow); 2] = [("ALL_VAL_MO", Flow::Export), ("GEN_VAL_MO", Flow::Import)];

/// What breaks the same trade down: from where in the country, domestic or foreign goods. `-` is the whole of each.
const BREAKDOWNS: [&str; 4] = ["STATE", "DISTRICT", "PORT", "DF"];

/// The same as a table, as pandas saves it.
const COUNTRIES: [&str; 2] = ["CTY_CODE", "CTY_NAME"];

fn detect(sample: &Sample<'_>) -> bool {
    let head = sample.head.trim_start();
    let is_list = head.starts_with("[[") || head.replace([' ', '\n', '\r'], "").starts_with("[[");
    let has = |value: &str| COUNTRIES.iter().any(|country| sample.has_row_with(&[value, country]));
    match is_list {
        true => head.contains("_VAL_MO\"") || head.contains("_VAL_YR\""),
        false => VALUES.iter().any(|(value, _)| has(value)),
    }
}

fn read(reading: &mut Reading<'_>) {
    let is_list = reading.document.rows().next().is_some_and(|row| row.cell(0).starts_with('['));
    let rows = match if is_list { list(reading) } else { Ok(table(reading)) } {
        Ok(rows) => rows,
        Err(problem) => return reading.problems.push(problem),
    };
    let Some(header) = rows.first() else { return };
    let columns = Columns::of(header);
    if columns.values.is_empty() {
        let problem =
            reading.document.problem(word!("import.no-monthly-value-all"), word!("import.ask-service-one-them"));
        return reading.problems.push(problem);
    }
    for (at, row) in rows.iter().enumerate().skip(1) {
        if let Err(what) = columns.add(row, at as u32 + 1, &mut reading.extract) {
            let what = say!("import.row", at = at + 1, what = what);
            reading.problems.push(Problem::whole_file(reading.document.name, what, word!("import.ask-service-again")));
        }
    }
    reading.extract.breakdowns = BREAKDOWNS.to_vec();
    reading.extract.valuation = Text::said(|| word!("import.valuation-fas").to_owned());
}

/// The rows from the header on, without notes.
fn table(reading: &Reading<'_>) -> Vec<Vec<String>> {
    let is_header = |row: &Row<'_>| COUNTRIES.iter().any(|name| row.has_all(&[name]));
    let rows = reading.document.rows().skip_while(|row| !is_header(row)).filter(|row| row.width() > 1);
    rows.map(|row| row.cells().map(str::to_owned).collect()).collect()
}

fn list(reading: &Reading<'_>) -> Result<Vec<Vec<String>>, Problem> {
    let document = json::parse(reading.document)?;
    let texts = |row: &Value| row.as_array().into_iter().flatten().map(json::text).collect();
    Ok(document.as_array().unwrap_or(&[]).iter().map(texts).collect())
}

struct Columns {
    values: Vec<(usize, Flow)>,
    time: Option<usize>,
    year: Option<usize>,
    month: Option<usize>,
    country: Option<usize>,
    country_name: Option<usize>,
    goods: Option<usize>,
    goods_name: Option<usize>,
    breakdowns: Vec<(&'static str, usize)>,
}

impl Columns {
    fn of(header: &[String]) -> Columns {
        let find = |names: &[&str]| header.iter().position(|name| names.contains(&name.as_str()));
        Columns {
            values: VALUES.iter().filter_map(|(name, flow)| Some((find(&[name])?, *flow))).collect(),
            time: find(&["time"]),
            year: find(&["YEAR"]),
            month: find(&["MONTH"]),
            country: find(&["CTY_CODE"]),
            country_name: find(&["CTY_NAME"]),
            goods: find(&["E_COMMODITY", "I_COMMODITY", "NAICS", "SITC", "E_ENDUSE", "I_ENDUSE", "HITECH"]),
            goods_name: find(&[
                "E_COMMODITY_SDESC",
                "I_COMMODITY_SDESC",
                "E_COMMODITY_LDESC",
                "I_COMMODITY_LDESC",
                "NAICS_SDESC",
                "NAICS_LDESC",
                "SITC_SDESC",
                "SITC_LDESC",
                "E_ENDUSE_SDESC",
                "E_ENDUSE_LDESC",
                "I_ENDUSE_SDESC",
                "I_ENDUSE_LDESC",
                "HITECH_DESC",
            ]),
            breakdowns: BREAKDOWNS.iter().filter_map(|name| Some((*name, find(&[name])?))).collect(),
        }
    }

    fn add(&self, row: &[String], line: u32, extract: &mut Extract) -> Result<(), String> {
        let at = |index: Option<usize>| index.and_then(|index| row.get(index)).map_or("", String::as_str);
        let printed = match self.time {
            Some(_) => at(self.time).to_owned(),
            None => format!("{}-{}", at(self.year), at(self.month)),
        };
        let period =
            TimePeriod::parse(&printed).ok_or_else(|| say!("import.not-period", printed = printed.escape_debug()))?;
        let partner = self
            .country
            .or(self.country_name)
            .map_or_else(Area::world, |_| country(at(self.country), at(self.country_name)));
        let item = match at(self.goods) {
            "" | "-" => Goods::all(),
            code => Goods::kind(code, at(self.goods_name), "HS"),
        };
        let breakdowns = || {
            let parts = self.breakdowns.iter().map(|(name, index)| ((*name).to_owned(), at(Some(*index)).to_owned()));
            parts.filter(|(_, part)| !["", "-"].contains(&part.as_str()))
        };
        for (index, flow) in &self.values {
            let value = match row.get(*index).map(String::as_str) {
                None | Some("") => None,
                Some(text) => Some(
                    super::super::extract::Decimal::parse(text)
                        .ok_or_else(|| say!("import.not-number", text = text.escape_debug()))?,
                ),
            };
            let mut subject = Subject::total(*flow, Unit::money("USD", 0)).by(Area::country("US", "United States"));
            subject.dimensions = breakdowns().collect();
            extract.add(subject.of(item.clone()).with(partner.clone()), period, value, line);
        }
        Ok(())
    }
}

/// A country by its code in Schedule C, or a group.
fn country(code: &str, name: &str) -> Area {
    let extent = match code {
        "-" => Extent::Whole,
        // Countries have four digits, the first of which is no nought.
        _ if code.contains('X') || code.parse().is_ok_and(|number: u32| number < 1000) => Extent::Group,
        _ => super::areas::area("", name).extent,
    };
    Area::country(if code == "-" { "" } else { code }, name).being(extent)
}
