//! What is another than in the pack before.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::app::State;
use crate::domain::{Date, Period};
use crate::indicators::revisions;
use crate::say;
use crate::ui::series_words;
use crate::word;

use super::super::markdown::{escaped, table};
use super::super::page::{Column, Table};
use super::manifest::Since;
use super::{Input, Material, Previous};

/// Observations that are listed; of more the count is told.
const MOST: usize = 200;

/// What is told.
pub(super) struct Changes {
    /// As Markdown.
    pub(super) text: String,
    /// In one line.
    pub(super) summary: String,
    /// The pack that it is told since.
    pub(super) since: Option<Since>,
}

pub(super) fn tell(state: &State, figures: &str, material: &Material) -> Changes {
    let title = format!("# {}\n\n", word!("pack.changes"));
    let Some(previous) = &material.previous else {
        let words = word!("pack.first").to_owned();
        return Changes { text: format!("{title}{words}\n"), summary: words, since: None };
    };
    if previous.text == figures && previous.manifest.inputs == material.inputs && !previous.changes.is_empty() {
        // The same pack once more: it tells what it told.
        let (text, since) = (previous.changes.clone(), previous.manifest.since.clone());
        return Changes { text, summary: word!("pack.same").to_owned(), since };
    }
    let now: Value = serde_json::from_str(figures).unwrap_or_default();
    let tables = tables(state, previous, &now, &material.inputs);
    let count: usize = tables.iter().map(|table| table.rows.len()).sum();
    let (month, date) = (&previous.manifest.month, &previous.manifest.as_of);
    let summary = match count {
        0 => say!("pack.nothing-since", month = month, date = date),
        count => say!("pack.count-since", count = count, month = month, date = date),
    };
    let sections: String = tables
        .iter()
        .filter(|table| !table.rows.is_empty())
        .map(|shown| format!("\n## {}\n\n{}", escaped(&shown.caption), table(shown)))
        .collect();
    Changes { text: format!("{title}{}\n{sections}", escaped(&summary)), summary, since: Some(previous.since()) }
}

fn tables(state: &State, previous: &Previous, now: &Value, inputs: &[Input]) -> Vec<Table> {
    let before = &previous.figures;
    let compared = |caption: &str, read: fn(&Value) -> Entries| differing(caption, &read(before), &read(now));
    vec![
        compared(word!("pack.about"), about),
        compared(word!("pack.sentences"), sentences),
        compared(word!("pack.figures"), figures),
        compared(word!("pack.rows"), league_rows),
        compared(word!("pack.claims"), claims),
        compared(word!("pack.policies"), policies),
        compared(word!("pack.findings"), findings),
        observations(state, previous),
        differing(word!("pack.inputs"), &files(&previous.manifest.inputs), &files(inputs)),
    ]
}

/// Files by name, with the first digits of their hash: enough to see that it is another.
fn files(inputs: &[Input]) -> Entries {
    inputs.iter().map(|input| (input.name.clone(), input.sha256.chars().take(12).collect())).collect()
}

/// What is compared: names, and how their values are shown.
type Entries = BTreeMap<String, String>;

/// The names whose values differ, with both.
fn differing(caption: &str, before: &Entries, now: &Entries) -> Table {
    let columns = [word!("pack.what"), word!("pack.before"), word!("pack.now")].map(Column::text);
    let mut table = Table::new(caption, columns);
    let mut names: Vec<&String> = before.keys().chain(now.keys()).collect();
    names.sort();
    names.dedup();
    let shown = |entries: &Entries, name: &String| entries.get(name).cloned().unwrap_or_else(|| "..".to_owned());
    for name in names.into_iter().filter(|name| before.get(*name) != now.get(*name)) {
        table.push([name.clone(), shown(before, name), shown(now, name)]);
    }
    table
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn listed(report: &Value, list: &str, entry: impl Fn(&Value) -> (String, String)) -> Entries {
    report[list].as_array().into_iter().flatten().map(entry).collect()
}

fn about(report: &Value) -> Entries {
    let lens = text(&report["lens"], "words");
    let fields = [
        (word!("pack.month"), text(report, "month")),
        (word!("pack.as-of"), text(report, "as_of")),
        (word!("pack.lens"), lens),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn sentences(report: &Value) -> Entries {
    let sentences = report["headlines"].as_object().into_iter().flatten();
    sentences.map(|(panel, said)| (panel.clone(), said.as_str().unwrap_or_default().to_owned())).collect()
}

/// `98.96 $bn, provisional`.
fn number(value: &Value) -> String {
    let shown = format!("{} {}", text(value, "display"), text(value, "display_unit"));
    format!("{}, {}", shown.trim_end(), text(value, "status"))
}

fn figures(report: &Value) -> Entries {
    listed(report, "figures", |figure| (text(figure, "id").to_owned(), number(figure)))
}

fn league_rows(report: &Value) -> Entries {
    let mut entries = Entries::new();
    for league in report["leagues"].as_array().into_iter().flatten() {
        for row in league["rows"].as_array().into_iter().flatten() {
            let numbers = row["numbers"].as_array().into_iter().flatten();
            let shown: Vec<String> = numbers
                .filter(|number| ["value", "growth"].contains(&text(number, "measure")))
                .map(|number| text(number, "display").to_owned())
                .collect();
            entries.insert(format!("{}: {}", text(league, "of"), text(row, "name")), shown.join("; "));
        }
    }
    entries
}

fn claims(report: &Value) -> Entries {
    listed(report, "claims", |claim| {
        let [then, now] = ["then", "now"].map(|side| text(&claim[side], "verdict"));
        (text(claim, "statement").to_owned(), say!("pack.verdicts", then = then, now = now))
    })
}

fn policies(report: &Value) -> Entries {
    listed(report, "policies", |policy| {
        let status = text(policy, "status").replace('_', " ");
        let is_overdue = policy["overdue"].as_bool() == Some(true);
        let shown = if is_overdue { say!("pack.overdue", status = status) } else { status };
        (text(policy, "name").to_owned(), shown)
    })
}

fn findings(report: &Value) -> Entries {
    listed(&report["health"], "findings", |found| {
        let key = ["check", "series", "period"].map(|key| text(found, key)).join(" ");
        (key, text(found, "text").to_owned())
    })
}

/// What releases between the dates of the two packs brought, in whole units of the currency.
fn observations(state: &State, previous: &Previous) -> Table {
    let (view, dataset) = (state.view(), state.dataset());
    let columns = [Column::text(word!("pack.what")), Column::text(word!("pack.period"))];
    let mut table = Table::new(say!("pack.observations", currency = dataset.currency), columns);
    table.columns.extend([word!("pack.before"), word!("pack.now")].map(Column::number));
    let Ok(from) = previous.manifest.as_of.parse::<Date>() else { return table };
    if previous.manifest.dataset != dataset.id || from >= view.as_of() {
        return table;
    }
    let changes = revisions::changes(view.dataset(), from, view.as_of());
    let mut row = |name: String, period: Option<Period>, before: String, now: String| {
        let period = period.map(|period| period.to_string()).unwrap_or_default();
        table.push([name, period, before, now]);
    };
    for change in changes.iter().take(MOST) {
        let before = change.before.map_or_else(|| "..".to_owned(), |reading| reading.value.to_string());
        let name = series_words::name(dataset, change.key);
        row(name, Some(change.period), before, change.after.value.to_string());
    }
    if changes.len() > MOST {
        row(say!("pack.more", count = changes.len() - MOST), None, String::new(), String::new());
    }
    table
}
