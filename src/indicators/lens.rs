//! Lenses: the same series per working day, without some items, summed over more than one period, or
//! set against another base. A lens changes what a value is; the formulas behind it stay the same.

use crate::domain::{Calendar, Flow, Frequency, Member, ObsStatus, Period, Ratio, Reading, Vintage, Window};

use super::{Measured, Undefined, growth};

/// Years whose mean is the base of [`Comparison::FiveYearMean`].
const MEAN_YEARS: i32 = 5;

/// The periods that one value is the sum (or mean) of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Span {
    /// The period itself.
    #[default]
    Single,
    /// From the first period of the year on.
    YearToDate,
    /// The last twelve months (four quarters).
    OneYear,
    /// The mean of the last three months.
    ThreeMonths,
}

/// What growth and change are measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Comparison {
    /// The same period of the year before.
    #[default]
    YearAgo,
    /// The period before; not seasonally adjusted.
    PeriodBefore,
    /// The mean of the same periods of the five years before, to whole units of the currency.
    FiveYearMean,
    /// The seasonal pace of the year's target for total exports.
    Plan,
}

impl Comparison {
    /// All, in the order in which a key goes through them.
    pub const ALL: [Comparison; 4] =
        [Comparison::YearAgo, Comparison::PeriodBefore, Comparison::FiveYearMean, Comparison::Plan];

    /// The periods that the base of `period` is the value of; of a mean, those it is the mean of.
    pub fn periods(self, period: Period) -> Vec<Period> {
        match self {
            Comparison::YearAgo => vec![period.year_ago()],
            Comparison::PeriodBefore => vec![period.minus(1)],
            Comparison::FiveYearMean => {
                (1..=MEAN_YEARS).map(|years| period.minus(years * period.frequency().per_year())).collect()
            }
            Comparison::Plan => vec![period],
        }
    }

    /// `yoy` …: what names of figures end with.
    pub const fn suffix(self) -> &'static str {
        match self {
            Comparison::YearAgo => "yoy",
            Comparison::PeriodBefore => "mom",
            Comparison::FiveYearMean => "vs_5y_mean",
            Comparison::Plan => "vs_plan",
        }
    }
}

/// How every series is looked at. The default is as published, on the year before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lens {
    /// Values divided by working days.
    pub per_day: bool,
    /// Items, or partners, taken out of the totals.
    pub without: Vec<Member>,
    /// Over how many periods.
    pub span: Span,
    /// On which base.
    pub comparison: Comparison,
}

/// Why two lenses, or a lens and a dataset, do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// A year to date has one period more than that of the period before.
    YearToDateOnPeriodBefore,
    /// A plan is for a calendar year; moving sums cross its border.
    PlanOverMovingSpan,
    /// Targets are set for all goods.
    PlanWithoutItems,
    /// No target for total exports with a seasonal profile is known.
    NoPlan,
    /// The dataset does not tell which days are worked.
    NoWorkingDays,
    /// There is nothing between a year's first and last period to add up.
    SpanOfAnnual,
    /// Three months of quarterly figures are one.
    ThreeMonthsOfQuarters,
    /// Neither a focus item nor a marked one.
    NothingToExclude,
    /// What is to be taken out is not of one classification, or contains one another.
    MixedClassifications,
    /// Exports of what is to be taken out are not known.
    UnknownPart,
}

/// A series less others of the same flow: exports without some items.
#[derive(Debug, Clone, Copy)]
pub struct Net<'a> {
    /// The whole.
    pub whole: &'a Vintage,
    /// What is taken out.
    pub without: &'a [Vintage],
}

impl<'a> From<&'a Vintage> for Net<'a> {
    fn from(whole: &'a Vintage) -> Net<'a> {
        Net { whole, without: &[] }
    }
}

impl Net<'_> {
    /// The value of one period; missing where a part of it is.
    pub fn at(self, period: Period) -> Measured {
        let whole = Measured::of(self.whole.reading(period));
        self.without.iter().fold(whole, |rest, part| rest.minus(Measured::of(part.reading(period))))
    }

    fn reading(self, period: Period) -> Option<(i128, i64, ObsStatus)> {
        let reading = |vintage: &Vintage| vintage.reading(period).copied();
        let whole = reading(self.whole)?;
        let mut seen = (i128::from(whole.value), whole.rounding, whole.status);
        for part in self.without {
            let part = reading(part)?;
            seen = (seen.0 - i128::from(part.value), seen.1.saturating_add(part.rounding), seen.2.max(part.status));
        }
        Some(seen)
    }
}

impl Lens {
    /// True where nothing differs from what was published.
    pub fn is_plain(&self) -> bool {
        *self == Lens::default()
    }

    /// True where values are those of single periods with all goods in them, undivided.
    pub fn keeps_values(&self) -> bool {
        !self.per_day && self.without.is_empty() && self.span == Span::Single
    }

    /// The same lens over another span.
    #[must_use]
    pub fn over(&self, span: Span) -> Lens {
        Lens { span, ..self.clone() }
    }

    /// The span that runs and ranks are found in: a year to date starts anew each year and has none.
    pub fn running_span(&self) -> Span {
        if self.span == Span::YearToDate { Span::Single } else { self.span }
    }

    /// The same lens, per working day.
    #[must_use]
    pub fn daily(&self) -> Lens {
        Lens { per_day: true, ..self.clone() }
    }

    /// The same lens per working day where it is not, in total where it is.
    #[must_use]
    pub fn by_other_count(&self) -> Lens {
        Lens { per_day: !self.per_day, ..self.clone() }
    }

    /// The same lens on another base.
    #[must_use]
    pub fn against(&self, comparison: Comparison) -> Lens {
        Lens { comparison, ..self.clone() }
    }

    /// Why the lens means nothing, whatever the dataset; `None` where it does.
    pub fn conflict(&self, frequency: Frequency) -> Option<Conflict> {
        let moving = matches!(self.span, Span::OneYear | Span::ThreeMonths);
        match frequency {
            Frequency::Annual if self.span != Span::Single => return Some(Conflict::SpanOfAnnual),
            Frequency::Quarterly if self.span == Span::ThreeMonths => return Some(Conflict::ThreeMonthsOfQuarters),
            _ => {}
        }
        match self.comparison {
            Comparison::PeriodBefore if self.span == Span::YearToDate => Some(Conflict::YearToDateOnPeriodBefore),
            Comparison::Plan if moving => Some(Conflict::PlanOverMovingSpan),
            Comparison::Plan if !self.without.is_empty() => Some(Conflict::PlanWithoutItems),
            _ => None,
        }
    }

    /// First and last period that the value of `period` is made of.
    pub fn periods(&self, period: Period) -> (Period, Period) {
        match self.span {
            Span::Single => (period, period),
            Span::YearToDate => (period.first_of_year(), period),
            Span::OneYear => (period.minus(period.frequency().per_year() - 1), period),
            Span::ThreeMonths => (period.minus(2), period),
        }
    }

    /// Working days of the periods that the value of `period` is made of.
    pub fn days(&self, calendar: &Calendar, period: Period) -> Measured {
        let (first, last) = self.periods(period);
        match half_days(calendar, first, last).and_then(|half_days| Ratio::new(half_days, 2)) {
            Some(days) => Measured::exact(days),
            None => Measured::undefined(Undefined::NoWorkingDays),
        }
    }

    /// The value of `series` in `period`: summed over the span, the mean of it for three months, divided by
    /// its working days where the lens is per day. Exact.
    pub fn value(&self, series: Net<'_>, calendar: &Calendar, period: Period) -> Measured {
        let (first, last) = self.periods(period);
        let summed = if first == last {
            series.at(period)
        } else {
            Measured::total(Period::span(first, last).map(|period| series.at(period)))
        };
        if self.per_day {
            let days = self.days(calendar, period);
            return summed.with(days, |value, days| value.over(days).ok_or(Undefined::NoWorkingDays));
        }
        match self.span {
            Span::ThreeMonths => summed.divided(3),
            _ => summed,
        }
    }

    /// What the value of `period` is compared with. `plan` is the series of [`Comparison::Plan`], where the
    /// series has one.
    pub fn base(&self, series: Net<'_>, plan: Option<&Vintage>, calendar: &Calendar, period: Period) -> Measured {
        if self.comparison == Comparison::Plan {
            return match plan {
                Some(plan) => self.value(plan.into(), calendar, period).or_else_because(Undefined::NoPlan),
                None => Measured::undefined(Undefined::NoPlan),
            };
        }
        self.base_of(|at| self.value(series, calendar, at), period)
    }

    /// The base of something that is worked out by `at` for any period.
    pub fn base_of(&self, at: impl Fn(Period) -> Measured, period: Period) -> Measured {
        match self.comparison {
            Comparison::YearAgo => at(period.year_ago()),
            Comparison::PeriodBefore => at(period.minus(1)),
            Comparison::FiveYearMean => {
                Measured::total(self.comparison.periods(period).into_iter().map(at)).mean_of(MEAN_YEARS)
            }
            Comparison::Plan => Measured::undefined(Undefined::NoPlan),
        }
    }

    /// Growth of the value of `period` on its base, in percent.
    pub fn growth(&self, series: Net<'_>, plan: Option<&Vintage>, calendar: &Calendar, period: Period) -> Measured {
        growth::rate(self.value(series, calendar, period), self.base(series, plan, calendar, period))
    }

    /// Change of the value of `period` on its base, in money.
    pub fn change(&self, series: Net<'_>, calendar: &Calendar, period: Period) -> Measured {
        self.value(series, calendar, period).minus(self.base(series, None, calendar, period))
    }

    /// The whole series through the lens, in whole units of the currency: for charts, runs and ranks. It keeps
    /// no inputs; figures are worked out by [`Lens::value`].
    pub fn vintage(&self, series: Net<'_>, calendar: &Calendar) -> Vintage {
        let (Some(first), Some(last)) = (series.whole.first(), series.whole.last()) else {
            return Vintage::default();
        };
        if self.keeps_values() && series.without.is_empty() {
            return series.whole.clone();
        }
        let reading = |period| self.seen(series, calendar, period);
        Vintage::new(first, Period::span(first, last).map(reading).collect())
    }

    /// One period of [`Lens::vintage`].
    pub fn seen(&self, series: Net<'_>, calendar: &Calendar, period: Period) -> Option<Reading> {
        let (first, last) = self.periods(period);
        let mut sum: (i128, i64, ObsStatus) = (0, 0, ObsStatus::Normal);
        for period in Period::span(first, last) {
            let (value, rounding, status) = series.reading(period)?;
            sum = (sum.0 + value, sum.1.saturating_add(rounding), sum.2.max(status));
        }
        let (times, by) = match (self.per_day, self.span) {
            (true, _) => (2, half_days(calendar, first, last)?),
            (false, Span::ThreeMonths) => (1, 3),
            (false, _) => (1, 1),
        };
        let value = Ratio::new(sum.0 * times, by)?.rounded(0);
        Some(Reading::derived(i64::try_from(value).ok()?, (sum.1 / by as i64).max(1), sum.2))
    }

    /// The bases of a whole series seen through the lens, in whole units.
    pub fn base_vintage(&self, seen: &Vintage, plan: Option<&Vintage>, calendar: &Calendar) -> Vintage {
        let (Some(first), Some(last)) = (seen.first(), seen.last()) else { return Vintage::default() };
        if self.comparison == Comparison::Plan {
            return plan.map(|plan| self.vintage(plan.into(), calendar)).unwrap_or_default();
        }
        let base = |period| {
            let measured = self.base_of(|at| Measured::of(seen.reading(at)), period);
            let value = i64::try_from(measured.value.ok()?.rounded(0)).ok()?;
            Some(Reading::derived(value, 1, measured.status))
        };
        Vintage::new(first, Period::span(first, last).map(base).collect())
    }

    /// True where anything is taken out of this flow: of imports only where they are known of all that is taken out.
    pub fn excludes(&self, flow: Flow, imports_known: bool) -> bool {
        !self.without.is_empty() && (flow == Flow::Export || imports_known)
    }
}

/// Twice the working days from `first` to `last`; `None` where a period's are unknown or none are worked.
fn half_days(calendar: &Calendar, first: Period, last: Period) -> Option<i128> {
    let days = Period::span(first, last).map(|period| calendar.days(period, Window::Whole));
    let sum =
        days.map(|days| days.map(|days| i128::from(days.half_days))).try_fold(0, |sum, days| Some(sum + days?))?;
    (sum > 0).then_some(sum)
}
