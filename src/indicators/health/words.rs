//! What people read about findings.

use crate::domain::{Dataset, Flow, ItemId, PartnerId, Said as _, SeriesKey, Window};
use crate::say;
use crate::word;
use crate::words::{Language, in_groups, language};

use super::{Check, Finding, Severity};

/// What a check is called.
pub fn name(check: Check) -> &'static str {
    match check {
        Check::BalanceIdentity => word!("health.name-balance-identity"),
        Check::PartExceedsTotal => word!("health.name-part-exceeds-total"),
        Check::PartsSum => word!("health.name-parts-sum"),
        Check::YearToDate => word!("health.name-year-to-date"),
        Check::Gap => word!("health.name-gap"),
        Check::DuplicateConflict => word!("health.name-duplicate-conflict"),
        Check::UnitScaleBreak => word!("health.name-unit-scale-break"),
        Check::Outlier => word!("health.name-outlier"),
        Check::Late => word!("health.name-late"),
        Check::StaleCopy => word!("health.name-stale-copy"),
        Check::FlashAboveMonth => word!("health.name-flash-above-month"),
        Check::NegativeFlow => word!("health.name-negative-flow"),
        Check::Forecast => word!("health.name-forecast"),
    }
}

/// One line: `2023-06 balance: -2.1 is not exports less imports, -3.1 (off by 1)`.
pub fn what(finding: &Finding, dataset: &Dataset) -> String {
    let series = series(finding.key, dataset);
    let span = match finding.last == finding.period {
        true => finding.period.said(),
        false => say!("health.span", first = finding.period.said(), last = finding.last.said()),
    };
    let grouped = |value: i64| in_groups(&value.to_string()).into_owned();
    let (found, expected) = (grouped(finding.found), grouped(finding.expected));
    let gap = grouped(finding.found - finding.expected);
    let detail = match finding.check {
        Check::BalanceIdentity => {
            say!("health.balance-identity", found = found, expected = expected, gap = gap)
        }
        Check::PartExceedsTotal => say!("health.part-exceeds-total", found = found, expected = expected),
        Check::PartsSum => say!("health.parts-sum", found = found, expected = expected, gap = gap),
        Check::YearToDate => {
            say!("health.year-to-date", found = found, expected = expected)
        }
        Check::Gap => word!("health.gap").to_owned(),
        Check::DuplicateConflict => say!("health.duplicate-conflict", found = found, expected = expected),
        Check::UnitScaleBreak => say!("health.unit-scale-break", found = found, expected = expected),
        Check::Outlier => {
            say!("health.outlier", found = found, expected = expected)
        }
        Check::Late => word!("health.late").to_owned(),
        Check::StaleCopy => say!("health.stale-copy", found = found),
        Check::FlashAboveMonth => {
            let is_first = finding.key.window == Window::First10;
            let longer = if is_first { word!("health.more-days") } else { word!("health.the-month") };
            say!("health.flash-above-month", found = found, longer = longer, expected = expected)
        }
        Check::NegativeFlow => say!("health.negative-flow", found = found, flow = plural(finding.key.flow)),
        Check::Forecast => say!("health.forecast", found = found),
    };
    format!("{span} {series}: {detail}")
}

/// A series in words; in English by its name for machines.
pub fn series(key: SeriesKey, dataset: &Dataset) -> String {
    if language() == Language::English {
        return dataset.series_name(key);
    }
    let member = match (key.item, key.partner) {
        (ItemId::TOTAL, PartnerId::WORLD) => "",
        (ItemId::TOTAL, partner) => dataset.partner(partner).name.here(),
        (item, _) => dataset.item(item).name.here(),
    };
    let flow = plural(key.flow);
    let days = match key.window {
        Window::Whole => String::new(),
        Window::YearToDate => word!("health.to-date").to_owned(),
        window => say!("health.days", days = window.code()),
    };
    [member, flow, &days].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What follows for the sentences.
pub fn consequence(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => word!("health.withheld"),
        Severity::Warning => word!("health.look-at"),
    }
}

fn plural(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("health.exports"),
        Flow::Import => word!("health.imports"),
        Flow::Balance => word!("health.a-balance"),
    }
}
