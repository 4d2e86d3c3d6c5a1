//! Tells when files change. Folders are watched, not files: a file that is saved atomically is another file under
//! the same name.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A watch over the folders of some files.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
}

impl Watch {
    /// A watch over nothing yet; `tell` is called with the files of every change in the folders watched later.
    ///
    /// # Errors
    /// The system's reason why it watches nothing.
    pub fn new(tell: impl Fn(Vec<PathBuf>) + Send + 'static) -> notify::Result<Watch> {
        let heard = move |event: notify::Result<Event>| {
            if let Some(files) = touched(event) {
                tell(files);
            }
        };
        Ok(Watch { watcher: notify::recommended_watcher(heard)?, folders: BTreeSet::new() })
    }

    /// Watches the folders of these files and no others; where one is not there, the folder that it would stand in.
    /// To be called after every change: a folder may have come, or be another one under the same name.
    ///
    /// # Errors
    /// The system's reason why one cannot be watched.
    pub fn follow(&mut self, files: &BTreeSet<PathBuf>) -> notify::Result<()> {
        let wanted: BTreeSet<PathBuf> = files.iter().filter_map(|file| folder_of(file)).collect();
        for gone in self.folders.difference(&wanted) {
            // It may have gone by itself.
            let _ = self.watcher.unwatch(gone);
        }
        let watched = wanted.iter().map(|folder| self.watcher.watch(folder, RecursiveMode::NonRecursive));
        let result = watched.fold(Ok(()), Result::and);
        self.folders = wanted;
        result
    }
}

/// The files that an event is of. Where there were too many to name them all, it is the path that stands above every other.
fn touched(event: notify::Result<Event>) -> Option<Vec<PathBuf>> {
    match event {
        Ok(event) if event.need_rescan() => Some(vec![PathBuf::new()]),
        Ok(event) => is_change(event.kind).then_some(event.paths),
        Err(_) => None,
    }
}

/// True where a file's content may be another. Reading a file is an event too.
fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

/// The nearest folder above a file that is there.
fn folder_of(file: &Path) -> Option<PathBuf> {
    file.ancestors().skip(1).find(|folder| folder.is_dir()).map(Path::to_owned)
}

/// The file by its whole name, and by the name that links lead to.
pub fn names_of(file: &Path) -> impl Iterator<Item = PathBuf> {
    [std::path::absolute(file), file.canonicalize()].into_iter().flatten()
}

/// True where a change of `touched` means that one of the files may be another: it is one, or a folder above one.
pub fn concerns(touched: &Path, files: &BTreeSet<PathBuf>) -> bool {
    files.iter().any(|file| file.starts_with(touched))
}

#[cfg(test)]
mod tests {
    use notify::event::Flag;

    use super::*;

    #[test]
    fn events_too_many_to_be_told_concern_every_file() {
        let event = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        let files = BTreeSet::from([PathBuf::from("/data/trade.csv")]);
        let told = touched(Ok(event)).unwrap();
        assert!(told.iter().any(|path| concerns(path, &files)));
        assert_eq!(touched(Ok(Event::new(EventKind::Access(AccessKind::Read)))), None);
    }
}
