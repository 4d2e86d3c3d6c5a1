//! A pack that was made before, as far as it is read again.

use serde_json::Value;

use super::manifest::{Manifest, Output, SCHEMA, Since};

/// An earlier pack.
#[derive(Debug, Clone)]
pub struct Previous {
    pub(super) manifest: Manifest,
    /// The text of its figures, and the figures.
    pub(super) text: String,
    pub(super) figures: Value,
    /// What it told of changes.
    pub(super) changes: String,
}

impl Previous {
    /// A pack by the text of its manifest, of its figures and of its changes.
    ///
    /// # Errors
    /// In words, what is not as the program writes it.
    pub fn read(manifest: &str, figures: &str, changes: &str) -> Result<Previous, String> {
        let manifest: Manifest = serde_json::from_str(manifest).map_err(|error| error.to_string())?;
        if manifest.schema != SCHEMA {
            return Err(manifest.schema);
        }
        let parsed = serde_json::from_str(figures).map_err(|error| error.to_string())?;
        Ok(Previous { manifest, text: figures.to_owned(), figures: parsed, changes: changes.to_owned() })
    }

    /// The names of its files.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.manifest.outputs.iter().map(|Output { name, .. }| name.as_str())
    }

    pub(super) fn since(&self) -> Since {
        let Manifest { month, as_of, version, .. } = &self.manifest;
        Since { month: month.clone(), as_of: as_of.clone(), version: version.clone() }
    }
}
