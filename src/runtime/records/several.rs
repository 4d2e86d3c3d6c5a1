//! What is known of several files while they are read, one after the other: the periods that no file to come has.

use std::time::{Duration, Instant};

use crate::domain::{Period, Scope};
use crate::import::Progress;
use crate::import::micro::order::Span;
use crate::import::micro::{self, Cube};

use super::file::RecordFile;
use super::so_far::sampled;

/// A part is made at most so often.
const STEP: Duration = Duration::from_millis(100);

/// The periods of files that somebody waits for.
pub(super) struct Several<'a> {
    files: &'a [RecordFile],
    scope: &'a Scope,
    progress: &'a Progress,
    /// The first and the last period of each file; nothing where one is in no order.
    spans: Option<Vec<Span>>,
    /// The size of each file.
    bytes: Vec<u64>,
    due: Instant,
    pace: Duration,
    is_shown: bool,
    is_broken: bool,
}

impl<'a> Several<'a> {
    /// For several plain files; nothing for others.
    pub fn of(files: &'a [RecordFile], scope: &'a Scope, progress: Option<&'a Progress>) -> Option<Several<'a>> {
        Several::paced(files, scope, progress.filter(|_| files.len() > 1)?, STEP)
    }

    fn paced(files: &'a [RecordFile], scope: &'a Scope, progress: &'a Progress, pace: Duration) -> Option<Several<'a>> {
        let bytes: Vec<u64> = files.iter().map(RecordFile::bytes).collect::<Option<_>>()?;
        progress.begin_all(bytes.iter().sum());
        let span = |(file, bytes): (&RecordFile, &u64)| Some(sampled(file, scope, *bytes)?.1);
        let spans: Option<Vec<Span>> = files.iter().zip(&bytes).map(span).collect();
        let due = Instant::now() + pace;
        Some(Several { files, scope, progress, spans, bytes, due, pace, is_shown: false, is_broken: false })
    }

    /// So many files are read, the last of which has these periods: shows what is complete of all their sums.
    pub fn read(&mut self, files: usize, periods: &[Period], sums: &Cube) {
        self.progress.end(self.bytes[files - 1]);
        let Some(spans) = &self.spans else { return };
        let (first, last) = spans[files - 1];
        self.is_broken |= periods.iter().any(|period| !(first..=last).contains(period));
        if self.is_broken {
            // What was shown may lack rows of files to come.
            if self.is_shown {
                self.progress.doubt();
            }
            return;
        }
        let to_come = &spans[files..];
        if to_come.is_empty() || Instant::now() < self.due {
            return;
        }
        let complete = sums.only(|period| !to_come.iter().any(|(first, last)| (*first..=*last).contains(&period)));
        let names: Vec<String> = self.files.iter().map(|file| file.name.clone()).collect();
        if let Ok(dataset) = micro::dataset::so_far(&complete, &self.files[0].plan, self.scope, &names) {
            self.progress.offer(dataset);
            (self.is_shown, self.due) = (true, Instant::now() + self.pace);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use super::*;
    use crate::domain::{Flow, SeriesKey};
    use crate::import::Choices;
    use crate::runtime::records::Records;

    /// A file of a folder, with rows of these months of 2024, in order.
    fn file(folder: &str, name: &str, months: impl IntoIterator<Item = u32>) -> PathBuf {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/several").join(folder);
        fs::create_dir_all(&folder).unwrap();
        let row =
            |month| move |n: u32| format!("2024-{month:02},{},85{n:08},CN,{n}\n", ["export", "import"][n as usize % 2]);
        let rows: String = months.into_iter().flat_map(|month| (1..400).map(row(month))).collect();
        let path = folder.join(name);
        fs::write(&path, format!("period,flow,hs10,partner,value_usd\n{rows}")).unwrap();
        path
    }

    /// The months that are offered at last while the files are read, with their exports, and whether they are doubted.
    fn shown(paths: &[PathBuf]) -> (Vec<(Period, i64)>, bool) {
        let records = Records::find(paths, &Choices::default()).unwrap().unwrap();
        let (scope, progress) = (Scope::default(), Progress::default());
        let mut several = Several::paced(&records.files, &scope, &progress, Duration::ZERO);
        records.add_up(&scope, Some(&progress), several.as_mut()).unwrap();
        let part = progress.take_partial().map(|newest| Arc::clone(newest.view().dataset()));
        let months = part.map(|part| {
            let (_, series) = part.series(SeriesKey::total(Flow::Export)).unwrap();
            series.observations.iter().map(|row| (row.period, row.value)).collect()
        });
        (months.unwrap_or_default(), progress.reached().is_doubtful)
    }

    #[test]
    fn months_that_no_file_to_come_has_are_complete() {
        let of = |name: &str, months| file("in-turn", name, months);
        let (months, is_doubtful) = shown(&[of("a.csv", 1..=3), of("b.csv", 3..=5), of("c.csv", 6..=6)]);
        let exports: i64 = (1..400).filter(|n| n % 2 == 0).sum();
        let of = |month: u32, times: i64| (Period::month(2024, month), times * exports);
        assert_eq!(months, [of(1, 1), of(2, 1), of(3, 2), of(4, 1), of(5, 1)]);
        assert!(!is_doubtful);
    }

    #[test]
    fn nothing_is_shown_of_files_that_all_have_the_same_months() {
        let of = |name: &str| file("side-by-side", name, 1..=6);
        assert_eq!(shown(&[of("exports.csv"), of("imports.csv")]).0, []);
    }

    #[test]
    fn a_month_that_a_file_was_not_thought_to_have_puts_what_was_shown_in_doubt() {
        // The row of January is at none of the places that are looked at.
        let months = [vec![4, 1], vec![4; 58]].concat();
        let paths = [file("late", "a.csv", 1..=2), file("late", "b.csv", months), file("late", "c.csv", 5..=5)];
        let (months, is_doubtful) = shown(&paths);
        assert_eq!(months.len(), 2);
        assert!(is_doubtful);
    }
}
