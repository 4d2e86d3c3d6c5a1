//! How many statements hold.

use ratatui::style::Style;

use crate::claims::Verdict;
use crate::config::Role;
use crate::say;
use crate::word;

use super::super::super::scene::Scene;
use super::super::content::{Chart, Content, NamedBar, Number};

/// How many hold now, and bars for what held, holds, does not, and cannot be checked.
pub fn content(scene: &Scene<'_>) -> Content {
    let judgements = scene.state.judgements();
    if judgements.is_empty() {
        return Content::default();
    }
    let holds = |verdict: Verdict| matches!(verdict, Verdict::Ok | Verdict::Round);
    let count = judgements.len();
    let then = judgements.iter().filter(|judgement| holds(judgement.then.verdict)).count();
    let now = judgements.iter().filter(|judgement| holds(judgement.now.verdict)).count();
    let off = judgements.iter().filter(|judgement| judgement.is_off()).count();
    let unchecked = judgements.iter().filter(|judgement| judgement.then.verdict == Verdict::Unchecked).count();
    let bar = |name: &str, n: usize, style: Style| NamedBar {
        names: vec![name.to_owned()],
        shown: vec![n.to_string()],
        length: i64::try_from(n).ok(),
        mark: None,
        style,
    };
    let bars = vec![
        bar(word!("briefing.held-then"), then, scene.style(Role::Surplus)),
        bar(word!("briefing.hold-now"), now, scene.style(Role::Surplus)),
        bar(word!("briefing.off"), off, scene.style(Role::Deficit)),
        bar(word!("briefing.unchecked"), unchecked, scene.style(Role::SeriesAlt)),
    ];
    let number = say!("briefing.claims-number", n = then, count = count);
    Content {
        message: vec![say!("briefing.claims-held", n = then)],
        number: Some(Number::new(number, scene.style(Role::Strong))),
        facts: Vec::new(),
        chart: Chart::Bars(bars),
    }
}
