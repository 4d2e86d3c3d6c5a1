//! Bytes of any encoding as a stream of UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

/// Bytes that are decoded at a time.
const BLOCK: usize = 64 * 1024;

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
