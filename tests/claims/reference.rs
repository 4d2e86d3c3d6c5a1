//! The bounds, verdicts and gaps that an independent computation in exact fractions found.

use tradedeck::claims::{Fit, evaluate, fit, language};
use tradedeck::domain::{Period, Qualifier, Ratio, Stated, StatedUnit};

use super::view;
use crate::figures::table::{Row, rows};

/// What each row of the table computes, in the language of claims.
const FORMULAS: [(&str, &str); 32] = [
    ("A1", "printed(50.1) - printed(55.4)"),
    ("A2", "(printed(501.0) - printed(554.0)) / 10"),
    ("B1", "printed(-12.69) + printed(-5.30)"),
    ("B2", "printed(-12.65) + printed(-5.30)"),
    ("B3", "printed(-12.651) + printed(-5.30)"),
    ("C1", "share(printed(17.95), printed(42.7))"),
    ("C2", "share(printed(17.95), printed(47.2))"),
    ("C3", "share(printed(17.95), printed(47.23))"),
    ("C4", "share(printed(17.95), printed(47.467))"),
    ("C5", "share(printed(17.95), printed(47.8))"),
    ("C6", "share(printed(17.95), printed(47.78))"),
    ("C7", "share(printed(18.639), printed(47.467))"),
    ("C8", "share(printed(17.622), printed(47.467))"),
    ("C9", "share(printed(17.95), printed(47.467))"),
    ("C10", "printed(17.95) / printed(0.39)"),
    ("D1", "share(printed(5.96), printed(50.10))"),
    ("D2", "100 * printed(5.96) / (1 - printed(0.425)) / printed(54.16)"),
    ("D3", "100 * printed(98.63) / (1 - printed(0.237)) / printed(683.6)"),
    ("D4", "share(printed(128.7), printed(644.4))"),
    ("E1", "printed(5.96) / (1 - printed(0.425)) - printed(5.96)"),
    ("E2", "-100 * printed(4.4) / (printed(5.96) + printed(4.4))"),
    ("E3", "-100 * printed(4.4) / (printed(5.96) + printed(4.4))"),
    ("F1", "100 * printed(50.1) / printed(54.16) - 100"),
    ("F2", "100 * printed(501.0) / printed(541.6) - 100"),
    ("F3", "100 * (printed(501.0) / 22) / (printed(541.6) / 20) - 100"),
    ("G1", "100 * 685 / printed(683.6) - 100"),
    ("G2", "685 - 680"),
    ("J1", "printed(112.286) - printed(135.061)"),
    ("J2", "share(printed(22.775), printed(47.467))"),
    ("J3", "share(printed(10.26), printed(47.23))"),
    ("J4", "share(printed(10.26), printed(47.467))"),
    ("K1", "printed(50.58) / 19.5"),
];

/// Counts of months and ranges of vintages: `embedded.rs` has them from the data.
const ELSEWHERE: [&str; 6] = ["C11", "E4", "H1", "H2", "H3", "I1"];

fn near(row: &Row, column: &str, found: Ratio) {
    let expected = row.float(column).unwrap();
    assert!((found.approximate() - expected).abs() < 1e-6, "{row}, {column}: {} for {expected}", found.decimal(9));
}

#[test]
fn every_row_has_its_bounds_verdict_and_gap() {
    let view = view("2023-03-03");
    for row in rows("ref_claims") {
        let id = row.text("id");
        let Some((_, formula)) = FORMULAS.iter().find(|(known, _)| *known == id) else {
            assert!(ELSEWHERE.contains(&id), "{id} is not checked");
            continue;
        };
        let expression = language::parse(formula, &mut &**view.dataset()).unwrap();
        let evaluation = evaluate(&view, &expression, Period::month(2023, 2)).unwrap();
        near(&row, "calc_low", evaluation.bounds.low);
        near(&row, "calc_mid", evaluation.bounds.low.plus(evaluation.bounds.high).by(Ratio::half()));
        near(&row, "calc_high", evaluation.bounds.high);
        let stated = Stated::parse(&printed(&row), "percent", StatedUnit::Percent).unwrap();
        let allowed = fit::stated_bounds(&stated, Qualifier::Exact);
        near(&row, "stated_low", allowed.low);
        near(&row, "stated_high", allowed.high);
        match (row.text("verdict"), fit::compare(&evaluation.bounds, &stated, Qualifier::Exact).unwrap()) {
            ("REPRODUCED", Fit::Reproduced) | ("WITHIN_ROUNDING", Fit::WithinRounding) => {}
            ("NOT_REPRODUCED", Fit::Off(gap)) => near(&row, "gap_to_interval", gap),
            (expected, found) => panic!("{row}: {found:?} for {expected}"),
        }
    }
}

/// The stated number with as many decimals as the table says it was printed with.
fn printed(row: &Row) -> String {
    let (number, decimals) = (row.text("stated"), row.int("decimals") as usize);
    let printed = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    assert_eq!(printed, decimals, "{row}");
    number.to_owned()
}
