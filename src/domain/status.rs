//! Observation status, after the SDMX code list CL_OBS_STATUS.

use crate::word;

/// How firm an observation is. A revision is not a status: it is a later release of the same period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObsStatus {
    /// `A`: settled.
    Normal,
    /// `B`: the series breaks here.
    Break,
    /// `P`: provisional; will be revised.
    Provisional,
    /// `E`: estimated, for example worked out from a published rate of growth.
    Estimated,
    /// `F`: forecast (SDMX's meaning; never "final").
    Forecast,
}

impl ObsStatus {
    /// Reads an SDMX code; an empty cell means settled.
    pub fn parse(code: &str) -> Option<ObsStatus> {
        match code {
            "" | "A" => Some(ObsStatus::Normal),
            "P" => Some(ObsStatus::Provisional),
            "E" => Some(ObsStatus::Estimated),
            "F" => Some(ObsStatus::Forecast),
            "B" => Some(ObsStatus::Break),
            _ => None,
        }
    }

    /// True where the value is still to be revised or replaced.
    pub const fn is_open(self) -> bool {
        !matches!(self, ObsStatus::Normal | ObsStatus::Break)
    }

    /// The SDMX code.
    pub const fn code(self) -> &'static str {
        match self {
            ObsStatus::Normal => "A",
            ObsStatus::Provisional => "P",
            ObsStatus::Estimated => "E",
            ObsStatus::Forecast => "F",
            ObsStatus::Break => "B",
        }
    }

    /// The word shown to people.
    pub fn word(self) -> &'static str {
        match self {
            ObsStatus::Normal => word!("status.settled"),
            ObsStatus::Provisional => word!("status.provisional"),
            ObsStatus::Estimated => word!("status.estimated"),
            ObsStatus::Forecast => word!("status.forecast"),
            ObsStatus::Break => word!("status.break"),
        }
    }
}
