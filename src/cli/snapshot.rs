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
    #[arg(long, value_name = "N", conflicts_with_all = ["zoom", "panel"], help = word!("cli.help-snapshot-page"))]
    page: Option<usize>,
    #[arg(long, value_name = "NAME", conflicts_with = "zoom", help = word!("cli.help-snapshot-panel"))]
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
    let content = frame.write(format).map_err(|words| problem(words, word!("cli.choose-another-size-svg")))?;
    let written = std::fs::write(out, content);
    written
        .map_err(|error| problem(say!("cli.cannot-written", error = error), word!("cli.choose-another-place-out")))?;
    Ok(ExitCode::SUCCESS)
}

fn format(out: &Path) -> Result<Format, Vec<Problem>> {
    Format::of(out).ok_or_else(|| {
        let endings: Vec<String> = Format::ALL.iter().map(|(ending, _)| format!(".{ending}")).collect();
        let hint = say!("cli.end-name-one", endings = endings.join(", "));
        vec![Problem::whole_file(out.display().to_string(), word!("cli.unknown-kind-snapshot"), hint)]
    })
}

fn numbered(state: &State, number: usize) -> Result<usize, Vec<Problem>> {
    if (1..=state.panels.len()).contains(&number) {
        return Ok(number - 1);
    }
    let hint = say!("cli.choose-1", n = state.panels.len());
    Err(vec![Problem::whole_file("--zoom", say!("cli.there-no-panel-2", number = number), hint)])
}

fn show_page(dashboard: &mut Dashboard, number: usize) -> Result<(), Vec<Problem>> {
    let count = dashboard.scene().state.playlist.pages.len();
    if !(1..=count).contains(&number) {
        let hint = say!("cli.choose-1-2", count = count);
        return Err(vec![Problem::whole_file("--page", say!("cli.there-no-page", number = number), hint)]);
    }
    dashboard.act(Action::Briefing);
    dashboard.act(Action::BriefingPage(number - 1));
    Ok(())
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=1000).contains(width) && (1..=500).contains(height);
    parts.filter(fits).ok_or_else(|| word!("cli.not-size-write-columns").to_owned())
}
