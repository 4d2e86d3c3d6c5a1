//! The derivations of league rows are the league's own numbers.

use tradedeck::domain::Member;
use tradedeck::indicators::formulas::{RowFigure, row_derivation};
use tradedeck::indicators::{LeagueOf, Measured};

use super::super::screen::support::{Random, Setup, korea};
use super::{any_lens, any_month, look_through};

#[test]
fn a_row_is_derived_as_the_league_shows_it() {
    let mut random = Random(3);
    let mut compared = 0;
    for _ in 0..60 {
        let mut screen = Setup::of(korea()).screen(120, 36);
        screen.go_to(any_month(&mut random, screen.state().span()));
        let members = [Member::Item(tradedeck::domain::ItemId(1)), Member::Item(tradedeck::domain::ItemId(3))];
        let lens = any_lens(&mut random, &members);
        look_through(&mut screen, &lens);
        let deck = &screen.state().deck;
        for of in [LeagueOf::Items, LeagueOf::Partners] {
            let league = deck.league(of);
            for row in &league.rows {
                let member = row.member.unwrap();
                let derived = |figure| {
                    row_derivation(deck.lensed(), (member, league.flow, league.keeps_lens), figure, deck.month).result()
                };
                let pairs: [(RowFigure, Option<&Measured>); 8] = [
                    (RowFigure::Value, Some(&row.value)),
                    (RowFigure::Growth, Some(&row.growth)),
                    (RowFigure::OtherGrowth, Some(&row.other_growth)),
                    (RowFigure::Share, Some(&row.share)),
                    (RowFigure::ShareChange, Some(&row.share_change)),
                    (RowFigure::Contribution, Some(&row.contribution)),
                    (RowFigure::Imports, row.imports.as_ref()),
                    (RowFigure::Balance, row.balance.as_ref()),
                ];
                for (figure, shown) in pairs {
                    let Some(shown) = shown else { continue };
                    let derived = derived(figure);
                    assert_eq!(
                        derived.value,
                        shown.value,
                        "{figure:?} of {member:?} in {} {:?}",
                        deck.month,
                        deck.lens()
                    );
                    compared += usize::from(shown.value.is_ok());
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
}
