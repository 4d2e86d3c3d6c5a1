//! The report as Markdown.

use crate::say;
use crate::word;

use super::page::{Page, Section, Table};
use super::text::{ended, parenthesis};

pub(super) fn write(page: &Page<'_>) -> String {
    let report = page.report;
    let mut text = format!("# {}\n\n{}\n\n", escaped(&report.title()), escaped(&report.basis()));
    if !report.lens.words.is_empty() {
        text.push_str(&format!("{}\n\n", escaped(&say!("report.lens", lens = report.lens.words))));
    }
    text.push_str(&format!("**{}**\n", escaped(&ended(&page.headline))));
    for section in &page.sections {
        text.push_str(&of_section(section));
    }
    text.push_str(&format!("\n## {}\n\n{}", word!("report.sources"), table(&page.sources)));
    text.push_str(&format!("\n{}\n", escaped(&report.maker())));
    text
}

fn of_section(section: &Section) -> String {
    let heading = escaped(&format!("{}{}", section.title, parenthesis(&section.note)));
    let mut text = format!("\n## {heading}\n\n{}\n", escaped(&ended(&section.sentence)));
    for shown in section.tables.iter().filter(|table| !table.rows.is_empty()) {
        text.push_str(&format!("\n{}:\n\n{}", escaped(&shown.caption), table(shown)));
    }
    if !section.remarks.is_empty() {
        text.push('\n');
    }
    for remark in &section.remarks {
        text.push_str(&format!("- {}\n", escaped(remark)));
    }
    text
}

/// A table, numbers to the right.
pub(super) fn table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let titles = table.columns.iter().map(|column| escaped(&column.title)).collect();
    let rules = table.columns.iter().map(|column| if column.numeric { "---:" } else { "---" }.to_owned()).collect();
    let rows = table.rows.iter().map(|row| line(row.iter().map(|cell| escaped(cell)).collect()));
    [line(titles), line(rules)].into_iter().chain(rows).collect()
}

/// Text that stays in its cell and is no markup.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '*' | '_' | '`' | '<' | '[' | ']' | '\\' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}
