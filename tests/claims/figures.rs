//! A claim and the figure on the screen are the same number.

use tradedeck::claims::draft::{draft, indicator};
use tradedeck::claims::{Verdict, evaluate, judge_all, language};
use tradedeck::domain::View;
use tradedeck::import::native::read_claims;
use tradedeck::indicators::Quantity;
use tradedeck::indicators::figure::DEFINITIONS;

use crate::support::{korea, state};

const MORNINGS: [(&str, &str); 4] =
    [("2023-03-03", "2023-02"), ("2024-08-20", "2024-07"), ("2026-10-05", "2026-07"), ("2026-10-05", "2021-06")];

#[test]
fn every_figure_can_be_said_in_the_language_and_is_the_same() {
    let mut compared = 0;
    for (as_of, month) in MORNINGS {
        let state = state(&korea(), Some(as_of), Some(month));
        for figure in state.deck.figures() {
            let Some(formula) = indicator(figure.id, state.dataset()) else {
                assert_eq!(figure.quantity(), Quantity::Days, "{:?}", figure.id);
                continue;
            };
            let expression = language::parse(&formula, &mut state.dataset()).unwrap();
            let evaluated = evaluate(state.view(), &expression, figure.period).ok().map(|it| it.value);
            assert_eq!(evaluated, figure.value.ok(), "{formula} of {month} as of {as_of}");
            compared += 1;
        }
    }
    assert_eq!(compared, (DEFINITIONS.len() - 2) * MORNINGS.len());
}

#[test]
fn a_claim_made_from_a_figure_holds() {
    for (as_of, month) in MORNINGS {
        let state = state(&korea(), Some(as_of), Some(month));
        let said = as_of.parse().unwrap();
        let drafts = state.deck.figures().iter().filter_map(|it| draft(it, "\"so\" said\\", state.dataset(), said));
        let file: String = drafts.filter_map(|draft| draft.table(state.dataset())).collect();
        let statements =
            read_claims("said.toml", file.as_bytes(), state.dataset()).unwrap_or_else(|it| panic!("{it:?}"));
        assert!(statements.len() >= 15, "{}", statements.len());
        let view = View::new(korea(), Some(said));
        for judgement in judge_all(&view, &statements) {
            let verdict = judgement.now.verdict;
            assert!(matches!(verdict, Verdict::Ok | Verdict::Round), "{:?}: {verdict:?}", judgement.statement);
        }
    }
}
