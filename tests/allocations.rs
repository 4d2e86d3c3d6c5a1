//! What a frame costs in allocations and bytes. Not what it costs in time: that depends on the machine,
//! see `benches/`.
#![allow(missing_docs, reason = "tests speak for themselves")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use allocation_counter::measure;
use tradedeck::app::Action;
use tradedeck::config::Depth;
use tradedeck::domain::Scope;
use tradedeck::import::Choices;
use tradedeck::import::micro::{Part, Plan, Scanner, Tally};

#[path = "../benches/dashboard/mod.rs"]
mod dashboard;

use dashboard::{dashboard, draw, screen};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 56)];

#[test]
fn an_unchanged_frame_allocates_little_and_sends_nothing() {
    for (width, height) in SIZES {
        let (mut screen, mut dashboard) = (screen(width, height), dashboard(Depth::True));
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

/// Bytes of some moves of the cursor, the largest first.
fn moves(width: u16, height: u16, depth: Depth) -> Vec<usize> {
    let (mut screen, mut dashboard) = (screen(width, height), dashboard(depth));
    let first = draw(&mut screen, &mut dashboard);
    let mut bytes: Vec<usize> = [-1, -1, -1, 1, 1, 1, -12, 12]
        .into_iter()
        .map(|step| {
            dashboard.act(Action::MonthBy(step));
            draw(&mut screen, &mut dashboard)
        })
        .collect();
    bytes.sort_unstable_by(|a, b| b.cmp(a));
    println!("{width}x{height} {depth:?}: first frame {first} bytes, moves {bytes:?}");
    bytes
}

#[test]
fn a_cursor_move_sends_little() {
    for ((width, height), most) in SIZES.into_iter().zip([1_350, 3_500, 6_000]) {
        assert!(moves(width, height, Depth::True)[0] <= most, "{width}x{height}");
    }
    assert!(moves(80, 24, Depth::X256)[0] <= 1_200);
}

/// Bytes held at most while so many records of the same kind are added up.
fn held(rows: usize) -> u64 {
    let text = "period,flow,hs10,partner,value_usd\n".to_owned() + &"2020-01,export,8542310000,CN,5\n".repeat(rows);
    let plan = Plan::of("records.csv", text.as_bytes(), &Choices::default(), None).unwrap();
    let scope = Scope::default();
    let used = measure(|| {
        let part = Part { start: plan.first_row, end: u64::MAX, is_cut: false };
        let mut tally = Tally::new(&plan.columns, &scope);
        let mut rows = &text.as_bytes()[plan.first_row as usize..];
        Scanner::default().part(&mut rows, part, &mut tally, &mut |_, _, _| true).unwrap();
    });
    used.bytes_max
}

#[test]
fn records_are_added_up_in_memory_that_does_not_grow_with_them() {
    let (few, many) = (held(10_000), held(200_000));
    println!("10,000 records: {few} bytes, 200,000: {many}");
    assert_eq!(few, many);
    assert!(many <= 2_000_000, "{many}");
}
