//! The focus item's share: of which exports it is.

use crate::domain::Member;

use super::super::super::lens_words::excluding;
use super::super::Wording;

/// `excl. ships`, where nothing but other items is taken out of the exports that the share is of.
pub(in super::super) fn other_goods_excluded(wording: &Wording<'_>) -> Option<String> {
    let is_other = |member: &Member| matches!(member, Member::Item(item) if Some(*item) != wording.deck.focus_item);
    excluding(wording.lens(), wording.dataset).filter(|_| wording.lens().without.iter().all(is_other))
}
