//! The language of the command line. It is known before the arguments are read, because what is wrong with them is said
//! in it too.

use std::ffi::OsString;

use clap::{Args, ValueEnum};

use tradedeck::runtime::{locale, setup::Request};
use tradedeck::words::Language;

const LANG: &str = "--lang";

/// Declares the option, for the help and for wrong values: a right one is taken out before.
#[derive(Debug, Args)]
pub(super) struct LanguageOption {
    /// Language to speak [default: that of the settings or the locale]
    #[arg(long, value_enum, value_name = "LANGUAGE", global = true)]
    lang: Option<LanguageChoice>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LanguageChoice {
    En,
    Ko,
}

/// The language that was asked for, wherever among the arguments, else that of the settings or the locale.
pub(super) fn take(arguments: &mut Vec<OsString>) -> Language {
    let mut asked = None;
    while let Some((at, width, language)) = find(arguments, LANG, |code| code.parse::<Language>().ok()) {
        asked = Some(language);
        arguments.drain(at..at + width);
    }
    let config = find(arguments, "--config", |file| Some(file.into())).map(|(_, _, file)| file);
    locale::language(asked, &Request { config, ..Request::default() })
}

/// Where an option stands, how many arguments it is, and its value: `--name value` or `--name=value`.
fn find<T>(arguments: &[OsString], name: &str, read: impl Fn(&str) -> Option<T>) -> Option<(usize, usize, T)> {
    let options = arguments.iter().take_while(|argument| *argument != "--");
    options.enumerate().find_map(|(at, argument)| match argument.to_str()?.strip_prefix(name)? {
        "" => Some((at, 2, read(arguments.get(at + 1)?.to_str()?)?)),
        rest => Some((at, 1, read(rest.strip_prefix('=')?)?)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(line: &str) -> (Language, String) {
        let mut arguments: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let language = take(&mut arguments);
        (language, arguments.join(std::ffi::OsStr::new(" ")).into_string().unwrap())
    }

    #[test]
    fn a_language_is_taken_from_wherever_it_stands() {
        let korean = |rest: &str| (Language::Korean, rest.to_owned());
        assert_eq!(taken("tradedeck --lang ko report --month 2023-02"), korean("tradedeck report --month 2023-02"));
        assert_eq!(taken("tradedeck report --lang=ko"), korean("tradedeck report"));
        assert_eq!(taken("tradedeck --lang en --lang ko"), korean("tradedeck"));
    }

    #[test]
    fn what_is_no_language_is_left_to_be_reported() {
        assert_eq!(taken("tradedeck --lang kr").1, "tradedeck --lang kr");
        assert_eq!(taken("tradedeck --lang").1, "tradedeck --lang");
        assert_eq!(taken("tradedeck -- --lang ko").1, "tradedeck -- --lang ko");
    }
}
