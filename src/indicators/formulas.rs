//! The formula behind each figure, as `figure::DEFINITIONS` states it, through the lens of the deck.

use crate::domain::Period;

use super::lens::{Comparison, Lens, Net, Span};
use super::lensed::Lensed;
use super::share::Part;
use super::{FigureId, Measured, Undefined};

/// What figure `id` is in `month`.
pub(super) fn measured(lensed: &Lensed, id: FigureId, month: Period) -> Measured {
    let (lens, exports, imports, balance) = (lensed.lens(), lensed.exports(), lensed.imports(), lensed.balance());
    let through = |lens: &Lens| Through { lensed, lens: lens.clone(), month };
    let seen = through(lens);
    match id {
        FigureId::Exports => seen.value(exports),
        FigureId::Imports => seen.value(imports),
        FigureId::Balance => seen.value(balance),
        FigureId::ExportsYoy => lensed.growth(exports, month),
        FigureId::ImportsYoy => seen.growth(imports),
        FigureId::ExportsMom => through(&lens.against(Comparison::PeriodBefore)).growth(exports),
        FigureId::ImportsMom => through(&lens.against(Comparison::PeriodBefore)).growth(imports),
        FigureId::BalanceChange => lens.change(balance, lensed.calendar(), month),
        FigureId::CoverRatio => seen.value(exports).with(seen.value(imports), |exports, imports| {
            exports.times(100).over(imports).ok_or(Undefined::NotMeaningful)
        }),
        FigureId::WorkingDays => lens.days(lensed.calendar(), month),
        FigureId::WorkingDaysYearAgo => lens.base_of(|at| lens.days(lensed.calendar(), at), month),
        FigureId::ExportsDailyAverage => through(&lens.daily()).value(exports),
        FigureId::ImportsDailyAverage => through(&lens.daily()).value(imports),
        FigureId::ExportsDailyAverageYoy => through(&lens.daily()).growth(exports),
        FigureId::ExportsYtd => through(&lens.over(Span::YearToDate)).value(exports),
        FigureId::ImportsYtd => through(&lens.over(Span::YearToDate)).value(imports),
        FigureId::BalanceYtd => through(&lens.over(Span::YearToDate)).value(balance),
        FigureId::ExportsYtdYoy => through(&lens.over(Span::YearToDate)).year_on_year(exports),
        FigureId::ImportsYtdYoy => through(&lens.over(Span::YearToDate)).year_on_year(imports),
        FigureId::Balance12m => through(&lens.over(Span::OneYear)).value(balance),
        FigureId::FocusExports => seen.of_focus(|| seen.value(lensed.focus())),
        FigureId::FocusYoy => seen.of_focus(|| seen.growth(lensed.focus())),
        FigureId::FocusShare => seen.of_focus(|| seen.focus_part().share()),
        FigureId::FocusShareChange => seen.of_focus(|| seen.focus_part().share_change()),
        FigureId::FocusContribution => seen.of_focus(|| seen.focus_part().contribution()),
        FigureId::ExFocus => seen.of_focus(|| seen.focus_part().rest()),
        FigureId::ExFocusYoy => seen.of_focus(|| seen.focus_part().rest_growth()),
        FigureId::ExFocusDailyYoy => {
            let daily = through(&lens.daily());
            daily.of_focus(|| daily.focus_part().rest_growth())
        }
    }
}

/// One month through a lens that may differ from the deck's.
struct Through<'a> {
    lensed: &'a Lensed,
    lens: Lens,
    month: Period,
}

impl Through<'_> {
    fn value(&self, series: Net<'_>) -> Measured {
        self.lens.value(series, self.lensed.calendar(), self.month)
    }

    fn growth(&self, series: Net<'_>) -> Measured {
        self.lens.growth(series, self.lensed.plan_of(series), self.lensed.calendar(), self.month)
    }

    fn year_on_year(&self, series: Net<'_>) -> Measured {
        self.lens.against(Comparison::YearAgo).growth(series, None, self.lensed.calendar(), self.month)
    }

    fn base(&self, series: Net<'_>) -> Measured {
        self.lens.base(series, self.lensed.plan_of(series), self.lensed.calendar(), self.month)
    }

    fn focus_part(&self) -> Part {
        let (item, total) = (self.lensed.focus(), self.lensed.around_focus());
        Part {
            item: self.value(item),
            item_base: self.base(item),
            total: self.value(total),
            total_base: self.base(total),
        }
    }

    fn of_focus(&self, measure: impl FnOnce() -> Measured) -> Measured {
        match self.lensed.focus().whole.first() {
            Some(_) => measure(),
            None => Measured::undefined(Undefined::NotLoaded),
        }
    }
}
