//! The report as one page that needs nothing else: no script, no font, no request.

mod bars;
mod chart;
mod columns;
mod key_numbers;
mod lines;
mod target;

use crate::say;
use crate::word;

use super::page::{Chart, Page, Section, Table, codes};
use super::report::{Report, SeriesOf};
use super::text::ended;
use crate::words::language;

/// Nothing is loaded from anywhere, whatever a dataset has in its texts.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Bytes of the longest word with hyphens in a table that is never broken.
const LONGEST_WORD: usize = 24;

/// Letters of the longest cell that may be broken at any blank.
const LONGEST_LABEL: usize = 28;

pub(super) fn write(page: &Page<'_>) -> String {
    let report = page.report;
    let body = of_month(page, ["h1", "h2"], "");
    document(&report.title(), &report.maker(), &body)
}

/// The pages of several months below a table of them.
pub(super) fn of_months(title: &str, months: &Table, pages: &[Page<'_>]) -> String {
    let maker = pages.first().map(|page| page.report.maker()).unwrap_or_default();
    let of_page = |page: &Page<'_>| of_month(page, ["h2", "h3"], &format!("{}-", page.report.month));
    let bodies: String = pages.iter().map(of_page).collect();
    document(title, &maker, &format!("<header>\n<h1>{}</h1>\n{}</header>\n{bodies}", escaped(title), table(months)))
}

fn document(title: &str, maker: &str, body: &str) -> String {
    let (title, maker) = (escaped(title), escaped(maker));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"{maker}\">\n<title>{title}</title>\n<style>\n{css}</style>\n</head>\n<body>\n\
         {body}<footer><p>{title}. {maker}.</p></footer>\n</body>\n</html>\n",
        language = language().code(),
        css = include_str!("page.css"),
    )
}

/// A month with its heading, and headings of its sections; ids of these begin with `prefix`.
fn of_month(page: &Page<'_>, [heading, inner]: [&str; 2], prefix: &str) -> String {
    let report = page.report;
    let sections: String = page.sections.iter().map(|section| of_section(report, section, inner, prefix)).collect();
    let lens = &report.lens.words;
    let lens = if lens.is_empty() {
        String::new()
    } else {
        format!("<p>{}</p>\n", escaped(&say!("report.lens", lens = lens)))
    };
    format!(
        "<header>\n<{heading}>{title}</{heading}>\n<p>{basis}</p>\n{lens}<p class=\"headline\">{headline}</p>\n{key_numbers}</header>\n\
         {sections}<section>\n<{inner}>{sources_heading}</{inner}>\n{sources}</section>\n",
        title = escaped(&report.title()),
        sources_heading = word!("report.sources"),
        basis = escaped(&report.basis()),
        headline = escaped(&ended(&page.headline)),
        key_numbers = key_numbers::write(report),
        sources = table(&page.sources),
    )
}

fn of_section(report: &Report, section: &Section, heading: &str, prefix: &str) -> String {
    let note = match section.note.as_str() {
        "" => String::new(),
        note => format!(" <span class=\"note\">({})</span>", escaped(note)),
    };
    let charts: String = section.charts.iter().filter_map(|chart| drawn(report, *chart)).collect();
    let tables: String = section.tables.iter().filter(|table| !table.rows.is_empty()).map(table).collect();
    let remarks: String = section.remarks.iter().map(|remark| format!("<li>{}</li>\n", escaped(remark))).collect();
    let remarks = if remarks.is_empty() { remarks } else { format!("<ul>\n{remarks}</ul>\n") };
    format!(
        "<section id=\"{prefix}{}\">\n<{heading}>{}{note}</{heading}>\n<p>{}</p>\n{charts}{tables}{remarks}</section>\n",
        section.panel,
        escaped(&section.title),
        escaped(&ended(&section.sentence)),
    )
}

/// A chart with its caption, which says what it shows, as of when, and from where; nothing where nothing is known.
fn drawn(report: &Report, chart: Chart) -> Option<String> {
    let (words, picture) = match chart {
        Chart::Columns(of) => {
            let (name, unit) = match of {
                SeriesOf::Share => {
                    (say!("report.share-in-exports", focus = report.dataset.focus), word!("report.percent"))
                }
                _ => (word!("report.balance").to_owned(), report.money_unit.as_str()),
            };
            (format!("{name}, {unit}"), columns::draw(report, of)?)
        }
        Chart::Lines => (say!("report.chart-lines", unit = report.money_unit), lines::draw(report)?),
        Chart::Contributions(place) => {
            let league = report.leagues.get(place)?;
            (say!("report.chart-contributions", flow = codes::flow(league.flow)), bars::draw(league, report.minus)?)
        }
        Chart::Target(place) => {
            let target = report.targets.get(place)?;
            (
                say!("report.chart-target", series = codes::flow(&target.series), year = target.year),
                target::draw(target)?,
            )
        }
    };
    let caption = escaped(&format!("{words}. {}.", report.provenance()));
    Some(format!("<figure>\n{}<figcaption>{caption}</figcaption>\n</figure>\n", picture.svg(&caption)))
}

fn table(table: &Table) -> String {
    let cell = |tag: &str, text: &str, numeric: bool| {
        // Dates and ids: a break at one of their hyphens makes two of them.
        let is_one_word = text.len() <= LONGEST_WORD && text.contains('-') && !text.contains(' ');
        // Words keep their room beside an address, which can break anywhere.
        let are_words = text.contains(' ') && text.chars().count() > LONGEST_LABEL;
        let class = match (numeric, is_one_word, are_words) {
            (true, ..) => " class=\"n\"",
            (false, true, _) => " class=\"w\"",
            (false, false, true) => " class=\"t\"",
            _ => "",
        };
        let scope = if tag == "th" { " scope=\"col\"" } else { "" };
        format!("<{tag}{scope}{class}>{}</{tag}>", linked(text))
    };
    let head: String = table.columns.iter().map(|column| cell("th", &column.title, column.numeric)).collect();
    let row = |row: &Vec<String>| {
        let cells: String =
            row.iter().zip(&table.columns).map(|(text, column)| cell("td", text, column.numeric)).collect();
        format!("<tr>{cells}</tr>\n")
    };
    let rows: String = table.rows.iter().map(row).collect();
    format!(
        "<table>\n<caption>{}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n",
        escaped(&table.caption)
    )
}

/// A web address as a link; any other text as it is.
fn linked(text: &str) -> String {
    let escaped = escaped(text);
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    if is_address { format!("<a href=\"{escaped}\" rel=\"noreferrer\">{escaped}</a>") } else { escaped }
}

/// Text that is no markup, in HTML and in SVG. What XML does not allow is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' | '\t' => escaped.push(' '),
            letter
                if letter.is_control()
                    || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}') => {
            }
            letter => escaped.push(letter),
        }
    }
    escaped
}
