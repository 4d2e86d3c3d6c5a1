//! The same goods or partners in another classification; per working day, or not.

use crate::domain::{Expression, ItemId, PartnerId, Period, SeriesKey, Text, View};

use super::{Candidate, Difference};

/// The figure on other bases.
pub(super) fn candidates(view: &View, expression: &Expression, period: Period) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |difference, expression| found.push(Candidate { difference, expression, period });
    for key in expression.series() {
        for item in same_goods(view, key.item) {
            let other = |it: SeriesKey| if it.item == key.item { SeriesKey { item, ..it } } else { it };
            add(Difference::Classification, expression.with_series(&other));
        }
        for partner in same_partners(view, key.partner) {
            let other = |it: SeriesKey| if it.partner == key.partner { SeriesKey { partner, ..it } } else { it };
            add(Difference::Classification, expression.with_series(&other));
        }
    }
    if let Some(other) = adjusted(expression) {
        add(Difference::Adjustment, other);
    }
    found
}

/// Items of another classification whose names are the same up to a bracket: "Semiconductors (ICT statistics)".
fn same_goods(view: &View, item: ItemId) -> Vec<ItemId> {
    let items = &view.dataset().items;
    let own = view.dataset().item(item);
    let is_same = |(index, other): &(usize, &crate::domain::Item)| {
        let differs = *index != usize::from(item.0) && other.classification != own.classification;
        item != ItemId::TOTAL && differs && stem(&other.name) == stem(&own.name)
    };
    items.iter().enumerate().filter(is_same).map(|(index, _)| ItemId(index as u16)).collect()
}

/// Partners of another scheme whose names are the same up to a bracket.
fn same_partners(view: &View, partner: PartnerId) -> Vec<PartnerId> {
    let partners = &view.dataset().partners;
    let own = view.dataset().partner(partner);
    let is_same = |(index, other): &(usize, &crate::domain::Partner)| {
        let differs = *index != usize::from(partner.0) && other.scheme != own.scheme;
        partner != PartnerId::WORLD && differs && stem(&other.name) == stem(&own.name)
    };
    partners.iter().enumerate().filter(is_same).map(|(index, _)| PartnerId(index as u16)).collect()
}

fn stem(name: &Text) -> &str {
    name.en.split('(').next().unwrap_or("").trim()
}

/// Growth per working day for growth, and the reverse.
fn adjusted(expression: &Expression) -> Option<Expression> {
    let Expression::Growth(shift, of) = expression else { return None };
    let other = match &**of {
        Expression::PerDay(plain) => (**plain).clone(),
        plain => Expression::PerDay(Box::new(plain.clone())),
    };
    Some(Expression::Growth(*shift, Box::new(other)))
}
