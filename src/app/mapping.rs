//! What the columns of tables of no known format are taken for, corrected by hand.

use crate::domain::spelling;
use crate::import::mapping::FILE;
use crate::{say, word};

use super::overlay::Overlay;
use super::state::State;
use super::update::{Outcome, notice};

/// Another value of a key, in the mapping that is shown.
pub(super) fn map(state: &mut State, key: &str, value: &str) -> Outcome {
    if key == FILE {
        return choose(state, value);
    }
    let table = state.live.table;
    let Some(mapped) = state.live.tables.get_mut(table) else {
        notice(state, word!("map.show-first"));
        return Outcome::Redraw;
    };
    match mapped.mapping.set(key, value) {
        Ok(()) => {
            let mapped = Box::new(mapped.clone());
            state.overlay = Some(Overlay::Mapping);
            Outcome::Map(mapped)
        }
        Err(words) => {
            notice(state, words);
            Outcome::Redraw
        }
    }
}

/// Another of the tables that are in no known format.
fn choose(state: &mut State, name: &str) -> Outcome {
    let tables = &state.live.tables;
    let found = tables.iter().position(|table| table.file == name);
    match found.or_else(|| tables.iter().position(|table| table.file.ends_with(name) && !name.is_empty())) {
        Some(table) => {
            state.live.table = table;
            state.overlay = Some(Overlay::Mapping);
            state.scroll = 0;
        }
        None if tables.is_empty() => notice(state, word!("map.show-first")),
        None => {
            let known: Vec<&str> = tables.iter().map(|table| table.file.as_str()).collect();
            let hint = spelling::suggestion(name, &known);
            notice(state, say!("map.no-table", file = name, hint = hint));
        }
    }
    Outcome::Redraw
}

/// Asks for it to be written beside its file.
pub(super) fn save(state: &mut State) -> Outcome {
    match state.live.mapped().cloned().map(Box::new) {
        Some(mapped) => Outcome::SaveMapping(mapped),
        None => {
            notice(state, word!("map.show-first"));
            Outcome::Redraw
        }
    }
}
