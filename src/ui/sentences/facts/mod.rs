//! What each sentence tells: which facts the figures bear out, whatever the language. A language only words them.

pub(super) mod balance;
pub(super) mod focus;
pub(super) mod headline;
pub(super) mod league;
pub(super) mod member;
pub(super) mod streaks;
pub(super) mod targets;

use crate::domain::Flow;
use crate::indicators::{FigureId, RunKind};

use super::Wording;

/// Below this many values nothing is called the highest.
pub(super) const LEAST_HISTORY: u32 = 24;

/// The kind of run that ends where one of this kind begins.
pub(super) fn opposite(kind: RunKind) -> RunKind {
    match kind {
        RunKind::Surplus => RunKind::Deficit,
        RunKind::Deficit => RunKind::Surplus,
        RunKind::ExportDecline => RunKind::ExportRise,
        RunKind::ExportRise => RunKind::ExportDecline,
    }
}

/// Why there is no balance.
pub(super) enum Missing {
    /// The dataset has no imports at all.
    ImportsNotLoaded,
    /// The dataset has no exports at all.
    ExportsNotLoaded,
    /// Those of the month are not known yet.
    Imports,
    /// Those of the month are not known yet.
    Exports,
    /// Nothing is known of the month yet.
    Both,
}

pub(super) fn missing(wording: &Wording<'_>) -> Missing {
    match (wording.figure(FigureId::Exports).is_known(), wording.figure(FigureId::Imports).is_known()) {
        (true, false) if !wording.dataset.has_total(Flow::Import) => Missing::ImportsNotLoaded,
        (true, false) => Missing::Imports,
        (false, true) if !wording.dataset.has_total(Flow::Export) => Missing::ExportsNotLoaded,
        (false, true) => Missing::Exports,
        _ => Missing::Both,
    }
}
