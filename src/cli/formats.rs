//! `tradedeck formats`: what can be read.

use std::process::ExitCode;

use tradedeck::domain::Problem;
use tradedeck::import::{IMPORTERS, NATIVE};

/// Prints the list.
pub(super) fn run() -> Result<ExitCode, Vec<Problem>> {
    let native = (NATIVE, "dataset.toml, or a tidy CSV: docs/formats.md", "");
    let foreign = IMPORTERS.iter().map(|importer| (importer.name, importer.title, importer.publisher));
    for (name, title, publisher) in std::iter::once(native).chain(foreign) {
        let publisher = if publisher.is_empty() { String::new() } else { format!(" [{publisher}]") };
        super::print(&format!("{name:<18} {title}{publisher}\n"));
    }
    super::print(
        "\nThe format is found by content; --format NAME overrides. `tradedeck FILE --describe` says what a file is.\n",
    );
    Ok(ExitCode::SUCCESS)
}
