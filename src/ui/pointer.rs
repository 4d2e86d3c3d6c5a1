//! What a click means: the panel under it gets the focus, the month under it the cursor.

use ratatui::layout::Rect;

use crate::app::Action;

use super::panels;
use super::scene::Scene;
use super::view::places;

/// The actions that a click at a cell asks for.
pub fn clicked(scene: &Scene<'_>, screen: Rect, x: u16, y: u16) -> Vec<Action> {
    if scene.state.overlay.is_some() {
        return vec![Action::Back];
    }
    let Some(place) = places(scene, screen).into_iter().find(|place| place.area.contains((x, y).into())) else {
        return Vec::new();
    };
    let Some(panel) = place.panel else { return Vec::new() };
    [Action::Focus(panel)].into_iter().chain(panels::clicked(scene, panel, place.area, x, y)).collect()
}
