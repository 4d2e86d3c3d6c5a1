//! The parts of the month's total, item by item and partner by partner.

use serde::Serialize;

use crate::domain::{Dataset, Flow};
use crate::indicators::league::{PartsSum, Row};
use crate::indicators::{Deck, League, LeagueOf, Measured, Quantity, SortBy, Undefined};
use crate::say;
use crate::ui::format::NumberStyle;
use crate::ui::panels::panel_of;
use crate::word;

use super::super::input::Input;
use super::number::{number, unit};

/// A league table: its rows by size, then the others and the total.
#[derive(Debug, Serialize)]
pub(in crate::export) struct LeagueEntry {
    /// `items` or `partners`.
    pub(in crate::export) of: &'static str,
    pub(in crate::export) scheme: String,
    pub(in crate::export) flow: &'static str,
    sum: &'static str,
    keeps_lens: bool,
    pub(in crate::export) rows: Vec<RowEntry>,
}

/// One row.
#[derive(Debug, Serialize)]
pub(in crate::export) struct RowEntry {
    /// `part`, `others` or `total`.
    pub(in crate::export) kind: &'static str,
    pub(in crate::export) id: String,
    pub(in crate::export) name: String,
    pub(in crate::export) within: Option<String>,
    pub(in crate::export) run: Option<RowRunEntry>,
    pub(in crate::export) numbers: Vec<NumberEntry>,
    pub(in crate::export) inputs: Vec<Input>,
}

#[derive(Debug, Serialize)]
pub(in crate::export) struct RowRunEntry {
    rises: bool,
    length: u32,
    exactness: &'static str,
}

/// One number of a row.
#[derive(Debug, Serialize)]
pub(in crate::export) struct NumberEntry {
    pub(in crate::export) measure: &'static str,
    pub(in crate::export) value: serde_json::Value,
    pub(in crate::export) unit: String,
    pub(in crate::export) display: String,
    pub(in crate::export) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::export) undefined: Option<&'static str>,
}

impl RowEntry {
    /// A number of the row by its name.
    pub(in crate::export) fn number(&self, measure: &str) -> Option<&NumberEntry> {
        self.numbers.iter().find(|number| number.measure == measure)
    }
}

impl RowRunEntry {
    /// `up 17`, `down 2+` where it may be longer; runs of one period are none.
    pub(in crate::export) fn shown(&self) -> String {
        let more = if self.exactness == "exact" { "" } else { "+" };
        match self.rises {
            _ if self.length < 2 => String::new(),
            true => say!("report.up", n = self.length, more = more),
            false => say!("report.down", n = self.length, more = more),
        }
    }
}

/// Both leagues of a deck.
pub(super) fn entries(dataset: &Dataset, deck: &Deck, style: &NumberStyle) -> Vec<LeagueEntry> {
    let writer = Writer { dataset, style, per_day: deck.lens().per_day };
    [LeagueOf::Items, LeagueOf::Partners].map(|of| writer.league(deck.league(of))).into()
}

struct Writer<'a> {
    dataset: &'a Dataset,
    style: &'a NumberStyle,
    per_day: bool,
}

impl Writer<'_> {
    fn league(&self, league: &League) -> LeagueEntry {
        let parts = league.order(self.dataset, SortBy::Value).into_iter().map(|row| &league.rows[row]);
        let mut rows: Vec<RowEntry> = parts.map(|row| self.row(league, row, "part")).collect();
        if !rows.is_empty() {
            rows.extend([self.row(league, &league.others, "others"), self.row(league, &league.total, "total")]);
        }
        LeagueEntry {
            of: panel_of(league.of),
            scheme: league.scheme.clone(),
            flow: if league.flow == Flow::Import { "import" } else { "export" },
            sum: sum(&league.sum),
            keeps_lens: league.keeps_lens,
            rows,
        }
    }

    fn row(&self, league: &League, row: &Row, kind: &'static str) -> RowEntry {
        let code = |member| self.dataset.member_code(member).to_owned();
        RowEntry {
            kind,
            id: row.member.map(code).unwrap_or_default(),
            name: row.member.map_or_else(|| rest(kind), |member| self.dataset.member_name(member).here()).to_owned(),
            // A whole that the table has not, or that is not known, counts nothing.
            within: row.within.filter(|_| league.is_within(row)).map(code),
            run: row.run.map(|run| RowRunEntry {
                rises: run.rises,
                length: run.length,
                exactness: if run.exact { "exact" } else { "at_least" },
            }),
            numbers: self.numbers(row),
            inputs: row.value.inputs.iter().map(|id| Input::of(self.dataset, *id)).collect(),
        }
    }

    fn numbers(&self, row: &Row) -> Vec<NumberEntry> {
        let other = if self.per_day { "growth_in_total" } else { "growth_per_working_day" };
        let mut numbers = vec![
            self.number("value", &row.value, Quantity::Money),
            self.number("growth", &row.growth, Quantity::Growth),
            self.number(other, &row.other_growth, Quantity::Growth),
            self.number("share", &row.share, Quantity::Share),
            self.number("share_change", &row.share_change, Quantity::Points),
            self.number("contribution", &row.contribution, Quantity::Points),
        ];
        numbers.extend(row.imports.as_ref().map(|imports| self.number("imports", imports, Quantity::Money)));
        numbers.extend(row.balance.as_ref().map(|balance| self.number("balance", balance, Quantity::Balance)));
        numbers
    }

    fn number(&self, measure: &'static str, measured: &Measured, quantity: Quantity) -> NumberEntry {
        let is_money = matches!(quantity, Quantity::Money | Quantity::Balance);
        NumberEntry {
            measure,
            value: number(measured.value, quantity),
            unit: unit(quantity, &self.dataset.currency, self.per_day),
            display: self.style.measured(measured, quantity, if is_money { 2 } else { 1 }),
            status: if measured.value.is_ok() { measured.status.keyword() } else { "undefined" },
            undefined: measured.value.err().map(Undefined::code),
        }
    }
}

/// The name of a row that is no member.
fn rest(kind: &'static str) -> &'static str {
    match kind {
        "others" => word!("report.others"),
        "total" => word!("report.total"),
        other => other,
    }
}

const fn sum(sum: &PartsSum) -> &'static str {
    match sum {
        PartsSum::NoTotal => "no_total",
        PartsSum::NoParts => "no_parts",
        PartsSum::Complete => "complete",
        PartsSum::WithOthers => "with_others",
        PartsSum::Exceed(_) => "exceeds_total",
    }
}
