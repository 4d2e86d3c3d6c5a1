//! An item within the total: share, change of the share, contribution to growth, growth without it.

use crate::domain::{Period, Vintage};

use super::{Measured, Undefined, growth};

/// A part and the whole that it belongs to, now and on the base of the comparison, all on the same basis.
#[derive(Debug, Clone)]
pub struct Part {
    /// The part.
    pub item: Measured,
    /// The part on the base.
    pub item_base: Measured,
    /// The whole.
    pub total: Measured,
    /// The whole on the base.
    pub total_base: Measured,
}

impl Part {
    /// An item in `period` on the same period of the year before, as published.
    pub fn at(item: &Vintage, total: &Vintage, period: Period) -> Part {
        let of = |vintage: &Vintage, period| Measured::of(vintage.reading(period));
        let before = period.year_ago();
        Part {
            item: of(item, period),
            item_base: of(item, before),
            total: of(total, period),
            total_base: of(total, before),
        }
    }

    /// `100 * item / total`, in percent.
    pub fn share(&self) -> Measured {
        share(&self.item, &self.total)
    }

    /// Change of the share on the base, in percentage points.
    pub fn share_change(&self) -> Measured {
        self.share().minus(share(&self.item_base, &self.total_base))
    }

    /// `100 * (item - item on the base) / total on the base`, in percentage points: the part of the
    /// total's growth that the item accounts for.
    pub fn contribution(&self) -> Measured {
        let change = self.item.clone().minus(self.item_base.clone());
        share(&change, &self.total_base)
    }

    /// `total - item`.
    pub fn rest(&self) -> Measured {
        self.total.clone().minus(self.item.clone())
    }

    /// Growth of the total without the item on the base. It is not the total's growth less the contribution.
    pub fn rest_growth(&self) -> Measured {
        growth::rate(self.rest(), self.total_base.clone().minus(self.item_base.clone()))
    }
}

/// `100 * part / whole`, where the whole is above zero.
pub fn share(part: &Measured, whole: &Measured) -> Measured {
    part.clone().with(whole.clone(), |part, whole| {
        part.times(100).over(whole).filter(|_| whole.signum() > 0).ok_or(Undefined::NotMeaningful)
    })
}
