//! Scopes: goods one level down, partners, and both.

use std::collections::BTreeMap;

use tradedeck::domain::{Flow, Scope};

use super::{plan, whole};

const ROWS: &str = "\
period,flow,hs10,partner,value_usd
2020-01,export,8542310000,CN,1
2020-01,export,8542311000,CN,2
2020-01,export,8542320000,US,4
2020-01,export,8541100000,CN,8
2020-01,export,2709000000,CN,16
2020-01,export,101210000,US,32
";

/// Exports by goods and by partner within a scope, and the total.
fn sums(scope: &str) -> (BTreeMap<String, i128>, BTreeMap<String, i128>, Option<i128>) {
    let cube = whole(ROWS.as_bytes(), &plan(ROWS.as_bytes()), &Scope::parse(scope).unwrap(), 4_096).unwrap();
    let goods = cube.goods.iter().enumerate();
    let goods = goods.filter_map(|(at, code)| Some((code.clone(), cube.of_goods(0, Flow::Export, at, 0)?))).collect();
    let partners = cube.partners.iter().enumerate();
    let partners =
        partners.filter_map(|(at, name)| Some((name.clone(), cube.of_partner(0, Flow::Export, at, 0)?))).collect();
    (goods, partners, cube.total(0, Flow::Export, 0))
}

fn expect(scope: &str, goods: &[(&str, i128)], partners: &[(&str, i128)]) {
    let map = |pairs: &[(&str, i128)]| pairs.iter().map(|(name, sum)| ((*name).to_owned(), *sum)).collect();
    let total = partners.iter().map(|(_, sum)| sum).sum();
    assert_eq!(sums(scope), (map(goods), map(partners), Some(total)), "{scope}");
}

#[test]
fn chapters_headings_subheadings_codes() {
    expect("", &[("85", 15), ("27", 16), ("01", 32)], &[("CN", 27), ("US", 36)]);
    expect("85", &[("8542", 7), ("8541", 8)], &[("CN", 11), ("US", 4)]);
    expect("8542", &[("854231", 3), ("854232", 4)], &[("CN", 3), ("US", 4)]);
    expect("854231", &[("8542310000", 1), ("8542311000", 2)], &[("CN", 3)]);
    expect("8542311000", &[("8542311000", 2)], &[("CN", 2)]);
    expect("01", &[("0101", 32)], &[("US", 32)]);
}

#[test]
fn goods_of_a_partner_and_partners_of_goods() {
    expect("CN", &[("85", 11), ("27", 16)], &[("CN", 27)]);
    expect("85/CN", &[("8542", 3), ("8541", 8)], &[("CN", 11)]);
    expect("8542/US", &[("854232", 4)], &[("US", 4)]);
    let cube = whole(ROWS.as_bytes(), &plan(ROWS.as_bytes()), &Scope::parse("ZZ").unwrap(), 4_096).unwrap();
    assert_eq!((cube.rows, cube.outside), (0, 6));
}

#[test]
fn what_is_first_met_outside_the_scope_or_in_a_bad_row_is_known_inside() {
    let rows = [
        "2020-02,import,2709000000,JP,1",
        "2020-03,export,8542310000,DE,x",
        "2020-02,export,8542310000,CN,2",
        "2020-02,import,8542310000,JP,4",
        "2020-03,export,8542310000,DE,8",
        "2020-03,export,8542310000,JP,16",
    ];
    let text = format!("period,flow,hs10,partner,value_usd\n{}\n", rows.join("\n"));
    for (scope, export, import) in [("85", [2, 24], [4, 0]), ("85/JP", [0, 16], [4, 0]), ("27", [0, 0], [1, 0])] {
        let cube = whole(text.as_bytes(), &plan(ROWS.as_bytes()), &Scope::parse(scope).unwrap(), 4_096).unwrap();
        let total = |flow| [0, 1].map(|period| cube.total(period, flow, 0).unwrap_or(0));
        assert_eq!((total(Flow::Export), total(Flow::Import)), (export, import), "{scope}");
        assert_eq!(cube.faults.bad(), 1);
    }
}
