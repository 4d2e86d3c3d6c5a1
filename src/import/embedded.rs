//! The Korean dataset that is compiled into the program.

use std::borrow::Cow;

use crate::domain::{Dataset, Problem};

use super::Files;

/// Files of `assets/korea`.
#[derive(Debug, Clone, Copy)]
pub struct Embedded;

macro_rules! korea {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../assets/korea/", $name)).as_slice())),*]
    };
}

const KOREA: &[(&str, &[u8])] = korea![
    "dataset.toml",
    "sources.csv",
    "holidays.csv",
    "working_days.csv",
    "totals.csv",
    "year_to_date.csv",
    "semiconductors.csv",
    "semiconductors_hs.csv",
    "items.csv",
    "items_hs.csv",
    "partners.csv",
    "partners_customs.csv",
    "energy.csv",
    "flash.csv",
];

impl Files for Embedded {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let found = KOREA.iter().find(|(known, _)| *known == name);
        found
            .map(|(_, bytes)| Cow::Borrowed(*bytes))
            .ok_or_else(|| Problem::whole_file(name, "not in the embedded dataset", "add it to src/import/embedded.rs"))
    }
}

/// The Korean dataset.
///
/// # Errors
/// None, as long as the tests pass.
pub fn korea() -> Result<Dataset, Vec<Problem>> {
    super::load(&Embedded, "dataset.toml")
}
