//! Statements about the figures, judged: what was meant, what the data give for it, how the two compare.
//!
//! `language` reads what a statement speaks of, `evaluate` works it out on one view within exact bounds, `fit`
//! compares it with what was said, `judge` does so for both dates, `explain` looks for where a number that does not
//! fit might come from, and `words` says it all to people.

pub mod draft;
pub mod evaluate;
pub mod evidence;
pub mod exact;
pub mod explain;
pub mod fit;
pub mod hinge;
pub mod history;
pub mod judge;
pub mod language;
pub mod words;

pub use draft::{Draft, draft};
pub use evaluate::{Cell, Evaluation, Unknown, evaluate};
pub use evidence::Evidence;
pub use explain::{Difference, Explanation};
pub use fit::Fit;
pub use hinge::Hinge;
pub use history::{Step, history};
pub use judge::{Judgement, Side, Verdict, changed, judge, judge_all};
