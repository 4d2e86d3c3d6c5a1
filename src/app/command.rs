//! What a user can ask for, by name. Keys are bound to these names in `config/keymap.toml`.

use crate::domain::Period;

/// Something to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// Focus a panel by its place in the list.
    Focus(usize),
    /// Focus the next panel.
    FocusNext,
    /// Focus the panel before.
    FocusPrevious,
    /// Close what is open; back to all panels.
    Back,
    /// One panel on the whole screen, or back.
    Zoom,
    /// Scroll down so many rows.
    RowBy(i32),
    /// Fewer months on the charts.
    RangeShorter,
    /// More months on the charts.
    RangeLonger,
    /// The next theme.
    NextTheme,
    /// Show or hide help.
    Help,
    /// Leave.
    Quit,
    /// Hand the terminal back to the shell until it continues the program.
    Suspend,
}

/// A name and what it does.
#[derive(Debug, Clone, Copy)]
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
    command("panel.next", Action::FocusNext),
    command("panel.previous", Action::FocusPrevious),
    command("panel.overview", Action::Back),
    command("panel.zoom", Action::Zoom),
    command("row.up", Action::RowBy(-1)),
    command("row.down", Action::RowBy(1)),
    command("range.shorter", Action::RangeShorter),
    command("range.longer", Action::RangeLonger),
    command("theme.next", Action::NextTheme),
    command("help", Action::Help),
    command("quit", Action::Quit),
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
        return Some(command.action);
    }
    let panel = name.strip_prefix("panel.")?;
    panels.iter().position(|known| *known == panel).map(Action::Focus)
}
