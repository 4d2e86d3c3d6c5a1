//! What a picture says of itself: what it shows, as of when, from where.

use crate::domain::{Dataset, Said as _};
use crate::indicators::Deck;
use crate::say;

/// Title, words and source of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// `Korea, 2023-02, as known on 2023-03-03`.
    pub title: String,
    /// What it says, for those who do not see it.
    pub words: String,
    /// `Korea, 2023-02, as known on 2023-03-03. Source: motir.`
    pub line: String,
}

impl Provenance {
    /// Of a month, for a picture that says `words`.
    pub fn of(dataset: &Dataset, deck: &Deck, words: &str) -> Provenance {
        let title =
            say!("report.title-line", name = dataset.name.here(), month = deck.month.said(), as_of = deck.as_of.said());
        let words = if words.ends_with('.') { words.to_owned() } else { format!("{words}.") };
        let source = source(dataset, deck)
            .map_or_else(String::new, |source| format!(" {}", say!("report.from-source", source = source)));
        Provenance { words, line: format!("{title}.{source}"), title }
    }
}

/// The source of the newest input of the first figure that has any.
pub(super) fn source<'a>(dataset: &'a Dataset, deck: &Deck) -> Option<&'a str> {
    deck.figures().iter().find_map(|figure| {
        let observations = figure.inputs.iter().map(|id| dataset.observation(*id));
        let newest = observations.filter(|it| it.source.is_some()).max_by_key(|it| it.release.date)?;
        newest.source.map(|source| dataset.source(source).id.as_str())
    })
}
