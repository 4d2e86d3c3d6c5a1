//! A tidy CSV: one row per published number.

use crate::domain::money::AmountError;
use crate::domain::{Date, Flow, ObsStatus, Observation, Origin, Period, Problem, Scale, SeriesKey, Window, money};

use super::super::progress::Progress;
use super::builder::Builder;
use super::table::{Column, CsvTable, Row};

const COLUMNS: [Column; 10] = [
    ("period", true),
    ("flow", true),
    ("value", true),
    ("item", false),
    ("partner", false),
    ("window", false),
    ("unit", false),
    ("status", false),
    ("released", false),
    ("source", false),
];

const PERIOD: usize = 0;
const FLOW: usize = 1;
const VALUE: usize = 2;
const ITEM: usize = 3;
const PARTNER: usize = 4;
const WINDOW: usize = 5;
const UNIT: usize = 6;
const STATUS: usize = 7;
const RELEASED: usize = 8;
const SOURCE: usize = 9;

/// Cells that say "not known".
const MISSING: [&str; 5] = ["", "..", ":", "NA", "-"];

/// Adds every row of the file to `builder`. `unit` holds for rows that name none.
pub(super) fn read(
    (name, bytes): (&str, &[u8]),
    progress: Option<&Progress>,
    builder: &mut Builder,
    unit: Option<&Scale>,
    problems: &mut Vec<Problem>,
) {
    let file = builder.file(name);
    let Some(table) = CsvTable::open(name, bytes, &COLUMNS, problems) else { return };
    let mut last_unit: Option<(String, Scale)> = None;
    table.telling(progress).rows(problems, |row, problems| {
        if MISSING.contains(&row.cell(VALUE)) {
            return;
        }
        if let Err(problem) = add(row, file, builder, unit, &mut last_unit) {
            problems.push(problem);
        }
    });
}

fn add(
    row: &Row<'_>,
    file: u16,
    builder: &mut Builder,
    unit: Option<&Scale>,
    last_unit: &mut Option<(String, Scale)>,
) -> Result<(), Problem> {
    let period = period(row, builder)?;
    let key = key(row, builder)?;
    let power = power(row, builder, unit, last_unit)?;
    let amount = money::parse_amount(row.cell(VALUE), power).map_err(|error| amount_problem(row, error))?;
    let status = ObsStatus::parse(row.cell(STATUS)).ok_or_else(|| {
        row.problem(STATUS, "unknown status {}", "use A settled, P provisional, E estimated, F forecast or B break")
    })?;
    let source = builder.source(row.cell(SOURCE)).map_err(|hint| row.problem(SOURCE, "unknown source {}", hint))?;
    let release = builder.release(period, released(row)?, !status.is_open());
    let origin = Origin { file, line: row.line };
    builder.add(
        key,
        Observation { period, value: amount.value, rounding: amount.rounding, status, release, source, origin },
    );
    Ok(())
}

fn period(row: &Row<'_>, builder: &mut Builder) -> Result<Period, Problem> {
    let hint = "write YYYY-MM, YYYY-Q1 to Q4, or YYYY";
    let period = Period::parse(row.cell(PERIOD)).ok_or_else(|| row.problem(PERIOD, "{} is not a period", hint))?;
    if builder.accepts(period) {
        return Ok(period);
    }
    Err(row.problem(
        PERIOD,
        "{} is of another frequency than the rest",
        "keep months, quarters and years in datasets of their own",
    ))
}

fn key(row: &Row<'_>, builder: &mut Builder) -> Result<SeriesKey, Problem> {
    let flow = Flow::parse(row.cell(FLOW))
        .ok_or_else(|| row.problem(FLOW, "{} is not a flow", "write export, import or balance"))?;
    let window = Window::parse(row.cell(WINDOW))
        .ok_or_else(|| row.problem(WINDOW, "{} is not a window", "leave it empty, or write 1-10, 1-20 or ytd"))?;
    let item = builder.item(row.cell(ITEM)).map_err(|hint| row.problem(ITEM, "unknown item {}", hint))?;
    let partner =
        builder.partner(row.cell(PARTNER)).map_err(|hint| row.problem(PARTNER, "unknown partner {}", hint))?;
    Ok(SeriesKey { flow, item, partner, window })
}

fn power(
    row: &Row<'_>,
    builder: &mut Builder,
    unit: Option<&Scale>,
    last: &mut Option<(String, Scale)>,
) -> Result<u32, Problem> {
    let cell = row.cell(UNIT);
    if let Some((text, scale)) = last.as_ref().filter(|(text, _)| text == cell && !cell.is_empty()) {
        debug_assert_eq!(text, cell);
        return Ok(scale.power);
    }
    let scale = match (cell, unit) {
        ("", Some(unit)) => unit.clone(),
        ("", None) => {
            return Err(row.problem(
                UNIT,
                "no unit",
                "add a `unit` column with USD, USD thousand, USD million, 억 달러 …",
            ));
        }
        (text, _) => {
            let hint = "write a currency and a power: USD, USD thousand, USD million, USD billion, 억 달러";
            Scale::parse(text).ok_or_else(|| row.problem(UNIT, "unknown unit {}", hint))?
        }
    };
    if !builder.accepts_currency(&scale.currency) {
        let hint = format!("the rows before are in {}; one dataset has one currency", builder.dataset.currency);
        return Err(row.problem(UNIT, "{} is another currency", hint));
    }
    let power = scale.power;
    *last = Some((cell.to_owned(), scale));
    Ok(power)
}

fn released(row: &Row<'_>) -> Result<Option<Date>, Problem> {
    let text = row.cell(RELEASED);
    if text.is_empty() {
        return Ok(None);
    }
    let problem = || row.problem(RELEASED, "{} is not a date", "write YYYY-MM-DD, or leave it empty");
    date(text.as_bytes()).map(Some).ok_or_else(problem)
}

/// Reads `YYYY-MM-DD`, by hand: most rows have one.
fn date(text: &[u8]) -> Option<Date> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let number = |digits: &[u8]| {
        let digit = |sum: u32, digit: &u8| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'));
        digits.iter().try_fold(0, digit)
    };
    let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
    Date::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

fn amount_problem(row: &Row<'_>, error: AmountError) -> Problem {
    match error {
        AmountError::NotANumber => {
            row.problem(VALUE, "{} is not a number", "write digits with an optional sign and decimal point")
        }
        AmountError::TooFine => row.problem(
            VALUE,
            "{} has more decimals than its unit has room for",
            "round to whole units of the currency",
        ),
        AmountError::TooLarge => {
            row.problem(VALUE, "{} is too large to be true", "check the unit: amounts stay below 10^16 of the currency")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_chrono_reads_them() {
        for text in ["2023-03-01", "2024-02-29", "1999-12-31"] {
            assert_eq!(date(text.as_bytes()), text.parse().ok(), "{text}");
        }
        for text in ["2023-02-29", "2023-13-01", "2023-3-1", "20230301", "2023-03-0x", "2023-03-011", "２０２３"] {
            assert_eq!(date(text.as_bytes()), None, "{text}");
        }
    }
}
