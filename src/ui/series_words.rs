//! What a series is called: `Exports of semiconductors, days 1-20`.

use crate::domain::{Dataset, Flow, ItemId, Member, PartnerId, SeriesKey, Window};

use super::lens_words::in_sentence;

/// The name of a series, as it begins a line.
pub fn name(dataset: &Dataset, key: SeriesKey) -> String {
    let flow = match key.flow {
        Flow::Export => "Exports",
        Flow::Import => "Imports",
        Flow::Balance => "Balance",
    };
    let item = (key.item != ItemId::TOTAL).then(|| {
        let of = if key.flow == Flow::Balance { "in" } else { "of" };
        format!(" {of} {}", in_sentence(dataset, Member::Item(key.item)))
    });
    let partner = (key.partner != PartnerId::WORLD).then(|| {
        let to = match key.flow {
            Flow::Export => "to",
            Flow::Import => "from",
            Flow::Balance => "with",
        };
        format!(" {to} {}", in_sentence(dataset, Member::Partner(key.partner)))
    });
    let window = match key.window {
        Window::Whole => String::new(),
        Window::YearToDate => ", year to date".to_owned(),
        window => format!(", days {}", window.code()),
    };
    format!("{flow}{}{}{window}", item.unwrap_or_default(), partner.unwrap_or_default())
}
