//! A dataset as it was known on a date. Nothing released later can be reached through it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Dataset, Flow, Observation, ObservationId, Period, Reading, Release, Series, SeriesKey, Vintage};

/// A dataset seen on the evening of `as_of`.
#[derive(Debug, Clone)]
pub struct View {
    dataset: Arc<Dataset>,
    as_of: NaiveDate,
    /// The date of the newest release of the dataset.
    newest: NaiveDate,
}

/// A step in the published history of one period's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revision {
    /// When it became known.
    pub release: Release,
    /// The value from then on.
    pub reading: Reading,
}

impl View {
    /// The dataset as known on `as_of`, or with everything it holds where `as_of` is `None`.
    pub fn new(dataset: Arc<Dataset>, as_of: Option<NaiveDate>) -> View {
        let newest = dataset.newest_release();
        View { dataset, as_of: as_of.unwrap_or(newest), newest }
    }

    /// The same dataset as known on another date.
    #[must_use]
    pub fn on(&self, as_of: NaiveDate) -> View {
        View { dataset: Arc::clone(&self.dataset), as_of, newest: self.newest }
    }

    /// The dataset behind the view. Its observations include later ones: read numbers through the view.
    pub fn dataset(&self) -> &Arc<Dataset> {
        &self.dataset
    }

    /// The date.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// True where nothing newer than the date is loaded.
    pub fn is_newest(&self) -> bool {
        self.as_of >= self.newest
    }

    /// A series as known on the date. A balance is that of the newest release which tells it:
    /// exports less imports of one release, or the printed balance. Vintages are not mixed.
    pub fn vintage(&self, key: SeriesKey) -> Vintage {
        match key.flow {
            Flow::Balance => self.balance(key),
            Flow::Export | Flow::Import => self.published(key),
        }
    }

    fn published(&self, key: SeriesKey) -> Vintage {
        let Some((series, Series { observations, .. })) = self.dataset.series(key) else {
            return Vintage::default();
        };
        let (first, last) = (observations[0].period, observations[observations.len() - 1].period);
        let mut readings = vec![None; (last.since(first) + 1) as usize];
        let mut first_row = 0;
        for observations in observations.chunk_by(|a, b| a.period == b.period) {
            let known = self.steps(Side { series, first_row, observations }).last();
            readings[observations[0].period.since(first) as usize] = known.map(|step| step.reading);
            first_row += observations.len() as u32;
        }
        Vintage::new(first, readings)
    }

    /// The values of one period, one after the other, as far as they were known on the date.
    /// A later print that is coarser than the one before and agrees with it confirms it and is no step.
    fn steps<'a>(&self, of_period: Side<'a>) -> impl Iterator<Item = Revision> + 'a {
        let as_of = self.as_of;
        let mut before: Option<Reading> = None;
        (0..of_period.observations.len()).filter_map(move |row| {
            let release = of_period.observations[row].release;
            let reading = of_period.reading(row);
            if !release.is_known_on(as_of) || before.is_some_and(|earlier| confirms(&reading, &earlier)) {
                return None;
            }
            before = Some(reading);
            Some(Revision { release, reading })
        })
    }

    /// All values that the series had for `period` up to the date, oldest first.
    pub fn revisions(&self, key: SeriesKey, period: Period) -> Vec<Revision> {
        match key.flow {
            Flow::Balance => self.balance_steps(self.sides(key), period),
            Flow::Export | Flow::Import => match self.dataset.series(key) {
                None => Vec::new(),
                Some((series, of)) => {
                    self.steps(Side { series, first_row: 0, observations: &of.observations }.of(period)).collect()
                }
            },
        }
    }

    fn balance(&self, key: SeriesKey) -> Vintage {
        let sides = self.sides(key);
        let observations = || sides.iter().flat_map(|side| side.observations);
        let first = observations().map(|observation| observation.period).min();
        let last = observations().map(|observation| observation.period).max();
        let (Some(first), Some(last)) = (first, last) else {
            return Vintage::default();
        };
        let known = |period| self.balance_steps(sides, period).last().map(|step| step.reading);
        Vintage::new(first, Period::span(first, last).map(known).collect())
    }

    /// Exports, imports and the printed balance that belong together.
    fn sides(&self, key: SeriesKey) -> [Side<'_>; 3] {
        [Flow::Export, Flow::Import, Flow::Balance].map(|flow| {
            let found = self.dataset.series(SeriesKey { flow, ..key });
            found.map_or(Side { series: 0, first_row: 0, observations: &[] }, |(series, of)| Side {
                series,
                first_row: 0,
                observations: &of.observations,
            })
        })
    }

    /// The balances of one period, one after the other. Each release counts for itself: exports less
    /// imports of that release, or its printed balance where that is finer or stands alone. A side that
    /// was released alone is set against the other side as known then.
    fn balance_steps(&self, sides: [Side<'_>; 3], period: Period) -> Vec<Revision> {
        let of_period = sides.map(|side| side.of(period));
        let observations = || of_period.iter().flat_map(|side| side.observations);
        let mut releases: Vec<Release> = observations()
            .map(|observation| observation.release)
            .filter(|release| release.is_known_on(self.as_of))
            .collect();
        releases.sort_unstable();
        releases.dedup_by_key(|release| release.date);
        let mut known: [Option<Reading>; 2] = [None; 2];
        let mut steps: Vec<Revision> = Vec::new();
        for release in releases {
            let [exports, imports, printed] = of_period.map(|side| side.at(release));
            let before = known;
            for (known, new) in known.iter_mut().zip([exports, imports]) {
                let confirmed = known.zip(new).is_some_and(|(old, new)| confirms(&new, &old));
                *known = if confirmed { *known } else { new.or(*known) };
            }
            let (exports, imports) = match (exports, imports) {
                (Some(_), Some(_)) => (exports, imports),
                (None, None) => (None, None),
                _ if before == known => (None, None),
                _ => (known[0], known[1]),
            };
            let difference = exports.zip(imports).map(|(exports, imports)| Reading::difference(&exports, &imports));
            let Some(reading) = finer(difference, printed) else { continue };
            let adds_nothing = |step: &Revision| step.reading == reading || confirms(&reading, &step.reading);
            if !steps.last().is_some_and(adds_nothing) {
                steps.push(Revision { release, reading });
            }
        }
        steps
    }
}

/// The observations of one series, or of one period of it.
#[derive(Clone, Copy)]
struct Side<'a> {
    series: u32,
    first_row: u32,
    observations: &'a [Observation],
}

impl<'a> Side<'a> {
    fn of(self, period: Period) -> Side<'a> {
        let start = self.observations.partition_point(|observation| observation.period < period);
        let length = self.observations[start..].partition_point(|observation| observation.period == period);
        Side {
            series: self.series,
            first_row: self.first_row + start as u32,
            observations: &self.observations[start..start + length],
        }
    }

    fn at(self, release: Release) -> Option<Reading> {
        let row = self.observations.iter().position(|observation| observation.release.date == release.date)?;
        Some(self.reading(row))
    }

    fn reading(self, row: usize) -> Reading {
        let observation = &self.observations[row];
        let id = ObservationId { series: self.series, row: self.first_row + row as u32 };
        Reading::published(observation.value, observation.rounding, observation.status, id)
    }
}

/// The printed balance where it is finer than the difference and says something else; else the difference.
fn finer(difference: Option<Reading>, printed: Option<Reading>) -> Option<Reading> {
    match (difference, printed) {
        (Some(difference), Some(printed))
            if printed.rounding < difference.rounding && printed.value != difference.value =>
        {
            Some(printed)
        }
        (Some(difference), _) => Some(difference),
        (None, printed) => printed,
    }
}

/// True where a later print is coarser than the earlier one and agrees with it.
fn confirms(later: &Reading, earlier: &Reading) -> bool {
    later.rounding > earlier.rounding && (later.value - earlier.value).abs() <= later.rounding / 2
}
