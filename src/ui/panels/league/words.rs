//! The lines below a league: whether the parts add up, and how concentrated the total is.

use crate::domain::Ratio;
use crate::indicators::league::PartsSum;
use crate::indicators::{League, LeagueOf};
use crate::say;
use crate::word;

use super::super::super::format::{Sign, period};
use super::super::super::lens_words::flow_word;
use super::super::super::scene::Scene;
use super::super::super::widgets::text;

/// The lines, the most important first; each as long as `width` allows.
pub(super) fn below(scene: &Scene<'_>, of: LeagueOf, width: u16) -> Vec<String> {
    let league = scene.deck().league(of);
    let lines = [Some(adding_up(scene, league)), rounding(scene, league), concentration(scene, league)];
    lines.into_iter().flatten().filter_map(|forms| forms.into_iter().find(|form| text::width(form) <= width)).collect()
}

fn noun(of: LeagueOf) -> &'static str {
    match of {
        LeagueOf::Items => word!("leagues.items"),
        LeagueOf::Partners => word!("leagues.partners"),
    }
}

/// Whether the parts make up the total; in a long and a short form.
fn adding_up(scene: &Scene<'_>, league: &League) -> Vec<String> {
    let (known, all) = (league.counted().count(), league.rows.len());
    let (noun, whole) = (noun(league.of), flow_word(league.flow));
    let of_all = match known == all {
        true => say!("leagues.all-known", n = known, items = noun),
        false => say!("leagues.known", n = known, all = all, items = noun),
    };
    let named = league.counted().filter_map(|row| row.share.value.ok()).fold(Ratio::whole(0), Ratio::plus);
    let share = scene.numbers.decimal(named, 1, Sign::Minus);
    match &league.sum {
        PartsSum::NoParts if all == 0 => Vec::new(),
        PartsSum::NoParts => {
            vec![say!("leagues.none-known", all = all, items = noun, month = period(scene.state.month()))]
        }
        PartsSum::NoTotal => vec![say!("leagues.no-total", known = of_all), of_all],
        PartsSum::Complete => vec![say!("leagues.complete", known = of_all, exports = whole)],
        PartsSum::WithOthers => vec![
            say!("leagues.with-others", known = of_all, share = share, exports = whole),
            say!("leagues.with-others-short", known = of_all, share = share),
            say!("leagues.share-of-known", n = known, all = all, share = share),
        ],
        PartsSum::Exceed(by) => {
            let by = scene.numbers.money(*by, 2, Sign::Never);
            vec![say!("leagues.exceed", known = of_all, by = by, exports = whole)]
        }
    }
}

/// Says where the contributions as shown do not add up to the growth as shown.
fn rounding(scene: &Scene<'_>, league: &League) -> Option<Vec<String>> {
    let total = league.total.contribution.value.ok()?.rounded(1);
    let rows = league.counted().chain([&league.others]);
    let shown: i128 = rows.filter_map(|row| row.contribution.value.ok()).map(|value| value.rounded(1)).sum();
    let known = league.counted().any(|row| row.contribution.value.is_ok());
    let gap = Ratio::new(shown - total, 10)?;
    (known && shown != total).then(|| {
        let gap = scene.numbers.decimal(gap, 1, Sign::Always);
        vec![say!("leagues.rounding", gap = gap), word!("leagues.rounding-short").to_owned()]
    })
}

/// The index as a range where there is a rest, and the largest three.
fn concentration(scene: &Scene<'_>, league: &League) -> Option<Vec<String>> {
    let concentration = league.concentration?;
    let numbers = scene.numbers;
    let (low, high) =
        (numbers.decimal(concentration.low, 0, Sign::Minus), numbers.decimal(concentration.high, 0, Sign::Minus));
    let index = if low == high { low } else { say!("leagues.range", low = low, high = high) };
    let top = numbers.decimal(concentration.top_three, 1, Sign::Minus);
    let three = match concentration.named {
        1 => word!("leagues.one-named"),
        2 => word!("leagues.two-named"),
        _ => word!("leagues.three-named"),
    };
    Some(vec![
        say!(
            "leagues.concentration",
            three = three,
            top = top,
            exports = flow_word(league.flow),
            index = index,
            items = noun(league.of)
        ),
        say!("leagues.concentration-short", top = top, index = index),
        format!("HHI {index}"),
    ])
}
