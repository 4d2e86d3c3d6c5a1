//! Text, Markdown, CSV and HTML say what the JSON says.

use std::sync::Arc;

use serde_json::Value;

use tradedeck::app::{self, Action};
use tradedeck::domain::{Member, Text};
use tradedeck::export::Report;
use tradedeck::indicators::{Comparison, Span};
use tradedeck::ui::panels;

use crate::support::{korea, report_of, state};

use super::{list, text};

const MORNINGS: [(Option<&str>, Option<&str>); 3] =
    [(Some("2023-03-03"), Some("2023-02")), (None, Some("2026-07")), (None, Some("2026-09"))];

/// The rows of the tidy file, by column.
fn rows(csv: &str) -> Vec<std::collections::HashMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn digits(value: &Value) -> String {
    value.as_str().map_or_else(|| value.as_i64().map(|it| it.to_string()).unwrap_or_default(), str::to_owned)
}

#[test]
fn every_figure_and_row_is_in_every_format() {
    for (as_of, month) in MORNINGS {
        let state = state(&korea(), as_of, month);
        let (json, report) = (report_of(&state), Report::new(state.view(), &state.deck));
        let (plain, markdown, html) = (report.to_text(), report.to_markdown(), report.to_html());
        let rows = rows(&report.to_csv());
        let row = |section: &str, id: &str, measure: &str| {
            let found =
                rows.iter().filter(|row| row["section"] == section && row["id"] == id && row["measure"] == measure);
            let found: Vec<_> = found.collect();
            assert_eq!(found.len(), 1, "{section} {id} {measure}");
            found[0]
        };
        for figure in list(&json, "figures") {
            let (id, display) = (text(figure, "id"), text(figure, "display"));
            let section = if id.contains("semiconductor") { "focus_item" } else { "balance" };
            let row = row(section, id, "value");
            assert_eq!((&row["value"], &row["unit"]), (&digits(&figure["value"]), &text(figure, "unit").to_owned()));
            assert_eq!(row["status"], text(figure, "status"));
            // A figure has its name before its number, and its id at the end of its row.
            let line = plain.lines().find(|line| line.ends_with(&format!(" {id}"))).unwrap();
            assert!(line.contains(display), "{line}");
            let end = format!("| {} |", id.replace('_', "\\_"));
            let line = markdown.lines().find(|line| line.ends_with(&end)).unwrap();
            assert!(line.contains(&format!(" | {display}")), "{line}");
            let line = html.lines().find(|line| line.ends_with(&format!("<td>{id}</td></tr>"))).unwrap();
            assert!(line.contains(&format!("<td class=\"n\">{display}")), "{line}");
        }
        for league in list(&json, "leagues") {
            let is_known = |row: &Value| row["kind"] == "part" && !list(row, "numbers")[0]["value"].is_null();
            let tabled = list(league, "rows").iter().any(is_known);
            let unwrapped = [&plain, &markdown, &html].map(|page| page.replace("\n  ", " "));
            for part in list(league, "rows") {
                let id = if text(part, "kind") == "part" { text(part, "id") } else { text(part, "kind") };
                let is_named = |page: &String| page.contains(text(part, "name"));
                assert!(!tabled || unwrapped.iter().all(is_named), "{id}");
                for number in list(part, "numbers") {
                    let row = row(text(league, "of"), id, text(number, "measure"));
                    assert_eq!(row["value"], digits(&number["value"]), "{id}");
                    assert_eq!(row["reason"].is_empty(), !number["value"].is_null(), "{id}");
                }
            }
        }
        for claim in list(&json, "claims") {
            for (measure, side) in [("then", &claim["then"]), ("now", &claim["now"])] {
                let row = row("claims", text(claim, "id"), measure);
                assert_eq!((row["text"].as_str(), &row["value"]), (text(side, "verdict"), &digits(&side["computed"])));
            }
            assert!(plain.contains(text(claim, "said")) && html.contains(text(claim, "statement")));
        }
        for policy in list(&json, "policies") {
            assert_eq!(row("policy", text(policy, "id"), "status")["text"], text(policy, "status"));
            assert!(html.contains(text(policy, "name")));
        }
    }
}

/// The league of the report is that of the screen, and its parts with the others are the total.
#[test]
fn parts_and_others_are_the_total() {
    for (as_of, month) in MORNINGS {
        let json = report_of(&state(&korea(), as_of, month));
        for league in list(&json, "leagues").iter().filter(|league| league["sum"] == "with_others") {
            let value = |row: &Value| {
                let number = list(row, "numbers").iter().find(|number| number["measure"] == "value").unwrap();
                number["value"].as_i64()
            };
            let of_kind = |kind: &'static str| list(league, "rows").iter().filter(move |row| row["kind"] == kind);
            let counted = of_kind("part").filter(|row| row["within"].is_null());
            let parts: i64 = counted.filter_map(value).sum();
            let [others, total] = ["others", "total"].map(|kind| value(of_kind(kind).next().unwrap()).unwrap());
            assert_eq!(parts + others, total, "{}", league["of"]);
        }
    }
}

/// In February 2023 the United States are known and North America, of which they are a part, is not.
#[test]
fn a_part_is_of_which_only_where_its_whole_stands_above() {
    let state = state(&korea(), Some("2023-03-03"), Some("2023-02"));
    let report = Report::new(state.view(), &state.deck).to_text();
    assert!(report.contains("\nUnited States ") && !report.contains("of which"), "{report}");
}

#[test]
fn the_html_page_asks_for_nothing_and_runs_nothing() {
    let html = {
        let state = state(&korea(), None, None);
        Report::new(state.view(), &state.deck).to_html()
    };
    for forbidden in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src=", "javascript:", " onload"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert!(html.contains("default-src 'none'"));
    // One picture for the balance, both flows, the focus item, the target, and what moved exports.
    assert_eq!(html.matches("<svg ").count(), html.matches("</svg>").count());
    assert_eq!(html.matches("<svg ").count(), 5, "no contribution of a partner is known");
    assert_eq!(html.matches("As known on 2026-10-01; source: kcs-api.</figcaption>").count(), 5);
    assert!(html.contains("@page { size: A4;"));
    assert!(
        html.contains(
            "<dt>Exports</dt><dd class=\"key\">99.0 <small>$bn</small></dd><dd>Growth of exports: +63.0%</dd>"
        ),
        "{html}"
    );
    for tag in ["table", "section", "tr", "td", "figure"] {
        let opened = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
        assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

/// Names come from files of others.
#[test]
fn names_cannot_run_formulas_or_be_markup() {
    let mut dataset = (*korea()).clone();
    let chips = dataset.item_id("semiconductors").unwrap();
    let nasty = "=HYPERLINK(\"http://x\") | <script>alert(1)</script>";
    dataset.items[usize::from(chips.0)].name = Text::plain(nasty);
    dataset.policies[0].name = Text::plain("@SUM(1)");
    dataset.policies[1].name = Text::plain(" -1+1");
    dataset.sources[0].url = "javascript:alert(1)".to_owned();
    let state = state(&Arc::new(dataset), None, None);
    let report = Report::new(state.view(), &state.deck);
    let csv = report.to_csv();
    let mut seen = 0;
    for row in rows(&csv) {
        for (column, cell) in &row {
            let is_formula = cell.trim_start().starts_with(['=', '+', '-', '@']);
            assert!(!is_formula || (column == "value" && cell.parse::<f64>().is_ok()), "{column}: {cell}");
        }
        seen += usize::from(row["name"].starts_with("'="));
    }
    assert!(seen > 0 && csv.contains("'@SUM(1)") && csv.contains("' -1+1"));
    assert!(rows(&csv).iter().any(|row| row["value"].starts_with('-')), "numbers stay numbers");
    let html = report.to_html();
    assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
    assert!(!html.contains("href=\"javascript"));
    let line = report
        .to_markdown()
        .lines()
        .find(|line| line.contains("HYPERLINK") && line.starts_with('|'))
        .unwrap()
        .to_owned();
    assert!(line.contains("\\| \\<script>"), "{line}");
}

#[test]
fn one_panel_alone() {
    for (place, name) in panels::names().into_iter().enumerate() {
        let state = state(&korea(), None, None);
        let report = Report::new(state.view(), &state.deck).only(name);
        let sections = rows(&report.to_csv()).into_iter().map(|row| row["section"].clone());
        assert!(sections.clone().count() > 0 && sections.clone().all(|section| section == name), "{name}");
        assert_eq!(report.to_html().matches("<section id=").count(), 1, "{place}");
        assert_eq!(report.to_markdown().matches("\n## ").count(), 2, "the panel and the sources");
    }
}

/// Through a lens figures say what they are of; a panel that cannot follow says so.
#[test]
fn a_lens_is_said_with_every_number() {
    let mut state = state(&korea(), None, Some("2026-07"));
    let chips = korea().item_id("semiconductors").map(Member::Item).unwrap();
    for action in [
        Action::PerDay,
        Action::WithoutThese(vec![chips]),
        Action::Span(Span::YearToDate),
        Action::Compare(Comparison::FiveYearMean),
    ] {
        app::update(&mut state, action);
    }
    assert!(state.notices.is_empty());
    let json = report_of(&state);
    let figure = super::figure(&json, "exports_yoy");
    let words = "per working day, excl. semiconductors, year to date, on the five-year mean";
    assert_eq!((text(figure, "lens"), text(&json["lens"], "words")), (words, words));
    assert_eq!(text(super::figure(&json, "exports"), "unit"), "USD per working day");
    assert_eq!(text(super::figure(&json, "balance"), "lens"), "per working day, year to date");
    assert_eq!(
        text(super::figure(&json, "exports_ytd_yoy"), "lens"),
        "per working day, excl. semiconductors, year to date"
    );
    let report = Report::new(state.view(), &state.deck);
    for page in [report.to_text(), report.to_markdown(), report.to_html()] {
        assert!(page.contains("not excl. semiconductors: targets are set for all goods"), "{page}");
        assert!(page.contains(&format!("Lens: {words}")));
    }
    // The same number as on the screen.
    assert_eq!(text(super::figure(&json, "exports"), "display"), "2.31");
}
