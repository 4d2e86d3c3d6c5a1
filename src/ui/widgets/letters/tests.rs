use super::*;

/// A line as it looks, in rows of text.
fn shown_in(line: &str, rows: u16, glyphs: Glyphs) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width(line, rows), rows));
    let area = buf.area;
    draw(&mut buf, area, line, rows, Style::new(), glyphs);
    let row = |y| (0..buf.area.width).map(|x| buf[(x, y)].symbol()).collect::<String>().trim_end().to_owned();
    (0..rows).map(row).collect::<Vec<_>>().join("\n")
}

fn shown(line: &str, rows: u16) -> String {
    shown_in(line, rows, Glyphs::Unicode)
}

#[test]
fn figures_in_five_rows() {
    let drawn = [
        "     ▗▄▄▄▄ ▗▄▄▄     ▄▄▄▖ ▗█▜▙ ▐█",
        "     ▐█    █▌ █▌   ▐█ ▐█ █▌ ▛▙▟█",
        "▄▄▄▄▖▐█▄▄▖  ▄▄█▘     ▗▟▛ ▜▙▗█▘▐█",
        "        ▐█ ▄▖ █▌    ▟▛▘   ▀▀▘ ▐█",
        "     ▝█▄▟▛ ▜▙▄█▘▐█▌▐█▄▄▄ ▝▀▀▀▀▜█",
    ];
    assert_eq!(shown("−53.2억", 5), drawn.join("\n"));
}

#[test]
fn a_comma_beside_syllables_is_no_point() {
    for rows in 5..=12 {
        assert_ne!(shown("5,951억", rows), shown("5.951억", rows), "in {rows} rows");
        assert_ne!(shown("2%p 상승", rows), shown("2%D 상승", rows), "in {rows} rows");
    }
}

#[test]
fn letters_of_every_size_stay_in_their_cells() {
    let words = "Égypt 18개월 연속 흑자, 률쀓 −$53.2bn ₩1조 %";
    for rows in (1..=12).chain([16, 23, MOST_ROWS]) {
        let wide = width(words, rows);
        let mut buf = Buffer::empty(Rect::new(0, 0, wide + 4, rows + 4));
        let used = draw(&mut buf, Rect::new(2, 2, wide, rows), words, rows, Style::new(), Glyphs::Unicode);
        assert_eq!(used, wide);
        for (x, y) in (0..wide + 4).flat_map(|x| (0..rows + 4).map(move |y| (x, y))) {
            let inside = (2..wide + 2).contains(&x) && (2..rows + 2).contains(&y);
            assert!(inside || buf[(x, y)].symbol() == " ", "{rows} rows, cell {x} {y}");
        }
    }
}

#[test]
fn every_syllable_in_six_rows_and_more_looks_like_no_other() {
    for rows in [6, 8] {
        let face = Face::of("가", rows);
        let mut seen = std::collections::HashMap::new();
        // The syllables of the words of releases, and their likes: vowels with two strokes, double consonants.
        for syllable in "가각간갈감갑강개객거건걸검게격견결경계고곡골공과관광교구국군궁권규균그극근글금기긴길김나난날남내냉너넌년념노농높누는능니다단달담당대더덕데도독동두드득든들등디라락란람래량러레려력련로록료루류률를름릅리린립마만많말망매맥머먼메며면명모목몰무문물미민바박반발방배백버번법베변별병보복본부북분불비빈사산살삼상새색생서석선설성세소속손송수순술숫스습승시식신실심아안않알압약양어억언얼업에여역연열염영예오온올와완외요용우운울원월위유육율으은을음의이인일임입있자작잔장재쟁저적전절점정제조족존종좌주준중즉증지직진질집차착찬참창채처천철첨청체초총최추축출충취측치친칠침카캐커케코콘크키타탈태택터테토통투트특판팔패퍼페편평폐포폭표품프플피필하학한할합항해핵행향허험혁현협형호혹화확환황회획효후훈휘휴흐흑흡희히".chars() {
            let drawn = face.letter(syllable, Glyphs::Unicode);
            if let Some(other) = seen.insert(format!("{drawn:?}"), syllable) {
                panic!("{syllable} looks like {other} in {rows} rows");
            }
        }
    }
}

#[test]
fn decomposed_hangul_is_composed() {
    let decomposed: String = "수출".nfd().collect();
    assert_ne!(decomposed, "수출");
    assert_eq!(shown(&decomposed, 6), shown("수출", 6));
    assert_eq!(wrap(&decomposed, 6, 40), ["수출"]);
}

#[test]
fn lines_break_between_words_or_syllables() {
    for (words, rows, room) in
        [("Surplus of $30.3bn, second only to June", 4, 60), ("반도체수출이 크게 감소하였다", 6, 50)]
    {
        let lines = wrap(words, rows, room);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, rows) <= room), "{lines:?}");
        let put_together: String = lines.concat().split_whitespace().collect();
        assert_eq!(put_together, words.split_whitespace().collect::<String>());
    }
    assert_eq!(wrap("반도체수출", 6, 30), ["반도체", "수출"]);
    assert!(wrap("", 4, 10).is_empty());
}

#[test]
fn strokes_are_bold_and_apart() {
    // Three bars: in eight rows each is bold, and white stays between them.
    let column: Vec<bool> = {
        let letter = Face::of("E", 8).letter('E', Glyphs::Unicode);
        (0..16).map(|y| letter.is_on(letter.width - 1, y)).collect()
    };
    let bars = column.chunk_by(|a, b| a == b).filter(|run| run[0]).map(<[bool]>::len).collect::<Vec<_>>();
    assert_eq!(bars.len(), 2, "{column:?}");
    assert!(bars.iter().all(|thick| *thick == 2), "{column:?}");
}

#[test]
fn ascii_draws_with_ascii_and_nothing_commands_the_terminal() {
    let drawn = shown_in("₩53억\u{1b}[2J", 6, Glyphs::Ascii);
    assert!(drawn.chars().all(|letter| letter == '\n' || matches!(letter, ' '..='~')), "{drawn}");
    assert!(drawn.contains('#'));
}

#[test]
fn what_has_no_form_cannot_be_set() {
    assert!(can_set("Surplus of $30.3bn (18개월)") && !can_set("貿易"));
}

#[test]
fn a_dollar_is_no_blob_in_few_rows() {
    assert_eq!(shown_in("$", 4, Glyphs::Console), ["▄██▄", "█▄▄▄", "   █", "▀██▀"].join("\n"));
    for (rows, glyphs) in (4..=12).flat_map(|rows| [Glyphs::Unicode, Glyphs::Console].map(|glyphs| (rows, glyphs))) {
        let shown = |letter| shown_in(letter, rows, glyphs);
        assert!(["S", "5", "8"].iter().all(|other| shown(other) != shown("$")), "{rows} rows of {glyphs:?}");
    }
}
