//! Records as values, written in every way that files have, and added up slowly.

use std::collections::BTreeMap;

use proptest::prelude::*;

use tradedeck::domain::{Flow, Period};
use tradedeck::import::micro::Cube;

/// What a row says.
#[derive(Debug, Clone)]
pub struct Record {
    pub month: u32,
    pub flow: Flow,
    pub code: u64,
    pub partner: usize,
    /// In hundredths of a dollar.
    pub cents: i64,
    pub spelling: Spelling,
}

/// How a row is written.
#[derive(Debug, Clone, Copy)]
pub struct Spelling {
    pub quoted: bool,
    pub grouped: bool,
    pub period: usize,
    pub loses_nought: bool,
    pub note: usize,
}

pub const PARTNERS: [&str; 6] =
    ["CN", "US", "Korea, Republic of", "Lao \"PDR\"", "Côte d'Ivoire", "Bosnia and Herzegovina"];
const NOTES: [&str; 5] = ["", "plain", "a, comma", "two\nlines\r\nor three\n", "a \"quote\" and\n,"];

/// Sums in cents by month, flow and a member.
pub type Sums = BTreeMap<(u32, bool, String), i128>;

pub fn records(most: usize) -> impl Strategy<Value = Vec<Record>> {
    let spelling = (any::<bool>(), any::<bool>(), 0..3_usize, any::<bool>(), 0..NOTES.len());
    let spelling = spelling.prop_map(|(quoted, grouped, period, loses_nought, note)| Spelling {
        quoted,
        grouped,
        period,
        loses_nought,
        note,
    });
    let cents = prop_oneof![
        6 => (0..5_000_000_i64).prop_map(|dollars| dollars * 100),
        1 => -900_000..900_000_i64,
        1 => (0..90_000_000_000_000_i64).prop_map(|dollars| dollars * 100),
    ];
    let record = (0..14_u32, any::<bool>(), 0..400_u64, 0..PARTNERS.len(), cents, spelling);
    let record = record.prop_map(|(month, is_export, code, partner, cents, spelling)| {
        let flow = if is_export { Flow::Export } else { Flow::Import };
        // Codes in eight chapters, with a nought at the start in some.
        let code = (code % 8 + 1) * 1_100_000_000 + code * 7_001;
        Record { month, flow, code, partner, cents, spelling }
    });
    proptest::collection::vec(record, 1..most)
}

/// The text of the records, with a header, in an order of columns of its own.
pub fn written(records: &[Record], end: &str) -> String {
    let mut text = format!("partner,value_usd,note,hs10,flow,period{end}");
    for record in records {
        text += &row(record);
        text += end;
    }
    text
}

fn row(record: &Record) -> String {
    let Spelling { quoted, grouped, period, loses_nought, note } = record.spelling;
    let (year, month) = (2020 + record.month / 12, record.month % 12 + 1);
    let period =
        [format!("{year}-{month:02}"), format!("{year}{month:02}"), format!("{year}.{month:02}")][period].clone();
    let code = if loses_nought { record.code.to_string() } else { format!("{:010}", record.code) };
    let flow = if record.flow == Flow::Export { "export" } else { "import" };
    let fields = [PARTNERS[record.partner], &amount(record.cents, grouped), NOTES[note], &code, flow, &period];
    let written = fields.map(|field| match quoted || field.contains(['"', ',', '\n', '\r']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    });
    written.join(",")
}

fn amount(cents: i64, grouped: bool) -> String {
    let (sign, size) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
    let whole = (size / 100).to_string();
    let whole = if grouped {
        let groups: Vec<&str> =
            whole.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        groups.join(",")
    } else {
        whole
    };
    if size % 100 == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{:02}", size % 100) }
}

/// Sums by chapter and by partner.
pub fn slowly(records: &[Record]) -> (Sums, Sums) {
    let (mut goods, mut partners) = (Sums::new(), Sums::new());
    for record in records {
        let is_export = record.flow == Flow::Export;
        let chapter = format!("{:010}", record.code)[..2].to_owned();
        *goods.entry((record.month, is_export, chapter)).or_default() += i128::from(record.cents);
        let partner = PARTNERS[record.partner].to_owned();
        *partners.entry((record.month, is_export, partner)).or_default() += i128::from(record.cents);
    }
    (goods, partners)
}

/// The same of a cube. Its sums are asked for in cents, so that nothing is rounded.
pub fn of_cube(cube: &Cube) -> (Sums, Sums) {
    let (mut goods, mut partners) = (Sums::new(), Sums::new());
    for (at, period) in cube.periods.iter().enumerate() {
        let month = period.since(Period::month(2020, 1)) as u32;
        for flow in [Flow::Export, Flow::Import] {
            for (number, code) in cube.goods.iter().enumerate() {
                let sum = cube.of_goods(at, flow, number, 2);
                goods.extend(sum.map(|sum| ((month, flow == Flow::Export, code.clone()), sum)));
            }
            for (number, partner) in cube.partners.iter().enumerate() {
                let sum = cube.of_partner(at, flow, number, 2);
                partners.extend(sum.map(|sum| ((month, flow == Flow::Export, partner.clone()), sum)));
            }
        }
    }
    (goods, partners)
}
