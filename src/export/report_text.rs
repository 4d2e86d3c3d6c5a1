//! The report as plain text: the sentences, then a table of the figures.

use std::fmt::Write as _;

use super::report::Report;

pub(super) fn write(report: &Report) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}\n{}\n", report.title(), report.basis());
    let sentences = &report.headlines;
    for sentence in
        [&sentences.headline, &sentences.balance, &sentences.streaks, &sentences.focus_item, &sentences.targets]
    {
        let end = if sentence.ends_with('.') { "" } else { "." };
        let _ = writeln!(text, "{sentence}{end}");
    }
    let name_width = report.figures.iter().map(|figure| figure.id.len()).max().unwrap_or(0);
    let _ = writeln!(
        text,
        "\n{:name_width$}  {:>16}  {:<12}  {:<12}  newest source",
        "figure", "value", "status", "released"
    );
    for figure in &report.figures {
        let (released, source) = figure.newest_input().unwrap_or(("-", "-"));
        let (id, shown, status) = (&figure.id, figure.shown(), figure.status);
        let _ = writeln!(text, "{id:name_width$}  {shown:>16}  {status:<12}  {released:<12}  {source}");
    }
    text
}
