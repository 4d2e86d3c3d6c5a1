//! Tables in markup: pages that offices hand out as `.xls` (`<table><tr><td>`), and the XML of Excel 2003
//! (`<Table><Row><Cell>`). Each table is a sheet, below the lines that stand above it; tables with the same heading, such as one
//! for each year, are one.

mod above;

use std::collections::HashSet;

use super::workbook::Sheet;
use above::Above;

/// No table is wider.
const MOST_COLUMNS: usize = 16_384;

/// Bytes of an entity's name, with the semicolon.
const LONGEST_ENTITY: usize = 10;

/// A tag of a table, in either language.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Tag {
    Table,
    Row,
    Cell,
    /// What a program or a style sheet is in: no text.
    Hidden,
    /// A line break.
    Break,
    /// A paragraph, a heading, a caption.
    Block,
}

const TAGS: [(&str, Tag); 16] = [
    ("table", Tag::Table),
    ("tr", Tag::Row),
    ("row", Tag::Row),
    ("td", Tag::Cell),
    ("th", Tag::Cell),
    ("cell", Tag::Cell),
    ("script", Tag::Hidden),
    ("style", Tag::Hidden),
    ("br", Tag::Break),
    ("p", Tag::Block),
    ("div", Tag::Block),
    ("caption", Tag::Block),
    ("h1", Tag::Block),
    ("h2", Tag::Block),
    ("h3", Tag::Block),
    ("h4", Tag::Block),
];

/// True where the start of a text is markup with a table in it.
pub(super) fn is_table(head: &str) -> bool {
    let lower = head.trim_start().to_ascii_lowercase();
    let is_page = lower.contains("<table") && lower.contains("<tr") && lower.contains("<td");
    lower.starts_with('<') && (is_page || lower.contains("<workbook") && lower.contains("<row"))
}

/// The tables of a text that have rows.
pub(super) fn tables(text: &str) -> Vec<Sheet> {
    let mut tables = Tables { budget: text.len().max(1_000_000), ..Tables::default() };
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        tables.text(&rest[..start]);
        rest = &rest[start..];
        let end = match rest.starts_with("<!--") {
            true => rest.find("-->").map(|at| at + 3),
            false => rest.find('>').map(|at| at + 1),
        };
        let Some(end) = end else { break };
        tables.tag(&rest[1..end - 1]);
        tables.line += rest[..end].matches('\n').count() as u32;
        rest = &rest[end..];
    }
    tables.end_row();
    tables.done.retain(|sheet| !sheet.rows.is_empty());
    joined(tables.done)
}

/// Tables one below the other with the same heading are one, unless their rows are called the same: those are about something else.
fn joined(tables: Vec<Sheet>) -> Vec<Sheet> {
    let mut joined: Vec<Sheet> = Vec::new();
    let mut called: HashSet<String> = HashSet::new();
    for mut table in tables {
        let below = table.rows.split_off(heading(&table).map_or(0, |at| at + 1));
        let names = || below.iter().filter_map(|(_, cells)| cells.first());
        let is_same = |last: &Sheet| {
            heading(last).is_some_and(|at| Some(&last.rows[at].1) == table.rows.last().map(|(_, cells)| cells))
        };
        let goes_on = joined.last().is_some_and(is_same) && !names().any(|name| called.contains(name));
        if !goes_on {
            called.clear();
        }
        called.extend(names().cloned());
        match joined.last_mut().filter(|_| goes_on) {
            Some(last) => last.rows.extend(below),
            None => {
                table.rows.extend(below);
                joined.push(table);
            }
        }
    }
    joined
}

/// The first row of several cells.
fn heading(table: &Sheet) -> Option<usize> {
    table.rows.iter().position(|(_, cells)| cells.len() > 1)
}

/// What has been read.
#[derive(Default)]
struct Tables {
    done: Vec<Sheet>,
    line: u32,
    /// Line and cells of the row that is open.
    row: Option<(u32, Vec<String>)>,
    /// The text of the cell that is open, and how many columns and rows it takes.
    cell: Option<(String, usize, usize)>,
    /// By column: the text of a cell above that goes on, and for how many rows.
    spans: Vec<(String, usize)>,
    above: Above,
    is_hidden: bool,
    /// So many bytes may what spans several columns or rows still become: a short text may ask for endless ones.
    budget: usize,
}

impl Tables {
    fn text(&mut self, text: &str) {
        self.line += text.matches('\n').count() as u32;
        match &mut self.cell {
            _ if self.is_hidden => {}
            Some((cell, ..)) => cell.push_str(text),
            None if self.row.is_none() => self.above.text(text),
            None => {}
        }
    }

    fn tag(&mut self, inside: &str) {
        let (is_end, inside) = inside.strip_prefix('/').map_or((false, inside), |rest| (true, rest));
        let name: &str = inside.split([' ', '\t', '\r', '\n', '/']).next().unwrap_or("");
        let name = name.rsplit(':').next().unwrap_or(name);
        let Some((_, tag)) = TAGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) else { return };
        let is_alone = inside.ends_with('/');
        match (tag, is_end) {
            (Tag::Hidden, _) => self.is_hidden = !is_end && !is_alone,
            (Tag::Break, _) => self.text(" "),
            (Tag::Block, _) if self.row.is_some() => self.text(" "),
            (Tag::Block, false) => self.above.begin(),
            (Tag::Block, true) => self.above.end(),
            (Tag::Table, false) => {
                self.end_row();
                self.spans.clear();
                self.done.push(Sheet { name: (self.done.len() + 1).to_string(), rows: Vec::new() });
            }
            (Tag::Table, true) => self.end_row(),
            (Tag::Row, false) => {
                self.end_row();
                self.row = Some((self.line + 1, Vec::new()));
            }
            (Tag::Row, true) => self.end_row(),
            (Tag::Cell, false) => {
                self.end_cell();
                self.begin_cell(inside);
                if is_alone {
                    self.end_cell();
                }
            }
            (Tag::Cell, true) => self.end_cell(),
        }
    }

    fn begin_cell(&mut self, inside: &str) {
        let Some((_, cells)) = self.row.as_mut() else { return };
        // Excel leaves empty cells out and numbers the next one.
        if let Some(index) = attribute(inside, "index").filter(|index| (1..=MOST_COLUMNS).contains(index)) {
            cells.resize(cells.len().max(index - 1), String::new());
        }
        go_on(cells, &mut self.spans, &mut self.budget);
        let size = |html: &str, excel: &str| {
            attribute(inside, html).unwrap_or_else(|| attribute(inside, excel).map_or(1, |more| more + 1))
        };
        let columns = size("colspan", "mergeacross").clamp(1, MOST_COLUMNS);
        self.cell = Some((String::new(), columns, size("rowspan", "mergedown").max(1)));
    }

    fn end_cell(&mut self) {
        let Some((text, columns, rows)) = self.cell.take() else { return };
        let Some((_, cells)) = self.row.as_mut() else { return };
        let text = plain(&text);
        let columns = columns.min(1 + self.budget / size_of::<String>()).min(MOST_COLUMNS.saturating_sub(cells.len()));
        self.budget = self.budget.saturating_sub((columns.saturating_sub(1)) * size_of::<String>());
        for column in 0..columns {
            let text = if column == 0 { text.clone() } else { String::new() };
            if rows > 1 {
                self.spans.resize(self.spans.len().max(cells.len() + 1), (String::new(), 0));
                self.spans[cells.len()] = (text.clone(), rows - 1);
            }
            cells.push(text);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some((line, mut cells)) = self.row.take() else { return };
        go_on(&mut cells, &mut self.spans, &mut self.budget);
        if let Some(table) = self.done.last_mut().filter(|_| cells.iter().any(|cell| !cell.is_empty())) {
            if table.rows.is_empty() {
                table.rows.extend(self.above.take().into_iter().map(|title| (line, vec![title])));
            }
            table.rows.push((line, cells));
        }
    }
}

/// Adds the cells of rows above that take the next columns.
fn go_on(cells: &mut Vec<String>, spans: &mut [(String, usize)], budget: &mut usize) {
    while let Some((text, left)) = spans.get_mut(cells.len()).filter(|(_, left)| *left > 0) {
        let size = text.len() + size_of::<String>();
        if size > *budget {
            return;
        }
        *budget -= size;
        *left -= 1;
        cells.push(text.clone());
    }
}

/// A number that a tag has by this name, whatever stands before a colon: `ss:Index="3"`, `colspan=2`.
fn attribute(inside: &str, name: &str) -> Option<usize> {
    let lower = inside.to_ascii_lowercase();
    let (at, _) = lower.match_indices(name).find(|(at, _)| {
        lower[at + name.len()..].trim_start().starts_with('=')
            && lower[..*at].ends_with(|before: char| !before.is_alphanumeric())
    })?;
    let value = lower[at + name.len()..].trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let digits = value.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(value.len());
    value[..digits].parse().ok()
}

/// A text with its entities read and its blanks made one.
fn plain(text: &str) -> String {
    const NAMED: [(&str, char); 6] =
        [("nbsp", ' '), ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\'')];
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        read.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        // Names of entities are short: a text of nothing but `&` must not be searched to its end for each.
        let end = rest.bytes().take(LONGEST_ENTITY).position(|byte| byte == b';');
        let entity = end.map(|end| (&rest[..end], &rest[end + 1..]));
        let letter = entity.and_then(|(name, _)| {
            let number = || match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
                None => name[1..].parse().ok(),
            };
            let named = NAMED.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter);
            named.or_else(|| char::from_u32(number()?))
        });
        match (letter, entity) {
            (Some(letter), Some((_, behind))) => {
                read.push(letter);
                rest = behind;
            }
            _ => read.push('&'),
        }
    }
    read.push_str(rest);
    read.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        tables(text)
            .iter()
            .flat_map(|sheet| &sheet.rows)
            .map(|(line, cells)| format!("{line}: {}", cells.join("|")))
            .collect()
    }

    #[test]
    fn pages_of_offices() {
        let page = "<html><style>td {}</style>\n<TABLE border=1><tr><td colspan=\"3\">수출입&nbsp;총괄\n<tr><th rowspan=2>월</th><th colspan=2>금액</th>\
                    </tr>\n<tr><th>수출<br>금액</th><th>수입 &#40;천불&#x29;</th></tr><!-- <td>no</td> --><tr><td>2023.12</td><td>57,577</td><td>53,121</td></tr></table>";
        assert!(is_table(page));
        assert_eq!(
            rows(page),
            ["2: 수출입 총괄||", "3: 월|금액|", "4: 월|수출 금액|수입 (천불)", "4: 2023.12|57,577|53,121"]
        );
    }

    #[test]
    fn tables_of_years_below_a_unit() {
        let page = "<html><title>x</title><body>menu<h2>2024: trade with Korea</h2><p>NOTE: in millions of\nU.S. dollars</p>\
                    <table><caption>2024</caption><tr><th>Month<th>Exports</tr><tr><td>January 2024<td>5</tr></table><p>next</p>\
                    <table><tr><th>Month<th>Exports</tr><tr><td>January 2023<td>4</tr></table></body></html>";
        assert_eq!(
            rows(page),
            [
                "2: 2024: trade with Korea",
                "2: NOTE: in millions of U.S. dollars",
                "2: 2024",
                "2: Month|Exports",
                "2: January 2024|5",
                "2: January 2023|4"
            ]
        );
    }

    #[test]
    fn xml_of_excel_2003() {
        let book = "<?xml version=\"1.0\"?>\n<Workbook><Worksheet ss:Name=\"a\"><Table>\n<Row><Cell><Data ss:Type=\"String\">시점</Data></Cell>\
                    <Cell ss:Index=\"3\"><Data>수출</Data></Cell></Row>\n<Row><Cell ss:MergeAcross=\"1\"><Data>x</Data></Cell><Cell/></Row></Table></Worksheet></Workbook>";
        assert!(is_table(book));
        assert_eq!(rows(book), ["3: 시점||수출", "4: x||"]);
    }

    #[test]
    fn a_text_of_ampersands_is_read_in_no_time() {
        let text = "&".repeat(4_000_000);
        assert_eq!(plain(&text), text);
        assert_eq!(plain("a&amp;&lt;&#45;&x"), "a&<-&x");
    }

    #[test]
    fn what_is_no_table() {
        for text in ["", "<", "<td>", "<response><expDlr>1</expDlr></response>", "a,b\n1,<table>"] {
            assert!(!is_table(text), "{text}");
        }
        for text in [
            "<table",
            "<table><tr><td",
            "<tr><td>1",
            "<table><td>1",
            "<table><tr><td colspan=99999999 rowspan=99999999>&#99999999;&bad",
        ] {
            _ = tables(text);
        }
    }
}
