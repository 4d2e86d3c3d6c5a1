//! What one pass over a text tells that its start cannot: its encoding, its length, its end, what ends its lines.

use std::io::{self, Read};

use encoding_rs::Encoding;

use crate::domain::Problem;
use crate::say;
use crate::word;

use super::decoding::Decoding;
use super::encoding;
use super::outline::Outline;
use super::progress::Progress;
use super::stored::{self, Stored};

/// Bytes that show a mark, or every other byte to be zero.
const FIRST: usize = 4096;

/// How bytes become text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Writing {
    /// `None` where they are UTF-8 as they stand.
    decoded_from: Option<&'static Encoding>,
    /// Bytes of a byte order mark.
    mark: usize,
}

impl Writing {
    const UTF_8: Writing = Writing { decoded_from: None, mark: 0 };

    /// `UTF-8`, `EUC-KR` …
    pub(super) fn name(self) -> &'static str {
        self.decoded_from.map_or("UTF-8", Encoding::name)
    }

    /// True for UTF-8, marked or not.
    pub(super) fn is_utf_8(self) -> bool {
        self.decoded_from.is_none_or(|encoding| encoding == encoding_rs::UTF_8)
    }

    /// The text as UTF-8.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn reader<'a>(self, stored: &'a dyn Stored) -> io::Result<Box<dyn Read + 'a>> {
        let mut bytes = stored.reader()?;
        io::copy(&mut bytes.by_ref().take(self.mark as u64), &mut io::sink())?;
        Ok(match self.decoded_from {
            None => bytes,
            Some(encoding) => Box::new(Decoding::new(bytes, encoding)),
        })
    }
}

/// How the bytes are written, and what the text looks like from afar. Any legacy encoding "succeeds" on most bytes, so
/// the choice goes by which gives plausible letters.
///
/// # Errors
/// Bytes that are no text or cannot be read, or that reading was stopped.
pub(super) fn survey(
    name: &str,
    stored: &dyn Stored,
    progress: Option<&Progress>,
) -> Result<(Writing, Outline), Problem> {
    let unreadable = |error: io::Error| match progress.filter(|progress| progress.is_cancelled()) {
        Some(_) => Progress::stopped(name),
        None => stored.problem(name, &error),
    };
    let start = stored::start(stored, FIRST).map_err(unreadable)?;
    let outlined = |writing: Writing| {
        let text = writing.reader(stored).and_then(|text| Outline::of(text, progress)).map_err(unreadable)?;
        checked(name, writing, text)
    };
    if let Some((encoding, mark)) = Encoding::for_bom(&start) {
        return outlined(Writing { decoded_from: Some(encoding), mark });
    }
    if let Some(encoding) = encoding::utf_16(&start) {
        return outlined(Writing { decoded_from: Some(encoding), mark: 0 });
    }
    let text = stored.reader().and_then(|bytes| Outline::of(bytes, progress)).map_err(unreadable)?;
    if text.has_zero {
        let what = word!("import.binary-file-not-text");
        return Err(Problem::whole_file(name, what, word!("import.export-csv-json-xml")));
    }
    if text.is_utf8 {
        return Ok((Writing::UTF_8, text));
    }
    let encoding = stored.reader().and_then(encoding::legacy).map_err(unreadable)?;
    outlined(Writing { decoded_from: Some(encoding), mark: 0 })
}

/// The text, where it is one after decoding.
fn checked(name: &str, writing: Writing, text: Outline) -> Result<(Writing, Outline), Problem> {
    let is_guess_at_all = writing.decoded_from == Some(encoding_rs::WINDOWS_1252);
    if text.has_zero || !is_guess_at_all && text.replaced * 50 > text.length {
        let what = say!("import.not-valid-text-even", encoding = writing.name());
        return Err(Problem::whole_file(name, what, word!("import.save-file-utf-8")));
    }
    Ok((writing, text))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use encoding_rs::{BIG5, EUC_KR, GB18030, SHIFT_JIS, WINDOWS_1252};

    use super::*;

    fn read(bytes: &[u8]) -> Result<(&'static str, String), Problem> {
        let stored = Cow::Borrowed(bytes);
        let (writing, _) = survey("x", &stored, None)?;
        let text = writing.reader(&stored).and_then(io::read_to_string).unwrap();
        Ok((writing.name(), text))
    }

    fn encoding_of(text: &str, encoding: &'static Encoding) -> &'static str {
        let (bytes, _, lossy) = encoding.encode(text);
        assert!(!lossy, "{text}");
        let (name, decoded) = read(&bytes).unwrap();
        assert_eq!(decoded, text);
        // However far down the letters stand, and however blocks cut them.
        let rows = "2020-01,1\n".repeat(40_000);
        let (far, decoded) = read(&[rows.as_bytes(), &bytes].concat()).unwrap();
        assert_eq!((far, decoded), (name, rows + text));
        name
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
        assert_eq!(read(&wide).unwrap().0, "UTF-16LE");
        let marked = [b"\xFF\xFE".as_slice(), &wide].concat();
        assert_eq!(read(&marked).unwrap().1, "period,flow\n2023-01,export\n");
        assert_eq!(read(b"\xEF\xBB\xBFa").unwrap().1, "a");
        assert!(read(b"period,\0flow,with,many,ascii,letters,and,one,zero").is_err());
        assert!(read(&[b"1,2\n".repeat(100_000).as_slice(), b"\0"].concat()).is_err());
    }
}
