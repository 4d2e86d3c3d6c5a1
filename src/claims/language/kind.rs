//! What an expression counts, so that money is not added to percent.

use crate::domain::{Expression, Operator, StatedUnit};
use crate::word;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Units of the currency.
    Money,
    /// Percent or percentage points.
    Percent,
    /// A plain number.
    Number,
    /// A count of periods.
    Periods,
    /// A place in an order.
    Rank,
}

impl Kind {
    /// A readable name, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Money => word!("claims.money"),
            Kind::Percent => word!("claims.percentage"),
            Kind::Number => word!("claims.plain-number"),
            Kind::Periods => word!("claims.count-periods"),
            Kind::Rank => word!("claims.rank"),
        }
    }

    /// True where numbers of this kind can be stated in `unit`.
    pub const fn fits(self, unit: &StatedUnit) -> bool {
        matches!(
            (self, unit),
            (Kind::Money, StatedUnit::Money(_))
                | (Kind::Percent | Kind::Number, StatedUnit::Percent)
                | (Kind::Periods, StatedUnit::Periods)
                | (Kind::Rank, StatedUnit::Rank)
                | (Kind::Number, StatedUnit::Times)
        )
    }

    /// What the result of `self operator other` counts; `None` where the two do not go together.
    pub fn combined(self, operator: Operator, other: Kind) -> Option<Kind> {
        use Kind::{Money, Number, Percent};
        match (operator, self, other) {
            (Operator::Plus | Operator::Minus, left, right) if left == right && left.is_amount() => Some(left),
            (Operator::Plus | Operator::Minus, Percent, Number) | (_, Number, Percent) => Some(Percent),
            (Operator::Times, Number, right) if right.is_amount() => Some(right),
            (Operator::Times | Operator::Over, left, Number) if left.is_amount() => Some(left),
            (Operator::Over, Money, Money) | (Operator::Over, Percent, Percent) => Some(Number),
            _ => None,
        }
    }

    /// True where it is something that can be reckoned with.
    pub const fn is_amount(self) -> bool {
        matches!(self, Kind::Money | Kind::Percent | Kind::Number)
    }

    /// What a well-formed expression counts.
    pub fn of(expression: &Expression) -> Kind {
        match expression {
            Expression::Number(_) | Expression::Printed { .. } => Kind::Number,
            Expression::Money(_) | Expression::Level(_) | Expression::Target(_) => Kind::Money,
            Expression::Total(_, of) | Expression::Shifted(_, of) | Expression::PerDay(of) => Kind::of(of),
            Expression::Growth(..) | Expression::Share(..) => Kind::Percent,
            Expression::Binary(operator, left, right) => {
                Kind::of(left).combined(*operator, Kind::of(right)).unwrap_or(Kind::Number)
            }
            Expression::Streak(_) | Expression::SinceHeld(_) | Expression::Since(..) => Kind::Periods,
            Expression::Rank(..) => Kind::Rank,
        }
    }
}
