//! The command line: a verb and what it takes, or the name of any command.

use crate::config::Range;
use crate::domain::{Member, Period, spelling};
use crate::import::mapping::{FILE, KEYS};
use crate::indicators::{Comparison, SortBy, Span};
use crate::{say, word};

use super::command::{self, Action};
use super::prompt::Candidate;
use super::state::State;
use super::viewpoint::Units;
use super::{find, typed_dates};

/// What a text asks for, or what is wrong with it.
type Parse = fn(&State, &str) -> Result<Action, String>;

/// A command that takes something.
struct Verb {
    name: &'static str,
    about: fn() -> &'static str,
    /// Words that it can take, and what each does.
    words: &'static [(&'static str, Action)],
    /// What else it can take.
    other: Option<Parse>,
}

const VERBS: &[Verb] = &[
    Verb { name: "month", about: || word!("line.month"), words: &[], other: Some(month) },
    Verb { name: "as-of", about: || word!("line.as-of"), words: &[], other: Some(as_of) },
    Verb { name: "show", about: || word!("line.show"), words: &[], other: Some(show) },
    Verb { name: "without", about: || word!("line.without"), words: &[], other: Some(without) },
    Verb {
        name: "span",
        about: || word!("line.span"),
        words: &[
            ("month", Action::Span(Span::Single)),
            ("year-to-date", Action::Span(Span::YearToDate)),
            ("twelve-months", Action::Span(Span::OneYear)),
            ("three-months", Action::Span(Span::ThreeMonths)),
        ],
        other: None,
    },
    Verb {
        name: "compare",
        about: || word!("line.compare"),
        words: &[
            ("last-year", Action::Compare(Comparison::YearAgo)),
            ("last-month", Action::Compare(Comparison::PeriodBefore)),
            ("five-year-mean", Action::Compare(Comparison::FiveYearMean)),
            ("plan", Action::Compare(Comparison::Plan)),
        ],
        other: None,
    },
    Verb {
        name: "units",
        about: || word!("line.units"),
        words: &[
            ("automatic", Action::Units(Units::Automatic)),
            ("millions", Action::Units(Units::Millions)),
            ("billions", Action::Units(Units::Billions)),
            ("eok", Action::Units(Units::Eok)),
        ],
        other: None,
    },
    Verb {
        name: "range",
        about: || word!("line.range"),
        words: &[
            ("12", Action::Range(Range::Months(12))),
            ("24", Action::Range(Range::Months(24))),
            ("36", Action::Range(Range::Months(36))),
            ("60", Action::Range(Range::Months(60))),
            ("all", Action::Range(Range::All)),
        ],
        other: None,
    },
    Verb {
        name: "sort",
        about: || word!("line.sort"),
        words: &[
            ("value", Action::Sort(SortBy::Value)),
            ("growth", Action::Sort(SortBy::Growth)),
            ("contribution", Action::Sort(SortBy::Contribution)),
            ("share", Action::Sort(SortBy::Share)),
            ("name", Action::Sort(SortBy::Name)),
        ],
        other: None,
    },
];

/// What a line asks for.
///
/// # Errors
/// In words, what is wrong with it and what could be meant.
pub fn parse(state: &State, line: &str) -> Result<Action, String> {
    let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    if word == "map" && !rest.is_empty() {
        return map(rest);
    }
    if let Some(verb) = VERBS.iter().find(|verb| verb.name == word) {
        return verb.parse(state, rest);
    }
    if let Some(action) = command::action(word, &state.panels).filter(|_| rest.is_empty()) {
        return Ok(action);
    }
    if let Some(panel) = state.panels.iter().position(|panel| *panel == word).filter(|_| rest.is_empty()) {
        return Ok(Action::Focus(panel));
    }
    if Period::parse(word).is_some() || typed_dates::korean(line, state.month(), state.span().1).is_some() {
        return month(state, line);
    }
    let names = names(state);
    let near = spelling::nearest(word, names.iter().map(String::as_str));
    Err(match near {
        Some(near) => say!("line.no-command-but", word = word, near = near),
        None => say!("line.no-command", word = word),
    })
}

impl Verb {
    fn parse(&self, state: &State, rest: &str) -> Result<Action, String> {
        if let Some((_, action)) = self.words.iter().find(|(word, _)| *word == rest) {
            return Ok(action.clone());
        }
        if let Some(other) = self.other.filter(|_| !rest.is_empty()) {
            return other(state, rest);
        }
        let words: Vec<&str> = self.words.iter().map(|(word, _)| *word).collect();
        Err(match (rest.is_empty(), words.is_empty()) {
            (true, true) => format!("{}: {}", self.name, (self.about)()),
            (true, false) => say!("line.takes-one-of", verb = self.name, words = words.join(", ")),
            _ => say!(
                "line.does-not-take",
                verb = self.name,
                text = rest,
                suggestion = spelling::suggestion(rest, &words)
            ),
        })
    }
}

fn month(state: &State, text: &str) -> Result<Action, String> {
    let period = typed_dates::period(text, state);
    period.map(Action::GoTo).ok_or_else(|| say!("line.no-period", text = text, example = state.month()))
}

fn as_of(_: &State, text: &str) -> Result<Action, String> {
    typed_dates::date(text).map(Action::AsOf).ok_or_else(|| say!("line.no-date", text = text))
}

/// `export = Ausfuhr`, or `save`.
fn map(text: &str) -> Result<Action, String> {
    match text.split_once('=') {
        Some((key, value)) => Ok(Action::Map(key.trim().to_owned(), value.trim().to_owned())),
        None if text == "save" => Ok(Action::SaveMapping),
        None => Err(word!("map.usage").to_owned()),
    }
}

/// The keys of a mapping, then the columns of the table that is shown.
fn map_candidates(state: &State, rest: &str) -> Vec<Candidate> {
    let candidate = |text: String| Candidate { text, about: String::new(), action: None };
    let Some((key, start)) = rest.split_once('=') else {
        let file = (state.live().tables.len() > 1).then_some(FILE);
        let keys = KEYS.into_iter().chain(file).map(|key| format!("{key} = ")).chain(["save".to_owned()]);
        let found = keys.filter(|key| key.starts_with(rest.trim_start()));
        return found.map(|key| candidate(format!("map {key}"))).collect();
    };
    let live = state.live();
    let found: Vec<&String> = match key.trim() {
        FILE => live.tables.iter().map(|table| &table.file).collect(),
        _ => live.mapped().iter().flat_map(|mapped| &mapped.columns).collect(),
    };
    let found = found.into_iter().filter(|column| column.starts_with(start.trim_start()));
    found.map(|column| candidate(format!("map {}= {column}", key.trim_start()))).collect()
}

fn show(state: &State, text: &str) -> Result<Action, String> {
    find::member(state, text).map(Action::Show).ok_or_else(|| unknown(text))
}

fn without(state: &State, text: &str) -> Result<Action, String> {
    let member = |name: &str| find::member(state, name).ok_or_else(|| unknown(name.trim()));
    let members: Vec<Member> = text.split(',').map(member).collect::<Result<_, _>>()?;
    Ok(Action::WithoutThese(members))
}

fn unknown(text: &str) -> String {
    say!("line.no-member", text = text)
}

/// All that can begin a line.
fn names(state: &State) -> Vec<String> {
    let verbs = VERBS.iter().map(|verb| verb.name.to_owned());
    verbs.chain(command::command_names(&state.panels)).collect()
}

/// What completes a line.
pub fn candidates(state: &State, text: &str) -> Vec<Candidate> {
    let Some((word, rest)) = text.split_once(' ') else {
        let about =
            |name: &str| VERBS.iter().find(|verb| verb.name == name).map_or("", |verb| (verb.about)()).to_owned();
        let matching = names(state).into_iter().filter(|name| name.contains(text));
        let mut found: Vec<Candidate> =
            matching.map(|name| Candidate { about: about(&name), text: name, action: None }).collect();
        found.sort_by_key(|candidate| candidate.text.find(text));
        return found;
    };
    if word == "map" {
        return map_candidates(state, rest);
    }
    let Some(verb) = VERBS.iter().find(|verb| verb.name == word) else { return Vec::new() };
    let of_words = verb.words.iter().filter(|(name, _)| name.starts_with(rest.trim())).map(|(name, action)| {
        Candidate { text: format!("{word} {name}"), about: String::new(), action: Some(action.clone()) }
    });
    let names = if matches!(word, "show" | "without") { member_names(state, word, rest) } else { Vec::new() };
    of_words.chain(names).collect()
}

/// Names of items and partners that go on with what stands after the last comma.
fn member_names(state: &State, verb: &str, rest: &str) -> Vec<Candidate> {
    let (before, last) = rest.rsplit_once(',').map_or(("", rest), |(before, last)| (before, last));
    let found = find::candidates(state, last).into_iter();
    let members = found.filter(|candidate| matches!(candidate.action, Some(Action::Show(_))));
    let joined =
        |name: &str| if before.is_empty() { format!("{verb} {name}") } else { format!("{verb} {before}, {name}") };
    members.map(|found| Candidate { text: joined(&found.text), about: found.about, action: None }).collect()
}
