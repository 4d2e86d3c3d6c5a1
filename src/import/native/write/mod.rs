//! A dataset as files of the native format, which read back to the same figures: `dataset.toml`, `trade.csv`, and lists
//! beside them where there are any.

mod about;
mod claims;
mod lists;
mod observations;
mod toml;

use crate::domain::{Dataset, Statement};

pub(in crate::import) use toml::quoted;

/// A file: its name and its content.
pub type File = (String, String);

/// Name of the file of observations.
const TRADE: &str = "trade.csv";
const SOURCES: &str = "sources.csv";
const HOLIDAYS: &str = "holidays.csv";
const WORKING_DAYS: &str = "working_days.csv";

/// The files of a dataset; the first is `dataset.toml`.
pub fn write(dataset: &Dataset) -> Vec<File> {
    let mut files = vec![("dataset.toml".to_owned(), about::write(dataset))];
    files.push((TRADE.to_owned(), observations::write(dataset)));
    let lists = [
        (SOURCES, lists::sources(dataset)),
        (HOLIDAYS, lists::holidays(dataset)),
        (WORKING_DAYS, lists::working_days(dataset)),
    ];
    files.extend(lists.into_iter().filter_map(|(name, content)| Some((name.to_owned(), content?))));
    files
}

/// Statements as a file of claims about the dataset.
pub fn write_claims(dataset: &Dataset, statements: &[Statement]) -> String {
    let mut toml = toml::Toml::default();
    statements.iter().for_each(|statement| claims::write(&mut toml, dataset, statement));
    toml.finish()
}

/// Rows of cells as CSV.
fn csv(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(&row);
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
