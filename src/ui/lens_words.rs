//! Lenses in words: what titles, sentences and notices say of them.

use crate::domain::{Dataset, Flow, Frequency, Member};
use crate::indicators::{Comparison, Conflict, Lens, Span};
use crate::say;
use crate::word;

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
            LensPart::PerDay => lens.per_day.then(|| word!("lens.per-day").to_owned()),
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
            (LensPart::PerDay, _) => word!("lens.short-per-day").to_owned(),
            (LensPart::Without, _) => word!("lens.short-without").to_owned(),
            (LensPart::Span, Span::YearToDate) => word!("lens.short-year-to-date").to_owned(),
            (LensPart::Span, Span::ThreeMonths) => word!("lens.short-three-months").to_owned(),
            (LensPart::Span, _) => word!("lens.short-one-year").to_owned(),
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
    (!lens.without.is_empty()).then(|| say!("lens.without", names = excluded_names(lens, dataset)))
}

/// `semiconductors`, `ships and China`, `4 items`.
pub fn excluded_names(lens: &Lens, dataset: &Dataset) -> String {
    let name = |member: &Member| in_sentence(dataset, *member);
    match lens.without.as_slice() {
        [] => String::new(),
        [one] => name(one),
        [first, second] => say!("lens.two-names", first = name(first), second = name(second)),
        [Member::Item(_), ..] => say!("lens.items", n = lens.without.len()),
        many => say!("lens.partners", n = many.len()),
    }
}

/// The name within a sentence: goods in lower case, countries as they are.
pub fn in_sentence(dataset: &Dataset, member: Member) -> String {
    let name = dataset.member_name(member).here();
    let is_acronym = name.chars().nth(1).is_some_and(char::is_uppercase);
    match member {
        Member::Item(_) if !is_acronym => {
            let mut letters = name.chars();
            letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
        }
        _ => name.to_owned(),
    }
}

/// `exports`, `imports`, `balance` within a sentence.
pub fn flow_word(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("flows.exports"),
        Flow::Import => word!("flows.imports"),
        Flow::Balance => word!("flows.balance"),
    }
}

/// The same as it begins a line: `Exports`.
pub fn flow_name(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("flows.Exports"),
        Flow::Import => word!("flows.Imports"),
        Flow::Balance => word!("flows.Balance"),
    }
}

/// `Exports of semiconductors`, `Exports to China`, `Imports from China`.
pub fn flow_of(dataset: &Dataset, member: Member, flow: Flow) -> String {
    let name = in_sentence(dataset, member);
    match (member, flow) {
        (Member::Item(_), Flow::Import) => say!("flows.imports-of", name = name),
        (Member::Item(_), _) => say!("flows.exports-of", name = name),
        (Member::Partner(_), Flow::Import) => say!("flows.imports-from", name = name),
        (Member::Partner(_), _) => say!("flows.exports-to", name = name),
    }
}

/// `year to date`, `12-month sum`, `3-month mean`; nothing for single periods.
pub fn span(span: Span, frequency: Frequency) -> Option<&'static str> {
    match (span, frequency) {
        (Span::Single, _) => None,
        (Span::YearToDate, _) => Some(word!("lens.year-to-date")),
        (Span::OneYear, Frequency::Monthly) => Some(word!("lens.sum-of-12-months")),
        (Span::OneYear, _) => Some(word!("lens.sum-of-4-quarters")),
        (Span::ThreeMonths, _) => Some(word!("lens.mean-of-3-months")),
    }
}

/// `y/y`, `m/m`: what stands behind a rate.
pub fn short_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, _) => word!("base.short-yy"),
        (Comparison::PeriodBefore, Frequency::Monthly) => word!("base.short-mm"),
        (Comparison::PeriodBefore, Frequency::Quarterly) => word!("base.short-qq"),
        (Comparison::PeriodBefore, Frequency::Annual) => word!("base.short-yy"),
        (Comparison::FiveYearMean, _) => word!("base.short-five-years"),
        (Comparison::Plan, _) => word!("base.short-plan"),
    }
}

/// `on the year before`, `on the month before` …
pub fn on_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, Frequency::Monthly) => word!("base.on-same-month"),
        (Comparison::YearAgo, Frequency::Quarterly) => word!("base.on-same-quarter"),
        (Comparison::YearAgo | Comparison::PeriodBefore, Frequency::Annual) => word!("base.on-year-before"),
        (Comparison::PeriodBefore, Frequency::Monthly) => word!("base.on-month-before"),
        (Comparison::PeriodBefore, Frequency::Quarterly) => word!("base.on-quarter-before"),
        (Comparison::FiveYearMean, _) => word!("base.on-five-years"),
        (Comparison::Plan, _) => word!("base.on-plan"),
    }
}

/// `a year earlier`, `the month before` …: what a value is set beside.
pub fn the_base(comparison: Comparison, frequency: Frequency) -> &'static str {
    match (comparison, frequency) {
        (Comparison::YearAgo, Frequency::Monthly) => word!("base.same-month"),
        (Comparison::YearAgo, Frequency::Quarterly) => word!("base.same-quarter"),
        (Comparison::YearAgo | Comparison::PeriodBefore, Frequency::Annual) => word!("base.year-before"),
        (Comparison::PeriodBefore, Frequency::Monthly) => word!("base.month-before"),
        (Comparison::PeriodBefore, Frequency::Quarterly) => word!("base.quarter-before"),
        (Comparison::FiveYearMean, _) => word!("base.five-years"),
        (Comparison::Plan, _) => word!("base.the-plan"),
    }
}

/// Why a lens was refused, and what could be done.
pub fn conflict(conflict: Conflict) -> &'static str {
    match conflict {
        Conflict::YearToDateOnPeriodBefore => word!("lens.year-to-date-on-month-before"),
        Conflict::PlanOverMovingSpan => word!("lens.plan-over-moving-span"),
        Conflict::PlanWithoutItems => word!("lens.plan-without-items"),
        Conflict::NoPlan => word!("lens.no-plan"),
        Conflict::NoWorkingDays => word!("lens.no-working-days"),
        Conflict::SpanOfAnnual => word!("lens.span-of-annual"),
        Conflict::ThreeMonthsOfQuarters => word!("lens.three-months-of-quarters"),
        Conflict::NothingToExclude => word!("lens.nothing-to-exclude"),
        Conflict::MixedClassifications => word!("lens.mixed-classifications"),
        Conflict::UnknownPart => word!("lens.unknown-part"),
    }
}
