//! A claim made from a figure: what somebody would write who states it as it is shown.

use crate::domain::{Dataset, Date, Period};
use crate::indicators::{Figure, FigureId, Quantity};

use super::words;

/// The figure in the language of claims; `None` for counts of days, which nobody claims. The figures that a lens does
/// not change.
pub fn indicator(id: FigureId, dataset: &Dataset) -> Option<String> {
    let item = dataset.focus_item.map(|item| dataset.item(item).id.as_str());
    let formula = match id {
        FigureId::Exports => "export",
        FigureId::Imports => "import",
        FigureId::Balance => "balance",
        FigureId::ExportsYoy => "growth(export)",
        FigureId::ImportsYoy => "growth(import)",
        FigureId::ExportsMom => "growth_on_previous(export)",
        FigureId::ImportsMom => "growth_on_previous(import)",
        FigureId::BalanceChange => "balance - year_ago(balance)",
        FigureId::CoverRatio => "share(export, import)",
        FigureId::ExportsDailyAverage => "per_day(export)",
        FigureId::ImportsDailyAverage => "per_day(import)",
        FigureId::ExportsDailyAverageYoy => "growth(per_day(export))",
        FigureId::ExportsYtd => "ytd(export)",
        FigureId::ImportsYtd => "ytd(import)",
        FigureId::BalanceYtd => "ytd(balance)",
        FigureId::ExportsYtdYoy => "growth(ytd(export))",
        FigureId::ImportsYtdYoy => "growth(ytd(import))",
        FigureId::Balance12m => "last(12, balance)",
        FigureId::FocusExports => "export[ITEM]",
        FigureId::FocusYoy => "growth(export[ITEM])",
        FigureId::FocusShare => "share(export[ITEM], export)",
        FigureId::FocusShareChange => "share(export[ITEM], export) - year_ago(share(export[ITEM], export))",
        FigureId::FocusContribution => "share(export[ITEM] - year_ago(export[ITEM]), year_ago(export))",
        FigureId::ExFocus => "export - export[ITEM]",
        FigureId::ExFocusYoy => "growth(export - export[ITEM])",
        FigureId::ExFocusDailyYoy => "growth(per_day(export - export[ITEM]))",
        _ => return None,
    };
    match (formula.contains("ITEM"), item) {
        (true, None) => None,
        (_, item) => Some(formula.replace("ITEM", item.unwrap_or(""))),
    }
}

/// A `[[claims]]` table that states a figure as it is shown: to be appended to a file of claims. `None` where the
/// figure is not known, or cannot be claimed.
pub fn draft(figure: &Figure, dataset: &Dataset, id: &str, said: Date) -> Option<String> {
    let definition = figure.id.definition();
    let value = figure.value.ok()?;
    let (scale, unit) = match definition.quantity {
        Quantity::Money | Quantity::MoneyChange | Quantity::Balance | Quantity::MoneyPerDay => {
            (1_000_000_000, format!("{} billion", dataset.currency))
        }
        Quantity::Growth | Quantity::Share => (1, "percent".to_owned()),
        Quantity::Points => (1, "points".to_owned()),
        Quantity::Days => return None,
    };
    let shown = words::number(value.checked_over(crate::domain::Ratio::whole(scale))?, definition.decimals);
    let indicator = indicator(figure.id, dataset)?;
    Some(table(id, said, figure.period, &shown, &unit, &indicator))
}

fn table(id: &str, said: Date, period: Period, stated: &str, unit: &str, indicator: &str) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    format!(
        "[[claims]]\nid = {}\nsaid = {said}\nstatement = \"\"\nstated = {}\nunit = {}\nindicator = {}\nperiod = \"{period}\"\n",
        quoted(id),
        quoted(stated),
        quoted(unit),
        quoted(indicator),
    )
}
