//! What is claimed at the cursor: the worker appends it to the file of claims, and panel 7 judges it.

use std::sync::Arc;

use crate::runtime::program::Outcome;
use crate::say;
use crate::ui::claim;
use crate::word;

use super::{Added, Dashboard, Message};

impl Dashboard {
    /// Asks for the number at the cursor to be appended to the file of claims.
    pub(super) fn add_claim(&mut self) -> Outcome<Message> {
        let asked = claim::at_cursor(&self.scene());
        match (asked, self.claims_file.clone()) {
            (Ok(draft), Some(file)) => {
                let dataset = Arc::clone(self.state.view().dataset());
                Outcome::redraw().with(move || {
                    let added = file.append(&dataset, &draft).map_err(|problem| problem.to_string());
                    Message::Claimed(Box::new(added.map(|statement| (statement, file.name()))))
                })
            }
            (Ok(_), None) => self.tell(word!("runtime.there-no-file-claims").to_owned()),
            (Err(words), _) => self.tell(words.to_owned()),
        }
    }

    /// What came of it.
    pub(super) fn claimed(&mut self, added: Added) -> Outcome<Message> {
        match *added {
            Ok((statement, file)) => {
                let id = statement.id.clone();
                self.state.add_statement(statement);
                self.done(say!("runtime.added-panel-7-judges", id = id, file = file))
            }
            Err(words) => self.tell(words),
        }
    }
}
