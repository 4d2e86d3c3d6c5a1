//! Sums that are kept from one run to the next: used for the same file alone, and never where they are damaged.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tradedeck::domain::{Dataset, Flow, Scope};
use tradedeck::import::{Choices, Progress};
use tradedeck::runtime::sources;

use super::files::{HEADER, folder, rows, total};

/// A file of records that is worth keeping the sums of, and a folder to keep them in.
struct Desk {
    file: PathBuf,
    cache: PathBuf,
}

/// A file that was changed so long ago is at rest.
const LONG_AGO: Duration = Duration::from_secs(3600);

impl Desk {
    fn new(name: &str) -> Desk {
        let folder = folder(name);
        let desk = Desk { file: folder.join("big.csv"), cache: folder.join("cache/tradedeck") };
        desk.write(&(HEADER.to_owned() + &rows(130_000)), LONG_AGO);
        desk
    }

    fn write(&self, text: &str, age: Duration) {
        fs::write(&self.file, text).unwrap();
        touched(
            &self.file,
            SystemTime::UNIX_EPOCH + (SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap() - age),
        );
    }

    fn read(&self) -> Dataset {
        self.read_scope("")
    }

    fn read_scope(&self, scope: &str) -> Dataset {
        let choices =
            Choices { cache: Some(self.cache.clone()), scope: Scope::parse(scope).unwrap(), ..Choices::default() };
        sources::dataset(std::slice::from_ref(&self.file), &choices).unwrap()
    }

    /// True where the dataset is made without reading the file.
    fn is_kept(&self) -> bool {
        let choices = Choices { cache: Some(self.cache.clone()), ..Choices::default() };
        let progress = Progress::default();
        sources::read((std::slice::from_ref(&self.file), None), &choices, Some(&progress)).result.unwrap();
        progress.reached().file.is_empty()
    }

    fn kept(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.cache).map(|entries| entries.map(|entry| entry.unwrap().path()).collect());
        entries.unwrap_or_default()
    }

    /// Puts another amount of as many digits into a row, and leaves size and time of the file as they were.
    fn falsify(&self, row: usize) -> i64 {
        let changed = fs::metadata(&self.file).unwrap().modified().unwrap();
        let text = fs::read_to_string(&self.file).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let mut fields: Vec<String> = lines[row].split(',').map(str::to_owned).collect();
        let amount: i64 = fields[4].parse().unwrap();
        let other = if amount % 10 == 9 { amount - 1 } else { amount + 1 };
        fields[4] = other.to_string();
        lines[row] = fields.join(",");
        fs::write(&self.file, lines.join("\n") + "\n").unwrap();
        touched(&self.file, changed);
        other - amount
    }
}

fn touched(file: &Path, time: SystemTime) {
    File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
}

fn both(dataset: &Dataset) -> i64 {
    total(dataset, Flow::Export) + total(dataset, Flow::Import)
}

#[test]
fn the_same_file_is_not_read_again() {
    let desk = Desk::new("kept-same");
    let first = desk.read();
    assert_eq!(desk.kept().len(), 1);
    assert!(desk.is_kept());
    assert_eq!(both(&desk.read()), both(&first));
    let counts = |dataset: &Dataset| (dataset.series.len(), dataset.items.len(), dataset.partners.len());
    assert_eq!(counts(&desk.read()), counts(&first));
}

#[test]
fn a_file_that_changed_is_read_again() {
    let desk = Desk::new("kept-changed");
    let first = both(&desk.read());
    let by = desk.falsify(1);
    assert_eq!(both(&desk.read()), first + by, "its beginning is other");
    let last = desk.falsify(130_000);
    assert_eq!(both(&desk.read()), first + by + last, "its end is other");
    // Far from all places that are looked at, of the same size, with the time put back: the system knows better.
    let middle = desk.falsify(3_000);
    if cfg!(unix) {
        assert_eq!(both(&desk.read()), first + by + last + middle, "it was touched");
    }
    touched(&desk.file, SystemTime::now() - Duration::from_secs(60));
    assert_eq!(both(&desk.read()), first + by + last + middle, "its time is other");
}

#[test]
fn each_scope_has_sums_of_its_own() {
    let desk = Desk::new("kept-scopes");
    let (all, chapter) = (both(&desk.read()), both(&desk.read_scope("85")));
    assert!(chapter < all && desk.kept().len() == 2);
    assert_eq!((both(&desk.read()), both(&desk.read_scope("85"))), (all, chapter));
}

#[test]
fn damaged_sums_are_not_used() {
    let desk = Desk::new("kept-damaged");
    let right = both(&desk.read());
    let kept = desk.kept().remove(0);
    let whole = fs::read(&kept).unwrap();
    for damage in 0..5 {
        let mut bytes = whole.clone();
        match damage {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.clear(),
            2 => bytes.truncate(31),
            3 => bytes[40] ^= 1,
            _ => *bytes.last_mut().unwrap() ^= 1,
        }
        fs::write(&kept, bytes).unwrap();
        assert_eq!(both(&desk.read()), right, "{damage}");
        assert_eq!(fs::read(&kept).unwrap().len(), whole.len(), "{damage}: made anew");
    }
}

#[test]
fn a_file_that_has_just_changed_may_change_again() {
    let desk = Desk::new("kept-fresh");
    desk.write(&(HEADER.to_owned() + &rows(130_000)), Duration::ZERO);
    desk.read();
    assert!(desk.kept().is_empty());
}

#[test]
fn what_was_used_longest_ago_makes_room() {
    let desk = Desk::new("kept-room");
    fs::create_dir_all(&desk.cache).unwrap();
    for (name, hours) in
        [("old.sums", 30), ("older.sums", 40), ("new.sums", 1), ("abandoned.part-1", 20), ("foreign.txt", 90)]
    {
        let file = desk.cache.join(name);
        File::create(&file).unwrap().set_len(30 << 20).unwrap();
        touched(&file, SystemTime::now() - Duration::from_secs(hours * 3600));
    }
    desk.read();
    let mut names: Vec<String> =
        desk.kept().iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.len() < 40);
    names.sort();
    assert_eq!(names, ["foreign.txt", "new.sums", "old.sums"]);
}

#[test]
fn a_folder_that_cannot_be_written_does_not_matter() {
    let desk = Desk::new("kept-nowhere");
    fs::create_dir_all(desk.cache.parent().unwrap()).unwrap();
    fs::write(&desk.cache, "a file, where a folder should be").unwrap();
    assert_eq!(both(&desk.read()), both(&desk.read()));
}

#[test]
fn two_readers_at_once_get_the_same() {
    let desk = Desk::new("kept-two");
    let sums = std::thread::scope(|scope| {
        let readers: Vec<_> = (0..4).map(|_| scope.spawn(|| both(&desk.read()))).collect();
        readers.into_iter().map(|reader| reader.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(sums.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!((desk.kept().len(), both(&desk.read())), (1, sums[0]));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_leads_nowhere_and_others_read_nothing() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let desk = Desk::new("kept-link");
    let right = both(&desk.read());
    let kept = desk.kept().remove(0);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&desk.cache), mode(&kept)), (0o700, 0o600));
    let elsewhere = desk.file.with_file_name("elsewhere");
    fs::rename(&kept, &elsewhere).unwrap();
    symlink(&elsewhere, &kept).unwrap();
    let whole = fs::read(&elsewhere).unwrap();
    assert!(!desk.is_kept());
    assert_eq!(both(&desk.read()), right);
    assert!(fs::symlink_metadata(&kept).unwrap().is_file() && desk.is_kept());
    assert_eq!(fs::read(&elsewhere).unwrap(), whole);
}
