//! What can lie over the panels.

/// What lies over the panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    /// The keys.
    Help,
    /// How the numbers of the focused panel were worked out.
    Why,
    /// Ranks and runs of the series under the cursor.
    Records,
    /// Basis, valuation, classification, status.
    Notes,
    /// The days of releases, to pick one.
    Vintages,
    /// What is another than on an earlier date.
    Changes(Since),
    /// How the series at the cursor was revised.
    Revisions,
    /// What the health checks found.
    Health,
    /// What the columns of the source are taken for.
    Mapping,
}

/// Since when changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// The release before the one in force.
    ReleaseBefore,
    /// The date that was looked at before this one.
    LookedAtBefore,
}
