//! The number at the cursor as a claim: what somebody would write who states it as it is shown.

use crate::claims::draft::{Draft, indicator, indicator_of_row};
use crate::indicators::Quantity;
use crate::word;

use super::scene::Scene;
use super::why::at_cursor as number_at_cursor;
use super::why::numbers::{NumberId, flow};

/// The draft of a claim.
///
/// # Errors
/// In words, why the number cannot be claimed.
pub fn at_cursor(scene: &Scene<'_>) -> Result<Draft, &'static str> {
    let dataset = scene.state.dataset();
    let number = number_at_cursor(scene).ok_or(word!("notices.no-number-to-claim"))?;
    if !scene.state.lens().is_plain() {
        return Err(word!("notices.claim-through-lens"));
    }
    let value = number.value.map_err(|_| word!("notices.claim-unknown"))?;
    let formula = match number.id {
        NumberId::Figure(id) => indicator(id, dataset),
        NumberId::Row(member, row) => Some(indicator_of_row(member, row, flow(scene, member), dataset)),
        NumberId::Target(..) => None,
    };
    let formula = formula.filter(|_| number.quantity != Quantity::Days);
    Ok(Draft {
        indicator: formula.ok_or(word!("notices.claim-impossible"))?,
        name: number.name.clone(),
        value,
        quantity: number.quantity,
        decimals: number.decimals,
        period: scene.state.month(),
        said: scene.deck().as_of,
    })
}
