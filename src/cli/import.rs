//! `tradedeck import`: files in any known format as a dataset of the native one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use tradedeck::domain::Problem;
use tradedeck::import::native;
use tradedeck::runtime::sources;
use tradedeck::{say, word};

use super::source::SourceOptions;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    source: SourceOptions,
    #[arg(long, value_name = "NAME", help = word!("cli.help-input-format"))]
    format: Option<String>,
    #[arg(long, value_name = "DIR", help = word!("cli.help-import-out"))]
    out: PathBuf,
}

/// Writes the dataset.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, Vec<Problem>> {
    let Arguments { source, format, out } = arguments;
    let dataset = sources::dataset(&sources::expanded(source.sources()), &source.choices(format.as_ref()))?;
    make_folder(out).map_err(|problem| vec![problem])?;
    let files = native::write(&dataset);
    for (name, content) in &files {
        let path = out.join(name);
        std::fs::write(&path, content).map_err(|error| vec![unwritable(&path, &error)])?;
    }
    let values: usize = dataset.series.iter().map(|series| series.observations.len()).sum();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    super::print(&say!(
        "cli.imported",
        out = out.display(),
        values = values,
        n = dataset.series.len(),
        files = names.join(", ")
    ));
    Ok(ExitCode::SUCCESS)
}

/// Nothing that is there is written over.
fn make_folder(out: &Path) -> Result<(), Problem> {
    let is_taken = std::fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some());
    if is_taken || out.is_file() {
        let what = word!("cli.there-already-not-empty");
        return Err(Problem::whole_file(out.display().to_string(), what, word!("cli.choose-another-place-out")));
    }
    std::fs::create_dir_all(out).map_err(|error| unwritable(out, &error))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::whole_file(
        path.display().to_string(),
        say!("cli.cannot-written", error = error),
        word!("cli.choose-another-place-out"),
    )
}
