//! What a page says above its tables: headings, captions and paragraphs, which may name the unit.

/// So many lines are kept, the last ones before a table.
const MOST: usize = 4;

/// No line is longer: a page may be one paragraph.
const LONGEST: usize = 1_000;

/// The lines read since the last table.
#[derive(Default)]
pub(super) struct Above {
    lines: Vec<String>,
    /// The paragraph that is open.
    open: Option<String>,
}

impl Above {
    /// A paragraph begins, and one that was open ends.
    pub fn begin(&mut self) {
        self.end();
        self.open = Some(String::new());
    }

    /// Text of a paragraph; other text is none of a page.
    pub fn text(&mut self, text: &str) {
        if let Some(open) = self.open.as_mut().filter(|open| open.len() < LONGEST) {
            open.push_str(text);
        }
    }

    /// A paragraph ends.
    pub fn end(&mut self) {
        let line = self.open.take().map(|line| super::plain(&line)).filter(|line| !line.is_empty());
        self.lines.extend(line);
        self.lines.drain(..self.lines.len().saturating_sub(MOST));
    }

    /// The lines above a table that begins.
    pub fn take(&mut self) -> Vec<String> {
        self.end();
        std::mem::take(&mut self.lines)
    }
}
