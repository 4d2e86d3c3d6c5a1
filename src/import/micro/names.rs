//! Names of goods and countries by their codes, in both languages.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::domain::{Scope, Text};

/// The chapters of the Harmonized System: code and short names.
const CHAPTERS: &str = include_str!("../../../assets/codes/hs_chapters.csv");

/// Countries and territories of ISO 3166-1: two letters, three letters, names, number.
const COUNTRIES: &str = include_str!("../../../assets/codes/countries.csv");

/// The name of goods: of a chapter its short name; the code where no name is known.
pub fn goods(code: &str) -> Text {
    static NAMES: OnceLock<HashMap<&str, Text>> = OnceLock::new();
    let names = NAMES.get_or_init(|| lines(CHAPTERS).filter_map(chapter).collect());
    names.get(code).cloned().unwrap_or_else(|| Text::plain(code))
}

/// A country by its code of two or three letters: the code of two, and its name.
pub fn country(code: &str) -> Option<(&'static str, Text)> {
    static NAMES: OnceLock<HashMap<&str, (&str, Text)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| lines(COUNTRIES).filter_map(country_of).flatten().collect());
    names.get(code).cloned()
}

/// The code of two letters of a country that a user names by code or name, in either language.
pub fn code_of(wanted: &str) -> Option<&'static str> {
    static CODES: OnceLock<HashMap<String, &str>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let mut codes = HashMap::new();
        for [(two, (_, name)), (three, _)] in lines(COUNTRIES).filter_map(country_of) {
            for own in [two, three, &name.en, &name.ko] {
                codes.entry(own.to_ascii_lowercase()).or_insert(two);
            }
        }
        codes
    });
    codes.get(&wanted.to_ascii_lowercase()).copied()
}

/// The number and name of what the United Nations' trade statistics have of Asia without a country of its own.
const OTHER_ASIA: (&str, &str) = ("490", "Other Asia, nes");

/// Numbers that the United Nations' trade statistics have in place of those of ISO 3166-1.
const UNITED_NATIONS: [(&str, &str); 5] =
    [("251", "250"), ("579", "578"), ("699", "356"), ("757", "756"), ("842", "840")];

/// The English name of a country by its number in the United Nations' trade statistics, `842` or `004`. Every row of a file may ask.
pub fn numbered(number: &str) -> Option<&'static str> {
    static NAMES: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    let named = |fields: Vec<&'static str>| Some((*fields.last()?, *fields.get(2)?));
    let names = NAMES.get_or_init(|| lines(COUNTRIES).filter_map(named).collect());
    let padded = format!("{number:0>3}");
    // What is there is mostly Taiwan, which is not said of it.
    if padded == OTHER_ASIA.0 {
        return Some(OTHER_ASIA.1);
    }
    let known = UNITED_NATIONS.iter().find(|(own, _)| *own == padded).map_or(padded.as_str(), |(_, iso)| iso);
    names.get(known).copied()
}

/// The names of the steps that lead to a scope, in the language of the thread: chapter, heading, subheading, code, partner.
pub fn crumbs(scope: &Scope) -> Vec<String> {
    let code = &scope.product;
    let levels = [2, 4, 6].into_iter().filter(|level| *level <= code.len());
    let whole = (code.len() > 6).then_some(code.len());
    let steps = levels.chain(whole).map(|level| {
        let name = goods(&code[..level]);
        if name.here() == &code[..level] { name.en } else { format!("{} {}", &code[..level], name.here()) }
    });
    let partner = scope.partner.as_deref();
    let partner = partner.map(|code| country(code).map_or_else(|| code.to_owned(), |(_, name)| name.here().to_owned()));
    steps.chain(partner).collect()
}

/// All lines below the header.
fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(';').collect())
}

fn chapter(fields: Vec<&'static str>) -> Option<(&'static str, Text)> {
    let [code, en, ko] = fields[..] else { return None };
    Some((code, Text { en: en.to_owned(), ko: ko.to_owned() }))
}

fn country_of(fields: Vec<&'static str>) -> Option<[(&'static str, (&'static str, Text)); 2]> {
    let [two, three, en, ko, _] = fields[..] else { return None };
    let names = (two, Text { en: en.to_owned(), ko: ko.to_owned() });
    Some([(two, names.clone()), (three, names)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_chapters_have_names_in_both_languages() {
        for chapter in (1..=97).filter(|chapter| *chapter != 77) {
            let name = goods(&format!("{chapter:02}"));
            assert!(name.en.len() > 2 && !name.ko.is_empty() && name.en.len() <= 30, "{chapter}: {name:?}");
        }
        assert_eq!(goods("77"), Text::plain("77"));
        assert_eq!(goods("8542").en, "8542");
    }

    #[test]
    fn crumbs_lead_from_the_chapter_down() {
        let scope = Scope::parse("8542310000/CN").unwrap();
        assert_eq!(crumbs(&scope), ["85 Electrical machinery", "8542", "854231", "8542310000", "China"]);
    }

    #[test]
    fn countries_are_found_by_either_code() {
        assert_eq!(lines(COUNTRIES).count(), 249);
        for fields in lines(COUNTRIES) {
            let [two, three, en, ko, number] = fields[..] else { panic!("{fields:?}") };
            assert!(two.len() == 2 && three.len() == 3 && !en.is_empty() && !ko.is_empty(), "{fields:?}");
            assert_eq!(number.len(), 3, "{fields:?}");
            assert_eq!(country(two), country(three));
        }
        assert_eq!(country("KOR").unwrap().0, "KR");
        assert_eq!(country("DE").unwrap().1.ko, "독일");
        assert_eq!(country("XX"), None);
    }
}
