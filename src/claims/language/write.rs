//! An expression as text: what [`super::parse`] reads back.

use crate::domain::{
    Among, Comparison, Condition, Dataset, Expression, Extreme, ItemId, Operator, PartnerId, Ratio, SeriesKey, Shift,
    Span, Window,
};

use super::selectors::PRINTED_YEAR_TO_DATE;

/// Writes an expression with the codes of a dataset.
pub fn write(expression: &Expression, dataset: &Dataset) -> String {
    Writer { dataset }.expression(expression)
}

struct Writer<'a> {
    dataset: &'a Dataset,
}

impl Writer<'_> {
    fn expression(&self, expression: &Expression) -> String {
        let inner = |of: &Expression| self.expression(of);
        match expression {
            Expression::Number(value) => decimal(*value),
            Expression::Money(value) => format!("{}mn", decimal(value.over(Ratio::whole(1_000_000)).unwrap_or(*value))),
            Expression::Printed { value, step } => format!("printed({})", printed(*value, *step)),
            Expression::Level(key) => self.series(*key),
            Expression::Target(key) => format!("target({})", self.series(*key)),
            Expression::Total(Span::YearToDate, of) => format!("ytd({})", inner(of)),
            Expression::Total(Span::Year, of) => format!("year({})", inner(of)),
            Expression::Total(Span::Last(count), of) => format!("last({count}, {})", inner(of)),
            Expression::Shifted(Shift::YearAgo, of) => format!("year_ago({})", inner(of)),
            Expression::Shifted(Shift::Previous, of) => format!("previous({})", inner(of)),
            Expression::Shifted(Shift::To(period), of) => format!("at({period}, {})", inner(of)),
            Expression::PerDay(of) => format!("per_day({})", inner(of)),
            Expression::Growth(Shift::YearAgo, of) => format!("growth({})", inner(of)),
            Expression::Growth(Shift::Previous, of) => format!("growth_on_previous({})", inner(of)),
            Expression::Growth(Shift::To(period), of) => {
                format!("share({0}, at({period}, {0})) - 100", inner(of))
            }
            Expression::Share(part, whole) => format!("share({}, {})", inner(part), inner(whole)),
            Expression::Binary(operator, left, right) => self.binary(*operator, left, right),
            Expression::Streak(condition) => format!("streak({})", self.condition(condition)),
            Expression::SinceHeld(condition) => format!("since({})", self.condition(condition)),
            Expression::Since(Extreme::Highest, of) => format!("since({})", inner(of)),
            Expression::Since(Extreme::Lowest, of) => format!("since_low({})", inner(of)),
            Expression::Rank(extreme, among, of) => {
                let low = if *extreme == Extreme::Lowest { "_low" } else { "" };
                let month = if *among == Among::SameMonth { "_in_month" } else { "" };
                format!("rank{low}{month}({})", inner(of))
            }
        }
    }

    fn binary(&self, operator: Operator, left: &Expression, right: &Expression) -> String {
        let sign = match operator {
            Operator::Plus => '+',
            Operator::Minus => '-',
            Operator::Times => '*',
            Operator::Over => '/',
        };
        let bracketed = |of: &Expression, binds_looser: bool| {
            let text = self.expression(of);
            if binds_looser { format!("({text})") } else { text }
        };
        let strength = |of: &Expression| match of {
            Expression::Binary(Operator::Plus | Operator::Minus, ..) => 1,
            Expression::Binary(..) => 2,
            _ => 3,
        };
        let own = if matches!(operator, Operator::Plus | Operator::Minus) { 1 } else { 2 };
        let (left, right) = (bracketed(left, strength(left) < own), bracketed(right, strength(right) <= own));
        format!("{left} {sign} {right}")
    }

    fn condition(&self, condition: &Condition) -> String {
        let sign = if condition.comparison == Comparison::Below { '<' } else { '>' };
        format!("{} {sign} {}", self.expression(&condition.left), self.expression(&condition.right))
    }

    fn series(&self, key: SeriesKey) -> String {
        let mut choice = String::new();
        if key.item != ItemId::TOTAL {
            choice.push_str(&self.dataset.item(key.item).id);
        }
        if key.partner != PartnerId::WORLD {
            let joint = if choice.is_empty() { "" } else { " " };
            choice.push_str(&format!("{joint}with {}", self.dataset.partner(key.partner).id));
        }
        let window = match key.window {
            Window::Whole => None,
            Window::YearToDate => Some(PRINTED_YEAR_TO_DATE.to_owned()),
            days => Some(format!("days {}", days.code())),
        };
        if let Some(window) = window {
            let joint = if choice.is_empty() { "" } else { ", " };
            choice.push_str(&format!("{joint}{window}"));
        }
        let flow = key.flow.code();
        if choice.is_empty() { flow.to_owned() } else { format!("{flow}[{choice}]") }
    }
}

/// A number that was written as a decimal.
pub(super) fn decimal(value: Ratio) -> String {
    value.decimal(15)
}

/// The digits as printed: zeros at the end count.
pub(super) fn printed(value: Ratio, step: Ratio) -> String {
    let decimals = step.den().to_string().len() - 1;
    let units = value.rounded(decimals as u32);
    let (sign, magnitude) = (if units < 0 { "-" } else { "" }, units.unsigned_abs());
    match decimals {
        0 => format!("{sign}{magnitude}"),
        _ => {
            let scale = 10_u128.pow(decimals as u32);
            format!("{sign}{}.{:0decimals$}", magnitude / scale, magnitude % scale)
        }
    }
}
