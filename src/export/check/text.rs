//! The judgements as a table in plain text, with remarks below it.

use unicode_width::UnicodeWidthStr as _;

use crate::claims::words;
use crate::word;

use super::Check;

/// Number of columns.
const COLUMNS: usize = 7;

fn header() -> [String; COLUMNS] {
    [
        word!("report.claim"),
        word!("report.stated"),
        word!("report.spoken"),
        word!("report.computed"),
        word!("report.now"),
        word!("report.computed"),
        word!("report.gap"),
    ]
    .map(str::to_owned)
}

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
    let mut rows = vec![header()];
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
fn aligned(rows: &[[String; COLUMNS]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..COLUMNS).map(width).collect();
    let line = |row: &[String; COLUMNS]| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let blanks = " ".repeat(width - cell.width());
            if matches!(column, 0 | 2 | 4) { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}
