//! Helpers for the tests of the widgets.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A row of a buffer as text.
pub fn row(buf: &Buffer, y: u16) -> String {
    (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect()
}

/// Renders into every size from 0x0 to 40x20, inside and partly outside a buffer, and checks that no cell outside
/// the area changes.
pub fn confined(render: impl Fn(Rect, &mut Buffer)) {
    let clean = Buffer::filled(Rect::new(0, 0, 46, 24), ratatui::buffer::Cell::new("X"));
    for (width, height) in (0..=40).flat_map(|w| (0..=20).map(move |h| (w, h))) {
        let places: &[(u16, u16)] = if (width + height) % 5 == 0 { &[(3, 2), (30, 15), (60, 40)] } else { &[(3, 2)] };
        for &(x, y) in places {
            let area = Rect::new(x, y, width, height);
            let mut buf = clean.clone();
            render(area, &mut buf);
            for y in 0..24 {
                for x in (0..46).filter(|&x| !area.contains((x, y).into())) {
                    assert_eq!(buf[(x, y)], clean[(x, y)], "cell {x},{y} outside of {area}");
                }
            }
        }
    }
}

/// A small generator of repeatable numbers.
pub struct Random(pub u64);

impl Random {
    /// The next number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit.max(1)
    }
}
