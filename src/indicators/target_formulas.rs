//! How the standing of a target follows from the target, the year so far and the years before.

use crate::domain::{ItemId, Member, PartnerId, Period, Ratio, SeriesKey};

use super::attainment::Attainment;
use super::cumulative;
use super::derivation::{Derivation, Form, Operand, Term};
use super::lens::{Lens, Span};
use super::{Deck, Measured, Undefined};

/// A number of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TargetFigure {
    /// Percent of the target that is done.
    Achieved,
    /// Sum of the year so far.
    Done,
    /// Where the sum should stand.
    Pace,
    /// Done less the pace.
    Gap,
    /// What is left to do.
    Remaining,
    /// What is left for each period left.
    PerPeriod,
    /// What is left for each working day left.
    PerDay,
    /// The growth that the rest of the year needs.
    Growth,
    /// What the year comes to if it goes on as it has gone lately.
    Projection,
}

impl TargetFigure {
    /// All, the most important first.
    pub const ALL: [TargetFigure; 9] = [
        TargetFigure::Achieved,
        TargetFigure::Done,
        TargetFigure::Pace,
        TargetFigure::Gap,
        TargetFigure::Remaining,
        TargetFigure::PerPeriod,
        TargetFigure::PerDay,
        TargetFigure::Growth,
        TargetFigure::Projection,
    ];

    /// The number of a target of the deck.
    pub fn of(self, deck: &Deck, standing: &Attainment) -> Measured {
        let number = match self {
            TargetFigure::Achieved => &standing.achieved,
            TargetFigure::Done => &standing.done,
            TargetFigure::Pace => &standing.pace,
            TargetFigure::Gap => &standing.gap,
            TargetFigure::Remaining => &standing.remaining,
            TargetFigure::PerPeriod => &standing.needed_per_period,
            TargetFigure::PerDay => &standing.needed_per_day,
            TargetFigure::Growth => &standing.needed_growth,
            TargetFigure::Projection => {
                let year = deck.projection(standing).map(|projection| projection.year.clone());
                return year.unwrap_or_else(|| Measured::undefined(Undefined::Incomplete));
            }
        };
        number.clone()
    }
}

/// How a number of a target is worked out. Targets are measured against published values, whatever the lens.
pub fn target_derivation(deck: &Deck, standing: &Attainment, figure: TargetFigure) -> Derivation {
    let month = standing.period;
    let term = |of: Operand, value: Measured| Term { of, lens: Lens::default(), month, base: None, value };
    let to_date = |month: Period, value: Measured| Term {
        of: series(standing.target.key),
        lens: Lens::default().over(Span::YearToDate),
        month,
        base: None,
        value,
    };
    let goal = || term(Operand::Goal, Measured::exact(Ratio::whole(i128::from(standing.target.value))));
    let done = || to_date(month, standing.done.clone());
    let pace = || term(Operand::Pace, standing.pace.clone());
    let (form, terms) = match figure {
        TargetFigure::Achieved => (Form::Ratio, vec![done(), goal()]),
        TargetFigure::Done => (Form::Value, vec![done()]),
        TargetFigure::Pace => (Form::PercentOf, vec![term(Operand::Profile, standing.profile.clone()), goal()]),
        TargetFigure::Gap => (Form::Rest, vec![done(), pace()]),
        TargetFigure::Remaining => (Form::Rest, vec![goal(), done()]),
        TargetFigure::PerPeriod => {
            let left = Ratio::whole(i128::from(month.last_of_year().since(month)));
            (Form::RestOver, vec![goal(), done(), term(Operand::PeriodsLeft, Measured::exact(left))])
        }
        TargetFigure::PerDay => {
            let left = standing.days_left.map_or(Measured::undefined(Undefined::NoWorkingDays), Measured::exact);
            (Form::RestOver, vec![goal(), done(), term(Operand::DaysLeft, left)])
        }
        TargetFigure::Growth => {
            let before = month.year_ago();
            let vintage = deck.lensed().view().vintage(standing.target.key);
            let so_far = cumulative::year_to_date(&vintage, before);
            let year = to_date(before.last_of_year(), standing.last_year.clone());
            (Form::RestGrowth, vec![goal(), done(), year, to_date(before, so_far)])
        }
        TargetFigure::Projection => {
            let undefined = || Measured::undefined(Undefined::Incomplete);
            let (rest, growth) = match deck.projection(standing) {
                Some(projection) => (projection.rest_by_days.clone(), projection.recent_growth.clone()),
                None => (undefined(), undefined()),
            };
            (Form::PlusTimes, vec![done(), term(Operand::RestByDays, rest), term(Operand::RecentGrowth, growth)])
        }
    };
    Derivation { form, terms }
}

fn series(key: SeriesKey) -> Operand {
    match (key.item, key.partner) {
        (ItemId::TOTAL, PartnerId::WORLD) => Operand::Total(key.flow),
        (ItemId::TOTAL, partner) => Operand::Part(Member::Partner(partner), key.flow),
        (item, _) => Operand::Part(Member::Item(item), key.flow),
    }
}
