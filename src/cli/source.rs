//! What to read, and what the user says about it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use tradedeck::domain::{Flow, Scope};
use tradedeck::import::Choices;
use tradedeck::import::extract::Unit;
use tradedeck::word;

#[derive(Debug, Clone, Args)]
pub(super) struct SourceOptions {
    /// A folder with a dataset.toml, or files in known formats; - for standard input [default: South Korea]
    #[arg(value_name = "SOURCE")]
    pub(super) sources: Vec<PathBuf>,
    /// Format of the files, as `tradedeck formats` names it [default: found by content]
    #[arg(long, value_name = "NAME")]
    input_format: Option<String>,
    /// Sheet of a workbook [default: the one with the most rows]
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Reporter by code or name, where files have several [default: the one with the most trade]
    #[arg(long, value_name = "NAME")]
    reporter: Option<String>,
    /// Unit of values for which a file names none, such as "USD million"
    #[arg(long, value_name = "UNIT", value_parser = unit)]
    unit: Option<Unit>,
    /// Flow of values for which a file names none
    #[arg(long, value_enum)]
    flow: Option<FlowChoice>,
    /// Of customs records only these goods, this partner, or both: 8542, CN, 8542/CN
    #[arg(long, value_name = "SCOPE", value_parser = scope)]
    scope: Option<Scope>,
    /// Only rows whose dimension has this value
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    only: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FlowChoice {
    Export,
    Import,
    Balance,
}

impl SourceOptions {
    /// What was said about the files; `format` is the option of that name where a subcommand has it.
    pub(super) fn choices(&self, format: Option<&String>) -> Choices {
        Choices {
            format: format.or(self.input_format.as_ref()).cloned(),
            sheet: self.sheet.clone(),
            reporter: self.reporter.clone(),
            unit: self.unit.clone(),
            flow: self.flow.map(|choice| match choice {
                FlowChoice::Export => Flow::Export,
                FlowChoice::Import => Flow::Import,
                FlowChoice::Balance => Flow::Balance,
            }),
            scope: self.scope.clone().unwrap_or_default(),
            only: self.only.clone(),
            ..Choices::default()
        }
    }
}

fn unit(text: &str) -> Result<Unit, String> {
    match Unit::parse(text) {
        unit @ Unit::Money { .. } => Ok(unit),
        _ => Err("not a unit of money; write a currency and a power, such as \"USD million\"".to_owned()),
    }
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::parse(text).ok_or_else(|| word!("micro.no_scope").to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
    pair.ok_or_else(|| "not a dimension and its value; write NAME=VALUE".to_owned())
}
