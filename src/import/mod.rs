//! From bytes to a dataset, or to problems with file, line and column. No file is opened here:
//! bytes come through [`Files`].

pub mod embedded;
pub mod native;

use std::borrow::Cow;

use crate::domain::{Dataset, Problem};

/// Where the bytes of a dataset come from.
pub trait Files {
    /// The bytes of a file, by its name relative to the dataset.
    ///
    /// # Errors
    /// A problem that names the file and says why it cannot be read.
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem>;
}

/// Reads a dataset from its main file: a `.toml` or a tidy `.csv`.
///
/// # Errors
/// Everything that is wrong with it. A dataset with a problem is not loaded in part: a total with a
/// row missing would be shown as if it were whole.
pub fn load(files: &dyn Files, name: &str) -> Result<Dataset, Vec<Problem>> {
    let is_toml =
        std::path::Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    if is_toml { native::load_dataset(files, name) } else { native::load_table(files, name) }
}
