//! How long the parts of the program take, and what they allocate. See `README.md` beside this file.
#![allow(missing_docs, reason = "benches speak for themselves")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a bench that cannot run should stop")]

use std::sync::Arc;

use divan::{AllocProfiler, Bencher, black_box};
use tradedeck::app::Action;
use tradedeck::config::Depth;
use tradedeck::domain::{Dataset, View};
use tradedeck::import::embedded;
use tradedeck::indicators::Deck;
use tradedeck::indicators::Lensed;

mod dashboard;

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 56)];

fn main() {
    divan::main();
}

fn dataset() -> Arc<Dataset> {
    Arc::new(embedded::korea().unwrap())
}

/// What happens once, before the first frame.
mod start {
    use super::*;

    #[divan::bench]
    fn load_embedded_dataset() -> Dataset {
        embedded::korea().unwrap()
    }

    #[divan::bench]
    fn themes_keys_and_layout() -> tradedeck::runtime::dashboard::Look {
        dashboard::look(Depth::True).unwrap()
    }

    #[divan::bench(args = SIZES, name = "first_frame")]
    fn first_frame(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
        let prepare = || (dashboard::screen(width, height), dashboard::dashboard(Depth::True));
        bencher.with_inputs(prepare).bench_refs(|(screen, dashboard)| dashboard::draw(screen, dashboard));
    }
}

/// What happens for each block of a file of customs records.
mod records {
    use divan::counter::{BytesCount, ItemsCount};
    use tradedeck::domain::Scope;
    use tradedeck::import::Choices;
    use tradedeck::import::micro::{Cube, Part, Plan, Scanner, Tally, dataset};

    use super::*;

    const ROWS: usize = 100_000;

    /// Records of sixty months, two flows, 96 chapters and 230 partners, as they come in no order.
    fn text(quote: &str) -> String {
        let mut text = "period,flow,hs10,partner,value_usd,weight_kg\n".to_owned();
        let mut state = 1_u64;
        for _ in 0..ROWS {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (month, partner) = (state >> 20 & 63, state >> 30 & 0xFF);
            let (year, month) = (2020 + month % 60 / 12, month % 12 + 1);
            let letters = [partner / 16, partner % 16].map(|letter| char::from(b'A' + letter as u8));
            let code = (state >> 40) % 96 * 100_000_000 + 100_000_000 + (state >> 33) % 100_000_000;
            let flow = if state >> 63 == 0 { "export" } else { "import" };
            let fields = [
                format!("{year}-{month:02}"),
                flow.to_owned(),
                format!("{code:010}"),
                letters.iter().collect(),
                (state >> 44).to_string(),
                (state >> 50).to_string(),
            ];
            text += &fields.map(|field| format!("{quote}{field}{quote}")).join(",");
            text.push('\n');
        }
        text
    }

    fn cube(text: &str, plan: &Plan, scope: &Scope) -> Cube {
        let mut tally = Tally::new(&plan.columns, scope);
        let part = Part { start: plan.first_row, end: u64::MAX, is_cut: false };
        let mut rows = &text.as_bytes()[plan.first_row as usize..];
        Scanner::default().part(&mut rows, part, &mut tally, &mut |_, _, _| true).unwrap();
        let mut cube = Cube::default();
        cube.add(tally);
        cube
    }

    fn plan(text: &str) -> Plan {
        Plan::of("records.csv", &text.as_bytes()[..64 * 1024], &Choices::default(), None).unwrap()
    }

    #[divan::bench(args = ["", "\""])]
    fn added_up(bencher: Bencher<'_, '_>, quote: &str) {
        let text = text(quote);
        let plan = plan(&text);
        let bencher = bencher.counter(ItemsCount::new(ROWS)).counter(BytesCount::of_str(&text));
        bencher.bench_local(|| cube(black_box(&text), &plan, &Scope::default()));
    }

    #[divan::bench]
    fn dataset_of_sums(bencher: Bencher<'_, '_>) {
        let text = text("");
        let plan = plan(&text);
        let cube = cube(&text, &plan, &Scope::default());
        bencher.bench_local(|| dataset::of(&cube, &plan, &Scope::default(), &["records.csv".to_owned()]).unwrap());
    }
}

/// What happens for a change of date or month.
mod figures {
    use super::*;

    #[divan::bench]
    fn vintages_of_a_date(bencher: Bencher<'_, '_>) {
        let dataset = dataset();
        bencher.bench_local(|| Lensed::plain(View::new(Arc::clone(&dataset), None)));
    }

    #[divan::bench]
    fn deck_of_a_month(bencher: Bencher<'_, '_>) {
        let lensed = Arc::new(Lensed::plain(View::new(dataset(), None)));
        let month = lensed.published().latest_complete().unwrap();
        bencher.bench_local(|| Deck::compute(Arc::clone(&lensed), black_box(month)));
    }
}

/// What happens for a key.
mod frame {
    use super::*;

    #[divan::bench(args = SIZES)]
    fn unchanged(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
        let (mut screen, mut dashboard) = (dashboard::screen(width, height), dashboard::dashboard(Depth::True));
        dashboard::draw(&mut screen, &mut dashboard);
        dashboard::draw(&mut screen, &mut dashboard);
        bencher.bench_local(|| dashboard::draw(&mut screen, &mut dashboard));
    }

    /// The month moved under an open overlay.
    #[divan::bench(args = [Action::Why, Action::Records, Action::Notes])]
    fn cursor_move_under(bencher: Bencher<'_, '_>, overlay: &Action) {
        let (mut screen, mut dashboard) = (dashboard::screen(200, 56), dashboard::dashboard(Depth::True));
        dashboard.act(overlay.clone());
        dashboard::draw(&mut screen, &mut dashboard);
        let mut step = 1;
        bencher.bench_local(|| {
            step = -step;
            dashboard.act(Action::MonthBy(step));
            dashboard::draw(&mut screen, &mut dashboard)
        });
    }

    /// The deck of the new month, the frame, and the bytes for the terminal.
    #[divan::bench(args = SIZES)]
    fn cursor_move(bencher: Bencher<'_, '_>, (width, height): (u16, u16)) {
        let (mut screen, mut dashboard) = (dashboard::screen(width, height), dashboard::dashboard(Depth::True));
        dashboard::draw(&mut screen, &mut dashboard);
        let mut step = 1;
        bencher.bench_local(|| {
            step = -step;
            dashboard.act(Action::MonthBy(step));
            dashboard::draw(&mut screen, &mut dashboard)
        });
    }
}
