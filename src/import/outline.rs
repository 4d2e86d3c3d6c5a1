//! A text from afar: its start and end, how long it is and what ends its lines, as one pass in blocks tells.

use std::io::{self, Read};

use super::progress::Progress;

/// Detection looks at this much of the start and of the end of a text, in bytes.
pub(super) const SAMPLE: usize = 64 * 1024;

/// Bytes that are looked at in one go.
const BLOCK: usize = 128 * 1024;

/// What is known of a text without holding it.
#[derive(Debug)]
pub(super) struct Outline {
    /// The first 64 KiB, up to a whole letter.
    pub head: String,
    /// The last 64 KiB, from a whole letter on.
    pub tail: String,
    /// In bytes of UTF-8.
    pub length: u64,
    /// What ends a line: a lone carriage return in some old files.
    pub line_end: u8,
    /// Letters that could not be decoded.
    pub replaced: u64,
    /// True where there is a zero byte.
    pub has_zero: bool,
    /// False where the bytes are no UTF-8; what is known ends there, but for the zeros.
    pub is_utf8: bool,
    /// True where there is nothing but blanks.
    pub is_blank: bool,
}

impl Outline {
    /// Reads the text once; the outline is all that is kept.
    ///
    /// # Errors
    /// What the system says, or that the reader was asked to stop.
    pub(super) fn of(mut bytes: impl Read, progress: Option<&Progress>) -> io::Result<Outline> {
        let mut outline = Outline {
            head: String::new(),
            tail: String::new(),
            length: 0,
            line_end: b'\r',
            replaced: 0,
            has_zero: false,
            is_utf8: true,
            is_blank: true,
        };
        let mut block = vec![0; BLOCK];
        let (mut done, mut waiting) = (0, 0);
        loop {
            if progress.is_some_and(Progress::is_cancelled) {
                return Err(io::Error::other("stopped"));
            }
            let read = bytes.read(&mut block[waiting..])?;
            if read == 0 || outline.has_zero {
                break;
            }
            done += read as u64;
            if let Some(progress) = progress {
                progress.reach(done, 0);
            }
            waiting = outline.take(&mut block[..waiting + read]);
        }
        outline.is_utf8 &= waiting == 0;
        Ok(outline)
    }

    /// True where the start is all there is.
    pub(super) fn is_all_head(&self) -> bool {
        self.head.len() as u64 == self.length
    }

    /// Takes a block; the bytes of a letter that it cuts are moved to its start and counted.
    fn take(&mut self, block: &mut [u8]) -> usize {
        self.has_zero |= block.contains(&0);
        if !self.is_utf8 {
            return 0;
        }
        let whole = match std::str::from_utf8(block) {
            Ok(text) => text.len(),
            Err(error) => {
                self.is_utf8 = error.error_len().is_none();
                error.valid_up_to()
            }
        };
        self.text(std::str::from_utf8(&block[..whole]).unwrap_or(""));
        let cut = if self.is_utf8 { block.len() - whole } else { 0 };
        block.copy_within(whole..whole + cut, 0);
        cut
    }

    fn text(&mut self, text: &str) {
        if self.is_all_head() {
            self.head.push_str(text);
            self.head.truncate(floor(&self.head, SAMPLE));
        }
        self.tail.push_str(&text[ceil(text, text.len().saturating_sub(SAMPLE))..]);
        self.tail.drain(..ceil(&self.tail, self.tail.len().saturating_sub(SAMPLE)));
        self.length += text.len() as u64;
        self.is_blank = self.is_blank && text.bytes().all(|byte| byte.is_ascii_whitespace());
        if self.line_end != b'\n' && text.as_bytes().contains(&b'\n') {
            self.line_end = b'\n';
        }
        if !text.is_ascii() {
            self.replaced += text.matches('\u{fffd}').count() as u64;
        }
    }
}

fn floor(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}

fn ceil(text: &str, mut place: usize) -> usize {
    while !text.is_char_boundary(place) {
        place += 1;
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_is_that_of_the_whole_text_wherever_blocks_cut_it() {
        for text in
            [String::new(), " \r ".to_owned(), "수출,가€\n".repeat(30_001), "a".to_owned() + &"€".repeat(100_000)]
        {
            // A reader that gives three bytes at a time.
            let outline = Outline::of(Slow(text.as_bytes()), None).unwrap();
            let at_once = Outline::of(text.as_bytes(), None).unwrap();
            for outline in [outline, at_once] {
                assert_eq!(outline.head, text[..floor(&text, SAMPLE)]);
                assert_eq!(outline.tail, text[ceil(&text, text.len().saturating_sub(SAMPLE))..]);
                assert_eq!((outline.length, outline.is_utf8), (text.len() as u64, true));
                assert_eq!(outline.is_blank, text.trim().is_empty());
                assert_eq!(outline.line_end, if text.contains('\n') { b'\n' } else { b'\r' });
            }
        }
        assert!(!Outline::of(b"a\xE2\x82".as_slice(), None).unwrap().is_utf8, "a letter that ends too early");
        let zero = Outline::of(b"\xFFa\0".as_slice(), None).unwrap();
        assert!(zero.has_zero && !zero.is_utf8);
    }

    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(3);
            self.0.read(&mut buffer[..most])
        }
    }
}
