//! The sentence about the focus item: `반도체 비중 11.9%, 전년동월대비 7.2%p 하락; 반도체 제외 수출 0.8% 증가`.

use crate::domain::Flow;
use crate::indicators::{FigureId, Span};

use super::super::super::format::{Sign, period_long};
use super::super::Wording;
use super::super::facts::focus::other_goods_excluded;

pub(in super::super) fn sentence(wording: &Wording<'_>) -> String {
    if wording.deck.focus_item.is_none() {
        return match wording.dataset.items.len() {
            0 | 1 => "품목별 수출 자료 없음".to_owned(),
            _ => "주력 품목이 지정되지 않음".to_owned(),
        };
    }
    let name = wording.focus_name();
    let Some(share) = wording.figure(FigureId::FocusShare).value.ok() else {
        return format!("{name}: {} 수치 없음", period_long(wording.deck.month));
    };
    let share = wording.style.decimal(share, 1, Sign::Minus);
    let over = match wording.lens().span {
        Span::Single => String::new(),
        _ => format!("{} ", wording.periods()),
    };
    format!("{over}{}{name} 비중 {share}%{}{}", around(wording), change(wording), without(wording))
}

fn change(wording: &Wording<'_>) -> String {
    let Some(change) = wording.figure(FigureId::FocusShareChange).value.ok() else { return String::new() };
    let (points, base) = (wording.style.decimal(change, 1, Sign::Never), wording.on_base_ko());
    match change.rounded(1).signum() {
        1 => format!(", {base} {points}%p 상승"),
        -1 => format!(", {base} {points}%p 하락"),
        _ => format!(", {base} 보합"),
    }
}

/// `선박 제외 수출 중 `, where other items are taken out of exports.
fn around(wording: &Wording<'_>) -> String {
    other_goods_excluded(wording).map(|words| format!("{words} 수출 중 ")).unwrap_or_default()
}

fn without(wording: &Wording<'_>) -> String {
    let Some(rate) = wording.figure(FigureId::ExFocusYoy).value.ok() else { return String::new() };
    let per_day = if wording.lens().per_day { "일평균 " } else { "" };
    let exports = super::super::super::lens_words::flow_word(Flow::Export);
    format!("; {} 제외 {per_day}{exports} {}", wording.focus_name(), wording.moved_ko(rate))
}
