//! `tradedeck say`: the briefing as plain sentences.

use std::process::ExitCode;

use clap::Args;

use tradedeck::app::Action;
use tradedeck::config::Depth;
use tradedeck::domain::Problem;
use tradedeck::export::say;
use tradedeck::runtime::dashboard::Dashboard;
use tradedeck::runtime::setup::{self, Request};

use super::options::Options;
use super::{print, printable};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    options: Options,
}

impl Arguments {
    pub(super) fn request(&self) -> Result<Request, Vec<Problem>> {
        self.options.request()
    }
}

/// Prints what the pages of the briefing say, one paragraph each.
pub(super) fn run(request: &Request) -> Result<ExitCode, Vec<Problem>> {
    let settings = setup::settings(request)?;
    let state = setup::state(request, &settings)?;
    let mut dashboard = Dashboard::new(state, setup::look(request, &settings, Depth::None)?);
    let mut parts = vec![say::head(&dashboard.scene())];
    dashboard.act(Action::Briefing);
    for page in 0..dashboard.scene().state.playlist.pages.len() {
        dashboard.act(Action::BriefingPage(page));
        parts.push(say::page(&dashboard.scene()));
    }
    parts.push(say::source(&dashboard.scene()));
    print(&printable(&say::paragraphs(&parts)));
    Ok(ExitCode::SUCCESS)
}
