//! Words and codes for flows, totals and missing values, in the languages that offices print in.

mod totals;

use crate::domain::{Flow, ObsStatus};

pub use totals::{is_of_no_period, is_of_which, is_rate, is_subtotal, is_total};

/// Codes of flows where a column is known to hold flows.
const CODES: [(&str, Flow); 35] = [
    ("X", Flow::Export),
    ("E", Flow::Export),
    ("EXP", Flow::Export),
    ("EXPORT", Flow::Export),
    ("EXPORTS", Flow::Export),
    ("2", Flow::Export),
    ("XG", Flow::Export),
    ("XG_FOB_USD", Flow::Export),
    ("XTEXVA01", Flow::Export),
    ("MIO_EXP_VAL", Flow::Export),
    ("EXPO", Flow::Export),
    ("TXG_FOB_USD", Flow::Export),
    ("XG_USD", Flow::Export),
    ("M", Flow::Import),
    ("I", Flow::Import),
    ("IMP", Flow::Import),
    ("IMPORT", Flow::Import),
    ("IMPORTS", Flow::Import),
    ("1", Flow::Import),
    ("MG", Flow::Import),
    ("MG_CIF_USD", Flow::Import),
    ("MG_FOB_USD", Flow::Import),
    ("XTIMVA01", Flow::Import),
    ("MIO_IMP_VAL", Flow::Import),
    ("IMPO", Flow::Import),
    ("TMG_CIF_USD", Flow::Import),
    ("MG_USD", Flow::Import),
    ("BAL", Flow::Balance),
    ("BALANCE", Flow::Balance),
    ("TBG", Flow::Balance),
    ("TBG_USD", Flow::Balance),
    ("XTNTVA01", Flow::Balance),
    ("MIO_BAL_VAL", Flow::Balance),
    ("NET", Flow::Balance),
    ("NTRADE", Flow::Balance),
];

/// The flow that a code stands for, in a column of flows.
pub fn flow_of_code(code: &str) -> Option<Flow> {
    CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, flow)| *flow)
}

/// Codes that name a flow wherever they stand.
pub fn flow_of_indicator(code: &str) -> Option<Flow> {
    flow_of_code(code).filter(|_| code.len() > 2 && !["EXP", "IMP", "BAL", "NET"].contains(&code))
}

/// Balances before the two sides: `trade balance (exports less imports)` names all three.
const WORDS: [(Flow, &[&str]); 3] = [
    (
        Flow::Balance,
        &["trade balance", "balance of trade", "balance", "무역수지", "수지", "收支", "差額", "差额", "saldo", "solde"],
    ),
    (
        Flow::Export,
        &["export", "all_val_mo", "수출", "出口", "輸出", "ausfuhr", "exportaciones", "exportação", "exportações"],
    ),
    (
        Flow::Import,
        &[
            "import",
            "customs value (gen",
            "customs value (cons",
            "gen_val_",
            "con_val_",
            "수입",
            "进口",
            "進口",
            "輸入",
            "einfuhr",
            "importaciones",
            "importação",
            "importações",
        ],
    ),
];

/// What a balance is of where it is not of trade.
const OTHER_BALANCES: [&str; 20] = [
    "account",
    "income",
    "fiscal",
    "budget",
    "cash",
    "경상수지",
    "소득수지",
    "자본수지",
    "금융",
    "재정",
    "経常",
    "经常",
    "經常",
    "財政",
    "财政",
    "corriente",
    "corrente",
    "leistungsbilanz",
    "transactions courantes",
    "payments",
];

/// What names trade, whatever else a heading says.
const TRADE: [&str; 8] = ["goods", "trade", "merchandise", "상품", "무역", "货物", "貿易", "贸易"];

/// Words that have one for a flow in them and are none: tables of which trade is one part, and both flows together.
const NO_FLOWS: [&str; 9] =
    ["balance of payments", "국제수지", "国际收支", "國際收支", "国際収支", "수출입", "进出口", "進出口", "輸出入"];

/// True where a heading names a balance other than that of trade: `Current account balance`, `경상수지`.
fn is_other_balance(lower: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    has(&OTHER_BALANCES) && !has(&TRADE)
}

/// True where a heading names a part of a flow: `Domestic exports` stand beside `Total exports` of a port.
pub fn is_domestic(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ["domestic", "港産", "港产", "国内产品", "국산품"].iter().any(|word| lower.contains(word))
}

/// True where a heading names services or domestic exports: beside trade in goods, that in services is another table's
/// subject; beside exports, domestic ones are a part.
pub fn is_less(heading: &str) -> bool {
    has_services(heading) || is_domestic(heading)
}

/// True where a heading names services, alone or beside goods.
pub fn has_services(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    ["service", "서비스", "服务", "服務", "サービス", "dienstleist", "servicios", "serviços"]
        .iter()
        .any(|word| lower.contains(word))
}

/// True for what stands beside exports and imports in a column of flows, and is neither: both together, re-exports.
pub fn is_no_flow(cell: &str) -> bool {
    let lower = cell.trim().to_lowercase();
    let both = [
        "total trade",
        "trade",
        "trade volume",
        "turnover",
        "total",
        "무역액",
        "교역액",
        "총교역액",
        "무역총액",
        "进出口",
        "進出口",
    ];
    let again =
        ["re-export", "reexport", "re export", "re-import", "reimport", "re import", "재수출", "재수입", "transit"];
    both.contains(&lower.as_str()) || again.iter().any(|beginning| lower.starts_with(beginning))
}

/// True for a name of services or domestic exports where another names all exports.
pub fn is_less_than_some(name: Option<&str>, wholes: &[Flow]) -> bool {
    name.is_some_and(|name| is_less(name) && flow_of_heading(name).is_some_and(|flow| wholes.contains(&flow)))
}

/// The flows of which some cell names all: `Exports`, not `Domestic exports`.
pub fn whole_flows(cells: &[&str]) -> Vec<Flow> {
    let flow = |cell: &&str| flow_of_code(cell).or_else(|| flow_of_heading(cell));
    let mut flows: Vec<Flow> = cells.iter().filter(|cell| !is_less(cell)).filter_map(flow).collect();
    flows.sort();
    flows.dedup();
    flows
}

/// What makes a column with a word for a flow another one than its value.
const NOT_VALUES: [&str; 96] = [
    "weight",
    "quantity",
    "volume",
    "price",
    "growth",
    "change",
    "diff",
    "share",
    "rate",
    "index",
    "count",
    "number of",
    "%",
    "percent",
    "yoy",
    "mom",
    "y/y",
    "m/m",
    "y-o-y",
    "m-o-m",
    "ytd",
    "year to date",
    "year-to-date",
    "cumulative",
    "누계",
    "累计",
    "累計",
    "전년",
    "전월",
    "previous year",
    "contribution",
    "기여",
    "중량",
    "건수",
    "수량",
    "증감",
    "비중",
    "증가율",
    "단가",
    "물량",
    "지수",
    "量",
    "增",
    "件數",
    "率",
    "重",
    "partner",
    "country",
    "re-export",
    "reexport",
    "re export",
    "réexport",
    "wiederausfuhr",
    "재수출",
    "再輸出",
    "再出口",
    "復出口",
    "复出口",
    "轉口",
    "转口",
    "re-import",
    "reimport",
    "re import",
    "réimport",
    "재수입",
    "再輸入",
    "再進口",
    "复进口",
    "menge",
    "tonne",
    "(tons)",
    "(kg)",
    "kilogram",
    "barrel",
    "1000 units",
    "thousand units",
    "million units",
    "(units)",
    "(teu",
    "pieces",
    "(pcs",
    "litre",
    "liters",
    "gallon",
    "carat",
    "bushel",
    "배럴",
    "(대)",
    "천대)",
    "천 대)",
    "(개)",
    "마리)",
    "켤레",
    "톤",
    "吨",
    "公斤",
];

/// True where a heading names a count, a quantity or a rate rather than a value.
pub fn is_no_value(heading: &str) -> bool {
    // Values at such prices are values.
    let lower = heading.to_lowercase().replace("current price", "").replace("constant price", "");
    NOT_VALUES.iter().any(|word| lower.contains(word))
}

/// What columns of amounts are called, where they name no flow.
const AMOUNTS: [&str; 13] =
    ["value", "valor", "vl_", "fob", "cif", "amount", "usd", "us$", "금액", "金额", "金額", "wert", "montant"];

/// True where a heading names an amount of money.
pub fn is_amount(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    !is_no_value(heading) && AMOUNTS.iter().any(|word| lower.contains(word))
}

/// The flow whose value a heading names: `수출금액(천불)`, `Exports (US$ mn)`, `Ausfuhr: Wert`.
pub fn flow_of_heading(heading: &str) -> Option<Flow> {
    let mut lower = heading.to_lowercase();
    for words in NO_FLOWS {
        lower = lower.replace(words, "");
    }
    if is_no_value(heading) || lower.contains("importan") {
        return None;
    }
    let found: Vec<Flow> = WORDS
        .iter()
        .filter(|(_, words)| words.iter().any(|word| lower.contains(word)))
        .map(|(flow, _)| *flow)
        .filter(|flow| *flow != Flow::Balance || !is_other_balance(&lower))
        .collect();
    match found[..] {
        [flow] | [flow @ Flow::Balance, ..] => Some(flow),
        [] => flow_of_short(heading),
        _ => None,
    }
}

/// All words that name a flow, longer ones first where one begins with another.
pub fn flow_words() -> impl Iterator<Item = &'static str> {
    let longer = ["exports", "imports", "exporte", "importe"];
    longer.into_iter().chain(WORDS.iter().flat_map(|(_, words)| words.iter().copied()))
}

/// The flow that a line above a table names, which may say what its rows are of: `Imports by country`.
pub fn flow_of_title(title: &str) -> Option<Flow> {
    let lower = ["countries", "country", "partners", "partner"]
        .iter()
        .fold(title.to_lowercase(), |text, word| text.replace(word, ""));
    flow_of_heading(&lower)
}

/// The flow that a file is called after: `exports.csv`, `EXP_2021.csv`, `수출_2023.csv`. A file that is called `export` and
/// nothing else may be an export of anything.
pub fn flow_of_file(name: &str) -> Option<Flow> {
    let stem = std::path::Path::new(name).file_stem()?.to_string_lossy().to_lowercase();
    let words = stem.split(|letter: char| !letter.is_alphabetic()).filter(|word| !["", "data", "raw"].contains(word));
    let words: Vec<&str> = words.collect();
    let is_of_anything = matches!(words[..], ["export" | "import"]);
    flow_of_heading(&stem).filter(|_| !is_of_anything)
}

/// The flow that a word of a heading is short for: `exp_usd`, `impDlr`.
fn flow_of_short(heading: &str) -> Option<Flow> {
    let is_cut = |before: char, letter: char| !letter.is_alphabetic() || before.is_lowercase() && letter.is_uppercase();
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in heading.chars() {
        if is_cut(before, letter) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphabetic()) {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    let has = |short: &str| words.iter().any(|word| word == short);
    match (has("exp"), has("imp")) {
        (true, false) => Some(Flow::Export),
        (false, true) => Some(Flow::Import),
        _ => None,
    }
}

/// A heading without the words that name its flow: what exports and imports of the same kind have in common.
pub fn without_flow(heading: &str) -> String {
    let mut rest = heading.to_lowercase();
    for word in WORDS.iter().flat_map(|(_, words)| words.iter()) {
        rest = rest.replace(&format!("{word}s "), " ").replace(word, "");
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The status that an SDMX code or a Eurostat flag stands for.
pub fn status(flags: &str) -> ObsStatus {
    let letters = flags.trim();
    match letters {
        "A" | "" => ObsStatus::Normal,
        "B" | "E" | "F" | "P" => ObsStatus::parse(letters).unwrap_or(ObsStatus::Normal),
        _ => {
            let has = |flag: char| letters.to_lowercase().contains(flag);
            match () {
                () if letters.len() > 4 => ObsStatus::Normal,
                () if has('f') => ObsStatus::Forecast,
                () if has('e') || has('s') || has('i') => ObsStatus::Estimated,
                () if has('p') => ObsStatus::Provisional,
                () if has('b') => ObsStatus::Break,
                () => ObsStatus::Normal,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_name_a_value() {
        for (heading, flow) in [
            ("수출금액(천불)", Some(Flow::Export)),
            ("수출중량(톤)", None),
            ("수출건수", None),
            ("무역수지", Some(Flow::Balance)),
            ("Imports (c.i.f.)", Some(Flow::Import)),
            ("Export growth", None),
            ("Trade balance (exports less imports)", Some(Flow::Balance)),
            ("Exports and imports", None),
            ("出口總額", Some(Flow::Export)),
            ("Importance", None),
            ("Ausfuhr: Wert", Some(Flow::Export)),
            ("Current account balance", None),
            ("Balance of payments: exports of goods", Some(Flow::Export)),
            ("Primary income, balance", None),
            ("경상수지", None),
            ("국제수지: 상품수지", Some(Flow::Balance)),
            ("국가별 수출입", None),
            ("进出口差额", Some(Flow::Balance)),
            ("수출입 총괄: 수입", Some(Flow::Import)),
        ] {
            assert_eq!(flow_of_heading(heading), flow, "{heading}");
        }
    }

    #[test]
    fn files_that_are_called_after_a_flow() {
        for (name, flow) in [
            ("data/exports.csv", Some(Flow::Export)),
            ("EXP_2021.csv", Some(Flow::Export)),
            ("IMP_2021_MUN.csv", Some(Flow::Import)),
            ("국가별_수출_2023.csv", Some(Flow::Export)),
            ("2010-2018_import.csv", None),
            ("china_imports.csv", Some(Flow::Import)),
            ("export.csv", None),
            ("export (1).csv", None),
            ("exports/trade.csv", None),
            ("국가별_수출입.csv", None),
            ("exports_imports.csv", None),
        ] {
            assert_eq!(flow_of_file(name), flow, "{name}");
        }
    }

    #[test]
    fn flags_of_two_offices() {
        assert_eq!(status("bd"), ObsStatus::Break);
        assert_eq!(status("p"), ObsStatus::Provisional);
        assert_eq!(status("ep"), ObsStatus::Estimated);
        assert_eq!(status("F"), ObsStatus::Forecast);
        assert_eq!(status("A"), ObsStatus::Normal);
        assert_eq!(status("U"), ObsStatus::Normal);
    }
}
