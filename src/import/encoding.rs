//! From bytes to text: UTF-8, UTF-16, CP949, GBK, Shift_JIS, Big5, Windows-1252.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::domain::Problem;
use crate::say;
use crate::word;

/// So many bytes that are not ASCII tell an encoding as well as all of them.
const ENOUGH: usize = 64 * 1024;

/// A text and the name of the encoding that its bytes were in.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// Without a byte order mark.
    pub text: Cow<'a, str>,
    /// `UTF-8`, `EUC-KR` …
    pub encoding: &'static str,
}

/// Decodes a file. Any legacy encoding "succeeds" on most bytes, so the choice goes by which gives plausible letters.
///
/// # Errors
/// Bytes that are no text.
pub fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<Decoded<'a>, Problem> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(name, &bytes[mark..], encoding);
    }
    let head = &bytes[..bytes.len().min(4096)];
    if let Some(encoding) = utf_16(head) {
        return decoded(name, bytes, encoding);
    }
    if bytes.contains(&0) {
        let what = word!("import.binary-file-not-text");
        return Err(Problem::whole_file(name, what, word!("import.export-csv-json-xml")));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: Cow::Borrowed(text), encoding: "UTF-8" }),
        Err(_) => decoded(name, bytes, legacy(bytes)),
    }
}

fn decoded<'a>(name: &str, bytes: &'a [u8], encoding: &'static Encoding) -> Result<Decoded<'a>, Problem> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    if text.contains('\0')
        || had_errors && encoding != WINDOWS_1252 && text.matches('\u{fffd}').count() * 50 > text.len()
    {
        let what = say!("import.not-valid-text-even", encoding = encoding.name());
        return Err(Problem::whole_file(name, what, word!("import.save-file-utf-8")));
    }
    Ok(Decoded { text, encoding: encoding.name() })
}

/// UTF-16 without a mark: every other byte of ASCII letters is zero.
fn utf_16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 5;
    match () {
        () if head.len() < 8 => None,
        () if odd > many && even * 20 < odd => Some(UTF_16LE),
        () if even > many && odd * 20 < even => Some(UTF_16BE),
        () => None,
    }
}

/// The legacy encoding whose letters are the most plausible.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let sample = non_ascii(bytes);
    if is_single_byte(&sample) {
        return WINDOWS_1252;
    }
    let candidates = [EUC_KR, GB18030, SHIFT_JIS, BIG5];
    let scored = candidates.map(|encoding| (score(&sample, encoding), encoding));
    let best = scored.iter().copied().max_by_key(|(score, _)| *score);
    best.filter(|(score, _)| *score > 0).map_or(WINDOWS_1252, |(_, encoding)| encoding)
}

/// The lines that have bytes beyond ASCII, as far as they are needed.
fn non_ascii(bytes: &[u8]) -> Vec<u8> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let mut sample = Vec::new();
    for line in lines {
        sample.extend_from_slice(&line[..line.len().min(ENOUGH)]);
        if sample.len() >= ENOUGH {
            break;
        }
    }
    sample
}

/// Accented letters stand alone between plain ones; letters of two bytes come in runs.
fn is_single_byte(sample: &[u8]) -> bool {
    let runs: Vec<&[u8]> = sample.split(u8::is_ascii).filter(|run| !run.is_empty()).collect();
    // Accented letters are above C0; below stand the first bytes of Big5.
    let alone = runs.iter().filter(|run| matches!(run, [0xC0..=0xFF])).count();
    alone * 10 >= runs.len() * 6
}

/// How plausible a decoded sample is, from 0 to 100 with a bonus for letters that only this encoding gives.
fn score(sample: &[u8], encoding: &'static Encoding) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut letters, mut wrong, mut hangul, mut kana, mut han, mut common) =
        (0_i64, 0_i64, 0_i64, 0_i64, 0_i64, 0_i64);
    for letter in text.chars().filter(|letter| !letter.is_ascii()) {
        letters += 1;
        match letter {
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => wrong += 1,
            '\u{ac00}'..='\u{d7a3}' => hangul += i64::from(is_usual(letter)),
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => {
                han += 1;
                common += i64::from(COMMON_HAN.contains(letter));
            }
            _ => {}
        }
    }
    if letters == 0 || wrong * 20 > letters {
        return 0;
    }
    let share = |count: i64| count * 100 / letters;
    match encoding {
        _ if encoding == EUC_KR => {
            if share(hangul) >= 85 {
                80 + share(hangul)
            } else {
                0
            }
        }
        _ if encoding == SHIFT_JIS => {
            if share(kana) >= 10 {
                60 + share(kana + han)
            } else if share(common) >= 20 {
                // Tables of Japanese customs have hardly any kana.
                20 + share(han) + 3 * share(common)
            } else {
                0
            }
        }
        // Both give Han letters for each other's bytes; the frequent ones tell them apart.
        _ => {
            if share(han) >= 50 {
                20 + share(han) + 3 * share(common)
            } else {
                0
            }
        }
    }
}

/// True for the 2,350 syllables of the Korean standard; the others of CP949 are hardly ever written.
fn is_usual(syllable: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, ..) = EUC_KR.encode(syllable.encode_utf8(&mut buffer));
    matches!(bytes.as_ref(), [0xB0..=0xC8, 0xA1..=0xFE])
}

/// Han letters that trade tables are full of, simplified and traditional.
const COMMON_HAN: &str = "年月日国國口进進出总總额額值美元人民币幣数數据量编編码碼名称稱商品贸貿易伴单單位第一二计計千克台灣湾合计計其他地区區金万萬增减減円輸額統易単価";

#[cfg(test)]
mod tests {
    use super::*;

    fn encoding_of(text: &str, encoding: &'static Encoding) -> &'static str {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text}");
        let decoded = decode("x", &bytes).unwrap();
        assert_eq!(decoded.text, text);
        decoded.encoding
    }

    #[test]
    fn each_encoding_is_told_by_its_letters() {
        assert_eq!(encoding_of("기간,국가명,수출건수,수출금액\n2020.01,중국,1,2\n", EUC_KR), "EUC-KR");
        assert_eq!(
            encoding_of("\"数据年月\",\"贸易伙伴编码\",\"商品名称\",\"第一数量\",\"人民币\"\n", GB18030),
            "gb18030"
        );
        assert_eq!(encoding_of("貿易統計,輸出,輸入\n年月,せんえん,ドル\n", SHIFT_JIS), "Shift_JIS");
        assert_eq!(encoding_of("貿易統計,単位:千円\n年月,輸出額,輸入額\n", SHIFT_JIS), "Shift_JIS");
        assert_eq!(encoding_of("國家,出口總額,進口總額,千美元\n", BIG5), "Big5");
        assert_eq!(encoding_of("Curaçao,1\nTürkiye,2\nCôte d'Ivoire,3\n", WINDOWS_1252), "windows-1252");
    }

    #[test]
    fn marks_and_zeros() {
        let wide: Vec<u8> = "period,flow\n2023-01,export\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode("x", &wide).unwrap().encoding, "UTF-16LE");
        let marked = [b"\xFF\xFE".as_slice(), &wide].concat();
        assert_eq!(decode("x", &marked).unwrap().text, "period,flow\n2023-01,export\n");
        assert_eq!(decode("x", b"\xEF\xBB\xBFa").unwrap().text, "a");
        assert!(decode("x", b"period,\0flow,with,many,ascii,letters,and,one,zero").is_err());
    }
}
