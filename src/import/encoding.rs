//! Which encoding bytes are in that do not say it: UTF-16, CP949, GBK, Shift_JIS, Big5, Windows-1252.

use std::io::{self, Read};

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// So many bytes that are not ASCII tell an encoding as well as all of them.
const ENOUGH: usize = 64 * 1024;

/// UTF-16 without a mark: every other byte of ASCII letters is zero.
pub(super) fn utf_16(head: &[u8]) -> Option<&'static Encoding> {
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
///
/// # Errors
/// What the system says.
pub(super) fn legacy(bytes: impl Read) -> io::Result<&'static Encoding> {
    let sample = non_ascii(bytes)?;
    if is_single_byte(&sample) {
        return Ok(WINDOWS_1252);
    }
    let candidates = [EUC_KR, GB18030, SHIFT_JIS, BIG5];
    let scored = candidates.map(|encoding| (score(&sample, encoding), encoding));
    let best = scored.iter().copied().max_by_key(|(score, _)| *score);
    Ok(best.filter(|(score, _)| *score > 0).map_or(WINDOWS_1252, |(_, encoding)| encoding))
}

/// The lines that have bytes beyond ASCII, as far as they are needed.
fn non_ascii(mut bytes: impl Read) -> io::Result<Vec<u8>> {
    let mut block = vec![0; ENOUGH];
    // Lines, and where the last of them begins, which may go on in the next block.
    let (mut sample, mut start, mut is_ascii) = (Vec::new(), 0, true);
    loop {
        let read = bytes.read(&mut block)?;
        for piece in block[..read].split_inclusive(|byte| *byte == b'\n') {
            let room = ENOUGH - (sample.len() - start);
            sample.extend_from_slice(&piece[..piece.len().min(room)]);
            is_ascii &= piece.is_ascii();
            if piece.ends_with(b"\n") {
                sample.truncate(if is_ascii { start } else { sample.len() });
                (start, is_ascii) = (sample.len(), true);
            }
            if start >= ENOUGH {
                return Ok(sample);
            }
        }
        if read == 0 {
            sample.truncate(if is_ascii { start } else { sample.len() });
            return Ok(sample);
        }
    }
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
