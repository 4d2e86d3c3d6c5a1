//! How a number follows from others: its operands, the formula they are put into, the result.

use crate::domain::{Flow, Member, Period, Ratio, Vintage};

use super::lens::{Comparison, Lens, Net};
use super::lensed::Lensed;
use super::share::{self, Part};
use super::{Measured, Undefined, growth};

/// What stands in a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operand {
    /// Exports, without what the lens takes out.
    Exports,
    /// Imports, without what the lens takes out where that is known.
    Imports,
    /// The balance, without what the lens takes out where that is known.
    Balance,
    /// Exports of the focus item.
    Focus,
    /// The exports that the focus item is a part of: never without itself.
    AroundFocus,
    /// A flow as published, whatever the lens takes out.
    Total(Flow),
    /// A flow of an item or partner.
    Part(Member, Flow),
    /// Working days.
    Days,
    /// The value that is to be reached in a year.
    Goal,
    /// The part of a year that is mostly done by the period, in percent.
    Profile,
    /// Where the year should stand.
    Pace,
    /// Periods left in the year.
    PeriodsLeft,
    /// Working days left in the year.
    DaysLeft,
    /// The rest of the year before, for the working days of this one.
    RestByDays,
    /// The last three months per working day over the same of a year ago.
    RecentGrowth,
}

impl Operand {
    /// True where it is the value of a series, and so money.
    pub const fn is_money(self) -> bool {
        !matches!(
            self,
            Operand::Days | Operand::Profile | Operand::PeriodsLeft | Operand::DaysLeft | Operand::RecentGrowth
        )
    }
}

/// One value in a formula.
#[derive(Debug, Clone)]
pub struct Term {
    /// What it is a value of.
    pub of: Operand,
    /// How it is looked at, with only what is really taken out.
    pub lens: Lens,
    /// The period that the formula is for.
    pub month: Period,
    /// The base that it stands for; `None` for the value of the period itself.
    pub base: Option<Comparison>,
    /// Its value.
    pub value: Measured,
}

impl Term {
    /// The periods whose values it is, or is the mean of; each may be a span of more.
    pub fn periods(&self) -> Vec<Period> {
        self.base.map_or_else(|| vec![self.month], |base| base.periods(self.month))
    }

    /// The values that it is the sum (or mean) of, period by period, before they are divided by days. None of
    /// days and plans, which rest on no series.
    pub fn parts(&self, lensed: &Lensed) -> Vec<(Period, Measured)> {
        let through = Through { lensed, lens: self.lens.clone(), month: self.month };
        let Some(series) = through.series(self.of).filter(|_| self.base != Some(Comparison::Plan)) else {
            return Vec::new();
        };
        let spans = self.periods().into_iter().map(|period| self.lens.periods(period));
        spans.flat_map(|(first, last)| Period::span(first, last)).map(|period| (period, series.at(period))).collect()
    }

    /// The whole of a single period, and what is taken out of it.
    pub fn taken_out(&self, lensed: &Lensed) -> Option<(Measured, Vec<Measured>)> {
        let through = Through { lensed, lens: self.lens.clone(), month: self.month };
        let [period] = self.periods()[..] else { return None };
        let series = through.series(self.of).filter(|series| !series.without.is_empty())?;
        let of = |vintage: &Vintage| Measured::of(vintage.reading(period));
        Some((of(series.whole), series.without.iter().map(of).collect()))
    }
}

/// The formula that the terms are put into, in their order `a, b, c, d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `a`.
    Value,
    /// `a - b`, of two periods.
    Change,
    /// `a - b`, of a whole and a part.
    Rest,
    /// `100 * (a - b) / b`.
    Growth,
    /// `100 * a / b`, where the whole is above zero.
    Share,
    /// `100 * a / b`, where `b` is not zero.
    Ratio,
    /// `100 * a / b - 100 * c / d`.
    ShareChange,
    /// `100 * (a - b) / c`.
    Contribution,
    /// `100 * ((a - b) - (c - d)) / (c - d)`.
    RestGrowth,
    /// `a * b / 100`, `a` a percentage.
    PercentOf,
    /// `(a - b) / c`.
    RestOver,
    /// `a + b * c`.
    PlusTimes,
}

/// A number as its formula with the terms in it.
#[derive(Debug, Clone)]
pub struct Derivation {
    /// The formula.
    pub form: Form,
    /// What is put in, in the order of the formula.
    pub terms: Vec<Term>,
}

impl Derivation {
    /// The number: the formula applied to the terms. Exact.
    pub fn result(&self) -> Measured {
        if self.terms.iter().any(|term| term.value.value == Err(Undefined::NotLoaded)) {
            return Measured::undefined(Undefined::NotLoaded);
        }
        let term = |index: usize| match self.terms.get(index) {
            Some(term) => term.value.clone(),
            None => Measured::undefined(Undefined::NotLoaded),
        };
        // A part and its whole, by the places of item, total, item on the base, total on the base.
        let part = |[item, total, item_base, total_base]: [usize; 4]| Part {
            item: term(item),
            item_base: term(item_base),
            total: term(total),
            total_base: term(total_base),
        };
        match self.form {
            Form::Value => term(0),
            Form::Change | Form::Rest => term(0).minus(term(1)),
            Form::Growth => growth::rate(term(0), term(1)),
            Form::Share => share::share(&term(0), &term(1)),
            Form::Ratio => term(0).with(term(1), |a, b| a.times(100).over(b).ok_or(Undefined::NotMeaningful)),
            Form::ShareChange => part([0, 1, 2, 3]).share_change(),
            Form::Contribution => share::share(&term(0).minus(term(1)), &term(2)),
            Form::RestGrowth => part([1, 0, 3, 2]).rest_growth(),
            Form::PercentOf => term(0).with(term(1), |a, b| Ok(a.by(b).over(Ratio::whole(100)).unwrap_or(a))),
            Form::RestOver => {
                term(0).minus(term(1)).with(term(2), |rest, by| rest.over(by).ok_or(Undefined::NotMeaningful))
            }
            Form::PlusTimes => {
                let grown =
                    term(1).with(term(2), |rest, growth| rest.checked_by(growth).ok_or(Undefined::NotMeaningful));
                term(0).with(grown, |done, rest| Ok(done.plus(rest)))
            }
        }
    }
}

/// Makes derivations of one month through a lens, which may differ from that of the series.
pub(super) struct Through<'a> {
    pub(super) lensed: &'a Lensed,
    pub(super) lens: Lens,
    pub(super) month: Period,
}

impl Through<'_> {
    /// The value itself.
    pub(super) fn value(&self, of: Operand) -> Derivation {
        Derivation { form: Form::Value, terms: vec![self.now(of)] }
    }

    /// What it is compared with.
    pub(super) fn base_of(&self, of: Operand) -> Derivation {
        Derivation { form: Form::Value, terms: vec![self.base(of)] }
    }

    /// Growth on the base.
    pub(super) fn growth(&self, of: Operand) -> Derivation {
        Derivation { form: Form::Growth, terms: vec![self.now(of), self.base(of)] }
    }

    /// Change on the base.
    pub(super) fn change(&self, of: Operand) -> Derivation {
        Derivation { form: Form::Change, terms: vec![self.now(of), self.base(of)] }
    }

    /// Two values of the month.
    pub(super) fn both(&self, form: Form, first: Operand, second: Operand) -> Derivation {
        Derivation { form, terms: vec![self.now(first), self.now(second)] }
    }

    /// Change of the share of a part.
    pub(super) fn share_change(&self, part: Operand, whole: Operand) -> Derivation {
        let terms = vec![self.now(part), self.now(whole), self.base(part), self.base(whole)];
        Derivation { form: Form::ShareChange, terms }
    }

    /// What a part adds to the growth of the whole.
    pub(super) fn contribution(&self, part: Operand, whole: Operand) -> Derivation {
        let terms = vec![self.now(part), self.base(part), self.base(whole)];
        Derivation { form: Form::Contribution, terms }
    }

    /// Growth of the whole without a part.
    pub(super) fn rest_growth(&self, part: Operand, whole: Operand) -> Derivation {
        let terms = vec![self.now(whole), self.now(part), self.base(whole), self.base(part)];
        Derivation { form: Form::RestGrowth, terms }
    }

    fn now(&self, of: Operand) -> Term {
        let value = match (of, self.series(of)) {
            (Operand::Days, _) => self.lens.days(self.lensed.calendar(), self.month),
            (_, Some(series)) => self.lens.value(series, self.lensed.calendar(), self.month),
            (_, None) => Measured::undefined(Undefined::NotLoaded),
        };
        self.term(of, None, value)
    }

    fn base(&self, of: Operand) -> Term {
        let calendar = self.lensed.calendar();
        let value = match (of, self.series(of)) {
            (Operand::Days, _) => self.lens.base_of(|at| self.lens.days(calendar, at), self.month),
            (_, Some(series)) => self.lens.base(series, self.lensed.plan_of(series), calendar, self.month),
            (_, None) => Measured::undefined(Undefined::NotLoaded),
        };
        self.term(of, Some(self.lens.comparison), value)
    }

    fn term(&self, of: Operand, base: Option<Comparison>, value: Measured) -> Term {
        let lens = Lens { without: self.without(of), ..self.lens.clone() };
        Term { of, lens, month: self.month, base, value }
    }

    fn series(&self, of: Operand) -> Option<Net<'_>> {
        let lensed = self.lensed;
        let known = |series: Net<'_>| series.whole.first().is_some();
        match of {
            Operand::Exports => Some(lensed.exports()),
            Operand::Imports => Some(lensed.imports()),
            Operand::Balance => Some(lensed.balance()),
            Operand::AroundFocus => Some(lensed.around_focus()),
            Operand::Focus => Some(lensed.focus()).filter(|series| known(*series)),
            Operand::Total(Flow::Export) => Some(Net::from(&lensed.published().exports)),
            Operand::Total(Flow::Import) => Some(Net::from(&lensed.published().imports)),
            Operand::Total(Flow::Balance) => Some(Net::from(&lensed.published().balance)),
            Operand::Part(member, flow) => {
                lensed.member(member).map(|series| Net::from(series.flow(flow))).filter(|series| known(*series))
            }
            Operand::Days
            | Operand::Goal
            | Operand::Profile
            | Operand::Pace
            | Operand::PeriodsLeft
            | Operand::DaysLeft
            | Operand::RestByDays
            | Operand::RecentGrowth => None,
        }
    }

    /// What is really taken out of an operand.
    fn without(&self, of: Operand) -> Vec<Member> {
        let taken = |flow| if self.lensed.excludes(flow) { self.lens.without.clone() } else { Vec::new() };
        match of {
            Operand::Exports => taken(Flow::Export),
            Operand::Imports => taken(Flow::Import),
            Operand::Balance => taken(Flow::Balance),
            Operand::AroundFocus => {
                let focus = self.lensed.view().dataset().focus_item.map(Member::Item);
                taken(Flow::Export).into_iter().filter(|member| Some(*member) != focus).collect()
            }
            _ => Vec::new(),
        }
    }
}
