//! What the user chose to look at: all that `undo` brings back.

use crate::config::Range;
use crate::domain::{Date, Member, Period};
use crate::indicators::{Lens, SortBy};
use crate::words::{Language, language};

/// The unit that amounts are shown in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Units {
    /// The one that suits the size of the dataset: billions of dollars.
    #[default]
    Automatic,
    /// Millions.
    Millions,
    /// Billions, which suit most datasets in English.
    Billions,
    /// Hundreds of millions, as Korean releases write them: 억; they suit most datasets in Korean.
    Eok,
}

impl Units {
    /// All of them.
    pub const ALL: [Units; 4] = [Units::Automatic, Units::Millions, Units::Billions, Units::Eok];

    /// Those that a key goes through, in this order: each language has the other's unit as a third.
    pub fn steps() -> [Units; 3] {
        let third = match language() {
            Language::English => Units::Eok,
            Language::Korean => Units::Billions,
        };
        [Units::Automatic, Units::Millions, third]
    }
}

/// What is shown, of which month, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Viewpoint {
    /// The month under the cursor.
    pub month: Period,
    /// The date as of which everything is shown.
    pub as_of: Date,
    /// How every series is looked at.
    pub lens: Lens,
    /// The unit of amounts.
    pub units: Units,
    /// How many periods the charts show.
    pub range: Range,
    /// The last period that the charts show.
    pub window_end: Period,
    /// The focused panel's place in the list.
    pub focus: usize,
    /// The focused panel has the whole screen.
    pub zoomed: bool,
    /// The item or partner whose own series the zoomed panel shows.
    pub detail: Option<Member>,
    /// The selected row of each panel.
    pub rows: Vec<usize>,
    /// Marked items and partners.
    pub marked: Vec<Member>,
    /// The order of league tables.
    pub sort: SortBy,
    /// Policy flags stand on the charts.
    pub flags: bool,
}

impl Viewpoint {
    /// True where only the cursor, or a row, is elsewhere: such steps are undone together.
    pub fn differs_by_a_step(&self, other: &Viewpoint) -> bool {
        let moved =
            Viewpoint { month: other.month, window_end: other.window_end, rows: other.rows.clone(), ..self.clone() };
        moved == *other
    }
}
