//! Runs, and how the month's values stand in their series.

use serde::Serialize;

use crate::domain::said_of;
use crate::indicators::record::{Record, Standing};
use crate::indicators::{Deck, Run};
use crate::say;

#[derive(Debug, Serialize)]
pub(in crate::export) struct RunEntry {
    pub(in crate::export) kind: &'static str,
    sign: i32,
    pub(in crate::export) length: u32,
    pub(in crate::export) start: String,
    pub(in crate::export) end: String,
    pub(in crate::export) exactness: &'static str,
    pub(in crate::export) rank: u32,
    pub(in crate::export) is_current: bool,
    provisional_periods: u32,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct RecordEntry {
    pub(in crate::export) series: &'static str,
    period: String,
    pub(in crate::export) value: i64,
    pub(in crate::export) rank: u32,
    pub(in crate::export) count: u32,
    tied: bool,
    pub(in crate::export) rank_same_month: u32,
    pub(in crate::export) count_same_month: u32,
    pub(in crate::export) highest: StandingEntry,
    pub(in crate::export) lowest: StandingEntry,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct StandingEntry {
    record: bool,
    since: String,
    tied: bool,
    gap: bool,
}

impl StandingEntry {
    /// `2022-10`, or `none since 1990-01` where it was never matched.
    pub(in crate::export) fn shown(&self) -> String {
        let since = said_of(&self.since);
        if self.record { say!("report.none-since", since = since) } else { since }
    }
}

pub(super) fn runs(deck: &Deck) -> Vec<RunEntry> {
    deck.streaks.runs.iter().map(run).collect()
}

pub(super) fn records(deck: &Deck) -> Vec<RecordEntry> {
    let named = deck.records.named();
    named.iter().filter_map(|(name, found)| found.map(|found| record(name, found))).collect()
}

fn run(run: &Run) -> RunEntry {
    RunEntry {
        kind: run.kind.code(),
        sign: run.kind.sign(),
        length: run.length,
        start: run.start.to_string(),
        end: run.end.to_string(),
        exactness: if run.exact { "exact" } else { "at_least" },
        rank: run.rank,
        is_current: run.is_current,
        provisional_periods: run.provisional,
    }
}

fn record(series: &'static str, record: &Record) -> RecordEntry {
    RecordEntry {
        series,
        period: record.period.to_string(),
        value: record.value,
        rank: record.rank,
        count: record.count,
        tied: record.tied,
        rank_same_month: record.rank_same_month,
        count_same_month: record.count_same_month,
        highest: standing(record.highest),
        lowest: standing(record.lowest),
    }
}

fn standing(standing: Standing) -> StandingEntry {
    match standing {
        Standing::Since { period, tied, gap } => StandingEntry { record: false, since: period.to_string(), tied, gap },
        Standing::Record { start, gap } => StandingEntry { record: true, since: start.to_string(), tied: false, gap },
    }
}
