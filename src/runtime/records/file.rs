//! One file of records on the disk, plain or packed.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::domain::{Problem, Scope};
use crate::import::decoding::{as_ascii_compatible, utf_16};
use crate::import::micro::plan::HEAD;
use crate::import::micro::scan::Stop;
use crate::import::micro::{Cube, Plan};
use crate::import::packing::Packing;
use crate::import::{Choices, Progress, mapping};
use crate::say;
use crate::word;

use super::super::disk;
use super::kept::Kept;
use super::stamp::Stamp;
use super::{lacking, parts};

/// A file of records.
#[derive(Debug)]
pub(super) struct RecordFile {
    pub path: PathBuf,
    pub name: String,
    pub plan: Plan,
    pub packing: Packing,
    /// True where it is the whole source.
    pub is_alone: bool,
    /// Its first bytes, unpacked: they tell whether it is written in UTF-16.
    start: Vec<u8>,
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl RecordFile {
    /// The file, where it holds records. What cannot be read is left to others to say.
    pub fn find(path: &Path, choices: &Choices) -> Result<Option<RecordFile>, Vec<Problem>> {
        if !path.is_file() {
            return Ok(None);
        }
        let name = path.display().to_string();
        let Ok((packing, start, head)) = head(path) else { return Ok(None) };
        let beside = mapping::name_for(&name);
        let said = choices.mappings.get(&name).or_else(|| choices.mappings.get(&file_name(path)));
        let mapping = match said {
            Some(mapping) => Some(mapping.clone()),
            None if Path::new(&beside).is_file() => Some(mapping::Mapping::parse(
                &beside,
                &disk::read_text(Path::new(&beside)).map_err(|problem| vec![problem])?,
            )?),
            None => None,
        };
        let plan = Plan::of(&name, &head, choices, mapping.as_ref());
        if plan.as_ref().is_some_and(|plan| plan.currency.is_empty()) {
            let hint = word!("import.say-unit-example-unit");
            return Err(vec![Problem::whole_file(name, word!("import.file-does-not-say"), hint)]);
        }
        Ok(plan.map(|plan| RecordFile { path: path.to_owned(), name, plan, packing, is_alone: false, start }))
    }

    /// Its name without its folder.
    pub fn file_name(&self) -> String {
        file_name(&self.path)
    }

    /// The text from its start.
    pub fn text(&self) -> std::io::Result<Box<dyn Read>> {
        Ok(as_ascii_compatible(unpacked(&self.path, self.packing)?, &self.start))
    }

    /// True where parts of the file can be read without the ones before.
    fn is_plain(&self) -> bool {
        self.packing == Packing::None && utf_16(&self.start).is_none()
    }

    /// The size of a plain file.
    pub fn bytes(&self) -> Option<u64> {
        self.stamp().ok().filter(|_| self.is_plain()).map(|stamp| stamp.bytes)
    }

    /// The sums of a scope: those that are kept in the folder, else read.
    pub fn sums(&self, scope: &Scope, cache: Option<&Path>, progress: Option<&Progress>) -> Result<Cube, Problem> {
        let before = self.stamp()?;
        let kept = cache.and_then(|folder| Kept::of(folder, self, scope, before));
        if let Some(cube) = kept.as_ref().and_then(Kept::read) {
            log::info!("sums of {} are those of an earlier run", self.name);
            return Ok(cube);
        }
        let cube = self.unchanged(before, || {
            if let Some(progress) = progress {
                progress.begin(&self.name, if self.is_plain() { before.bytes } else { 0 });
            }
            match self.is_plain() {
                true => parts::all(self, scope, before.bytes, progress),
                false => parts::stream(self, scope, progress),
            }
        })?;
        if let Some(kept) = kept {
            kept.write(&cube);
        }
        Ok(cube)
    }

    /// What is read of the file, which had this stamp: of one that changed meanwhile, half may have been old and half
    /// new, whatever came of it.
    fn unchanged<T>(&self, before: Stamp, read: impl FnOnce() -> Result<T, Stop>) -> Result<T, Problem> {
        let read = read();
        if self.stamp()? != before && !matches!(read, Err(Stop::Cancelled)) {
            return Err(Problem::whole_file(&*self.name, word!("micro.changed"), word!("micro.open_again")));
        }
        read.map_err(|stop| self.stopped(stop))
    }

    fn stamp(&self) -> Result<Stamp, Problem> {
        Stamp::of(&self.path).map_err(|error| {
            let what = say!("micro.gone", error = error);
            Problem::whole_file(&*self.name, what, word!("micro.open_again"))
        })
    }

    fn stopped(&self, stop: Stop) -> Problem {
        match stop {
            Stop::Cancelled => Progress::stopped(&self.name),
            Stop::Io(error) => {
                Problem::whole_file(&*self.name, say!("micro.unreadable", error = error), word!("micro.check_file"))
            }
            Stop::Endless(place) => {
                let line = lacking::line_at(self, place).unwrap_or(0);
                Problem::new(&*self.name, line, 1, word!("micro.endless"), word!("micro.close_quote"))
            }
        }
    }
}

fn unpacked(path: &Path, packing: Packing) -> std::io::Result<Box<dyn Read>> {
    Ok(packing.unpacked(File::open(path)?))
}

/// So many bytes tell whether a text is in UTF-16.
const START: usize = 4096;

/// How the file is packed, its first bytes unpacked, and as many as a plan needs of the text.
fn head(path: &Path) -> std::io::Result<(Packing, Vec<u8>, Vec<u8>)> {
    let first = |bytes: Box<dyn Read>, most: usize| {
        let mut first = Vec::new();
        bytes.take(most as u64).read_to_end(&mut first).map(|_| first)
    };
    let packing = Packing::of(&first(Box::new(File::open(path)?), 4)?);
    let start = first(unpacked(path, packing)?, START)?;
    let head = first(as_ascii_compatible(unpacked(path, packing)?, &start), HEAD)?;
    Ok((packing, start, head))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};
    use std::io::Write as _;

    use super::*;

    const TEXT: &str = "period,flow,hs10,partner,value_usd\n2020-01,export,8542310000,CN,1\n";

    /// What is said where a file is changed in the midst of reading it, by its end.
    fn said(name: &str, change: impl FnOnce(&Path)) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/record-file");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        fs::write(&path, TEXT).unwrap();
        let file = RecordFile::find(&path, &Choices::default()).unwrap().unwrap();
        let before = file.stamp().unwrap();
        let read = file.unchanged(before, || {
            change(&path);
            Ok(())
        });
        read.map_or_else(|problem| problem.what, |()| "read".to_owned())
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_has_no_sums() {
        let changed = word!("micro.changed");
        assert_eq!(said("same.csv", |_| {}), "read");
        assert_eq!(
            said("cut.csv", |path| OpenOptions::new().write(true).open(path).unwrap().set_len(40).unwrap()),
            changed
        );
        let append = |path: &Path| OpenOptions::new().append(true).open(path).unwrap().write_all(b"2020-").unwrap();
        assert_eq!(said("grown.csv", append), changed);
        assert!(said("gone.csv", |path| fs::remove_file(path).unwrap()).starts_with("the file went away"));
        let replace = |path: &Path| {
            let other = path.with_extension("new");
            fs::write(&other, TEXT).unwrap();
            fs::rename(other, path).unwrap();
        };
        assert_eq!(said("replaced.csv", replace), changed);
    }
}
