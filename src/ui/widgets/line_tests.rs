use super::*;
use crate::ui::widgets::chart::ChartStyle;
use crate::ui::widgets::testing::{Random, confined, row};

fn frame(domain: (i64, i64), glyphs: Glyphs) -> Chart<'static> {
    Chart {
        domain,
        format: &|_| "label too long to be shown".into(),
        labels: &[],
        flags: &[],
        cursor: Some(1),
        gutter: 0,
        style: ChartStyle::default(),
        glyphs,
    }
}

#[test]
fn a_gap_breaks_the_line() {
    let values = [Some(0), Some(0), None, Some(8), Some(8)];
    let lines = [Line { values: &values, ..Line::default() }];
    let mut buf = Buffer::empty(Rect::new(0, 0, 5, 2));
    let chart = Chart { cursor: None, ..frame((0, 8), Glyphs::Unicode) };
    Lines { lines: &lines, chart, area: None }.render(buf.area, &mut buf);
    assert_eq!((row(&buf, 0), row(&buf, 1)), ("   ⠈⠉".into(), "⣀⡀▁▁▁".into()));
}

#[test]
fn an_area_reaches_down_to_the_base() {
    let values = [Some(16), Some(4)];
    let lines = [Line { values: &values, ..Line::default() }];
    let mut buf = Buffer::empty(Rect::new(0, 0, 2, 2));
    let chart = Chart { cursor: None, ..frame((0, 16), Glyphs::Unicode) };
    Lines { lines: &lines, chart, area: Some(Style::new()) }.render(buf.area, &mut buf);
    assert_eq!((row(&buf, 0), row(&buf, 1)), ("█ ".into(), "█▄".into()));
}

#[test]
fn stays_inside() {
    let mut random = Random(5);
    let values: Vec<_> =
        (0..50).map(|_| random.below(8).checked_sub(1).map(|_| random.below(900) as i64 - 300)).collect();
    let lines: Vec<_> = (0..3)
        .map(|i| Line { values: &values[i * 4..], label: "수출 50.1".into(), thick: i == 0, ..Line::default() })
        .collect();
    for (glyphs, area_style) in
        [(Glyphs::Unicode, None), (Glyphs::Ascii, Some(Style::new())), (Glyphs::Unicode, Some(Style::new()))]
    {
        for domain in [(-300, 600), (100, 400), (0, 0), (i64::MIN, i64::MAX)] {
            let chart = Chart { format: &|v| v.to_string(), ..frame(domain, glyphs) };
            confined(|area, buf| Lines { lines: &lines, chart, area: area_style }.render(area, buf));
        }
    }
    confined(|area, buf| Lines { lines: &[], chart: frame((0, 1), Glyphs::Unicode), area: None }.render(area, buf));
}
