//! The catalogues, compiled in; each is parsed when it is first asked for.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::Language;

/// The texts about one part of the program.
pub struct Topic {
    /// The part of a key before the dot, and the name of the files.
    pub name: &'static str,
    /// The file in each language, in the order of [`Language::ALL`].
    files: [&'static str; 2],
    parsed: [OnceLock<BTreeMap<String, String>>; 2],
}

/// One line for each topic.
macro_rules! topics {
    ($($name:literal),+ $(,)?) => {
        /// All topics: a new one is a line here and a file for each language.
        pub static TOPICS: [Topic; [$($name),+].len()] = [$(Topic {
            name: $name,
            files: [
                include_str!(concat!("../../assets/lang/en/", $name, ".toml")),
                include_str!(concat!("../../assets/lang/ko/", $name, ".toml")),
            ],
            parsed: [const { OnceLock::new() }; 2],
        }),+];
    };
}

topics! {
    "base",
    "briefing",
    "claims",
    "cli",
    "config",
    "dates",
    "domain",
    "figures",
    "find",
    "flows",
    "formats",
    "health",
    "hints",
    "import",
    "leagues",
    "lens",
    "line",
    "lines",
    "live",
    "map",
    "micro",
    "months",
    "native",
    "news",
    "notes",
    "notices",
    "numbers",
    "overlays",
    "pack",
    "panels",
    "policy",
    "publishers",
    "records",
    "report",
    "revisions",
    "runtime",
    "saved",
    "say",
    "scope",
    "sentences",
    "statements",
    "status",
    "targets",
    "themes",
    "tiles",
    "typed",
    "vintages",
    "why",
}

/// The texts of a topic in a language, by key; nothing where the file is no table of texts, which a test rules out.
pub fn entries(topic: &'static Topic, language: Language) -> &'static BTreeMap<String, String> {
    let at = language as usize;
    topic.parsed[at].get_or_init(|| toml::from_str(topic.files[at]).unwrap_or_default())
}

/// The text of `topic.key`.
pub(super) fn text(language: Language, key: &str) -> Option<&'static str> {
    let (topic, key) = key.split_once('.')?;
    let topic = TOPICS.iter().find(|candidate| candidate.name == topic)?;
    entries(topic, language).get(key).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_table_of_texts() {
        for topic in &TOPICS {
            for file in topic.files {
                let parsed = toml::from_str::<BTreeMap<String, String>>(file);
                assert!(parsed.is_ok(), "{}: {}", topic.name, parsed.unwrap_err());
            }
        }
    }
}
