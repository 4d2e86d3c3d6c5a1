//! An item within the total: share, change of the share, contribution to growth, growth without it.

use crate::domain::{Calendar, Period, Vintage};

use super::{Measured, Undefined, daily_average, growth};

/// An item and the total that it is a part of, both on the same basis.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// The item.
    pub item: &'a Vintage,
    /// The total.
    pub total: &'a Vintage,
}

impl Part<'_> {
    fn item_at(&self, period: Period) -> Measured {
        Measured::of(self.item.reading(period))
    }

    fn total_at(&self, period: Period) -> Measured {
        Measured::of(self.total.reading(period))
    }

    /// `100 * item / total`, in percent.
    pub fn share(&self, period: Period) -> Measured {
        self.item_at(period).with(self.total_at(period), |item, total| {
            item.times(100).over(total).filter(|_| total.signum() > 0).ok_or(Undefined::NotMeaningful)
        })
    }

    /// Change of the share on the same period of the year before, in percentage points.
    pub fn share_change(&self, period: Period) -> Measured {
        self.share(period).minus(self.share(period.year_ago()))
    }

    /// `100 * (item - item a year ago) / total a year ago`, in percentage points: the part of the
    /// total's growth that the item accounts for.
    pub fn contribution(&self, period: Period) -> Measured {
        let before = period.year_ago();
        self.item_at(period).minus(self.item_at(before)).with(self.total_at(before), |change, total| {
            change.times(100).over(total).filter(|_| total.signum() > 0).ok_or(Undefined::NotMeaningful)
        })
    }

    /// `total - item`.
    pub fn rest(&self, period: Period) -> Measured {
        self.total_at(period).minus(self.item_at(period))
    }

    /// Growth of the total without the item on the same period of the year before. It is not the
    /// total's growth less the contribution.
    pub fn rest_year_on_year(&self, period: Period) -> Measured {
        growth::rate(self.rest(period), self.rest(period.year_ago()))
    }

    /// The same per working day.
    pub fn rest_daily_year_on_year(&self, calendar: &Calendar, period: Period) -> Measured {
        let per_day = |period| {
            let days = daily_average::working_days(calendar, period);
            self.rest(period).with(days, |rest, days| rest.over(days).ok_or(Undefined::NoWorkingDays))
        };
        growth::rate(per_day(period), per_day(period.year_ago()))
    }
}
