use super::*;

fn shown(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

fn parsed(text: &str) -> Document {
    Document::parse("f.toml", text).unwrap()
}

#[test]
fn every_type_is_read() {
    let document =
        parsed("s='x'\ni=-5\nf=2.5\nb=true\nd=2023-03-01\na=['p','q']\nh=0xff\n[t]\nk=1\n[[x]]\nn=1\n[[x]]\nn=2\n");
    let (root, problems) = (document.root(), &mut Vec::new());
    assert_eq!(root.required_str("s", problems), Some("x"));
    assert_eq!(root.required_integer("i", problems), Some(-5));
    assert_eq!(root.optional_integer("h", problems), Some(255));
    assert_eq!(root.optional_float("f", problems), Some(2.5));
    assert_eq!(root.optional_float("i", problems), Some(-5.0));
    assert_eq!(root.optional_bool("b", problems), Some(true));
    assert_eq!(root.required_date("d", problems), Some(Date { year: 2023, month: 3, day: 1 }));
    let words: Vec<&str> = root.list("a", problems).into_iter().map(|(word, _)| word).collect();
    assert_eq!(words, ["p", "q"]);
    let table = root.required_table("t", problems).unwrap();
    assert_eq!((table.place().line(), table.required_integer("k", problems)), (8, Some(1)));
    let numbers: Vec<_> = root.tables("x", problems).iter().map(|x| x.integer_in("n", 0..=9, problems)).collect();
    assert_eq!(numbers, [Some(1), Some(2)]);
    root.finish(problems);
    assert_eq!(shown(problems), Vec::<String>::new());
}

#[test]
fn all_problems_of_a_file_are_collected() {
    let document = parsed("them = 'dark'\nmouse = 'yes'\n한 = 1\nrange = 99\n".replace('한', "\"한\"").as_str());
    let (root, problems) = (document.root(), &mut Vec::new());
    root.optional_str("theme", problems);
    root.optional_bool("mouse", problems);
    root.integer_in("range", 1..=60, problems);
    root.required_str("layout", problems);
    root.finish(problems);
    assert_eq!(
        shown(problems),
        [
            "f.toml:2:9: `mouse` is a string; write true or false, without quotes",
            "f.toml:4:9: `range` is 99; use 1 to 60",
            "f.toml: `layout` is missing; add `layout`: a string in double quotes",
            "f.toml:1:1: unknown key `them`; did you mean `theme`?",
            "f.toml:3:1: unknown key `한`; known: layout, mouse, range, theme",
        ]
    );
}

#[test]
fn every_syntax_error_is_reported_once_per_line() {
    let problems =
        Document::parse("f.toml", "a = dark\nb = \"x\nc = 1\nc = 2\n한 = 1\nd = 99999999999999999999\n").unwrap_err();
    assert_eq!(
        shown(&problems),
        [
            "f.toml:1:5: string values must be quoted; write a text between double quotes",
            "f.toml:2:7: invalid basic string; close the text with a double quote",
            "f.toml:4:1: duplicate key; keep one of the two",
            "f.toml:5:1: invalid unquoted key; write this key between double quotes",
        ]
    );
    let problems = Document::parse("f.toml", "d = 99999999999999999999\n").unwrap_err();
    assert_eq!(shown(&problems), ["f.toml:1:5: the number is too large; use a smaller one"]);
}

#[test]
fn columns_count_characters_after_hangul() {
    let document = parsed("t = { \"한국\" = 1, x = 2 }\n");
    let problems = &mut Vec::new();
    document.root().required_table("t", problems).unwrap().finish(problems);
    assert_eq!(problems.iter().map(|p| (p.line, p.column)).collect::<Vec<_>>(), [(1, 7), (1, 17)]);
}

#[test]
fn one_of_suggests() {
    let document = parsed("color = 'atuo'\n");
    let problems = &mut Vec::new();
    assert_eq!(document.root().one_of("color", &["auto", "none"], problems), None);
    assert_eq!(shown(problems), ["f.toml:1:9: `color` cannot be `atuo`; did you mean `auto`?"]);
}

#[test]
fn hostile_texts_do_not_panic() {
    for text in
        ["", "\u{feff}", "=", "[", "[[", "a.b.c = 1\n[a]\n", "a = '''", "\u{0}", "x = [[[[[[", "\r", "a=1\r\n\r\nb=2"]
    {
        let _ = Document::parse("f", text);
    }
}
