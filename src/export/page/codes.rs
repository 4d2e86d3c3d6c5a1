//! What people read for the codes that machines read.

use crate::word;

/// How firm a number is.
pub(in crate::export) fn status(code: &str) -> &str {
    match code {
        "settled" => word!("report.status-settled"),
        "provisional" => word!("report.status-provisional"),
        "estimated" => word!("report.status-estimated"),
        "forecast" => word!("report.status-forecast"),
        "series break" => word!("report.status-series-break"),
        "undefined" => word!("report.status-undefined"),
        other => other,
    }
}

/// A column of the leagues.
pub(super) fn measure(code: &'static str) -> &'static str {
    match code {
        "value" => word!("report.measure-value"),
        "growth" => word!("report.measure-growth"),
        "growth_in_total" => word!("report.measure-growth-in-total"),
        "growth_per_working_day" => word!("report.measure-growth-per-working-day"),
        "share" => word!("report.measure-share"),
        "share_change" => word!("report.measure-share-change"),
        "contribution" => word!("report.measure-contribution"),
        "imports" => word!("report.measure-imports"),
        "balance" => word!("report.measure-balance"),
        other => other,
    }
}

/// A kind of run.
pub(super) fn run(code: &'static str) -> &'static str {
    match code {
        "deficit" => word!("report.run-deficit"),
        "surplus" => word!("report.run-surplus"),
        "export_decline" => word!("report.run-export-decline"),
        "export_rise" => word!("report.run-export-rise"),
        other => other,
    }
}

/// A flow, as a league is of one.
pub(in crate::export) fn flow(code: &str) -> &str {
    match code {
        "export" => word!("report.flow-export"),
        "import" => word!("report.flow-import"),
        other => other,
    }
}

/// How grave a finding is.
pub(in crate::export) fn severity(code: &'static str) -> &'static str {
    match code {
        "error" => word!("report.severity-error"),
        "warning" => word!("report.severity-warning"),
        "note" => word!("report.severity-note"),
        other => other,
    }
}

/// Where a measure stands; a dataset may have words of its own.
pub(super) fn step(code: &str) -> String {
    let known = match code {
        "announced" => word!("report.step-announced"),
        "in_force" => word!("report.step-in-force"),
        "passed" => word!("report.step-passed"),
        "planned" => word!("report.step-planned"),
        "requested" => word!("report.step-requested"),
        "review" => word!("report.step-review"),
        "stalled" => word!("report.step-stalled"),
        "submitted" => word!("report.step-submitted"),
        other => return other.replace('_', " "),
    };
    known.to_owned()
}
