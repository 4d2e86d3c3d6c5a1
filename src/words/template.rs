//! Texts with places to fill.
//!
//! `{name}` is a value. `{name?one|many}` is the first text where the value is 1, else the second:
//! `{n} {n?month|months}`. `{name+은}` is the value and a Korean particle, given in its form after a
//! consonant: `수출은`, `수지는`.

use std::fmt::{Display, Write as _};

use super::particle;

/// What stands between braces.
enum Place<'a> {
    Value(&'a str),
    Choice { name: &'a str, one: &'a str, many: &'a str },
    WithParticle { name: &'a str, particle: &'a str },
}

impl<'a> Place<'a> {
    fn read(inside: &'a str) -> Place<'a> {
        if let Some((name, choice)) = inside.split_once('?') {
            let (one, many) = choice.split_once('|').unwrap_or((choice, choice));
            return Place::Choice { name, one, many };
        }
        match inside.split_once('+') {
            Some((name, particle)) => Place::WithParticle { name, particle },
            None => Place::Value(inside),
        }
    }

    fn name(&self) -> &'a str {
        match self {
            Place::Value(name) | Place::Choice { name, .. } | Place::WithParticle { name, .. } => name,
        }
    }
}

/// The text cut at its places: the text before each, and the place.
fn pieces(template: &str) -> impl Iterator<Item = (&str, Option<Place<'_>>)> {
    let mut rest = Some(template);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let found = text.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)));
        match found {
            Some((before, (inside, after))) => {
                rest = Some(after);
                Some((before, Some(Place::read(inside))))
            }
            None => Some((text, None)),
        }
    })
}

/// The names of the places in a text, each once, in order.
pub fn placeholders(template: &str) -> Vec<&str> {
    let mut names: Vec<&str> = pieces(template).filter_map(|(_, place)| Some(place?.name())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The text with its places filled. A place without a value keeps its name in braces.
pub(super) fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    for (before, place) in pieces(template) {
        filled.push_str(before);
        let Some(place) = place else { continue };
        let Some((_, value)) = values.iter().find(|(name, _)| *name == place.name()) else {
            let _ = write!(filled, "{{{}}}", place.name());
            continue;
        };
        match place {
            Place::Value(_) => drop(write!(filled, "{value}")),
            Place::Choice { one, many, .. } => filled.push_str(if value.to_string() == "1" { one } else { many }),
            Place::WithParticle { particle, .. } => {
                filled.push_str(&particle::with_particle(&value.to_string(), particle));
            }
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled() {
        let values: [(&str, &dyn Display); 2] = [("n", &1), ("name", &"수출")];
        assert_eq!(fill("{n} {n?month|months} of {name}", &values), "1 month of 수출");
        assert_eq!(fill("{n} {n?month|months}", &[("n", &12)]), "12 months");
        assert_eq!(fill("{name+은} {n}개월", &values), "수출은 1개월");
        assert_eq!(fill("{other} and {", &values), "{other} and {");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn a_value_is_not_read_as_a_text() {
        assert_eq!(fill("{name}", &[("name", &"{n}"), ("n", &3)]), "{n}");
    }

    #[test]
    fn names_of_places() {
        assert_eq!(placeholders("{b} {a+을} {b?x|y}"), ["a", "b"]);
    }
}
