//! The figure: one number with everything that is known about it. Screen, sentence, report and
//! overlay all read the same figure.

use crate::domain::{Date, ObsStatus, ObservationId, Period, Ratio};

use super::{Measured, Undefined};

/// What kind of number a figure is, and so how it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Whole units of the currency.
    Money,
    /// A difference of two amounts of money: always shown with its sign.
    MoneyChange,
    /// A balance: shown with its sign.
    Balance,
    /// Units of the currency for each working day.
    MoneyPerDay,
    /// A rate of growth in percent.
    Growth,
    /// A part of a whole in percent.
    Share,
    /// Percentage points.
    Points,
    /// Days.
    Days,
}

/// The figures of a month, in the order in which reports list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the table below says what each is")]
pub enum FigureId {
    Exports,
    Imports,
    Balance,
    ExportsYoy,
    ImportsYoy,
    ExportsMom,
    ImportsMom,
    BalanceChange,
    CoverRatio,
    WorkingDays,
    WorkingDaysYearAgo,
    ExportsDailyAverage,
    ImportsDailyAverage,
    ExportsDailyAverageYoy,
    ExportsYtd,
    ImportsYtd,
    BalanceYtd,
    ExportsYtdYoy,
    ImportsYtdYoy,
    Balance12m,
    FocusExports,
    FocusYoy,
    FocusShare,
    FocusShareChange,
    FocusContribution,
    ExFocus,
    ExFocusYoy,
    ExFocusDailyYoy,
}

/// What is fixed about a figure: its name, its kind, how it is worked out.
#[derive(Debug, Clone, Copy)]
pub struct Definition {
    /// Which figure.
    pub id: FigureId,
    /// Name for machines. `{item}` stands for the focus item, `{one}` for its id without a final s.
    pub name: &'static str,
    /// How it is shown.
    pub quantity: Quantity,
    /// Decimals when shown; of money, in billions.
    pub decimals: u32,
    /// The formula in symbols: X exports, M imports, B balance, P the focus item, t the period, d working days.
    pub formula: &'static str,
}

const fn define(
    id: FigureId,
    name: &'static str,
    quantity: Quantity,
    decimals: u32,
    formula: &'static str,
) -> Definition {
    Definition { id, name, quantity, decimals, formula }
}

/// Every figure, in the order of [`FigureId`].
pub const DEFINITIONS: [Definition; 28] = {
    use FigureId as Id;
    use Quantity::*;
    [
        define(Id::Exports, "exports", Money, 1, "X[t]"),
        define(Id::Imports, "imports", Money, 1, "M[t]"),
        define(Id::Balance, "balance", Balance, 1, "B[t] = X[t] - M[t], or the balance published later"),
        define(Id::ExportsYoy, "exports_yoy", Growth, 1, "100 * (X[t] - X[t-12]) / X[t-12]"),
        define(Id::ImportsYoy, "imports_yoy", Growth, 1, "100 * (M[t] - M[t-12]) / M[t-12]"),
        define(Id::ExportsMom, "exports_mom", Growth, 1, "100 * (X[t] - X[t-1]) / X[t-1], not seasonally adjusted"),
        define(Id::ImportsMom, "imports_mom", Growth, 1, "100 * (M[t] - M[t-1]) / M[t-1], not seasonally adjusted"),
        define(Id::BalanceChange, "balance_change_yoy", MoneyChange, 1, "B[t] - B[t-12]"),
        define(Id::CoverRatio, "cover_ratio", Share, 1, "100 * X[t] / M[t]"),
        define(Id::WorkingDays, "working_days", Days, 1, "d[t]"),
        define(Id::WorkingDaysYearAgo, "working_days_year_ago", Days, 1, "d[t-12]"),
        define(Id::ExportsDailyAverage, "exports_daily_average", MoneyPerDay, 2, "X[t] / d[t]"),
        define(Id::ImportsDailyAverage, "imports_daily_average", MoneyPerDay, 2, "M[t] / d[t]"),
        define(
            Id::ExportsDailyAverageYoy,
            "exports_daily_average_yoy",
            Growth,
            1,
            "100 * (X[t]/d[t] - X[t-12]/d[t-12]) / (X[t-12]/d[t-12])",
        ),
        define(Id::ExportsYtd, "exports_ytd", Money, 2, "sum of X from January to t"),
        define(Id::ImportsYtd, "imports_ytd", Money, 2, "sum of M from January to t"),
        define(Id::BalanceYtd, "balance_ytd", Balance, 2, "sum of B from January to t"),
        define(
            Id::ExportsYtdYoy,
            "exports_ytd_yoy",
            Growth,
            1,
            "growth of the sum of X from January to t on the same months a year before",
        ),
        define(
            Id::ImportsYtdYoy,
            "imports_ytd_yoy",
            Growth,
            1,
            "growth of the sum of M from January to t on the same months a year before",
        ),
        define(Id::Balance12m, "balance_12m", Balance, 2, "sum of B over the 12 months to t"),
        define(Id::FocusExports, "{one}_exports", Money, 2, "P[t]"),
        define(Id::FocusYoy, "{one}_yoy", Growth, 1, "100 * (P[t] - P[t-12]) / P[t-12]"),
        define(Id::FocusShare, "{one}_share", Share, 1, "100 * P[t] / X[t]"),
        define(Id::FocusShareChange, "{one}_share_change", Points, 1, "100 * (P[t] / X[t] - P[t-12] / X[t-12])"),
        define(Id::FocusContribution, "{one}_contribution", Points, 1, "100 * (P[t] - P[t-12]) / X[t-12]"),
        define(Id::ExFocus, "exports_ex_{item}", Money, 1, "X[t] - P[t]"),
        define(Id::ExFocusYoy, "exports_ex_{item}_yoy", Growth, 1, "growth of X - P on the same month a year before"),
        define(
            Id::ExFocusDailyYoy,
            "exports_ex_{item}_daily_average_yoy",
            Growth,
            1,
            "growth of (X - P) / d on the same month a year before",
        ),
    ]
};

impl FigureId {
    /// Name, kind and formula.
    pub fn definition(self) -> &'static Definition {
        &DEFINITIONS[self as usize]
    }

    /// The name for machines, with the focus item put in.
    pub fn name(self, focus_item: &str) -> String {
        let one = focus_item.strip_suffix('s').unwrap_or(focus_item);
        self.definition().name.replace("{item}", focus_item).replace("{one}", one)
    }
}

/// A number and where it comes from.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Which one.
    pub id: FigureId,
    /// The period it is of.
    pub period: Period,
    /// Exact; or why there is none.
    pub value: Result<Ratio, Undefined>,
    /// The least firm status of its inputs.
    pub status: ObsStatus,
    /// The date as of which it holds.
    pub as_of: Date,
    /// The observations it was worked out from, in the order of the formula.
    pub inputs: Vec<ObservationId>,
}

impl Figure {
    /// A figure from what was measured.
    pub fn new(id: FigureId, period: Period, as_of: Date, measured: Measured) -> Figure {
        let Measured { value, status, inputs } = measured;
        Figure { id, period, value, status, as_of, inputs }
    }

    /// How it is shown.
    pub fn quantity(&self) -> Quantity {
        self.id.definition().quantity
    }

    /// -1, 0 or 1; 0 where undefined.
    pub fn signum(&self) -> i32 {
        self.value.map_or(0, Ratio::signum)
    }

    /// True where there is a number.
    pub fn is_known(&self) -> bool {
        self.value.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_stand_in_the_order_of_the_ids() {
        for (index, definition) in DEFINITIONS.iter().enumerate() {
            assert_eq!(definition.id as usize, index, "{}", definition.name);
        }
    }

    #[test]
    fn names_follow_the_focus_item() {
        assert_eq!(FigureId::FocusShare.name("semiconductors"), "semiconductor_share");
        assert_eq!(FigureId::ExFocusYoy.name("semiconductors"), "exports_ex_semiconductors_yoy");
        assert_eq!(FigureId::FocusYoy.name("steel"), "steel_yoy");
    }
}
