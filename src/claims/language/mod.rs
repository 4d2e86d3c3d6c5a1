//! The small language in which a statement says what it speaks of. `docs/formats.md` lists its words.
//!
//! ```text
//! share(ytd(balance), year(year_ago(balance)))
//! streak(export < year_ago(export))
//! growth(per_day(export[semiconductors to us]))
//! ```

mod calls;
mod kind;
mod korean;
mod lexer;
mod parser;
mod selectors;
mod words;
mod write;

use crate::domain::{Dataset, ItemId, PartnerId, spelling};
use crate::say;
use crate::word;

pub use kind::Kind;
pub use korean::gloss;
pub use parser::parse;
pub use words::function_names;
pub use write::write;

/// What is wrong with an expression, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Byte of the text at which it stands.
    pub at: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

impl Fault {
    pub(super) fn new(at: usize, what: impl Into<String>, hint: impl Into<String>) -> Fault {
        Fault { at, what: what.into(), hint: hint.into() }
    }
}

/// Where the codes of items and partners are looked up.
pub trait Codes {
    /// The item with this code.
    ///
    /// # Errors
    /// A hint, where there is none.
    fn item(&mut self, code: &str) -> Result<ItemId, String>;

    /// The partner with this code.
    ///
    /// # Errors
    /// A hint, where there is none.
    fn partner(&mut self, code: &str) -> Result<PartnerId, String>;
}

impl Codes for &Dataset {
    fn item(&mut self, code: &str) -> Result<ItemId, String> {
        let codes: Vec<&str> = self.items.iter().map(|item| item.id.as_str()).collect();
        find(code, &codes).map(ItemId)
    }

    fn partner(&mut self, code: &str) -> Result<PartnerId, String> {
        let codes: Vec<&str> = self.partners.iter().map(|partner| partner.id.as_str()).collect();
        find(code, &codes).map(PartnerId)
    }
}

fn find(code: &str, codes: &[&str]) -> Result<u16, String> {
    let found = codes.iter().position(|known| *known == code).map(|index| index as u16);
    found.ok_or_else(|| match spelling::nearest(code, codes.iter().copied().filter(|known| !known.is_empty())) {
        Some(near) => say!("claims.did-you-mean", near = near),
        None => word!("claims.use-code-stands-data").to_owned(),
    })
}
