//! An expression in Korean words, for readers who do not read the language of claims.

use crate::domain::{
    Among, Comparison, Condition, Dataset, Expression, Extreme, Operator, Ratio, Said as _, Shift, Span,
};
use crate::indicators::health::words::series;

use super::write::{decimal, printed};

/// `2023년 2월 수출의 전년동기대비 증감률`.
pub fn gloss(expression: &Expression, dataset: &Dataset) -> String {
    let inner = |of: &Expression| gloss(of, dataset);
    match expression {
        Expression::Number(value) => decimal(*value),
        Expression::Money(value) => {
            format!("{}백만", decimal(value.over(Ratio::whole(1_000_000)).unwrap_or(*value)))
        }
        Expression::Printed { value, step } => printed(*value, *step),
        Expression::Level(key) => series(*key, dataset),
        Expression::Target(key) => format!("{} 목표", series(*key, dataset)),
        Expression::Total(Span::YearToDate, of) => format!("{} 누계", inner(of)),
        Expression::Total(Span::Year, of) => format!("연간 {}", inner(of)),
        Expression::Total(Span::Last(count), of) => format!("최근 {count}개 기간 {} 합계", inner(of)),
        Expression::Shifted(shift, of) => format!("{} {}", shifted(*shift), inner(of)),
        Expression::PerDay(of) => format!("일평균 {}", inner(of)),
        Expression::Growth(shift, of) => format!("{}의 {} 대비 증감률", inner(of), shifted(*shift)),
        Expression::Share(part, whole) => format!("{} 대비 {} 비율", operand(whole, dataset), operand(part, dataset)),
        Expression::Binary(operator, left, right) => {
            let sign = match operator {
                Operator::Plus => '+',
                Operator::Minus => '-',
                Operator::Times => '×',
                Operator::Over => '÷',
            };
            format!("{} {sign} {}", operand(left, dataset), operand(right, dataset))
        }
        Expression::Streak(held) => format!("{} 조건이 이어진 기간 수", condition(held, dataset)),
        Expression::SinceHeld(held) => format!("{} 조건이 마지막으로 맞은 뒤의 기간 수", condition(held, dataset)),
        Expression::Since(Extreme::Highest, of) => format!("{} 값이 이만큼 높았던 뒤의 기간 수", inner(of)),
        Expression::Since(Extreme::Lowest, of) => format!("{} 값이 이만큼 낮았던 뒤의 기간 수", inner(of)),
        Expression::Rank(extreme, among, of) => {
            let order = if *extreme == Extreme::Lowest { "낮은" } else { "높은" };
            let among = if *among == Among::SameMonth { "동월" } else { "역대" };
            format!("{}의 {among} 순위({order} 순)", inner(of))
        }
    }
}

fn shifted(shift: Shift) -> String {
    match shift {
        Shift::YearAgo => "전년 동기".to_owned(),
        Shift::Previous => "직전 기간".to_owned(),
        Shift::To(period) => period.said(),
    }
}

/// A part of a larger expression: in brackets where signs would run together.
fn operand(of: &Expression, dataset: &Dataset) -> String {
    let words = gloss(of, dataset);
    if matches!(of, Expression::Binary(..)) { format!("({words})") } else { words }
}

fn condition(condition: &Condition, dataset: &Dataset) -> String {
    let than = if condition.comparison == Comparison::Below { "미만" } else { "초과" };
    format!("{}, {} {than}", operand(&condition.left, dataset), operand(&condition.right, dataset))
}
