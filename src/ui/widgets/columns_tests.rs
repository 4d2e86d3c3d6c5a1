use super::*;
use crate::ui::widgets::Glyphs;
use crate::ui::widgets::chart::{AxisLabel, ChartStyle, Flag};
use crate::ui::widgets::testing::{Random, confined, row};
use ratatui::style::Color;

fn frame<'a>(
    domain: (i64, i64),
    labels: &'a [AxisLabel<'a>],
    flags: &'a [Flag<'a>],
    cursor: Option<usize>,
    glyphs: Glyphs,
) -> Chart<'a> {
    Chart { domain, format: &|_| String::new(), labels, flags, cursor, gutter: 0, style: ChartStyle::default(), glyphs }
}

fn bars(values: &[Option<i64>]) -> Vec<Bar> {
    values.iter().map(|&value| Bar { value, style: Style::new().fg(Color::Blue), ..Bar::default() }).collect()
}

fn plain<'a>(bars: &'a [Bar], chart: Chart<'a>, negative: Fill) -> Columns<'a> {
    Columns { bars, chart, negative, cursor_label: None, last_label: None }
}

#[test]
fn eighths_above_and_below() {
    let values: Vec<_> = (1..=8).chain((1..=8).map(|v| -v)).map(Some).collect();
    let bars = bars(&values);
    let mut buf = Buffer::empty(Rect::new(0, 0, 17, 2));
    let chart =
        Chart { format: &|_| "long label that does not fit".into(), ..frame((-8, 8), &[], &[], None, Glyphs::Unicode) };
    plain(&bars, chart, Fill::Solid).render(buf.area, &mut buf);
    assert_eq!(row(&buf, 0), "▁▂▃▄▅▆▇█▁▁▁▁▁▁▁▁▁");
    assert_eq!(row(&buf, 1), "        ▇▆▅▀▃▂▁█ ");
    let reversed = |x: u16| buf[(x, 1)].modifier.contains(Modifier::REVERSED);
    assert!(reversed(8) && reversed(14) && !reversed(11) && !reversed(15));
}

#[test]
fn shades_and_ascii() {
    let bars = bars(&[Some(16), Some(-16), Some(-1), None]);
    let mut buf = Buffer::empty(Rect::new(0, 0, 7, 4));
    let chart = Chart {
        format: &|_| "long label that does not fit".into(),
        ..frame((-16, 16), &[], &[], None, Glyphs::Unicode)
    };
    plain(&bars, chart, Fill::Shade).render(buf.area, &mut buf);
    assert_eq!(row(&buf, 0), "█     ·", "a missing value is not on the zero line");
    assert_eq!(row(&buf, 1), "█▁▁▁▁▁▁");
    assert_eq!(row(&buf, 2), "  ▒ ▔  ");
    let mut buf = Buffer::empty(Rect::new(0, 0, 7, 4));
    plain(&bars, Chart { glyphs: Glyphs::Ascii, ..chart }, Fill::Shade).render(buf.area, &mut buf);
    assert_eq!((row(&buf, 0), row(&buf, 3)), ("#     .".into(), "  =    ".into()));
    assert!((0..4).all(|y| row(&buf, y).is_ascii()));
}

#[test]
fn random_data_stays_inside() {
    let mut random = Random(7);
    for glyphs in [Glyphs::Unicode, Glyphs::Ascii] {
        for fill in [Fill::Solid, Fill::Shade] {
            let n = random.below(60) as usize;
            let values: Vec<_> =
                (0..n).map(|_| random.below(9).checked_sub(1).map(|_| random.below(2000) as i64 - 1200)).collect();
            let bars: Vec<_> =
                bars(&values).into_iter().map(|bar| Bar { mark: Some('p'), hollow: true, ..bar }).collect();
            let labels: Vec<_> =
                (0..n).map(|index| AxisLabel { index, text: "한국년".into(), strong: index % 12 == 0 }).collect();
            let flags: Vec<_> =
                (0..n).step_by(3).map(|index| Flag { index, text: "가나".into(), style: Style::new() }).collect();
            let chart =
                Chart { format: &|v| v.to_string(), ..frame((-1200, 800), &labels, &flags, n.checked_sub(2), glyphs) };
            confined(|area, buf| {
                Columns {
                    bars: &bars, chart, negative: fill, cursor_label: Some("−12.65"), last_label: Some("+5억")
                }
                .render(area, buf)
            });
        }
    }
}

#[test]
fn axis_labels_never_touch() {
    let mut random = Random(3);
    for width in 1..120 {
        let n = 1 + random.below(90) as usize;
        let labels: Vec<_> = (0..n)
            .map(|index| AxisLabel {
                index,
                text: if index % 12 == 5 { "2024" } else { "Jul" }.into(),
                strong: index % 12 == 5,
            })
            .collect();
        let chart = frame((-5, 5), &labels, &[], None, Glyphs::Unicode);
        let plan = chart.plan(Rect::new(0, 0, width, 8), n, true, 0);
        let mut spots: Vec<_> =
            chart.axis_spots(&plan).into_iter().map(|(x, l)| (x, x + text::width(&l.text))).collect();
        spots.sort_unstable();
        assert!(spots.windows(2).all(|pair| pair[0].1 < pair[1].0), "{width}: {spots:?}");
    }
}

#[test]
fn the_cursor_value_covers_no_other_column() {
    let mut random = Random(11);
    for round in 0..200 {
        let n = 2 + random.below(30) as usize;
        let values: Vec<_> = (0..n).map(|_| Some(random.below(3000) as i64 - 1500)).collect();
        let (min, max) = super::super::ticks::span(values.iter().copied());
        let bars = bars(&values);
        let cursor = random.below(n as u64) as usize;
        let area = Rect::new(0, 0, 64, 14);
        let draw = |cursor_label| {
            let mut buf = Buffer::empty(area);
            Columns {
                cursor_label,
                ..plain(&bars, frame((min, max), &[], &[], Some(cursor), Glyphs::Unicode), Fill::Solid)
            }
            .render(area, &mut buf);
            buf
        };
        let (without, with) = (draw(None), draw(Some("@@@@@@")));
        let label: Vec<_> =
            (0..14).flat_map(|y| (0..64).map(move |x| (x, y))).filter(|&at| with[at].symbol() == "@").collect();
        assert_eq!(label.len(), 6, "round {round}");
        let quiet = [" ", "▁", "┊", "⠁", "⠂", "⠄", "⡀"];
        for at in label {
            let under = &without[at];
            assert!(
                quiet.contains(&under.symbol()) && under.fg != Color::Blue,
                "round {round}: {at:?} {}",
                under.symbol()
            );
        }
    }
}

#[test]
fn clicks_find_their_column() {
    let bars = bars(&[Some(1); 20]);
    let chart = Chart { format: &|v| v.to_string(), ..frame((-5, 5), &[], &[], None, Glyphs::Unicode) };
    let columns = plain(&bars, chart, Fill::Solid);
    let area = Rect::new(4, 2, 70, 9);
    let layout = columns.layout(area);
    for index in 0..20 {
        assert_eq!(columns.hit(area, layout.x_of(index).unwrap(), layout.plot.y), Some(index));
    }
    assert_eq!(columns.hit(area, area.x, area.y), None);
}
