//! What a number is about: who reports which flow of which goods with whom, in which unit.

use std::fmt;

use crate::domain::Flow;
use crate::word;

use super::Unit;

/// Whether a code means everything, one part of it, or several parts at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Extent {
    /// The world; all goods.
    Whole,
    /// A country; one kind of goods.
    #[default]
    Part,
    /// A group of countries; a sum of other goods. Never added to its members.
    Group,
}

/// A country or group of countries.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Area {
    /// As in the file; may be empty.
    pub code: String,
    /// Its name; may be empty.
    pub label: String,
    /// The world, a country or a group.
    pub extent: Extent,
}

/// A kind of goods.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Goods {
    /// As in the file, with its leading zeros; may be empty.
    pub code: String,
    /// Its name; may be empty.
    pub label: String,
    /// `HS`, `SITC` …; may be empty.
    pub classification: String,
    /// All goods, one kind, or a sum of kinds.
    pub extent: Extent,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A flow that the dashboard shows.
    Flow(Flow),
    /// Anything else, by its name.
    Other(String),
}

/// What a number is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Who reports; empty where the file does not say.
    pub reporter: Area,
    /// What is measured.
    pub measure: Measure,
    /// The goods.
    pub item: Goods,
    /// The other country.
    pub partner: Area,
    /// What the numbers are counted in.
    pub unit: Unit,
    /// Further dimensions, name and value, in the order of the file.
    pub dimensions: Vec<(String, String)>,
}

impl Area {
    /// The whole world.
    pub fn world() -> Area {
        Area { extent: Extent::Whole, ..Area::default() }
    }

    /// A country.
    pub fn country(code: &str, label: &str) -> Area {
        Area { code: code.to_owned(), label: label.to_owned(), extent: Extent::Part }
    }

    /// The same, as `extent`.
    #[must_use]
    pub fn being(self, extent: Extent) -> Area {
        Area { extent, ..self }
    }

    /// The code, or the name where there is none.
    pub fn id(&self) -> &str {
        if self.code.is_empty() { &self.label } else { &self.code }
    }
}

impl Goods {
    /// All goods.
    pub fn all() -> Goods {
        Goods { extent: Extent::Whole, ..Goods::default() }
    }

    /// One kind.
    pub fn kind(code: &str, label: &str, classification: &str) -> Goods {
        Goods {
            code: code.to_owned(),
            label: label.to_owned(),
            classification: classification.to_owned(),
            extent: Extent::Part,
        }
    }

    /// The same, as `extent`.
    #[must_use]
    pub fn being(self, extent: Extent) -> Goods {
        Goods { extent, ..self }
    }

    /// The code, or the name where there is none.
    pub fn id(&self) -> &str {
        if self.code.is_empty() { &self.label } else { &self.code }
    }
}

impl Subject {
    /// A flow of all goods with the world.
    pub fn total(flow: Flow, unit: Unit) -> Subject {
        Subject {
            reporter: Area::default(),
            measure: Measure::Flow(flow),
            item: Goods::all(),
            partner: Area::world(),
            unit,
            dimensions: Vec::new(),
        }
    }

    /// Something that is no flow of trade.
    pub fn other(name: &str, unit: Unit) -> Subject {
        Subject { measure: Measure::Other(name.to_owned()), ..Subject::total(Flow::Export, unit) }
    }

    /// The same, reported by `reporter`.
    #[must_use]
    pub fn by(self, reporter: Area) -> Subject {
        Subject { reporter, ..self }
    }

    /// The same, of `item`.
    #[must_use]
    pub fn of(self, item: Goods) -> Subject {
        Subject { item, ..self }
    }

    /// The same, with `partner`.
    #[must_use]
    pub fn with(self, partner: Area) -> Subject {
        Subject { partner, ..self }
    }

    /// The flow, where it is one.
    pub fn flow(&self) -> Option<Flow> {
        match self.measure {
            Measure::Flow(flow) => Some(flow),
            Measure::Other(_) => None,
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code.as_str(), self.label.as_str(), self.extent) {
            ("", "", Extent::Whole) => f.write_str(word!("import.world")),
            (code, "", _) => f.write_str(code),
            ("", label, _) => f.write_str(label),
            (code, label, _) if code == label => f.write_str(code),
            (code, label, _) => write!(f, "{code} {label}"),
        }
    }
}

impl fmt::Display for Goods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code.as_str(), self.label.as_str()) {
            ("", "") => f.write_str(word!("import.all-goods")),
            (code, "") => f.write_str(code),
            ("", label) => f.write_str(label),
            (code, label) => write!(f, "{code} {label}"),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Flow(flow) => f.write_str(flow.word()),
            Measure::Other(name) => f.write_str(name),
        }
    }
}
