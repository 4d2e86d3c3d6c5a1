//! What a series is called: `Exports of semiconductors, days 1-20`.

use crate::domain::{Dataset, Flow, ItemId, Member, PartnerId, SeriesKey, Window};
use crate::say;
use crate::words::{Language, language};

use super::lens_words::{flow_name, in_sentence};

/// The name of a series, as it begins a line.
pub fn name(dataset: &Dataset, key: SeriesKey) -> String {
    let item = (key.item != ItemId::TOTAL).then(|| in_sentence(dataset, Member::Item(key.item)));
    let partner = (key.partner != PartnerId::WORLD).then(|| in_sentence(dataset, Member::Partner(key.partner)));
    let name = match language() {
        Language::English => in_english(key.flow, item, partner),
        Language::Korean => in_korean(key.flow, item, partner),
    };
    match key.window {
        Window::Whole => name,
        Window::YearToDate => say!("flows.year-to-date", series = name),
        window => say!("flows.days", series = name, days = window.code()),
    }
}

fn in_english(flow: Flow, item: Option<String>, partner: Option<String>) -> String {
    let of = if flow == Flow::Balance { "in" } else { "of" };
    let to = match flow {
        Flow::Export => "to",
        Flow::Import => "from",
        Flow::Balance => "with",
    };
    let item = item.map(|name| format!(" {of} {name}")).unwrap_or_default();
    let partner = partner.map(|name| format!(" {to} {name}")).unwrap_or_default();
    format!("{}{item}{partner}", flow_name(flow))
}

/// `대중국 반도체 수출`.
fn in_korean(flow: Flow, item: Option<String>, partner: Option<String>) -> String {
    let partner = partner.map(|name| format!("대{name} ")).unwrap_or_default();
    let item = item.map(|name| format!("{name} ")).unwrap_or_default();
    format!("{partner}{item}{}", flow_name(flow))
}
