use super::*;

/// A line as it looks, in rows of text.
fn shown(line: &str, rows: u16) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width(line, rows), rows));
    let area = buf.area;
    draw(&mut buf, area, line, rows, Style::new(), Glyphs::Unicode);
    let row = |y| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..rows).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn print() {
    for rows in [4, 6, 8] {
        println!("{}\n", shown("18개월 연속 흑자 −53.2억 달러", rows));
        println!("{}\n", shown("Surplus +$30.3bn 20.1%", rows));
    }
}
