//! Frames of Zstandard, one after the other. The library reads one: this goes on to the next, and compares what each says
//! of its content with what came out.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// What all frames of a file hold.
pub(super) struct Frames<R> {
    packed: R,
    decoder: FrameDecoder,
    is_within: bool,
}

impl<R: BufRead> Frames<R> {
    /// At the start of a file.
    pub fn new(packed: R) -> Frames<R> {
        Frames { packed, decoder: FrameDecoder::new(), is_within: false }
    }

    /// Begins the next frame that holds anything; false at the end of the file.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.packed.fill_buf()?.is_empty() {
            match self.decoder.init(&mut self.packed) {
                Ok(()) => {
                    self.is_within = true;
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let mut skipped = self.packed.by_ref().take(u64::from(length));
                    io::copy(&mut skipped, &mut io::sink())?;
                }
                Err(error) => return Err(io::Error::other(error)),
            }
        }
        Ok(false)
    }

    fn end(&mut self) -> io::Result<()> {
        self.is_within = false;
        let (said, found) = (self.decoder.get_checksum_from_data(), self.decoder.get_calculated_checksum());
        if said.is_some() && said != found {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "checksum differs"));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.is_within || self.begin()? {
            if self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                let one = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.packed, one).map_err(io::Error::other)?;
            }
            let read = self.decoder.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            if self.decoder.is_finished() {
                self.end()?;
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "trade\n": magic, header, one raw block, checksum.
    const FRAME: [u8; 19] = [
        0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x31, 0x00, 0x00, b't', b'r', b'a', b'd', b'e', b'\n', 0x85, 0x8E, 0x94,
        0x10,
    ];

    /// A frame that holds nothing for readers.
    const SKIPPED: [u8; 10] = [0x50, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 7, 7];

    fn unpack(bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        Frames::new(bytes).read_to_string(&mut text)?;
        Ok(text)
    }

    #[test]
    fn frames_follow_each_other() {
        let frame = FRAME;
        assert_eq!(unpack(&frame).unwrap(), "trade\n");
        assert_eq!(unpack(&[&frame[..], &SKIPPED, &frame].concat()).unwrap(), "trade\ntrade\n");
        assert_eq!(unpack(&[]).unwrap(), "");
    }

    #[test]
    fn damage_is_told() {
        let frame = FRAME;
        for end in 1..frame.len() {
            assert!(unpack(&frame[..end]).is_err(), "{end}");
        }
        let mut changed = frame;
        changed[10] = b'R';
        assert_eq!(unpack(&changed).unwrap_err().to_string(), "checksum differs");
        assert!(unpack(&[&frame[..], b"rest"].concat()).is_err());
    }
}
