//! Which column is what, written by hand in a small TOML file beside the data: `FILE.map.toml`.

use crate::domain::Problem;
use crate::domain::spelling;
use crate::domain::toml_tree::{Document, Table};

use crate::{say, word};

use super::extract::Mark;
use super::native::quoted;

/// What every column of a table is. Columns are named by their header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The line or row of the header, from 1; found where it is not given.
    pub header_row: Option<u32>,
    /// Holds the periods.
    pub period: Option<String>,
    /// Holds the months where `period` holds only years.
    pub month: Option<String>,
    /// Holds the flow in words.
    pub flow: Option<String>,
    /// Holds values whose flow another column, or the user, names.
    pub value: Option<String>,
    /// Holds exports.
    pub export: Option<String>,
    /// Holds imports.
    pub import: Option<String>,
    /// Holds balances.
    pub balance: Option<String>,
    /// Holds codes or names of goods.
    pub item: Option<String>,
    /// Holds codes or names of partners.
    pub partner: Option<String>,
    /// Holds codes or names of reporters.
    pub reporter: Option<String>,
    /// Unit of all values.
    pub unit: Option<String>,
    /// The decimal mark; the one that more cells can be read with where it is not given.
    pub decimal: Option<Mark>,
}

/// A table of no known format, and what each of its columns is taken for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapped {
    /// The file, as the reader calls it.
    pub file: String,
    /// What the columns are taken for.
    pub mapping: Mapping,
    /// All columns of the table.
    pub columns: Vec<String>,
}

/// Every key of a mapping.
pub const KEYS: [&str; 13] = [
    "period",
    "month",
    "flow",
    "value",
    "export",
    "import",
    "balance",
    "item",
    "partner",
    "reporter",
    "unit",
    "decimal",
    "header_row",
];

/// What is written in place of a key to choose one of several tables.
pub const FILE: &str = "file";

/// The keys that name columns, in the order in which they are written.
const COLUMNS: [&str; 10] =
    ["period", "month", "flow", "value", "export", "import", "balance", "item", "partner", "reporter"];

/// The name of the mapping of a file.
pub fn name_for(file: &str) -> String {
    format!("{file}.map.toml")
}

impl Mapping {
    fn column(&mut self, key: &str) -> Option<&mut Option<String>> {
        Some(match key {
            "period" => &mut self.period,
            "month" => &mut self.month,
            "flow" => &mut self.flow,
            "value" => &mut self.value,
            "export" => &mut self.export,
            "import" => &mut self.import,
            "balance" => &mut self.balance,
            "item" => &mut self.item,
            "partner" => &mut self.partner,
            "reporter" => &mut self.reporter,
            _ => return None,
        })
    }

    /// Gives a key another value as it would stand in the file; an empty one takes the key away.
    ///
    /// # Errors
    /// In words, that there is no such key, or that it takes no such value.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), String> {
        let given = (!value.is_empty()).then(|| value.to_owned());
        match key {
            "unit" => self.unit = given,
            "decimal" => {
                self.decimal = match value {
                    "," => Some(Mark::Comma),
                    "." => Some(Mark::Point),
                    "" => None,
                    _ => return Err(word!("map.no-decimal").to_owned()),
                }
            }
            "header_row" => {
                let row = given.as_deref().map(str::parse).transpose();
                self.header_row =
                    row.ok().filter(|row| *row != Some(0)).ok_or_else(|| word!("map.no-row").to_owned())?;
            }
            key => match self.column(key) {
                Some(column) => *column = given,
                None => return Err(say!("map.no-key", key = key, hint = spelling::suggestion(key, &KEYS))),
            },
        }
        Ok(())
    }

    /// The columns that are named, each with its key.
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let mut copy = self.clone();
        COLUMNS.iter().filter_map(|key| Some((*key, copy.column(key)?.take()?))).collect()
    }

    /// Reads a mapping.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(name: &str, text: &str) -> Result<Mapping, Vec<Problem>> {
        let document = Document::parse(name, text)?;
        let root: &Table = document.root();
        let mut problems = Vec::new();
        let mut mapping = Mapping {
            header_row: root.integer_in("header_row", 1..=1_000_000, &mut problems).map(|row| row as u32),
            unit: root.optional_str("unit", &mut problems).map(str::to_owned),
            ..Mapping::default()
        };
        mapping.decimal = root.one_of("decimal", &[".", ","], &mut problems).map(|mark| match mark {
            "," => Mark::Comma,
            _ => Mark::Point,
        });
        if let Some(columns) = root.optional_table("columns", &mut problems) {
            for key in COLUMNS {
                let name = columns.optional_str(key, &mut problems).map(str::to_owned);
                if let Some(column) = mapping.column(key) {
                    *column = name;
                }
            }
            columns.finish(&mut problems);
        }
        root.finish(&mut problems);
        if problems.is_empty() { Ok(mapping) } else { Err(problems) }
    }

    /// What every column is taken for, in a row: `period = Month, export = Exports`.
    pub fn in_words(&self) -> String {
        let unit = self.unit.iter().map(|unit| format!("unit = {unit}"));
        let columns = self.named().into_iter().map(|(key, name)| format!("{key} = {name}"));
        columns.chain(unit).collect::<Vec<_>>().join(", ")
    }

    /// The mapping as TOML that reads back to it.
    pub fn to_toml(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.header_row.map(|row| format!("header_row = {row}")));
        lines.extend(self.unit.as_ref().map(|unit| format!("unit = {}", quoted(unit))));
        lines.extend(self.decimal.map(|mark| format!("decimal = {}", quoted(mark.sign()))));
        lines.push("\n[columns]".to_owned());
        lines.extend(self.named().iter().map(|(key, name)| format!("{key} = {}", quoted(name))));
        lines.join("\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_reads_back() {
        let mapping = Mapping {
            header_row: Some(3),
            period: Some("Monat \"x\"".into()),
            export: Some("Ausfuhr\\".into()),
            unit: Some("EUR million".into()),
            decimal: Some(Mark::Comma),
            ..Mapping::default()
        };
        assert_eq!(Mapping::parse("m", &mapping.to_toml()), Ok(mapping));
    }

    #[test]
    fn a_key_is_given_another_value_or_taken_away() {
        let mut mapping = Mapping::default();
        for (key, value) in [("export", "Ausfuhr"), ("unit", "EUR million"), ("decimal", ","), ("header_row", "3")] {
            assert_eq!(mapping.set(key, value), Ok(()));
        }
        assert_eq!(mapping.set("export", ""), Ok(()));
        assert_eq!(mapping.to_toml(), "header_row = 3\nunit = \"EUR million\"\ndecimal = \",\"\n\n[columns]\n");
        assert!(mapping.set("exprot", "x").unwrap_err().contains("did you mean `export`?"));
        for (key, value) in [("decimal", ";"), ("header_row", "0"), ("header_row", "three")] {
            assert!(mapping.set(key, value).is_err(), "{key} {value}");
        }
    }

    #[test]
    fn slips_are_told() {
        let problems = Mapping::parse("x.map.toml", "decimal = \";\"\n[columns]\nperoid = \"a\"\n").unwrap_err();
        let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(texts.iter().any(|text| text.contains("did you mean `period`?")), "{texts:?}");
    }
}
