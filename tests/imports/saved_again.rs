//! What programs and people do to a table when they save it again changes nothing of its figures.

use std::borrow::Cow;

use tradedeck::domain::{Dataset, Problem};
use tradedeck::import::{self, Choices, Files, IMPORTERS};

use super::examples;

/// One file, with what stands beside it.
struct Copy<'a> {
    name: &'a str,
    bytes: Vec<u8>,
    mapping: Option<Vec<u8>>,
}

impl Files for Copy<'_> {
    fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, Problem> {
        let bytes = if name == self.name { Some(&self.bytes) } else { self.mapping.as_ref() };
        bytes.map(|bytes| Cow::Owned(bytes.clone())).ok_or_else(|| Problem::whole_file(name, "not in memory", ""))
    }

    fn read_if_there(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Problem> {
        Ok(self.read(name).ok())
    }
}

/// All values of a dataset, by what they are of.
fn values(dataset: &Dataset) -> Vec<String> {
    let line = |series: &tradedeck::domain::Series| {
        let (item, partner) = (dataset.item(series.key.item), dataset.partner(series.key.partner));
        let values: Vec<String> =
            series.observations.iter().map(|row| format!("{}={}", row.period, row.value)).collect();
        format!("{:?} {} {}: {}", series.key.flow, item.id, partner.id, values.join(" "))
    };
    let mut lines: Vec<String> = dataset.series.iter().map(line).collect();
    lines.sort();
    lines
}

/// The rows of a text, and what separates their cells.
fn rows(text: &str) -> (Vec<Vec<String>>, u8) {
    let first = text.lines().next().unwrap_or("");
    let count = |separator: &u8| text.bytes().filter(|byte| byte == separator).count();
    let separator = if first.contains('\t') { b'\t' } else { *[b',', b';'].iter().max_by_key(|it| count(it)).unwrap() };
    let mut reader = csv::ReaderBuilder::new();
    reader.flexible(true).has_headers(false).delimiter(separator).quoting(separator != b'\t');
    let records = reader.from_reader(text.as_bytes()).into_records();
    (records.map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect(), separator)
}

fn written(rows: &[Vec<String>], separator: u8, is_all_quoted: bool) -> String {
    let style = if is_all_quoted { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.flexible(true).delimiter(separator).quote_style(style).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// Copies of a table, with what was done to it.
fn copies(text: &str) -> Vec<(&'static str, String)> {
    let (table, separator) = rows(text);
    let own = if separator == b'\t' { b',' } else { separator };
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let wide = |text: &str| [vec![text.to_owned()], vec![String::new(); width - 1]].concat();
    let titled = [vec![wide("A title that somebody wrote above"), wide("")], table.clone()].concat();
    let noted = [table.clone(), vec![wide(""), wide("Source: the office"), wide("1) A note")]].concat();
    vec![
        ("in UTF-8", text.to_owned()),
        ("with a mark of the byte order", format!("\u{feff}{text}")),
        ("with other line ends", text.replace("\r\n", "\n").replace('\n', "\r\n")),
        ("with tabs", written(&table, b'\t', false)),
        ("with semicolons", written(&table, b';', false)),
        ("all quoted", written(&table, own, true)),
        ("below a title", written(&titled, own, false)),
        ("above notes", written(&noted, own, false)),
    ]
}

/// The text of an example, where it is one.
fn text_of(importer: &str, name: &str, bytes: &[u8]) -> Option<String> {
    if !name.ends_with("sv") {
        return None;
    }
    let (files, _) = examples::examples(importer);
    let encoding = super::source(&files, name, &Choices::default()).encoding;
    let encoding = encoding_rs::Encoding::for_label(encoding.as_bytes())?;
    Some(encoding.decode(bytes).0.into_owned())
}

#[test]
fn copies_of_examples_give_the_figures_of_the_originals() {
    let mut faults = Vec::new();
    for importer in IMPORTERS {
        let (files, _) = examples::examples(importer.name);
        for (name, bytes) in examples::of(importer.name) {
            let Some(text) = text_of(importer.name, &name, &bytes) else { continue };
            let mapping = std::fs::read(files.0.join(format!("{name}.map.toml"))).ok();
            let original = values(&super::dataset(&files, &name, &Choices::default()));
            for (done, text) in copies(&text) {
                let place = format!("{}/{name}", importer.name);
                // A mapping names the row of the header.
                if done == "below a title" && mapping.is_some() {
                    continue;
                }
                let copy = Copy { name: &name, bytes: text.into_bytes(), mapping: mapping.clone() };
                match import::load_all(&copy, &[&name], &Choices::default()) {
                    Ok(dataset) if values(&dataset) == original => {}
                    Ok(dataset) => faults.push(format!("{place} {done}: {:?}", values(&dataset))),
                    Err(problems) => faults.push(format!("{place} {done}: {}", problems[0])),
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The same table with its columns turned round, and in the order of their names.
fn reordered(text: &str) -> [(&'static str, String); 2] {
    let (table, separator) = rows(text);
    let width = table[0].len();
    let in_order = |order: &[usize]| {
        let row = |row: &Vec<String>| order.iter().map(|at| row.get(*at).cloned().unwrap_or_default()).collect();
        written(&table.iter().map(row).collect::<Vec<Vec<String>>>(), separator, false)
    };
    let turned: Vec<usize> = (0..width).rev().collect();
    let mut by_name: Vec<usize> = (0..width).collect();
    by_name.sort_by_key(|at| &table[0][*at]);
    [("turned round", in_order(&turned)), ("by name", in_order(&by_name))]
}

#[test]
fn columns_of_sdmx_may_stand_in_another_order() {
    let (files, names) = examples::examples("sdmx-csv");
    for name in names {
        let text = text_of("sdmx-csv", &name, &std::fs::read(files.0.join(&name)).unwrap()).unwrap();
        let original = values(&super::dataset(&files, &name, &Choices::default()));
        for (done, text) in reordered(&text) {
            let copy = Copy { name: &name, bytes: text.into_bytes(), mapping: None };
            let dataset = import::load_all(&copy, &[&name], &Choices::default());
            let dataset = dataset.unwrap_or_else(|problems| panic!("{name} {done}: {problems:?}"));
            assert_eq!(values(&dataset), original, "{name} {done}");
        }
    }
}
