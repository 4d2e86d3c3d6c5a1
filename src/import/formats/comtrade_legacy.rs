//! UN Comtrade, CSV of the web site until 2022: 35 columns, 22 in older files, fewer where the user picked them; the records
//! of its API with their short names; and the tables of UN Data, whose `Country or Area` is the reporter.
//! Saving from R turned the blanks of the header into dots; saving from Excel cut leading zeros and digits.

use crate::domain::{Flow, Text};
use crate::word;

use super::super::document::Sample;
use super::super::extract::{Area, Extent, Goods, Measure, Subject, Unit};
use super::super::reading::{Header, Reading, Width};
use super::super::rows::Row;
use super::{Importer, comtrade};

/// See the module.
pub const IMPORTER: Importer = Importer {
    name: "comtrade-legacy",
    title: || word!("formats.comtrade-legacy-title"),
    publisher: || word!("publishers.un"),
    known_by: || word!("formats.comtrade-legacy"),
    detect,
    read,
};

/// What breaks the same value down.
const BREAKDOWNS: [(&str, &str); 3] = [
    ("2nd Partner Code", "second partner"),
    ("Customs Proc. Code", "customs procedure"),
    ("Mode of Transport Code", "mode of transport"),
];

/// What columns are called on the web site, and elsewhere: by the R package comtradr, by the API, by UN Data.
const NAMES: [(&str, &[&str]); 16] = [
    ("Period", &[]),
    ("Year", &["yr"]),
    ("Trade Flow", &["rgDesc", "Flow"]),
    ("Trade Value (US$)", &["trade_value_usd", "TradeValue", "Trade (USD)"]),
    ("Reporter", &["rtTitle", "Country or Area"]),
    ("Reporter Code", &["rtCode"]),
    ("Reporter ISO", &["rt3ISO"]),
    ("Partner", &["ptTitle"]),
    ("Partner Code", &["ptCode"]),
    ("Partner ISO", &["pt3ISO"]),
    ("Commodity", &["cmdDescE"]),
    ("Commodity Code", &["cmdCode", "comm_code"]),
    ("Classification", &["pfCode"]),
    ("2nd Partner Code", &["second_partner_code", "ptCode2"]),
    ("Customs Proc. Code", &["cstCode"]),
    ("Mode of Transport Code", &["motCode"]),
];

/// What columns of flows and of values are called together.
const TOGETHER: [[&str; 2]; 4] = [
    ["Trade Flow", "Trade Value (US$)"],
    ["trade_flow", "trade_value_usd"],
    ["rgDesc", "TradeValue"],
    ["Flow", "Trade (USD)"],
];

fn is_header(row: &Row<'_>) -> bool {
    TOGETHER.iter().any(|names| row.has_all(names))
}

fn detect(sample: &Sample<'_>) -> bool {
    sample.rows.iter().take(5).any(is_header)
}

fn read(reading: &mut Reading<'_>) {
    let Some((at, row)) = reading.document.rows().take(5).enumerate().find(|(_, row)| is_header(row)) else {
        let problem =
            reading.document.problem(word!("import.no-header-trade-flow"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let header = Header { names: row.cells().map(str::to_owned).collect(), rows: at + 1 };
    let column = |name: &str| {
        let others = NAMES.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, others)| others);
        header.find(name).or_else(|| header.any(others))
    };
    let (period, year, flow) = (column("Period"), column("Year"), column("Trade Flow"));
    let Some((period, value)) = period.or(year).zip(column("Trade Value (US$)")) else {
        let problem =
            reading.document.problem(word!("import.no-column-period-year"), word!("import.download-file-again"));
        return reading.problems.push(problem);
    };
    let [reporter, reporter_code, reporter_iso] = ["Reporter", "Reporter Code", "Reporter ISO"].map(column);
    let [partner, partner_code, partner_iso] = ["Partner", "Partner Code", "Partner ISO"].map(column);
    let [commodity, commodity_code, classification] = ["Commodity", "Commodity Code", "Classification"].map(column);
    let mut padded = false;
    let breakdowns = BREAKDOWNS.map(|(name, title)| (column(name), title));
    reading.rows(&header, Width::Full, |row, extract| {
        let flow = match row.at(flow) {
            "Import" | "Imports" => Flow::Import,
            "Export" | "Exports" => Flow::Export,
            "" => return Err(row.problem(flow.unwrap_or(0), word!("import.no-trade-flow"), "")),
            _ => {
                extract.skip(word!("import.re-exports-re-imports"), row.line);
                return Ok(());
            }
        };
        let item = item(row.at(commodity_code), row.at(commodity), row.at(classification), &mut padded);
        let iso = row.at(reporter_iso);
        let from = if iso.is_empty() { row.at(reporter_code) } else { iso };
        let with = Area::country(row.at(partner_code), row.at(partner));
        let is_unnamed = partner.or(partner_code).or(partner_iso).is_none();
        let is_world = is_unnamed || with.code == "0" || row.at(partner_iso) == "WLD" || with.label == "World";
        let breakdown = |(at, title): &(Option<usize>, &str)| {
            let code = row.at(*at);
            (!["", "0", "C00", "NA"].contains(&code)).then(|| ((*title).to_owned(), code.to_owned()))
        };
        let subject = Subject {
            reporter: Area::country(from, row.at(reporter)),
            measure: Measure::Flow(flow),
            item,
            partner: if is_world { with.being(Extent::Whole) } else { with },
            unit: Unit::money("USD", 0),
            dimensions: breakdowns.iter().filter_map(breakdown).collect(),
        };
        extract.add(subject, row.period(period)?, row.number(value, &["NA"])?, row.line);
        Ok(())
    });
    reading.extract.breakdowns = BREAKDOWNS.map(|(_, name)| name).to_vec();
    if padded {
        reading.extract.remark(word!("import.codes-goods-had-lost-2"));
    }
    reading.extract.valuation = Text::said(|| word!("import.valuation-as-reported").to_owned());
}

/// The goods; codes of the Harmonized System have an even number of digits.
fn item(code: &str, label: &str, classification: &str, padded: &mut bool) -> Goods {
    let is_hs = classification.is_empty() || classification.starts_with('H');
    let has_lost_zero = is_hs && code.len() % 2 == 1 && code.bytes().all(|byte| byte.is_ascii_digit());
    *padded |= has_lost_zero;
    let code = if has_lost_zero { format!("0{code}") } else { code.to_owned() };
    comtrade::goods(&code, label, if is_hs { "HS" } else { classification })
}
