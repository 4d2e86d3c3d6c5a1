//! The terms of a formula: their symbols, what they are in words, what they are made of.

use crate::domain::{Dataset, DaysBasis, Flow, ItemId, Member, PartnerId, Period, Window};
use crate::indicators::{Comparison, Lensed, Measured, Operand, Span, Term};
use crate::words::{Language, language};
use crate::{say, word};

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
        Operand::RestByDays => return "rest".to_owned(),
        Operand::RecentGrowth => return "growth".to_owned(),
    };
    let minus = exact.less();
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
    let words = match term.of {
        Operand::Exports | Operand::AroundFocus | Operand::Total(Flow::Export) => word!("why.exports").to_owned(),
        Operand::Imports | Operand::Total(Flow::Import) => word!("why.imports").to_owned(),
        Operand::Balance | Operand::Total(Flow::Balance) => word!("why.balance").to_owned(),
        Operand::Focus => part(dataset, dataset.focus_item.map(Member::Item), Flow::Export),
        Operand::Part(member, flow) => part(dataset, Some(member), flow),
        Operand::Days => word!("why.working-days").to_owned(),
        Operand::Goal => say!("why.target-for", year = term.month.year()),
        Operand::Profile => word!("why.profile").to_owned(),
        Operand::Pace => word!("why.pace").to_owned(),
        Operand::PeriodsLeft => say!("why.periods-left", periods = format::periods_word(term.month.frequency())),
        Operand::DaysLeft => word!("why.days-left").to_owned(),
        Operand::RestByDays => word!("why.rest-by-days").to_owned(),
        Operand::RecentGrowth => word!("why.recent-growth").to_owned(),
    };
    let per_day = term.lens.per_day && term.of != Operand::Days;
    match (excluding(&term.lens, dataset), per_day) {
        (None, false) => words,
        (None, true) => say!("why.per-day", words = words),
        (Some(excluding), false) => say!("why.excluding", words = words, excluding = excluding),
        (Some(excluding), true) => say!("why.excluding-per-day", words = words, excluding = excluding),
    }
}

fn part(dataset: &Dataset, member: Option<Member>, flow: Flow) -> String {
    let Some(member) = member else { return word!("why.exports-of-focus").to_owned() };
    let name = in_sentence(dataset, member);
    match (member, flow) {
        (Member::Item(_), Flow::Export) => say!("why.exports-of", name = name),
        (Member::Item(_), Flow::Import) => say!("why.imports-of", name = name),
        (Member::Item(_), Flow::Balance) => say!("why.balance-in", name = name),
        (Member::Partner(_), Flow::Export) => say!("why.exports-to", name = name),
        (Member::Partner(_), Flow::Import) => say!("why.imports-from", name = name),
        (Member::Partner(_), Flow::Balance) => say!("why.balance-with", name = name),
    }
}

/// The periods that a term is of: `Feb 2023`, `Jan to Feb 2023`, `the mean of 5 years, Feb 2018 ... Feb 2022`.
pub fn periods(term: &Term) -> String {
    let periods = term.periods();
    let span = |period: Period| {
        let (first, last) = term.lens.periods(period);
        match (first == last, first.year() == last.year()) {
            (true, _) => format::period(last),
            (false, is_one_year) => span_of(first, last, is_one_year),
        }
    };
    match periods.as_slice() {
        [one] if term.base == Some(Comparison::Plan) => say!("why.pace-of-target", span = span(*one)),
        [one] if term.lens.span == Span::ThreeMonths => say!("why.mean-of", span = span(*one)),
        [one] => span(*one),
        [newest, .., oldest] => {
            say!("why.mean-of-years", n = periods.len(), oldest = span(*oldest), newest = span(*newest))
        }
        [] => String::new(),
    }
}

/// `Jan to Feb 2023`, `'23.1월~2월`; `Dec 2022 to Feb 2023`.
fn span_of(first: Period, last: Period, is_one_year: bool) -> String {
    let (from, to) = match (is_one_year, language()) {
        (false, _) => (format::period(first), format::period(last)),
        (true, Language::English) => (format::month_name(first), format::period(last)),
        (true, Language::Korean) => (format::period(first), format::month_name(last)),
    };
    say!("why.span", first = from, last = to)
}

/// A term as words of a sentence: `exports per working day in Feb 2022`.
pub fn in_words(term: &Term, dataset: &Dataset) -> String {
    match term.of {
        Operand::Goal | Operand::PeriodsLeft | Operand::DaysLeft => return operand(term, dataset),
        Operand::RestByDays | Operand::RecentGrowth => return operand(term, dataset),
        Operand::Profile | Operand::Pace => return format!("{} ({})", operand(term, dataset), periods(term)),
        _ => {}
    }
    say!("why.in", operand = operand(term, dataset), periods = periods(term))
}

/// Values of a sum that are written out.
const MOST_WRITTEN: usize = 3;

/// How the term's value came about, where it is not one published number: `(46,266 + 50,100) / 43.5 days`.
pub fn composition(term: &Term, lensed: &Lensed, exact: &Exact) -> Option<String> {
    if term.base == Some(Comparison::Plan) {
        return Some(word!("why.plan-made-of").to_owned());
    }
    match term.of {
        Operand::Days => return days_basis(term, lensed),
        Operand::Profile => return Some(word!("why.profile-made-of").to_owned()),
        Operand::Pace => return Some(word!("why.pace-made-of").to_owned()),
        Operand::RestByDays => return Some(word!("why.rest-by-days-made-of").to_owned()),
        Operand::RecentGrowth => return Some(word!("why.recent-growth-made-of").to_owned()),
        Operand::Goal | Operand::PeriodsLeft | Operand::DaysLeft => return None,
        _ => {}
    }
    let parts = term.parts(lensed);
    let taken = term.taken_out(lensed).filter(|_| parts.len() == 1);
    let sum = match (&taken, parts.as_slice()) {
        (Some((whole, without)), _) => {
            let without = without.iter().map(|part| exact.money(part)).collect::<Vec<_>>();
            Some(format!("{} {} {}", exact.money(whole), exact.less(), without.join(&format!(" {} ", exact.less()))))
        }
        (None, [_]) => None,
        (None, few) if few.len() <= MOST_WRITTEN => {
            Some(few.iter().map(|(_, value)| exact.money(value)).collect::<Vec<_>>().join(" + "))
        }
        (None, many) => Some(say!("why.sum-of", count = format::counted(many.len(), term.month.frequency()))),
    };
    let mean = term.base == Some(Comparison::FiveYearMean);
    let divisor = match (term.lens.per_day, term.lens.span) {
        (true, _) if mean => Some(word!("why.days-of-each").to_owned()),
        (true, _) => {
            let days = exact.days(&term.lens.days(lensed.calendar(), *term.periods().first()?));
            Some(say!("why.days", days = days))
        }
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
    Some(if mean { say!("why.over-years", sum = whole, n = term.periods().len()) } else { whole })
}

fn days_basis(term: &Term, lensed: &Lensed) -> Option<String> {
    let (first, last) = term.lens.periods(*term.periods().first()?);
    let bases: Vec<DaysBasis> = Period::span(first, last)
        .filter_map(|period| lensed.calendar().days(period, Window::Whole))
        .map(|days| days.basis)
        .collect();
    let words = match (bases.contains(&DaysBasis::Published), bases.contains(&DaysBasis::Computed)) {
        (true, true) => word!("why.days-both"),
        (true, false) => word!("why.days-printed"),
        (false, true) => word!("why.days-counted"),
        (false, false) => return None,
    };
    Some(words.to_owned())
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
        (None, Flow::Export) => word!("why.exports").to_owned(),
        (None, Flow::Import) => word!("why.imports").to_owned(),
        (None, Flow::Balance) => word!("why.balance-printed").to_owned(),
    };
    if key.window == Window::Whole {
        words
    } else {
        say!("why.days-of-month", series = words, days = key.window.code())
    }
}
