//! Everything that is shown or reported of one month as known on one date, worked out once.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::domain::{Date, Flow, ItemId, Period, SeriesKey, Target, TargetKind, View, Vintage};

use super::derivation::Derivation;
use super::figure::DEFINITIONS;
use super::formulas;
use super::league::{League, LeagueOf, league};
use super::lens::{Lens, Span};
use super::lensed::{Lensed, Vintages, newest_for_each};
use super::{Attainment, Figure, FigureId, Health, Projection, Record, Streaks, attainment, projection, record};

/// The standings of the month's values in their series.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Of exports.
    pub exports: Option<Record>,
    /// Of imports.
    pub imports: Option<Record>,
    /// Of the balance.
    pub balance: Option<Record>,
    /// Of the focus item's exports.
    pub focus: Option<Record>,
}

impl Records {
    /// Each record with the name used in reports.
    pub fn named(&self) -> [(&'static str, Option<&Record>); 4] {
        [
            ("exports", self.exports.as_ref()),
            ("imports", self.imports.as_ref()),
            ("balance", self.balance.as_ref()),
            ("focus_item_exports", self.focus.as_ref()),
        ]
    }
}

/// One month of one view through one lens.
#[derive(Debug, Clone)]
pub struct Deck {
    /// The month.
    pub month: Period,
    /// The date as of which everything here holds.
    pub as_of: Date,
    /// The focus item.
    pub focus_item: Option<ItemId>,
    figures: Vec<Figure>,
    lensed: Arc<Lensed>,
    /// Totals through the lens, over their whole length as known on the date, in whole units of the currency.
    pub vintages: Arc<Vintages>,
    /// All runs up to the month.
    pub streaks: Streaks,
    /// Standings of the month's values.
    pub records: Records,
    /// Targets for the month's year that had been announced by the date.
    pub targets: Vec<Attainment>,
    /// Checks on the totals.
    pub health: Health,
    /// Months of the current balance run, or next to it, on which the run hangs by a thread.
    pub fragile_months: Vec<Period>,
    leagues: [OnceLock<League>; 2],
    /// In the order of the targets.
    projections: OnceLock<Vec<Option<Projection>>>,
}

impl Deck {
    /// Works out everything for `month`.
    pub fn compute(lensed: Arc<Lensed>, month: Period) -> Deck {
        let (view, seen) = (lensed.view(), Arc::clone(lensed.seen()));
        let (runs_in, base) = (lensed.by_period(), lensed.exports_base());
        let streaks =
            Streaks::find_on(&runs_in.balance, &runs_in.exports, |period| base.reading(period).copied(), month);
        Deck {
            month,
            as_of: view.as_of(),
            focus_item: view.dataset().focus_item,
            figures: figures(&lensed, month),
            records: Records {
                exports: record::record(&seen.exports, month),
                imports: record::record(&seen.imports, month),
                balance: record::record(&seen.balance, month),
                focus: record::record(&seen.focus, month),
            },
            targets: targets(view, lensed.published(), month),
            health: Health::check(view, &lensed.published().exports, &lensed.published().imports),
            fragile_months: fragile_months(&lensed, &streaks),
            streaks,
            vintages: seen,
            lensed,
            leagues: Default::default(),
            projections: OnceLock::new(),
        }
    }

    /// One figure.
    pub fn figure(&self, id: FigureId) -> &Figure {
        &self.figures[id as usize]
    }

    /// All figures, in the order of their definitions.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// How a figure was worked out.
    pub fn derivation(&self, id: FigureId) -> Derivation {
        formulas::derivation(&self.lensed, id, self.month)
    }

    /// The series that the figures were worked out from.
    pub fn lensed(&self) -> &Lensed {
        &self.lensed
    }

    /// The parts of the month's total; worked out when a panel first shows them.
    pub fn league(&self, of: LeagueOf) -> &League {
        self.leagues[of as usize].get_or_init(|| league(&self.lensed, of, self.month))
    }

    /// How everything here is looked at.
    pub fn lens(&self) -> &Lens {
        self.lensed.lens()
    }

    /// Where the year of a target ends if it goes on as it has gone lately; worked out for all when it is first asked for, since
    /// few screens show it.
    pub fn projection(&self, standing: &Attainment) -> Option<&Projection> {
        let projected = |Attainment { target, .. }: &Attainment| {
            let series = series_of(self.lensed.view(), self.lensed.published(), target.key);
            projection(target.value, &series, &self.lensed.view().dataset().calendar, self.month)
        };
        let all = self.projections.get_or_init(|| self.targets.iter().map(projected).collect());
        let at = self.targets.iter().position(|other| other.target.key == standing.target.key)?;
        all[at].as_ref()
    }

    /// The target that panels and sentences speak of: the one for total exports.
    pub fn main_target(&self) -> Option<&Attainment> {
        self.targets.iter().find(|target| target.target.key == SeriesKey::total(Flow::Export)).or(self.targets.first())
    }
}

fn figures(lensed: &Lensed, month: Period) -> Vec<Figure> {
    let measure = |id| Figure::new(id, month, lensed.view().as_of(), formulas::derivation(lensed, id, month).result());
    DEFINITIONS.iter().map(|definition| measure(definition.id)).collect()
}

/// For each series the newest target for the year that was announced by the as-of date.
fn targets(view: &View, vintages: &Vintages, month: Period) -> Vec<Attainment> {
    let dataset = view.dataset();
    let known = |target: &&Target| {
        target.kind == TargetKind::Target && target.year == month.year() && target.announced <= view.as_of()
    };
    let mut newest = newest_for_each(dataset.targets.iter().filter(known), |target| target.key);
    newest.sort_by_key(|target| target.key);
    let attain =
        |target: &&Target| attainment(target, &series_of(view, vintages, target.key), &dataset.calendar, month);
    newest.iter().map(attain).collect()
}

/// The published series that a target is measured against.
fn series_of<'v>(view: &View, vintages: &'v Vintages, key: SeriesKey) -> Cow<'v, Vintage> {
    if key == SeriesKey::total(Flow::Export) { Cow::Borrowed(&vintages.exports) } else { Cow::Owned(view.vintage(key)) }
}

/// Months in or next to the current balance run whose balance is within half a percent of exports,
/// or changed its sign between releases.
fn fragile_months(lensed: &Lensed, streaks: &Streaks) -> Vec<Period> {
    let Some(run) = streaks.current_balance() else { return Vec::new() };
    let (view, vintages) = (lensed.view(), lensed.by_period());
    let key = SeriesKey::total(Flow::Balance);
    let near_zero = |period| {
        let values = vintages.balance.value(period).zip(vintages.exports.value(period));
        values.is_some_and(|(balance, exports)| i128::from(balance.abs()) * 200 < i128::from(exports))
    };
    let as_published = lensed.lens().running_span() == Span::Single && !lensed.excludes(Flow::Balance);
    let changed_sign = |period| {
        let signs = view.revisions(key, period);
        signs.windows(2).any(|pair| pair[0].reading.value.signum() != pair[1].reading.value.signum())
    };
    let from = run.start.minus(1);
    Period::span(from, run.end).filter(|period| near_zero(*period) || (as_published && changed_sign(*period))).collect()
}
