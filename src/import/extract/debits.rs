//! Imports that are written as debits, with a minus before each.

use crate::domain::Flow;
use crate::say;

use super::{Decimal, Extract, Fact};

impl Extract {
    /// Trade is no less than nothing: where all values of a flow are negative, the minus says which side of an account they
    /// stand on.
    pub fn turn_debits(&mut self) {
        for flow in [Flow::Export, Flow::Import] {
            let subjects = &self.subjects;
            let is_of_flow = |fact: &&mut Fact| subjects[fact.subject as usize].flow() == Some(flow);
            let of_flow = || self.facts.iter().filter(|fact| subjects[fact.subject as usize].flow() == Some(flow));
            let mut signs = of_flow().filter_map(|fact| fact.value).map(|value| value.digits.signum());
            let most = signs.clone().max();
            if most != Some(-1) && !(most == Some(0) && signs.any(|sign| sign < 0)) {
                continue;
            }
            for fact in self.facts.iter_mut().filter(is_of_flow) {
                fact.value = fact.value.map(|value| Decimal { digits: -value.digits, ..value });
            }
            self.doubt(say!("import.debits-turned", flow = flow.word()));
        }
    }
}
