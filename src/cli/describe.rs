//! `tradedeck FILE --describe`: what a file is, without a dashboard.

use std::process::ExitCode;

use tradedeck::domain::Problem;
use tradedeck::runtime::setup::Request;
use tradedeck::runtime::{save_map, sources};

use super::{print, printable};

/// Prints the page, and saves what was assumed beside the files where that is asked for.
pub(super) fn run(request: &Request, saves_map: bool) -> Result<ExitCode, Vec<Problem>> {
    let files = request.files();
    let page = sources::describe(&files, &request.choices)?;
    print(&printable(page.text()));
    if saves_map {
        for (name, content) in page.mappings() {
            save_map::save(&files, name, content).map_err(|problem| vec![problem])?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
