//! Whether the year's target is in reach.

use crate::domain::Ratio;
use crate::indicators::Attainment;

use super::super::format::{Sign, period_word};
use super::Wording;

pub(super) fn sentence(wording: &Wording<'_>) -> String {
    let Some(target) = wording.deck.main_target() else {
        return format!("No target for {} had been announced by this date", wording.deck.month.year());
    };
    of(wording, target)
}

fn of(wording: &Wording<'_>, target: &Attainment) -> String {
    let goal = wording.money(Ratio::whole(i128::from(target.target.value)), 0);
    let Some(remaining) = target.remaining.value.ok() else {
        return format!("The year to date is incomplete, so the pace for {goal} cannot be told");
    };
    if remaining.signum() <= 0 {
        return format!("The target of {goal} is reached{}", provisional(target));
    }
    if target.period == target.period.last_of_year() {
        return format!("The target of {goal} was missed by {}{}", wording.money(remaining, 1), provisional(target));
    }
    let pace = match target.gap.value.map(Ratio::signum) {
        Ok(1) => format!("Ahead of the pace for {goal}"),
        Ok(-1) => format!("Behind the pace for {goal}"),
        Ok(_) => format!("On the pace for {goal}"),
        Err(_) => format!("For {goal}"),
    };
    format!("{pace}{}", needed(wording, target))
}

fn needed(wording: &Wording<'_>, target: &Attainment) -> String {
    let per_day = wording.lens().per_day.then(|| target.needed_per_day.value.ok()).flatten();
    if let Some(day) = per_day {
        return format!(": {} a working day needed", wording.money(day, 2));
    }
    let Some(month) = target.needed_per_period.value.ok() else { return String::new() };
    let growth = target.needed_growth.value.ok().map(|rate| {
        let size = wording.style.growth(rate, 1, Sign::Never);
        match rate.rounded(1).signum() {
            1 => format!(", {size} above last year"),
            -1 => format!(", {size} below last year"),
            _ => ", as much as last year".to_owned(),
        }
    });
    let each = period_word(target.period.frequency());
    format!(": {} a {each} needed{}", wording.money(month, 1), growth.unwrap_or_default())
}

fn provisional(target: &Attainment) -> &'static str {
    if target.done.status.is_open() { " (provisional)" } else { "" }
}
