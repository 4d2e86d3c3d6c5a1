//! Codes that stand for the world or for groups of countries, in the lists of several offices.

use super::super::extract::{Area, Extent};
use super::super::micro::names;
use super::{regions, words};

/// Codes of the world.
const WORLD: [&str; 16] = [
    "W00", "WLD", "WORLD", "World", "W", "W0", "_T", "G001", "WL", "1W", "TOT", "TOTAL", "ALL", "AW", "W1", "WRL_REST",
];

/// Names of the world, in small letters.
const WORLD_NAMES: [&str; 13] = [
    "world",
    "world total",
    "total world",
    "all countries",
    "welt",
    "monde",
    "mundo",
    "세계",
    "전세계",
    "전 세계",
    "世界",
    "全世界",
    "全球",
];

/// Codes of groups that no rule below finds.
const GROUPS: [&str; 62] = [
    "OECD", "OECDE", "OECD_EU", "OECDSO", "G-20", "G20", "G-7", "G7", "EMU", "EUU", "ECS", "ARB", "CEB", "CSS", "EAP",
    "EAR", "EAS", "ECA", "FCS", "HIC", "HPC", "IBD", "IBT", "IDA", "IDB", "IDX", "INX", "LAC", "LCN", "LDC", "LIC",
    "LMC", "LMY", "LTE", "MEA", "MIC", "MNA", "NAC", "OED", "OSS", "PRE", "PSS", "PST", "SAS", "SSA", "SSF", "SST",
    "TEA", "TEC", "TLA", "TMN", "TSA", "TSS", "UMC", "AFE", "AFW", "ASEAN", "ASEA", "BRICS", "NAFTA", "EFTA", "OPEC",
];

/// Names of groups, and what they begin with.
const GROUP_NAMES: [&str; 44] = [
    "total of all countries",
    "advanced economies",
    "emerging",
    "developing",
    "sub-saharan africa",
    "middle east",
    "latin america",
    "western hemisphere",
    "other countries",
    "euro area",
    "euro zone",
    "european union",
    "extra-eu",
    "intra-eu",
    "extra eu",
    "intra eu",
    "oecd",
    "asean",
    "opec",
    "nato",
    "high income",
    "low income",
    "middle income",
    "eu27",
    "eu-27",
    "eu 27",
    "eu28",
    "eu-28",
    "eu 28",
    "apec",
    "mercosur",
    "gcc",
    "rcep",
    "usmca",
    "nafta",
    "efta",
    "brics",
    "아세안",
    "유럽연합",
    "유로존",
    "东盟",
    "東協",
    "欧盟",
    "歐盟",
];

/// The world, a country or a group, by its code; names decide where the code tells nothing.
pub fn area(code: &str, label: &str) -> Area {
    let label = if label == code { "" } else { label };
    Area { code: code.to_owned(), label: label.to_owned(), extent: extent(code, label) }
}

fn extent(code: &str, label: &str) -> Extent {
    let name = if label.is_empty() { code } else { label }.trim().to_lowercase();
    // What has no code may be one. `AW` is Aruba there, and `TOTAL` may be all goods.
    let is_code = code.is_empty() && names::country(label).is_none() && !words::is_total(label);
    let code = if is_code { label } else { code };
    if WORLD.contains(&code) || WORLD_NAMES.contains(&name.as_str()) || name.starts_with("total for all") {
        return Extent::Whole;
    }
    let is_group = GROUPS.contains(&code)
        || is_union(code)
        || is_outside(code)
        || is_group_of_a_bank(code)
        || code.starts_with("INT_")
        || is_numbered_group(code)
        || regions::region(&name).is_some()
        || is_ranked(&name)
        || GROUP_NAMES.iter().any(|group| name.starts_with(group));
    if is_group { Extent::Group } else { Extent::Part }
}

/// `top 10`, `상위 10개국`: countries that stand alone elsewhere.
fn is_ranked(name: &str) -> bool {
    let rest = ["top ", "first ", "상위", "주요"].iter().find_map(|beginning| name.strip_prefix(beginning));
    rest.is_some_and(|rest| rest.trim_start().starts_with(|first: char| first.is_ascii_digit()))
}

/// `J8`: the European Central Bank's codes of those outside the euro area.
pub fn is_outside(code: &str) -> bool {
    code.starts_with("EXT_")
        || code.len() == 2 && code.starts_with('J') && code.ends_with(|last: char| last.is_ascii_digit())
}

/// `I8`, `D0` at the European Central Bank, `4F`, `F1`, `1C_080`, `XR43` at the Fund: codes of groups, for none of a country has
/// a digit.
fn is_group_of_a_bank(code: &str) -> bool {
    let is_letter_and_digit = |code: &str| {
        let letters = code.as_bytes();
        let count = |test: fn(&u8) -> bool| letters.iter().filter(|letter| test(letter)).count();
        letters.len() == 2 && count(u8::is_ascii_uppercase) == 1 && count(u8::is_ascii_digit) == 1
    };
    let is_numbered = |beginning: &str| {
        code.strip_prefix(beginning)
            .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_letter_and_digit(code) || code.starts_with("1C_") || is_numbered("XR")
}

/// `EA`, `EA19`, `EU27_2020`, `EU28`, and `I8`, the euro area of the European Central Bank.
pub fn is_union(code: &str) -> bool {
    if is_group_of_a_bank(code) && code.starts_with('I') {
        return true;
    }
    let rest = code.strip_prefix("EA").or_else(|| code.strip_prefix("EU"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(|first: char| first.is_ascii_digit() || first == '_'))
}

/// `G110`, `GX405`: groups of the International Monetary Fund.
fn is_numbered_group(code: &str) -> bool {
    let digits = code.strip_prefix("GX").or_else(|| code.strip_prefix('G')).unwrap_or("");
    digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_no_countries() {
        for code in ["EA19", "EA", "EU27_2020", "EU", "OECD", "G-20", "G110", "LMY", "EXT_EU27_2020"] {
            assert_eq!(extent(code, ""), Extent::Group, "{code}");
        }
        for code in ["DE", "EL", "UK", "EE", "KOR", "USA", "G", "GRC", "EAZ"] {
            assert_eq!(extent(code, ""), Extent::Part, "{code}");
        }
        for name in [
            "Top 10",
            "Top 25 countries",
            "상위 10개국",
            "ASEAN (10)",
            "아세안",
            "유럽연합",
            "東協",
            "EU-27",
            "APEC",
            "Mercosur",
        ] {
            assert_eq!(extent(name, ""), Extent::Group, "{name}");
        }
        for name in ["Europa Island", "Eurasia", "유고슬라비아", "东帝汶"] {
            assert_eq!(extent(name, ""), Extent::Part, "{name}");
        }
        assert_eq!(extent("W00", ""), Extent::Whole);
        assert_eq!(extent("-", "TOTAL FOR ALL COUNTRIES"), Extent::Whole);
    }
}
