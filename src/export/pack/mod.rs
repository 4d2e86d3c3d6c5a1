//! The morning pack: a month's report, figures and pictures as files, what changed since the pack before, and a
//! manifest with the hash of everything that went in and came out. The same input gives the same bytes.

mod changes;
mod claims;
mod manifest;
mod previous;

use crate::app::State;
use crate::config::Negative;
use crate::words::in_language;

use super::frame::{Format, Frame};
use super::report::Report;

pub use manifest::{Input, MANIFEST, Role, digest};
pub use previous::Previous;

/// File of the figures for machines.
pub const FIGURES: &str = "figures.json";

/// File that tells what changed.
pub const CHANGES: &str = "changes.md";

/// Formats of the pictures.
#[cfg(feature = "png")]
const PICTURES: &[Format] = &[Format::Svg, Format::Png];
/// Formats of the pictures.
#[cfg(not(feature = "png"))]
const PICTURES: &[Format] = &[Format::Svg];

/// A file of the pack: its name with `/` between folders, and its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Relative to the pack's folder.
    pub name: String,
    /// Bytes.
    pub content: Vec<u8>,
}

impl PackFile {
    fn new(name: impl Into<String>, content: impl Into<Vec<u8>>) -> PackFile {
        PackFile { name: name.into(), content: content.into() }
    }
}

/// What a pack is made of, besides the state.
#[derive(Debug)]
pub struct Material {
    /// Pictures by the name of their files.
    pub frames: Vec<(String, Frame)>,
    /// Everything that was read.
    pub inputs: Vec<Input>,
    /// The pack that changes are told since.
    pub previous: Option<Previous>,
    /// What stands before negative numbers in what people read.
    pub negative: Negative,
    /// When it is made, where the caller wants that told: RFC 3339.
    pub made: Option<String>,
}

/// A finished pack.
#[derive(Debug)]
pub struct Pack {
    /// Its files; the manifest is the last.
    pub files: Vec<PackFile>,
    /// In words, what changed since the pack before.
    pub summary: String,
}

/// Makes the pack of a state, in the state's language.
///
/// # Errors
/// In words, where a picture is too large.
pub fn make(state: &State, material: Material) -> Result<Pack, String> {
    in_language(state.language, || make_in_language(state, material))
}

fn make_in_language(state: &State, material: Material) -> Result<Pack, String> {
    let report = Report::new(state.view(), &state.deck).noting(material.negative);
    let figures = report.to_json();
    let changes = changes::tell(state, &figures, &material);
    let mut files = vec![
        PackFile::new("report.html", report.to_html()),
        PackFile::new("report.md", report.to_markdown()),
        PackFile::new("figures.csv", report.to_csv()),
        PackFile::new(FIGURES, figures),
        PackFile::new("claims.md", claims::write(state, material.negative)),
        PackFile::new(CHANGES, changes.text),
    ];
    for (name, frame) in &material.frames {
        for format in PICTURES {
            files.push(PackFile::new(format!("pictures/{name}.{}", format.ending()), frame.write(*format)?));
        }
    }
    let manifest = manifest::write(state, &material, changes.since.as_ref(), &files);
    files.push(PackFile::new(MANIFEST, manifest));
    Ok(Pack { files, summary: changes.summary })
}
