//! What was decided while foreign files were read.

/// Something that a reader of the figures should know: what was assumed, chosen, left out, added up, or found to
/// contradict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The file that it concerns; empty where it concerns all of them.
    pub file: String,
    /// In the language in which the foreign file was read.
    pub words: String,
    /// True where the figures may be wrong by it: an assumption, or a contradiction.
    pub is_doubtful: bool,
}
