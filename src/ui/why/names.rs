//! What numbers are called.

use crate::domain::Frequency;
use crate::indicators::formulas::RowFigure;
use crate::indicators::{Comparison, FigureId, Form, TargetFigure};

use super::super::format;
use super::super::lens_words::{in_sentence, on_base, the_base};
use super::super::scene::Scene;
use super::numbers::{Number, NumberId};
use super::terms;

/// `Growth of exports`; of a row, without the item or partner that all numbers of the list are of: `Growth`.
pub fn name(scene: &Scene<'_>, id: NumberId) -> String {
    match id {
        NumberId::Figure(id) => figure(scene, id),
        NumberId::Target(_, figure) => of_target(figure).to_owned(),
        NumberId::Row(_, row) => of_row(row, scene.state.lens().per_day).to_owned(),
    }
}

fn figure(scene: &Scene<'_>, id: FigureId) -> String {
    let item = scene.state.dataset().focus_item.map(crate::domain::Member::Item);
    let focus = item.map_or_else(|| "the focus item".to_owned(), |item| in_sentence(scene.state.dataset(), item));
    let annual = scene.state.dataset().frequency == Frequency::Annual;
    let fixed = match id {
        FigureId::Exports => "Exports",
        FigureId::Imports => "Imports",
        FigureId::Balance => "Balance",
        FigureId::ExportsYoy => "Growth of exports",
        FigureId::ImportsYoy => "Growth of imports",
        FigureId::ExportsMom if annual => "Growth of exports on the year before",
        FigureId::ImportsMom if annual => "Growth of imports on the year before",
        FigureId::ExportsMom => "Exports on the period before",
        FigureId::ImportsMom => "Imports on the period before",
        FigureId::BalanceChange => "Change of the balance",
        FigureId::CoverRatio => "Exports in percent of imports",
        FigureId::WorkingDays => "Working days",
        FigureId::WorkingDaysYearAgo => {
            return format!(
                "Working days, {}",
                the_base(scene.state.lens().comparison, scene.state.dataset().frequency)
            );
        }
        FigureId::ExportsDailyAverage => "Exports per working day",
        FigureId::ImportsDailyAverage => "Imports per working day",
        FigureId::ExportsDailyAverageYoy => "Growth of exports per day",
        FigureId::ExportsYtd => "Exports, year to date",
        FigureId::ImportsYtd => "Imports, year to date",
        FigureId::BalanceYtd => "Balance, year to date",
        FigureId::ExportsYtdYoy => "Growth of exports to date",
        FigureId::ImportsYtdYoy => "Growth of imports to date",
        FigureId::Balance12m => "Balance over a year",
        FigureId::FocusExports => return format!("Exports of {focus}"),
        FigureId::FocusYoy => return format!("Growth of {focus}"),
        FigureId::FocusShare => return format!("Share of {focus}"),
        FigureId::FocusShareChange => return format!("Change of share, {focus}"),
        FigureId::FocusContribution => return format!("Contribution of {focus}"),
        FigureId::ExFocus => return format!("Exports excl. {focus}"),
        FigureId::ExFocusYoy => return format!("Growth excl. {focus}"),
        FigureId::ExFocusDailyYoy => return format!("Growth per day excl. {focus}"),
    };
    fixed.to_owned()
}

const fn of_target(figure: TargetFigure) -> &'static str {
    match figure {
        TargetFigure::Achieved => "Part of the target done",
        TargetFigure::Done => "Done this year",
        TargetFigure::Pace => "Seasonal pace",
        TargetFigure::Gap => "Against the pace",
        TargetFigure::Remaining => "Left to do",
        TargetFigure::PerPeriod => "Needed each period",
        TargetFigure::PerDay => "Needed each working day",
        TargetFigure::Growth => "Growth needed",
    }
}

const fn of_row(row: RowFigure, per_day: bool) -> &'static str {
    match row {
        RowFigure::Value => "Amount",
        RowFigure::Growth => "Growth",
        RowFigure::OtherGrowth if per_day => "Growth in total",
        RowFigure::OtherGrowth => "Growth per day",
        RowFigure::Share => "Share",
        RowFigure::ShareChange => "Change of share",
        RowFigure::Contribution => "Contribution",
        RowFigure::Imports => "Imports",
        RowFigure::Balance => "Balance",
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
            format!("{words}: {of}, {}, announced {}", target.year, format::date(target.announced))
        }
        NumberId::Row(member, _) => format!("{}: {words}", scene.state.dataset().member_name(member).en),
    }
}

fn on_base_of(scene: &Scene<'_>, number: &Number) -> String {
    let base = number.derivation.terms.iter().find_map(|term| term.base);
    match base {
        Some(base) if number.derivation.form != Form::Value => {
            let words = on_base(base, scene.state.dataset().frequency);
            match base {
                Comparison::PeriodBefore => format!("{}: {words}, not seasonally adjusted", number.name),
                _ => format!("{} {words}", number.name),
            }
        }
        _ => number.name.clone(),
    }
}
