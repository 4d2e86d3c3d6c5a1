//! Files of records as sources: what is found in them, what is said of bad ones.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::CompressionLevel::Fastest as ZSTANDARD;

use tradedeck::domain::{Dataset, Flow, Member, PartnerId, Problem, Scope, SeriesKey};
use tradedeck::import::Choices;
use tradedeck::runtime::sources;

pub const HEADER: &str = "period,flow,hs10,partner,value_usd,weight_kg\n";

pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("micro").join(name);
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn rows(count: usize) -> String {
    let row = |n: usize| {
        let flow = ["export", "import"][n % 2];
        let code = [8_542_310_000_u64, 2_709_000_000, 8_703_230_000][n % 3] + n as u64 % 7;
        format!("2023-{:02},{flow},{code},{},{},{}\n", n % 12 + 1, ["CN", "US", "VN", "DE"][n % 4], n + 1, n)
    };
    (0..count).map(row).collect()
}

fn open(path: &Path) -> Result<Dataset, Vec<Problem>> {
    sources::dataset(&[path.to_owned()], &Choices::default())
}

pub fn total(dataset: &Dataset, flow: Flow) -> i64 {
    let (_, series) = dataset.series(SeriesKey::total(flow)).unwrap();
    series.observations.iter().map(|row| row.value).sum()
}

/// One message for each problem, without the folder.
fn messages(problems: &[Problem], folder: &Path) -> Vec<String> {
    let folder = format!("{}/", folder.display());
    problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
}

#[test]
fn a_file_a_packed_file_and_a_folder_are_one_dataset_each() {
    let folder = folder("kinds");
    let (first, second) = (rows(600), rows(400));
    let plain = folder.join("a.csv");
    fs::write(&plain, format!("{HEADER}{first}")).unwrap();
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(format!("{HEADER}{second}").as_bytes()).unwrap();
    fs::write(folder.join("b.csv.gz"), packed.finish().unwrap()).unwrap();
    let sum = |count: i64, from: i64| (from..=count).step_by(2).sum::<i64>();
    let one = open(&plain).unwrap();
    assert_eq!((total(&one, Flow::Export), total(&one, Flow::Import)), (sum(600, 1), sum(600, 2)));
    assert_eq!(total(&open(&folder.join("b.csv.gz")).unwrap(), Flow::Export), sum(400, 1));
    let frames = ruzstd::encoding::compress_to_vec(format!("{HEADER}{second}").as_bytes(), ZSTANDARD);
    let other = self::folder("frames").join("c.csv.zst");
    fs::write(&other, &frames).unwrap();
    assert_eq!(total(&open(&other).unwrap(), Flow::Export), sum(400, 1));
    fs::write(&other, &frames[..frames.len() - 1]).unwrap();
    assert!(open(&other).is_err(), "cut");
    let both = open(&folder).unwrap();
    assert_eq!(total(&both, Flow::Export), sum(600, 1) + sum(400, 1));
    assert_eq!(both.files.len(), 2);
    assert_eq!((both.currency.as_str(), both.scope.clone()), ("USD", Some(Scope::default())));
    let names: Vec<&str> = both.items[1..].iter().map(|item| item.name.en.as_str()).collect();
    assert_eq!(names, ["27 Mineral fuels, oils", "85 Electrical machinery", "87 Motor vehicles"]);
    let names: Vec<&str> = both.partners[1..].iter().map(|partner| partner.name.ko.as_str()).collect();
    assert_eq!(names, ["중국", "독일", "미국", "베트남"]);
    assert_eq!(both.member_code(Member::Partner(PartnerId(1))), "CN");
}

#[test]
fn a_few_bad_rows_are_left_out_and_said_to_be_lacking() {
    let folder = folder("few");
    let path = folder.join("few.csv");
    fs::write(&path, format!("{HEADER}{}2023-13,export,8542310000,CN,5,1\n", rows(500))).unwrap();
    let dataset = open(&path).unwrap();
    assert_eq!(dataset.basis.en, "customs records, 1 row lacking");
    assert_eq!(dataset.basis.ko, "통관 자료, 1행 제외");
    assert!(
        dataset.sources[0].title.en.ends_with("without 1 row that could not be read"),
        "{}",
        dataset.sources[0].title.en
    );
}

#[test]
fn many_bad_rows_refuse_the_file_and_the_first_of_each_kind_is_shown() {
    let folder = folder("many");
    let path = folder.join("many.csv");
    let bad = [
        "2023-13,export,8542310000,CN,5,1",
        "2023-01,transit,8542310000,CN,5,1",
        "2023-01,export,85x,CN,5,1",
        "2023-01,export,8542310000,,5,1",
        "2023-01,export,8542310000,CN,,1",
        "2023-01,export,8542310000,CN,five,1",
        "2023-02,export,8542310000,CN,six,1",
        "2023-01,export,8542310000,CN,5",
        "2023-01,export,TOTAL,CN,5,1",
        "",
    ];
    fs::write(&path, format!("{HEADER}{}{}\n", rows(20), bad.join("\n"))).unwrap();
    let problems = messages(&open(&path).unwrap_err(), &folder);
    assert_eq!(
        problems,
        [
            "many.csv: 8 of 28 rows could not be read, which is more than one in a hundred; mend the rows below, or name the columns in a mapping beside the file",
            "many.csv:29:1: `2023-01,export,8542310000,CN,5` has more or fewer fields than the header; this row is not in the sums",
            "many.csv:22:1: `2023-13` is not a period; this row is not in the sums",
            "many.csv:23:9: `transit` is neither exports nor imports; this row is not in the sums",
            "many.csv:24:16: `85x` is not a code of goods; this row is not in the sums",
            "many.csv:25:27: `` is not a partner; this row is not in the sums",
            "many.csv:26:30: the value is missing; this row is not in the sums",
            "many.csv:27:30: `five` is not an amount; 2 such rows are not in the sums",
            "many.csv:30:16: `TOTAL` stands for a total, which the other rows add up to; this row is not in the sums",
        ]
    );
}

#[test]
fn codes_of_several_levels_are_not_added_up() {
    let folder = folder("mixed");
    let path = folder.join("mixed.csv");
    fs::write(&path, format!("{HEADER}{}2023-01,export,85,CN,5,1\n", rows(500))).unwrap();
    let problems = messages(&open(&path).unwrap_err(), &folder);
    assert!(problems[0].starts_with("mixed.csv: codes of several levels: "), "{problems:?}");
}

#[test]
fn an_open_quote_is_told_by_line() {
    let folder = folder("open");
    let path = folder.join("open.csv");
    fs::write(&path, format!("{HEADER}{}2023-01,export,\"8542310000,CN,5,1\n{}", rows(30), rows(10))).unwrap();
    let problems = messages(&open(&path).unwrap_err(), &folder);
    assert_eq!(
        problems,
        ["open.csv:32:1: a record that begins here does not end; look for a quote that is not closed"]
    );
}

#[test]
fn a_packed_file_that_is_cut_off_is_no_dataset() {
    let folder = folder("cut");
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(format!("{HEADER}{}", rows(90_000)).as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let path = folder.join("cut.csv.gz");
    fs::write(&path, &packed[..packed.len() * 3 / 4]).unwrap();
    let problems = messages(&open(&path).unwrap_err(), &folder);
    assert!(problems[0].starts_with("cut.csv.gz: cannot be read: "), "{problems:?}");
}

#[test]
fn a_mapping_beside_the_file_names_the_columns() {
    let folder = folder("mapped");
    let path = folder.join("mapped.csv");
    let rows: String = (1..=50).map(|n| format!("2023-0{};E;8542310000;CN;{n}.000;{}\n", n % 9 + 1, n * 10)).collect();
    fs::write(&path, format!("wann;richtung;nr;wo;wert;gewicht\n{rows}")).unwrap();
    let map = "unit = \"EUR thousand\"\ndecimal = \",\"\n[columns]\nperiod = \"wann\"\nflow = \"richtung\"\nitem = \"nr\"\npartner = \"wo\"\nvalue = \"wert\"\n";
    fs::write(folder.join("mapped.csv.map.toml"), map).unwrap();
    let dataset = open(&path).unwrap();
    assert_eq!(dataset.currency, "EUR");
    assert_eq!(total(&dataset, Flow::Export), (1..=50).sum::<i64>() * 1_000 * 1_000);
}

#[test]
fn what_was_assumed_is_told_saved_and_hashed() {
    let folder = folder("told");
    let path = folder.join("told.csv");
    fs::write(&path, format!("{HEADER}{}2023-13,export,8542310000,CN,5,1\n", rows(500))).unwrap();
    let page = sources::describe(std::slice::from_ref(&path), &Choices::default()).unwrap();
    for line in ["rows        500 in the sums, 1 not in them", "  value = \"value_usd\"", "  item = \"hs10\""] {
        assert!(page.text().contains(line), "{line}\n{}", page.text());
    }
    assert!(page.text().contains("told.csv:502:1: `2023-13` is not a period"), "{}", page.text());
    let (name, content) = &page.mappings()[0];
    assert_eq!(name, "told.csv.map.toml");
    fs::write(folder.join(name), content).unwrap();
    let (again, inputs) = sources::hashed((std::slice::from_ref(&path), None), &Choices::default()).unwrap();
    assert_eq!(total(&again, Flow::Export), total(&open(&path).unwrap(), Flow::Export));
    assert_eq!((inputs.len(), inputs[0].bytes), (1, fs::metadata(&path).unwrap().len()));
    assert_eq!(inputs[0].sha256, tradedeck::export::pack::digest(&fs::read(&path).unwrap()));
}

#[test]
fn a_tidy_file_with_codes_of_goods_stays_one() {
    let folder = folder("tidy");
    let path = folder.join("tidy.csv");
    let row = |flow: &str, item: &str, value: u32| format!("2023-01,{flow},{item},,{value},USD\n");
    let rows = row("export", "", 5) + &row("import", "", 4) + &row("export", "8542310000", 3);
    fs::write(&path, format!("period,flow,item,partner,value,unit\n{rows}")).unwrap();
    assert_eq!(open(&path).unwrap().scope, None);
}

#[test]
fn of_many_columns_of_numbers_the_one_that_is_called_an_amount_is_added_up() {
    let folder = folder("amounts");
    let path = folder.join("EXP_2023.csv");
    let header =
        "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"CO_VIA\";\"QT_ESTAT\";\"KG_LIQUIDO\";\"VL_FOB\"\n";
    let rows = "\"2023\";\"01\";\"12019000\";\"10\";\"160\";\"01\";1000;1000;500000\n\"2023\";\"01\";\"12019000\";\"10\";\"160\";\"04\";7;7;600\n";
    fs::write(&path, format!("{header}{rows}")).unwrap();
    let choices = Choices { flow: Some(Flow::Export), ..Choices::default() };
    let dataset = sources::dataset(&[path], &choices).unwrap();
    assert_eq!(total(&dataset, Flow::Export), 500_600);
}

#[test]
fn whatever_happens_to_a_file_while_it_is_read_its_sums_are_whole_or_none() {
    let folder = folder("while");
    let path = folder.join("while.csv");
    let (text, more) = (format!("{HEADER}{}", rows(60_000)), rows(500));
    let before: i64 = (1..=60_000).step_by(2).sum();
    for change in ["cut", "grow", "go", "replace"] {
        for pause in [0, 2, 8] {
            fs::write(&path, &text).unwrap();
            let read = std::thread::scope(|scope| {
                let reading = scope.spawn(|| open(&path));
                std::thread::sleep(std::time::Duration::from_millis(pause));
                let file = || fs::OpenOptions::new().append(true).open(&path).unwrap();
                match change {
                    "cut" => file().set_len(text.len() as u64 / 2 + 7).unwrap(),
                    "grow" => file().write_all(more.as_bytes()).unwrap(),
                    "go" => fs::remove_file(&path).unwrap(),
                    _ => fs::write(&path, format!("{HEADER}{more}")).unwrap(),
                }
                reading.join().unwrap()
            });
            let after = open(&path).ok().map(|dataset| total(&dataset, Flow::Export));
            if let Ok(dataset) = read {
                let sum = total(&dataset, Flow::Export);
                assert!(sum == before || Some(sum) == after, "{change} after {pause} ms: {sum}");
            }
        }
    }
}
