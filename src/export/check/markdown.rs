//! The judgements as a Markdown table with a list of remarks.

use crate::claims::words;
use crate::word;

use super::super::health;
use super::super::markdown::escaped as cell;
use super::Check;

pub(super) fn write(check: &Check<'_>) -> String {
    let mut text = format!("# {}\n\n{}\n\n", word!("report.claims"), cell(&check.summary()));
    let titles = [
        word!("report.claim"),
        word!("report.stated"),
        word!("report.as-spoken"),
        word!("report.computed"),
        word!("report.as-known-now"),
        word!("report.computed"),
    ];
    text.push_str(&format!("| {} |\n|---|---|---|---|---|---|\n", titles.join(" | ")));
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
        text.push_str(&format!("\n## {}\n\n", word!("report.data-health")));
        text.extend(health::text(findings, check.dataset()).lines().map(|line| format!("- {}\n", cell(line))));
    }
    text
}
