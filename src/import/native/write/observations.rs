//! The tidy CSV: every observation as it was printed, so that its rounding reads back.

use crate::domain::{Dataset, ObsStatus, Observation, SeriesKey};

/// All observations.
pub(super) fn write(dataset: &Dataset) -> String {
    let header = ["period", "flow", "item", "partner", "window", "value", "unit", "status", "released", "source"];
    let rows = dataset.series.iter().flat_map(|series| series.observations.iter().map(move |row| (series.key, row)));
    super::csv(&header, rows.map(|(key, row)| cells(dataset, key, row)))
}

fn cells(dataset: &Dataset, key: SeriesKey, row: &Observation) -> Vec<String> {
    let (value, unit) = printed(row.value, row.rounding, &dataset.currency);
    let status = if row.status == ObsStatus::Normal { "" } else { row.status.code() };
    // A date by the release rule is worked out anew.
    let released = row.release.date.filter(|_| !row.release.presumed).map_or_else(String::new, |date| date.to_string());
    let source = row.source.map_or("", |source| &dataset.source(source).id);
    vec![
        row.period.to_string(),
        key.flow.code().to_owned(),
        dataset.item(key.item).id.clone(),
        dataset.partner(key.partner).id.clone(),
        key.window.code().to_owned(),
        value,
        unit,
        status.to_owned(),
        released,
        source.to_owned(),
    ]
}

/// Units with the power of ten of each.
const UNITS: [(&str, u32); 5] = [("", 0), (" thousand", 3), (" million", 6), (" billion", 9), (" trillion", 12)];

/// An amount with as many digits as were printed, in the smallest unit that has room for them: 46,270,000,000 rounded to
/// ten million is `46270.0` million … and `46.27` billion would be the same.
pub(super) fn printed(value: i64, rounding: i64, currency: &str) -> (String, String) {
    let mut zeros = rounding.max(1).ilog10();
    while zeros > 0 && value % 10_i64.pow(zeros) != 0 {
        zeros -= 1;
    }
    let (name, power) = UNITS.iter().find(|(_, power)| *power >= zeros).copied().unwrap_or(UNITS[UNITS.len() - 1]);
    let decimals = power.saturating_sub(zeros) as usize;
    let digits = (value.unsigned_abs() / 10_u64.pow(zeros.min(power))).to_string();
    let digits = format!("{digits:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let (sign, point) = (if value < 0 { "-" } else { "" }, if decimals > 0 { "." } else { "" });
    (format!("{sign}{whole}{point}{fraction}"), format!("{currency}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amount, Scale, money};

    #[test]
    fn printed_amounts_read_back() {
        for (value, zeros) in
            [(46_270_000_000, 7), (0, 7), (-5, 0), (-500, 2), (1_000, 3), (7_000_000_000_000, 12), (-12_000, 1)]
        {
            let (text, unit) = printed(value, 10_i64.pow(zeros), "USD");
            let power = Scale::parse(&unit).unwrap().power;
            let amount = Amount { value, rounding: 10_i64.pow(zeros) };
            assert_eq!(money::parse_amount(&text, power), Ok(amount), "{text} {unit}");
        }
        assert_eq!(printed(46_270_000_000, 10_000_000, "USD"), ("46.27".into(), "USD billion".into()));
    }
}
