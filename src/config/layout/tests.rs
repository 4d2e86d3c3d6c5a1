use proptest::prelude::*;

use super::*;

const PANELS: &[&str] =
    &["balance", "streaks", "focus_item", "targets", "items", "partners", "claims", "policy", "key_numbers"];

fn shipped() -> Layout {
    Layout::shipped("default", PANELS).unwrap()
}

fn names(slots: &[Slot]) -> Vec<&str> {
    slots.iter().map(|slot| slot.panel.as_str()).collect()
}

/// Inside the area, at least one cell large, apart from one another.
fn sound(slots: &[Slot], width: u16, height: u16) -> bool {
    let inside = |s: &Slot| s.width > 0 && s.height > 0 && s.x + s.width <= width && s.y + s.height <= height;
    let apart = |a: &Slot, b: &Slot| {
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
    };
    slots.iter().all(inside) && (0..slots.len()).all(|i| slots[..i].iter().all(|other| apart(&slots[i], other)))
}

#[test]
fn every_size_is_arranged_soundly() {
    let layout = shipped();
    for width in 0..=250 {
        for height in 0..=80 {
            let slots = arrange(&layout, width, height);
            assert!(sound(&slots, width, height), "{width}x{height}: {slots:?}");
            let empty = width == 0 || height == 0;
            assert_eq!(slots.iter().any(|slot| slot.panel == "balance"), !empty, "{width}x{height}");
        }
    }
}

#[test]
fn the_usual_window_looks_like_the_picture() {
    let slots = arrange_in(&shipped(), (120, 36), (116, 28));
    let places: Vec<_> = slots.iter().map(|s| (s.panel.as_str(), s.x, s.y, s.width, s.height)).collect();
    assert_eq!(
        places,
        [
            ("key_numbers", 0, 0, 116, 6),
            ("balance", 0, 7, 68, 10),
            ("streaks", 70, 7, 46, 10),
            ("focus_item", 0, 18, 33, 10),
            ("items", 35, 18, 45, 10),
            ("targets", 82, 18, 34, 10),
        ]
    );
}

#[test]
fn each_tier_has_its_panels() {
    let layout = shipped();
    let all = ["key_numbers", "balance", "streaks", "focus_item", "items", "partners", "targets", "claims", "policy"];
    let usual = ["key_numbers", "balance", "streaks", "focus_item", "items", "targets"];
    for (terminal, area, panels) in [
        ((200, 56), (196, 49), &all[..]),
        ((120, 36), (116, 28), &usual[..]),
        ((80, 24), (78, 19), &["balance", "key_numbers", "streaks", "focus_item"][..]),
        ((75, 24), (73, 19), &["balance"][..]),
    ] {
        assert_eq!(names(&arrange_in(&layout, terminal, area)), panels);
    }
}

#[test]
fn panels_give_way_in_their_order() {
    let layout = shipped();
    let in_area = |width, height| arrange_in(&layout, (120, 36), (width, height));
    assert_eq!(names(&in_area(116, 20)), ["key_numbers", "balance", "streaks"], "a row at a time");
    assert_eq!(names(&in_area(60, 28)), ["key_numbers", "balance", "focus_item"]);
    assert_eq!(names(&in_area(1, 1)), ["balance"]);
}

#[test]
fn rows_of_fixed_height_keep_it() {
    let text = "gap_y = 1\n[[tier]]\nrows = [{ height = 3, panels = [{ panel = 'targets' }] }, { panels = [{ panel = 'balance', width = 9 }, { panel = 'streaks' }] }]\n";
    let slots = arrange(&Layout::parse("l.toml", text, PANELS).unwrap(), 30, 20);
    let places: Vec<_> = slots.iter().map(|s| (s.x, s.y, s.width, s.height)).collect();
    assert_eq!(places, [(0, 0, 30, 3), (0, 4, 9, 16), (10, 4, 20, 16)]);
}

fn size() -> impl Strategy<Value = Size> {
    prop_oneof![
        (1u16..60).prop_map(Size::Fixed),
        (1u16..9, 1u16..60).prop_map(|(share, min)| Size::Share { share, min })
    ]
}

fn any_layout() -> impl Strategy<Value = Layout> {
    let row = (size(), prop::collection::vec(size(), 1..5));
    let rows = prop::collection::vec(row, 1..5);
    (rows, 0u16..4, 0u16..3, prop::collection::vec(0usize..16, 0..8)).prop_map(|(rows, gap_x, gap_y, give_way)| {
        let seat = |at: usize, size| Seat { panel: format!("p{at}"), size };
        let rows = rows.into_iter().enumerate().map(|(y, (size, seats))| Row {
            size,
            panels: seats.into_iter().enumerate().map(|(x, size)| seat(4 * y + x, size)).collect(),
        });
        let tier = Tier { min_width: 0, min_height: 0, gap_x, gap_y, rows: rows.collect() };
        Layout { give_way: give_way.into_iter().map(|at| format!("p{at}")).collect(), tiers: vec![tier] }
    })
}

#[test]
fn absurd_sizes_do_not_overflow() {
    let size = Size::Share { share: u16::MAX, min: u16::MAX };
    let seat = |at| Seat { panel: format!("p{at}"), size };
    let row = Row { size, panels: (0..100).map(seat).collect() };
    let rows = vec![row.clone(), Row { size: Size::Share { share: u16::MAX, min: 1 }, ..row }];
    let tier = Tier { min_width: 0, min_height: 0, gap_x: u16::MAX, gap_y: u16::MAX, rows };
    let mut layout = Layout { give_way: Vec::new(), tiers: vec![tier] };
    assert!(sound(&arrange(&layout, u16::MAX, u16::MAX), u16::MAX, u16::MAX));
    for row in &mut layout.tiers[0].rows {
        row.panels.iter_mut().for_each(|seat| seat.size = Size::Share { share: u16::MAX, min: 1 });
    }
    layout.tiers[0].gap_x = 0;
    assert!(sound(&arrange(&layout, u16::MAX, u16::MAX), u16::MAX, u16::MAX));
}

proptest! {
    #[test]
    fn any_layout_is_arranged_soundly(layout in any_layout(), width in 0u16..250, height in 0u16..80) {
        let slots = arrange(&layout, width, height);
        prop_assert!(sound(&slots, width, height), "{slots:?}");
        prop_assert_eq!(slots.is_empty(), width == 0 || height == 0);
        prop_assert_eq!(&slots, &arrange(&layout, width, height));
    }

    #[test]
    fn neighbours_keep_their_minimum(layout in any_layout(), width in 1u16..250, height in 1u16..80) {
        let slots = arrange(&layout, width, height);
        for row in &layout.tiers[0].rows {
            let seated: Vec<_> = slots.iter().filter(|s| row.panels.iter().any(|p| p.panel == s.panel)).collect();
            for slot in seated.iter().filter(|_| seated.len() > 1) {
                let seat = row.panels.iter().find(|p| p.panel == slot.panel).unwrap();
                prop_assert!(slot.width >= seat.size.least());
            }
        }
    }
}
