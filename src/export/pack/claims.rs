//! The claims of a pack: the table of both verdicts, after what changed between them.

use crate::app::State;
use crate::claims::{Judgement, words};
use crate::config::Negative;
use crate::say;
use crate::word;

use super::super::check::Check;
use super::super::markdown::escaped;

pub(super) fn write(state: &State, negative: Negative) -> String {
    let judgements = crate::claims::judge_all(state.view(), &state.dataset().statements);
    if judgements.is_empty() {
        return format!("{}\n", word!("pack.no-claims"));
    }
    let table = Check::new(state.view(), &judgements).noting(negative).to_markdown();
    let changed: Vec<String> = judgements.iter().filter(|it| it.then.verdict != it.now.verdict).map(line).collect();
    let changed = if changed.is_empty() { format!("{}\n", word!("pack.verdicts-same")) } else { changed.concat() };
    format!("{table}\n## {}\n\n{changed}", word!("pack.verdicts-changed"))
}

fn line(judgement: &Judgement) -> String {
    let (then, now) = (judgement.then.verdict.code(), judgement.now.verdict.code());
    let said = escaped(words::said(&judgement.statement));
    format!("- {}\n", say!("pack.verdict", said = said, then = then, now = now))
}
