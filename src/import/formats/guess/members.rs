//! What headings of values name beside a flow: `Exports to China`, `수출_반도체`, `Exports (seasonally adjusted)`.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Flow;

use super::super::super::extract::{Extent, Unit};
use super::super::super::micro::names;
use super::super::{areas, regions, words};

/// What the numbers of a column, or of a row, are of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Member {
    /// All goods, and the world.
    Whole,
    /// One partner.
    Partner(String),
    /// One kind of goods.
    Item(String),
}

/// What stands between the parts of a heading.
const BETWEEN: [&str; 10] = [" - ", " – ", " — ", ": ", "_", "(", ")", "（", "）", "|"];

/// What stands before a partner.
const BEFORE_PARTNER: [&str; 5] = ["to ", "from ", "with ", "nach ", "aus "];

/// Words that say nothing of what the numbers are of.
#[rustfmt::skip]
const EMPTY: [&str; 67] = [
    "total", "overall", "all", "goods", "merchandise", "trade", "value", "values", "amount", "of", "in", "the", "fob", "f.o.b.",
    "f.o.b", "cif", "c.i.f.", "c.i.f", "mn", "mil", "mln", "mio", "m", "million", "millions", "bn", "b", "billion", "billions", "thousand",
    "thousands", "k", "trillion", "'000", "000", "000s", "us", "u.s.", "world", "monthly", "annual", "s", "es", "총", "액", "금액", "총액",
    "전체", "합계", "상품", "규모", "단위", "실적", "额", "額", "总额", "總額", "总值", "總值", "金額", "商品", "货物", "貨物", "gesamt",
    "insgesamt", "waren", "de",
];

/// Words of the way in which the same numbers are counted: columns that differ in them alone are no parts of a whole.
#[rustfmt::skip]
const BASES: [&str; 39] = [
    "customs", "bop", "balance of payments", "price", "forecast", "revised", "preliminary", "provisional", "average", "nominal", "real",
    "constant", "current", "basis", "adjust", "trend", "estimate", "actual", "target", "plan", "previous", "last", "moving", "month",
    "year", "quarter", "cumul", "기준", "전망", "잠정", "확정", "평균", "실질", "명목", "계획", "목표", "통관", "국제수지", "계절",
];

/// Words of numbers with seasonal adjustment, and of those without.
#[rustfmt::skip]
const ADJUSTED: [&str; 15] = [
    "seasonally adjusted", "seasonal adjusted", "seasonally-adjusted", "season. adjusted", "adjusted", "sa", "s.a.", "계절조정", "계절변동조정",
    "季节调整", "季調", "季節調整", "saisonbereinigt", "désaisonnalisé", "desestacionalizad",
];
#[rustfmt::skip]
const UNADJUSTED: [&str; 12] = [
    "not seasonally adjusted", "non-seasonally adjusted", "non seasonally adjusted", "seasonally unadjusted", "unadjusted", "not adjusted", "nsa",
    "n.s.a.", "원계열", "원수치", "季節調整前", "original",
];

/// A heading taken apart.
struct Heading {
    /// True for numbers with seasonal adjustment.
    is_adjusted: bool,
    /// What is left of it without its flow, its unit and empty words.
    rest: String,
}

/// What each of the headings names beside its flow; nothing for what another one says without seasonal adjustment.
pub(super) fn of_all(names: &[(&str, Option<Flow>)]) -> Vec<Option<Member>> {
    let headings: Vec<Heading> = names.iter().map(|(name, _)| Heading::of(name)).collect();
    let flow = |at: usize| names[at].1;
    let is_twin = |at: usize| {
        let twins = |other: &usize| flow(*other) == flow(at) && headings[*other].rest == headings[at].rest;
        headings[at].is_adjusted && (0..names.len()).filter(twins).any(|other| !headings[other].is_adjusted)
    };
    let kept: Vec<usize> = (0..names.len()).filter(|at| !is_twin(*at)).collect();
    // One column alone is the flow, whatever its heading says of it.
    let mut rests: BTreeMap<Option<Flow>, BTreeSet<&str>> = BTreeMap::new();
    for at in &kept {
        rests.entry(flow(*at)).or_default().insert(&headings[*at].rest);
    }
    let parts: BTreeSet<&str> = rests.into_values().filter(|rests| rests.len() > 1).flatten().collect();
    let is_part = |rest: &str| parts.contains(rest) && !BASES.iter().any(|word| rest.to_lowercase().contains(word));
    let partners: Vec<Option<String>> = headings.iter().map(|heading| partner(&heading.rest)).collect();
    let are_partners = kept.iter().any(|at| partners[*at].is_some());
    let member = |at: usize| match (&partners[at], headings[at].rest.as_str()) {
        (Some(partner), _) => Member::Partner(partner.clone()),
        (None, "") => Member::Whole,
        (None, rest) if !is_part(rest) || words::is_total(rest) => Member::Whole,
        (None, rest) if are_partners => Member::Partner(rest.to_owned()),
        (None, rest) => Member::Item(rest.to_owned()),
    };
    (0..names.len()).map(|at| kept.binary_search(&at).is_ok().then(|| member(at))).collect()
}

/// The flows of which there are members and no whole: what they add up to may lack others.
pub(super) fn without_whole<'m>(members: impl Iterator<Item = (Option<Flow>, &'m Member)> + Clone) -> Vec<Flow> {
    let of = |flow: Flow| members.clone().filter(move |(other, _)| *other == Some(flow)).map(|(_, member)| member);
    let has_parts = |flow: &Flow| of(*flow).next().is_some() && of(*flow).all(|member| *member != Member::Whole);
    [Flow::Export, Flow::Import].into_iter().filter(has_parts).collect()
}

/// The partner that the rest of a heading is.
fn partner(rest: &str) -> Option<String> {
    let lower = rest.to_lowercase();
    let behind = BEFORE_PARTNER.iter().find(|word| lower.starts_with(**word)).map(|word| rest[word.len()..].trim());
    if let Some(name) = behind.filter(|name| !name.is_empty()) {
        return Some(name.strip_prefix("the ").unwrap_or(name).to_owned());
    }
    let is_area = |name: &str| {
        is_country(name) || regions::region(name).is_some() || areas::area("", name).extent == Extent::Group
    };
    let toward = rest
        .strip_prefix(['대', '對', '对'])
        .map(|name| SHORT.iter().find(|(short, _)| *short == name).map_or(name, |(_, long)| long));
    [Some(rest), toward].into_iter().flatten().find(|name| is_area(name)).map(str::to_owned)
}

/// Names of countries that the list of them writes otherwise.
#[rustfmt::skip]
const OTHERWISE: [&str; 17] = ["us", "uk", "eu", "korea", "vietnam", "turkey", "uae", "中国", "中國", "美国", "美國", "米国", "日本", "韩国", "韓国", "台湾", "香港"];

fn is_country(name: &str) -> bool {
    OTHERWISE.contains(&name.to_lowercase().as_str()) || name.len() > 2 && names::code_of(name).is_some()
}

/// Countries as they are called behind `대`.
const SHORT: [(&str, &str); 3] = [("미", "미국"), ("중", "중국"), ("일", "일본")];

impl Heading {
    fn of(name: &str) -> Heading {
        let lower = name.to_lowercase();
        // Letters that are longer in lower case are rare: they are kept so.
        let mut rest = if lower.len() == name.len() { name.to_owned() } else { lower };
        let is_unadjusted = UNADJUSTED.iter().any(|word| take(&mut rest, word));
        let is_adjusted = ADJUSTED.iter().any(|word| take(&mut rest, word)) && !is_unadjusted;
        for word in words::flow_words() {
            take(&mut rest, word);
        }
        for between in BETWEEN {
            rest = rest.replace(between, "\n");
        }
        let parts = rest.split('\n').filter_map(told);
        Heading { is_adjusted, rest: parts.collect::<Vec<_>>().join(", ") }
    }
}

/// Takes a word out, as a word of its own if it is short; false where it is not there.
fn take(text: &mut String, word: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_apart = |at: usize| {
        let sides = [lower[..at].chars().next_back(), lower[at + word.len()..].chars().next()];
        word.len() > 4 || !sides.iter().flatten().any(|side| side.is_alphanumeric())
    };
    let Some(at) = lower.match_indices(word).map(|(at, _)| at).find(|at| is_apart(*at)) else { return false };
    text.replace_range(at..at + word.len(), "\n");
    true
}

/// A part of a heading without empty words at its ends; nothing where no others are left.
fn told(part: &str) -> Option<&str> {
    let is_empty = |word: &str| {
        let bare = word.trim_matches([',', '.', ';', '/']).to_lowercase();
        bare.is_empty() || EMPTY.contains(&bare.as_str()) || Unit::currency(&bare).is_some() || bare.contains('$')
    };
    let mut rest = part.trim_matches([' ', ',', '-', '.', '/', ':', ';']);
    while let Some(word) = rest.split(' ').next().filter(|word| is_empty(word) && !rest.is_empty()) {
        rest = rest[word.len()..].trim_start();
    }
    while let Some(word) = rest.rsplit(' ').next().filter(|word| is_empty(word) && !rest.is_empty()) {
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(names: &[&str]) -> Vec<String> {
        let flows: Vec<(&str, Option<Flow>)> = names.iter().map(|name| (*name, words::flow_of_heading(name))).collect();
        let text = |member: Option<Member>| match member {
            None => "-".to_owned(),
            Some(Member::Whole) => "whole".to_owned(),
            Some(Member::Partner(name)) => format!("with {name}"),
            Some(Member::Item(name)) => format!("of {name}"),
        };
        of_all(&flows).into_iter().map(text).collect()
    }

    #[test]
    fn partners_and_goods_in_headings() {
        assert_eq!(members(&["Exports to China", "Imports from Japan"]), ["with China", "with Japan"]);
        assert_eq!(members(&["Exports - World", "Exports - China (USD mn)"]), ["whole", "with China"]);
        assert_eq!(members(&["China exports", "Exports of the world"]), ["with China", "whole"]);
        assert_eq!(members(&["대중국 수출", "대미 수출", "수출(중국)"]), ["with 중국", "with 미국", "with 중국"]);
        assert_eq!(members(&["수출", "수출_반도체", "수출액(백만달러)"]), ["whole", "of 반도체", "whole"]);
        assert_eq!(members(&["Exports: Semiconductors", "Exports: Cars"]), ["of Semiconductors", "of Cars"]);
        assert_eq!(
            members(&["China", "Japan", "Others", "Total"]),
            ["with China", "with Japan", "with Others", "whole"]
        );
        assert_eq!(members(&["Cars", "Ships", "Total"]), ["of Cars", "of Ships", "whole"]);
    }

    #[test]
    fn one_column_of_a_flow_is_the_flow() {
        assert_eq!(members(&["Exports, customs basis", "Imports FOB (US$ m)"]), ["whole", "whole"]);
        assert_eq!(members(&["Value"]), ["whole"]);
        assert_eq!(members(&["Exports (customs)", "Exports (BoP)"]), ["whole", "whole"], "the same twice");
    }

    #[test]
    fn numbers_without_seasonal_adjustment_are_taken() {
        assert_eq!(members(&["Exports (SA)", "Exports (NSA)", "Imports (SA)"]), ["-", "whole", "whole"]);
        assert_eq!(members(&["수출", "수출(계절조정)", "수입 원계열", "수입 계절조정"]), ["whole", "-", "whole", "-"]);
        assert_eq!(members(&["Exports, not seasonally adjusted", "Exports, seasonally adjusted"]), ["whole", "-"]);
    }
}
