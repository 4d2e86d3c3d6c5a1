//! A workbook of old Excel (xls), looked at before it is read: chains of its sectors may run in circles, and a few bytes
//! may say that a sheet reaches to where no memory does. Layout: [MS-CFB] and [MS-XLS], as Microsoft publishes them.

/// The first bytes of such a file.
pub(super) const MARK: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// Cells between the corners of all sheets; a sheet has 65,536 rows of 256 columns.
const MOST_CELLS: u64 = 8 * 1024 * 1024;

/// Cells that a sheet may announce, which is more than it uses.
const MOST_ANNOUNCED: u64 = 65_536 * 256;

/// Streams below this many bytes lie in small sectors.
const SMALL: usize = 4096;

/// Bytes of a small sector.
const SMALL_SECTOR: usize = 64;

/// Bytes of an entry of the directory.
const ENTRY: usize = 128;

/// Ids of sectors from here on are none.
const NO_SECTOR: u32 = 0xFFFF_FFFA;

/// Types of records.
mod record {
    pub(super) const END: u16 = 0x000A;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    pub(super) const SEVERAL_NUMBERS: u16 = 0x00BD;
    /// Formula, text of several formats, text, number, label, truth, short number.
    pub(super) const CELLS: [u16; 7] = [0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E];
}

/// True where the file holds together and its cells lie within what can be held.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    stream(bytes).and_then(|stream| cells(&stream)).is_some_and(|cells| cells <= MOST_CELLS)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect()
}

/// Equal parts of a file or of a stream, by their number.
struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
    /// The sector that follows each.
    next: Vec<u32>,
}

impl Sectors<'_> {
    fn sector(&self, id: u32) -> Option<&[u8]> {
        let start = (id as usize).checked_mul(self.size)?;
        let end = (start + self.size).min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors from one on, one after the other; nothing where they run in a circle or out of the file.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut found = Vec::new();
        let mut id = start;
        while id < NO_SECTOR {
            found.extend_from_slice(self.sector(id)?);
            if found.len() > self.bytes.len() + self.size {
                return None;
            }
            id = *self.next.get(id as usize)?;
        }
        Some(found)
    }
}

/// The stream that holds the workbook.
fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let mut large = Sectors { bytes: bytes.get(size..)?, size, next: Vec::new() };
    large.next = table(bytes, &large)?;
    let directory = large.chain(u32_at(bytes, 48)?)?;
    let named = |name| directory.chunks_exact(ENTRY).find(|entry| is_called(entry, name));
    let entry = named("workbook").or_else(|| named("book"))?;
    let (start, length) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
    let mut stream = if length < SMALL {
        // The first entry of the directory holds all small sectors.
        let within = large.chain(u32_at(&directory, 116)?)?;
        let next = numbers(&large.chain(u32_at(bytes, 60)?)?);
        Sectors { bytes: &within, size: SMALL_SECTOR, next }.chain(start)?
    } else {
        large.chain(start)?
    };
    stream.truncate(length);
    Some(stream)
}

/// Which sector follows which: its own sectors are listed in the header, and in sectors from there on.
fn table(bytes: &[u8], sectors: &Sectors<'_>) -> Option<Vec<u32>> {
    let mut listed = numbers(bytes.get(76..512)?);
    let mut id = u32_at(bytes, 68)?;
    while id < NO_SECTOR {
        let mut more = numbers(sectors.sector(id)?);
        id = more.pop()?;
        listed.extend(more);
        if listed.len() > bytes.len() {
            return None;
        }
    }
    let of_table = listed.into_iter().filter(|id| *id < NO_SECTOR);
    of_table.map(|id| sectors.sector(id).map(numbers)).collect::<Option<Vec<_>>>().map(|parts| parts.concat())
}

/// True where an entry of the directory has a name, in whatever case.
fn is_called(entry: &[u8], name: &str) -> bool {
    let letters = entry.chunks_exact(2).take_while(|pair| *pair != [0, 0]);
    letters.map(|pair| pair[0].to_ascii_lowercase()).eq(name.bytes())
}

/// The types and contents of records, up to the end or to one that is cut off.
fn records(mut stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, 0)?, usize::from(u16_at(stream, 2)?));
        let content = stream.get(4..4 + length)?;
        stream = &stream[4 + length..];
        Some((kind, content))
    })
}

/// How many cells lie between the corners of the sheets.
fn cells(stream: &[u8]) -> Option<u64> {
    let of_book = records(stream).take_while(|(kind, _)| *kind != record::END);
    let sheets = of_book.filter(|(kind, _)| *kind == record::SHEET);
    let cells = sheets.map(|(_, content)| sheet_cells(stream.get(u32_at(content, 0)? as usize..)?));
    cells.collect::<Option<Vec<u64>>>().map(|all| all.into_iter().sum())
}

/// How many lie between those of one; nothing where it announces more than any sheet can have.
fn sheet_cells(sheet: &[u8]) -> Option<u64> {
    let (mut first, mut last) = ((u16::MAX, u16::MAX), (0, 0));
    let mut is_empty = true;
    for (kind, content) in records(sheet).take_while(|(kind, _)| *kind != record::END) {
        let right = match kind {
            record::DIMENSIONS if announced(content)? > MOST_ANNOUNCED => return None,
            record::SEVERAL_NUMBERS => u16_at(content, content.len().checked_sub(2)?)?,
            _ if record::CELLS.contains(&kind) => u16_at(content, 2)?,
            _ => continue,
        };
        let (row, left) = (u16_at(content, 0)?, u16_at(content, 2)?);
        first = (first.0.min(row), first.1.min(left));
        last = (last.0.max(row), last.1.max(right));
        is_empty = false;
    }
    let between = |first: u16, last: u16| u64::from(last.saturating_sub(first)) + 1;
    Some(if is_empty { 0 } else { between(first.0, last.0) * between(first.1, last.1) })
}

/// How many cells a sheet says that it has.
fn announced(content: &[u8]) -> Option<u64> {
    let (rows, columns) = match content.len() {
        10 => (u32::from(u16_at(content, 2)?), u16_at(content, 6)?),
        _ => (u32_at(content, 4)?, u16_at(content, 10)?),
    };
    Some(u64::from(rows) * u64::from(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &[u8] = include_bytes!("../../tests/formats/guess/island.xls");

    /// The example with other bytes behind the first place where these stand.
    fn changed(mark: &[u8], by: usize, bytes: &[u8]) -> Vec<u8> {
        let at = SHEET.windows(mark.len()).position(|window| window == mark).unwrap() + by;
        let mut changed = SHEET.to_vec();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        changed
    }

    #[test]
    fn a_sheet_is_sound() {
        assert!(is_sound(SHEET));
        let stream = stream(SHEET).unwrap();
        // Five rows of three columns.
        assert_eq!(cells(&stream), Some(15));
    }

    #[test]
    fn a_cell_far_away_or_a_size_that_no_sheet_has_is_not() {
        // Records begin with type and length; a short number has its row and column next.
        assert!(!is_sound(&changed(&[0x7E, 0x02, 0x0A, 0x00], 4, &[0xFF, 0xFF, 0xFF, 0xFF])));
        assert!(!is_sound(&changed(&[0x00, 0x02, 0x0E, 0x00], 8, &[0xFF, 0xFF, 0xFF, 0x0F])));
    }

    #[test]
    fn sectors_in_a_circle_are_not() {
        for sector in 0..(SHEET.len() / 512 - 1) as u32 {
            // Every sector of the table followed by itself.
            let table = u32_at(SHEET, 76).unwrap() as usize;
            let mut circle = SHEET.to_vec();
            let at = 512 + table * 512 + sector as usize * 4;
            if u32_at(SHEET, at).unwrap() < NO_SECTOR {
                circle[at..at + 4].copy_from_slice(&sector.to_le_bytes());
                assert!(!is_sound(&circle), "{sector}");
            }
        }
    }

    #[test]
    fn no_cut_or_change_of_a_byte_is_too_much_for_it() {
        (0..SHEET.len()).step_by(7).for_each(|length| _ = is_sound(&SHEET[..length]));
        for at in 0..SHEET.len() {
            let mut changed = SHEET.to_vec();
            changed[at] ^= 0xFF;
            let _ = is_sound(&changed);
        }
    }
}
