//! What the rows hold, section by section.

use serde_json::Value;

use crate::say;

use super::super::claims::{ClaimEntry, SideEntry};
use super::super::input::newest;
use super::super::report::{LeagueEntry, Report, RowEntry, RunEntry};
use super::Row;

/// All rows of a report.
pub(super) fn all(report: &Report) -> Vec<Row> {
    let leagues = report.leagues.iter().flat_map(|league| of_league(report, league));
    let claims = report.claims.iter().flat_map(of_claim);
    let mut rows = sentences(report);
    rows.extend(figures(report));
    rows.extend(runs(report));
    rows.extend(records(report));
    rows.extend(targets(report));
    rows.extend(leagues.chain(claims));
    rows.extend(policies(report));
    rows.extend(findings(report));
    for row in rows.iter_mut().filter(|row| row.as_of.is_empty()) {
        row.as_of.clone_from(&report.as_of);
    }
    rows
}

/// A number as it stands in its cell; empty where there is none.
fn digits(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

fn sentences(report: &Report) -> Vec<Row> {
    let row = |(section, text): (&'static str, &str)| Row {
        section,
        measure: "sentence".to_owned(),
        period: report.month.clone(),
        text: text.to_owned(),
        lens: report.lens.words.clone(),
        ..Row::default()
    };
    report.headlines.by_panel().into_iter().map(row).collect()
}

fn figures(report: &Report) -> impl Iterator<Item = Row> {
    report.figures.iter().map(|figure| {
        let (released, source) = figure.newest_input().unwrap_or_default();
        Row {
            section: figure.panel(),
            id: figure.id.clone(),
            measure: "value".to_owned(),
            period: figure.period.clone(),
            value: digits(&figure.value),
            unit: figure.unit.clone(),
            reason: figure.undefined.unwrap_or_default().to_owned(),
            status: figure.status.to_owned(),
            released: released.to_owned(),
            source: source.to_owned(),
            lens: figure.lens.clone().unwrap_or_default(),
            ..Row::default()
        }
    })
}

fn runs(report: &Report) -> impl Iterator<Item = Row> {
    report.streaks.iter().map(|run| Row {
        section: "streaks",
        id: run.kind.to_owned(),
        measure: "length".to_owned(),
        period: run.start.clone(),
        value: run.length.to_string(),
        unit: "periods".to_owned(),
        text: run_text(run),
        reason: run.exactness.to_owned(),
        lens: report.lens.words.clone(),
        ..Row::default()
    })
}

fn run_text(run: &RunEntry) -> String {
    match run.is_current {
        true => say!("report.tidy-run-current", end = run.end, rank = run.rank),
        false => say!("report.tidy-run", end = run.end, rank = run.rank),
    }
}

fn records(report: &Report) -> impl Iterator<Item = Row> {
    report.records.iter().map(|record| Row {
        section: if record.series == "focus_item_exports" { "focus_item" } else { "balance" },
        id: record.series.to_owned(),
        measure: "rank".to_owned(),
        period: report.month.clone(),
        value: record.rank.to_string(),
        unit: format!("of {}", record.count),
        text: say!("report.tidy-record", highest = record.highest.shown(), lowest = record.lowest.shown()),
        lens: report.lens.words.clone(),
        ..Row::default()
    })
}

fn targets(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for target in &report.targets {
        let amount = target.unit.as_str();
        let goal = Value::from(target.value);
        let numbers = [
            ("target", &goal, amount),
            ("done", &target.done, amount),
            ("achieved", &target.achieved_percent, "percent"),
            ("profile", &target.profile_percent, "percent"),
            ("pace", &target.pace, amount),
            ("gap", &target.gap, amount),
            ("remaining", &target.remaining, amount),
            ("needed_per_period", &target.needed_per_period, amount),
            ("needed_per_working_day", &target.needed_per_working_day, amount),
            ("working_days_left", &target.working_days_left, "working days"),
            ("needed_growth", &target.needed_growth_percent, "percent"),
            ("growth_asked", &target.growth_asked_percent, "percent"),
        ];
        rows.extend(numbers.map(|(measure, value, unit)| Row {
            section: "targets",
            id: target.id.clone(),
            name: target.series.clone(),
            measure: measure.to_owned(),
            period: target.year.to_string(),
            value: digits(value),
            unit: unit.to_owned(),
            status: target.status.to_owned(),
            released: if measure == "target" { target.announced.clone() } else { String::new() },
            ..Row::default()
        }));
        let Some(projection) = &target.projection else { continue };
        let ends = [
            ("projection", Some(projection.year)),
            ("projection_low", projection.low),
            ("projection_high", projection.high),
        ];
        rows.extend(ends.into_iter().filter_map(|(measure, value)| {
            Some(Row {
                section: "targets",
                id: target.id.clone(),
                name: target.series.clone(),
                measure: measure.to_owned(),
                period: target.year.to_string(),
                value: value?.to_string(),
                unit: amount.to_owned(),
                status: "forecast".to_owned(),
                ..Row::default()
            })
        }));
    }
    rows
}

fn of_league(report: &Report, league: &LeagueEntry) -> Vec<Row> {
    league.rows.iter().flat_map(|row| of_row(report, league, row)).collect()
}

fn of_row(report: &Report, league: &LeagueEntry, row: &RowEntry) -> Vec<Row> {
    let (released, source) = newest(&row.inputs).unwrap_or_default();
    let number = |number: &super::super::report::NumberEntry| Row {
        section: league.of,
        id: if row.id.is_empty() { row.kind.to_owned() } else { row.id.clone() },
        name: row.name.clone(),
        measure: number.measure.to_owned(),
        period: report.month.clone(),
        value: digits(&number.value),
        unit: number.unit.clone(),
        text: format!("{} {}", league.flow, league.scheme).trim_end().to_owned(),
        reason: number.undefined.unwrap_or_default().to_owned(),
        status: number.status.to_owned(),
        released: released.to_owned(),
        source: source.to_owned(),
        lens: report.lens_notes.get(league.of).cloned().unwrap_or_default(),
        ..Row::default()
    };
    row.numbers.iter().map(number).collect()
}

/// What was said, then what the figures gave when it was said and give now.
fn of_claim(claim: &ClaimEntry) -> [Row; 3] {
    let row = |measure: &str| Row {
        section: "claims",
        id: claim.id.clone(),
        name: claim.statement.clone(),
        measure: measure.to_owned(),
        period: claim.period.clone().unwrap_or_default(),
        unit: claim.unit.clone().unwrap_or_default(),
        source: claim.source.clone().unwrap_or_default(),
        ..Row::default()
    };
    let judged = |measure: &str, side: &SideEntry| Row {
        value: side.computed.clone().unwrap_or_default(),
        text: side.verdict.to_owned(),
        reason: side.missing.clone().unwrap_or_default(),
        status: side.status.unwrap_or_default().to_owned(),
        as_of: side.as_of.clone(),
        ..row(measure)
    };
    let stated = claim.stated.clone().unwrap_or_default();
    let is_number = stated.parse::<f64>().is_ok_and(f64::is_finite);
    let said = Row {
        text: if is_number { String::new() } else { stated.clone() },
        value: if is_number { stated } else { String::new() },
        as_of: claim.said.clone(),
        ..row("stated")
    };
    [said, judged("then", &claim.then), judged("now", &claim.now)]
}

fn policies(report: &Report) -> Vec<Row> {
    let mut rows = Vec::new();
    for policy in &report.policies {
        let row = |measure: &str, period: &str, text: &str| Row {
            section: "policy",
            id: policy.id.clone(),
            name: policy.name.clone(),
            measure: measure.to_owned(),
            period: period.to_owned(),
            text: text.to_owned(),
            ..Row::default()
        };
        let due = policy.due.as_deref().unwrap_or_default();
        let overdue = if policy.overdue { "overdue" } else { "" };
        rows.push(Row { reason: overdue.to_owned(), ..row("status", due, &policy.status) });
        rows.extend(policy.steps.iter().map(|step| Row {
            status: step.status.clone(),
            source: step.source.clone().unwrap_or_default(),
            ..row("step", &step.date, &step.text)
        }));
    }
    rows
}

fn findings(report: &Report) -> impl Iterator<Item = Row> {
    report.health.findings.iter().map(|it| &it.finding).map(|found| Row {
        section: "health",
        id: found.check.to_owned(),
        name: found.series.clone(),
        measure: "found".to_owned(),
        period: found.period.clone(),
        value: found.found.map(|value| value.to_string()).unwrap_or_default(),
        text: found.text.clone(),
        status: found.severity.to_owned(),
        source: match (&found.file, found.line) {
            (Some(file), Some(line)) => format!("{file}:{line}"),
            (Some(file), None) => file.clone(),
            _ => String::new(),
        },
        ..Row::default()
    })
}
