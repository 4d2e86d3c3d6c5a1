//! How a computed number compares with a stated one.

use crate::domain::{Qualifier, Ratio, Stated};

use super::exact::Interval;

/// How the two compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Whatever the inputs were before they were rounded, the result rounds to the stated number.
    Reproduced,
    /// It does for some of what the inputs may have been.
    WithinRounding,
    /// It cannot have been. Computed less stated, from bound to bound.
    Off(Ratio),
}

impl Fit {
    /// True where the stated number can be right.
    pub const fn holds(self) -> bool {
        !matches!(self, Fit::Off(_))
    }
}

/// "About 50" may be off by so many percent: a convention of this program, said with every verdict on it.
const ABOUT_PERCENT: i128 = 5;

/// All numbers that may be stated as `stated`, given how it was said. "More than" and "less than" speak of
/// the size: a deficit of more than 5 is below -5.
pub fn stated_bounds(stated: &Stated, qualifier: Qualifier) -> Interval {
    bounds(stated.value, stated.step, qualifier)
}

/// The same where the zeros at the end only fill places: `20` for what lies between 15 and 25.
pub fn loose_bounds(stated: &Stated, qualifier: Qualifier) -> Option<Interval> {
    stated.loose_step().map(|step| bounds(stated.value, step, qualifier))
}

fn bounds(value: Ratio, step: Ratio, qualifier: Qualifier) -> Interval {
    let outwards = if value.signum() < 0 { step.negated() } else { step };
    match qualifier {
        Qualifier::Exact | Qualifier::Record | Qualifier::First => Interval::rounded(value, step),
        Qualifier::About => {
            let five_percent = Ratio::new(ABOUT_PERCENT, 50).map_or(step, |part| value.magnitude().by(part));
            Interval::rounded(value, step.max(five_percent))
        }
        Qualifier::MoreThan => Interval::between(value, value.plus(outwards)),
        Qualifier::LessThan | Qualifier::Nearly => Interval::between(value.minus(outwards), value),
    }
}

/// Compares what was computed with what was stated. One exact number must round to the stated one, halves away from
/// zero. Of bounds, the ends are only approached, so that those of `50.1` fit what may be stated as `50.1`.
pub fn compare(computed: &Interval, stated: &Stated, qualifier: Qualifier) -> Option<Fit> {
    let allowed = stated_bounds(stated, qualifier);
    let steps = |value: Ratio| value.checked_over(stated.step).map(|steps| steps.rounded(0));
    let is_reproduced = match qualifier {
        Qualifier::Exact | Qualifier::Record | Qualifier::First if computed.is_point() => {
            steps(computed.low)? == steps(stated.value)?
        }
        Qualifier::Exact | Qualifier::Record | Qualifier::First => allowed.covers(computed),
        Qualifier::MoreThan | Qualifier::LessThan => allowed.covers(computed) && !computed.contains(stated.value),
        Qualifier::About | Qualifier::Nearly => allowed.covers(computed),
    };
    Some(if is_reproduced {
        Fit::Reproduced
    } else if computed.overlaps(&allowed) && !computed.is_point() {
        Fit::WithinRounding
    } else {
        Fit::Off(computed.gap_to(&allowed)?)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StatedUnit;

    fn stated(printed: &str) -> Stated {
        Stated::parse(printed, "percent", StatedUnit::Percent).unwrap()
    }

    fn tenths(low: i128, high: i128) -> Interval {
        Interval { low: Ratio::new(low, 10).unwrap(), high: Ratio::new(high, 10).unwrap() }
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        let fit = |printed, low, high| compare(&tenths(low, high), &stated(printed), Qualifier::Exact).unwrap();
        assert_eq!(fit("5", 45, 54), Fit::Reproduced);
        assert_eq!(fit("5", 45, 55), Fit::Reproduced, "what rounds to 5");
        assert_eq!(fit("5", 44, 54), Fit::WithinRounding);
        assert_eq!(fit("5", 55, 65), Fit::Off(Ratio::whole(0)), "the end they share rounds to 6");
        assert_eq!(fit("5", 55, 55), Fit::Off(Ratio::whole(0)), "5.5 rounds to 6");
        assert_eq!(fit("-5", -54, -45), Fit::Reproduced);
        assert_eq!(fit("5", 70, 80), Fit::Off(Ratio::new(3, 2).unwrap()));
        assert_eq!(fit("5", 20, 30), Fit::Off(Ratio::new(-3, 2).unwrap()));
    }

    #[test]
    fn words_change_what_is_allowed() {
        let fit = |qualifier, low, high| compare(&tenths(low, high), &stated("50"), qualifier).unwrap();
        assert_eq!(fit(Qualifier::About, 480, 520), Fit::Reproduced);
        assert!(!fit(Qualifier::About, 470, 470).holds());
        assert_eq!(fit(Qualifier::MoreThan, 501, 509), Fit::Reproduced);
        assert!(!fit(Qualifier::MoreThan, 499, 499).holds());
        assert!(!fit(Qualifier::MoreThan, 530, 530).holds());
        assert_eq!(fit(Qualifier::Nearly, 492, 499), Fit::Reproduced);
        assert!(!fit(Qualifier::Nearly, 501, 501).holds());
        assert_eq!(fit(Qualifier::LessThan, 492, 499), Fit::Reproduced);
        let deficit = compare(&tenths(-505, -505), &stated("-50"), Qualifier::MoreThan).unwrap();
        assert_eq!(deficit, Fit::Reproduced, "a deficit of more than 50");
    }

    #[test]
    fn loose_zeros_allow_more() {
        assert_eq!(loose_bounds(&stated("20"), Qualifier::Exact), Some(tenths(150, 250)));
        assert_eq!(loose_bounds(&stated("39"), Qualifier::Exact), None);
    }
}
