//! The sentence about items or partners: `20개 품목 중 19개 증가; 반도체가 증가율 62.8%p 중 45.1%p 기여`.

use crate::indicators::{League, LeagueOf};
use crate::words::with_particle;

use super::super::super::format::{Sign, period_long};
use super::super::super::lens_words::flow_word;
use super::super::Wording;
use super::super::facts::league::{Lead, Mover, Moves, Rises, moves};

pub(in super::super) fn sentence(wording: &Wording<'_>, of: LeagueOf) -> String {
    let league = wording.deck.league(of);
    let noun = noun(of);
    match moves(wording, league) {
        Moves::Empty => format!("{noun}별 수출 자료 없음"),
        Moves::NoneKnown(n) => format!("{n}개 {noun} 모두 {} 수치 없음", period_long(wording.deck.month)),
        Moves::Lead(lead) => largest(wording, league, &lead),
        Moves::Rises(counts, None) => rises(noun, &counts),
        Moves::Rises(counts, Some(mover)) => format!("{}; {}", rises(noun, &counts), moved(wording, &mover)),
    }
}

fn noun(of: LeagueOf) -> &'static str {
    match of {
        LeagueOf::Items => "품목",
        LeagueOf::Partners => "국가·지역",
    }
}

/// `20개 품목 중 19개 증가`; `비교 가능 5개 품목 중 4개 증가` where growth is not known of all.
fn rises(noun: &str, counts: &Rises) -> String {
    let known = if counts.complete { "" } else { "비교 가능 " };
    let all = format!("{known}{}개 {noun}", counts.all);
    match counts.rose {
        0 => format!("{all} 중 증가 없음"),
        n if n == counts.all => format!("{all} 모두 증가"),
        n => format!("{all} 중 {n}개 증가"),
    }
}

/// `반도체가 증가율 62.8% 중 45.1%p 기여`.
fn moved(wording: &Wording<'_>, mover: &Mover<'_>) -> String {
    let name = wording.member_of(mover.row);
    let points = wording.style.decimal(mover.contribution, 1, Sign::Never);
    let all = wording.style.decimal(mover.total, 1, Sign::Never);
    let subject = with_particle(&name, "이");
    match (mover.total.signum() > 0, mover.alone) {
        (true, false) => format!("{subject} 증가율 {all}% 중 {points}%p 기여"),
        (true, true) => format!("{name} 단독으로 {points}%p 증가 기여"),
        (false, false) => format!("{subject} 감소율 {all}% 중 {points}%p 차지"),
        (false, true) => format!("{name} 단독으로 {points}%p 감소 기여"),
    }
}

/// `집계된 7개 중 최대는 반도체, 410.0억 달러, 수출의 41.5%`.
fn largest(wording: &Wording<'_>, league: &League, lead: &Lead<'_>) -> String {
    let name = wording.member_of(lead.row);
    let amount = lead.row.value.value.ok().map(|value| wording.money(value, 1)).unwrap_or_default();
    let share = lead.row.share.value.ok().map(|share| wording.style.decimal(share, 1, Sign::Minus));
    let share = share.map(|share| format!(", {}의 {share}%", flow_word(league.flow))).unwrap_or_default();
    match (lead.known, lead.tied) {
        (1, _) => format!("{name}만 집계: {amount}{share}"),
        (n, false) => format!("집계된 {n}개 {} 중 최대는 {name}, {amount}{share}", noun(league.of)),
        (n, true) => format!("{n}개 {} 집계, 단독 최대 없음", noun(league.of)),
    }
}
