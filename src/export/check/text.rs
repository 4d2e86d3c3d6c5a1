//! The judgements as a table in plain text, with remarks below it.

use crate::claims::words;

use super::Check;

const HEADER: [&str; 7] = ["claim", "stated", "spoken", "computed", "now", "computed", "gap"];

pub(super) fn write(check: &Check<'_>) -> String {
    let row = |judgement: &crate::claims::Judgement| {
        let statement = &judgement.statement;
        let gap = [&judgement.now, &judgement.then].map(|side| words::gap(side, statement));
        let [now, then] = gap;
        [
            statement.id.clone(),
            words::stated(statement),
            judgement.then.verdict.code().to_owned(),
            words::computed(&judgement.then, statement),
            judgement.now.verdict.code().to_owned(),
            words::computed(&judgement.now, statement),
            if now.is_empty() { then } else { now },
        ]
    };
    let mut rows = vec![HEADER.map(str::to_owned)];
    rows.extend(check.judgements.iter().map(row));
    let mut text = format!("{}\n\n", check.summary());
    text.push_str(&aligned(&rows));
    for judgement in check.judgements {
        let remarks = words::remarks(judgement, check.dataset());
        if !remarks.is_empty() {
            text.push_str(&format!("\n{}: {}\n", judgement.statement.id, words::said(&judgement.statement)));
        }
        for remark in remarks {
            text.push_str(&format!("  - {remark}\n"));
        }
    }
    text
}

/// Columns of equal width: words to the left, numbers to the right.
fn aligned(rows: &[[String; 7]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEADER.len()).map(width).collect();
    let line = |row: &[String; 7]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 | 2 | 4 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
