//! The observations that a formula rests on, each known within half of its last printed digit.

use std::collections::HashMap;

use crate::domain::view::Revision;
use crate::domain::{DayCount, Flow, ObsStatus, ObservationId, Period, Ratio, Release, SeriesKey, View};

use super::super::exact::{Form, Interval, Linear, Unbounded, Variable};
use super::Unknown;

/// The value of one series in one period, as known on the date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The series.
    pub key: SeriesKey,
    /// The period.
    pub period: Period,
    /// In whole units of the currency.
    pub value: i64,
    /// What it may have been before it was rounded.
    pub bounds: Interval,
    /// Settled, provisional …
    pub status: ObsStatus,
    /// When it became known.
    pub release: Release,
    /// The observations: itself, or exports and imports where it is a balance.
    pub observations: Vec<ObservationId>,
}

/// Working days of a part of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The period.
    pub period: Period,
    /// How many, and who counted.
    pub count: DayCount,
}

/// Everything that was read so far.
pub(super) struct Cells<'a> {
    pub view: &'a View,
    pub variables: Vec<Variable>,
    pub cells: Vec<Cell>,
    pub days: Vec<Days>,
    pub targets: Vec<usize>,
    known: HashMap<(SeriesKey, Period), Form>,
    observed: HashMap<ObservationId, usize>,
}

impl<'a> Cells<'a> {
    pub fn new(view: &'a View) -> Cells<'a> {
        Cells {
            view,
            variables: Vec::new(),
            cells: Vec::new(),
            days: Vec::new(),
            targets: Vec::new(),
            known: HashMap::new(),
            observed: HashMap::new(),
        }
    }

    /// The value of a series in a period.
    pub fn level(&mut self, key: SeriesKey, period: Period) -> Result<Form, Unknown> {
        if let Some(form) = self.known.get(&(key, period)) {
            return Ok(form.clone());
        }
        let Some(revision) = self.view.revisions(key, period).pop() else {
            return Err(if self.is_loaded(key) {
                Unknown::Missing(key, vec![period])
            } else {
                Unknown::NotLoaded(key)
            });
        };
        let observations = self.observations(key, period, &revision);
        let form = self.sum_of(&observations)?;
        self.cells.push(Cell {
            key,
            period,
            value: revision.reading.value,
            bounds: form.range(&self.variables)?,
            status: revision.reading.status,
            release: revision.release,
            observations,
        });
        self.known.insert((key, period), form.clone());
        Ok(form)
    }

    /// The observations behind a value. Where one release prints a balance finer than its exports and imports
    /// tell, the printed one.
    fn observations(&self, key: SeriesKey, period: Period, revision: &Revision) -> Vec<ObservationId> {
        let reading = &revision.reading;
        let printed = || {
            let (series, of) = self.view.dataset().series(key).filter(|_| key.flow == Flow::Balance)?;
            let row = of.observations.iter().position(|observation| {
                observation.period == period
                    && observation.release.date == revision.release.date
                    && observation.rounding < reading.rounding
                    && observation.value == reading.value
            })?;
            Some(ObservationId { series, row: row as u32 })
        };
        match reading.inputs() {
            [_, _] => printed().map_or_else(|| reading.inputs().to_vec(), |id| vec![id]),
            one => one.to_vec(),
        }
    }

    /// One observation, or exports less imports.
    fn sum_of(&mut self, observations: &[ObservationId]) -> Result<Form, Unbounded> {
        let mut sum = Linear::constant(Ratio::whole(0));
        for (place, id) in observations.iter().enumerate() {
            let sign = if place == 0 { 1 } else { -1 };
            sum = sum.plus(&Linear::variable(self.variable(*id)), Ratio::whole(sign))?;
        }
        Ok(Form::linear(sum))
    }

    fn variable(&mut self, id: ObservationId) -> usize {
        let observation = self.view.dataset().observation(id);
        let value = Ratio::whole(i128::from(observation.value));
        // Printed to the unit of the currency is exact: there are no smaller amounts.
        let bounds = match observation.rounding {
            0 | 1 => Interval::point(value),
            rounding => Interval::rounded(value, Ratio::whole(i128::from(rounding))),
        };
        let variables = &mut self.variables;
        *self.observed.entry(id).or_insert_with(|| {
            variables.push(Variable { value, bounds });
            variables.len() - 1
        })
    }

    fn is_loaded(&self, key: SeriesKey) -> bool {
        let dataset = self.view.dataset();
        let flows: &[Flow] = match key.flow {
            Flow::Balance => &[Flow::Export, Flow::Import, Flow::Balance],
            Flow::Export => &[Flow::Export],
            Flow::Import => &[Flow::Import],
        };
        flows.iter().any(|flow| dataset.series(SeriesKey { flow: *flow, ..key }).is_some())
    }

    /// A number known within bounds that is no observation.
    pub fn number(&mut self, value: Ratio, bounds: Interval) -> Form {
        self.variables.push(Variable { value, bounds });
        Form::linear(Linear::variable(self.variables.len() - 1))
    }

    /// The newest target for the year of a period that had been announced by the date.
    pub fn target(&mut self, key: SeriesKey, period: Period) -> Result<Form, Unknown> {
        let view = self.view;
        let targets = view.dataset().targets.iter().enumerate().filter(|(_, target)| {
            target.key == key
                && target.year == period.year()
                && target.announced <= view.as_of()
                && target.kind == crate::domain::TargetKind::Target
        });
        let (index, target) =
            targets.max_by_key(|(_, target)| target.announced).ok_or(Unknown::NoTarget(period.year()))?;
        self.targets.push(index);
        Ok(Form::constant(Ratio::whole(i128::from(target.value))))
    }

    /// Working days of a part of a period.
    pub fn working_days(&mut self, key: SeriesKey, period: Period) -> Result<Ratio, Unknown> {
        let count = self.view.dataset().calendar.days(period, key.window).ok_or(Unknown::NoWorkingDays(period))?;
        let days = Days { period, count };
        if !self.days.contains(&days) {
            self.days.push(days);
        }
        Ok(count.days())
    }
}
