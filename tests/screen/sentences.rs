//! Over random series, no sentence says what brute force finds false.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use proptest::prelude::*;

use tradedeck::app::State;
use tradedeck::config::Range;
use tradedeck::domain::{Period, Problem};
use tradedeck::import::Files;
use tradedeck::indicators::FigureId;
use tradedeck::ui::format::NumberStyle;
use tradedeck::ui::panels;
use tradedeck::ui::sentences::Wording;

struct Text(String);

impl Files for Text {
    fn read(&self, _: &str) -> Result<Cow<'static, [u8]>, Problem> {
        Ok(Cow::Owned(self.0.clone().into_bytes()))
    }
}

/// A month: exports and imports in billions, and whether they are provisional.
type Month = (Option<i64>, Option<i64>, bool);

fn state(months: &[Month]) -> Option<State> {
    let mut text = String::from("period,flow,value,unit,status\n");
    for (n, (exports, imports, provisional)) in months.iter().enumerate() {
        let period = Period::month(2000, 1).plus(n as i32);
        let status = if *provisional { "P" } else { "A" };
        for (flow, value) in [("export", exports), ("import", imports)] {
            if let Some(value) = value {
                let _ = writeln!(text, "{period},{flow},{value},USD billion,{status}");
            }
        }
    }
    let dataset = tradedeck::import::load(&Text(text), "random.csv").ok()?;
    let last = Period::month(2000, 1).plus(months.len() as i32 - 1);
    State::new(Arc::new(dataset), None, Some(last), panels::names(), Range::All)
}

fn month() -> impl Strategy<Value = Month> {
    // Narrow ranges make ties, wide ones make records.
    let value = || prop_oneof![20 => (2_i64..14).prop_map(Some), 20 => (2_i64..900).prop_map(Some), 1 => Just(None)];
    (value(), value(), prop::bool::weighted(0.2))
}

fn months() -> impl Strategy<Value = Vec<Month>> {
    let whole = (2_i64..900, 2_i64..14, any::<bool>()).prop_map(|(x, m, p)| (Some(x), Some(m), p));
    prop_oneof![prop::collection::vec(month(), 3..50), prop::collection::vec(whole, 25..60)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn superlatives_and_numbers_are_true(months in months()) {
        let Some(state) = state(&months) else { return Ok(()) };
        let style = NumberStyle::of(state.dataset(), '-');
        let wording = Wording { deck: &state.deck, dataset: state.dataset(), style: &style, findings: &[] };
        // The state may have moved to the last month with a value.
        let at = state.month().since(Period::month(2000, 1)) as usize;
        let months = &months[..=at];
        let exports: Vec<Option<i64>> = months.iter().map(|month| month.0).collect();
        let balances: Vec<Option<i64>> = months.iter().map(|month| Some(month.0? - month.1?)).collect();
        let headline = wording.headline();

        // A record begins with its own first value.
        let known = |series: &[Option<i64>]| series.iter().skip_while(|value| value.is_none()).all(Option::is_some);
        if let Some(now) = exports[at] {
            let above = exports.iter().flatten().filter(|value| **value > now).count();
            let equal = exports.iter().flatten().filter(|value| **value == now).count();
            for (words, rank) in [("the highest month on record", 0), ("second-highest", 1), ("third-highest", 2)] {
                if headline.contains(words) {
                    prop_assert!(above == rank && equal == 1 && known(&exports), "{headline}\n{exports:?}");
                }
            }
            if headline.contains("the highest for any") {
                let same: Vec<i64> = exports.iter().skip(at % 12).step_by(12).flatten().copied().collect();
                prop_assert!(same.iter().filter(|value| **value >= now).count() == 1, "{headline}");
            }
        }

        let sign = balances[at].map(i64::signum);
        let run = balances.iter().rev().take_while(|value| value.map(i64::signum) == sign && sign != Some(0)).count();
        if let Some(sign) = sign.filter(|sign| *sign != 0) {
            let bounded = balances.len() > run && balances[balances.len() - run - 1].is_some();
            prop_assert_eq!(headline.contains("at least the"), run_is_open(&headline, bounded), "{}", &headline);
            let streaks = wording.streaks();
            if run > 1 {
                prop_assert!(streaks.contains(&format!("{run} {} in a row", if sign > 0 { "surpluses" } else { "deficits" })), "{streaks}");
            }
            if streaks.contains("on record") {
                prop_assert!(known(&balances) && longest(&balances[..balances.len() - run], sign) < run, "{streaks}\n{balances:?}");
            }
        }
        let balance = wording.balance();
        if balance.contains("the largest since the data start") {
            let now = balances[at].unwrap_or(0).abs();
            let alike = balances.iter().flatten().filter(|value| value.signum() == balances[at].unwrap_or(0).signum());
            prop_assert!(known(&balances) && alike.filter(|value| value.abs() >= now).count() == 1, "{balance}");
        }
        prop_assert!(!headline.contains(" 0.0%"), "{headline}");

        // The numbers in the headline are the figures at shown precision.
        for id in [FigureId::Exports, FigureId::Balance] {
            if let Ok(value) = state.deck.figure(id).value {
                let shown = style.money(value, 1, tradedeck::ui::format::Sign::Never);
                prop_assert!(value.signum() == 0 || headline.contains(&shown), "{shown}: {headline}");
            }
        }
    }
}

/// The words "at least the" in a headline belong to the balance or to falling exports.
fn run_is_open(headline: &str, balance_is_bounded: bool) -> bool {
    let falls = headline.split(';').next().unwrap_or("").contains("at least the");
    falls || (!balance_is_bounded && headline.contains("at least the"))
}

fn longest(balances: &[Option<i64>], sign: i64) -> usize {
    let mut best = 0;
    let mut now = 0;
    for value in balances {
        now = if value.map(i64::signum) == Some(sign) { now + 1 } else { 0 };
        best = best.max(now);
    }
    best
}
