//! Pure functions from readings to numbers. One file per indicator; each formula is that of
//! `docs/indicators.md`, with its edge cases.

pub mod attainment;
pub mod balance;
pub mod concentration;
pub mod cumulative;
pub mod deck;
pub mod derivation;
pub mod figure;
pub mod formulas;
pub mod growth;
pub mod health;
pub mod league;
pub mod lens;
pub mod lensed;
pub mod measured;
pub mod policy;
pub mod projection;
pub mod ranking;
pub mod record;
pub mod revisions;
pub mod seasonality;
pub mod share;
pub mod streak;
pub mod student;
pub mod target_formulas;

pub use attainment::{Attainment, attainment};
pub use deck::Deck;
pub use derivation::{Derivation, Form, Operand, Term};
pub use figure::{Figure, FigureId, Quantity};
pub use formulas::RowFigure;
pub use health::Health;
pub use league::{League, LeagueOf, SortBy};
pub use lens::{Comparison, Conflict, Lens, Span};
pub use lensed::{Lensed, Vintages};
pub use measured::{Measured, Undefined};
pub use policy::PolicyStanding;
pub use projection::{Projection, projection};
pub use record::{Record, Standing};
pub use streak::{Run, RunKind, Streaks};
pub use target_formulas::TargetFigure;
