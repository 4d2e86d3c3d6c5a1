//! The sums of a file of customs records as text, to be compared with those of other programs: totals, and the twenty
//! largest chapters and partners, of each month and flow; all chapters and partners with `--all` before the files.
//! `benches/README.md` has the commands.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::cmp::Reverse;
use std::path::PathBuf;
use std::process::ExitCode;

use tradedeck::domain::{Dataset, Flow, ItemId, PartnerId};
use tradedeck::import::Choices;
use tradedeck::runtime::sources;

fn main() -> ExitCode {
    let mut files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let most = if files.first().is_some_and(|first| first.as_os_str() == "--all") {
        files.remove(0);
        usize::MAX
    } else {
        20
    };
    match sources::dataset(&files, &Choices::default()) {
        Ok(dataset) => {
            let mut lines = lines(&dataset, most);
            lines.sort_unstable();
            println!("{}", lines.join("\n"));
            ExitCode::SUCCESS
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            ExitCode::FAILURE
        }
    }
}

fn lines(dataset: &Dataset, most: usize) -> Vec<String> {
    let mut members: Vec<(String, String, i64)> = Vec::new();
    let mut lines = Vec::new();
    for series in &dataset.series {
        let key = series.key;
        let flow = if key.flow == Flow::Export { "export" } else { "import" };
        for row in &series.observations {
            let of = format!("{},{flow}", row.period);
            match (key.item, key.partner) {
                (ItemId::TOTAL, PartnerId::WORLD) => lines.push(format!("T,{of},{}", row.value)),
                (ItemId::TOTAL, partner) => {
                    members.push((format!("P,{of}"), dataset.partner(partner).id.clone(), row.value))
                }
                (item, _) => members.push((format!("H,{of}"), dataset.item(item).id.clone(), row.value)),
            }
        }
    }
    members.sort_by(|a, b| (&a.0, Reverse(a.2), &a.1).cmp(&(&b.0, Reverse(b.2), &b.1)));
    for of_one in members.chunk_by(|a, b| a.0 == b.0) {
        lines.extend(of_one.iter().take(most).map(|(of, code, value)| format!("{of},{code},{value}")));
    }
    lines
}
