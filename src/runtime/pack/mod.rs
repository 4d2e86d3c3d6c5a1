//! Making and writing the morning pack.

mod folder;
mod inputs;

use std::path::Path;
use std::sync::Arc;

use crate::app::State;
use crate::config::{Depth, Glyphs};
use crate::domain::Problem;
use crate::export::Frame;
use crate::export::pack::{self, Material, Pack};
use crate::say;
use crate::word;

use super::dashboard::{Dashboard, Look};
use super::setup::{self, Request};
use super::sources;

/// Columns and rows of the picture of the whole screen, and of those of panels.
const SCREEN: (u16, u16) = (120, 36);
const PANEL: (u16, u16) = (100, 30);

/// Makes a pack of what a request asks for, as `look` sees it, and writes it to the folder `out`. Changes are told since
/// the pack in `since`, or since the one that is in `out`. Everything is read anew, so that the hashes are of what the
/// figures are worked out from. Gives what was done in words.
///
/// # Errors
/// Everything that is wrong with the input or with the folders.
pub fn write(
    request: &Request,
    look: impl FnOnce(&mut State) -> Result<(), Vec<Problem>>,
    out: &Path,
    since: Option<&Path>,
) -> Result<String, Vec<Problem>> {
    let problem = |what: String, hint: &str| vec![Problem::whole_file(out.display().to_string(), what, hint)];
    let there = folder::previous(out)?;
    let made = made()?;
    let mut settings = setup::settings(request)?;
    settings.paint_page = true;
    if settings.glyphs == Glyphs::Auto {
        // Pictures are for any screen: they do not hang on the terminal that the pack is made in.
        settings.glyphs = Glyphs::Unicode;
    }
    let (files, command) = (request.files(), settings.source.as_ref());
    let (mut dataset, mut inputs) = sources::hashed((&files, command), &request.choices)?;
    dataset.statements = setup::statements(request, &settings, &dataset)?;
    let mut state = setup::state_of(request, &settings, Arc::new(dataset))?;
    look(&mut state)?;
    inputs.extend(inputs::beside_data(request, &settings)?);
    let frames = frames(&state, &setup::look(request, &settings, Depth::True)?);
    let previous = match since {
        Some(folder) => Some(folder::required(folder)?),
        None => there.clone(),
    };
    let made = pack::make(&state, Material { frames, inputs, previous, negative: settings.negative, made });
    let Pack { files, summary } = made.map_err(|reason| problem(say!("pack.too-large", reason = reason), ""))?;
    folder::replace(out, &files, there.as_ref())
        .map_err(|error| problem(say!("pack.unwritable", reason = error), word!("pack.unwritable-hint")))?;
    Ok(say!("pack.written", folder = out.display(), count = files.len(), summary = summary))
}

/// The whole screen and every panel, as pictures.
fn frames(state: &State, look: &Look) -> Vec<(String, Frame)> {
    let mut state = state.clone();
    (state.viewpoint.zoomed, state.viewpoint.detail) = (false, None);
    let dashboard = |state: &State| Dashboard::new(state.clone(), look.clone());
    let mut frames = vec![("screen".to_owned(), Frame::screen(&dashboard(&state).scene(), SCREEN))];
    state.viewpoint.zoomed = true;
    for (panel, name) in state.panels.clone().into_iter().enumerate() {
        state.viewpoint.focus = panel;
        frames.push((name.to_owned(), Frame::panel(&dashboard(&state).scene(), panel, PANEL, false)));
    }
    frames
}

/// The moment that builds are to tell: `SOURCE_DATE_EPOCH`, as RFC 3339. Without it a pack tells none, and is the same
/// whenever it is made.
fn made() -> Result<Option<String>, Vec<Problem>> {
    let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) else { return Ok(None) };
    let seconds = text.to_str().and_then(|text| text.trim().parse().ok());
    let moment = seconds.and_then(|seconds| chrono::DateTime::from_timestamp(seconds, 0));
    let problem = || vec![Problem::whole_file("SOURCE_DATE_EPOCH", word!("pack.epoch"), word!("pack.epoch-hint"))];
    moment.map(|moment| Some(moment.format("%Y-%m-%dT%H:%M:%SZ").to_string())).ok_or_else(problem)
}
