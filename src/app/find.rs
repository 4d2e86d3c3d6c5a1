//! Finding by name: panels, items, partners, months, commands.

use unicode_normalization::UnicodeNormalization as _;

use crate::domain::{Dataset, ItemId, Member, PartnerId};
use crate::indicators::LeagueOf;
use crate::{say, word};

use super::command::{self, Action};
use super::prompt::Candidate;
use super::state::State;
use super::typed_dates;

/// Everything whose name has `text` in it; names that begin with it first.
pub fn candidates(state: &State, text: &str) -> Vec<Candidate> {
    let text = folded(text.trim());
    if text.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    if let Some(month) = typed_dates::named(&text, state) {
        found.push((0, candidate(month.to_string(), word!("find.month"), Action::GoTo(month))));
    }
    for (panel, name) in state.panels.iter().enumerate() {
        let (words, plain) = (panel_name(name), name.replace('_', " "));
        let at = place(&text, [words.as_str(), plain.as_str()]);
        found.extend(at.map(|at| (at, candidate(words.clone(), word!("find.panel"), Action::Focus(panel)))));
    }
    for member in members(state) {
        let dataset = state.dataset();
        let (name, other, about) = names(dataset, member);
        let at = place(&text, [name.as_str(), other.as_str(), dataset.member_code(member)]);
        found.extend(at.map(|at| (at, candidate(name.clone(), &about, Action::Show(member)))));
    }
    for command in command::COMMANDS {
        let at = place(&text, [command.name]).map(|at| at + 100);
        found.extend(at.map(|at| (at, candidate(command.name.to_owned(), "", command.action.clone()))));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn candidate(text: String, about: &str, action: Action) -> Candidate {
    Candidate { text, about: about.to_owned(), action: Some(action) }
}

/// A text as it is compared: in lower case, and Hangul composed, however it was typed.
fn folded(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

/// Where the text stands in the first of the names that has it.
fn place<'a>(text: &str, names: impl IntoIterator<Item = &'a str>) -> Option<usize> {
    names.into_iter().filter_map(|name| folded(name).find(text)).min()
}

/// What a panel is called; one without words of its own, by its name.
pub fn panel_name(name: &str) -> String {
    match name {
        "balance" => word!("find.balance"),
        "streaks" => word!("find.streaks"),
        "focus_item" => word!("find.focus-item"),
        "targets" => word!("find.targets"),
        "items" => word!("find.items"),
        "partners" => word!("find.partners"),
        "claims" => word!("find.claims"),
        "policy" => word!("find.policy"),
        other => return other.replace('_', " "),
    }
    .to_owned()
}

/// Items and partners of which anything is known.
fn members(state: &State) -> impl Iterator<Item = Member> {
    let known = state.deck.lensed().members().iter();
    known.filter(|series| series.exports.first().or(series.imports.first()).is_some()).map(|series| series.member)
}

/// The name in the language of the thread, that in the other, and what it is the name of.
fn names(dataset: &Dataset, member: Member) -> (String, String, String) {
    let (name, about) = match member {
        Member::Item(ItemId::TOTAL) | Member::Partner(PartnerId::WORLD) => return Default::default(),
        Member::Item(item) => {
            (&dataset.item(item).name, say!("find.item", classification = dataset.item(item).classification))
        }
        Member::Partner(partner) => {
            (&dataset.partner(partner).name, say!("find.partner", scheme = dataset.partner(partner).scheme))
        }
    };
    let shown = name.here().to_owned();
    let other = if shown == name.en { &name.ko } else { &name.en };
    (shown, other.clone(), about)
}

/// Where the first match leads.
///
/// # Errors
/// Says that there is none.
pub fn first(state: &State, text: &str) -> Result<Action, String> {
    let found = candidates(state, text).into_iter().next().and_then(|candidate| candidate.action);
    found.ok_or_else(|| say!("find.nothing", text = text))
}

/// Where the next match of the last search leads, after the one shown.
pub fn next(state: &State) -> Option<Action> {
    let text = state.history.last_search()?.to_owned();
    let actions: Vec<Action> = candidates(state, &text).into_iter().filter_map(|candidate| candidate.action).collect();
    let here = actions.iter().position(|action| is_here(state, action));
    let next = here.map_or(0, |at| (at + 1) % actions.len().max(1));
    actions.get(next).cloned()
}

fn is_here(state: &State, action: &Action) -> bool {
    match action {
        Action::Show(member) => state.viewpoint.detail == Some(*member),
        Action::GoTo(month) => state.month() == *month,
        Action::Focus(panel) => state.viewpoint.detail.is_none() && state.focus() == *panel,
        _ => false,
    }
}

/// The item or partner with this name or code; of several the one on the screen's league.
pub fn member(state: &State, text: &str) -> Option<Member> {
    let dataset = state.dataset();
    let text = folded(text.trim());
    let is_named = |member: &Member| {
        let (name, other, _) = names(dataset, *member);
        [name.as_str(), other.as_str(), dataset.member_code(*member), dataset.member_name(*member).en.as_str()]
            .iter()
            .any(|name| folded(name) == text)
    };
    let leagues = [LeagueOf::Items, LeagueOf::Partners].map(|of| state.deck.league(of));
    let shown = leagues.iter().flat_map(|league| &league.rows).filter_map(|row| row.member);
    shown.chain(members(state)).find(is_named)
}
