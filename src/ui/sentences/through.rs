//! What a lens adds to a sentence: to its subject, to its verb, to its superlatives.

use crate::domain::{Flow, Period, Ratio};
use crate::indicators::{Comparison, Lens, Span};

use super::super::format::{Sign, month_name_long, period_word};
use super::super::lens_words::{excluding, on_base, over_periods, the_base};
use super::Wording;

impl Wording<'_> {
    pub(super) fn lens(&self) -> &Lens {
        self.deck.lens()
    }

    /// Decimals of amounts in billions.
    pub(super) fn decimals(&self) -> u32 {
        1 + u32::from(self.lens().per_day)
    }

    /// `exports`, `exports excl. semiconductors per working day from January to July`.
    pub(super) fn subject(&self, word: &str, flow: Flow) -> String {
        let lens = self.lens();
        let without = match excluding(lens, self.dataset).filter(|_| self.deck.lensed().excludes(flow)) {
            Some(excluding) => format!(" {excluding}"),
            None => String::new(),
        };
        let per_day = if lens.per_day { " per working day" } else { "" };
        format!("{word}{without}{per_day}{}", over_periods(lens.span, self.deck.month))
    }

    /// ` of all goods` where the lens takes something out of exports that the balance keeps.
    pub(super) fn of_all_goods(&self) -> &'static str {
        let lensed = self.deck.lensed();
        if lensed.excludes(Flow::Export) && !lensed.excludes(Flow::Balance) { " of all goods" } else { "" }
    }

    /// `rose 62.8% to $98.9bn`; on another base than the year before it is named.
    pub(super) fn moved_to(&self, rate: Ratio, amount: &str) -> String {
        let frequency = self.deck.month.frequency();
        let comparison = self.lens().comparison;
        let base = the_base(comparison, frequency);
        let beside = matches!(comparison, Comparison::Plan | Comparison::FiveYearMean);
        match (beside, rate.rounded(1).signum()) {
            (true, 1) => format!("were {} above {base} at {amount}", self.percent(rate)),
            (true, -1) => format!("were {} below {base} at {amount}", self.percent(rate)),
            (true, _) => format!("were at {base}: {amount}"),
            (false, 0) => format!("were unchanged from {base} at {amount}"),
            (false, _) if comparison == Comparison::YearAgo => format!("{} to {amount}", self.moved(rate, true)),
            (false, _) => format!("{} {} to {amount}", self.moved(rate, true), on_base(comparison, frequency)),
        }
    }

    /// True where runs of single periods belong to the amounts that are spoken of.
    pub(super) fn has_runs(&self) -> bool {
        self.lens().span != Span::YearToDate
    }

    /// `month`, `12-month sum`: what a superlative is one of.
    pub(super) fn one_of(&self) -> &'static str {
        match (self.lens().span, period_word(self.deck.month.frequency())) {
            (Span::OneYear, "quarter") => "4-quarter sum",
            (Span::OneYear, _) => "12-month sum",
            (Span::ThreeMonths, _) => "3-month mean",
            (_, word) => word,
        }
    }

    /// `any July`; of a year to date `January to any July`, which is as far as it can be compared.
    pub(super) fn any_same_period(&self) -> String {
        let month = self.deck.month;
        match self.lens().span {
            Span::YearToDate if month != month.first_of_year() => {
                format!("any {} to {}", month_name_long(month.first_of_year()), month_name_long(month))
            }
            _ => format!("any {}", month_name_long(month)),
        }
    }

    /// ` on record`; where the lens needs series that begin later, since when.
    pub(super) fn on_record(&self) -> String {
        let lensed = self.deck.lensed();
        record_of(lensed.by_period().exports.first(), lensed.published().exports.first())
    }

    /// The same of the balance.
    pub(super) fn balance_on_record(&self) -> String {
        let lensed = self.deck.lensed();
        record_of(lensed.by_period().balance.first(), lensed.published().balance.first())
    }

    /// Says where growth in total and per working day go different ways; nothing where they agree.
    pub(super) fn other_count(&self) -> Option<String> {
        let lensed = self.deck.lensed();
        let other = self.lens().by_other_count();
        let growth = |lens: &Lens| {
            lens.growth(lensed.exports(), lensed.plan_of(lensed.exports()), lensed.calendar(), self.deck.month)
                .value
                .ok()
        };
        let (seen, other) = (growth(self.lens())?, growth(&other)?);
        if seen.rounded(1).signum() * other.rounded(1).signum() != -1 {
            return None;
        }
        let percent = self.style.growth(other, 1, Sign::Never);
        let verb = if other.signum() > 0 { "rose" } else { "fell" };
        let count = if self.lens().per_day { "in total" } else { "per working day" };
        Some(format!("{count} they {verb} {percent}"))
    }
}

fn record_of(first: Option<Period>, published: Option<Period>) -> String {
    match (first, published) {
        (Some(first), Some(published)) if first != published => format!(" since {}", first.year()),
        _ => " on record".to_owned(),
    }
}

/// The period whose value a balance is set beside.
pub(super) fn period_before(span: Span, period: Period) -> Period {
    if span == Span::YearToDate { period.year_ago() } else { period.minus(1) }
}
