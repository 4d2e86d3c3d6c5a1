//! `tradedeck snapshot`: one frame as a file, without a terminal.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::app::{Action, State};
use tradedeck::config::Depth;
use tradedeck::domain::Problem;
use tradedeck::export::{Provenance, picture, snapshot};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup;
use tradedeck::ui::panels::PANELS;
use tradedeck::ui::{Scene, view};

use super::lens::LensOptions;
use super::options::Options;
use super::panel;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    #[command(flatten)]
    lens: LensOptions,
    /// Columns and rows
    #[arg(long, default_value = "120x36", value_parser = size, value_name = "WxH")]
    size: (u16, u16),
    /// The file; its ending chooses the format: .txt, .ans (with colours), .svg, .html
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The screen with this panel alone, by its number
    #[arg(long, value_name = "N")]
    zoom: Option<usize>,
    /// A page of the briefing, by its number
    #[arg(long, value_name = "N", conflicts_with_all = ["zoom", "panel"])]
    page: Option<usize>,
    /// A picture of this panel and nothing else, by its name
    #[arg(long, value_name = "NAME", conflicts_with = "zoom")]
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
    let Arguments { options, lens, size: (width, height), out, zoom, panel, page } = arguments;
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
    let mut dashboard = Dashboard::new(state, setup::look(request, &settings, depth)?);
    if let Some(number) = page {
        show_page(&mut dashboard, *number)?;
    }
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
        let what = format!("cannot be written: {error}");
        vec![Problem::whole_file(out.display().to_string(), what, "choose another place with --out")]
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
            let hint = "end the name with .txt, .ans, .svg or .html";
            Err(vec![Problem::whole_file(out.display().to_string(), "unknown kind of snapshot", hint)])
        }
    }
}

fn numbered(state: &State, number: usize) -> Result<usize, Vec<Problem>> {
    if (1..=state.panels.len()).contains(&number) {
        return Ok(number - 1);
    }
    let hint = format!("choose 1 to {}", state.panels.len());
    Err(vec![Problem::whole_file("--zoom", format!("there is no panel {number}"), hint)])
}

fn show_page(dashboard: &mut Dashboard, number: usize) -> Result<(), Vec<Problem>> {
    let count = dashboard.scene().state.playlist.pages.len();
    if !(1..=count).contains(&number) {
        let hint = format!("choose 1 to {count}");
        return Err(vec![Problem::whole_file("--page", format!("there is no page {number}"), hint)]);
    }
    dashboard.act(Action::Briefing);
    dashboard.act(Action::BriefingPage(number - 1));
    Ok(())
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
    parts.filter(fits).ok_or_else(|| "not a size; write columns x rows, such as 120x36, at most 1000x500".to_owned())
}
