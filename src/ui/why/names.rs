//! What numbers are called.

use crate::domain::{Dataset, Frequency};
use crate::indicators::formulas::RowFigure;
use crate::indicators::{Comparison, FigureId, Form, TargetFigure};
use crate::{say, word};

use super::super::format;
use super::super::lens_words::{in_sentence, on_base, the_base};
use super::super::scene::Scene;
use super::numbers::{Number, NumberId};
use super::terms;

/// `Growth of exports`; of a row, without the item or partner that all numbers of the list are of: `Growth`.
pub fn name(scene: &Scene<'_>, id: NumberId) -> String {
    match id {
        NumberId::Figure(id) => figure_name(scene.state.dataset(), scene.state.lens().comparison, id),
        NumberId::Target(_, figure) => of_target(figure).to_owned(),
        NumberId::Row(_, row) => of_row(row, scene.state.lens().per_day).to_owned(),
    }
}

/// What a figure of a dataset is called, beside this base.
pub fn figure_name(dataset: &Dataset, comparison: Comparison, id: FigureId) -> String {
    let item = dataset.focus_item.map(crate::domain::Member::Item);
    let focus = item.map_or_else(|| word!("figures.the-focus-item").to_owned(), |item| in_sentence(dataset, item));
    let annual = dataset.frequency == Frequency::Annual;
    let fixed = match id {
        FigureId::Exports => word!("figures.exports"),
        FigureId::Imports => word!("figures.imports"),
        FigureId::Balance => word!("figures.balance"),
        FigureId::ExportsYoy => word!("figures.exports-yoy"),
        FigureId::ImportsYoy => word!("figures.imports-yoy"),
        FigureId::ExportsMom if annual => word!("figures.exports-on-year"),
        FigureId::ImportsMom if annual => word!("figures.imports-on-year"),
        FigureId::ExportsMom => word!("figures.exports-mom"),
        FigureId::ImportsMom => word!("figures.imports-mom"),
        FigureId::BalanceChange => word!("figures.balance-change"),
        FigureId::CoverRatio => word!("figures.cover-ratio"),
        FigureId::WorkingDays => word!("figures.working-days"),
        FigureId::WorkingDaysYearAgo => {
            let base = the_base(comparison, dataset.frequency);
            return say!("figures.working-days-then", base = base);
        }
        FigureId::ExportsDailyAverage => word!("figures.exports-daily"),
        FigureId::ImportsDailyAverage => word!("figures.imports-daily"),
        FigureId::ExportsDailyAverageYoy => word!("figures.exports-daily-yoy"),
        FigureId::ExportsYtd => word!("figures.exports-ytd"),
        FigureId::ImportsYtd => word!("figures.imports-ytd"),
        FigureId::BalanceYtd => word!("figures.balance-ytd"),
        FigureId::ExportsYtdYoy => word!("figures.exports-ytd-yoy"),
        FigureId::ImportsYtdYoy => word!("figures.imports-ytd-yoy"),
        FigureId::Balance12m => word!("figures.balance-12m"),
        FigureId::FocusExports => return say!("figures.focus-exports", focus = focus),
        FigureId::FocusYoy => return say!("figures.focus-yoy", focus = focus),
        FigureId::FocusShare => return say!("figures.focus-share", focus = focus),
        FigureId::FocusShareChange => return say!("figures.focus-share-change", focus = focus),
        FigureId::FocusContribution => return say!("figures.focus-contribution", focus = focus),
        FigureId::ExFocus => return say!("figures.ex-focus", focus = focus),
        FigureId::ExFocusYoy => return say!("figures.ex-focus-yoy", focus = focus),
        FigureId::ExFocusDailyYoy => return say!("figures.ex-focus-daily-yoy", focus = focus),
    };
    fixed.to_owned()
}

fn of_target(figure: TargetFigure) -> &'static str {
    match figure {
        TargetFigure::Achieved => word!("figures.achieved"),
        TargetFigure::Done => word!("figures.done"),
        TargetFigure::Pace => word!("figures.pace"),
        TargetFigure::Gap => word!("figures.gap"),
        TargetFigure::Remaining => word!("figures.remaining"),
        TargetFigure::PerPeriod => word!("figures.per-period"),
        TargetFigure::PerDay => word!("figures.per-day"),
        TargetFigure::Growth => word!("figures.growth-needed"),
        TargetFigure::Projection => word!("figures.projection"),
    }
}

fn of_row(row: RowFigure, per_day: bool) -> &'static str {
    match row {
        RowFigure::Value => word!("figures.amount"),
        RowFigure::Growth => word!("figures.growth"),
        RowFigure::OtherGrowth if per_day => word!("figures.growth-total"),
        RowFigure::OtherGrowth => word!("figures.growth-daily"),
        RowFigure::Share => word!("figures.share"),
        RowFigure::ShareChange => word!("figures.share-change"),
        RowFigure::Contribution => word!("figures.contribution"),
        RowFigure::Imports => word!("figures.imports"),
        RowFigure::Balance => word!("figures.balance"),
    }
}

/// The name with what it is compared with: `Growth of exports on the year before`, `Ships: Growth on plan`.
pub fn name_on_base(scene: &Scene<'_>, number: &Number) -> String {
    let words = on_base_of(scene, number);
    match number.id {
        NumberId::Figure(_) => words,
        NumberId::Target(place, _) => {
            let target = &scene.deck().targets[place].target;
            let of = terms::series(scene.state.dataset(), target.key);
            say!("figures.of-target", words = words, of = of, year = target.year, date = format::date(target.announced))
        }
        NumberId::Row(member, _) => format!("{}: {words}", scene.state.dataset().member_name(member).here()),
    }
}

fn on_base_of(scene: &Scene<'_>, number: &Number) -> String {
    let base = number.derivation.terms.iter().find_map(|term| term.base);
    match base {
        Some(base) if number.derivation.form != Form::Value => {
            let words = on_base(base, scene.state.dataset().frequency);
            match base {
                Comparison::PeriodBefore => say!("figures.on-period-before", name = number.name, base = words),
                _ => say!("figures.on-base", name = number.name, base = words),
            }
        }
        _ => number.name.clone(),
    }
}
