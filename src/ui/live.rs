//! How the dataset on the screen stands to its source: stale or incomplete, and why.

use std::path::Path;

use crate::app::Live;
use crate::domain::Problem;
use crate::word;

/// The mark of the status line; `None` where all is as it should be.
pub fn mark(live: &Live) -> Option<String> {
    if let Some(reached) = &live.incomplete {
        let percent = reached.percent().map(|percent| format!(" {percent} %")).unwrap_or_default();
        return Some(format!("{}{percent}", word!("live.incomplete")));
    }
    (!live.source.is_empty()).then(|| word!("live.stale").to_owned())
}

/// The problem, with the name of the file without its folders: they would take the room of what is wrong.
pub fn problem(problem: &Problem) -> String {
    let name = Path::new(&problem.file).file_name().map(|name| name.to_string_lossy().into_owned());
    Problem { file: name.unwrap_or_else(|| problem.file.clone()), ..problem.clone() }.to_string()
}
