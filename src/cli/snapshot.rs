//! `tradedeck snapshot`: one frame as a file, without a terminal.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use tradedeck::app::{Action, State};
use tradedeck::config::Depth;
use tradedeck::domain::Problem;
use tradedeck::export::{Format, Frame};
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup;

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
    /// The file; its ending chooses the format: .txt, .ans (with colours), .svg, .html, .png
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

/// Writes the frame.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, lens, size, out, zoom, panel, page } = arguments;
    let request = &options.request()?;
    let format = format(out)?;
    let mut settings = setup::settings(request)?;
    // A picture lies on no terminal whose ground could show through.
    settings.paint_page |= format.is_picture();
    let depth = request.depth.unwrap_or(if format == Format::Text { Depth::None } else { Depth::True });
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
    let frame = match panel {
        Some(panel) => Frame::panel(&scene, panel, *size, !format.is_picture()),
        None => Frame::screen(&scene, *size),
    };
    let problem = |what: String, hint: &str| vec![Problem::whole_file(out.display().to_string(), what, hint)];
    let content = frame.write(format).map_err(|words| problem(words, "choose another --size, or .svg"))?;
    let written = std::fs::write(out, content);
    written.map_err(|error| problem(format!("cannot be written: {error}"), "choose another place with --out"))?;
    Ok(ExitCode::SUCCESS)
}

fn format(out: &Path) -> Result<Format, Vec<Problem>> {
    Format::of(out).ok_or_else(|| {
        let endings: Vec<String> = Format::ALL.iter().map(|(ending, _)| format!(".{ending}")).collect();
        let hint = format!("end the name with one of {}", endings.join(", "));
        vec![Problem::whole_file(out.display().to_string(), "unknown kind of snapshot", hint)]
    })
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

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=1000).contains(width) && (1..=500).contains(height);
    parts.filter(fits).ok_or_else(|| "not a size; write columns x rows, such as 120x36, at most 1000x500".to_owned())
}
