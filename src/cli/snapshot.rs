//! `tradedeck snapshot`: one frame as a file, without a terminal.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use tradedeck::config::Depth;
use tradedeck::domain::Problem;
use tradedeck::export::snapshot;
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup;

use super::options::Options;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
    /// Columns and rows
    #[arg(long, default_value = "120x36", value_parser = size, value_name = "WxH")]
    size: (u16, u16),
    /// The file; its ending chooses the format
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Show this panel alone, by its number
    #[arg(long, value_name = "N")]
    zoom: Option<usize>,
}

/// Writes the frame.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { options, size: (width, height), out, zoom } = arguments;
    let request = &options.request();
    let in_colour = match out.extension().and_then(|ending| ending.to_str()) {
        Some("txt") => false,
        Some("ans") => true,
        _ => {
            let problem = Problem::whole_file(
                out.display().to_string(),
                "unknown kind of snapshot",
                "end the name with .txt or .ans",
            );
            return Err(vec![problem]);
        }
    };
    let settings = setup::settings(request)?;
    let depth = request.depth.unwrap_or(if in_colour { Depth::True } else { Depth::None });
    let mut state = setup::state(request, &settings)?;
    if let Some(panel) = *zoom {
        if !(1..=state.panels.len()).contains(&panel) {
            let hint = format!("choose 1 to {}", state.panels.len());
            return Err(vec![Problem::whole_file("--zoom", format!("there is no panel {panel}"), hint)]);
        }
        state.viewpoint.focus = panel - 1;
        state.viewpoint.zoomed = true;
    }
    let dashboard = Dashboard::new(state, setup::look(request, &settings, depth)?);
    let mut buffer = Buffer::empty(Rect::new(0, 0, *width, *height));
    tradedeck::ui::draw(&dashboard.scene(), &mut buffer);
    let text = if in_colour { snapshot::to_ansi(&buffer) } else { snapshot::to_text(&buffer) };
    std::fs::write(out, text).map_err(|error| {
        vec![Problem::whole_file(
            out.display().to_string(),
            format!("cannot be written: {error}"),
            "choose another place with --out",
        )]
    })?;
    Ok(ExitCode::SUCCESS)
}

fn size(text: &str) -> Result<(u16, u16), String> {
    let parts = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |(width, height): &(u16, u16)| (1..=1000).contains(width) && (1..=500).contains(height);
    parts.filter(fits).ok_or_else(|| "not a size; write columns x rows, such as 120x36, at most 1000x500".to_owned())
}
