//! How many statements hold.

use crate::claims::{Judgement, Verdict};
use crate::say;
use crate::word;

pub(super) fn sentence(judgements: &[Judgement]) -> String {
    let count = judgements.len();
    if count == 0 {
        return word!("sentences.no-claims").to_owned();
    }
    let holds = |verdict: Verdict| matches!(verdict, Verdict::Ok | Verdict::Round);
    let then = judgements.iter().filter(|judgement| holds(judgement.then.verdict)).count();
    let both =
        judgements.iter().filter(|judgement| holds(judgement.then.verdict) && holds(judgement.now.verdict)).count();
    let off = judgements.iter().filter(|judgement| judgement.is_off()).count();
    let unchecked = judgements.iter().filter(|judgement| judgement.then.verdict == Verdict::Unchecked).count();
    let mut parts = vec![say!("sentences.claims-held", n = then, all = count)];
    if both < then {
        parts.push(say!("sentences.claims-still-hold", n = both));
    }
    if off > 0 {
        parts.push(say!("sentences.claims-off", n = off));
    }
    if unchecked > 0 {
        parts.push(say!("sentences.claims-unchecked", n = unchecked));
    }
    parts.join("; ")
}
