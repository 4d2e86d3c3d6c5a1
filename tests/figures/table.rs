//! Reads the tables in `tests/data/reference` and compares with them.

use std::collections::HashMap;
use std::path::Path;

use tradedeck::domain::{Period, Ratio};
use tradedeck::indicators::Measured;

/// A row of a table, by column.
pub struct Row {
    table: String,
    number: usize,
    cells: HashMap<String, String>,
}

impl Row {
    /// The text of a cell; empty where the table has none.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).unwrap_or_else(|| panic!("{self} has no column {column}"))
    }

    /// The text of a cell, or `None` where it is empty.
    pub fn given(&self, column: &str) -> Option<&str> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    pub fn int(&self, column: &str) -> i64 {
        self.maybe_int(column).unwrap_or_else(|| panic!("{self}, {column}: empty"))
    }

    pub fn maybe_int(&self, column: &str) -> Option<i64> {
        self.given(column).map(|text| text.parse().unwrap_or_else(|_| panic!("{self}, {column}: {text}")))
    }

    pub fn float(&self, column: &str) -> Option<f64> {
        self.given(column).map(|text| text.parse().unwrap_or_else(|_| panic!("{self}, {column}: {text}")))
    }

    pub fn period(&self, column: &str) -> Option<Period> {
        self.given(column).map(|text| Period::parse(text).unwrap_or_else(|| panic!("{self}, {column}: {text}")))
    }

    /// A whole number, exactly; undefined where the cell is empty.
    pub fn assert_int(&self, column: &str, measured: &Measured) {
        let found = measured.value.ok().map(|ratio| {
            assert_eq!(ratio.den(), 1, "{self}, {column}: not whole");
            ratio.num()
        });
        assert_eq!(found, self.maybe_int(column).map(i128::from), "{self}, {column}");
    }

    /// A ratio, to 1e-9; undefined where the cell is empty.
    pub fn assert_close(&self, column: &str, measured: &Measured) {
        self.assert_near(column, measured, 1e-9);
    }

    /// A number, to `tolerance` of itself (or of 1, where it is smaller).
    pub fn assert_near(&self, column: &str, measured: &Measured, tolerance: f64) {
        match (measured.value, self.float(column)) {
            (Ok(found), Some(expected)) => {
                let error = (found.approximate() - expected).abs() / expected.abs().max(1.0);
                assert!(error <= tolerance, "{self}, {column}: {} for {expected}", found.decimal(15));
            }
            (Err(_), None) => {}
            (found, expected) => panic!("{self}, {column}: {found:?} for {expected:?}"),
        }
    }

    /// A displayed string, exactly; undefined where the cell is empty.
    pub fn assert_display(&self, column: &str, measured: &Measured, decimals: u32) {
        let found = measured.value.ok().map(|ratio| shown(ratio, decimals));
        assert_eq!(found.as_deref(), self.given(column), "{self}, {column}");
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.csv:{}", self.table, self.number)
    }
}

/// All rows of a table.
pub fn rows(table: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/reference").join(table).with_extension("csv");
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let header = reader.headers().unwrap().clone();
    let row = |(index, record): (usize, csv::Result<csv::StringRecord>)| {
        let record = record.unwrap();
        let cells =
            header.iter().zip(record.iter()).map(|(column, cell)| (column.to_owned(), cell.to_owned())).collect();
        Row { table: table.to_owned(), number: index + 2, cells }
    };
    let rows: Vec<Row> = reader.records().enumerate().map(row).collect();
    assert!(!rows.is_empty(), "{table} is empty");
    rows
}

/// Rounds half away from zero and writes the digits; never `-0.0`.
pub fn shown(ratio: Ratio, decimals: u32) -> String {
    let units = ratio.rounded(decimals);
    let (magnitude, scale) = (units.unsigned_abs(), 10_u128.pow(decimals));
    let sign = if units < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{magnitude}"),
        _ => format!("{sign}{}.{:02$}", magnitude / scale, magnitude % scale, decimals as usize),
    }
}

/// A printed decimal number, exactly.
pub fn exact(text: &str) -> Ratio {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    Ratio::new(format!("{whole}{fraction}").parse().unwrap(), 10_i128.pow(fraction.len() as u32)).unwrap()
}
