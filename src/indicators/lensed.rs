//! The series of a view, as published and through a lens: what the figures of every month are worked out from.

use std::sync::{Arc, OnceLock};

use crate::domain::{
    Calendar, Dataset, Flow, ItemId, Member, PartnerId, Period, SeriesKey, Target, TargetKind, View, Vintage,
};

use super::health::{self, Finding};
use super::lens::{Comparison, Conflict, Lens, Net};
use super::share::Part;
use super::{Measured, attainment};

/// Totals and the focus item as known on a date.
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

    /// First and last period in which exports, imports or the balance are known.
    pub fn span(&self) -> Option<(Period, Period)> {
        let all = [&self.exports, &self.imports, &self.balance];
        let first = all.iter().filter_map(|vintage| vintage.first()).min()?;
        let last = all.iter().filter_map(|vintage| vintage.last()).max()?;
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

/// One part of the total as known on a date.
#[derive(Debug, Clone)]
pub struct MemberVintages {
    /// Which part.
    pub member: Member,
    /// Its exports.
    pub exports: Vintage,
    /// Its imports.
    pub imports: Vintage,
    /// Exports less imports.
    pub balance: Vintage,
}

impl MemberVintages {
    /// The series of a flow.
    pub fn flow(&self, flow: Flow) -> &Vintage {
        match flow {
            Flow::Export => &self.exports,
            Flow::Import => &self.imports,
            Flow::Balance => &self.balance,
        }
    }
}

/// The items that a lens takes out, by flow.
#[derive(Debug, Clone, Default)]
struct Excluded {
    exports: Vec<Vintage>,
    /// `None` where the imports of one of them are not loaded: then imports and balance keep them all.
    imports: Option<Vec<Vintage>>,
    /// Their trade balances, where imports are known.
    balances: Vec<Vintage>,
    /// Exports of the items other than the focus item.
    around_focus: Vec<Vintage>,
}

/// A view through a lens.
#[derive(Debug, Clone)]
pub struct Lensed {
    view: View,
    lens: Lens,
    published: Arc<Vintages>,
    seen: Arc<Vintages>,
    by_period: Arc<Vintages>,
    exports_base: Vintage,
    excluded: Excluded,
    plan: Vintage,
    shared: Arc<Shared>,
}

/// What all lenses on a view share, each worked out when first asked for.
#[derive(Debug, Default)]
struct Shared {
    members: OnceLock<Vec<MemberVintages>>,
    findings: OnceLock<Vec<Finding>>,
}

impl Lensed {
    /// A view as published.
    pub fn plain(view: View) -> Lensed {
        let published = Arc::new(Vintages::read(&view));
        Lensed::build(view, published, Lens::default(), Arc::default())
    }

    /// Everything that is known of a dataset, as published, with what the first frame asks for worked out: so that whoever
    /// shows it need not wait.
    pub fn ready(dataset: Arc<Dataset>) -> Arc<Lensed> {
        let lensed = Lensed::plain(View::new(dataset, None));
        lensed.work_out();
        Arc::new(lensed)
    }

    /// Works out what the first frame asks for.
    pub fn work_out(&self) {
        self.members();
        self.findings();
    }

    /// The same view through another lens.
    ///
    /// # Errors
    /// Why that lens means nothing here.
    pub fn through(&self, lens: Lens) -> Result<Lensed, Conflict> {
        let conflict = lens.conflict(self.view.dataset().frequency).or_else(|| self.lacks(&lens));
        if let Some(conflict) = conflict {
            return Err(conflict);
        }
        let lensed = Lensed::build(self.view.clone(), Arc::clone(&self.published), lens, Arc::clone(&self.shared));
        match lensed.lens.comparison == Comparison::Plan && lensed.plan.first().is_none() {
            true => Err(Conflict::NoPlan),
            false => Ok(lensed),
        }
    }

    fn build(view: View, published: Arc<Vintages>, lens: Lens, shared: Arc<Shared>) -> Lensed {
        let excluded = Excluded::read(&view, &lens.without);
        let mut lensed = Lensed {
            plan: if lens.comparison == Comparison::Plan { plan(&view, &published) } else { Vintage::default() },
            seen: Arc::clone(&published),
            by_period: Arc::clone(&published),
            exports_base: Vintage::default(),
            view,
            lens,
            published,
            excluded,
            shared,
        };
        lensed.look();
        lensed
    }

    fn look(&mut self) {
        self.seen = self.totals(&self.lens);
        let running = self.lens.over(self.lens.running_span());
        self.by_period = if running == self.lens { Arc::clone(&self.seen) } else { self.totals(&running) };
        self.exports_base = running.base_vintage(&self.by_period.exports, Some(&self.plan), self.calendar());
    }

    fn totals(&self, lens: &Lens) -> Arc<Vintages> {
        if lens.keeps_values() {
            return Arc::clone(&self.published);
        }
        let seen = |series| lens.vintage(series, self.calendar());
        Arc::new(Vintages {
            exports: seen(self.exports()),
            imports: seen(self.imports()),
            balance: seen(self.balance()),
            focus: seen(self.focus()),
        })
    }

    /// What the dataset lacks for a lens.
    fn lacks(&self, lens: &Lens) -> Option<Conflict> {
        let dataset = self.view.dataset();
        if lens.per_day
            && self.published.exports.last().is_some_and(|last| lens.days(self.calendar(), last).value.is_err())
        {
            return Some(Conflict::NoWorkingDays);
        }
        let first = lens.without.first()?;
        let unknown = |member: &Member| self.view.vintage(member.key(Flow::Export)).first().is_none();
        match (lens.without.iter().any(|other| !adds_to(dataset, *first, *other)), lens.without.iter().any(unknown)) {
            (true, _) => Some(Conflict::MixedClassifications),
            (_, true) => Some(Conflict::UnknownPart),
            _ => None,
        }
    }

    /// The dataset as known on the date.
    pub fn view(&self) -> &View {
        &self.view
    }

    /// The lens.
    pub fn lens(&self) -> &Lens {
        &self.lens
    }

    /// Totals as published.
    pub fn published(&self) -> &Arc<Vintages> {
        &self.published
    }

    /// Totals through the lens, in whole units of the currency.
    pub fn seen(&self) -> &Arc<Vintages> {
        &self.seen
    }

    /// The same in the span that has runs: of a year to date, its single periods.
    pub fn by_period(&self) -> &Arc<Vintages> {
        &self.by_period
    }

    /// What exports of [`Lensed::by_period`] are compared with, in whole units of the currency.
    pub fn exports_base(&self) -> &Vintage {
        &self.exports_base
    }

    /// The seasonal pace of targets for total exports, period by period; empty unless compared with.
    pub fn plan(&self) -> &Vintage {
        &self.plan
    }

    /// All items with the world, and all goods with the partners, as published.
    pub fn members(&self) -> &[MemberVintages] {
        self.shared.members.get_or_init(|| read_members(&self.view))
    }

    /// Everything that the health checks find on the view.
    pub fn findings(&self) -> &[Finding] {
        self.shared.findings.get_or_init(|| health::inspect(&self.view))
    }

    /// One of them.
    pub fn member(&self, member: Member) -> Option<&MemberVintages> {
        self.members().iter().find(|series| series.member == member)
    }

    /// Working days.
    pub fn calendar(&self) -> &Calendar {
        &self.view.dataset().calendar
    }

    /// True where the lens takes items out of this flow. Of imports, and so of the balance, only where the
    /// imports of these items are loaded.
    pub fn excludes(&self, flow: Flow) -> bool {
        self.lens.excludes(flow, self.excluded.imports.is_some())
    }

    /// Exports, without what is excluded.
    pub fn exports(&self) -> Net<'_> {
        Net { whole: &self.published.exports, without: &self.excluded.exports }
    }

    /// Imports, without what is excluded if that is known.
    pub fn imports(&self) -> Net<'_> {
        Net { whole: &self.published.imports, without: self.excluded.imports.as_deref().unwrap_or_default() }
    }

    /// The balance, without what is excluded if its imports are known.
    pub fn balance(&self) -> Net<'_> {
        Net { whole: &self.published.balance, without: &self.excluded.balances }
    }

    /// Exports of the focus item, which nothing is taken out of.
    pub fn focus(&self) -> Net<'_> {
        Net { whole: &self.published.focus, without: &[] }
    }

    /// The exports that the focus item is a part of: never without itself.
    pub fn around_focus(&self) -> Net<'_> {
        Net { whole: &self.published.exports, without: &self.excluded.around_focus }
    }

    /// A series in `period` through the lens.
    pub fn value(&self, series: Net<'_>, period: Period) -> Measured {
        self.lens.value(series, self.calendar(), period)
    }

    /// What the value of `period` is compared with.
    pub fn base(&self, series: Net<'_>, period: Period) -> Measured {
        self.lens.base(series, None, self.calendar(), period)
    }

    /// A series in `period` through the lens, in whole units of the currency: for small charts.
    pub fn glimpse(&self, series: Net<'_>, period: Period) -> Option<i64> {
        self.lens.seen(series, self.calendar(), period).map(|reading| reading.value)
    }

    /// A part and its whole, now and on the base.
    pub fn part(&self, item: Net<'_>, total: Net<'_>, period: Period) -> Part {
        Part {
            item: self.value(item, period),
            item_base: self.base(item, period),
            total: self.value(total, period),
            total_base: self.base(total, period),
        }
    }

    /// Growth on the base.
    pub fn growth(&self, series: Net<'_>, period: Period) -> Measured {
        self.lens.growth(series, self.plan_of(series), self.calendar(), period)
    }

    /// The plan that a series is compared with: only total exports have one.
    pub fn plan_of(&self, series: Net<'_>) -> Option<&Vintage> {
        std::ptr::eq(series.whole, &raw const self.published.exports).then_some(&self.plan)
    }
}

impl Excluded {
    fn read(view: &View, members: &[Member]) -> Excluded {
        let read = |flow: Flow| members.iter().map(move |member| view.vintage(member.key(flow)));
        let imports: Vec<Vintage> = read(Flow::Import).collect();
        let known = !members.is_empty() && imports.iter().all(|vintage| vintage.first().is_some());
        // Of the item's exports it is not known how much goes to a partner.
        let is_other =
            |member: &&Member| matches!(member, Member::Item(item) if Some(*item) != view.dataset().focus_item);
        let others = members.iter().filter(is_other);
        Excluded {
            exports: read(Flow::Export).collect(),
            balances: if known { read(Flow::Balance).collect() } else { Vec::new() },
            imports: known.then_some(imports),
            around_focus: others.map(|member| view.vintage(member.key(Flow::Export))).collect(),
        }
    }
}

fn read_members(view: &View) -> Vec<MemberVintages> {
    let dataset = view.dataset();
    let items = (1..dataset.items.len()).map(|index| Member::Item(ItemId(index as u16)));
    let partners = (1..dataset.partners.len()).map(|index| Member::Partner(PartnerId(index as u16)));
    let read = |member: Member| MemberVintages {
        member,
        exports: view.vintage(member.key(Flow::Export)),
        imports: view.vintage(member.key(Flow::Import)),
        balance: view.vintage(member.key(Flow::Balance)),
    };
    items.chain(partners).map(read).collect()
}

/// True where two parts can be taken out together: of one classification, and neither within the other.
fn adds_to(dataset: &Dataset, first: Member, other: Member) -> bool {
    match (first, other) {
        _ if first == other => true,
        _ if dataset.within(first) == Some(other) || dataset.within(other) == Some(first) => false,
        (Member::Item(a), Member::Item(b)) => {
            let (a, b) = (dataset.item(a), dataset.item(b));
            a.classification == b.classification && !a.aggregate && !b.aggregate
        }
        (Member::Partner(a), Member::Partner(b)) => dataset.partner(a).scheme == dataset.partner(b).scheme,
        _ => false,
    }
}

/// For each year the newest target for total exports that was announced by the date.
pub fn export_targets(view: &View) -> Vec<&Target> {
    let known = |target: &&Target| {
        target.kind == TargetKind::Target
            && target.key == SeriesKey::total(Flow::Export)
            && target.announced <= view.as_of()
    };
    let mut newest = newest_for_each(view.dataset().targets.iter().filter(known), |target| target.year);
    newest.sort_by_key(|target| target.year);
    newest
}

/// The seasonal pace of each year's target, as increments from period to period, in whole units.
fn plan(view: &View, published: &Vintages) -> Vintage {
    let targets = export_targets(view);
    let (Some(first), Some(last), Some(known)) = (targets.first(), targets.last(), published.exports.first()) else {
        return Vintage::default();
    };
    let start = |year: i32| known.plus((year - known.year()) * known.frequency().per_year()).first_of_year();
    let pace = |period: Period| {
        let target = targets.iter().find(|target| target.year == period.year())?;
        let pace = attainment::pace(target, &published.exports, period).value.ok()?;
        Some(pace.rounded(0))
    };
    let increment = |period: Period| {
        let before = if period == period.first_of_year() { Some(0) } else { pace(period.minus(1)) };
        let value = i64::try_from(pace(period)? - before?).ok()?;
        Some(crate::domain::Reading::derived(value, 1, crate::domain::ObsStatus::Normal))
    };
    let end = start(last.year).last_of_year();
    Vintage::new(start(first.year), Period::span(start(first.year), end).map(increment).collect())
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
