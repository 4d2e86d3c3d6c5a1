//! A row of a text in a buffer.

use super::fields::MARGIN;

/// A row of a buffer.
#[derive(Clone, Copy)]
pub struct Row<'b> {
    /// The buffer.
    pub buffer: &'b [u8],
    /// The place before the first field, then the end of each field.
    pub ends: &'b [u32],
    /// Where the text of the buffer, behind its margin, begins in the whole text.
    pub base: u64,
}

impl Row<'_> {
    /// Where a field begins and ends, without quotes around it and without a carriage return.
    #[inline(always)]
    pub fn field(&self, at: usize) -> (usize, usize) {
        let (mut start, mut end) = (self.ends[at] as usize + 1, self.ends[at + 1] as usize);
        if at + 2 == self.ends.len() && self.buffer[end - 1] == b'\r' && end > start {
            end -= 1;
        }
        if self.buffer[start] == b'"' && end > start + 1 {
            start += 1;
            end -= 1;
        }
        (start, end)
    }

    /// What stands in a field.
    pub fn text(&self, at: usize) -> &[u8] {
        let (start, end) = self.field(at);
        &self.buffer[start..end]
    }

    /// Where the row begins in the text, in bytes.
    pub fn place(&self) -> u64 {
        self.base + u64::from(self.ends[0]) + 1 - MARGIN as u64
    }
}
