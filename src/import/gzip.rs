//! Files packed with gzip, as bulk downloads are: unpacked in memory, up to a limit.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::progress::{Counted, Progress};

/// What a file may hold when unpacked, in bytes.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The bytes of a file, unpacked where they are packed.
///
/// # Errors
/// A file that is damaged, or too large.
pub(super) fn unpacked(
    name: &str,
    bytes: Cow<'static, [u8]>,
    progress: Option<&Progress>,
) -> Result<Cow<'static, [u8]>, Problem> {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return Ok(bytes);
    }
    let mut content = Vec::new();
    let packed = Counted::new(name, &bytes, progress);
    let read = MultiGzDecoder::new(packed).take(LARGEST + 1).read_to_end(&mut content);
    if progress.is_some_and(Progress::is_cancelled) {
        return Err(Progress::stopped(name));
    }
    read.map_err(|error| {
        Problem::whole_file(name, say!("import.file-cannot-unpacked", error = error), word!("import.download-again"))
    })?;
    if content.len() as u64 > LARGEST {
        let what = word!("import.file-holds-more-than");
        return Err(Problem::whole_file(name, what, word!("import.split-aggregate-first")));
    }
    Ok(Cow::Owned(content))
}
