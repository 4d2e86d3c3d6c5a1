//! Files in foreign formats: real ones where `../shared` is at hand, and small ones of our own for each format.

mod examples;
mod doubts;
mod joins;
mod keys_asia;
mod keys_international;
mod mutations;
mod native;
mod saved_again;
mod stopping;
mod tables;

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;

use tradedeck::domain::{Dataset, Flow, Period, Problem, SeriesKey};
use tradedeck::import::extract::{Extract, Subject, TimePeriod};
use tradedeck::import::{self, Choices, Files, Found, Source};

/// A folder of files.
pub struct Folder(pub PathBuf);

impl Files for Folder {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let bytes = fs::read(self.0.join(name));
        bytes.map(Cow::Owned).map_err(|error| Problem::whole_file(name, error.to_string(), ""))
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        if self.0.join(name).exists() { self.read(name).map(Some) } else { Ok(None) }
    }
}

/// The real files, or `None`, which is said, where they are not at hand.
pub fn real() -> Option<Folder> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/formats");
    if folder.is_dir() {
        return Some(Folder(folder));
    }
    eprintln!("skipped: ../shared/formats is not here");
    None
}

/// Reads one file.
pub fn source(files: &dyn Files, name: &str, choices: &Choices) -> Source {
    match import::read_all(files, &[name], choices) {
        Ok(Found::Foreign(sources)) => sources.into_iter().next().unwrap(),
        Ok(Found::Native | Found::Both(..)) => panic!("{name} was taken for a native file"),
        Err(problems) => panic!("{name}: {problems:?}"),
    }
}

/// Reads one file of the real ones, which must be found to be in `format`.
pub fn extract(files: &Folder, name: &str, format: &str) -> Extract {
    let source = source(files, name, &Choices::default());
    assert_eq!(source.format, format, "{name}");
    source.extract
}

/// The number, as printed, of the one fact of a period whose subject passes; `-` where it is missing.
pub fn value(extract: &Extract, period: &str, test: impl Fn(&Subject) -> bool) -> String {
    let period = TimePeriod::parse(period).unwrap();
    let mut found =
        extract.facts.iter().filter(|fact| fact.period == period && test(&extract.subjects[fact.subject as usize]));
    let fact = found.next().unwrap_or_else(|| panic!("nothing for {period}"));
    assert_eq!(found.next(), None, "more than one for {period}");
    fact.value.map_or("-".to_owned(), |value| value.to_string())
}

/// True for a flow of all goods with the world.
pub fn total(flow: Flow) -> impl Fn(&Subject) -> bool {
    move |subject| subject.flow() == Some(flow) && subject.item.id().is_empty() && subject.partner.id().is_empty()
}

/// The dataset of one file.
pub fn dataset(files: &Folder, name: &str, choices: &Choices) -> Dataset {
    import::load_all(files, &[name], choices).unwrap_or_else(|problems| panic!("{name}: {problems:?}"))
}

/// A value of a series of a dataset in whole units of the currency.
pub fn amount(dataset: &Dataset, key: SeriesKey, period: &str) -> Option<i64> {
    let period = Period::parse(period).unwrap();
    let (_, series) = dataset.series(key)?;
    series.observations.iter().find(|row| row.period == period).map(|row| row.value)
}

/// The sum of all values of a series.
pub fn sum(dataset: &Dataset, key: SeriesKey) -> i64 {
    dataset.series(key).map_or(0, |(_, series)| series.observations.iter().map(|row| row.value).sum())
}

/// What a user says who names a reporter.
pub fn reporter(name: &str) -> Choices {
    Choices { reporter: Some(name.to_owned()), ..Choices::default() }
}
