//! The lens of reports and pictures, in the words of the dashboard's command line.

use clap::Args;

use tradedeck::app::{self, Action, Notice, State, line};
use tradedeck::domain::Problem;
use tradedeck::ui::lens_words;

#[derive(Debug, Clone, Args)]
pub(super) struct LensOptions {
    /// Per working day
    #[arg(long)]
    per_day: bool,
    /// Without items or partners, by name or code, with commas between
    #[arg(long, value_name = "NAME")]
    without: Vec<String>,
    /// Sum over more than one month: year-to-date, twelve-months, three-months (mean)
    #[arg(long, value_name = "SPAN")]
    span: Option<String>,
    /// The base of growth: last-year, last-month, five-year-mean, plan
    #[arg(long, value_name = "BASE")]
    compare: Option<String>,
}

impl LensOptions {
    /// Looks through the lens.
    pub(super) fn apply(&self, state: &mut State) -> Result<(), Vec<Problem>> {
        if self.per_day {
            act(state, "--per-day", Action::PerDay)?;
        }
        let without = (!self.without.is_empty()).then(|| self.without.join(","));
        for (verb, value) in
            [("without", without.as_ref()), ("span", self.span.as_ref()), ("compare", self.compare.as_ref())]
        {
            let Some(value) = value else { continue };
            let option = format!("--{verb}");
            let action = line::parse(state, &format!("{verb} {value}"));
            let action = action.map_err(|words| problem(&option, words.replace("; Tab completes names", "")))?;
            act(state, &option, action)?;
        }
        Ok(())
    }
}

fn act(state: &mut State, option: &str, action: Action) -> Result<(), Vec<Problem>> {
    app::update(state, action);
    match state.notices.pop() {
        None => Ok(()),
        Some(Notice::Words(words) | Notice::News(words)) => Err(problem(option, words)),
        Some(Notice::Refused(conflict)) => Err(problem(option, lens_words::conflict(conflict).to_owned())),
    }
}

fn problem(option: &str, what: String) -> Vec<Problem> {
    vec![Problem::whole_file(option, what, "")]
}
