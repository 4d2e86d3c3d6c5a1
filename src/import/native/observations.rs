//! A tidy CSV: one row per published number.

use crate::domain::money::AmountError;
use crate::domain::{Date, Flow, ObsStatus, Observation, Origin, Period, Problem, Scale, SeriesKey, Window, money};
use crate::say;
use crate::word;

use super::super::progress::Progress;
use super::builder::Builder;
use super::table::{Column, CsvTable, Row};

pub(super) const COLUMNS: [Column; 10] = [
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
        row.problem(
            STATUS,
            say!("native.unknown-status", cell = row.quoted(STATUS)),
            word!("native.use-settled-p-provisional"),
        )
    })?;
    let source = builder
        .source(row.cell(SOURCE))
        .map_err(|hint| row.problem(SOURCE, say!("native.unknown-source-2", cell = row.quoted(SOURCE)), hint))?;
    let release = builder.release(period, released(row)?, !status.is_open());
    let origin = Origin { file, line: row.line };
    builder.add(
        key,
        Observation { period, value: amount.value, rounding: amount.rounding, status, release, source, origin },
    );
    Ok(())
}

fn period(row: &Row<'_>, builder: &mut Builder) -> Result<Period, Problem> {
    let hint = word!("native.write-yyyy-mm-yyyy-2");
    let period = Period::parse(row.cell(PERIOD))
        .ok_or_else(|| row.problem(PERIOD, say!("native.not-period-2", cell = row.quoted(PERIOD)), hint))?;
    if builder.accepts(period) {
        return Ok(period);
    }
    Err(row.problem(
        PERIOD,
        say!("native.another-frequency-than-rest-2", cell = row.quoted(PERIOD)),
        word!("native.keep-months-quarters-years-2"),
    ))
}

fn key(row: &Row<'_>, builder: &mut Builder) -> Result<SeriesKey, Problem> {
    let flow = Flow::parse(row.cell(FLOW)).ok_or_else(|| {
        row.problem(
            FLOW,
            say!("native.not-flow-2", cell = row.quoted(FLOW)),
            word!("native.write-export-import-balance"),
        )
    })?;
    let window = Window::parse(row.cell(WINDOW)).ok_or_else(|| {
        row.problem(WINDOW, say!("native.not-window", cell = row.quoted(WINDOW)), word!("native.leave-empty-write-1"))
    })?;
    let item = builder
        .item(row.cell(ITEM))
        .map_err(|hint| row.problem(ITEM, say!("native.unknown-item-3", cell = row.quoted(ITEM)), hint))?;
    let partner = builder
        .partner(row.cell(PARTNER))
        .map_err(|hint| row.problem(PARTNER, say!("native.unknown-partner-2", cell = row.quoted(PARTNER)), hint))?;
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
            return Err(row.problem(UNIT, word!("native.no-unit"), word!("native.add-unit-column-usd")));
        }
        (text, _) => {
            let hint = word!("native.write-currency-power-usd");
            Scale::parse(text)
                .ok_or_else(|| row.problem(UNIT, say!("native.unknown-unit-4", cell = row.quoted(UNIT)), hint))?
        }
    };
    if !builder.accepts_currency(&scale.currency) {
        let hint = say!("native.rows-before-one-dataset", currency = builder.dataset.currency);
        return Err(row.problem(UNIT, say!("native.another-currency-2", cell = row.quoted(UNIT)), hint));
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
    let problem = || {
        row.problem(
            RELEASED,
            say!("native.not-date-2", cell = row.quoted(RELEASED)),
            word!("native.write-yyyy-mm-dd-2"),
        )
    };
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
        AmountError::NotANumber => row.problem(
            VALUE,
            say!("native.not-number-2", cell = row.quoted(VALUE)),
            word!("native.write-digits-optional-sign"),
        ),
        AmountError::TooFine => row.problem(
            VALUE,
            say!("native.has-more-decimals-than", cell = row.quoted(VALUE)),
            word!("native.round-whole-units-currency"),
        ),
        AmountError::TooLarge => row.problem(
            VALUE,
            say!("native.too-large-true", cell = row.quoted(VALUE)),
            word!("native.check-unit-amounts-stay"),
        ),
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
