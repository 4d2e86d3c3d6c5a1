//! The lens of reports and pictures, in the words of the dashboard's command line.

use clap::Args;

use tradedeck::app::{self, Action, Notice, State, line};
use tradedeck::domain::Problem;
use tradedeck::ui::lens_words;
use tradedeck::{say, word};

#[derive(Debug, Clone, Args)]
pub(super) struct LensOptions {
    #[arg(long, help = word!("cli.help-per-day"))]
    per_day: bool,
    #[arg(long, value_name = "NAME", help = word!("cli.help-without"))]
    without: Vec<String>,
    #[arg(long, value_name = "SPAN", help = word!("cli.help-span"))]
    span: Option<String>,
    #[arg(long, value_name = "BASE", help = word!("cli.help-compare"))]
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
            // There is no Tab here.
            let hint = say!("line.completes-names", what = "");
            let action = action.map_err(|words| problem(&option, words.replace(&hint, "")))?;
            act(state, &option, action)?;
        }
        Ok(())
    }
}

fn act(state: &mut State, option: &str, action: Action) -> Result<(), Vec<Problem>> {
    app::update(state, action);
    match state.notices.pop() {
        None => Ok(()),
        Some(Notice::Words(words) | Notice::Done(words) | Notice::News(words)) => Err(problem(option, words)),
        Some(Notice::Refused(conflict)) => Err(problem(option, lens_words::conflict(conflict).to_owned())),
    }
}

fn problem(option: &str, what: String) -> Vec<Problem> {
    vec![Problem::whole_file(option, what, "")]
}
