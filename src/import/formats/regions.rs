//! Parts of the world, by their names in several languages. Beside countries they are sums of these; in a table that has
//! no countries they are what adds up to the world.

use super::super::extract::{Area, Extent};
use super::areas;

/// A continent's names, and those of what lies in it. Tables that have the Middle East have it beside Asia.
#[rustfmt::skip]
const CONTINENTS: [(&[&str], &[&str]); 7] = [
    (
        &["asia", "asien", "asie", "ásia", "아시아", "아시아주", "亚洲", "亞洲", "アジア", "アジア州"],
        &["east asia", "eastern asia", "north-east asia", "northeast asia", "south asia", "southern asia", "south-east asia",
          "south-eastern asia", "southeast asia", "central asia", "western asia", "동아시아", "동북아", "동북아시아", "동남아",
          "동남아시아", "서남아", "서남아시아", "남아시아", "중앙아시아", "东亚", "东南亚", "南亚", "中亚", "東亞", "東南亞",
          "東アジア", "東南アジア", "南アジア", "中央アジア"],
    ),
    (
        &["middle east", "near and middle east", "near east", "oriente médio", "oriente medio", "moyen-orient", "중동",
          "中东", "中東"],
        &[],
    ),
    (
        &["europe", "europa", "유럽", "유럽주", "구주", "欧洲", "歐洲", "欧州", "ヨーロッパ"],
        &["western europe", "west europe", "eastern europe", "east europe", "central and eastern europe",
          "central europe", "northern europe", "southern europe", "서유럽", "동유럽", "북유럽", "남유럽", "西欧", "东欧",
          "東欧", "西歐", "東歐", "中東欧・ロシア等"],
    ),
    (
        &["africa", "afrika", "áfrica", "afrique", "아프리카", "아프리카주", "非洲", "アフリカ", "アフリカ州"],
        &["north africa", "northern africa", "sub-saharan africa", "west africa", "western africa", "east africa",
          "eastern africa", "central africa", "middle africa", "southern africa", "북아프리카", "北非"],
    ),
    (
        &["oceania", "ozeanien", "oceanía", "océanie", "australia and oceania", "오세아니아", "대양주", "大洋洲", "大洋州",
          "オセアニア"],
        &["melanesia", "micronesia", "polynesia", "australia and new zealand"],
    ),
    (
        &["america", "americas", "the americas", "amerika", "américa", "amérique", "미주", "아메리카", "아메리카주", "美洲",
          "米州"],
        &["north america", "northern america", "latin america", "latin america and the caribbean",
          "latin america and caribbean", "latin america & caribbean", "south america", "central america",
          "central and south america", "caribbean", "nordamerika", "südamerika", "mittelamerika", "américa do norte",
          "américa del norte", "amérique du nord", "américa do sul", "américa del sur", "américa central",
          "américa latina", "amérique latine", "북미", "북아메리카", "북미주", "중남미", "남미", "중미", "남아메리카",
          "라틴아메리카", "중남미주", "北美", "北美洲", "北米", "拉丁美洲", "南美洲", "中南米", "中南美洲"],
    ),
    (&["cis", "commonwealth of independent states", "독립국가연합", "独联体", "獨聯體"], &[]),
];

/// Names of what is left over. They are added to countries as well as to continents.
const RESTS: [&str; 22] = [
    "other",
    "others",
    "other countries",
    "other regions",
    "rest of world",
    "rest of the world",
    "unspecified",
    "not specified",
    "unknown",
    "unclassified",
    "not elsewhere specified",
    "기타",
    "기타 국가",
    "기타국가",
    "그 외",
    "미상",
    "其他",
    "其他国家",
    "その他",
    "sonstige",
    "outros",
    "autres",
];

/// A part of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region {
    continent: usize,
    /// It lies in a continent that has a name of its own.
    is_inner: bool,
}

/// The part of the world that a name stands for: `Asia`, `Total Asia`, `아시아 계`, `Asia (12)`.
pub fn region(name: &str) -> Option<Region> {
    let name = plain(name);
    let has = |names: &[&str]| names.contains(&name.as_str());
    let at = |(continent, (outer, inner)): (usize, &(&[&str], &[&str]))| {
        (has(outer) || has(inner)).then(|| Region { continent, is_inner: !has(outer) })
    };
    CONTINENTS.iter().enumerate().find_map(at)
}

fn plain(name: &str) -> String {
    let lower = name.to_lowercase();
    let name = lower.split(['(', '（']).next().unwrap_or("").trim();
    let name = name.strip_prefix("total ").or_else(|| name.strip_prefix("all ")).unwrap_or(name);
    let end = [" total", ", total", " 소계", " 합계", " 계"].iter().find_map(|end| name.strip_suffix(end));
    end.unwrap_or(name).trim().to_owned()
}

fn region_of(area: &Area) -> Option<Region> {
    region(if area.label.is_empty() { &area.code } else { &area.label })
}

/// Which of the areas are parts of the world that lie in no other one of them.
pub fn outermost(areas: &[Area]) -> Vec<bool> {
    let regions: Vec<Option<Region>> = areas.iter().map(region_of).collect();
    let has_whole = |of: Region| regions.iter().flatten().any(|it| it.continent == of.continent && !it.is_inner);
    regions.iter().map(|region| region.is_some_and(|it| !it.is_inner || !has_whole(it))).collect()
}

/// Decides whether parts of the world are groups, as where there are countries too, or what the world is made of. Returns
/// the names of those that are groups.
pub fn settle(areas: &mut [Area]) -> Vec<String> {
    let is_rest =
        |area: &Area| RESTS.contains(&plain(area.id()).as_str()) || RESTS.contains(&plain(&area.label).as_str());
    let is_country = |area: &Area| area.extent == Extent::Part && region_of(area).is_none() && !is_rest(area);
    // Many formats have countries alone; copies of them may have blocs too.
    for area in areas.iter_mut().filter(|area| area.extent == Extent::Part && region_of(area).is_none()) {
        let name = if area.label.is_empty() { &area.code } else { &area.label };
        if [areas::area("", name), areas::area(name, "")].iter().any(|area| area.extent == Extent::Group) {
            area.extent = Extent::Group;
        }
    }
    let has_countries = areas.iter().any(is_country);
    let mut groups = Vec::new();
    for (is_outermost, area) in outermost(areas).into_iter().zip(areas.iter_mut()) {
        if region_of(area).is_some() {
            area.extent = if is_outermost && !has_countries { Extent::Part } else { Extent::Group };
            groups.extend((area.extent == Extent::Group).then(|| area.to_string()));
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extents(names: &[&str]) -> Vec<Extent> {
        let mut areas: Vec<Area> = names.iter().map(|name| Area::country("", name)).collect();
        settle(&mut areas);
        areas.into_iter().map(|area| area.extent).collect()
    }

    #[test]
    fn continents_are_groups_beside_countries_alone() {
        use Extent::{Group, Part};
        assert_eq!(extents(&["Asia", "China", "Europe"]), [Group, Part, Group]);
        assert_eq!(extents(&["Asia", "Europe", "Others"]), [Part, Part, Part]);
        assert_eq!(extents(&["아시아 계", "중국"]), [Group, Part]);
        assert_eq!(extents(&["Americas", "North America", "Total Asia"]), [Part, Group, Part]);
        assert_eq!(extents(&["North America", "Latin America"]), [Part, Part]);
        assert_eq!(extents(&["Other Asia, nes", "South Africa", "American Samoa"]), [Part, Part, Part]);
    }
}
