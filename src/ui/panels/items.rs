//! Panel 5: which goods moved the total.

use ratatui::buffer::Buffer;

use crate::app::Action;
use crate::domain::Period;
use crate::indicators::{Deck, LeagueOf};
use crate::word;

use super::super::briefing::{content::Content, pages};
use super::super::lens_words::LensPart;
use super::super::scene::Scene;
use super::{Canvas, Panel, league};

pub(super) struct Items;

impl Panel for Items {
    fn name(&self) -> &'static str {
        "items"
    }

    fn title(&self, scene: &Scene<'_>) -> String {
        league::title(scene, LeagueOf::Items, word!("panels.items"))
    }

    fn unit(&self, scene: &Scene<'_>, _: Canvas) -> String {
        league::unit(scene, LeagueOf::Items)
    }

    fn sentence(&self, scene: &Scene<'_>) -> String {
        league::sentence(scene, LeagueOf::Items)
    }

    fn refusals(&self, deck: &Deck) -> Vec<(LensPart, &'static str)> {
        league::refusals(deck, LeagueOf::Items)
    }

    fn needs(&self, scene: &Scene<'_>) -> Option<&'static str> {
        league::needs(scene, LeagueOf::Items)
    }

    fn draw(&self, scene: &Scene<'_>, canvas: Canvas, buf: &mut Buffer) {
        league::draw(scene, LeagueOf::Items, canvas, buf);
    }

    fn briefing(&self, scene: &Scene<'_>) -> Content {
        pages::league::content(scene, LeagueOf::Items)
    }

    fn month_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Period> {
        league::month_at(scene, LeagueOf::Items, canvas, x, y)
    }

    fn action_at(&self, scene: &Scene<'_>, canvas: Canvas, x: u16, y: u16) -> Option<Action> {
        league::action_at(scene, LeagueOf::Items, canvas, x, y)
    }
}
