//! Where the year ends if it goes on as it has gone lately. A projection, not a statistic: it comes with an interval, the
//! number of years that it was tested on, and its error in them.
//!
//! Only what is not known is projected: each period left takes the value of a year ago, for as many working days as it
//! has, times the growth of the last three months per working day. Sources of the method and its measured coverage:
//! docs/indicators.md.

use crate::domain::{Calendar, Period, Ratio, Vintage, Window};

use super::attainment::PROFILE_YEARS;
use super::{Measured, Undefined, cumulative, student};

/// With fewer years tested there is neither interval nor probability.
pub const LEAST_YEARS: usize = 4;

/// So much of the distribution lies below the upper end of the interval, and above its lower end: four cases of five
/// lie between.
const ABOVE_LOWER_END: f64 = 0.9;

/// The growth that goes on is kept to so many decimals.
const GROWTH_DECIMALS: u32 = 10;

/// A projection of a whole year. Amounts in whole units of the currency.
#[derive(Debug, Clone)]
pub struct Projection {
    /// What is known of the year, and the projected rest.
    pub year: Measured,
    /// The rest of the year before, for the working days of this one.
    pub rest_by_days: Measured,
    /// The last three months per working day over the same of a year ago.
    pub recent_growth: Measured,
    /// The sums of the year to the end of each period left.
    pub path: Vec<(Period, i64)>,
    /// The complete years for which the same was projected at the same time of the year, oldest first.
    pub tested: Vec<i32>,
    /// How far the projections of those years were off, in percent of what the year came to: the least (or most below)
    /// and the most.
    pub errors: (Ratio, Ratio),
    /// Their mean without sign.
    pub mean_error: Ratio,
    /// Where the year ends in four cases of five; nothing where fewer than [`LEAST_YEARS`] were tested.
    pub interval: Option<(i64, i64)>,
    /// The probability that the year reaches the target, 0 to 1; nothing where too few years were tested or the target is
    /// reached.
    pub chance: Option<f64>,
}

impl Projection {
    /// A probability in percent, in steps of five: 0 for less than five, 100 for more than 95, for it is never certain.
    pub fn in_fives(chance: f64) -> u32 {
        match 100.0 * chance {
            below if below < 5.0 => 0,
            above if above > 95.0 => 100,
            percent => 5 * (percent / 5.0).round() as u32,
        }
    }
}

/// The rest of a year as projected at the end of a period.
struct Rest {
    by_days: Measured,
    growth: Measured,
}

impl Rest {
    fn at(vintage: &Vintage, calendar: &Calendar, period: Period) -> Rest {
        let parts = left(period).map(|later| on_days_of(vintage, calendar, later));
        let recent = (period.frequency().per_year() / 4).max(1);
        let mean = |last: Period| {
            let months = || Period::span(last.minus(recent - 1), last);
            let days = months().map(|month| days(calendar, month));
            Measured::sum(months().map(|month| vintage.reading(month))).with(Measured::total(days), over)
        };
        let growth = mean(period).with(mean(period.year_ago()), over);
        // Finer than what any projection is good for, and short enough to count with.
        let growth = Measured { value: growth.value.map(|growth| growth.kept_to(GROWTH_DECIMALS)), ..growth };
        Rest { by_days: Measured::total(parts), growth }
    }

    fn projected(&self) -> Measured {
        self.by_days.clone().with(self.growth.clone(), |rest, growth| {
            rest.checked_by(growth).filter(|rest| rest.signum() > 0).ok_or(Undefined::NotMeaningful)
        })
    }
}

/// Projects the year of `period`, whose target is `goal`; nothing where periods or working days are not known, where the year
/// is over, or where there is no year to test it on.
pub fn projection(goal: i64, vintage: &Vintage, calendar: &Calendar, period: Period) -> Option<Projection> {
    let done = cumulative::year_to_date(vintage, period);
    let rest = Rest::at(vintage, calendar, period);
    let projected = rest.projected();
    let year = done.clone().with(projected.clone(), |done, rest| Ok(done.plus(rest)));
    let end = year.value.ok()?;
    let errors = Errors::before(vintage, calendar, period)?;
    let (known, open) = (done.value.ok()?.approximate(), projected.value.ok()?.approximate());
    let spread = errors.spread();
    let interval = spread.map(|(deviation, freedom)| {
        let factor = (student::quantile(ABOVE_LOWER_END, freedom) * deviation).exp();
        ((known + open / factor).round() as i64, (known + open * factor).round() as i64)
    });
    let missing = goal as f64 - known;
    let chance = spread
        .filter(|_| missing > 0.0)
        .map(|(deviation, freedom)| 1.0 - student::probability_below((missing.ln() - open.ln()) / deviation, freedom));
    Some(Projection {
        path: path(vintage, calendar, period, &rest, done.value.ok()?, end),
        year,
        rest_by_days: rest.by_days,
        recent_growth: rest.growth,
        errors: (
            percent(errors.of_year.iter().copied().fold(f64::MAX, f64::min)),
            percent(errors.of_year.iter().copied().fold(f64::MIN, f64::max)),
        ),
        mean_error: percent(errors.of_year.iter().map(|error| error.abs()).sum::<f64>() / errors.of_year.len() as f64),
        tested: errors.years,
        interval,
        chance,
    })
}

/// How far projections of earlier years were off.
struct Errors {
    years: Vec<i32>,
    /// In percent of the year, one for each.
    of_year: Vec<f64>,
    /// `ln(rest / projected rest)` at the same time of the year, and one period before and after it.
    of_rest: Vec<f64>,
}

impl Errors {
    /// Those of all complete years before, with as many complete ones before them as the seasonal profile takes.
    fn before(vintage: &Vintage, calendar: &Calendar, period: Period) -> Option<Errors> {
        let mut errors = Errors { years: Vec::new(), of_year: Vec::new(), of_rest: Vec::new() };
        let first = vintage.first()?;
        let mut same = period.year_ago();
        while same.year() - PROFILE_YEARS > first.minus(1).year() {
            if let Some((of_year, of_rest)) = tested(vintage, calendar, same) {
                let near = [same.minus(1), same.plus(1)].into_iter().filter(|near| near.year() == same.year());
                let near = near.filter_map(|near| Some(tested(vintage, calendar, near)?.1));
                errors.of_rest.extend(near.chain([of_rest]));
                errors.of_year.push(of_year);
                errors.years.push(same.year());
            }
            same = same.year_ago();
        }
        errors.years.reverse();
        (!errors.years.is_empty()).then_some(errors)
    }

    /// The deviation of the logarithm of the rest, for one more year, and its degrees of freedom: years are counted, not their
    /// errors, for those of one year go together.
    fn spread(&self) -> Option<(f64, u32)> {
        let squares: f64 = self.of_rest.iter().map(|error| error * error).sum();
        let years = self.years.len() as f64;
        let deviation = (squares / self.of_rest.len() as f64).sqrt() * (1.0 + 1.0 / years).sqrt();
        (self.years.len() >= LEAST_YEARS && deviation > 0.0).then_some((deviation, self.years.len() as u32))
    }
}

/// The error of the projection of a complete year at the end of a period, in percent of the year; and the logarithm of its
/// rest over the projected one.
fn tested(vintage: &Vintage, calendar: &Calendar, period: Period) -> Option<(f64, f64)> {
    let year = cumulative::annual(vintage, period).value.ok()?;
    let rest = year.minus(cumulative::year_to_date(vintage, period).value.ok()?);
    let projected = Rest::at(vintage, calendar, period).projected().value.ok()?;
    let is_any = rest.signum() > 0 && year.signum() > 0;
    let (year, rest, projected) = (year.approximate(), rest.approximate(), projected.approximate());
    is_any.then(|| (100.0 * (projected - rest) / year, (rest / projected).ln()))
}

/// The sums of the year to the end of each period left; the last is `end`, rounded as it is.
fn path(
    vintage: &Vintage,
    calendar: &Calendar,
    period: Period,
    rest: &Rest,
    done: Ratio,
    end: Ratio,
) -> Vec<(Period, i64)> {
    let growth = rest.growth.value.map_or(1.0, Ratio::approximate);
    let mut sum = done.approximate();
    let mut path: Vec<(Period, i64)> = left(period)
        .map(|later| {
            sum += on_days_of(vintage, calendar, later).value.map_or(0.0, Ratio::approximate) * growth;
            (later, sum.round() as i64)
        })
        .collect();
    if let Some((last, end)) = path.last_mut().zip(i64::try_from(end.rounded(0)).ok()) {
        last.1 = end;
    }
    path
}

/// The periods of the year after `period`.
fn left(period: Period) -> impl Iterator<Item = Period> {
    Period::span(period.plus(1), period.last_of_year())
}

/// The value of a year before, for the working days of the period, in whole units.
fn on_days_of(vintage: &Vintage, calendar: &Calendar, period: Period) -> Measured {
    let before = period.year_ago();
    let share = days(calendar, period).with(days(calendar, before), over);
    Measured::of(vintage.reading(before)).with(share, |value, share| Ok(Ratio::whole(value.by(share).rounded(0))))
}

fn days(calendar: &Calendar, period: Period) -> Measured {
    let days = calendar.days(period, Window::Whole).map(|days| Measured::exact(days.days()));
    days.unwrap_or_else(|| Measured::undefined(Undefined::NoWorkingDays))
}

/// A percentage to six decimals.
fn percent(value: f64) -> Ratio {
    Ratio::new((value * 1e6).round() as i128, 1_000_000).unwrap_or(Ratio::whole(0))
}

fn over(a: Ratio, b: Ratio) -> Result<Ratio, Undefined> {
    a.checked_over(b).filter(|_| b.signum() > 0).ok_or(Undefined::NotMeaningful)
}
