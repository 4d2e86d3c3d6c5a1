//! What a statement speaks of, as a formula over series: `share(ytd(balance), year(year_ago(balance)))`.
//!
//! An expression means a number for each period. The `claims` layer reads, writes and evaluates it.

use super::{Period, Ratio, SeriesKey};

/// A formula over series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// An exact number.
    Number(Ratio),
    /// An exact amount of money, in whole units of the currency.
    Money(Ratio),
    /// A number known only to its printed digits.
    Printed {
        /// As printed.
        value: Ratio,
        /// What the last printed digit is worth.
        step: Ratio,
    },
    /// The value of a series in the period.
    Level(SeriesKey),
    /// The newest target for the period's year, announced by the date.
    Target(SeriesKey),
    /// The sum of the inner expression over several periods.
    Total(Span, Box<Expression>),
    /// The inner expression in another period.
    Shifted(Shift, Box<Expression>),
    /// The inner expression for each working day of the periods it covers.
    PerDay(Box<Expression>),
    /// Growth in percent on another period.
    Growth(Shift, Box<Expression>),
    /// The first as a percentage of the second.
    Share(Box<Expression>, Box<Expression>),
    /// Two expressions added, subtracted, multiplied or divided.
    Binary(Operator, Box<Expression>, Box<Expression>),
    /// For how many periods in a row, this one included, the condition has held.
    Streak(Box<Condition>),
    /// How many periods ago the condition last held, where it holds now; 0 where it does not.
    SinceHeld(Box<Condition>),
    /// How many periods ago the value was last at least as high (or low).
    Since(Extreme, Box<Expression>),
    /// The rank of the value among all up to the period, 1 for the most extreme.
    Rank(Extreme, Among, Box<Expression>),
}

/// Several periods up to, or around, one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From the first of the year.
    YearToDate,
    /// The whole calendar year.
    Year,
    /// The last so many.
    Last(u16),
}

/// Another period, as seen from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// The same period of the year before.
    YearAgo,
    /// The period before.
    Previous,
    /// Always this one.
    To(Period),
}

/// Arithmetic on two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// The upper or the lower end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// Nothing higher.
    Highest,
    /// Nothing lower.
    Lowest,
}

/// What a value is ranked among.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    /// All periods of the data.
    All,
    /// The same month (quarter) of all years.
    SameMonth,
}

/// A comparison of two expressions, true or false in each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What is compared.
    pub left: Expression,
    /// How.
    pub comparison: Comparison,
    /// With what.
    pub right: Expression,
}

/// How two numbers compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `>`
    Above,
}

impl Span {
    /// First and last period, as seen from `at`.
    pub fn periods(self, at: Period) -> (Period, Period) {
        match self {
            Span::YearToDate => (at.first_of_year(), at),
            Span::Year => (at.first_of_year(), at.last_of_year()),
            Span::Last(count) => (at.minus(i32::from(count) - 1), at),
        }
    }
}

impl Shift {
    /// The other period, as seen from `at`.
    pub fn from(self, at: Period) -> Period {
        match self {
            Shift::YearAgo => at.year_ago(),
            Shift::Previous => at.minus(1),
            Shift::To(period) => period,
        }
    }
}

impl Expression {
    /// The same expression with every series replaced.
    #[must_use]
    pub fn with_series(&self, replace: &impl Fn(SeriesKey) -> SeriesKey) -> Expression {
        let inner = |expression: &Expression| Box::new(expression.with_series(replace));
        let condition = |condition: &Condition| {
            Box::new(Condition {
                left: condition.left.with_series(replace),
                comparison: condition.comparison,
                right: condition.right.with_series(replace),
            })
        };
        match self {
            Expression::Number(_) | Expression::Money(_) | Expression::Printed { .. } => self.clone(),
            Expression::Level(key) => Expression::Level(replace(*key)),
            Expression::Target(key) => Expression::Target(replace(*key)),
            Expression::Total(span, of) => Expression::Total(*span, inner(of)),
            Expression::Shifted(shift, of) => Expression::Shifted(*shift, inner(of)),
            Expression::PerDay(of) => Expression::PerDay(inner(of)),
            Expression::Growth(shift, of) => Expression::Growth(*shift, inner(of)),
            Expression::Share(part, whole) => Expression::Share(inner(part), inner(whole)),
            Expression::Binary(operator, left, right) => Expression::Binary(*operator, inner(left), inner(right)),
            Expression::Streak(of) => Expression::Streak(condition(of)),
            Expression::SinceHeld(of) => Expression::SinceHeld(condition(of)),
            Expression::Since(extreme, of) => Expression::Since(*extreme, inner(of)),
            Expression::Rank(extreme, among, of) => Expression::Rank(*extreme, *among, inner(of)),
        }
    }

    /// All series that it names, each once.
    pub fn series(&self) -> Vec<SeriesKey> {
        let seen = std::cell::RefCell::new(Vec::new());
        let _ = self.with_series(&|key| {
            seen.borrow_mut().push(key);
            key
        });
        let mut keys = seen.into_inner();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}
