//! The parts of the screen that look different.

/// What a part of the screen is. A theme says what each looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Background of everything.
    Page,
    /// Background of a panel.
    Surface,
    /// Background of the focused panel.
    SurfaceFocus,
    /// Background of the cursor's column, and of bars across the screen.
    Band,
    /// Background of the selected row.
    Selection,
    /// Words.
    Text,
    /// The one sentence, the one number.
    Strong,
    /// Words that are quiet.
    Muted,
    /// Grid lines and dots; never words.
    Faint,
    /// What has the focus, and the program's own mark; reversed where colours are few, so for few words.
    Accent,
    /// Surplus, met, holds.
    Surplus,
    /// Deficit, missed, does not hold.
    Deficit,
    /// A policy flag.
    Flag,
    /// Something to look at: stale, provisional, approximate.
    Warning,
    /// A line or columns without a sign.
    Series,
    /// The series it is compared with.
    SeriesAlt,
    /// The groove of a bullet bar.
    Track,
    /// The mark on a bullet bar: pace, target.
    Mark,
}

/// What a role is for, which decides how well it must be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A background.
    Ground,
    /// Words and numbers.
    Word,
    /// Shapes that carry meaning.
    Mark,
    /// Decoration.
    Quiet,
}

impl Role {
    /// Every role, in the order of the enum.
    pub const ALL: [Self; 18] = [
        Self::Page,
        Self::Surface,
        Self::SurfaceFocus,
        Self::Band,
        Self::Selection,
        Self::Text,
        Self::Strong,
        Self::Muted,
        Self::Faint,
        Self::Accent,
        Self::Surplus,
        Self::Deficit,
        Self::Flag,
        Self::Warning,
        Self::Series,
        Self::SeriesAlt,
        Self::Track,
        Self::Mark,
    ];

    /// Its name in theme files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Surface => "surface",
            Self::SurfaceFocus => "surface_focus",
            Self::Band => "band",
            Self::Selection => "selection",
            Self::Text => "text",
            Self::Strong => "strong",
            Self::Muted => "muted",
            Self::Faint => "faint",
            Self::Accent => "accent",
            Self::Surplus => "surplus",
            Self::Deficit => "deficit",
            Self::Flag => "flag",
            Self::Warning => "warning",
            Self::Series => "series",
            Self::SeriesAlt => "series_alt",
            Self::Track => "track",
            Self::Mark => "mark",
        }
    }

    /// The role it looks like in a theme that does not mention it.
    pub fn fallback(self) -> Option<Self> {
        match self {
            Self::Page | Self::Text => None,
            Self::Surface => Some(Self::Page),
            Self::SurfaceFocus => Some(Self::Surface),
            Self::Band => Some(Self::SurfaceFocus),
            Self::Selection | Self::Track => Some(Self::Band),
            Self::Strong | Self::Muted | Self::Surplus | Self::Deficit | Self::Series => Some(Self::Text),
            Self::Faint | Self::SeriesAlt => Some(Self::Muted),
            Self::Accent | Self::Mark => Some(Self::Strong),
            Self::Flag | Self::Warning => Some(Self::Accent),
        }
    }

    /// What it is for.
    pub fn kind(self) -> Kind {
        match self {
            Self::Page | Self::Surface | Self::SurfaceFocus | Self::Band | Self::Selection => Kind::Ground,
            Self::Series | Self::SeriesAlt | Self::Mark => Kind::Mark,
            Self::Faint | Self::Track => Kind::Quiet,
            _ => Kind::Word,
        }
    }
}
