//! Everything that is shown or reported of one month as known on one date, worked out once.

use std::sync::Arc;

use crate::domain::{Date, Flow, ItemId, Period, SeriesKey, Target, TargetKind, View, Vintage};

use super::figure::DEFINITIONS;
use super::share::Part;
use super::{
    Attainment, Figure, FigureId, Health, Measured, Record, Streaks, Undefined, attainment, balance, cumulative,
    daily_average, growth, record,
};

/// The vintages that the panels draw: totals and the focus item as known on the date.
#[derive(Debug, Clone, Default)]
pub struct Vintages {
    /// Exports of all goods.
    pub exports: Vintage,
    /// Imports of all goods.
    pub imports: Vintage,
    /// Exports less imports.
    pub balance: Vintage,
    /// Exports of the focus item; empty where the dataset names none.
    pub focus: Vintage,
}

impl Vintages {
    /// Reads them off a view.
    pub fn read(view: &View) -> Vintages {
        let total = |flow| view.vintage(SeriesKey::total(flow));
        let focus = view.dataset().focus_item.map(|item| view.vintage(SeriesKey::item(Flow::Export, item)));
        Vintages {
            exports: total(Flow::Export),
            imports: total(Flow::Import),
            balance: total(Flow::Balance),
            focus: focus.unwrap_or_default(),
        }
    }

    /// First and last period in which exports or imports are known.
    pub fn span(&self) -> Option<(Period, Period)> {
        let both = [&self.exports, &self.imports];
        let first = both.iter().filter_map(|vintage| vintage.first()).min()?;
        let last = both.iter().filter_map(|vintage| vintage.last()).max()?;
        Some((first, last))
    }

    /// The last period for which exports and imports are both known; else the last known at all.
    pub fn latest_complete(&self) -> Option<Period> {
        let (first, last) = self.span()?;
        let complete =
            |period: &Period| self.exports.reading(*period).is_some() && self.imports.reading(*period).is_some();
        Period::span(first, last).rev().find(complete).or(Some(last))
    }
}

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

/// One month of one view.
#[derive(Debug, Clone)]
pub struct Deck {
    /// The month.
    pub month: Period,
    /// The date as of which everything here holds.
    pub as_of: Date,
    /// The focus item.
    pub focus_item: Option<ItemId>,
    figures: Vec<Figure>,
    /// The series behind the figures, over their whole length as known on the date.
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
}

impl Deck {
    /// Works out everything for `month`.
    pub fn compute(view: &View, vintages: Arc<Vintages>, month: Period) -> Deck {
        let streaks = Streaks::find(&vintages.balance, &vintages.exports, month);
        Deck {
            month,
            as_of: view.as_of(),
            focus_item: view.dataset().focus_item,
            figures: figures(view, &vintages, month),
            records: Records {
                exports: record::record(&vintages.exports, month),
                imports: record::record(&vintages.imports, month),
                balance: record::record(&vintages.balance, month),
                focus: record::record(&vintages.focus, month),
            },
            targets: targets(view, &vintages, month),
            health: Health::check(view, &vintages.exports, &vintages.imports),
            fragile_months: fragile_months(view, &vintages, &streaks),
            streaks,
            vintages,
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

    /// The target that panels and sentences speak of: the one for total exports.
    pub fn main_target(&self) -> Option<&Attainment> {
        self.targets.iter().find(|target| target.target.key == SeriesKey::total(Flow::Export)).or(self.targets.first())
    }
}

fn figures(view: &View, vintages: &Vintages, month: Period) -> Vec<Figure> {
    let measure = |id| Figure::new(id, month, view.as_of(), measured(view, vintages, id, month));
    DEFINITIONS.iter().map(|definition| measure(definition.id)).collect()
}

/// The formula behind each figure.
fn measured(view: &View, vintages: &Vintages, id: FigureId, month: Period) -> Measured {
    let Vintages { exports, imports, balance, focus } = vintages;
    let calendar = &view.dataset().calendar;
    let part = Part { item: focus, total: exports };
    let ytd_growth = |vintage: &Vintage| {
        growth::rate(cumulative::year_to_date(vintage, month), cumulative::year_to_date(vintage, month.year_ago()))
    };
    let of_focus = |measured: Measured| match focus.first() {
        Some(_) => measured,
        None => Measured::undefined(Undefined::NotLoaded),
    };
    match id {
        FigureId::Exports => Measured::of(exports.reading(month)),
        FigureId::Imports => Measured::of(imports.reading(month)),
        FigureId::Balance => Measured::of(balance.reading(month)),
        FigureId::ExportsYoy => growth::year_on_year(exports, month),
        FigureId::ImportsYoy => growth::year_on_year(imports, month),
        FigureId::ExportsMom => growth::on_previous(exports, month),
        FigureId::ImportsMom => growth::on_previous(imports, month),
        FigureId::BalanceChange => growth::change_on_year(balance, month),
        FigureId::CoverRatio => balance::cover_ratio(exports, imports, month),
        FigureId::WorkingDays => daily_average::working_days(calendar, month),
        FigureId::WorkingDaysYearAgo => daily_average::working_days(calendar, month.year_ago()),
        FigureId::ExportsDailyAverage => daily_average::daily_average(exports, calendar, month),
        FigureId::ImportsDailyAverage => daily_average::daily_average(imports, calendar, month),
        FigureId::ExportsDailyAverageYoy => daily_average::year_on_year(exports, calendar, month),
        FigureId::ExportsYtd => cumulative::year_to_date(exports, month),
        FigureId::ImportsYtd => cumulative::year_to_date(imports, month),
        FigureId::BalanceYtd => cumulative::year_to_date(balance, month),
        FigureId::ExportsYtdYoy => ytd_growth(exports),
        FigureId::ImportsYtdYoy => ytd_growth(imports),
        FigureId::Balance12m => cumulative::moving_sum(balance, month, month.frequency().per_year()),
        FigureId::FocusExports => of_focus(Measured::of(focus.reading(month))),
        FigureId::FocusYoy => of_focus(growth::year_on_year(focus, month)),
        FigureId::FocusShare => of_focus(part.share(month)),
        FigureId::FocusShareChange => of_focus(part.share_change(month)),
        FigureId::FocusContribution => of_focus(part.contribution(month)),
        FigureId::ExFocus => of_focus(part.rest(month)),
        FigureId::ExFocusYoy => of_focus(part.rest_year_on_year(month)),
        FigureId::ExFocusDailyYoy => of_focus(part.rest_daily_year_on_year(calendar, month)),
    }
}

/// For each series the newest target for the year that was announced by the as-of date.
fn targets(view: &View, vintages: &Vintages, month: Period) -> Vec<Attainment> {
    let dataset = view.dataset();
    let known = |target: &&Target| {
        target.kind == TargetKind::Target && target.year == month.year() && target.announced <= view.as_of()
    };
    let mut newest = newest_for_each(dataset.targets.iter().filter(known), |target| target.key);
    newest.sort_by_key(|target| target.key);
    let attain = |target: &&Target| {
        if target.key == SeriesKey::total(Flow::Export) {
            attainment(target, &vintages.exports, &dataset.calendar, month)
        } else {
            attainment(target, &view.vintage(target.key), &dataset.calendar, month)
        }
    };
    newest.iter().map(attain).collect()
}

/// Of the targets that share what `of` tells, the one announced last.
pub fn newest_for_each<'a, K: PartialEq>(
    targets: impl Iterator<Item = &'a Target>,
    of: impl Fn(&Target) -> K,
) -> Vec<&'a Target> {
    let mut newest: Vec<&Target> = Vec::new();
    for target in targets {
        match newest.iter_mut().find(|other| of(other) == of(target)) {
            Some(other) if other.announced <= target.announced => *other = target,
            Some(_) => {}
            None => newest.push(target),
        }
    }
    newest
}

/// Months in or next to the current balance run whose balance is within half a percent of exports,
/// or changed its sign between releases.
fn fragile_months(view: &View, vintages: &Vintages, streaks: &Streaks) -> Vec<Period> {
    let Some(run) = streaks.current_balance() else { return Vec::new() };
    let key = SeriesKey::total(Flow::Balance);
    let near_zero = |period| {
        let values = vintages.balance.value(period).zip(vintages.exports.value(period));
        values.is_some_and(|(balance, exports)| i128::from(balance.abs()) * 200 < i128::from(exports))
    };
    let changed_sign = |period| {
        let signs = view.revisions(key, period);
        signs.windows(2).any(|pair| pair[0].reading.value.signum() != pair[1].reading.value.signum())
    };
    let from = run.start.minus(1);
    Period::span(from, run.end).filter(|period| near_zero(*period) || changed_sign(*period)).collect()
}
