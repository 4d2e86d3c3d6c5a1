//! What the keys do while a briefing goes on: the help of that mode, made from the keymap in force.

use crate::app::{Action, briefing, command};
use crate::word;

use super::super::scene::Scene;

/// What an action means to a briefing; none where it means nothing.
fn meaning(action: &Action, is_kiosk: bool) -> Option<&'static str> {
    Some(match action {
        Action::Mark => word!("briefing.help-next"),
        Action::MonthBy(by) | Action::YearBy(by) if *by > 0 => word!("briefing.help-next"),
        Action::MonthBy(_) | Action::YearBy(_) => word!("briefing.help-back"),
        Action::FirstMonth => word!("briefing.help-first"),
        Action::LastMonth => word!("briefing.help-last"),
        Action::Focus(_) => word!("briefing.help-page"),
        Action::RowBy(_) | Action::Zoom => word!("briefing.help-hold"),
        Action::Briefing | Action::BriefingBlank => word!("briefing.help-blank"),
        Action::BriefingRestart => word!("briefing.help-restart"),
        Action::RangeLonger => word!("briefing.help-larger"),
        Action::RangeShorter => word!("briefing.help-smaller"),
        Action::Flags => word!("briefing.help-footer"),
        Action::BriefingSpeaker => word!("briefing.help-speaker"),
        Action::Back | Action::Quit if !is_kiosk => word!("briefing.help-leave"),
        _ => return None,
    })
}

/// Commands that do the same in a briefing stand in one row, in the order of the keymap: their names, and what they do.
pub fn rows<'a>(scene: &Scene<'a>) -> Vec<(Vec<&'a str>, &'a str)> {
    let mut rows: Vec<(Vec<&str>, &str)> = Vec::new();
    for bind in scene.keymap.binds() {
        let Some(action) = command::action(&bind.command, &scene.state.panels) else { continue };
        let same = briefing::keeps(&action).then(|| bind.about.here());
        let Some(about) = meaning(&action, scene.state.playlist.kiosk).or(same) else { continue };
        match rows.iter_mut().find(|(_, other)| *other == about) {
            Some((commands, _)) => commands.push(&bind.command),
            None => rows.push((vec![&bind.command], about)),
        }
    }
    rows
}
