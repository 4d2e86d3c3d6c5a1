//! `[[policies]]`: measures and their dated steps.

use crate::domain::toml_tree::Table;
use crate::domain::{Date, Period, Policy, PolicyEvent, Problem};
use crate::say;
use crate::word;

use super::builder::Builder;
use super::fields::{source, text};

/// Adds every policy to the dataset.
pub(super) fn read(root: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) {
    for table in root.tables("policies", problems) {
        let id = table.required_str("id", problems).unwrap_or("").to_owned();
        let (name, amount) = (text(table, "name", problems), text(table, "amount", problems));
        let mut events: Vec<PolicyEvent> = table
            .tables("events", problems)
            .into_iter()
            .filter_map(|event| policy_event(event, builder, problems))
            .collect();
        table.finish(problems);
        events.sort_by_key(|event| event.date);
        if events.is_empty() {
            problems.push(table.problem(
                word!("native.policy-without-events"),
                say!("native.add", example = r#"events = [{ date = "2023-03-30", status = "passed", text = "…" }]"#),
            ));
            continue;
        }
        builder.dataset.policies.push(Policy { id, name, amount, events });
    }
}

const POLICY_STATUSES: [&str; 9] =
    ["announced", "planned", "requested", "submitted", "stalled", "review", "passed", "in_force", "completed"];

fn policy_event(table: &Table, builder: &mut Builder, problems: &mut Vec<Problem>) -> Option<PolicyEvent> {
    let printed = table.required_str("date", problems)?;
    let day_unknown = printed.len() == 7;
    let date = if day_unknown { format!("{printed}-01") } else { printed.to_owned() };
    let date = date.parse::<Date>();
    if date.is_err() {
        problems.push(table.problem_at(
            "date",
            say!("native.not-date-3", printed = printed),
            word!("native.write-yyyy-mm-dd-3"),
        ));
    }
    let status = table.one_of("status", &POLICY_STATUSES, problems).unwrap_or("announced").to_owned();
    let (text, amount) = (text(table, "text", problems), text(table, "amount", problems));
    let source = source(table, builder, problems);
    let due = due(table, problems);
    table.finish(problems);
    Some(PolicyEvent { date: date.ok()?, day_unknown, status, due, amount, text, source })
}

/// A day, or the last day of a month.
fn due(table: &Table, problems: &mut Vec<Problem>) -> Option<Date> {
    let printed = table.optional_str("due", problems)?;
    let month = || Period::parse(printed).filter(|_| printed.len() == 7).map(Period::last_day);
    let due = printed.parse::<Date>().ok().or_else(month);
    if due.is_none() {
        let what = say!("native.not-date-3", printed = printed);
        problems.push(table.problem_at("due", what, word!("native.write-yyyy-mm-dd-3")));
    }
    due
}
