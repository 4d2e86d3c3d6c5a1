//! What is done of a target, with the pace and the goal.

use super::super::report::TargetEntry;
use super::chart::{MAIN, OTHER, Picture, WIDTH};

/// Height of the picture; the bar stands inside.
const HEIGHT: f64 = 26.0;

/// Draws it; nothing where nothing is done or known.
pub(super) fn draw(target: &TargetEntry) -> Option<Picture> {
    let percent = |value: &serde_json::Value| value.as_str().and_then(|text| text.parse::<f64>().ok());
    let achieved = percent(&target.achieved_percent)?;
    let scale = (WIDTH - 2.0) / achieved.max(100.0);
    let mut picture = Picture::new(HEIGHT, '-');
    picture.bar((1.0, 6.0), (1.0 + achieved.max(0.0) * scale, 20.0), MAIN);
    picture.frame((1.0, 4.0), (100.0 * scale, 18.0));
    if let Some(profile) = percent(&target.profile_percent) {
        let x = 1.0 + profile * scale;
        picture.path(&[(x, 0.0), (x, HEIGHT)], OTHER, "");
    }
    Some(picture)
}
