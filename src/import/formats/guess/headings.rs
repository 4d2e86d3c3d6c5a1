//! What columns hold, as their headings and cells tell.

use std::collections::BTreeSet;

use super::super::super::extract::Extent;
use super::super::super::micro::names;
use super::super::{areas, regions, words};

/// What a column of words holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    Flow,
    Partner,
    Reporter,
    /// What stands beside: codes of countries that are named too, notes, flags.
    Aside,
    ItemCode,
    Item,
    Unit,
    Scale,
    Other,
}

/// Parts of headings.
const HEADINGS: [(Words, &[&str]); 9] = [
    (Words::Aside, &["footnote", "flag", "status", "missing value", "비고", "각주"]),
    (Words::Scale, &["powercode", "unit_mult", "unit mult", "multiplier", "scale", "승수"]),
    (Words::Partner, &["partner", "counterpart", "상대국"]),
    // `Entity` is a country of Our World in Data, `Economy` one of UNCTAD, `Country or Area` one of the United Nations.
    (
        Words::Reporter,
        &[
            "reporter",
            "reporting",
            "declarant",
            "entity",
            "economy",
            "country or area",
            "country_or_area",
            "location",
            "보고국",
        ],
    ),
    (Words::Partner, &["country", "destination", "origin", "국가", "國家", "国家", "land", "país", "pays", "pais"]),
    (Words::ItemCode, &["hs code", "hs_code", "hscode", "commodity code", "hs코드", "품목코드", "code"]),
    (
        Words::Item,
        &["item", "product", "commodity", "goods", "hs", "품목", "商品", "貨品", "ware", "sector", "section", "ncm"],
    ),
    (Words::Flow, &["flow", "direction", "trade type", "수출입", "구분", "進出口", "进出口"]),
    (Words::Unit, &["unit", "단위", "currency"]),
];

/// What stands before codes so that spreadsheets keep their noughts: `'0101`.
pub(super) const APOSTROPHE: char = '\'';

/// The classification that a column of codes is headed with.
pub(super) fn classification(heading: &str) -> &'static str {
    if heading.to_lowercase().contains("sitc") { "SITC" } else { "HS" }
}

/// Words of headings of goods, whose cells may be codes.
const CODED: [&str; 7] = ["hs", "sitc", "ncm", "commodity", "product", "품목", "商品"];

/// True for a heading of goods that is none of their values: `HS6`, not `Commodity exports`, `Product share` and `Months`.
fn is_of_goods(lower: &str) -> bool {
    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| CODED.contains(&word))
        && words::flow_of_heading(lower).is_none()
        && !words::is_amount(lower)
        && !words::is_no_value(lower)
}

/// What a column of words holds: by its cells where these are flows or parts of the world, else by its heading.
pub fn words_of(name: &str, cells: &[&str]) -> Words {
    let is_flow = |cell: &&str| words::flow_of_code(cell).or_else(|| words::flow_of_heading(cell)).is_some();
    let is_word = cells.iter().any(|cell| cell.len() > 1);
    let is_of_flows = |cell: &&str| is_flow(cell) || words::is_no_flow(cell);
    if cells.iter().any(is_flow) && is_word && cells.iter().all(is_of_flows) {
        return Words::Flow;
    }
    let lower = name.to_lowercase();
    let found = HEADINGS.iter().find(|(_, parts)| parts.iter().any(|part| lower.contains(part)));
    let told = found.map_or(Words::Other, |(words, _)| *words);
    let is_area = |cell: &&str| regions::region(cell).is_some() || areas::area("", cell).extent == Extent::Whole;
    if cells.iter().any(is_area) || told == Words::Other && are_countries(cells) {
        return if told == Words::Reporter { told } else { Words::Partner };
    }
    let is_code = |cell: &&str| cell.trim_start_matches(APOSTROPHE).bytes().all(|byte| byte.is_ascii_digit());
    let are_codes = cells.iter().all(|cell| is_code(cell) || words::is_total(cell.trim_start_matches(APOSTROPHE)))
        && cells.iter().any(is_code);
    if are_codes && is_of_goods(&lower) {
        return Words::ItemCode;
    }
    if ["code", "iso"].iter().any(|word| lower.contains(word)) && !matches!(told, Words::Partner | Words::Reporter) {
        let known = cells.iter().filter(|cell| names::country(cell).is_some()).count();
        return if known * 2 > cells.len() { Words::Aside } else { told };
    }
    told
}

/// True where at least half of the cells name countries.
fn are_countries(cells: &[&str]) -> bool {
    let distinct: BTreeSet<&str> = cells.iter().copied().filter(|cell| cell.len() > 2).collect();
    let known = distinct.iter().filter(|cell| names::code_of(cell).is_some()).count();
    known > 0 && known * 2 >= distinct.len()
}
