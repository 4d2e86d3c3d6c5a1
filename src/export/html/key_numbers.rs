//! The numbers of the month that stand in front, large: each with what it is compared with.

use crate::indicators::FigureId;

use super::super::report::Report;
use super::escaped;
use crate::ui::format::with_minus;

/// A number and the change that stands below it.
const KEY_NUMBERS: [(FigureId, FigureId); 4] = [
    (FigureId::Exports, FigureId::ExportsYoy),
    (FigureId::Imports, FigureId::ImportsYoy),
    (FigureId::Balance, FigureId::BalanceChange),
    (FigureId::FocusShare, FigureId::FocusShareChange),
];

/// Those that are known; nothing where a report is about one panel.
pub(super) fn write(report: &Report) -> String {
    let find = |id: FigureId| {
        let found = report.figures.iter().find(|entry| entry.figure == id);
        found.filter(|entry| entry.undefined.is_none() && !entry.is_withheld && report.shows_all())
    };
    let noted = |text: &str| escaped(&with_minus(text, report.minus));
    let one = |(number, change): (FigureId, FigureId)| {
        let number = find(number)?;
        let change =
            find(change).map(|change| format!("<dd>{}: {}</dd>", escaped(&change.name), noted(&change.shown())));
        let (name, change) = (escaped(&number.name), change.unwrap_or_default());
        let (shown, unit) = (noted(&number.display), escaped(&number.display_unit));
        Some(format!("<div><dt>{name}</dt><dd class=\"key\">{shown} <small>{unit}</small></dd>{change}</div>\n"))
    };
    let numbers: String = KEY_NUMBERS.into_iter().filter_map(one).collect();
    if numbers.is_empty() { numbers } else { format!("<dl>\n{numbers}</dl>\n") }
}
