//! `tradedeck formats`: what can be read.

use std::process::ExitCode;

use tradedeck::domain::Problem;
use tradedeck::import::{IMPORTERS, NATIVE};
use tradedeck::word;

/// Prints the list.
pub(super) fn run() -> Result<ExitCode, Vec<Problem>> {
    let native = (NATIVE, word!("cli.datasets-tidy-csv-tradedeck"), word!("cli.dataset-toml-csv-period"));
    let foreign = IMPORTERS.iter().map(|importer| (importer.name, (importer.title)(), (importer.known_by)()));
    for (name, title, known_by) in std::iter::once(native).chain(foreign) {
        super::print(&format!("{name:<18} {title}\n{:<18}   {known_by}\n", ""));
    }
    super::print(word!("cli.formats-note"));
    Ok(ExitCode::SUCCESS)
}
