//! What people read about findings, in English. Another language is another file like this one.

use crate::domain::{Dataset, Flow, Window};

use super::{Check, Finding, Severity};

/// What a check is called.
pub const fn name(check: Check) -> &'static str {
    match check {
        Check::BalanceIdentity => "balance is not exports less imports",
        Check::PartExceedsTotal => "part larger than total",
        Check::PartsSum => "parts do not add up",
        Check::YearToDate => "year to date is not the sum of its months",
        Check::Gap => "missing period",
        Check::DuplicateConflict => "two numbers in one release",
        Check::UnitScaleBreak => "unit looks wrong",
        Check::Outlier => "unusual growth",
        Check::Late => "late",
        Check::StaleCopy => "same as the month before",
        Check::FlashAboveMonth => "days above month",
        Check::NegativeFlow => "below zero",
        Check::Forecast => "forecast",
    }
}

/// One line: `2023-06 balance: -2.1 is not exports less imports, -3.1 (off by 1)`.
pub fn what(finding: &Finding, dataset: &Dataset) -> String {
    let series = dataset.series_name(finding.key);
    let span = match finding.last == finding.period {
        true => finding.period.to_string(),
        false => format!("{} to {}", finding.period, finding.last),
    };
    let (found, expected) = (grouped(finding.found), grouped(finding.expected));
    let gap = grouped(finding.found - finding.expected);
    let detail = match finding.check {
        Check::BalanceIdentity => {
            format!("{found} printed, exports less imports of the same release are {expected}: off by {gap}")
        }
        Check::PartExceedsTotal => format!("{found}, more than the total, {expected}"),
        Check::PartsSum => format!("parts add up to {found}, the total is {expected}: off by {gap}"),
        Check::YearToDate => {
            format!("{found} printed, the months known then add up to {expected}: a month was revised")
        }
        Check::Gap => "missing between periods that are known".to_owned(),
        Check::DuplicateConflict => format!("{found} and {expected} in the same release"),
        Check::UnitScaleBreak => format!("{found}, a power of ten from the usual {expected}: another unit?"),
        Check::Outlier => {
            format!("{found} against {expected} a year before: growth far from that of the months before")
        }
        Check::Late => "due and not there".to_owned(),
        Check::StaleCopy => format!("{found}, the same to the last digit as the period before"),
        Check::FlashAboveMonth => {
            let longer = if finding.key.window == Window::First10 { "more days" } else { "the month" };
            format!("{found}, more than {longer}, {expected}")
        }
        Check::NegativeFlow => format!("{found}: {} below zero", plural(finding.key.flow)),
        Check::Forecast => format!("{found} is a forecast, not an observation"),
    };
    format!("{span} {series}: {detail}")
}

/// What follows for the sentences.
pub const fn consequence(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "what rests on it is withheld",
        Severity::Warning => "to be looked at",
    }
}

const fn plural(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => "exports",
        Flow::Import => "imports",
        Flow::Balance => "a balance",
    }
}

/// Digits in groups of three: `-7,068,989,000`.
fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if value < 0 { format!("-{text}") } else { text }
}
