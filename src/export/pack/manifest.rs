//! The manifest: what a pack was made from, by which version, and what is in it.

use std::fmt::Write as _;
use std::io;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::app::State;
use crate::ui::lens_words;

use super::super::json;
use super::{Material, PackFile};

/// File of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Name and version of its schema.
pub(super) const SCHEMA: &str = "tradedeck.pack/1";

/// What an input was read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Figures.
    Data,
    /// Statements about them.
    Claims,
    /// Settings, theme, layout.
    Configuration,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// What for.
    pub role: Role,
    /// As the dataset names it, without the folder that it lies in.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
}

impl Input {
    /// A file with this content.
    pub fn new(role: Role, name: impl Into<String>, content: &[u8]) -> Input {
        Input { role, name: name.into(), bytes: content.len() as u64, sha256: digest(content) }
    }

    /// A file that is read block by block.
    ///
    /// # Errors
    /// Bytes that cannot be read.
    pub fn of_stream(role: Role, name: impl Into<String>, mut content: impl io::Read) -> io::Result<Input> {
        let (mut hasher, mut bytes, mut block) = (Sha256::new(), 0, vec![0; 64 * 1024]);
        loop {
            match content.read(&mut block)? {
                0 => return Ok(Input { role, name: name.into(), bytes, sha256: hexadecimal(&hasher.finalize()) }),
                read => {
                    bytes += read as u64;
                    hasher.update(&block[..read]);
                }
            }
        }
    }
}

/// The pack that changes are told since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Since {
    pub(super) month: String,
    pub(super) as_of: String,
    pub(super) version: String,
}

/// A file of the pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Output {
    pub(super) name: String,
    pub(super) bytes: u64,
    pub(super) sha256: String,
}

/// The whole manifest. What it does not know of a later version is passed over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) schema: String,
    pub(super) program: String,
    pub(super) version: String,
    pub(super) dataset: String,
    pub(super) month: String,
    pub(super) as_of: String,
    pub(super) lens: String,
    pub(super) language: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) made: Option<String>,
    pub(super) since: Option<Since>,
    pub(super) inputs: Vec<Input>,
    pub(super) outputs: Vec<Output>,
}

pub(super) fn write(state: &State, material: &Material, since: Option<&Since>, files: &[PackFile]) -> String {
    let output = |file: &PackFile| Output {
        name: file.name.clone(),
        bytes: file.content.len() as u64,
        sha256: digest(&file.content),
    };
    json::pretty(&Manifest {
        schema: SCHEMA.to_owned(),
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        dataset: state.dataset().id.clone(),
        month: state.month().to_string(),
        as_of: state.view().as_of().to_string(),
        lens: lens_words::all(state.lens(), state.dataset()),
        language: state.language.code().to_owned(),
        made: material.made.clone(),
        since: since.cloned(),
        inputs: material.inputs.clone(),
        outputs: files.iter().map(output).collect(),
    })
}

/// SHA-256 in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
