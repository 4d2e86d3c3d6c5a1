//! Names and cells that try to command the terminal are shown, never obeyed.

use super::{Desk, is_tame};

/// Clears the screen, sets the title, asks for the clipboard; the same with one-character introducers.
const ATTACK: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{1b}]52;c;?\u{1b}\\\u{9b}31m\u{90}x\u{9c}\u{7f}\r\u{8}\u{202e}";

#[test]
fn in_cells() {
    let desk = Desk::new("hostile-cells");
    for column in 0..10 {
        let mut row = ["2023-01", "export", "1", "USD", "item", "partner", "", "", "2023-02-01", "source"];
        let hostile = format!("\"x{ATTACK}\"");
        row[column] = &hostile;
        let header = "period,flow,value,unit,item,partner,window,status,released,source";
        desk.write("trade.csv", format!("{header}\n{}\n2023-01,export,1,USD,,,,,,\n", row.join(",")));
        for format in ["text", "json"] {
            let run = desk.run(&["report", "trade.csv", "--format", format]);
            assert!([0, 2].contains(&run.status), "{run:?}");
            assert!(is_tame(&run.out) && is_tame(&run.err), "column {column}: {run:?}");
            assert!(!run.out.contains('\u{202e}') || format == "json");
            assert!(!run.err.contains('\u{202e}'), "{run:?}");
        }
    }
    desk.write("trade.csv", format!("period,flow,value,\"a{ATTACK}\"\n"));
    let found = desk.problems("trade.csv");
    assert!(found.len() == 1 && is_tame(&found[0]), "{found:?}");
}

#[test]
fn in_names() {
    let desk = Desk::new("hostile-names");
    let quoted = ATTACK.chars().map(|letter| format!("\\u{:04x}", u32::from(letter))).collect::<String>();
    desk.write(
        "land.toml",
        format!(
            "format = 1\n[dataset]\nname = \"A{quoted}Z\\n\"\nbasis = \"{quoted}\"\nvaluation = \"{quoted}\"\n\
             timezone = \"{quoted}\"\nunit = \"USD million\"\nfocus_item = \"i{quoted}\"\n\
             [[items]]\nid = \"i{quoted}\"\nname = \"N{quoted}\"\nshort = \"S{quoted}\"\n\
             [[targets]]\nid = \"t{quoted}\"\nyear = 2023\nvalue = \"900\"\nunit = \"USD million\"\n\
             announced = \"2023-01-01\"\nissuer = \"{quoted}\"\n\
             [[series]]\nflow = \"export\"\nstart = \"2022-01\"\nvalues = [{0}]\n\
             [[series]]\nflow = \"import\"\nstart = \"2022-01\"\nvalues = [{0}]\n\
             [[series]]\nflow = \"export\"\nitem = \"i{quoted}\"\nstart = \"2022-01\"\nvalues = [{0}]\n",
            "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"
        ),
    );
    for arguments in [&["report", "land.toml"][..], &["report", "land.toml", "--format", "json"]] {
        let run = desk.run(arguments);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(is_tame(&run.out), "{:?}", run.out);
    }
    for zoom in ["1", "2", "3", "4"] {
        let run = desk.run(&["snapshot", "land.toml", "--out", "frame.txt", "--zoom", zoom]);
        assert_eq!(run.status, 0);
        assert!(is_tame(&desk.read("frame.txt")), "{:?}", desk.read("frame.txt"));
    }
    let run = desk.run(&["snapshot", "land.toml", "--out", "frame.ans"]);
    assert_eq!(run.status, 0);
    let colours = desk.read("frame.ans");
    let is_colour = |part: &str| {
        part.split_once('m').is_some_and(|(codes, _)| codes.bytes().all(|b| b.is_ascii_digit() || b == b';'))
    };
    assert!(colours.split("\x1b[").skip(1).all(is_colour));
    assert!(is_tame(&colours.replace("\x1b[", "")));
}

#[test]
fn in_the_toml_and_on_the_command_line() {
    let desk = Desk::new("hostile-toml");
    desk.write("land.toml", "format = 1\n[dataset]\n\"x\\u001b[2J\\n\\u009b\" = 1\n");
    let found = desk.problems("land.toml");
    assert!(found.len() == 1 && is_tame(&found[0]), "{found:?}");
    let run = desk.run(&["report", "x\u{1b}[2J\n.csv"]);
    assert_eq!((run.status, run.err.lines().count()), (2, 1));
    assert!(is_tame(&run.err), "{run:?}");
    for arguments in [&["--theme", "\u{1b}[2J"][..], &["--month", "\u{1b}[2J"], &["--\u{1b}[2J"]] {
        let run = desk.run(arguments);
        assert_eq!(run.status, 2);
        assert!(is_tame(&run.err), "{run:?}");
    }
}

/// Some lengths of a file of old Excel make the library that reads it panic; others make it read in circles.
#[test]
fn in_cut_workbooks() {
    let desk = Desk::new("hostile-workbooks");
    let whole = include_bytes!("../formats/guess/island.xls");
    for length in (600..whole.len()).step_by(397) {
        desk.write("cut.xls", &whole[..length]);
        let run = desk.run(&["report", "cut.xls"]);
        assert!([0, 2].contains(&run.status) && !run.err.contains("panicked"), "{length}: {run:?}");
    }
}
