//! What a series is called: `Exports of semiconductors, days 1-20`.

use crate::domain::{Dataset, Flow, ItemId, Member, PartnerId, SeriesKey, Window};
use crate::{say, word};

use super::lens_words::in_sentence;

/// The name of a series, as it begins a line.
pub fn name(dataset: &Dataset, key: SeriesKey) -> String {
    let item = (key.item != ItemId::TOTAL).then(|| in_sentence(dataset, Member::Item(key.item)));
    let partner = (key.partner != PartnerId::WORLD).then(|| in_sentence(dataset, Member::Partner(key.partner)));
    let series = match (item, partner) {
        (None, None) => total(key.flow).to_owned(),
        (Some(item), None) => of_item(key.flow, &item),
        (None, Some(partner)) => with_partner(key.flow, &partner),
        (Some(item), Some(partner)) => of_both(key.flow, &item, &partner),
    };
    match key.window {
        Window::Whole => series,
        Window::YearToDate => say!("flows.to-date", series = series),
        window => say!("flows.days", series = series, days = window.code()),
    }
}

fn total(flow: Flow) -> &'static str {
    match flow {
        Flow::Export => word!("flows.Exports"),
        Flow::Import => word!("flows.Imports"),
        Flow::Balance => word!("flows.Balance"),
    }
}

fn of_item(flow: Flow, item: &str) -> String {
    match flow {
        Flow::Export => say!("flows.exports-of", name = item),
        Flow::Import => say!("flows.imports-of", name = item),
        Flow::Balance => say!("flows.balance-in", name = item),
    }
}

fn with_partner(flow: Flow, partner: &str) -> String {
    match flow {
        Flow::Export => say!("flows.exports-to", name = partner),
        Flow::Import => say!("flows.imports-from", name = partner),
        Flow::Balance => say!("flows.balance-with", name = partner),
    }
}

fn of_both(flow: Flow, item: &str, partner: &str) -> String {
    match flow {
        Flow::Export => say!("flows.exports-of-to", item = item, partner = partner),
        Flow::Import => say!("flows.imports-of-from", item = item, partner = partner),
        Flow::Balance => say!("flows.balance-in-with", item = item, partner = partner),
    }
}
