//! The options of briefing mode.

use clap::Args;

use tradedeck::config::briefing::{DISTANCES, LONGEST, SCREENS};
use tradedeck::runtime::setup::BriefingRequest;
use tradedeck::{say, word};

#[derive(Debug, Clone, Args)]
pub(super) struct BriefingOptions {
    #[arg(long, help = word!("cli.help-brief"))]
    brief: bool,
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u16).range(1..=i64::from(LONGEST)), help = word!("cli.help-every"))]
    every: Option<u16>,
    #[arg(long, value_name = "INCHES", value_parser = inches, help = word!("cli.help-screen"))]
    screen: Option<f64>,
    #[arg(long, value_name = "METRES", value_parser = metres, help = word!("cli.help-distance"))]
    distance: Option<f64>,
    #[arg(long, help = word!("cli.help-kiosk"))]
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
    number.ok_or_else(|| say!("cli.use", start = allowed.start(), end = allowed.end()))
}
