//! What to read, and what the user says about it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use tradedeck::domain::{Flow, Scope};
use tradedeck::import::Choices;
use tradedeck::import::extract::Unit;
use tradedeck::word;

#[derive(Debug, Clone, Args)]
pub(super) struct SourceOptions {
    #[arg(value_name = "SOURCE", help = word!("cli.help-sources"))]
    sources: Vec<PathBuf>,
    #[arg(long, value_name = "NAME", help = word!("cli.help-input-format"))]
    input_format: Option<String>,
    #[arg(long, value_name = "NAME", help = word!("cli.help-sheet"))]
    sheet: Option<String>,
    #[arg(long, value_name = "NAME", help = word!("cli.help-reporter"))]
    reporter: Option<String>,
    #[arg(long, value_name = "UNIT", value_parser = unit, help = word!("cli.help-unit"))]
    unit: Option<Unit>,
    #[arg(long, value_enum, help = word!("cli.help-flow"))]
    flow: Option<FlowChoice>,
    #[arg(long, value_name = "SCOPE", value_parser = scope, help = word!("cli.help-scope"))]
    scope: Option<Scope>,
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair, help = word!("cli.help-only"))]
    only: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FlowChoice {
    Export,
    Import,
    Balance,
}

impl SourceOptions {
    /// What to read, by name or by pattern.
    pub(super) fn sources(&self) -> &[PathBuf] {
        &self.sources
    }

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
        _ => Err(word!("cli.not-unit-money-write").to_owned()),
    }
}

fn scope(text: &str) -> Result<Scope, String> {
    Scope::parse(text).ok_or_else(|| word!("micro.no_scope").to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
    pair.ok_or_else(|| word!("cli.not-dimension-its-value").to_owned())
}
