//! The options of briefing mode.

use clap::Args;

use tradedeck::config::briefing::{DISTANCES, LONGEST, SCREENS};
use tradedeck::runtime::setup::BriefingRequest;

#[derive(Debug, Clone, Args)]
pub(super) struct BriefingOptions {
    /// Begin in briefing mode: one message a page, in type that reads across a room
    #[arg(long)]
    brief: bool,
    /// Turn the pages of the briefing after so many seconds
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=i64::from(LONGEST)))]
    every: Option<u16>,
    /// The screen's diagonal in inches, from which the briefing reckons how far it can be read
    #[arg(long, value_name = "INCHES", value_parser = inches)]
    screen: Option<f64>,
    /// From how many metres the briefing must be read: a page that cannot be is not shown
    #[arg(long, value_name = "METRES", value_parser = metres)]
    distance: Option<f64>,
    /// Nobody leaves the briefing by accident: only Ctrl-C ends the program
    #[arg(long)]
    kiosk: bool,
}

impl BriefingOptions {
    pub(super) fn request(&self) -> BriefingRequest {
        BriefingRequest {
            brief: self.brief,
            every: self.every,
            screen: self.screen,
            distance: self.distance,
            kiosk: self.kiosk,
        }
    }
}

fn inches(text: &str) -> Result<f64, String> {
    measure(text, SCREENS)
}

fn metres(text: &str) -> Result<f64, String> {
    measure(text, DISTANCES)
}

fn measure(text: &str, allowed: std::ops::RangeInclusive<f64>) -> Result<f64, String> {
    let number: Option<f64> = text.parse().ok().filter(|number| allowed.contains(number));
    number.ok_or_else(|| format!("use {} to {}", allowed.start(), allowed.end()))
}
