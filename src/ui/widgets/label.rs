//! Finds a free place for the value of a column.

use ratatui::layout::Rect;

use super::chart::Plan;

/// Where a value label may go: near the end of its column, on cells without ink.
pub struct Placer<'a> {
    /// Division of the chart.
    pub plan: &'a Plan,
    /// Value of each column.
    pub value: &'a dyn Fn(usize) -> Option<i64>,
    /// Labels already placed.
    pub taken: Option<Rect>,
}

impl Placer<'_> {
    /// The place of a label `wide` cells wide for a column: beyond its end (with a blank cell at either side if
    /// possible), further out, or across the base line.
    /// Only rows up to `reach` away from the end are tried. `None` if there is no free place.
    pub fn place(&self, index: usize, wide: u16, reach: u16) -> Option<Rect> {
        let plot = self.plan.layout.plot;
        if wide == 0 || wide > plot.width || plot.height == 0 {
            return None;
        }
        let search = |reach: u16, pad: u16| {
            self.rows(index, reach, pad == 0)
                .find_map(|row| self.xs(index, wide).find_map(|x| self.free(x, row, wide, pad)))
        };
        search(reach.min(1), 1).or_else(|| search(reach, 0))
    }

    /// A place that is inside the plot but may cover the ink of neighbours.
    pub fn force(&self, index: usize, wide: u16) -> Option<Rect> {
        let plot = self.plan.layout.plot;
        let row = self.rows(index, 0, false).next().unwrap_or(0).min(plot.height.checked_sub(1)?);
        let x = self.xs(index, wide.min(plot.width)).next()?;
        Some(Rect::new(x, plot.y + row, wide.min(plot.width), 1))
    }

    /// Rows beyond the end of a column; then, if `across`, rows on the other side of the base line, leaving out the
    /// first one (which may hold marks).
    fn rows(&self, index: usize, reach: u16, across: bool) -> impl Iterator<Item = u16> {
        let height = self.plan.layout.plot.height;
        let value = (self.value)(index).unwrap_or(0);
        let ink = self.plan.scale.rows_of(value);
        let up = value >= 0;
        let out =
            (0..=reach).filter_map(move |step| if up { ink.start.checked_sub(1 + step) } else { Some(ink.end + step) });
        let zero = self.plan.scale.boundary();
        let most = if across { reach.min(4) } else { 0 };
        let across = (1..most).filter_map(move |step| if up { Some(zero + step) } else { zero.checked_sub(1 + step) });
        out.chain(across).filter(move |&row| row < height)
    }

    fn xs(&self, index: usize, wide: u16) -> impl Iterator<Item = u16> {
        let layout = self.plan.layout;
        let column = layout.x_of(index);
        let last = layout.plot.right().saturating_sub(wide);
        column.into_iter().flat_map(move |left| {
            let centre = (left + layout.width / 2).saturating_sub(wide / 2);
            let steps = (0..=wide).flat_map(|step| [i32::from(step), -i32::from(step)]);
            steps
                .map(move |step| (i32::from(centre) + step).clamp(i32::from(layout.plot.x), i32::from(last)) as u16)
                .filter(move |&x| x < left + layout.width + layout.gap.min(1) && x + wide + layout.gap.min(1) > left)
        })
    }

    fn free(&self, x: u16, row: u16, wide: u16, pad: u16) -> Option<Rect> {
        let layout = self.plan.layout;
        let spot = Rect::new(x, layout.plot.y + row, wide, 1);
        let roomy = Rect::new(x.saturating_sub(1), spot.y, wide + 2, 1);
        if self.taken.is_some_and(|other| other.intersects(roomy)) {
            return None;
        }
        let inked = |at: u16| {
            let Some(index) = layout.at(at) else {
                return false;
            };
            layout.x_of(index).is_some_and(|left| at < left + layout.width)
                && (self.value)(index).is_some_and(|v| self.plan.scale.rows_of(v).contains(&row))
        };
        (!(x.saturating_sub(pad)..x + wide + pad).any(inked)).then_some(spot)
    }
}
