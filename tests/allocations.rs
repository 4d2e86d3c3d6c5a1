//! What a frame costs in allocations and bytes. Not what it costs in time: that depends on the machine,
//! see `benches/`.
#![allow(missing_docs, reason = "tests speak for themselves")]

use allocation_counter::measure;
use tradedeck::app::Action;

#[path = "../benches/dashboard/mod.rs"]
mod dashboard;

use dashboard::{dashboard, draw, screen};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 56)];

#[test]
fn an_unchanged_frame_allocates_little_and_sends_nothing() {
    for (width, height) in SIZES {
        let (mut screen, mut dashboard) = (screen(width, height), dashboard());
        // Both of ratatui's buffers, and whatever is worked out once.
        draw(&mut screen, &mut dashboard);
        draw(&mut screen, &mut dashboard);
        let mut bytes = 0;
        let used = measure(|| bytes = draw(&mut screen, &mut dashboard));
        println!("unchanged {width}x{height}: {} allocations", used.count_total);
        assert_eq!(bytes, 0, "{width}x{height}");
        assert!(used.count_total <= 2_000, "{width}x{height}: {} allocations", used.count_total);
    }
}

#[test]
fn a_month_back_and_forth_sends_little() {
    for ((width, height), most) in SIZES.into_iter().zip([1_250, 3_500, 6_000]) {
        let (mut screen, mut dashboard) = (screen(width, height), dashboard());
        let first = draw(&mut screen, &mut dashboard);
        println!("first {width}x{height}: {first} bytes");
        for step in [-1, -1, -12, 1, 1, 12] {
            let mut bytes = 0;
            let used = measure(|| {
                dashboard.act(Action::MonthBy(step));
                bytes = draw(&mut screen, &mut dashboard);
            });
            println!("{step:3} months {width}x{height}: {bytes} bytes, {} allocations", used.count_total);
            assert!(bytes <= most, "{step} months at {width}x{height}: {bytes} bytes");
        }
    }
}
