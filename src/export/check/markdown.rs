//! The judgements as a Markdown table with a list of remarks.

use crate::claims::words;

use super::super::health;
use super::super::markdown::escaped as cell;
use super::Check;

pub(super) fn write(check: &Check<'_>) -> String {
    let mut text = format!("# Claims\n\n{}\n\n", cell(&check.summary()));
    text.push_str("| claim | stated | as spoken | computed | as known now | computed |\n|---|---|---|---|---|---|\n");
    for judgement in check.judgements {
        let statement = &judgement.statement;
        let cells = [
            words::said(statement).to_owned(),
            words::stated(statement),
            judgement.then.verdict.code().to_owned(),
            words::computed(&judgement.then, statement),
            judgement.now.verdict.code().to_owned(),
            words::computed(&judgement.now, statement),
        ];
        text.push_str(&format!("| {} |\n", cells.map(|text| cell(&text)).join(" | ")));
    }
    for judgement in check.judgements {
        let remarks = words::remarks(judgement, check.dataset());
        if !remarks.is_empty() {
            text.push_str(&format!("\n## {}\n\n", cell(&judgement.statement.id)));
        }
        for remark in remarks {
            text.push_str(&format!("- {}\n", cell(&remark)));
        }
    }
    if let Some(findings) = check.findings {
        text.push_str("\n## Data health\n\n");
        text.extend(health::text(findings, check.dataset()).lines().map(|line| format!("- {}\n", cell(line))));
    }
    text
}
