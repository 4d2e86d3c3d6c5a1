//! A statement judged twice: on the figures known when it was made, and on those known now.

use crate::domain::{Date, Expression, Operator, Period, Ratio, Span, Statement, View};

use super::evaluate::{Evaluation, Unknown, evaluate};
use super::evidence::{Evidence, against, evidence};
use super::explain::{self, Explanation};
use super::fit::Fit;
use super::hinge::{Hinge, hinges};
use super::history::{Step, history};

/// What a judgement comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Reproduced.
    Ok,
    /// Within rounding.
    Round,
    /// Not on these figures, but on those of the other date: revised since.
    Rev,
    /// Right on another basis or period, which the statement leaves open.
    Base,
    /// Not reproduced.
    Off,
    /// Cannot be checked.
    Unchecked,
}

impl Verdict {
    /// All verdicts.
    pub const ALL: [Verdict; 6] =
        [Verdict::Ok, Verdict::Round, Verdict::Rev, Verdict::Base, Verdict::Off, Verdict::Unchecked];

    /// The stable code: `OK`, `ROUND`, `REV`, `BASE`, `OFF` or `?`.
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Ok => "OK",
            Verdict::Round => "ROUND",
            Verdict::Rev => "REV",
            Verdict::Base => "BASE",
            Verdict::Off => "OFF",
            Verdict::Unchecked => "?",
        }
    }

    const fn of(fit: Fit) -> Verdict {
        match fit {
            Fit::Reproduced => Verdict::Ok,
            Fit::WithinRounding => Verdict::Round,
            Fit::Off(_) => Verdict::Off,
        }
    }
}

/// One of the two verdicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// The date of the figures.
    pub as_of: Date,
    /// What it comes to.
    pub verdict: Verdict,
    /// The evidence, or what is missing.
    pub evidence: Result<Evidence, Unknown>,
}

/// A statement with both verdicts.
#[derive(Debug, Clone)]
pub struct Judgement {
    /// The statement.
    pub statement: Statement,
    /// On the newest figures of the day on which it was made.
    pub then: Side,
    /// On the newest figures of the view.
    pub now: Side,
    /// What the statement's own numbers give, where it has more than one.
    pub itself: Option<Side>,
    /// What the figure was on other dates, from some months before the statement on.
    pub history: Vec<Step>,
    /// The periods on which a run hangs: there its condition held in some vintages and not in others.
    pub hinges: Vec<Hinge>,
    /// Of a target: what the year came to, as known on the view's date.
    pub outcome: Option<Evaluation>,
    /// Where the stated number might come from; possible, not established.
    pub explanations: Vec<Explanation>,
}

impl Judgement {
    /// True where one of the verdicts is `OFF`.
    pub fn is_off(&self) -> bool {
        [&self.then, &self.now].into_iter().any(|side| side.verdict == Verdict::Off)
    }
}

/// Judges every statement of `statements` that had been made by the view's date, in their order.
pub fn judge_all(view: &View, statements: &[Statement]) -> Vec<Judgement> {
    let made = statements.iter().filter(|statement| statement.said <= view.as_of());
    made.map(|statement| judge(view, statement)).collect()
}

/// The statements whose verdicts are not the same in both lists, by the later one.
pub fn changed<'a>(before: &[Judgement], after: &'a [Judgement]) -> Vec<&'a Judgement> {
    let verdicts = |judgement: &Judgement| (judgement.then.verdict, judgement.now.verdict);
    let same = |judgement: &&Judgement| {
        let earlier = before.iter().find(|earlier| earlier.statement.id == judgement.statement.id);
        earlier.is_none_or(|earlier| verdicts(earlier) != verdicts(judgement))
    };
    after.iter().filter(same).collect()
}

/// Judges one statement. Nothing newer than the view's date is used.
pub fn judge(view: &View, statement: &Statement) -> Judgement {
    let spoken = view.on(statement.said.min(view.as_of()));
    let mut then = side(&spoken, statement);
    let mut now = side(view, statement);
    match (then.verdict, now.verdict) {
        (Verdict::Ok | Verdict::Round, Verdict::Off) => now.verdict = Verdict::Rev,
        (Verdict::Off, Verdict::Ok | Verdict::Round) => then.verdict = Verdict::Rev,
        _ => {}
    }
    let is_off = [&then, &now].into_iter().any(|side| side.verdict == Verdict::Off);
    let explanations = if is_off { explain::search(view, statement) } else { Vec::new() };
    if then.verdict == Verdict::Off && now.verdict == Verdict::Off {
        for (side, view) in [(&mut then, &spoken), (&mut now, view)] {
            if explanations.iter().any(|explanation| explanation.is_left_open(view, statement)) {
                side.verdict = Verdict::Base;
            }
        }
    }
    let subject = statement.indicator.as_ref().zip(statement.period);
    Judgement {
        itself: itself(view, statement),
        history: subject.map(|(of, at)| history(view, of, at, explain::memory(statement))).unwrap_or_default(),
        outcome: subject.and_then(|(of, at)| outcome(view, of, at)),
        hinges: subject.map(|(of, at)| hinges(view, of, at)).unwrap_or_default(),
        statement: statement.clone(),
        then,
        now,
        explanations,
    }
}

/// What came of a target: the sum of its year, once it is complete.
fn outcome(view: &View, expression: &Expression, period: Period) -> Option<Evaluation> {
    let Expression::Target(key) = expression else { return None };
    evaluate(view, &Expression::Total(Span::Year, Box::new(Expression::Level(*key))), period).ok()
}

fn side(view: &View, statement: &Statement) -> Side {
    let evidence = evidence(view, statement);
    let verdict = evidence.as_ref().map_or(Verdict::Unchecked, |evidence| Verdict::of(evidence.fit));
    Side { as_of: view.as_of(), verdict, evidence }
}

/// The statement's own numbers against each other. They are in its units: billions where it speaks of billions.
fn itself(view: &View, statement: &Statement) -> Option<Side> {
    let (arithmetic, stated) = (statement.arithmetic.as_ref()?, statement.stated.as_ref()?);
    let period = statement.period.unwrap_or(Period::month(2000, 1));
    let scale = Expression::Number(Ratio::whole(10_i128.pow(stated.unit.power())));
    let scaled = Expression::Binary(Operator::Times, Box::new(scale), Box::new(arithmetic.clone()));
    let evidence = against(view, statement, &scaled, period);
    let verdict = evidence.as_ref().map_or(Verdict::Unchecked, |evidence| Verdict::of(evidence.fit));
    Some(Side { as_of: statement.said, verdict, evidence })
}
