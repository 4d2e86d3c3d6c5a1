//! Bytes of any encoding as a stream of UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8};

use super::encoding;

/// Bytes that are decoded at a time.
const BLOCK: usize = 64 * 1024;

/// A text in UTF-16, which begins with these bytes, as UTF-8; a mark at its start stays. Any other text as it is.
pub fn as_ascii_compatible<'a>(text: impl Read + 'a, start: &[u8]) -> Box<dyn Read + 'a> {
    match utf_16(start) {
        Some(encoding) => Box::new(Decoding::new(text, encoding)),
        None => Box::new(text),
    }
}

/// UTF-16, where the first bytes of a text tell that it is written so.
pub fn utf_16(start: &[u8]) -> Option<&'static Encoding> {
    match Encoding::for_bom(start) {
        Some((encoding, _)) => Some(encoding).filter(|encoding| *encoding != UTF_8),
        None => encoding::utf_16(start),
    }
}

/// Decodes what another reader gives; what is no letter becomes U+FFFD.
pub(super) struct Decoding<R> {
    bytes: R,
    decoder: Decoder,
    block: Box<[u8]>,
    /// The part of the block that is not decoded yet.
    rest: (usize, usize),
    /// All bytes are read.
    is_last: bool,
    /// All bytes are decoded.
    is_done: bool,
    text: Box<[u8]>,
    /// The part of the text that is not handed out yet.
    ready: (usize, usize),
}

impl<R: Read> Decoding<R> {
    /// From the first byte behind the mark, if there was one.
    pub(super) fn new(bytes: R, encoding: &'static Encoding) -> Decoding<R> {
        let decoder = encoding.new_decoder_without_bom_handling();
        let [block, text] = [BLOCK, 2 * BLOCK].map(|size| vec![0; size].into_boxed_slice());
        Decoding { bytes, decoder, block, rest: (0, 0), is_last: false, is_done: false, text, ready: (0, 0) }
    }

    /// Decodes more; nothing is ready afterwards only at the end.
    fn decode(&mut self) -> io::Result<()> {
        while self.ready.0 == self.ready.1 && !self.is_done {
            if self.rest.0 == self.rest.1 && !self.is_last {
                let read = self.bytes.read(&mut self.block)?;
                self.rest = (0, read);
                self.is_last = read == 0;
            }
            let rest = &self.block[self.rest.0..self.rest.1];
            let (result, taken, given, _) = self.decoder.decode_to_utf8(rest, &mut self.text, self.is_last);
            self.rest.0 += taken;
            self.ready = (0, given);
            self.is_done = self.is_last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.decode()?;
        let given = (self.ready.1 - self.ready.0).min(buffer.len());
        buffer[..given].copy_from_slice(&self.text[self.ready.0..self.ready.0 + given]);
        self.ready.0 += given;
        Ok(given)
    }
}
