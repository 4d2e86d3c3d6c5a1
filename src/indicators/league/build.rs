//! Works a league out from the series of its parts.

use crate::domain::{Dataset, Flow, ItemId, Member, PartnerId, Period, Ratio};

use super::super::concentration::concentration;
use super::super::lens::{Lens, Net};
use super::super::lensed::{Lensed, MemberVintages};
use super::super::share::Part;
use super::super::{Measured, Undefined, growth};
use super::{League, LeagueOf, PartsSum, Row, RowRun};

/// The league of `month`. Of several classifications the one with the most known parts is taken; of equals
/// the one that the dataset lists first.
pub fn league(lensed: &Lensed, of: LeagueOf, month: Period) -> League {
    let dataset = lensed.view().dataset();
    let keeps_lens = lensed.lens().without.iter().all(|member| kind(*member) == of);
    let (scheme, flow) = scheme(lensed, of, month);
    let members: Vec<&MemberVintages> = lensed
        .members()
        .iter()
        .filter(|series| {
            kind(series.member) == of
                && scheme_of(dataset, series.member) == Some(scheme.as_str())
                && series.flow(flow).first().is_some()
                && !lensed.lens().without.contains(&series.member)
        })
        .collect();
    let total = Total::of(lensed, flow, keeps_lens, month);
    let rows: Vec<Row> = members.iter().map(|series| total.row(dataset, series)).collect();
    let mut league = League {
        of,
        scheme,
        flow,
        total: total.total_row(),
        others: total.total_row(),
        rows,
        sum: PartsSum::NoTotal,
        concentration: None,
        keeps_lens,
    };
    league.others = league.rest(&league.counted().collect::<Vec<_>>());
    league.sum = sum(&league);
    let named: Option<Vec<Ratio>> = league.counted().map(|row| row.value.value.ok()).collect();
    league.concentration =
        named.zip(league.total.value.value.ok()).and_then(|(named, total)| concentration(&named, total));
    league
}

fn kind(member: Member) -> LeagueOf {
    match member {
        Member::Item(_) => LeagueOf::Items,
        Member::Partner(_) => LeagueOf::Partners,
    }
}

/// The classification of a part that can stand in a league; `None` for totals and sums of other items.
fn scheme_of(dataset: &Dataset, member: Member) -> Option<&str> {
    match member {
        Member::Item(ItemId::TOTAL) | Member::Partner(PartnerId::WORLD) => None,
        Member::Item(item) => {
            let item = dataset.item(item);
            (!item.aggregate).then_some(item.classification.as_str())
        }
        Member::Partner(partner) => Some(dataset.partner(partner).scheme.as_str()),
    }
}

/// The classification, and the flow, with the most parts known in `month`; with the most known at all where
/// none is known in the month.
fn scheme(lensed: &Lensed, of: LeagueOf, month: Period) -> (String, Flow) {
    let dataset = lensed.view().dataset();
    let mut counts: Vec<(&str, Flow, (usize, usize))> = Vec::new();
    for series in lensed.members().iter().filter(|series| kind(series.member) == of) {
        let Some(scheme) = scheme_of(dataset, series.member) else { continue };
        for flow in [Flow::Export, Flow::Import] {
            let vintage = series.flow(flow);
            if vintage.first().is_none() {
                continue;
            }
            let now = usize::from(lensed.lens().value(vintage.into(), lensed.calendar(), month).value.is_ok());
            match counts.iter_mut().find(|(other, other_flow, _)| *other == scheme && *other_flow == flow) {
                Some((_, _, count)) => *count = (count.0 + now, count.1 + 1),
                None => counts.push((scheme, flow, (now, 1))),
            }
        }
    }
    let of_exports = |flow: &Flow| usize::from(*flow == Flow::Export);
    let best = counts.iter().rev().max_by_key(|(_, flow, (now, ever))| (of_exports(flow), *now, *ever));
    let best_of_any =
        counts.iter().rev().max_by_key(|(_, flow, (now, ever))| (*now > 0, of_exports(flow), *now, *ever));
    best.filter(|(_, _, (now, _))| *now > 0)
        .or(best_of_any)
        .map_or((String::new(), Flow::Export), |(scheme, flow, _)| ((*scheme).to_owned(), *flow))
}

/// The total of a month, now and on the base, in total and per working day.
struct Total<'a> {
    lensed: &'a Lensed,
    other: Lens,
    month: Period,
    flow: Flow,
    now: Measured,
    base: Measured,
    growth: Measured,
    other_growth: Measured,
}

impl<'a> Total<'a> {
    fn of(lensed: &'a Lensed, flow: Flow, keeps_lens: bool, month: Period) -> Total<'a> {
        let series = match (flow, keeps_lens) {
            (Flow::Import, true) => lensed.imports(),
            (Flow::Import, false) => Net::from(&lensed.published().imports),
            (_, true) => lensed.exports(),
            (_, false) => Net::from(&lensed.published().exports),
        };
        let other = lensed.lens().by_other_count();
        Total {
            now: lensed.value(series, month),
            base: lensed.base(series, month),
            growth: lensed.growth(series, month),
            other_growth: other.growth(series, lensed.plan_of(series), lensed.calendar(), month),
            lensed,
            other,
            month,
            flow,
        }
    }

    fn part(&self, item: Measured, item_base: Measured) -> Part {
        Part { item, item_base, total: self.now.clone(), total_base: self.base.clone() }
    }

    fn row(&self, dataset: &Dataset, series: &MemberVintages) -> Row {
        let net = Net::from(series.flow(self.flow));
        let part = self.part(self.lensed.value(net, self.month), self.lensed.base(net, self.month));
        let partner = matches!(series.member, Member::Partner(_));
        let beside = |vintage: &crate::domain::Vintage| {
            (partner && vintage.first().is_some()).then(|| self.lensed.value(vintage.into(), self.month))
        };
        Row {
            member: Some(series.member),
            within: dataset.within(series.member),
            growth: growth::rate(part.item.clone(), part.item_base.clone()),
            other_growth: self.other.growth(net, None, self.lensed.calendar(), self.month),
            share: part.share(),
            share_change: part.share_change(),
            contribution: part.contribution(),
            run: run(self.lensed, net, self.month),
            imports: beside(&series.imports),
            balance: beside(&series.balance),
            base: part.item_base,
            value: part.item,
        }
    }

    fn total_row(&self) -> Row {
        let hundred = || Measured::exact(Ratio::whole(100));
        let known = |measured: Measured| Measured { value: self.now.value.and(measured.value), ..measured };
        Row {
            member: None,
            within: None,
            value: self.now.clone(),
            base: self.base.clone(),
            growth: self.growth.clone(),
            other_growth: self.other_growth.clone(),
            share: known(hundred()),
            share_change: Measured::undefined(Undefined::NotMeaningful),
            contribution: self.growth.clone(),
            run: None,
            imports: Some(self.lensed.value(self.lensed.imports(), self.month)),
            balance: Some(self.lensed.value(self.lensed.balance(), self.month)),
        }
    }
}

/// The current run of growth or decline on the base.
fn run(lensed: &Lensed, series: Net<'_>, month: Period) -> Option<RowRun> {
    let sign = |period: Period| {
        let change = lensed.lens().change(series, lensed.calendar(), period);
        change.value.ok().map(Ratio::signum)
    };
    let now = sign(month).filter(|sign| *sign != 0)?;
    let first = series.whole.first()?;
    let mut length = 1;
    let mut before = month.minus(1);
    while before >= first && sign(before) == Some(now) {
        length += 1;
        before = before.minus(1);
    }
    Some(RowRun { rises: now > 0, length, exact: before >= first && sign(before).is_some() })
}

fn sum(league: &League) -> PartsSum {
    let counted = league.counted().count();
    match (league.others.value.value, counted) {
        (_, 0) => PartsSum::NoParts,
        (Err(_), _) => PartsSum::NoTotal,
        (Ok(rest), _) if rest.signum() == 0 => PartsSum::Complete,
        (Ok(rest), _) if rest.signum() < 0 => PartsSum::Exceed(Ratio::whole(0).minus(rest)),
        (Ok(_), _) => PartsSum::WithOthers,
    }
}
