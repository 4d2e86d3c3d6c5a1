//! Lenses in words: what titles, sentences and notices say of them.

use crate::domain::{Dataset, Flow, Frequency, Member, Period};
use crate::indicators::{Comparison, Conflict, Lens, Span};

use super::format;

/// One part of a lens, for panels that cannot follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LensPart {
    /// Values per working day.
    PerDay,
    /// Something taken out.
    Without,
    /// More than one period.
    Span,
    /// Another base than the year before.
    Comparison,
}

impl LensPart {
    /// All of them.
    pub const ALL: [LensPart; 4] = [LensPart::PerDay, LensPart::Without, LensPart::Span, LensPart::Comparison];

    /// What a lens says of this part; nothing where it is plain.
    pub fn words(self, lens: &Lens, dataset: &Dataset) -> Option<String> {
        match self {
            LensPart::PerDay => lens.per_day.then(|| "per working day".to_owned()),
            LensPart::Without => excluding(lens, dataset),
            LensPart::Span => span(lens.span, dataset.frequency).map(str::to_owned),
            LensPart::Comparison => {
                (lens.comparison != Comparison::YearAgo).then(|| on_base(lens.comparison, dataset.frequency).to_owned())
            }
        }
    }
}

impl LensPart {
    /// The same in few cells.
    pub fn short(self, lens: &Lens, dataset: &Dataset) -> Option<String> {
        self.words(lens, dataset).map(|_| match (self, lens.span) {
            (LensPart::PerDay, _) => "/day".to_owned(),
            (LensPart::Without, _) => "excl.".to_owned(),
            (LensPart::Span, Span::YearToDate) => "YTD".to_owned(),
            (LensPart::Span, Span::ThreeMonths) => "3M".to_owned(),
            (LensPart::Span, _) => "12M".to_owned(),
            (LensPart::Comparison, _) => short_base(lens.comparison, dataset.frequency).to_owned(),
        })
    }
}

/// Everything that a lens changes; empty where it is plain.
pub fn all(lens: &Lens, dataset: &Dataset) -> String {
    LensPart::ALL.into_iter().filter_map(|part| part.words(lens, dataset)).collect::<Vec<_>>().join(", ")
}

/// `excl. semiconductors`.
pub fn excluding(lens: &Lens, dataset: &Dataset) -> Option<String> {
    (!lens.without.is_empty()).then(|| format!("excl. {}", excluded_names(lens, dataset)))
}

/// `semiconductors`, `ships and China`, `4 items`.
pub fn excluded_names(lens: &Lens, dataset: &Dataset) -> String {
    let name = |member: &Member| in_sentence(dataset, *member);
    match lens.without.as_slice() {
        [] => String::new(),
        [one] => name(one),
        [first, second] => format!("{} and {}", name(first), name(second)),
        [Member::Item(_), ..] => format!("{} items", lens.without.len()),
        many => format!("{} partners", many.len()),
    }
}

/// The name within a sentence: goods in lower case, countries as they are.
pub fn in_sentence(dataset: &Dataset, member: Member) -> String {
    let name = &dataset.member_name(member).en;
    let is_acronym = name.chars().nth(1).is_some_and(char::is_uppercase);
    match member {
        Member::Item(_) if !is_acronym => {
            let mut letters = name.chars();
            letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
        }
        _ => name.clone(),
    }
}

/// `Exports of semiconductors`, `Exports to China`, `Imports from China`.
pub fn flow_of(dataset: &Dataset, member: Member, flow: Flow) -> String {
    let name = in_sentence(dataset, member);
    match (member, flow) {
        (Member::Item(_), Flow::Import) => format!("Imports of {name}"),
        (Member::Item(_), _) => format!("Exports of {name}"),
        (Member::Partner(_), Flow::Import) => format!("Imports from {name}"),
        (Member::Partner(_), _) => format!("Exports to {name}"),
    }
}

/// `year to date`, `12-month sum`, `3-month mean`; nothing for single periods.
pub const fn span(span: Span, frequency: Frequency) -> Option<&'static str> {
    match (span, frequency) {
        (Span::Single, _) => None,
        (Span::YearToDate, _) => Some("year to date"),
        (Span::OneYear, Frequency::Monthly) => Some("12-month sum"),
        (Span::OneYear, _) => Some("4-quarter sum"),
        (Span::ThreeMonths, _) => Some("3-month mean"),
    }
}

/// The periods of one value within a sentence: ` from January to July`; nothing for single periods.
pub fn over_periods(span: Span, period: Period) -> String {
    match (span, period.frequency()) {
        (Span::Single, _) => String::new(),
        (Span::YearToDate, _) if period == period.first_of_year() => {
            format!(" in {}", format::month_name_long(period))
        }
        (Span::YearToDate, _) => {
            let first = format::month_name_long(period.first_of_year());
            format!(" from {first} to {}", format::month_name_long(period))
        }
        (Span::OneYear, Frequency::Monthly) => " over twelve months".to_owned(),
        (Span::OneYear, _) => " over four quarters".to_owned(),
        (Span::ThreeMonths, _) => " on average of three months".to_owned(),
    }
}

/// `y/y`, `m/m`: what stands behind a rate.
pub const fn short_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, _) => "y/y",
        (Comparison::PeriodBefore, Frequency::Monthly) => "m/m",
        (Comparison::PeriodBefore, Frequency::Quarterly) => "q/q",
        (Comparison::PeriodBefore, Frequency::Annual) => "y/y",
        (Comparison::FiveYearMean, _) => "vs 5y mean",
        (Comparison::Plan, _) => "vs plan",
    }
}

/// `on the year before`, `on the month before` …
pub const fn on_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, _) => "on the year before",
        (Comparison::PeriodBefore, Frequency::Monthly) => "on the month before",
        (Comparison::PeriodBefore, Frequency::Quarterly) => "on the quarter before",
        (Comparison::PeriodBefore, Frequency::Annual) => "on the year before",
        (Comparison::FiveYearMean, _) => "on the five-year mean",
        (Comparison::Plan, _) => "on plan",
    }
}

/// `a year earlier`, `the month before` …: what a value is set beside.
pub const fn the_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, _) | (Comparison::PeriodBefore, Frequency::Annual) => "a year earlier",
        (Comparison::PeriodBefore, Frequency::Monthly) => "the month before",
        (Comparison::PeriodBefore, Frequency::Quarterly) => "the quarter before",
        (Comparison::FiveYearMean, _) => "the five-year mean",
        (Comparison::Plan, _) => "plan",
    }
}

/// Why a lens was refused, and what could be done.
pub const fn conflict(conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::YearToDateOnPeriodBefore => {
            "a year to date has one month more than that of the month before: compare it with last year"
        }
        Conflict::PlanOverMovingSpan => {
            "a plan is for a calendar year: compare single months or the year to date with it"
        }
        Conflict::PlanWithoutItems => "targets are set for all goods: nothing can be taken out of a plan",
        Conflict::NoPlan => "no target for total exports is known as of this date",
        Conflict::NoWorkingDays => "the dataset does not tell which days are worked",
        Conflict::SpanOfAnnual => "annual figures have nothing between to add up",
        Conflict::ThreeMonthsOfQuarters => "three months of quarterly figures are one quarter",
        Conflict::NothingToExclude => "nothing to take out: mark rows in panel 5 or 6 with Space, or set a focus item",
        Conflict::MixedClassifications => {
            "these do not go together: they are of different classifications, or one contains another"
        }
        Conflict::UnknownPart => "exports of what is to be taken out are not loaded",
    }
}
