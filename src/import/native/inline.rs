//! Observations inside the TOML: `[[series]]` with a start and a list of values.

use crate::domain::money::AmountError;
use crate::domain::toml_tree::{Table, Value};
use crate::domain::{Flow, ObsStatus, Observation, Origin, Period, Problem, Scale, SeriesKey, Window, money};

use super::builder::Builder;

/// Adds the values of one `[[series]]`.
pub(super) fn read(table: &Table, file: u16, builder: &mut Builder, unit: Option<&Scale>, problems: &mut Vec<Problem>) {
    let unit = match table.optional_str("unit", problems) {
        None => unit.cloned(),
        Some(text) => Scale::parse(text).or_else(|| {
            problems.push(table.problem_at(
                "unit",
                format!("unknown unit `{text}`"),
                "write USD, USD million, 억 달러 …",
            ));
            None
        }),
    };
    let start = table.required_str("start", problems).and_then(|text| {
        let period = Period::parse(text);
        if period.is_none() {
            problems.push(table.problem_at(
                "start",
                format!("`{text}` is not a period"),
                "write \"YYYY-MM\", \"YYYY-Q1\" or \"YYYY\"",
            ));
        }
        period
    });
    let key = key(table, builder, problems);
    let status = table
        .one_of("status", &["A", "P", "E", "F", "B"], problems)
        .and_then(ObsStatus::parse)
        .unwrap_or(ObsStatus::Normal);
    let released = super::fields::date(table, "released", problems);
    let source = super::fields::source(table, builder, problems);
    let values = table.required_array("values", problems).unwrap_or_default();
    table.finish(problems);
    let (Some(unit), Some(start), Some(key)) = (unit, start, key) else {
        return;
    };
    if !builder.accepts(start) {
        problems.push(table.problem_at(
            "start",
            "another frequency than the rest",
            "keep months, quarters and years apart",
        ));
        return;
    }
    if !builder.accepts_currency(&unit.currency) {
        problems.push(table.problem_at("unit", "another currency than the rest", "one dataset has one currency"));
        return;
    }
    for (n, value) in values.iter().enumerate() {
        let period = start.plus(n as i32);
        let Some(amount) = amount(value, unit.power, problems) else { continue };
        let release = builder.release(period, released, !status.is_open());
        let origin = Origin { file, line: value.place().line() as u32 };
        builder.add(
            key,
            Observation { period, value: amount.value, rounding: amount.rounding, status, release, source, origin },
        );
    }
}

fn key(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<SeriesKey> {
    let flow = table.required_str("flow", problems).and_then(|text| {
        let flow = Flow::parse(text);
        if flow.is_none() {
            problems.push(table.problem_at(
                "flow",
                format!("`{text}` is not a flow"),
                "write export, import or balance",
            ));
        }
        flow
    });
    let item = builder.item(table.optional_str("item", problems).unwrap_or(""));
    let item = item.map_err(|hint| problems.push(table.problem_at("item", "unknown item", hint))).ok();
    let partner = builder.partner(table.optional_str("partner", problems).unwrap_or(""));
    let partner = partner.map_err(|hint| problems.push(table.problem_at("partner", "unknown partner", hint))).ok();
    Some(SeriesKey { flow: flow?, item: item?, partner: partner?, window: Window::Whole })
}

/// A value is a string of digits or a whole number; a decimal number without quotes would pass
/// through binary floating point, so it is refused. An empty string is a missing value.
fn amount(value: &Value, power: u32, problems: &mut Vec<Problem>) -> Option<money::Amount> {
    let text = match (value.as_str(), value.as_integer()) {
        (Some(""), _) => return None,
        (Some(text), _) => text.to_owned(),
        (None, Some(number)) => number.to_string(),
        (None, None) => {
            problems.push(
                value.problem(format!("{} is not exact", value.describe()), "put decimal numbers in quotes: \"50.10\""),
            );
            return None;
        }
    };
    let hint = match money::parse_amount(&text, power) {
        Ok(amount) => return Some(amount),
        Err(AmountError::NotANumber) => "write digits with an optional sign and decimal point",
        Err(AmountError::TooFine) => "round to whole units of the currency",
        Err(AmountError::TooLarge) => "check the unit: amounts stay below 10^16 of the currency",
    };
    problems.push(value.problem(format!("`{}` cannot be read as an amount", text.escape_debug()), hint));
    None
}
