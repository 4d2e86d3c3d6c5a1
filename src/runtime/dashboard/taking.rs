//! What leaves the dashboard: copies of panels, the screen as pictures, and the morning pack. The worker writes the files.

use std::path::PathBuf;

use crate::config::Settings;
use crate::domain::Problem;
use crate::export::Frame;
use crate::runtime::copies;
use crate::runtime::pack;
use crate::runtime::pictures::Pictures;
use crate::runtime::program::Outcome;
use crate::runtime::setup::Request;
use crate::say;

use super::{Dashboard, Message};

/// Where files go, and what a pack is made of.
#[derive(Debug, Clone, Default)]
pub struct Taking {
    pictures: Pictures,
    pack: PathBuf,
    request: Request,
}

impl Taking {
    /// As the settings say, of what the request names.
    pub fn of(request: &Request, settings: &Settings) -> Taking {
        Taking { pictures: Pictures::of(settings), pack: settings.pack.clone().into(), request: request.clone() }
    }
}

impl Dashboard {
    /// The same with places for what is saved.
    #[must_use]
    pub fn with_taking(self, taking: Taking) -> Dashboard {
        Dashboard { taking, ..self }
    }

    /// Copies what the focused panel says.
    pub(super) fn copy(&mut self) -> Outcome<Message> {
        let copied = self.copies.copy(&self.state);
        let told = self.done(copied.words.clone());
        let outcome = Outcome { copy: Some(copied.text.clone()), ..told };
        match copied.file {
            None => outcome,
            Some(file) => outcome.with(move || {
                let beside = |kept: String| format!("{}; {kept}", copied.words);
                Message::Written(copies::keep(&file, &copied.text).map(beside).map_err(beside))
            }),
        }
    }

    /// Saves the screen as it is.
    pub(super) fn save(&mut self) -> Outcome<Message> {
        let frame = Frame::screen(&self.scene(), (self.screen.width, self.screen.height));
        let (pictures, name) = (self.taking.pictures.clone(), self.picture_name());
        Outcome::redraw().with(move || Message::Written(pictures.save(&frame, &name)))
    }

    /// `2026-07_as-of-2026-10-01_balance`.
    fn picture_name(&self) -> String {
        let viewpoint = &self.state.viewpoint;
        let shown = if viewpoint.zoomed { self.state.focused_panel() } else { "screen" };
        format!("{}_as-of-{}_{shown}", viewpoint.month, self.state.view().as_of())
    }

    /// Writes the pack of the month, date and lens that are looked at.
    pub(super) fn pack(&mut self) -> Outcome<Message> {
        let Taking { pack: folder, request, .. } = self.taking.clone();
        let told = self.tell(say!("pack.writing", folder = folder.display()));
        let (viewpoint, language) = (self.state.viewpoint.clone(), self.state.language);
        told.with(move || {
            let look = |state: &mut crate::app::State| {
                state.language = language;
                state.look_from(viewpoint);
                Ok(())
            };
            let written = pack::write(&request, look, &folder, None);
            Message::Written(written.map_err(|problems| first(&problems)))
        })
    }
}

/// The first of some problems, in one line.
fn first(problems: &[Problem]) -> String {
    problems.first().map(Problem::to_string).unwrap_or_default()
}
