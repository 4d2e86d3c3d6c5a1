//! What stands behind the name of a function.

use crate::domain::{
    Comparison, Condition, Expression, Extreme, Flow, Period, Ratio, Shift, Span, spelling, statement,
};
use crate::say;
use crate::word;

use super::lexer::Token;
use super::parser::{Parser, Part, not_a_number, unfit};
use super::words::{FUNCTIONS, function_names};
use super::{Fault, Kind};

impl Parser<'_, '_> {
    pub(super) fn call(&mut self, at: usize, name: &str) -> Result<Part, Fault> {
        let known = function_names();
        if !known.contains(&name) {
            let words: Vec<&str> = ["export", "import", "balance"].into_iter().chain(known).collect();
            let what = say!("claims.neither-flow-nor-function", name = name.escape_debug());
            return Err(Fault::new(at, what, spelling::suggestion(name, &words)));
        }
        self.expect('(')?;
        let (expression, kind) = match FUNCTIONS.iter().find(|function| function.name == name) {
            Some(function) => {
                let of = self.sum()?;
                let kind = (function.kind)(of.kind).ok_or_else(|| unfit(name, &of))?;
                ((function.make)(Box::new(of.expression)), kind)
            }
            None => self.special(name)?,
        };
        self.expect(')')?;
        Ok(Part { expression, kind, at })
    }

    fn special(&mut self, name: &str) -> Result<(Expression, Kind), Fault> {
        match name {
            "share" => {
                let part = self.sum()?;
                self.expect(',')?;
                let whole = self.sum()?;
                if part.kind != whole.kind || !part.kind.is_amount() {
                    return Err(unfit(name, &whole));
                }
                Ok((Expression::Share(Box::new(part.expression), Box::new(whole.expression)), Kind::Percent))
            }
            "last" => {
                let count = self.count()?;
                self.expect(',')?;
                let of = self.sum()?;
                let is_sum = matches!(of.kind, Kind::Money | Kind::Number);
                let kind = is_sum.then_some(of.kind).ok_or_else(|| unfit(name, &of))?;
                Ok((Expression::Total(Span::Last(count), Box::new(of.expression)), kind))
            }
            "at" => {
                let period = self.period()?;
                self.expect(',')?;
                let of = self.sum()?;
                Ok((Expression::Shifted(Shift::To(period), Box::new(of.expression)), of.kind))
            }
            "printed" => self.printed(),
            "target" => match self.take() {
                (_, Token::Word(word)) if Flow::parse(word).is_some() => {
                    let flow = Flow::parse(word).unwrap_or(Flow::Export);
                    Ok((Expression::Target(self.series(flow)?), Kind::Money))
                }
                (at, _) => Err(Fault::new(at, word!("claims.target-one-series"), word!("claims.write-target-export"))),
            },
            "streak" => Ok((Expression::Streak(Box::new(self.condition()?)), Kind::Periods)),
            _ => self.since(),
        }
    }

    fn since(&mut self) -> Result<(Expression, Kind), Fault> {
        let left = self.sum()?;
        if matches!(self.peek().1, Token::Sign('<' | '>')) {
            return Ok((Expression::SinceHeld(Box::new(self.compared(left)?)), Kind::Periods));
        }
        if !left.kind.is_amount() {
            return Err(unfit("since", &left));
        }
        Ok((Expression::Since(Extreme::Highest, Box::new(left.expression)), Kind::Periods))
    }

    fn condition(&mut self) -> Result<Condition, Fault> {
        let left = self.sum()?;
        self.compared(left)
    }

    fn compared(&mut self, left: Part) -> Result<Condition, Fault> {
        let comparison = match self.take() {
            (_, Token::Sign('<')) => Comparison::Below,
            (_, Token::Sign('>')) => Comparison::Above,
            (at, _) => {
                return Err(Fault::new(
                    at,
                    word!("claims.comparison-missing-here"),
                    word!("claims.write-balance-0-example"),
                ));
            }
        };
        let right = self.sum()?;
        if !are_alike(&left, &right) {
            let what = say!("claims.cannot-compared", kind = left.kind.name(), kind2 = right.kind.name());
            return Err(Fault::new(right.at, what, word!("claims.compare-like-like-write")));
        }
        Ok(Condition { left: left.expression, comparison, right: right.expression })
    }

    fn count(&mut self) -> Result<u16, Fault> {
        let (at, token) = self.take();
        let Token::Number(digits) = token else {
            return Err(Fault::new(at, word!("claims.number-periods-missing-here"), word!("claims.write-last-12")));
        };
        let count = digits.parse::<u16>().ok().filter(|count| (1..=600).contains(count));
        count.ok_or_else(|| {
            Fault::new(at, say!("claims.no-number-periods", digits = digits), word!("claims.write-1-600"))
        })
    }

    fn period(&mut self) -> Result<Period, Fault> {
        let (at, token) = self.take();
        match token {
            Token::Period(period) => Ok(period),
            Token::Number(digits) if Period::parse(digits).is_some() => {
                Period::parse(digits).ok_or_else(|| Fault::new(at, word!("claims.not-period"), ""))
            }
            _ => Err(Fault::new(at, word!("claims.period-missing-here"), word!("claims.write-2022-12"))),
        }
    }

    fn printed(&mut self) -> Result<(Expression, Kind), Fault> {
        let is_negative = self.takes('-');
        let (at, token) = self.take();
        let Token::Number(digits) = token else {
            return Err(Fault::new(
                at,
                word!("claims.printed-digits-missing-here"),
                word!("claims.write-printed-17-95"),
            ));
        };
        let (value, step, _) = statement::decimal(digits).ok_or_else(|| not_a_number(at, digits))?;
        let value = if is_negative { value.negated() } else { value };
        Ok((Expression::Printed { value, step }, Kind::Number))
    }
}

/// Money is compared with money, a percentage with a number of percent, and anything with zero.
fn are_alike(left: &Part, right: &Part) -> bool {
    let is_zero = |part: &Part| part.expression == Expression::Number(Ratio::whole(0));
    let kinds = [left.kind, right.kind];
    let is_amount = kinds.iter().all(|kind| kind.is_amount());
    let is_percent = kinds.contains(&Kind::Percent) && kinds.contains(&Kind::Number);
    is_amount && (left.kind == right.kind || is_percent || is_zero(left) || is_zero(right))
}
