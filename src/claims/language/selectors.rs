//! Which series of a flow is meant: `export[semiconductors to us, days 1-20]`.

use crate::domain::{Flow, SeriesKey, Window};
use crate::say;
use crate::word;

use super::Fault;
use super::lexer::Token;
use super::parser::Parser;

/// Chooses the year to date as printed, rather than the sum of the months.
pub(super) const PRINTED_YEAR_TO_DATE: &str = "printed ytd";

impl Parser<'_, '_> {
    /// The series of a flow, chosen between brackets or the total.
    pub(super) fn series(&mut self, flow: Flow) -> Result<SeriesKey, Fault> {
        let mut key = SeriesKey::total(flow);
        let (at, Token::Choice(choice)) = self.peek() else { return Ok(key) };
        self.take();
        let mut start = at + 1;
        for selector in choice.split(',') {
            let blanks = selector.len() - selector.trim_start().len();
            self.select(&mut key, selector.trim(), start + blanks)?;
            start += selector.len() + 1;
        }
        Ok(key)
    }

    /// `ITEM`, `to PARTNER`, `ITEM to PARTNER`, `days 1-20` or `printed ytd`.
    fn select(&mut self, key: &mut SeriesKey, selector: &str, at: usize) -> Result<(), Fault> {
        if selector.is_empty() {
            return Err(Fault::new(at, word!("claims.nothing-chosen-here"), word!("claims.write-code-item-partner")));
        }
        if selector == PRINTED_YEAR_TO_DATE {
            key.window = Window::YearToDate;
            return Ok(());
        }
        if let Some(days) = selector.strip_prefix("days ") {
            key.window = Window::parse(days.trim())
                .filter(|window| matches!(window, Window::First10 | Window::First20))
                .ok_or_else(|| {
                    Fault::new(at, say!("claims.not-days", days = days.escape_debug()), word!("claims.write-days-1-10"))
                })?;
            return Ok(());
        }
        let partner = partner(selector);
        let item = partner.map_or(selector, |start| selector[..start].trim_end_matches(is_letter).trim());
        if !item.is_empty() {
            let fault = |hint| Fault::new(at, say!("claims.unknown-item", item = item.escape_debug()), hint);
            key.item = self.codes.item(item).map_err(fault)?;
        }
        if let Some(start) = partner {
            let code = selector[start..].trim();
            let fault =
                |hint| Fault::new(at + start + 1, say!("claims.unknown-partner", code = code.escape_debug()), hint);
            key.partner = self.codes.partner(code).map_err(fault)?;
        }
        Ok(())
    }
}

/// Where the word between item and partner ends.
fn partner(selector: &str) -> Option<usize> {
    ["to ", "from ", "with "].into_iter().find_map(|word| {
        let at = selector.find(word)?;
        (at == 0 || selector[..at].ends_with(' ')).then_some(at + word.len() - 1)
    })
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_lowercase()
}
