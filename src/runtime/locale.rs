//! The language to answer in, and what else the locale says.

use crate::words::Language;

use super::setup::{self, Request};

/// The language asked for; else that of the settings; else that of the locale; else English. Settings that cannot be
/// read say nothing here: whoever needs them reports what is wrong with them.
pub fn language(asked: Option<Language>, request: &Request) -> Language {
    let set = || setup::settings(request).ok()?.language;
    asked.or_else(set).or_else(|| Language::of_locale(&setting(["LC_ALL", "LC_MESSAGES", "LANG"])?)).unwrap_or_default()
}

/// The first of the variables that is set and not empty, as POSIX has it.
pub(super) fn setting(variables: [&str; 3]) -> Option<String> {
    variables.into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
}

/// Whether characters are counted as Chinese, Japanese and Korean terminals count them.
pub(super) fn is_east_asian() -> bool {
    let locale = setting(["LC_ALL", "LC_CTYPE", "LANG"]);
    locale.is_some_and(|locale| {
        ["ko", "ja", "zh"].iter().any(|language| locale.to_ascii_lowercase().starts_with(language))
    })
}
