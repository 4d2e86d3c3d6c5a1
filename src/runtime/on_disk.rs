//! A file of the disk that is read in blocks.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek as _, SeekFrom};
use std::path::Path;
use std::time::SystemTime;

use crate::import::Stored;

/// An open file: who replaces it under its name does not change what is read here.
#[derive(Debug)]
pub(super) struct OnDisk {
    file: File,
    opened: (u64, Option<SystemTime>),
}

impl OnDisk {
    pub(super) fn open(path: &Path) -> io::Result<OnDisk> {
        OnDisk::of(File::open(path)?)
    }

    /// A file that is open already, from its start.
    pub(super) fn of(file: File) -> io::Result<OnDisk> {
        let opened = stamp(&file.metadata()?);
        Ok(OnDisk { file, opened })
    }
}

fn stamp(metadata: &Metadata) -> (u64, Option<SystemTime>) {
    (metadata.len(), metadata.modified().ok())
}

impl Stored for OnDisk {
    fn bytes(&self) -> u64 {
        self.opened.0
    }

    fn reader(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(At { file: &self.file, place: 0 }))
    }

    fn is_as_opened(&self) -> bool {
        self.file.metadata().is_ok_and(|metadata| stamp(&metadata) == self.opened)
    }
}

/// One of several readers of one file: each goes to its own place first.
struct At<'a> {
    file: &'a File,
    place: u64,
}

impl Read for At<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.seek(SeekFrom::Start(self.place))?;
        let read = self.file.read(buffer)?;
        self.place += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn readers_of_one_file_do_not_disturb_each_other_and_a_change_is_seen() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp/on-disk");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("f.csv");
        fs::write(&path, "abcdef").unwrap();
        let stored = OnDisk::open(&path).unwrap();
        let (mut one, mut other) = (stored.reader().unwrap(), stored.reader().unwrap());
        let mut bytes = [0; 4];
        one.read_exact(&mut bytes[..2]).unwrap();
        other.read_exact(&mut bytes).unwrap();
        assert_eq!((&bytes, io::read_to_string(one).unwrap().as_str()), (b"abcd", "cdef"));
        // Another file under the same name is not this one.
        fs::write(folder.join("g.csv"), "xyz").unwrap();
        fs::rename(folder.join("g.csv"), &path).unwrap();
        assert!(stored.is_as_opened());
        let stored = OnDisk::open(&path).unwrap();
        fs::write(&path, "xyz and more").unwrap();
        assert!(!stored.is_as_opened());
    }
}
