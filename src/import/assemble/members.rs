//! Which items and partners of foreign files are those of a native dataset; others are added to it.

use std::collections::HashSet;

use crate::domain::{Dataset, Item, ItemId, Partner, PartnerId, Text};

use super::super::extract::{Area, Extent, Goods};
use super::{Assembled, countries};

/// For every item and partner of the foreign files the one of the joined dataset; `None` where there is no room.
pub(super) struct Members {
    items: Vec<Option<ItemId>>,
    partners: Vec<Option<PartnerId>>,
}

impl Members {
    /// Finds those that are there, and adds the others.
    pub(super) fn join(native: &mut Dataset, foreign: &Assembled) -> Members {
        let own = native.items.len();
        let (goods, area) = &foreign.wholes;
        // The first of the foreign ones stands for all that its files are about.
        let mut items = vec![match goods.extent {
            Extent::Whole => Some(ItemId::TOTAL),
            _ => place_of_item(native, &item_of(goods)),
        }];
        items.extend(foreign.dataset.items.iter().skip(1).map(|item| place_of_item(native, item)));
        let mut partners = vec![match area.extent {
            Extent::Whole => Some(PartnerId::WORLD),
            _ => place_of_partner(native, &partner_of(area)),
        }];
        partners.extend(foreign.dataset.partners.iter().skip(1).map(|partner| place_of_partner(native, partner)));
        nest(&mut native.items, own);
        Members { items, partners }
    }

    pub(super) fn item(&self, item: ItemId) -> Option<ItemId> {
        self.items.get(usize::from(item.0)).copied().flatten()
    }

    pub(super) fn partner(&self, partner: PartnerId) -> Option<PartnerId> {
        self.partners.get(usize::from(partner.0)).copied().flatten()
    }
}

fn item_of(goods: &Goods) -> Item {
    let label = if goods.label.is_empty() { &goods.code } else { &goods.label };
    Item {
        id: goods.id().to_owned(),
        classification: goods.classification.clone(),
        name: Text::plain(label.clone()),
        ..Item::default()
    }
}

fn partner_of(area: &Area) -> Partner {
    let label = if area.label.is_empty() { &area.code } else { &area.label };
    Partner { id: area.id().to_owned(), name: Text::plain(label.clone()), ..Partner::default() }
}

/// Goods are the same with the same code, unless they say that they are of different classifications.
fn place_of_item(native: &mut Dataset, item: &Item) -> Option<ItemId> {
    let is_same = |own: &Item| {
        let (one, other) = (&own.classification, &item.classification);
        own.id == item.id && (one == other || one.is_empty() || other.is_empty())
    };
    if let Some(at) = native.items.iter().position(is_same) {
        return Some(ItemId(at as u16));
    }
    let at = u16::try_from(native.items.len()).ok()?;
    let ids: HashSet<&str> = native.items.iter().map(|own| own.id.as_str()).collect();
    let id = free(&ids, &item.id, &item.classification);
    // Its place within others is found among all.
    native.items.push(Item { id, part_of: None, ..item.clone() });
    Some(ItemId(at))
}

/// Partners are the same with the same id, or with codes of one country.
fn place_of_partner(native: &mut Dataset, partner: &Partner) -> Option<PartnerId> {
    let codes = |of: &Partner| [of.code.clone(), of.id.clone()];
    let is_same = |own: &Partner| {
        let is_country = !own.aggregate && !partner.aggregate;
        let other = codes(partner);
        let shared = || codes(own).iter().any(|one| other.iter().any(|other| countries::are_same(one, other)));
        own.id == partner.id || is_country && shared()
    };
    if let Some(at) = native.partners.iter().skip(1).position(is_same) {
        return Some(PartnerId(at as u16 + 1));
    }
    let at = u16::try_from(native.partners.len()).ok()?;
    native.partners.push(Partner { part_of: None, ..partner.clone() });
    Some(PartnerId(at))
}

fn free(ids: &HashSet<&str>, id: &str, prefix: &str) -> String {
    let mut free = id.to_owned();
    while ids.contains(free.as_str()) {
        free = format!("{prefix} {free}").trim().to_owned() + "+";
    }
    free
}

/// Codes of digits of one classification lie within shorter ones that they begin with, where one of the two is new:
/// what the dataset says of its own items stands.
fn nest(items: &mut [Item], own: usize) {
    let is_code = |item: &Item| !item.id.is_empty() && item.id.bytes().all(|byte| byte.is_ascii_digit());
    let wholes: Vec<Option<usize>> = (0..items.len())
        .map(|at| {
            let item = &items[at];
            let holds = |other: &usize| {
                let whole = &items[*other];
                let is_new = at >= own || *other >= own;
                let is_part = item.id.len() > whole.id.len() && item.id.starts_with(&whole.id);
                is_new && is_code(whole) && whole.classification == item.classification && is_part
            };
            (0..items.len()).filter(holds).filter(|_| is_code(item)).max_by_key(|other| items[*other].id.len())
        })
        .collect();
    for (item, whole) in items.iter_mut().zip(wholes) {
        item.part_of = item.part_of.or(whole.map(|whole| ItemId(whole as u16)));
    }
}
