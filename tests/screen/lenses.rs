//! Lenses: what each does to the numbers, to the words, and to every panel.

use tradedeck::app::{Action, Units};
use tradedeck::domain::{Flow, Member, Period, Ratio, SeriesKey, View};
use tradedeck::indicators::{Comparison, FigureId, Lens, Span};
use tradedeck::ui::lens_words::LensPart;
use tradedeck::ui::panels::{NoteForm, PANELS, lens_note};

use super::support::{Screen, Setup, korea, period};

/// A lens for each part, with the month at which every panel has something to show.
fn lenses() -> Vec<(LensPart, Lens)> {
    let plain = Lens::default;
    let chips = korea().item_id("semiconductors").map(Member::Item);
    let ships = korea().item_id("ships").map(Member::Item);
    let without = |member: Option<Member>| Lens { without: member.into_iter().collect(), ..plain() };
    vec![
        (LensPart::PerDay, plain().daily()),
        (LensPart::Without, without(chips)),
        (LensPart::Without, without(ships)),
        (LensPart::Span, plain().over(Span::YearToDate)),
        (LensPart::Span, plain().over(Span::OneYear)),
        (LensPart::Span, plain().over(Span::ThreeMonths)),
        (LensPart::Comparison, plain().against(Comparison::PeriodBefore)),
        (LensPart::Comparison, plain().against(Comparison::FiveYearMean)),
        (LensPart::Comparison, plain().against(Comparison::Plan)),
    ]
}

fn look(screen: &mut Screen, lens: &Lens) {
    let state_lens = lens.clone();
    screen.dashboard.act(Action::PlainLens);
    if state_lens.per_day {
        screen.dashboard.act(Action::PerDay);
    }
    screen.dashboard.act(Action::WithoutThese(state_lens.without));
    screen.dashboard.act(Action::Span(state_lens.span));
    screen.dashboard.act(Action::Compare(state_lens.comparison));
    assert_eq!(screen.state().lens(), lens, "{:?}", screen.state().notices);
}

/// The text of a panel that has the screen to itself, without its title.
fn below_title(screen: &mut Screen, panel: usize) -> String {
    screen.show(panel, true);
    let text = screen.text();
    let title = text.lines().position(|line| line.contains(PANELS[panel].title(&screen.dashboard.scene()).as_str()));
    text.lines().skip(title.unwrap() + 1).take(28).collect::<Vec<_>>().join("\n")
}

/// A panel follows a lens, and then it shows something else; or its title says that it does not, and why.
#[test]
fn no_panel_ignores_a_lens_silently() {
    for month in ["2026-07", "2023-02", "2022-05"] {
        let mut screen = Setup::of(korea()).at(month).screen(120, 36);
        let plain: Vec<String> = (0..PANELS.len()).map(|panel| below_title(&mut screen, panel)).collect();
        for (part, lens) in lenses() {
            look(&mut screen, &lens);
            for (index, panel) in PANELS.iter().enumerate() {
                let scene = screen.dashboard.scene();
                let words = part.words(&lens, &korea()).unwrap();
                let refusal = panel.refusals(scene.deck()).into_iter().find(|(refused, _)| *refused == part);
                for form in [NoteForm::Full, NoteForm::WithoutReasons, NoteForm::Short] {
                    let note = lens_note(scene.deck(), &korea(), *panel, form);
                    assert_eq!(note.contains("not "), refusal.is_some(), "{}: {note}", panel.name());
                }
                let note = lens_note(scene.deck(), &korea(), *panel, NoteForm::Full);
                assert!(note.contains(&words), "{}: {note}", panel.name());
                if let Some((_, reason)) = refusal {
                    assert!(note.contains(reason) && !reason.is_empty(), "{}: {note}", panel.name());
                    continue;
                }
                let shown = below_title(&mut screen, index);
                assert_ne!(shown, plain[index], "{month}: {} looks the same {words}", panel.name());
            }
        }
    }
}

#[test]
fn units_change_every_panel_with_amounts() {
    let mut screen = Setup::of(korea()).at("2026-07").screen(120, 36);
    for name in ["balance", "focus_item", "targets", "items", "partners"] {
        let panel = PANELS.iter().position(|panel| panel.name() == name).unwrap();
        let mut seen = Vec::new();
        for units in Units::steps() {
            screen.dashboard.act(Action::Units(units));
            seen.push(below_title(&mut screen, panel));
        }
        assert!(seen[0] != seen[1] && seen[1] != seen[2] && seen[0] != seen[2], "{name}");
    }
    screen.dashboard.act(Action::Units(Units::Eok));
    assert!(screen.text().contains("989.6"), "98.96 billion dollars are 989.6 억: {}", screen.text());
}

#[test]
fn without_chips_in_february_2023() {
    let mut screen = Setup::korea("2023-03-03").at("2023-02").screen(120, 36);
    screen.press("x");
    let text = screen.text();
    assert!(text.contains("Exports excl. semiconductors rose 0.8% to $44.1bn"), "{text}");
    assert!(text.contains("deficit of all goods of $5.3bn is the twelfth in a row"), "{text}");
    let growth = screen.state().deck.figure(FigureId::ExportsYoy).value.unwrap();
    assert_eq!(growth.rounded(1), 8);
    for key in ["1", "5"] {
        screen.press(key);
        screen.press("Enter");
        assert!(screen.text().contains("excl. semiconductors"), "{}", screen.text());
        screen.press("0");
    }
    screen.press("x");
    assert!(screen.text().contains("Exports fell"), "{}", screen.text());
}

#[test]
fn marked_rows_are_what_is_taken_out() {
    let mut screen = Setup::of(korea()).at("2026-07").screen(120, 36);
    for key in ["5", "Down", "Space", "Down", "Space", "x"] {
        screen.press(key);
    }
    let taken: Vec<String> =
        screen.state().lens().without.iter().map(|it| korea().member_code(*it).to_owned()).collect();
    assert_eq!(taken, ["automobiles", "petroleum_products"]);
    assert!(screen.text().contains("Exports excl. automobiles and petroleum products"), "{}", screen.text());
}

/// Figures under lenses, worked out from the published values by hand.
#[test]
fn figures_under_lenses_are_what_their_names_say() {
    let view = View::new(korea(), None);
    let exports = view.vintage(SeriesKey::total(Flow::Export));
    let value = |month: Period| Ratio::whole(i128::from(exports.value(month).unwrap()));
    let sum = |months: &mut dyn Iterator<Item = Period>| months.map(value).fold(Ratio::whole(0), Ratio::plus);
    let growth = |now: Ratio, before: Ratio| now.minus(before).times(100).over(before).unwrap();
    for month in ["2026-07", "2025-03", "2023-02", "2020-01", "2021-12"].map(period) {
        let mut screen = Setup::of(korea()).at(&month.to_string()).screen(80, 24);
        let mut figure = |lens: Lens, id: FigureId| {
            look(&mut screen, &lens);
            screen.state().deck.figure(id).value.unwrap()
        };
        let plain = Lens::default;
        let to_date = |month: Period| sum(&mut Period::span(month.first_of_year(), month));
        let year = |month: Period| sum(&mut Period::span(month.minus(11), month));
        let three = |month: Period| sum(&mut Period::span(month.minus(2), month)).over(Ratio::whole(3)).unwrap();
        assert_eq!(figure(plain().over(Span::YearToDate), FigureId::Exports), to_date(month));
        assert_eq!(figure(plain().over(Span::OneYear), FigureId::Exports), year(month));
        assert_eq!(figure(plain().over(Span::ThreeMonths), FigureId::Exports), three(month));
        let before = month.year_ago();
        assert_eq!(figure(plain().over(Span::OneYear), FigureId::ExportsYoy), growth(year(month), year(before)));
        assert_eq!(
            figure(plain().against(Comparison::PeriodBefore), FigureId::ExportsYoy),
            growth(value(month), value(month.minus(1)))
        );
        let mean = sum(&mut (1..=5).map(|n| month.minus(12 * n))).over(Ratio::whole(5)).unwrap();
        let on_mean = figure(plain().against(Comparison::FiveYearMean), FigureId::ExportsYoy);
        assert_eq!(on_mean.rounded(6), growth(value(month), mean).rounded(6));
        let days = |month: Period| korea().calendar.days(month, tradedeck::domain::Window::Whole).unwrap().days();
        let daily = |month: Period| value(month).over(days(month)).unwrap();
        assert_eq!(figure(plain().daily(), FigureId::Exports), daily(month));
        assert_eq!(figure(plain().daily(), FigureId::ExportsYoy), growth(daily(month), daily(before)));
        let both = plain().daily().over(Span::YearToDate);
        let all_days = Period::span(month.first_of_year(), month).map(days).fold(Ratio::whole(0), Ratio::plus);
        assert_eq!(figure(both, FigureId::Exports), to_date(month).over(all_days).unwrap());
    }
}

/// The plan of a month is what the pace of the target grows by in it; over a year it is the whole target.
#[test]
fn the_plan_is_the_pace_of_the_target() {
    let mut screen = Setup::korea("2023-12-15").at("2023-02").screen(80, 24);
    look(&mut screen, &Lens::default().against(Comparison::Plan));
    let deck = &screen.state().deck;
    let plan = deck.lensed().plan();
    let year: i64 = Period::span(period("2023-01"), period("2023-12")).map(|month| plan.value(month).unwrap()).sum();
    assert!((year - 685_000_000_000).abs() <= 12, "{year}");
    let to_date: i64 = Period::span(period("2023-01"), period("2023-02")).map(|month| plan.value(month).unwrap()).sum();
    let pace = deck.main_target().unwrap().pace.value.unwrap().rounded(0);
    assert!((i128::from(to_date) - pace).abs() <= 2, "{to_date}, {pace}");
    let growth = deck.figure(FigureId::ExportsYoy).value.unwrap();
    let headline = screen.dashboard.scene().wording().headline();
    assert!(growth.signum() < 0 && headline.contains("below plan"), "{headline}");
}

/// Lenses that mean nothing together are refused in words, and nothing changes.
#[test]
fn lenses_refuse_with_a_reason() {
    let month = "2026-07";
    for (first, second, reason) in [
        (Action::Span(Span::YearToDate), Action::Compare(Comparison::PeriodBefore), "one month more"),
        (Action::Span(Span::OneYear), Action::Compare(Comparison::Plan), "calendar year"),
        (Action::Compare(Comparison::Plan), Action::Without, "targets are set for all goods"),
    ] {
        let mut screen = Setup::of(korea()).at(month).screen(120, 36);
        screen.dashboard.act(first);
        let before = screen.state().viewpoint.clone();
        screen.dashboard.act(second);
        assert_eq!(screen.state().viewpoint, before);
        assert!(screen.text().contains(reason), "{}", screen.text());
        assert_eq!(screen.state().deck.lens(), &before.lens);
    }
    let mut screen = Setup::of(korea()).at(month).screen(120, 36);
    let mixed = ["semiconductors", "hs_steel"].iter().filter_map(|id| korea().item_id(id)).map(Member::Item).collect();
    screen.dashboard.act(Action::WithoutThese(mixed));
    assert!(screen.text().contains("do not go together"), "{}", screen.text());
    let mut early = Setup::korea("2005-06-01").screen(120, 36);
    early.press("d");
    assert!(early.text().contains("which days are worked"), "{}", early.text());
}

/// Where a month has more working days than the one a year before, growth in total and per day can part.
#[test]
fn opposite_signs_are_said_in_words() {
    let korea = korea();
    let (first, last) = (period("2016-01"), period("2026-07"));
    let mut seen = 0;
    let mut screen = Setup::of(korea).screen(200, 56);
    screen.press("d");
    for month in Period::span(first, last) {
        screen.dashboard.act(Action::GoTo(month));
        let daily = screen.state().deck.figure(FigureId::ExportsYoy).value.unwrap().rounded(1);
        screen.press("d");
        let total = screen.state().deck.figure(FigureId::ExportsYoy).value.unwrap().rounded(1);
        screen.press("d");
        let headline = screen.dashboard.scene().wording().headline();
        let parted = daily.signum() * total.signum() == -1;
        assert_eq!(headline.contains("in total they"), parted, "{month}: {headline}");
        seen += u32::from(parted);
        let text = screen.text();
        assert!(text.contains(" days ("), "{month}: both day counts\n{text}");
    }
    assert!(seen >= 5, "{seen} months");
}
