//! The options that every subcommand takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use tradedeck::config::Depth;
use tradedeck::domain::{Date, Period, Problem};
use tradedeck::runtime::setup::Request;
use tradedeck::ui::widgets::Glyphs;

use super::source::SourceOptions;

#[derive(Debug, Clone, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: SourceOptions,
    /// Show only what was known on this date
    #[arg(long, value_parser = date, value_name = "YYYY-MM-DD")]
    as_of: Option<Date>,
    /// Start at this month [default: the last complete one]; a report takes a range, YYYY-MM..YYYY-MM
    #[arg(long, value_parser = months, value_name = "YYYY-MM")]
    month: Option<(Period, Period)>,
    /// dark, light, high-contrast, mono, or one of your own
    #[arg(long, value_name = "NAME")]
    theme: Option<String>,
    /// How the overview is arranged: default, or one of your own
    #[arg(long, value_name = "NAME")]
    layout: Option<String>,
    /// Characters to draw with
    #[arg(long, value_enum)]
    glyphs: Option<GlyphChoice>,
    /// Colours to draw with [default: what the terminal has; NO_COLOR is honoured]
    #[arg(long, value_enum)]
    color: Option<ColorChoice>,
    /// A TOML file of [[claims]] instead of those of the dataset; `a` adds to it
    #[arg(long, value_name = "FILE")]
    claims: Option<PathBuf>,
    /// Settings file instead of your own
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GlyphChoice {
    Auto,
    Unicode,
    Cjk,
    Ascii,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ColorChoice {
    True,
    #[value(name = "256")]
    X256,
    #[value(name = "16")]
    X16,
    None,
}

impl Options {
    /// What they ask of the library, about one month.
    ///
    /// # Errors
    /// They ask for a range of months.
    pub(super) fn request(&self) -> Result<Request, Vec<Problem>> {
        match self.month {
            Some((first, last)) if first != last => {
                let hint = "name one month, or ask for a report";
                Err(vec![Problem::whole_file("--month", "a range of months is for reports alone", hint)])
            }
            _ => Ok(self.request_for_last()),
        }
    }

    /// The first and the last month asked for.
    pub(super) fn months(&self) -> Option<(Period, Period)> {
        self.month
    }

    /// What they ask of the library, about the last month asked for.
    pub(super) fn request_for_last(&self) -> Request {
        Request {
            sources: self.source.sources.clone(),
            choices: self.source.choices(None),
            as_of: self.as_of,
            month: self.month.map(|(_, last)| last),
            theme: self.theme.clone(),
            layout: self.layout.clone(),
            glyphs: self.glyphs.and_then(|choice| match choice {
                GlyphChoice::Auto => None,
                GlyphChoice::Unicode => Some(Glyphs::Unicode),
                GlyphChoice::Cjk => Some(Glyphs::Cjk),
                GlyphChoice::Ascii => Some(Glyphs::Ascii),
            }),
            depth: self.color.map(|choice| match choice {
                ColorChoice::True => Depth::True,
                ColorChoice::X256 => Depth::X256,
                ColorChoice::X16 => Depth::X16,
                ColorChoice::None => Depth::None,
            }),
            claims: self.claims.clone(),
            config: self.config.clone(),
            briefing: Default::default(),
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().ok().filter(|_| text.len() == 10).ok_or_else(|| "not a date; write YYYY-MM-DD".to_owned())
}

/// A period, or the first and the last of several.
fn months(text: &str) -> Result<(Period, Period), String> {
    match text.split_once("..") {
        None => period(text).map(|period| (period, period)),
        Some((first, last)) => {
            let (first, last) = (period(first)?, period(last)?);
            let is_range = first.frequency() == last.frequency() && first <= last;
            if is_range { Ok((first, last)) } else { Err("not a range; write the earlier month first".to_owned()) }
        }
    }
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "not a period; write YYYY-MM (or YYYY-Q1, YYYY)".to_owned())
}
