//! Takes the letters that big type needs out of the whole of Unifont, most of which it does not: the program gets
//! half a megabyte of bitmaps instead of two. Pictures as PNG may have a name in any script: for them all letters are
//! packed, and unpacked when the first picture is made.

use std::io::Write as _;
use std::path::Path;
use std::{env, fs, io};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use unifont::Glyph;

/// Letters besides Hangul: Latin with its marks, and the signs of amounts and sentences.
const SIGNS: &str = "–—‘’“”•…₩€−△·";

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=build.rs");
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no OUT_DIR"))?;
    let mut latin: Vec<char> = ('\u{21}'..='\u{17f}').chain(SIGNS.chars()).collect();
    latin.retain(|letter| !letter.is_control());
    latin.sort_unstable();
    latin.dedup();
    fs::write(Path::new(&folder).join("latin.bin"), latin.into_iter().flat_map(entry).collect::<Vec<u8>>())?;
    let syllables = ('가'..='힣').flat_map(|syllable| rows(syllable).into_iter().flat_map(u16::to_be_bytes));
    fs::write(Path::new(&folder).join("syllables.bin"), syllables.collect::<Vec<u8>>())?;
    if env::var_os("CARGO_FEATURE_PNG").is_some() {
        fs::write(Path::new(&folder).join("letters.zlib"), packed(&all())?)?;
    }
    Ok(())
}

/// Every letter of the basic plane by its code: how many cells it has, zero where the font lacks it, and its rows.
fn all() -> Vec<u8> {
    let mut table = Vec::new();
    for code in 0..=0xFFFF_u32 {
        let letter = char::from_u32(code).unwrap_or('\0');
        let cells = unifont::get_glyph(letter).map_or(0, |glyph| if glyph.is_fullwidth() { 2 } else { 1 });
        table.push(cells);
        table.extend(rows(letter).into_iter().flat_map(u16::to_be_bytes));
    }
    table
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A letter's code and its sixteen rows; nothing where the font lacks it.
fn entry(letter: char) -> Vec<u8> {
    if unifont::get_glyph(letter).is_none() {
        return Vec::new();
    }
    u32::from(letter).to_be_bytes().into_iter().chain(rows(letter).into_iter().flat_map(u16::to_be_bytes)).collect()
}

/// Sixteen rows of sixteen pixels, the leftmost in the highest bit.
fn rows(letter: char) -> [u16; 16] {
    match unifont::get_glyph(letter) {
        Some(Glyph::Fullwidth(rows)) => *rows,
        Some(Glyph::Halfwidth(rows)) => rows.map(|row| u16::from(row) << 8),
        None => [0; 16],
    }
}
