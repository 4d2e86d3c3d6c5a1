//! `dataset.toml`: names, rules, lists, targets, policies, claims. Everything is taken apart by its fields, so that a new
//! field cannot be forgotten here.

use chrono::Datelike;

use crate::domain::{
    Calendar, Dataset, Decision, Flow, Frequency, Item, Partner, Policy, PolicyEvent, SourceId, Target, TargetKind,
};

use super::claims;
use super::toml::{Toml, quoted};
use super::{HOLIDAYS, SOURCES, TRADE, WORKING_DAYS};

/// The main file.
pub(super) fn write(dataset: &Dataset) -> String {
    let mut toml = Toml::default();
    toml.raw("format", "1");
    about(&mut toml, dataset);
    release_rule(&mut toml, dataset);
    calendar(&mut toml, &dataset.calendar);
    for release in &dataset.schedule {
        toml.table("[[schedule]]");
        toml.text("window", release.window.code());
        toml.raw("day", &release.day.to_string());
        toml.text("time", &release.time);
    }
    items(&mut toml, dataset);
    partners(&mut toml, dataset);
    for target in &dataset.targets {
        write_target(&mut toml, dataset, target);
    }
    for policy in &dataset.policies {
        write_policy(&mut toml, dataset, policy);
    }
    for statement in &dataset.statements {
        claims::write(&mut toml, dataset, statement);
    }
    for decision in &dataset.decisions {
        write_decision(&mut toml, decision);
    }
    toml.finish()
}

fn about(toml: &mut Toml, dataset: &Dataset) {
    let Dataset {
        id,
        reporter,
        name,
        currency,
        basis,
        valuation,
        frequency,
        focus_item,
        timezone,
        sources,
        // Each has tables or files of its own.
        items: _,
        partners: _,
        series: _,
        calendar: _,
        targets: _,
        policies: _,
        statements: _,
        schedule: _,
        decisions: _,
        // Records stay where they are, and the files that are written are the ones read from then on.
        scope: _,
        files: _,
    } = dataset;
    toml.table("[dataset]");
    toml.text("id", id);
    toml.text("reporter", reporter);
    toml.languages("name", name);
    toml.text("currency", currency);
    toml.languages("basis", basis);
    toml.languages("valuation", valuation);
    let frequency = match frequency {
        Frequency::Monthly => "monthly",
        Frequency::Quarterly => "quarterly",
        Frequency::Annual => "annual",
    };
    toml.text("frequency", frequency);
    toml.text("focus_item", focus_item.map_or("", |item| &dataset.item(item).id));
    toml.text("timezone", timezone);
    if !sources.is_empty() {
        toml.text("sources", SOURCES);
    }
    toml.raw("files", &format!("[{}]", quoted(TRADE)));
}

/// Presumed release dates all come from one rule: the month and day of any of them.
fn release_rule(toml: &mut Toml, dataset: &Dataset) {
    let rows = dataset.series.iter().flat_map(|series| &series.observations);
    if let Some(date) = rows.filter(|row| row.release.presumed).find_map(|row| row.release.date) {
        toml.table("[release_rule]");
        toml.text("settled", &format!("{:02}-{:02}", date.month(), date.day()));
    }
}

fn calendar(toml: &mut Toml, calendar: &Calendar) {
    let Calendar { saturday_half_days, holidays, every_year, counts } = calendar;
    if *saturday_half_days == 0 && holidays.is_empty() && every_year.is_empty() && counts.is_empty() {
        return;
    }
    toml.table("[calendar]");
    toml.text("saturday", ["0", "0.5", "1"][(*saturday_half_days).min(2) as usize]);
    if !holidays.is_empty() {
        toml.text("holidays", HOLIDAYS);
    }
    let days: Vec<String> = every_year.iter().map(|(month, day)| quoted(&format!("{month:02}-{day:02}"))).collect();
    if !days.is_empty() {
        toml.raw("extra_holidays", &format!("[{}]", days.join(", ")));
    }
    if !counts.is_empty() {
        toml.text("working_days", WORKING_DAYS);
    }
}

fn items(toml: &mut Toml, dataset: &Dataset) {
    for item in dataset.items.iter().skip(1) {
        let Item { id, classification, name, short, aggregate, part_of } = item;
        toml.table("[[items]]");
        toml.raw("id", &quoted(id));
        toml.text("classification", classification);
        toml.languages("name", name);
        toml.languages("short", short);
        if *aggregate {
            toml.raw("aggregate", "true");
        }
        toml.text("part_of", part_of.map_or("", |whole| &dataset.item(whole).id));
    }
}

fn partners(toml: &mut Toml, dataset: &Dataset) {
    for partner in dataset.partners.iter().skip(1) {
        let Partner { id, scheme, name, short, part_of, code, aggregate } = partner;
        toml.table("[[partners]]");
        toml.raw("id", &quoted(id));
        toml.text("scheme", scheme);
        toml.text("code", code);
        toml.languages("name", name);
        toml.languages("short", short);
        if *aggregate {
            toml.raw("aggregate", "true");
        }
        toml.text("part_of", part_of.map_or("", |whole| &dataset.partner(whole).id));
    }
}

fn write_source(toml: &mut Toml, dataset: &Dataset, source: Option<SourceId>) {
    toml.text("source", source.map_or("", |source| &dataset.source(source).id));
}

fn write_target(toml: &mut Toml, dataset: &Dataset, target: &Target) {
    let Target { id, year, key, value, announced, kind, issuer, note, source } = target;
    toml.table("[[targets]]");
    toml.raw("id", &quoted(id));
    toml.raw("year", &year.to_string());
    if key.flow != Flow::Export {
        toml.text("flow", key.flow.code());
    }
    toml.text("item", &dataset.item(key.item).id);
    toml.text("partner", &dataset.partner(key.partner).id);
    toml.raw("value", &quoted(&value.to_string()));
    toml.text("unit", &dataset.currency);
    toml.text("announced", &announced.to_string());
    if *kind == TargetKind::Forecast {
        toml.text("kind", "forecast");
    }
    toml.languages("issuer", issuer);
    toml.languages("note", note);
    write_source(toml, dataset, *source);
}

fn write_policy(toml: &mut Toml, dataset: &Dataset, policy: &Policy) {
    let Policy { id, name, amount, events } = policy;
    toml.table("[[policies]]");
    toml.raw("id", &quoted(id));
    toml.languages("name", name);
    toml.languages("amount", amount);
    for event in events {
        write_event(toml, dataset, event);
    }
}

fn write_event(toml: &mut Toml, dataset: &Dataset, event: &PolicyEvent) {
    let PolicyEvent { date, day_unknown, status, due, amount, text, source } = event;
    toml.table("[[policies.events]]");
    let date = date.to_string();
    toml.text("date", if *day_unknown { &date[..7] } else { &date });
    toml.text("status", status);
    toml.languages("text", text);
    toml.languages("amount", amount);
    toml.text("due", &due.map_or_else(String::new, |due| due.to_string()));
    write_source(toml, dataset, *source);
}

fn write_decision(toml: &mut Toml, decision: &Decision) {
    let Decision { file, words, is_doubtful } = decision;
    toml.table("[[decisions]]");
    toml.text("file", file);
    toml.raw("text", &quoted(words));
    if *is_doubtful {
        toml.raw("doubtful", "true");
    }
}
