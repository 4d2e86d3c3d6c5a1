//! Observations inside the TOML: `[[series]]` with a start and a list of values.

use crate::domain::money::AmountError;
use crate::domain::toml_tree::{Table, Value};
use crate::domain::{Flow, ObsStatus, Observation, Origin, Period, Problem, Scale, SeriesKey, Window, money};
use crate::say;
use crate::word;

use super::builder::Builder;

/// Adds the values of one `[[series]]`.
pub(super) fn read(table: &Table, file: u16, builder: &mut Builder, unit: Option<&Scale>, problems: &mut Vec<Problem>) {
    let unit = match table.optional_str("unit", problems) {
        None => unit.cloned(),
        Some(text) => Scale::parse(text).or_else(|| {
            problems.push(table.problem_at(
                "unit",
                say!("native.unknown-unit-2", text = text),
                word!("native.write-usd-usd-million"),
            ));
            None
        }),
    };
    let start = table.required_str("start", problems).and_then(|text| {
        let period = Period::parse(text);
        if period.is_none() {
            problems.push(table.problem_at(
                "start",
                say!("native.not-period", text = text),
                word!("native.write-yyyy-mm-yyyy"),
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
            word!("native.another-frequency-than-rest"),
            word!("native.keep-months-quarters-years"),
        ));
        return;
    }
    if !builder.accepts_currency(&unit.currency) {
        problems.push(table.problem_at(
            "unit",
            word!("native.another-currency-than-rest"),
            word!("native.one-dataset-has-one"),
        ));
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
                say!("native.not-flow", text = text),
                word!("native.write-export-import-balance"),
            ));
        }
        flow
    });
    let item = builder.item(table.optional_str("item", problems).unwrap_or(""));
    let item = item.map_err(|hint| problems.push(table.problem_at("item", word!("native.unknown-item"), hint))).ok();
    let partner = builder.partner(table.optional_str("partner", problems).unwrap_or(""));
    let partner =
        partner.map_err(|hint| problems.push(table.problem_at("partner", word!("native.unknown-partner"), hint))).ok();
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
            problems.push(value.problem(
                say!("native.not-exact", describe = value.describe()),
                word!("native.put-decimal-numbers-quotes"),
            ));
            return None;
        }
    };
    let hint = match money::parse_amount(&text, power) {
        Ok(amount) => return Some(amount),
        Err(AmountError::NotANumber) => word!("native.write-digits-optional-sign"),
        Err(AmountError::TooFine) => word!("native.round-whole-units-currency"),
        Err(AmountError::TooLarge) => word!("native.check-unit-amounts-stay"),
    };
    problems.push(value.problem(say!("native.cannot-read-amount-2", text = text.escape_debug()), hint));
    None
}
