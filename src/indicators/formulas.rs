//! The formula behind each figure, as `figure::DEFINITIONS` states it, through the lens of the deck.

use crate::domain::{Flow, Member, Period};

use super::FigureId;
use super::derivation::{Derivation, Form, Operand, Through};
use super::lens::{Comparison, Lens, Span};
use super::lensed::Lensed;

/// How figure `id` is worked out in `month`.
pub fn derivation(lensed: &Lensed, id: FigureId, month: Period) -> Derivation {
    use Operand::{AroundFocus, Balance, Days, Exports, Focus, Imports};
    let lens = lensed.lens();
    let through = |lens: Lens| Through { lensed, lens, month };
    let seen = || through(lens.clone());
    let on_previous = || through(lens.against(Comparison::PeriodBefore));
    let daily = || through(lens.daily());
    let to_date = || through(lens.over(Span::YearToDate));
    let to_date_on_year = || through(lens.over(Span::YearToDate).against(Comparison::YearAgo));
    match id {
        FigureId::Exports => seen().value(Exports),
        FigureId::Imports => seen().value(Imports),
        FigureId::Balance => seen().value(Balance),
        FigureId::ExportsYoy => seen().growth(Exports),
        FigureId::ImportsYoy => seen().growth(Imports),
        FigureId::ExportsMom => on_previous().growth(Exports),
        FigureId::ImportsMom => on_previous().growth(Imports),
        FigureId::BalanceChange => seen().change(Balance),
        FigureId::CoverRatio => seen().both(Form::Ratio, Exports, Imports),
        FigureId::WorkingDays => seen().value(Days),
        FigureId::WorkingDaysYearAgo => seen().base_of(Days),
        FigureId::ExportsDailyAverage => daily().value(Exports),
        FigureId::ImportsDailyAverage => daily().value(Imports),
        FigureId::ExportsDailyAverageYoy => daily().growth(Exports),
        FigureId::ExportsYtd => to_date().value(Exports),
        FigureId::ImportsYtd => to_date().value(Imports),
        FigureId::BalanceYtd => to_date().value(Balance),
        FigureId::ExportsYtdYoy => to_date_on_year().growth(Exports),
        FigureId::ImportsYtdYoy => to_date_on_year().growth(Imports),
        FigureId::Balance12m => through(lens.over(Span::OneYear)).value(Balance),
        FigureId::FocusExports => seen().value(Focus),
        FigureId::FocusYoy => seen().growth(Focus),
        FigureId::FocusShare => seen().both(Form::Share, Focus, AroundFocus),
        FigureId::FocusShareChange => seen().share_change(Focus, AroundFocus),
        FigureId::FocusContribution => seen().contribution(Focus, AroundFocus),
        FigureId::ExFocus => seen().both(Form::Rest, AroundFocus, Focus),
        FigureId::ExFocusYoy => seen().rest_growth(Focus, AroundFocus),
        FigureId::ExFocusDailyYoy => daily().rest_growth(Focus, AroundFocus),
    }
}

/// A number of one item or partner, as a league table shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowFigure {
    /// Amount.
    Value,
    /// Growth on the base.
    Growth,
    /// The same per working day; in total where the lens is per working day.
    OtherGrowth,
    /// Share of the total.
    Share,
    /// Change of the share.
    ShareChange,
    /// Contribution to the total's growth.
    Contribution,
    /// The imports beside the exports.
    Imports,
    /// The balance.
    Balance,
}

/// How a number of an item or partner is worked out. `flow` is that of the league; `keeps_lens` is false where
/// the league cannot leave out what the lens takes out.
pub fn row_derivation(
    lensed: &Lensed,
    (member, flow, keeps_lens): (Member, Flow, bool),
    row: RowFigure,
    month: Period,
) -> Derivation {
    let part = Operand::Part(member, flow);
    let whole = match (keeps_lens, flow) {
        (true, Flow::Import) => Operand::Imports,
        (true, _) => Operand::Exports,
        (false, flow) => Operand::Total(flow),
    };
    let seen = Through { lensed, lens: lensed.lens().clone(), month };
    match row {
        RowFigure::Value => seen.value(part),
        RowFigure::Growth => seen.growth(part),
        RowFigure::OtherGrowth => {
            let lens = lensed.lens().by_other_count();
            Through { lens, ..seen }.growth(part)
        }
        RowFigure::Share => seen.both(Form::Share, part, whole),
        RowFigure::ShareChange => seen.share_change(part, whole),
        RowFigure::Contribution => seen.contribution(part, whole),
        RowFigure::Imports => seen.value(Operand::Part(member, Flow::Import)),
        RowFigure::Balance => seen.value(Operand::Part(member, Flow::Balance)),
    }
}
