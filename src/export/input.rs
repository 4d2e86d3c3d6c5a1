//! An observation as a report lists it among the inputs of a number.

use serde::Serialize;

use crate::domain::{Dataset, ObservationId};

/// One observation.
#[derive(Debug, Serialize)]
pub(super) struct Input {
    pub(super) series: String,
    period: String,
    value: i64,
    unit: String,
    rounding: i64,
    status: &'static str,
    pub(super) released: Option<String>,
    released_is_presumed: bool,
    pub(super) source: Option<String>,
}

impl Input {
    /// The observation behind an id.
    pub(super) fn of(dataset: &Dataset, id: ObservationId) -> Input {
        let observation = dataset.observation(id);
        Input {
            series: dataset.series_name(dataset.key_of(id)),
            period: observation.period.to_string(),
            value: observation.value,
            unit: dataset.currency.clone(),
            rounding: observation.rounding,
            status: observation.status.keyword(),
            released: observation.release.date.map(|date| date.to_string()),
            released_is_presumed: observation.release.presumed,
            source: observation.source.map(|source| dataset.source(source).id.clone()),
        }
    }
}

/// Release date and source of the newest of some inputs.
pub(super) fn newest(inputs: &[Input]) -> Option<(&str, &str)> {
    let dated =
        inputs.iter().filter_map(|input| Some((input.released.as_deref()?, input.source.as_deref().unwrap_or("-"))));
    dated.max_by_key(|(released, _)| *released)
}
