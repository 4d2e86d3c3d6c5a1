//! A heat map of months: years down, months across.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::{Glyphs, ink, paints, text, tint};

/// How a month is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    #[default]
    Blank,
    /// A place without data.
    Missing,
    /// Filled.
    Solid,
    /// Shaded.
    Shade,
}

/// One month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Month {
    /// How it is drawn.
    pub mark: Mark,
    /// Its colour.
    pub style: Style,
}

/// One year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Year<'a> {
    /// Text at the left.
    pub label: Cow<'a, str>,
    /// Its months.
    pub months: Vec<Month>,
}

/// A heat map of months.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// Years from top to bottom.
    pub years: &'a [Year<'a>],
    /// Names of the months; empty for no header.
    pub header: &'a [&'a str],
    /// Year and month under the cursor.
    pub cursor: Option<(usize, usize)>,
    /// Style of header and labels.
    pub label_style: Style,
    /// The cursor's brackets; its background, if any, lies behind the month.
    pub cursor_style: Style,
    /// Character set.
    pub glyphs: Glyphs,
}

/// The division of an area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarLayout {
    /// Cells of the months, without header and labels.
    pub grid: Rect,
    /// First year shown.
    pub first: usize,
    /// Years shown.
    pub count: usize,
    /// Months across.
    pub months: usize,
    /// Cells of a month.
    pub width: u16,
    /// Cells between months.
    pub gap: u16,
}

impl CalendarLayout {
    /// Left cell of a month.
    pub fn x_of(&self, month: usize) -> u16 {
        self.grid.x.saturating_add(month as u16 * (self.width + self.gap))
    }

    /// The year and month at a cell; the gap belongs to the month before it.
    pub fn hit(&self, x: u16, y: u16) -> Option<(usize, usize)> {
        if !self.grid.contains((x, y).into()) {
            return None;
        }
        let (month, year) = ((x - self.grid.x) / (self.width + self.gap).max(1), usize::from(y - self.grid.y));
        (usize::from(month) < self.months && year < self.count).then_some((self.first + year, usize::from(month)))
    }
}

impl Calendar<'_> {
    /// Divides an area. The newest years are kept, or the ones around the cursor if it is older.
    pub fn layout(&self, area: Rect) -> CalendarLayout {
        let months = self.years.iter().map(|year| year.months.len()).max().unwrap_or(0).max(self.header.len());
        let across = u16::try_from(months).unwrap_or(u16::MAX);
        let labels = self.years.iter().map(|year| text::width(&year.label)).max().unwrap_or(0).saturating_add(1);
        let sizes = [(labels, 2, 1), (labels, 1, 1), (labels, 1, 0), (0, 1, 0)];
        // The bracket after the last month needs its gap, too.
        let need = |(label, width, gap): (u16, u16, u16)| label.saturating_add(across.saturating_mul(width + gap));
        let (label, width, gap) = sizes.into_iter().find(|&size| need(size) <= area.width).unwrap_or((0, 1, 0));
        let head = u16::from(!self.header.is_empty() && area.height >= 3);
        let rows = area.height.saturating_sub(head);
        let count = self.years.len().min(usize::from(rows));
        let newest = self.years.len() - count;
        let first = self.cursor.map_or(newest, |(year, _)| newest.min(year));
        let wide = across.saturating_mul(width + gap).min(area.width.saturating_sub(label));
        let grid = Rect::new(area.x.saturating_add(label), area.y + head, wide, count as u16);
        CalendarLayout { grid, first, count, months, width, gap }
    }

    /// The year and month at a cell of the area.
    pub fn hit(&self, area: Rect, x: u16, y: u16) -> Option<(usize, usize)> {
        self.layout(area).hit(x, y)
    }

    /// Names of months that stand apart: of all, or of every second or third, so that no single one is lacking.
    fn draw_header(&self, buf: &mut Buffer, layout: &CalendarLayout, y: u16) {
        let names = self.header.iter().enumerate().step_by(self.header_step(layout));
        for (month, name) in names {
            let x = layout.x_of(month);
            let room = layout.grid.right().saturating_sub(x);
            if text::width(name) <= room {
                text::put_in(buf, x, y, name, self.label_style, room, self.glyphs);
            }
        }
    }

    /// The fewest months from one name to the next that leave a cell between names wider than their month.
    fn header_step(&self, layout: &CalendarLayout) -> usize {
        let widest = self.header.iter().map(|name| text::width(name)).max().unwrap_or(0);
        let pitch = layout.width + layout.gap;
        let is_apart = |step: &u16| widest <= layout.width || widest < pitch * step;
        usize::from((1..=4).find(is_apart).unwrap_or(4))
    }

    fn draw_month(&self, buf: &mut Buffer, area: Rect, at: (u16, u16, u16), month: Month) {
        let ch = match month.mark {
            Mark::Blank => return,
            Mark::Missing => self.glyphs.pick('·', '.'),
            Mark::Solid => self.glyphs.pick('▆', '#'),
            Mark::Shade => self.glyphs.pick('▒', '='),
        };
        for x in at.0..at.0.saturating_add(at.2) {
            ink(buf, area, x, at.1, ch, month.style);
        }
    }

    fn draw_cursor(&self, buf: &mut Buffer, area: Rect, layout: &CalendarLayout) {
        let Some((year, month)) = self.cursor else {
            return;
        };
        let Some(row) = year.checked_sub(layout.first).filter(|&row| row < layout.count && month < layout.months)
        else {
            return;
        };
        let (x, y) = (layout.x_of(month), layout.grid.y + row as u16);
        let style = self.cursor_style.add_modifier(Modifier::BOLD);
        if let Some(colour) = style.bg.filter(|_| paints(style)) {
            let side = u16::from(layout.gap > 0);
            tint(buf, area, Rect::new(x.saturating_sub(side), y, layout.width + 2 * side, 1), Style::new().bg(colour));
        } else if layout.gap == 0 {
            tint(buf, area, Rect::new(x, y, 1, 1), style.add_modifier(Modifier::REVERSED));
        }
        if layout.gap > 0 {
            ink(buf, area, x.saturating_sub(1), y, '[', style);
            ink(buf, area, x.saturating_add(layout.width), y, ']', style);
        }
    }
}

impl Widget for &Calendar<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let layout = self.layout(area);
        let grid = layout.grid;
        if grid.y > area.y {
            self.draw_header(buf, &layout, area.y);
        }
        for (row, year) in self.years.iter().skip(layout.first).take(layout.count).enumerate() {
            let y = grid.y + row as u16;
            text::put_in(
                buf,
                area.x,
                y,
                &year.label,
                self.label_style,
                (grid.x - area.x).saturating_sub(1),
                self.glyphs,
            );
            for (month, &data) in year.months.iter().enumerate() {
                self.draw_month(buf, area, (layout.x_of(month), y, layout.width), data);
            }
        }
        self.draw_cursor(buf, area, &layout);
    }
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
