//! The options that every subcommand takes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use tradedeck::config::{Depth, Negative};
use tradedeck::domain::{Date, Period, Problem};
use tradedeck::runtime::setup::Request;
use tradedeck::ui::widgets::Glyphs;
use tradedeck::word;

use super::source::SourceOptions;

#[derive(Debug, Clone, Args)]
pub(super) struct Options {
    #[command(flatten)]
    source: SourceOptions,
    #[arg(long, value_parser = date, value_name = "YYYY-MM-DD", help = word!("cli.help-as-of"))]
    as_of: Option<Date>,
    #[arg(long, value_parser = months, value_name = "YYYY-MM", help = word!("cli.help-month"))]
    month: Option<(Period, Period)>,
    #[arg(long, value_name = "NAME", help = word!("cli.help-theme"))]
    theme: Option<String>,
    #[arg(long, value_name = "NAME", help = word!("cli.help-layout"))]
    layout: Option<String>,
    #[arg(long, value_enum, help = word!("cli.help-glyphs"))]
    glyphs: Option<GlyphChoice>,
    #[arg(long, value_enum, help = word!("cli.help-color"))]
    color: Option<ColorChoice>,
    #[arg(long, value_enum, value_name = "SIGN", help = word!("cli.help-negative"))]
    negative: Option<NegativeChoice>,
    #[arg(long, value_name = "FILE", help = word!("cli.help-claims"))]
    claims: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = word!("cli.help-config"))]
    config: Option<PathBuf>,
    #[arg(long, help = word!("cli.help-no-cache"))]
    no_cache: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GlyphChoice {
    Auto,
    Unicode,
    Cjk,
    Console,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum NegativeChoice {
    Minus,
    Triangle,
}

impl Options {
    /// What they ask of the library, about one month.
    ///
    /// # Errors
    /// They ask for a range of months.
    pub(super) fn request(&self) -> Result<Request, Vec<Problem>> {
        match self.month {
            Some((first, last)) if first != last => {
                let hint = word!("cli.name-one-month-ask");
                Err(vec![Problem::whole_file("--month", word!("cli.range-months-reports-alone"), hint)])
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
            sources: self.source.sources().to_vec(),
            choices: self.source.choices(None),
            as_of: self.as_of,
            month: self.month.map(|(_, last)| last),
            theme: self.theme.clone(),
            layout: self.layout.clone(),
            glyphs: self.glyphs.and_then(|choice| match choice {
                GlyphChoice::Auto => None,
                GlyphChoice::Unicode => Some(Glyphs::Unicode),
                GlyphChoice::Cjk => Some(Glyphs::Cjk),
                GlyphChoice::Console => Some(Glyphs::Console),
                GlyphChoice::Ascii => Some(Glyphs::Ascii),
            }),
            depth: self.color.map(|choice| match choice {
                ColorChoice::True => Depth::True,
                ColorChoice::X256 => Depth::X256,
                ColorChoice::X16 => Depth::X16,
                ColorChoice::None => Depth::None,
            }),
            claims: self.claims.clone(),
            negative: self.negative.map(|choice| match choice {
                NegativeChoice::Minus => Negative::Minus,
                NegativeChoice::Triangle => Negative::Triangle,
            }),
            config: self.config.clone(),
            no_cache: self.no_cache,
            briefing: Default::default(),
        }
    }
}

fn date(text: &str) -> Result<Date, String> {
    text.parse().ok().filter(|_| text.len() == 10).ok_or_else(|| word!("cli.not-date-write-yyyy").to_owned())
}

/// A period, or the first and the last of several.
fn months(text: &str) -> Result<(Period, Period), String> {
    match text.split_once("..") {
        None => period(text).map(|period| (period, period)),
        Some((first, last)) => {
            let (first, last) = (period(first)?, period(last)?);
            let is_range = first.frequency() == last.frequency() && first <= last;
            if is_range { Ok((first, last)) } else { Err(word!("cli.not-range-write-earlier").to_owned()) }
        }
    }
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| word!("cli.not-period-write-yyyy").to_owned())
}
