//! `tradedeck FILE --describe`: what a file is, without a dashboard.

use std::process::ExitCode;

use tradedeck::domain::Problem;
use tradedeck::runtime::setup::Request;
use tradedeck::runtime::sources;
use tradedeck::{say, word};

use super::{print, printable};

/// Prints the page, and saves what was assumed beside the files where that is asked for.
pub(super) fn run(request: &Request, saves_map: bool) -> Result<ExitCode, Vec<Problem>> {
    let page = sources::describe(&request.sources, &request.choices)?;
    print(&printable(page.text()));
    if saves_map {
        for (name, content) in page.mappings() {
            let beside =
                request.sources.first().and_then(|source| source.parent()).filter(|_| request.sources.len() == 1);
            let path = beside.map_or_else(|| name.into(), |folder| folder.join(name));
            write_new(&path, content)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A mapping that is there may have been corrected by hand.
fn write_new(path: &std::path::Path, content: &str) -> Result<(), Vec<Problem>> {
    let problem = |what: String, hint: &str| vec![Problem::whole_file(path.display().to_string(), what, hint)];
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    let written = written.and_then(|mut file| std::io::Write::write_all(&mut file, content.as_bytes()));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            problem(word!("cli.there-such-mapping-already").to_owned(), word!("cli.remove-first"))
        }
        _ => problem(say!("cli.cannot-written", error = error), word!("cli.check-folder")),
    })
}
