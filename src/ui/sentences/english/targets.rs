//! The sentence about the year's target.

use std::cmp::Ordering;

use crate::domain::Ratio;
use crate::indicators::Attainment;

use super::super::super::format::period_word;
use super::super::Wording;
use super::super::facts::targets::{Needed, Reach, reach};

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    let Some(target) = wording.deck.main_target() else {
        return format!("No target for {} is known, as of this date", wording.deck.month.year());
    };
    let goal = wording.money(Ratio::whole(i128::from(target.target.value)), 0);
    let provisional = |open: bool| if open { " (provisional)" } else { "" };
    let (pace, needed) = match reach(wording, target) {
        Reach::Incomplete => {
            return format!("The year to date is incomplete, so the pace for {goal} cannot be told");
        }
        Reach::Reached(open) => return format!("The target of {goal} is reached{}", provisional(open)),
        Reach::Missed(by, open) => {
            return format!("The target of {goal} was missed by {}{}", wording.money(by, 1), provisional(open));
        }
        Reach::Pace(pace, needed) => (pace, needed),
    };
    let pace = match pace {
        Some(Ordering::Greater) => format!("Ahead of the pace for {goal}"),
        Some(Ordering::Less) => format!("Behind the pace for {goal}"),
        Some(Ordering::Equal) => format!("On the pace for {goal}"),
        None => format!("For {goal}"),
    };
    format!("{pace}{}", needed.map(|needed| words(wording, target, &needed)).unwrap_or_default())
}

fn words(wording: &Wording<'_>, target: &Attainment, needed: &Needed) -> String {
    match needed {
        Needed::Day(day) => format!(": {} a working day needed", wording.money(*day, 2)),
        Needed::Period(each, growth) => {
            let growth = growth.map(|rate| {
                let size = wording.percent(rate);
                match rate.rounded(1).signum() {
                    1 => format!(", {size} above last year"),
                    -1 => format!(", {size} below last year"),
                    _ => ", as much as last year".to_owned(),
                }
            });
            let period = period_word(target.period.frequency());
            format!(": {} a {period} needed{}", wording.money(*each, 1), growth.unwrap_or_default())
        }
    }
}
