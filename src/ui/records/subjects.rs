//! Which series the records are of, by where the cursor is.

use crate::domain::{Flow, Member, Period, SeriesKey, Vintage};
use crate::indicators::lens::Net;
use crate::indicators::{Record, RunKind, Streaks, record};

use super::super::lens_words::flow_of;
use super::super::scene::Scene;
use super::super::series_words;
use super::super::why::numbers::member;

/// A series whose records are shown.
#[derive(Debug, Clone)]
pub struct Subject {
    /// What it is called.
    pub name: String,
    /// The series through the lens, up to the end of what is known, in whole units of the currency.
    pub vintage: Vintage,
    /// Its runs up to the month.
    pub streaks: Streaks,
    /// Standing of the month's value; `None` where the month has none.
    pub record: Option<Record>,
    /// The kinds of runs that it has.
    pub kinds: [RunKind; 2],
}

impl Subject {
    /// True for a balance, whose sign is always shown.
    pub fn is_balance(&self) -> bool {
        self.kinds[0] == RunKind::Surplus
    }

    fn flow(name: String, vintage: Vintage, base: &Vintage, month: Period) -> Subject {
        let streaks = Streaks::find_on(&Vintage::default(), &vintage, |period| base.reading(period).copied(), month);
        let record = record::record(&vintage, month);
        Subject { name, vintage, streaks, record, kinds: [RunKind::ExportRise, RunKind::ExportDecline] }
    }

    fn balance(name: String, vintage: Vintage, month: Period) -> Subject {
        let streaks = Streaks::find_on(&vintage, &Vintage::default(), |_| None, month);
        let record = record::record(&vintage, month);
        Subject { name, vintage, streaks, record, kinds: [RunKind::Surplus, RunKind::Deficit] }
    }
}

/// The series at the cursor: of the selected row, of the focused panel, or the totals.
pub fn subjects(scene: &Scene<'_>) -> Vec<Subject> {
    match (member(scene), scene.state.focused_panel()) {
        (Some(member), _) => of_member(scene, member).into_iter().collect(),
        (None, "balance") => vec![total(scene, Flow::Balance)],
        (None, "focus_item") if scene.deck().focus_item.is_some() => vec![focus(scene)],
        _ => [Flow::Export, Flow::Import, Flow::Balance].map(|flow| total(scene, flow)).to_vec(),
    }
}

fn total(scene: &Scene<'_>, flow: Flow) -> Subject {
    let (lensed, month) = (scene.deck().lensed(), scene.state.month());
    let seen = lensed.by_period();
    let name = series_words::name(scene.state.dataset(), SeriesKey::total(flow));
    match flow {
        Flow::Export => Subject::flow(name, seen.exports.clone(), lensed.exports_base(), month),
        Flow::Import => plain_flow(scene, name, seen.imports.clone()),
        Flow::Balance => Subject::balance(name, seen.balance.clone(), month),
    }
}

fn focus(scene: &Scene<'_>) -> Subject {
    let dataset = scene.state.dataset();
    let key = dataset.focus_item.map(|item| Member::Item(item).key(Flow::Export));
    let name = key.map(|key| series_words::name(dataset, key)).unwrap_or_default();
    plain_flow(scene, name, scene.deck().lensed().by_period().focus.clone())
}

/// Exports of an item or to a partner; imports where nothing else is known.
fn of_member(scene: &Scene<'_>, member: Member) -> Option<Subject> {
    let lensed = scene.deck().lensed();
    let series = lensed.member(member)?;
    let flow = if series.exports.first().is_some() { Flow::Export } else { Flow::Import };
    let lens = lensed.lens().over(lensed.lens().running_span());
    let vintage = lens.vintage(Net::from(series.flow(flow)), lensed.calendar());
    Some(plain_flow(scene, flow_of(scene.state.dataset(), member, flow), vintage))
}

/// A flow that no plan is made for.
fn plain_flow(scene: &Scene<'_>, name: String, vintage: Vintage) -> Subject {
    let lensed = scene.deck().lensed();
    let lens = lensed.lens().over(lensed.lens().running_span());
    let base = lens.base_vintage(&vintage, None, lensed.calendar());
    Subject::flow(name, vintage, &base, scene.state.month())
}
