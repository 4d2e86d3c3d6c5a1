//! `tradedeck snapshot`: one frame as a file, without a terminal.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::app::State;
use tradedeck::config::Depth;
use tradedeck::domain::Problem;
use tradedeck::export::{Provenance, picture, snapshot};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup;
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::{Scene, view};
use tradedeck::{say, word};

use super::lens::LensOptions;
use super::options::Options;
use super::panel;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    lens: LensOptions,
    #[arg(long, default_value = "120x36", value_parser = size, value_name = "WxH", help = word!("cli.help-snapshot-size"))]
    size: (u16, u16),
    #[arg(long, value_name = "FILE", help = word!("cli.help-snapshot-out"))]
    out: PathBuf,
    #[arg(long, value_name = "N", help = word!("cli.help-snapshot-zoom"))]
    zoom: Option<usize>,
    #[arg(long, value_name = "NAME", conflicts_with = "zoom", help = word!("cli.help-snapshot-panel"))]
    panel: Option<String>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Ansi,
    Svg,
    Html,
}

/// Writes the frame.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, lens, size: (width, height), out, zoom, panel } = arguments;
    let request = &options.request();
    let kind = kind(out)?;
    let mut settings = setup::settings(request)?;
    let is_picture = matches!(kind, Kind::Svg | Kind::Html);
    // A picture lies on no terminal whose ground could show through.
    settings.paint_page |= is_picture;
    let depth = request.depth.unwrap_or(if kind == Kind::Text { Depth::None } else { Depth::True });
    let mut state = setup::state(request, &settings)?;
    lens.apply(&mut state)?;
    let panel = panel.as_deref().map(panel::place).transpose()?;
    if let Some(panel) = zoom.map(|number| numbered(&state, number)).transpose()?.or(panel) {
        state.viewpoint.focus = panel;
        state.viewpoint.zoomed = true;
    }
    let dashboard = Dashboard::new(state, setup::look(request, &settings, depth)?);
    let scene = dashboard.scene();
    let mut buffer = Buffer::empty(Rect::new(0, 0, *width, *height));
    match panel {
        // Pictures have the line below the cells.
        Some(panel) if is_picture => view::draw_panel(&scene, panel, "", &mut buffer),
        Some(panel) => view::draw_panel(&scene, panel, &provenance(&scene).line, &mut buffer),
        None => tradedeck::ui::draw(&scene, &mut buffer),
    }
    let text = match kind {
        Kind::Text => snapshot::to_text(&buffer),
        Kind::Ansi => snapshot::to_ansi(&buffer),
        Kind::Svg => picture::to_svg(&buffer, &provenance(&scene)),
        Kind::Html => picture::to_html(&buffer, &provenance(&scene)),
    };
    std::fs::write(out, text).map_err(|error| {
        let what = say!("cli.cannot-written", error = error);
        vec![Problem::whole_file(out.display().to_string(), what, word!("cli.choose-another-place-out"))]
    })?;
    Ok(ExitCode::SUCCESS)
}

fn kind(out: &Path) -> Result<Kind, Vec<Problem>> {
    match out.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => Ok(Kind::Text),
        Some("ans") => Ok(Kind::Ansi),
        Some("svg") => Ok(Kind::Svg),
        Some("html") => Ok(Kind::Html),
        _ => {
            let hint = word!("cli.end-name-txt-ans");
            Err(vec![Problem::whole_file(out.display().to_string(), word!("cli.unknown-kind-snapshot"), hint)])
        }
    }
}

fn numbered(state: &State, number: usize) -> Result<usize, Vec<Problem>> {
    if (1..=state.panels.len()).contains(&number) {
        return Ok(number - 1);
    }
    let hint = say!("cli.choose-1", n = state.panels.len());
    Err(vec![Problem::whole_file("--zoom", say!("cli.there-no-panel-2", number = number), hint)])
}

/// What a picture says in words: the month's sentence; of one panel, its own.
fn provenance(scene: &Scene<'_>) -> Provenance {
    let viewpoint = &scene.state.viewpoint;
    let words = match PANELS.get(viewpoint.focus).filter(|_| viewpoint.zoomed) {
        Some(panel) => format!("{}: {}", panel.title(scene), panel.sentence(scene)),
        None => scene.wording().headline(),
    };
    Provenance::of(scene.state.dataset(), scene.deck(), &words)
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=1000).contains(width) && (1..=500).contains(height);
    parts.filter(fits).ok_or_else(|| word!("cli.not-size-write-columns").to_owned())
}
