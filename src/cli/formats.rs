//! `tradedeck formats`: what can be read.

use std::process::ExitCode;

use tradedeck::domain::Problem;
use tradedeck::import::{IMPORTERS, NATIVE};

/// Prints the list.
pub(super) fn run() -> Result<ExitCode, Vec<Problem>> {
    let native = (NATIVE, "datasets and tidy CSV of tradedeck", "dataset.toml, or CSV with period, flow, value, unit");
    let foreign = IMPORTERS.iter().map(|importer| (importer.name, importer.title, importer.known_by));
    for (name, title, known_by) in std::iter::once(native).chain(foreign) {
        super::print(&format!("{name:<18} {title}\n{:<18}   {known_by}\n", ""));
    }
    super::print(
        "\nThe format is found by content; --format NAME overrides. `tradedeck FILE --describe` says what a file is.\n",
    );
    Ok(ExitCode::SUCCESS)
}
