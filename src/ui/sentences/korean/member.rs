//! The sentence about one item or partner: `반도체 수출 410.0억 달러(+151.0%)로 집계된 90개월 중 2위`.

use crate::domain::Member;
use crate::indicators::Span;
use crate::words::with_particle;

use super::super::super::format::{counted, period_long};
use super::super::super::lens_words::flow_of;
use super::super::Wording;
use super::super::facts::member::course;

pub(in super::super) fn sentence(wording: &Wording<'_>, member: Member) -> String {
    let Some(course) = course(wording, member) else { return String::new() };
    let over = if wording.lens().span == Span::Single { String::new() } else { format!("{} ", wording.periods()) };
    let per_day = if wording.lens().per_day { "일평균 " } else { "" };
    let subject = format!("{over}{per_day}{}", flow_of(wording.dataset, member, course.flow));
    let Some(amount) = course.amount else {
        return format!("{subject}: {} 수치 없음", period_long(wording.deck.month));
    };
    let growth = course.growth.map(|rate| format!("({})", wording.rate(rate))).unwrap_or_default();
    let amount = format!("{subject} {}{growth}", wording.money(amount, wording.decimals()));
    match course.place {
        None => amount,
        Some((rank, count)) => {
            let known = counted(count as usize, wording.deck.month.frequency());
            let place = if rank == 1 { "최대".to_owned() } else { format!("{rank}위") };
            format!("{} 집계된 {known} 중 {place}", with_particle(&amount, "으로"))
        }
    }
}
