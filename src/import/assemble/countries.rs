//! Names of countries in Korean, for files that have them in other languages or as codes alone.

use super::super::extract::{Area, Extent};

/// ISO 3166 codes of two and three letters, and the name in Korean statistics. `UK` and `EL` are Eurostat's.
#[rustfmt::skip]
const COUNTRIES: [(&str, &str, &str); 91] = [
    ("KR", "KOR", "한국"), ("CN", "CHN", "중국"), ("US", "USA", "미국"), ("JP", "JPN", "일본"),
    ("VN", "VNM", "베트남"), ("HK", "HKG", "홍콩"), ("TW", "TWN", "대만"), ("SG", "SGP", "싱가포르"),
    ("IN", "IND", "인도"), ("AU", "AUS", "호주"), ("DE", "DEU", "독일"), ("MY", "MYS", "말레이시아"),
    ("ID", "IDN", "인도네시아"), ("TH", "THA", "태국"), ("PH", "PHL", "필리핀"), ("SA", "SAU", "사우디아라비아"),
    ("AE", "ARE", "아랍에미리트"), ("KW", "KWT", "쿠웨이트"), ("QA", "QAT", "카타르"), ("IQ", "IRQ", "이라크"),
    ("IR", "IRN", "이란"), ("OM", "OMN", "오만"), ("IL", "ISR", "이스라엘"), ("TR", "TUR", "튀르키예"),
    ("RU", "RUS", "러시아"), ("UA", "UKR", "우크라이나"), ("KZ", "KAZ", "카자흐스탄"), ("UZ", "UZB", "우즈베키스탄"),
    ("MN", "MNG", "몽골"), ("MM", "MMR", "미얀마"), ("KH", "KHM", "캄보디아"), ("LA", "LAO", "라오스"),
    ("BD", "BGD", "방글라데시"), ("LK", "LKA", "스리랑카"), ("PK", "PAK", "파키스탄"), ("NP", "NPL", "네팔"),
    ("GB", "GBR", "영국"), ("UK", "GBR", "영국"), ("FR", "FRA", "프랑스"), ("IT", "ITA", "이탈리아"),
    ("ES", "ESP", "스페인"), ("PT", "PRT", "포르투갈"), ("NL", "NLD", "네덜란드"), ("BE", "BEL", "벨기에"),
    ("LU", "LUX", "룩셈부르크"), ("IE", "IRL", "아일랜드"), ("CH", "CHE", "스위스"), ("AT", "AUT", "오스트리아"),
    ("SE", "SWE", "스웨덴"), ("NO", "NOR", "노르웨이"), ("DK", "DNK", "덴마크"), ("FI", "FIN", "핀란드"),
    ("IS", "ISL", "아이슬란드"), ("PL", "POL", "폴란드"), ("CZ", "CZE", "체코"), ("SK", "SVK", "슬로바키아"),
    ("HU", "HUN", "헝가리"), ("RO", "ROU", "루마니아"), ("BG", "BGR", "불가리아"), ("GR", "GRC", "그리스"),
    ("EL", "GRC", "그리스"), ("SI", "SVN", "슬로베니아"), ("HR", "HRV", "크로아티아"), ("EE", "EST", "에스토니아"),
    ("LV", "LVA", "라트비아"), ("LT", "LTU", "리투아니아"), ("CY", "CYP", "키프로스"), ("MT", "MLT", "몰타"),
    ("CA", "CAN", "캐나다"), ("MX", "MEX", "멕시코"), ("BR", "BRA", "브라질"), ("AR", "ARG", "아르헨티나"),
    ("CL", "CHL", "칠레"), ("PE", "PER", "페루"), ("CO", "COL", "콜롬비아"), ("EC", "ECU", "에콰도르"),
    ("PA", "PAN", "파나마"), ("CR", "CRI", "코스타리카"), ("ZA", "ZAF", "남아프리카공화국"), ("EG", "EGY", "이집트"),
    ("NG", "NGA", "나이지리아"), ("MA", "MAR", "모로코"), ("KE", "KEN", "케냐"), ("ET", "ETH", "에티오피아"),
    ("GH", "GHA", "가나"), ("DZ", "DZA", "알제리"), ("AO", "AGO", "앙골라"), ("NZ", "NZL", "뉴질랜드"),
    ("MO", "MAC", "마카오"), ("BN", "BRN", "브루나이"), ("KP", "PRK", "북한"),
];

/// The Korean name of a country by its code. Codes of digits differ from office to office and name none.
pub(super) fn korean(area: &Area) -> Option<&'static str> {
    let code = Some(area.code.as_str()).filter(|_| area.extent == Extent::Part)?;
    COUNTRIES.iter().find(|(two, three, _)| code == *two || code == *three).map(|(.., name)| *name)
}

/// True where two codes, of two or three letters each, are of one country.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    let country = |code: &str| COUNTRIES.iter().find(|(two, three, _)| code == *two || code == *three);
    !one.is_empty() && (one == other || country(one).zip(country(other)).is_some_and(|(one, other)| one.1 == other.1))
}

/// Both codes of the country of which one is given.
pub(super) fn codes(code: &str) -> Vec<String> {
    let found = COUNTRIES.iter().find(|(two, three, _)| code == *two || code == *three);
    found.map(|(two, three, _)| vec![(*two).to_owned(), (*three).to_owned()]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_either_code_and_groups_are_none() {
        assert_eq!(korean(&Area::country("VN", "Viet Nam")), Some("베트남"));
        assert_eq!(korean(&Area::country("VNM", "")), Some("베트남"));
        assert_eq!(korean(&Area::country("410", "Korea")), None);
        assert_eq!(korean(&Area::country("", "")), None);
        assert_eq!(korean(&Area::country("CN", "China").being(Extent::Group)), None);
    }

    #[test]
    fn a_code_stands_once() {
        let mut codes: Vec<&str> = COUNTRIES.iter().map(|(two, ..)| *two).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), COUNTRIES.len());
    }
}
