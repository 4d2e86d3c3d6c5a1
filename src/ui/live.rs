//! How the dataset on the screen stands to its source: stale or incomplete, and why.

use std::path::Path;

use crate::app::State;
use crate::domain::Problem;
use crate::{say, word};

/// The mark of the status line; `None` where all is as it should be.
pub fn mark(state: &State) -> Option<String> {
    let live = state.live();
    if let Some(reached) = &live.incomplete {
        let percent = reached.percent().map(|percent| format!(" {percent} %")).unwrap_or_default();
        let reading = match live.source.is_empty() {
            true => format!("{}{percent}", word!("live.incomplete")),
            false => word!("live.part-only").to_owned(),
        };
        let (doubtful, span) = (reached.is_doubtful, state.deck.lensed().published().span());
        return Some(match span {
            _ if doubtful => say!("live.months-lack-rows", mark = reading),
            Some((first, last)) => say!("live.months-shown", mark = reading, first = first, last = last),
            None => reading,
        });
    }
    (!live.source.is_empty()).then(|| word!("live.stale").to_owned())
}

/// The problem, with the name of the file without its folders: they would take the room of what is wrong.
pub fn problem(problem: &Problem) -> String {
    let name = Path::new(&problem.file).file_name().map(|name| name.to_string_lossy().into_owned());
    Problem { file: name.unwrap_or_else(|| problem.file.clone()), ..problem.clone() }.to_string()
}
