//! What a user can ask for, by name. Keys are bound to these names in `config/keymap.toml`, and the
//! command line takes them too.

use crate::config::Range;
use crate::domain::{Date, Member, Period};
use crate::indicators::{Comparison, SortBy, Span};

use super::viewpoint::Units;

/// Something to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Move the cursor by so many periods.
    MonthBy(i32),
    /// Move the cursor by so many years.
    YearBy(i32),
    /// To the first known period.
    FirstMonth,
    /// To the last known period.
    LastMonth,
    /// To this period.
    GoTo(Period),
    /// Show what was known on this date.
    AsOf(Date),
    /// To the release before the one in force.
    OlderVintage,
    /// To the next release.
    NewerVintage,
    /// Focus a panel by its place in the list.
    Focus(usize),
    /// Focus the next panel.
    FocusNext,
    /// Focus the panel before.
    FocusPrevious,
    /// Close what is open; back to all panels.
    Back,
    /// One panel on the whole screen, or the series of its selected row.
    Zoom,
    /// The series of an item or partner on the whole screen.
    Show(Member),
    /// Down so many rows.
    RowBy(i32),
    /// To this row of the focused panel.
    Row(usize),
    /// Mark or unmark the selected row.
    Mark,
    /// Fewer months on the charts.
    RangeShorter,
    /// More months on the charts.
    RangeLonger,
    /// So many.
    Range(Range),
    /// Per working day, or not.
    PerDay,
    /// Without the marked rows or the focus item, or with them again.
    Without,
    /// Without these.
    WithoutThese(Vec<Member>),
    /// The next base of comparison.
    NextComparison,
    /// This base.
    Compare(Comparison),
    /// Sums over more than one period.
    Span(Span),
    /// No lens.
    PlainLens,
    /// The next unit.
    NextUnits,
    /// This unit.
    Units(Units),
    /// The next order of league tables.
    NextSort,
    /// This order.
    Sort(SortBy),
    /// Policy flags on the charts, or not.
    Flags,
    /// Back to the viewpoint before.
    Undo,
    /// Show or hide help.
    Help,
    /// Show or hide how numbers were worked out.
    Why,
    /// Show or hide ranks and runs.
    Records,
    /// Show or hide notes on the figures.
    Notes,
    /// Show or hide the list of releases.
    Vintages,
    /// Show what changed since an earlier date, then since another, or hide it.
    Changes,
    /// Show or hide how the series at the cursor was revised.
    Revisions,
    /// State the number at the cursor as a claim, in the file of claims.
    AddClaim,
    /// Copy what the focused panel says; again, its table.
    Copy,
    /// Save the screen as pictures.
    Save,
    /// Write the morning pack.
    Pack,
    /// Show or hide what the health checks found.
    Health,
    /// Read the source again.
    Reload,
    /// Show or hide what the columns of the source are taken for.
    Mapping,
    /// Take a column of the source for something else, and read again: the key and its value.
    Map(String, String),
    /// Write what the columns are taken for beside the source.
    SaveMapping,
    /// From goods or a partner of customs records to the part of trade around them.
    ScopeUp,
    /// Open the command line.
    CommandLine,
    /// Open the find line.
    Find,
    /// The next match of what was found last.
    FindNext,
    /// The next theme.
    NextTheme,
    /// The next language.
    NextLanguage,
    /// The other sign of negative numbers.
    NextNegative,
    /// Leave; in briefing mode, back to the dashboard.
    Quit,
    /// Leave from anywhere.
    QuitAtOnce,
    /// Begin the briefing; in it, blank the screen.
    Briefing,
    /// The briefing from its first page.
    BriefingRestart,
    /// Blank the briefing's screen, or show it again.
    BriefingBlank,
    /// Shows and hides what only the speaker needs.
    BriefingSpeaker,
    /// To this page of the briefing.
    BriefingPage(usize),
    /// Hand the terminal back to the shell until it continues the program.
    Suspend,
}

/// A name and what it does.
#[derive(Debug, Clone)]
pub struct Command {
    /// As bound in the keymap.
    pub name: &'static str,
    /// What it does.
    pub action: Action,
}

const fn command(name: &'static str, action: Action) -> Command {
    Command { name, action }
}

/// All commands but `panel.NAME`, of which there is one for every panel.
pub const COMMANDS: &[Command] = &[
    command("month.previous", Action::MonthBy(-1)),
    command("month.next", Action::MonthBy(1)),
    command("year.previous", Action::YearBy(-1)),
    command("year.next", Action::YearBy(1)),
    command("month.first", Action::FirstMonth),
    command("month.last", Action::LastMonth),
    command("vintage.older", Action::OlderVintage),
    command("vintage.newer", Action::NewerVintage),
    command("panel.next", Action::FocusNext),
    command("panel.previous", Action::FocusPrevious),
    command("panel.overview", Action::Back),
    command("panel.zoom", Action::Zoom),
    command("scope.up", Action::ScopeUp),
    command("row.up", Action::RowBy(-1)),
    command("row.down", Action::RowBy(1)),
    command("row.mark", Action::Mark),
    command("sort.next", Action::NextSort),
    command("range.shorter", Action::RangeShorter),
    command("range.longer", Action::RangeLonger),
    command("lens.per_day", Action::PerDay),
    command("lens.without", Action::Without),
    command("lens.compare", Action::NextComparison),
    command("lens.none", Action::PlainLens),
    command("units.next", Action::NextUnits),
    command("flags", Action::Flags),
    command("undo", Action::Undo),
    command("why", Action::Why),
    command("records", Action::Records),
    command("notes", Action::Notes),
    command("vintages", Action::Vintages),
    command("changes", Action::Changes),
    command("revisions", Action::Revisions),
    command("claims.add", Action::AddClaim),
    command("copy", Action::Copy),
    command("save", Action::Save),
    command("pack", Action::Pack),
    command("health", Action::Health),
    command("reload", Action::Reload),
    command("map", Action::Mapping),
    command("command_line", Action::CommandLine),
    command("find", Action::Find),
    command("find.next", Action::FindNext),
    command("theme.next", Action::NextTheme),
    command("language.next", Action::NextLanguage),
    command("negative.next", Action::NextNegative),
    command("help", Action::Help),
    command("quit", Action::Quit),
    command("briefing", Action::Briefing),
    command("briefing.restart", Action::BriefingRestart),
    command("briefing.blank", Action::BriefingBlank),
    command("briefing.speaker", Action::BriefingSpeaker),
    command("suspend", Action::Suspend),
];

/// The names of all commands, given the names of the panels.
pub fn command_names(panels: &[&str]) -> Vec<String> {
    let fixed = COMMANDS.iter().map(|command| command.name.to_owned());
    fixed.chain(panels.iter().map(|panel| format!("panel.{panel}"))).collect()
}

/// The action behind a name.
pub fn action(name: &str, panels: &[&str]) -> Option<Action> {
    if let Some(command) = COMMANDS.iter().find(|command| command.name == name) {
        return Some(command.action.clone());
    }
    let panel = name.strip_prefix("panel.")?;
    panels.iter().position(|known| *known == panel).map(Action::Focus)
}
