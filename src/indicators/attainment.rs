//! Where an annual target stands: done, the seasonal pace, and what is still needed.

use crate::domain::{Calendar, Period, Ratio, Target, Vintage, Window};

use super::{Measured, Undefined, cumulative, growth};

/// Complete years that the seasonal profile is the mean of.
pub const PROFILE_YEARS: i32 = 3;

/// Profiles are kept to twelve decimals: finer than a dollar in a trillion.
const PROFILE_SCALE: i128 = 1_000_000_000_000;

/// The standing of a target at the end of a period. Money in whole units of the currency.
#[derive(Debug, Clone)]
pub struct Attainment {
    /// The target.
    pub target: Target,
    /// The period up to which is counted.
    pub period: Period,
    /// Sum of the year so far.
    pub done: Measured,
    /// `100 * done / target`, in percent.
    pub achieved: Measured,
    /// Mean share of the year that was done by this period in the last complete years, in percent.
    pub profile: Measured,
    /// Years of the profile, newest first; fewer than two give no profile.
    pub profile_years: Vec<i32>,
    /// `target * profile`: where the total should stand.
    pub pace: Measured,
    /// `done - pace`.
    pub gap: Measured,
    /// `target - done`; zero or less means reached.
    pub remaining: Measured,
    /// `remaining / periods left`.
    pub needed_per_period: Measured,
    /// `remaining / working days left`.
    pub needed_per_day: Measured,
    /// Working days left in the year.
    pub days_left: Option<Ratio>,
    /// Growth that the rest of the year needs on the same periods of the year before, in percent.
    pub needed_growth: Measured,
    /// The whole year before.
    pub last_year: Measured,
    /// `100 * (target / last year - 1)`: the growth that the target asks for, in percent.
    pub growth_asked: Measured,
}

/// Works out where `target` stands at the end of `period`.
pub fn attainment(target: &Target, vintage: &Vintage, calendar: &Calendar, period: Period) -> Attainment {
    let goal = || Measured::exact(Ratio::whole(i128::from(target.value)));
    let done = cumulative::year_to_date(vintage, period);
    let (profile, profile_years) = profile(vintage, period);
    let pace = paced(target, profile.clone());
    let last_year = cumulative::annual(vintage, period.year_ago());
    let remaining = goal().minus(done.clone());
    let days_left = days_left(calendar, period);
    let left = period.last_of_year().since(period);
    Attainment {
        achieved: done.clone().with(goal(), |done, goal| done.times(100).over(goal).ok_or(Undefined::NotMeaningful)),
        gap: done.clone().minus(pace.clone()),
        needed_per_period: divided(&remaining, Some(Ratio::whole(i128::from(left)))),
        needed_per_day: divided(&remaining, days_left),
        needed_growth: needed_growth(vintage, &remaining, period),
        growth_asked: growth::rate(goal(), last_year.clone()),
        target: target.clone(),
        period,
        done,
        profile,
        profile_years,
        pace,
        remaining,
        days_left,
        last_year,
    }
}

/// `target * profile`: where the total should stand at the end of `period`.
pub fn pace(target: &Target, vintage: &Vintage, period: Period) -> Measured {
    paced(target, profile(vintage, period).0)
}

fn paced(target: &Target, profile: Measured) -> Measured {
    let goal = Ratio::whole(i128::from(target.value));
    profile.with(Measured::exact(goal), |profile, goal| {
        profile.by(goal).over(Ratio::whole(100)).ok_or(Undefined::NotMeaningful)
    })
}

fn profile(vintage: &Vintage, period: Period) -> (Measured, Vec<i32>) {
    let mut years = Vec::new();
    let mut sum: i128 = 0;
    let mut inputs = Vec::new();
    for back in 1..=PROFILE_YEARS {
        let same = period.minus(back * period.frequency().per_year());
        let year = cumulative::annual(vintage, same);
        let part = cumulative::year_to_date(vintage, same);
        let share = part.with(year.clone(), |part, year| {
            let is_share = part.signum() >= 0 && part <= year;
            part.over(year).filter(|_| is_share).ok_or(Undefined::NotMeaningful)
        });
        let Ok(share) = share.value else { break };
        sum += crate::domain::round_half_away(share.num() * PROFILE_SCALE, share.den());
        inputs.extend(year.inputs);
        years.push(same.year());
    }
    let mean = (years.len() >= 2).then(|| Ratio::new(sum * 100, PROFILE_SCALE * years.len() as i128)).flatten();
    let mut measured = mean.map_or(Measured::undefined(Undefined::Incomplete), Measured::exact);
    measured.inputs = inputs;
    (measured, years)
}

fn days_left(calendar: &Calendar, period: Period) -> Option<Ratio> {
    let days = Period::span(period.plus(1), period.last_of_year()).map(|later| calendar.days(later, Window::Whole));
    days.map(|days| days.map(|days| days.days())).try_fold(Ratio::whole(0), |sum, days| Some(sum.plus(days?)))
}

fn divided(remaining: &Measured, by: Option<Ratio>) -> Measured {
    match by {
        None => Measured::undefined(Undefined::NoWorkingDays),
        Some(by) => remaining.clone().with(Measured::exact(by), |remaining, by| {
            remaining.over(by).filter(|_| remaining.signum() > 0).ok_or(Undefined::NotMeaningful)
        }),
    }
}

fn needed_growth(vintage: &Vintage, remaining: &Measured, period: Period) -> Measured {
    let before = period.year_ago();
    let rest_of_last_year = cumulative::annual(vintage, before).minus(cumulative::year_to_date(vintage, before));
    remaining.clone().with(rest_of_last_year, |remaining, rest| {
        let meaningful = remaining.signum() > 0 && rest.signum() > 0;
        remaining.minus(rest).times(100).over(rest).filter(|_| meaningful).ok_or(Undefined::NotMeaningful)
    })
}
