//! What a lens means for sentences, whatever the language.

use crate::domain::{Flow, Period, Ratio};
use crate::indicators::{Lens, Span};

use super::Wording;

impl Wording<'_> {
    pub(super) fn lens(&self) -> &Lens {
        self.deck.lens()
    }

    /// Decimals of amounts in billions.
    pub(super) fn decimals(&self) -> u32 {
        1 + u32::from(self.lens().per_day)
    }

    /// True where the lens takes something out of exports that the balance keeps.
    pub(super) fn balance_keeps_all(&self) -> bool {
        let lensed = self.deck.lensed();
        lensed.excludes(Flow::Export) && !lensed.excludes(Flow::Balance)
    }

    /// True where runs of single periods belong to the amounts that are spoken of.
    pub(super) fn has_runs(&self) -> bool {
        self.lens().span != Span::YearToDate
    }

    /// The year in which the record of exports begins, where the lens needs series that begin later than what is published.
    pub(super) fn exports_begin(&self) -> Option<i32> {
        let lensed = self.deck.lensed();
        later_than(lensed.by_period().exports.first(), lensed.published().exports.first())
    }

    /// The same of the balance.
    pub(super) fn balance_begins(&self) -> Option<i32> {
        let lensed = self.deck.lensed();
        later_than(lensed.by_period().balance.first(), lensed.published().balance.first())
    }

    /// Growth in total where the lens shows it per working day, and the other way round; nothing where both go the
    /// same way.
    pub(super) fn other_growth(&self) -> Option<Ratio> {
        let lensed = self.deck.lensed();
        let growth = |lens: &Lens| {
            lens.growth(lensed.exports(), lensed.plan_of(lensed.exports()), lensed.calendar(), self.deck.month)
                .value
                .ok()
        };
        let (seen, other) = (growth(self.lens())?, growth(&self.lens().by_other_count())?);
        (seen.rounded(1).signum() * other.rounded(1).signum() == -1).then_some(other)
    }
}

fn later_than(first: Option<Period>, published: Option<Period>) -> Option<i32> {
    first.zip(published).filter(|(first, published)| first != published).map(|(first, _)| first.year())
}

/// The period whose value a balance is set beside.
pub(super) fn period_before(span: Span, period: Period) -> Period {
    if span == Span::YearToDate { period.year_ago() } else { period.minus(1) }
}
