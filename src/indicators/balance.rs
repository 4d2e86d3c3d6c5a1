//! How exports and imports compare.

use crate::domain::{Period, Vintage};

use super::{Measured, Undefined};

/// `100 * exports / imports`; above 100 is a surplus.
pub fn cover_ratio(exports: &Vintage, imports: &Vintage, period: Period) -> Measured {
    let imports = Measured::of(imports.reading(period));
    Measured::of(exports.reading(period))
        .with(imports, |exports, imports| exports.times(100).over(imports).ok_or(Undefined::NotMeaningful))
}

/// `100 * (exports - imports) / (exports + imports)`, between -100 and 100.
pub fn normalised(exports: &Vintage, imports: &Vintage, period: Period) -> Measured {
    let imports = Measured::of(imports.reading(period));
    Measured::of(exports.reading(period)).with(imports, |exports, imports| {
        exports.minus(imports).times(100).over(exports.plus(imports)).ok_or(Undefined::NotMeaningful)
    })
}
