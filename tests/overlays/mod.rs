//! What lies over the panels says the same as the panels do.

mod arithmetic;
mod hostile;
mod languages;
mod look;
mod rows;
mod why;

pub use look::golden_names;

use tradedeck::app::Action;
use tradedeck::domain::{Member, Period};
use tradedeck::indicators::{Comparison, Lens, Span};

use super::screen::support::{Random, Screen};

/// A lens of any kind; not all mean something.
fn any_lens(random: &mut Random, members: &[Member]) -> Lens {
    let without = if random.below(3) == 0 { vec![random.pick(members)] } else { Vec::new() };
    Lens {
        per_day: random.below(2) == 0,
        without,
        span: random.pick(&[Span::Single, Span::Single, Span::YearToDate, Span::OneYear, Span::ThreeMonths]),
        comparison: random.pick(&Comparison::ALL),
    }
}

/// Looks through a lens by the commands that a user has; what is refused is left out.
fn look_through(screen: &mut Screen, lens: &Lens) {
    let dashboard = &mut screen.dashboard;
    dashboard.act(Action::PlainLens);
    dashboard.act(Action::Span(lens.span));
    dashboard.act(Action::Compare(lens.comparison));
    if !lens.without.is_empty() {
        dashboard.act(Action::WithoutThese(lens.without.clone()));
    }
    if lens.per_day {
        dashboard.act(Action::PerDay);
    }
}

/// A month in which something is known, the later ones more often.
fn any_month(random: &mut Random, (first, last): (Period, Period)) -> Period {
    let reach = if random.below(3) == 0 { last.since(first) } else { 60.min(last.since(first)) };
    last.minus(random.below(reach as usize + 1) as i32)
}
