//! Which items and partners of one dataset are those of another: after a file was read again their numbers may differ.

use std::collections::HashMap;

use super::{Dataset, ItemId, Member, PartnerId, SeriesKey};

/// For every item and partner of one dataset the same one of another.
#[derive(Debug, Clone)]
pub struct Matching {
    items: Vec<Option<ItemId>>,
    partners: Vec<Option<PartnerId>>,
}

impl Matching {
    /// Goods are the same with the same code in the same classification; partners with the same code of the same scheme.
    pub fn between(from: &Dataset, to: &Dataset) -> Matching {
        let items = matched(
            from.items.iter().map(|item| (&*item.id, &*item.classification)),
            to.items.iter().map(|item| (&*item.id, &*item.classification)),
        );
        let partners = matched(
            from.partners.iter().map(|partner| (&*partner.id, &*partner.scheme)),
            to.partners.iter().map(|partner| (&*partner.id, &*partner.scheme)),
        );
        Matching {
            items: items.into_iter().map(|item| item.map(ItemId)).collect(),
            partners: partners.into_iter().map(|partner| partner.map(PartnerId)).collect(),
        }
    }

    /// The same item.
    pub fn item(&self, item: ItemId) -> Option<ItemId> {
        self.items.get(usize::from(item.0)).copied().flatten()
    }

    /// The same partner.
    pub fn partner(&self, partner: PartnerId) -> Option<PartnerId> {
        self.partners.get(usize::from(partner.0)).copied().flatten()
    }

    /// The same part of the total.
    pub fn member(&self, member: Member) -> Option<Member> {
        match member {
            Member::Item(item) => self.item(item).map(Member::Item),
            Member::Partner(partner) => self.partner(partner).map(Member::Partner),
        }
    }

    /// The same series, if the other dataset has it.
    pub fn key(&self, key: SeriesKey) -> Option<SeriesKey> {
        Some(SeriesKey { item: self.item(key.item)?, partner: self.partner(key.partner)?, ..key })
    }
}

/// For each of `from` its place in `to`.
fn matched<'a>(
    from: impl Iterator<Item = (&'a str, &'a str)>,
    to: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<Option<u16>> {
    let places: HashMap<(&str, &str), u16> = to.zip(0..).collect();
    from.map(|name| places.get(&name).copied()).collect()
}
