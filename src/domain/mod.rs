//! The vocabulary of trade statistics: periods, flows, series, observations, vintages.
//!
//! No file, thread, clock or screen is known here. Money is `i64` whole units of the dataset's
//! currency; every quotient is an exact [`Ratio`] until it is shown.

pub mod calendar;
pub mod dataset;
pub mod decision;
pub mod expression;
pub mod flow;
pub mod matching;
pub mod money;
pub mod period;
pub mod policy;
pub mod problem;
pub mod ratio;
pub mod said;
pub mod scope;
pub mod series;
pub mod spelling;
pub mod statement;
pub mod status;
pub mod target;
pub mod text;
pub mod toml_tree;
pub mod view;
pub mod vintage;

pub use calendar::{Calendar, DayCount, DaysBasis};
pub use chrono::NaiveDate as Date;
pub use dataset::{Dataset, Item, Partner, ScheduledRelease, Source};
pub use decision::Decision;
pub use expression::{Among, Comparison, Condition, Expression, Extreme, Operator, Shift, Span};
pub use flow::{Flow, Window};
pub use matching::Matching;
pub use money::{Amount, Scale};
pub use period::{Frequency, Period};
pub use policy::{Policy, PolicyEvent};
pub use problem::Problem;
pub use ratio::{Ratio, round_half_away};
pub use said::{Said, said_of};
pub use scope::Scope;
pub use series::{ItemId, Member, Observation, ObservationId, Origin, PartnerId, Release, Series, SeriesKey, SourceId};
pub use statement::{Qualifier, Stated, StatedUnit, Statement};
pub use status::ObsStatus;
pub use target::{Target, TargetKind};
pub use text::Text;
pub use view::View;
pub use vintage::{Reading, Vintage};
