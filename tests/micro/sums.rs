//! The sums of any records, for any size of block and any cut.

use proptest::prelude::*;

use tradedeck::domain::{Flow, Scope};
use tradedeck::import::micro::scan::{LONGEST, Stop};

use super::text::{of_cube, records, slowly, written};
use super::{cut, plan, whole};

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn are_those_of_a_slow_reading(records in records(120), is_windows in any::<bool>(), block in 64..3_000_usize) {
        let text = written(&records, if is_windows { "\r\n" } else { "\n" });
        let plan = plan(text.as_bytes());
        let cube = whole(text.as_bytes(), &plan, &Scope::default(), block).unwrap();
        prop_assert_eq!(cube.faults.bad(), 0, "{:?}", cube.faults);
        prop_assert_eq!(cube.rows as usize, records.len());
        prop_assert_eq!(of_cube(&cube), slowly(&records));
        for (at, _) in cube.periods.iter().enumerate() {
            for flow in [Flow::Export, Flow::Import] {
                let parts: Vec<i128> = (0..cube.goods.len()).filter_map(|goods| cube.of_goods(at, flow, goods, 2)).collect();
                let total = (!parts.is_empty()).then(|| parts.iter().sum::<i128>());
                prop_assert_eq!(cube.total(at, flow, 2), total);
            }
        }
    }

    #[test]
    fn are_the_same_wherever_the_text_is_cut(
        records in records(40),
        places in proptest::collection::vec(0.0..1.0_f64, 1..4),
        block in 64..1_000_usize,
    ) {
        let text = written(&records, "\n");
        let plan = plan(text.as_bytes());
        let first = plan.first_row as usize + 1;
        let mut cuts: Vec<usize> = places.iter().map(|at| first + (at * (text.len() - first) as f64) as usize).collect();
        cuts.sort_unstable();
        cuts.dedup();
        // A cut within quotes may be seen, and then the text is read whole; it must not give other sums.
        if let Some(cube) = cut(text.as_bytes(), &plan, &cuts, block) {
            prop_assert_eq!(of_cube(&cube), slowly(&records));
        }
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), block in 64..500_usize) {
        let header = b"period,flow,hs10,partner,value_usd\n2020-01,export,8542310000,CN,5\n";
        let text = [header.as_slice(), &bytes].concat();
        let plan = plan(header);
        // Whatever comes of it, each row is in the sums or told of, and nothing panics.
        if let Ok(cube) = whole(&text, &plan, &Scope::default(), block) {
            prop_assert!(cube.rows >= 1 || cube.faults.bad() >= 1);
        }
    }
}

#[test]
fn every_place_of_a_cut_gives_the_same_sums() {
    let rows = (0..40)
        .map(|n| format!("2020-0{},{},85423{:05},CN,{}\n", n % 9 + 1, ["export", "import"][n % 2], n, n * n + 1));
    let text = "period,flow,hs10,partner,value_usd\n".to_owned() + &rows.collect::<String>();
    let plan = plan(text.as_bytes());
    let expected = of_cube(&whole(text.as_bytes(), &plan, &Scope::default(), 4_096).unwrap());
    for at in plan.first_row as usize + 1..text.len() {
        let cube = cut(text.as_bytes(), &plan, &[at], 128).expect("without quotes every cut is seen rightly");
        assert_eq!(of_cube(&cube), expected, "cut at {at}");
    }
}

#[test]
fn sums_go_beyond_64_bits() {
    let row = "2020-01,export,8542310000,CN,9999999999999999\n".repeat(2_000);
    let text = format!("period,flow,hs10,partner,value_usd\n{row}");
    let cube = whole(text.as_bytes(), &plan(text.as_bytes()), &Scope::default(), 4_096).unwrap();
    assert_eq!(cube.total(0, Flow::Export, 0), Some(9_999_999_999_999_999 * 2_000));
    assert_eq!(cube.of_partner(0, Flow::Export, 0, 0), Some(9_999_999_999_999_999 * 2_000));
}

#[test]
fn nought_is_no_gap_and_halves_are_rounded_once_away_from_nought() {
    let rows = [
        "8542310000,CN,0",
        "8542310000,US,0.5",
        "2709000000,US,-0.5",
        "2709000000,US,-2",
        "0101210000,KP,0.25",
        "0101210000,KP,0.25",
    ];
    let rows: String = rows.iter().map(|row| format!("2020-01,import,{row}\n")).collect();
    let text = format!("period,flow,hs10,partner,value_usd\n{rows}");
    let cube = whole(text.as_bytes(), &plan(text.as_bytes()), &Scope::default(), 4_096).unwrap();
    let partner = |name: &str| {
        let at = cube.partners.iter().position(|other| other == name).unwrap();
        (cube.of_partner(0, Flow::Import, at, 0), cube.of_partner(0, Flow::Export, at, 0))
    };
    assert_eq!(partner("CN"), (Some(0), None));
    assert_eq!(partner("US"), (Some(-2), None));
    assert_eq!(partner("KP"), (Some(1), None));
    let goods = |code: &str| cube.goods.iter().position(|other| other == code).unwrap();
    assert_eq!(cube.of_goods(0, Flow::Import, goods("85"), 0), Some(1));
    assert_eq!(cube.of_goods(0, Flow::Import, goods("27"), 0), Some(-3));
    assert_eq!(cube.of_goods(0, Flow::Import, goods("01"), 0), Some(1));
    assert_eq!(cube.total(0, Flow::Import, 0), Some(-2), "-1.5");
}

#[test]
fn a_quote_that_is_not_closed_stops_the_reading() {
    let start = "period,flow,hs10,partner,value_usd\n2020-01,export,8542310000,CN,1\n";
    let plan = plan(start.as_bytes());
    for rest in ["2020-01,export,\"8542310000,CN,1\n".to_owned(), format!("\"{}", "x,\n".repeat(LONGEST))] {
        let text = format!("{start}{rest}");
        let stop = whole(text.as_bytes(), &plan, &Scope::default(), 4_096).unwrap_err();
        assert!(matches!(stop, Stop::Endless(place) if place == start.len() as u64), "{stop:?}");
    }
}
