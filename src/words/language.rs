//! Which language is spoken.

use std::cell::Cell;
use std::str::FromStr;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Korean, in the style of official releases.
    Korean,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Korean];

    /// The code of ISO 639-1, which names it on the command line and in the configuration.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Korean => "ko",
        }
    }

    /// The language of a POSIX locale such as `ko_KR.UTF-8`, where it is spoken here.
    pub fn of_locale(locale: &str) -> Option<Language> {
        locale.split(['_', '.', '@', '-']).next()?.to_ascii_lowercase().parse().ok()
    }

    /// The one after this.
    #[must_use]
    pub fn next(self) -> Language {
        match self {
            Language::English => Language::Korean,
            Language::Korean => Language::English,
        }
    }
}

impl FromStr for Language {
    type Err = ();

    fn from_str(code: &str) -> Result<Language, ()> {
        Language::ALL.into_iter().find(|language| language.code() == code).ok_or(())
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of this thread; English unless [`in_language`] was entered.
pub fn language() -> Language {
    SPOKEN.get()
}

/// What `speak` gives while the thread speaks the language. What was spoken before comes back after it, also
/// after a panic.
pub fn in_language<T>(language: Language, speak: impl FnOnce() -> T) -> T {
    struct Back(Language);
    impl Drop for Back {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _back = Back(SPOKEN.replace(language));
    speak()
}

/// Work for another thread that speaks the language of this one.
pub fn carried<T>(work: impl FnOnce() -> T + Send) -> impl FnOnce() -> T + Send {
    let language = language();
    move || in_language(language, work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_spoken_within_and_not_after() {
        let inside = in_language(Language::Korean, || {
            let carried = carried(language);
            (language(), std::thread::spawn(carried).join().unwrap())
        });
        assert_eq!(inside, (Language::Korean, Language::Korean));
        assert_eq!(language(), Language::English);
        let panicked =
            std::panic::catch_unwind(|| in_language(Language::Korean, || std::panic::resume_unwind(Box::new(()))));
        assert!(panicked.is_err());
        assert_eq!(language(), Language::English);
    }

    #[test]
    fn locales_name_languages() {
        assert_eq!(Language::of_locale("ko_KR.UTF-8"), Some(Language::Korean));
        assert_eq!(Language::of_locale("ko"), Some(Language::Korean));
        assert_eq!(Language::of_locale("en_US.UTF-8"), Some(Language::English));
        assert_eq!(Language::of_locale("kok_IN"), None);
        assert_eq!(Language::of_locale("C.UTF-8"), None);
        assert_eq!(Language::of_locale(""), None);
    }
}
