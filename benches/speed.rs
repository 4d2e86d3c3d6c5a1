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
