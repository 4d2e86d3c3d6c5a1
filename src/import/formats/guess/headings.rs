//! What columns hold, as their headings and cells tell.

use super::super::{regions, words};

/// What a column of words holds, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    Flow,
    Partner,
    Reporter,
    ItemCode,
    Item,
    Unit,
    Scale,
    Other,
}

/// Parts of headings.
const HEADINGS: [(Words, &[&str]); 7] = [
    (Words::Scale, &["powercode", "unit_mult", "unit mult", "multiplier", "scale", "승수"]),
    (Words::Reporter, &["reporter", "declarant", "보고국"]),
    (
        Words::Partner,
        &[
            "partner",
            "country",
            "destination",
            "origin",
            "국가",
            "상대국",
            "國家",
            "国家",
            "land",
            "país",
            "pays",
            "pais",
        ],
    ),
    (Words::ItemCode, &["hs code", "hs_code", "hscode", "commodity code", "hs코드", "품목코드", "code"]),
    (
        Words::Item,
        &["item", "product", "commodity", "goods", "hs", "품목", "商品", "貨品", "ware", "sector", "section", "ncm"],
    ),
    (Words::Flow, &["flow", "direction", "trade type", "수출입", "구분", "進出口", "进出口"]),
    (Words::Unit, &["unit", "단위", "currency"]),
];

/// The classification that a column of codes is headed with.
pub(super) fn classification(heading: &str) -> &'static str {
    if heading.to_lowercase().contains("sitc") { "SITC" } else { "HS" }
}

/// Words of headings of goods, whose cells may be codes.
const CODED: [&str; 7] = ["hs", "sitc", "ncm", "commodity", "product", "품목", "商品"];

/// True for a heading of goods that is none of their values: `HS6`, not `Commodity exports` and not `Months`.
fn is_of_goods(lower: &str) -> bool {
    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| CODED.contains(&word)) && words::flow_of_heading(lower).is_none() && !words::is_amount(lower)
}

/// What a column of words holds: by its cells where these are flows or parts of the world, else by its heading.
pub fn words_of(name: &str, cells: &[&str]) -> Words {
    let is_flow = |cell: &&str| words::flow_of_code(cell).or_else(|| words::flow_of_heading(cell)).is_some();
    let is_word = cells.iter().any(|cell| cell.len() > 1);
    let is_of_flows = |cell: &&str| is_flow(cell) || words::is_no_flow(cell);
    if cells.iter().any(is_flow) && is_word && cells.iter().all(is_of_flows) {
        return Words::Flow;
    }
    if cells.iter().any(|cell| regions::region(cell).is_some()) {
        return Words::Partner;
    }
    let lower = name.to_lowercase();
    let is_code = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let are_codes = cells.iter().all(|cell| is_code(cell) || words::is_total(cell)) && cells.iter().any(is_code);
    if are_codes && is_of_goods(&lower) {
        return Words::ItemCode;
    }
    let found = HEADINGS.iter().find(|(_, parts)| parts.iter().any(|part| lower.contains(part)));
    found.map_or(Words::Other, |(words, _)| *words)
}
