//! `dataset.toml`: names, units, rules, lists, targets, policies and statements.

use std::collections::BTreeSet;

use crate::domain::toml_tree::{Document, Table};
use crate::domain::{
    Calendar, Dataset, Decision, Flow, Frequency, Item, ItemId, Partner, PartnerId, Problem, Scale, ScheduledRelease,
    SeriesKey, Target, TargetKind, Window, money,
};
use crate::say;
use crate::word;

use super::super::Files;
use super::builder::Builder;
use super::fields::{month_and_day, must_be_there, required_date, source, text};
use super::{claims, inline, lists, part, policies, read_observations, table};

/// The version of the format that this program reads.
const FORMAT: i64 = 1;

/// Reads the file and everything it names.
pub(super) fn read(files: &dyn Files, name: &str, problems: &mut Vec<Problem>) -> Option<Builder> {
    let bytes = files.read(name).map_err(|problem| problems.push(problem)).ok()?;
    let text = table::utf8(name, &bytes).map_err(|problem| problems.push(problem)).ok()?;
    let document = Document::parse(name, text).map_err(|found| problems.extend(found)).ok()?;
    let root = document.root();
    root.integer_in("format", FORMAT..=FORMAT, problems);
    let mut builder = Builder::new(name);
    let about = root.required_table("dataset", problems)?;
    let unit = describe(about, &mut builder, problems);
    if let Some(unit) = &unit
        && !builder.accepts_currency(&unit.currency)
    {
        let hint = say!("native.currency-one-dataset-has", currency = builder.dataset.currency);
        problems.push(about.problem_at("unit", say!("native.another-currency", currency = unit.currency), hint));
    }
    release_rule(root, &mut builder, problems);
    read_lists(files, root, about, &mut builder, problems);
    let file = builder.file(name);
    for series in root.tables("series", problems) {
        inline::read(series, file, &mut builder, unit.as_ref(), problems);
    }
    for (csv, _) in about.list::<&str>("files", problems) {
        read_observations(files, (csv, part(files, csv)), &mut builder, unit.as_ref(), problems);
    }
    focus_item(about, &mut builder, problems);
    about.finish(problems);
    calendar(files, root, &mut builder, problems);
    targets(root, &mut builder, problems);
    policies::read(root, &mut builder, problems);
    builder.dataset.statements = claims::read(root, &mut builder, problems);
    builder.dataset.decisions = decisions(root, problems);
    root.finish(problems);
    Some(builder)
}

fn describe(about: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<Scale> {
    let word = |key, problems: &mut Vec<Problem>| about.optional_str(key, problems).unwrap_or("").to_owned();
    builder.dataset.id = word("id", problems);
    builder.dataset.reporter = word("reporter", problems);
    builder.dataset.timezone = word("timezone", problems);
    let currency = word("currency", problems);
    if currency.is_empty() || Scale::parse(&currency).is_some_and(|scale| scale.currency == currency) {
        builder.dataset.currency = currency;
    } else {
        let what = say!("native.not-currency", currency = currency.escape_debug());
        problems.push(about.problem_at("currency", what, word!("native.write-iso-4217-code")));
    }
    builder.dataset.name = text(about, "name", problems);
    name_it(builder);
    builder.dataset.basis = text(about, "basis", problems);
    builder.dataset.valuation = text(about, "valuation", problems);
    match about.one_of("frequency", &["monthly", "quarterly", "annual"], problems) {
        Some("monthly") => builder.declare(Frequency::Monthly),
        Some("quarterly") => builder.declare(Frequency::Quarterly),
        Some("annual") => builder.declare(Frequency::Annual),
        _ => {}
    }
    let unit = about.optional_str("unit", problems)?;
    let scale = Scale::parse(unit);
    if scale.is_none() {
        problems.push(about.problem_at(
            "unit",
            say!("native.unknown-unit-3", unit = unit),
            word!("native.write-usd-usd-thousand"),
        ));
    }
    scale
}

/// Every dataset is called something at the top of the screen: without an English name by another.
fn name_it(builder: &mut Builder) {
    let Dataset { id, name, .. } = &builder.dataset;
    let others = [&name.en, &name.ko, id].into_iter().find(|name| !name.is_empty()).cloned();
    builder.dataset.name.en = others.unwrap_or_else(|| builder.main_name());
}

fn release_rule(root: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    let Some(rule) = root.optional_table("release_rule", problems) else { return };
    let settled = rule.required_str("settled", problems).unwrap_or("02-15");
    rule.optional_bool("presumed", problems);
    // 29 February is missing in most years.
    builder.release_rule = month_and_day(settled).filter(|day| *day != (2, 29));
    if builder.release_rule.is_none() {
        problems.push(rule.problem_at(
            "settled",
            say!("native.not-month-day-2", settled = settled),
            word!("native.write-mm-dd"),
        ));
    }
    rule.finish(problems);
}

/// What an item or partner lies within, which stands above it.
fn part_of<T>(table: &Table, listed: impl Fn(&str) -> Option<T>, problems: &mut Vec<Problem>) -> Option<T> {
    let whole = table.optional_str("part_of", problems)?;
    let found = listed(whole);
    if found.is_none() {
        let hint = word!("native.list-whole-above-its");
        problems.push(table.problem_at("part_of", say!("native.there-no-above-could", whole = whole), hint));
    }
    found
}

fn read_lists(files: &dyn Files, root: &Table, about: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    if let Some(name) = about.optional_str("sources", problems) {
        match part(files, name) {
            Ok(bytes) => {
                let sources = lists::sources(name, &bytes, problems);
                too_many(sources.len(), "sources", about, problems);
                builder.list_sources(sources);
            }
            Err(problem) => problems.push(problem),
        }
    }
    for table in listed(root, "items", problems) {
        let id = table.required_str("id", problems).unwrap_or("").to_owned();
        let classification = table.optional_str("classification", problems).unwrap_or("").to_owned();
        let aggregate = table.optional_bool("aggregate", problems).unwrap_or(false);
        let part_of = part_of(table, |whole| builder.listed_item(whole, &classification), problems);
        let item = Item {
            id,
            part_of,
            classification,
            name: text(table, "name", problems),
            short: text(table, "short", problems),
            aggregate,
        };
        if !builder.list_item(item) {
            problems.push(table.problem_at(
                "id",
                word!("native.item-id-stands-above"),
                word!("native.give-each-item-its"),
            ));
        }
        table.finish(problems);
    }
    for table in listed(root, "partners", problems) {
        let id = table.required_str("id", problems).unwrap_or("").to_owned();
        let scheme = table.optional_str("scheme", problems).unwrap_or("").to_owned();
        let code = table.optional_str("code", problems).unwrap_or("").to_owned();
        let aggregate = table.optional_bool("aggregate", problems).unwrap_or(false);
        let part_of = part_of(table, |whole| builder.listed_partner(whole, &scheme), problems);
        let (name, short) = (text(table, "name", problems), text(table, "short", problems));
        let partner = Partner { id, scheme, name, short, part_of, code, aggregate };
        if !builder.list_partner(partner) {
            problems.push(table.problem_at(
                "id",
                word!("native.partner-id-stands-above"),
                word!("native.give-each-partner-its"),
            ));
        }
        table.finish(problems);
    }
    for table in root.tables("schedule", problems) {
        let window = table.one_of("window", &["", "1-10", "1-20"], problems).and_then(Window::parse);
        let window = window.unwrap_or(Window::Whole);
        let day = table.integer_in("day", 1..=28, problems).unwrap_or(1) as u32;
        let time = table.optional_str("time", problems).unwrap_or("").to_owned();
        table.optional_str("id", problems);
        let usual = if window == Window::Whole { 1 } else { 0 };
        let months_after = table.integer_in("months_after", 0..=12, problems).unwrap_or(usual) as i32;
        table.finish(problems);
        builder.dataset.schedule.push(ScheduledRelease { window, months_after, day, time });
    }
}

fn focus_item(about: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    let Some(code) = about.optional_str("focus_item", problems) else { return };
    match builder.item(code) {
        Ok(ItemId::TOTAL) => {}
        Ok(item) => builder.dataset.focus_item = Some(item),
        Err(hint) => problems.push(about.problem_at("focus_item", say!("native.unknown-item-2", code = code), hint)),
    }
}

fn calendar(files: &dyn Files, root: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    let Some(table) = root.optional_table("calendar", problems) else { return };
    let mut calendar = Calendar::default();
    let saturday = table.optional_str("saturday", problems).unwrap_or("0");
    match lists::half_days(saturday).filter(|half_days| *half_days <= 2) {
        Some(half_days) => calendar.saturday_half_days = half_days,
        None => problems.push(table.problem_at(
            "saturday",
            say!("native.not-part-day", saturday = saturday),
            word!("native.write-0-0-5"),
        )),
    }
    let read = |key: &str, problems: &mut Vec<Problem>| {
        let name = table.optional_str(key, problems)?;
        part(files, name).map(|bytes| (name, bytes)).map_err(|problem| problems.push(problem)).ok()
    };
    if let Some((name, bytes)) = read("holidays", problems) {
        calendar.holidays = lists::holidays(name, &bytes, problems);
    }
    if let Some((name, bytes)) = read("working_days", problems) {
        calendar.counts = lists::working_days(name, &bytes, problems);
    }
    let mut every_year = BTreeSet::new();
    for (text, place) in table.list::<&str>("extra_holidays", problems) {
        match month_and_day(text) {
            Some(day) => {
                every_year.insert(day);
            }
            None => {
                problems.push(place.problem(say!("native.not-month-day", text = text), word!("native.write-mm-dd")))
            }
        }
    }
    calendar.every_year = every_year;
    table.finish(problems);
    builder.dataset.calendar = calendar;
}

fn targets(root: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    for table in root.tables("targets", problems) {
        let target = target(table, builder, problems);
        table.finish(problems);
        builder.dataset.targets.extend(target);
    }
}

fn target(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<Target> {
    let id = table.required_str("id", problems).map(str::to_owned);
    must_be_there(table, "year", "year = 2026", problems);
    let year = table.integer_in("year", 1..=9999, problems);
    let key = target_key(table, builder, problems);
    let unit = target_unit(table, builder, problems);
    let value = table.required_str("value", problems);
    let announced = required_date(table, "announced", problems);
    let kind = table.one_of("kind", &["target", "forecast"], problems);
    table.optional_bool("presumed", problems);
    let issuer = text(table, "issuer", problems);
    let note = text(table, "note", problems);
    let source = source(table, builder, problems);
    let amount = money::parse_amount(value?, unit?.power);
    if amount.is_err() {
        let what = say!("native.cannot-read-amount", value = value?.escape_debug());
        problems.push(table.problem_at("value", what, word!("native.write-value-685-unit")));
    }
    let kind = if kind == Some("forecast") { TargetKind::Forecast } else { TargetKind::Target };
    Some(Target {
        id: id?,
        year: year? as i32,
        key: key?,
        value: amount.ok()?.value,
        announced: announced?,
        kind,
        issuer,
        note,
        source,
    })
}

/// The unit of a target's value, which must be in the currency of the dataset.
fn target_unit(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<Scale> {
    let text = table.required_str("unit", problems)?;
    let Some(scale) = Scale::parse(text) else {
        let what = say!("native.unknown-unit-2", text = text.escape_debug());
        problems.push(table.problem_at("unit", what, word!("native.write-usd-billion-usd")));
        return None;
    };
    if builder.accepts_currency(&scale.currency) {
        return Some(scale);
    }
    let hint = say!("native.dataset", currency = builder.dataset.currency);
    problems.push(table.problem_at("unit", say!("native.another-currency", currency = scale.currency), hint));
    None
}

fn target_key(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<SeriesKey> {
    let flow = table.one_of("flow", &["export", "import", "balance"], problems).and_then(Flow::parse);
    let item = builder.item(table.optional_str("item", problems).unwrap_or(""));
    let item: Option<ItemId> =
        item.map_err(|hint| problems.push(table.problem_at("item", word!("native.unknown-item"), hint))).ok();
    let partner = builder.partner(table.optional_str("partner", problems).unwrap_or(""));
    let partner: Option<PartnerId> =
        partner.map_err(|hint| problems.push(table.problem_at("partner", word!("native.unknown-partner"), hint))).ok();
    Some(SeriesKey { flow: flow.unwrap_or(Flow::Export), item: item?, partner: partner?, window: Window::Whole })
}

/// What was decided when foreign files became this dataset.
fn decisions(root: &Table, problems: &mut Vec<Problem>) -> Vec<Decision> {
    let tables = root.tables("decisions", problems).into_iter();
    let read = tables.filter_map(|table| {
        let file = table.optional_str("file", problems).unwrap_or("").to_owned();
        let words = table.required_str("text", problems).map(str::to_owned);
        let is_doubtful = table.optional_bool("doubtful", problems).unwrap_or(false);
        table.finish(problems);
        Some(Decision { file, words: words?, is_doubtful })
    });
    read.collect()
}

fn listed<'a>(root: &'a Table, key: &str, problems: &mut Vec<Problem>) -> Vec<&'a Table> {
    let tables = root.tables(key, problems);
    too_many(tables.len(), key, root, problems);
    tables
}

/// Codes are numbered with 16 bits.
fn too_many(count: usize, what: &str, table: &Table, problems: &mut Vec<Problem>) {
    if count >= usize::from(u16::MAX) {
        let problem = say!("native.no-room", count = count, what = what);
        problems.push(table.problem_at(what, problem, word!("native.list-fewer-than-65")));
    }
}
