//! The sentences in English, and the phrases that several of them use.

pub(super) mod balance;
pub(super) mod focus;
pub(super) mod headline;
pub(super) mod league;
pub(super) mod member;
pub(super) mod streaks;
pub(super) mod targets;

use crate::domain::{Flow, Frequency, Period, Ratio};
use crate::indicators::{Comparison, RunKind, Span};

use super::super::format::{month_name_long, period_long, period_word};
use super::super::lens_words::{excluding, on_base, the_base};
use super::Wording;
use super::facts::{Missing, missing};

impl Wording<'_> {
    /// `exports`, `exports excl. semiconductors per working day from January to July`.
    fn subject(&self, word: &str, flow: Flow) -> String {
        let lens = self.lens();
        let without = match excluding(lens, self.dataset).filter(|_| self.deck.lensed().excludes(flow)) {
            Some(excluding) => format!(" {excluding}"),
            None => String::new(),
        };
        let per_day = if lens.per_day { " per working day" } else { "" };
        format!("{word}{without}{per_day}{}", over_periods(lens.span, self.deck.month))
    }

    /// ` of all goods` where the lens takes something out of exports that the balance keeps.
    fn of_all_goods(&self) -> &'static str {
        if self.balance_keeps_all() { " of all goods" } else { "" }
    }

    /// `rose 62.8% to $98.9bn`; on another base than the year before it is named.
    fn moved_to(&self, rate: Ratio, amount: &str) -> String {
        let frequency = self.deck.month.frequency();
        let comparison = self.lens().comparison;
        let base = the_base(comparison, frequency);
        let beside = matches!(comparison, Comparison::Plan | Comparison::FiveYearMean);
        match (beside, rate.rounded(1).signum()) {
            (true, 1) => format!("were {} above {base} at {amount}", self.percent(rate)),
            (true, -1) => format!("were {} below {base} at {amount}", self.percent(rate)),
            (true, _) => format!("were at {base}: {amount}"),
            (false, 0) => format!("were unchanged from {base} at {amount}"),
            (false, _) if comparison == Comparison::YearAgo => format!("{} to {amount}", self.moved(rate)),
            (false, _) => format!("{} {} to {amount}", self.moved(rate), on_base(comparison, frequency)),
        }
    }

    /// `rose 62.8%`, `fell 7.5%`, `were unchanged`; judged by what is shown, so that no sentence says
    /// "rose 0.0%".
    fn moved(&self, rate: Ratio) -> String {
        match rate.rounded(1).signum() {
            1 => format!("rose {}", self.percent(rate)),
            -1 => format!("fell {}", self.percent(rate)),
            _ => "were unchanged".to_owned(),
        }
    }

    /// `month`, `12-month sum`: what a superlative is one of.
    fn one_of(&self) -> &'static str {
        match (self.lens().span, period_word(self.deck.month.frequency())) {
            (Span::OneYear, "quarter") => "4-quarter sum",
            (Span::OneYear, _) => "12-month sum",
            (Span::ThreeMonths, _) => "3-month mean",
            (_, word) => word,
        }
    }

    /// `any July`; of a year to date `January to any July`, which is as far as it can be compared.
    fn any_same_period(&self) -> String {
        let month = self.deck.month;
        match self.lens().span {
            Span::YearToDate if month != month.first_of_year() => {
                format!("any {} to {}", month_name_long(month.first_of_year()), month_name_long(month))
            }
            _ => format!("any {}", month_name_long(month)),
        }
    }

    /// ` on record`; where the lens needs series that begin later, since when.
    fn on_record(&self) -> String {
        record_of(self.exports_begin())
    }

    /// The same of the balance.
    fn balance_on_record(&self) -> String {
        record_of(self.balance_begins())
    }

    /// Why there is no balance: `imports for August 2026 are not known yet`.
    fn missing_side(&self) -> String {
        let month = period_long(self.deck.month);
        match missing(self) {
            Missing::ImportsNotLoaded => "no imports are loaded".to_owned(),
            Missing::ExportsNotLoaded => "no exports are loaded".to_owned(),
            Missing::Imports => format!("imports for {month} are not known yet"),
            Missing::Exports => format!("exports for {month} are not known yet"),
            Missing::Both => format!("nothing is known of {month} yet"),
        }
    }
}

/// The periods of one value within a sentence: ` from January to July`; nothing for single periods.
fn over_periods(span: Span, period: Period) -> String {
    match (span, period.frequency()) {
        (Span::Single, _) => String::new(),
        (Span::YearToDate, _) if period == period.first_of_year() => {
            format!(" in {}", month_name_long(period))
        }
        (Span::YearToDate, _) => {
            let first = month_name_long(period.first_of_year());
            format!(" from {first} to {}", month_name_long(period))
        }
        (Span::OneYear, Frequency::Monthly) => " over twelve months".to_owned(),
        (Span::OneYear, _) => " over four quarters".to_owned(),
        (Span::ThreeMonths, _) => " on average of three months".to_owned(),
    }
}

fn record_of(begins: Option<i32>) -> String {
    begins.map_or_else(|| " on record".to_owned(), |year| format!(" since {year}"))
}

/// `surplus`, `deficits`.
fn balance_noun(kind: RunKind, count: u32) -> &'static str {
    match (kind, count) {
        (RunKind::Deficit, 1) => "deficit",
        (RunKind::Deficit, _) => "deficits",
        (_, 1) => "surplus",
        _ => "surpluses",
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
