//! The terms of a formula: their symbols, what they are in words, what they are made of.

use crate::domain::{Dataset, DaysBasis, Flow, ItemId, Member, PartnerId, Period, Window};
use crate::indicators::{Comparison, Lensed, Measured, Operand, Span, Term};

use super::super::format;
use super::super::lens_words::{excluding, in_sentence};
use super::exact::Exact;

/// `X[t-12]`.
pub fn symbol(term: &Term, month: Period, exact: &Exact) -> String {
    let letter = match term.of {
        Operand::Exports | Operand::AroundFocus | Operand::Total(Flow::Export) => "X",
        Operand::Imports | Operand::Total(Flow::Import) => "M",
        Operand::Balance | Operand::Total(Flow::Balance) => "B",
        Operand::Focus | Operand::Part(..) => "P",
        Operand::Days => "d",
        Operand::Goal => return "T".to_owned(),
        Operand::Profile => return "profile".to_owned(),
        Operand::Pace => return "pace".to_owned(),
        Operand::PeriodsLeft => return "n".to_owned(),
        Operand::DaysLeft => return "d".to_owned(),
    };
    let minus = exact.minus();
    match term.base {
        None if term.month != month => format!("{letter}[{}]", term.month),
        None => format!("{letter}[t]"),
        Some(Comparison::YearAgo) => format!("{letter}[t{minus}{}]", term.month.frequency().per_year()),
        Some(Comparison::PeriodBefore) => format!("{letter}[t{minus}1]"),
        Some(Comparison::FiveYearMean) => format!("{letter}[mean]"),
        Some(Comparison::Plan) => format!("{letter}[plan]"),
    }
}

/// `exports excl. semiconductors per working day`.
pub fn operand(term: &Term, dataset: &Dataset) -> String {
    let mut words = match term.of {
        Operand::Exports | Operand::AroundFocus | Operand::Total(Flow::Export) => "exports".to_owned(),
        Operand::Imports | Operand::Total(Flow::Import) => "imports".to_owned(),
        Operand::Balance | Operand::Total(Flow::Balance) => "balance".to_owned(),
        Operand::Focus => part(dataset, dataset.focus_item.map(Member::Item), Flow::Export),
        Operand::Part(member, flow) => part(dataset, Some(member), flow),
        Operand::Days => "working days".to_owned(),
        Operand::Goal => format!("the target for {}", term.month.year()),
        Operand::Profile => "the part of a year that is mostly done by then".to_owned(),
        Operand::Pace => "the seasonal pace".to_owned(),
        Operand::PeriodsLeft => format!("{} left", format::periods_word(term.month.frequency())),
        Operand::DaysLeft => "working days left".to_owned(),
    };
    if let Some(excluding) = excluding(&term.lens, dataset) {
        words = format!("{words} {excluding}");
    }
    if term.lens.per_day && term.of != Operand::Days {
        words.push_str(" per working day");
    }
    words
}

fn part(dataset: &Dataset, member: Option<Member>, flow: Flow) -> String {
    let Some(member) = member else { return "exports of the focus item".to_owned() };
    let name = in_sentence(dataset, member);
    match (member, flow) {
        (Member::Item(_), Flow::Export) => format!("exports of {name}"),
        (Member::Item(_), Flow::Import) => format!("imports of {name}"),
        (Member::Item(_), Flow::Balance) => format!("balance in {name}"),
        (Member::Partner(_), Flow::Export) => format!("exports to {name}"),
        (Member::Partner(_), Flow::Import) => format!("imports from {name}"),
        (Member::Partner(_), Flow::Balance) => format!("balance with {name}"),
    }
}

/// The periods that a term is of: `Feb 2023`, `Jan to Feb 2023`, `the mean of 5 years, Feb 2018 ... Feb 2022`.
pub fn periods(term: &Term) -> String {
    let periods = term.periods();
    let span = |period: Period| {
        let (first, last) = term.lens.periods(period);
        match (first == last, first.year() == last.year()) {
            (true, _) => format::period(last),
            (false, true) => format!("{} to {}", format::month_name(first), format::period(last)),
            (false, false) => format!("{} to {}", format::period(first), format::period(last)),
        }
    };
    match periods.as_slice() {
        [one] if term.base == Some(Comparison::Plan) => format!("the seasonal pace of the target, {}", span(*one)),
        [one] if term.lens.span == Span::ThreeMonths => format!("the mean of {}", span(*one)),
        [one] => span(*one),
        [newest, .., oldest] => format!("the mean of {} years, {} ... {}", periods.len(), span(*oldest), span(*newest)),
        [] => String::new(),
    }
}

/// A term as words of a sentence: `exports per working day in Feb 2022`.
pub fn in_words(term: &Term, dataset: &Dataset) -> String {
    match term.of {
        Operand::Goal | Operand::PeriodsLeft | Operand::DaysLeft => return operand(term, dataset),
        Operand::Profile | Operand::Pace => return format!("{} ({})", operand(term, dataset), periods(term)),
        _ => {}
    }
    format!("{} in {}", operand(term, dataset), periods(term))
}

/// Values of a sum that are written out.
const MOST_WRITTEN: usize = 3;

/// How the term's value came about, where it is not one published number: `(46,266 + 50,100) / 43.5 days`.
pub fn composition(term: &Term, lensed: &Lensed, exact: &Exact) -> Option<String> {
    if term.base == Some(Comparison::Plan) {
        return Some("what was to be done by the end of the span, less what was to be done before it".to_owned());
    }
    match term.of {
        Operand::Days => return days_basis(term, lensed),
        Operand::Profile => return Some("the mean of the last complete years, to twelve decimals".to_owned()),
        Operand::Pace => return Some("the target times the seasonal profile".to_owned()),
        Operand::Goal | Operand::PeriodsLeft | Operand::DaysLeft => return None,
        _ => {}
    }
    let parts = term.parts(lensed);
    let taken = term.taken_out(lensed).filter(|_| parts.len() == 1);
    let sum = match (&taken, parts.as_slice()) {
        (Some((whole, without)), _) => {
            let without = without.iter().map(|part| exact.money(part)).collect::<Vec<_>>();
            Some(format!("{} {} {}", exact.money(whole), exact.minus(), without.join(&format!(" {} ", exact.minus()))))
        }
        (None, [_]) => None,
        (None, few) if few.len() <= MOST_WRITTEN => {
            Some(few.iter().map(|(_, value)| exact.money(value)).collect::<Vec<_>>().join(" + "))
        }
        (None, many) => Some(format!("sum of {}", format::counted(many.len(), term.month.frequency()))),
    };
    let mean = term.base == Some(Comparison::FiveYearMean);
    let divisor = match (term.lens.per_day, term.lens.span) {
        (true, _) if mean => Some("the days of each".to_owned()),
        (true, _) => Some(format!("{} days", exact.days(&term.lens.days(lensed.calendar(), *term.periods().first()?)))),
        (false, Span::ThreeMonths) => Some("3".to_owned()),
        _ => None,
    };
    let single = || parts.first().map(|(_, value)| exact.money(value)).unwrap_or_default();
    let whole = match (sum, divisor) {
        (None, None) => return None,
        (Some(sum), None) => sum,
        (Some(sum), Some(divisor)) if sum.contains(' ') && parts.len() <= MOST_WRITTEN => {
            format!("({sum}) / {divisor}")
        }
        (Some(sum), Some(divisor)) => format!("{sum} / {divisor}"),
        (None, Some(divisor)) => format!("{} / {divisor}", single()),
    };
    Some(if mean {
        format!("{whole}, over {} years, to whole units of the currency", term.periods().len())
    } else {
        whole
    })
}

fn days_basis(term: &Term, lensed: &Lensed) -> Option<String> {
    let (first, last) = term.lens.periods(*term.periods().first()?);
    let bases: Vec<DaysBasis> = Period::span(first, last)
        .filter_map(|period| lensed.calendar().days(period, Window::Whole))
        .map(|days| days.basis)
        .collect();
    Some(match (bases.contains(&DaysBasis::Published), bases.contains(&DaysBasis::Computed)) {
        (true, true) => "partly as printed by the statistical office, partly counted from the calendar".to_owned(),
        (true, false) => "as printed by the statistical office".to_owned(),
        (false, true) => "counted from the calendar of holidays".to_owned(),
        (false, false) => return None,
    })
}

/// The periods of a term's span whose value is not known.
pub fn missing(term: &Term, lensed: &Lensed) -> Vec<Period> {
    let unknown = |(_, value): &(Period, Measured)| value.value.is_err();
    term.parts(lensed).into_iter().filter(unknown).map(|(period, _)| period).collect()
}

/// What a series is of: `exports`, `exports of ships`, `imports from China, days 1-20`.
pub fn series(dataset: &Dataset, key: crate::domain::SeriesKey) -> String {
    let member = match (key.item, key.partner) {
        (ItemId::TOTAL, PartnerId::WORLD) => None,
        (ItemId::TOTAL, partner) => Some(Member::Partner(partner)),
        (item, _) => Some(Member::Item(item)),
    };
    let words = match (member, key.flow) {
        (Some(member), flow) => part(dataset, Some(member), flow),
        (None, Flow::Export) => "exports".to_owned(),
        (None, Flow::Import) => "imports".to_owned(),
        (None, Flow::Balance) => "balance as printed".to_owned(),
    };
    if key.window == Window::Whole { words } else { format!("{words}, days {}", key.window.code()) }
}
