//! The sentence about the year's target: `진도 미달, 목표 6,850억 달러: 월 588.9억 달러 필요, 전년보다 2.6% 많음`. What counts
//! comes first, so that it stands where the rest is cut.

use std::cmp::Ordering;

use crate::domain::Ratio;
use crate::indicators::Attainment;

use super::super::super::format::period_word;
use super::super::Wording;
use super::super::facts::targets::{Needed, Reach, reach};

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let Some(target) = wording.deck.main_target() else {
        return format!("기준일까지 {}년 목표 미발표", wording.deck.month.year());
    };
    let goal = wording.money(Ratio::whole(i128::from(target.target.value)), 0);
    let provisional = |open: bool| if open { "(잠정)" } else { "" };
    let (pace, needed) = match reach(wording, target) {
        Reach::Incomplete => return format!("연초 이후 누계가 불완전하여 목표 {goal} 대비 진도를 알 수 없음"),
        Reach::Reached(open) => return format!("목표 {goal} 달성{}", provisional(open)),
        Reach::Missed(by, open) => {
            return format!("목표 {goal}에 {} 미달{}", wording.money(by, 1), provisional(open));
        }
        Reach::Pace(pace, needed) => (pace, needed),
    };
    let pace = match pace {
        Some(Ordering::Greater) => "진도 초과, ",
        Some(Ordering::Less) => "진도 미달, ",
        Some(Ordering::Equal) => "진도 부합, ",
        None => "",
    };
    format!("{pace}목표 {goal}{}", needed.map(|needed| words(wording, target, &needed)).unwrap_or_default())
}

fn words(wording: &Wording<'_>, target: &Attainment, needed: &Needed) -> String {
    match needed {
        Needed::Day(day) => format!(": 조업일당 {} 필요", wording.money(*day, 2)),
        Needed::Period(each, growth) => {
            let growth = growth.map(|rate| {
                let size = wording.percent(rate);
                match rate.rounded(1).signum() {
                    1 => format!(", 전년보다 {size} 많음"),
                    -1 => format!(", 전년보다 {size} 적음"),
                    _ => ", 전년 수준".to_owned(),
                }
            });
            let period = period_word(target.period.frequency());
            format!(": {period} {} 필요{}", wording.money(*each, 1), growth.unwrap_or_default())
        }
    }
}
