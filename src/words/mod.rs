//! What the program says to people, in the language of whoever reads.
//!
//! Labels and messages stand in catalogues, `assets/lang/LANGUAGE/TOPIC.toml`, and are reached by
//! [`word!`](crate::word) and [`say!`](crate::say). Sentences whose build differs between languages
//! are written in code, once for each, and ask [`language`] which is wanted.
//!
//! The language is that of the thread: whoever answers a user enters it once, by [`in_language`],
//! and everything called from there speaks it. No function needs to hand it on, so that an error
//! found deep in an importer speaks the user's language too.

mod catalogue;
mod digits;
mod language;
mod particle;
mod template;

pub use catalogue::{TOPICS, Topic, entries};
pub use digits::in_groups;
pub use language::{Language, carried, in_language, language};
pub use particle::with_particle;
pub use template::placeholders;

/// A label or message without placeholders, in the language of the thread: `word!("panels.streaks")`.
#[macro_export]
macro_rules! word {
    ($key:literal) => {
        $crate::words::word($key)
    };
}

/// A message with its placeholders filled: `say!("streaks.run", n = 12)`.
#[macro_export]
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)+ $(,)?) => {
        $crate::words::say($key, &[$((stringify!($name), &$value as &dyn ::std::fmt::Display)),+])
    };
}

/// The text of `topic.key`; the key itself where no catalogue has it, which a test keeps from happening.
pub fn word(key: &'static str) -> &'static str {
    catalogue::text(language(), key).unwrap_or(key)
}

/// The text of `topic.key` with `values` in the places of their names.
pub fn say(key: &'static str, values: &[(&str, &dyn std::fmt::Display)]) -> String {
    template::fill(word(key), values)
}
