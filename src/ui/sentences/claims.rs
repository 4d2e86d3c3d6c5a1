//! How many statements hold.

use crate::claims::{Judgement, Verdict};

pub(super) fn sentence(judgements: &[Judgement]) -> String {
    let count = judgements.len();
    if count == 0 {
        return "No statement is loaded that had been made by this date".to_owned();
    }
    let holds = |verdict: Verdict| matches!(verdict, Verdict::Ok | Verdict::Round);
    let then = judgements.iter().filter(|judgement| holds(judgement.then.verdict)).count();
    let both =
        judgements.iter().filter(|judgement| holds(judgement.then.verdict) && holds(judgement.now.verdict)).count();
    let off = judgements.iter().filter(|judgement| judgement.is_off()).count();
    let unchecked = judgements.iter().filter(|judgement| judgement.then.verdict == Verdict::Unchecked).count();
    let noun = if count == 1 { "statement" } else { "statements" };
    let mut parts = vec![format!("{then} of {count} {noun} held when spoken")];
    if both < then {
        parts.push(format!("{both} still {}", if both == 1 { "does" } else { "do" }));
    }
    match off {
        0 => {}
        1 => parts.push("1 is not borne out".to_owned()),
        n => parts.push(format!("{n} are not borne out")),
    }
    match unchecked {
        0 => {}
        n => parts.push(format!("{n} cannot be checked")),
    }
    parts.join("; ")
}
