//! What is measured (exports, imports, balance) and over which part of the month.

use crate::word;

/// Direction of trade, or the difference of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// Goods leaving the reporter, FOB-type valuation unless the dataset says otherwise.
    Export,
    /// Goods entering the reporter, CIF-type valuation unless the dataset says otherwise.
    Import,
    /// Exports less imports, as published.
    Balance,
}

impl Flow {
    /// All flows, in the order of the enum.
    pub const ALL: [Flow; 3] = [Flow::Export, Flow::Import, Flow::Balance];

    /// Reads the word used in files: `export`, `import` or `balance`.
    pub fn parse(text: &str) -> Option<Flow> {
        match text {
            "export" => Some(Flow::Export),
            "import" => Some(Flow::Import),
            "balance" => Some(Flow::Balance),
            _ => None,
        }
    }

    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Flow::Export => word!("domain.export"),
            Flow::Import => word!("domain.import"),
            Flow::Balance => word!("domain.balance"),
        }
    }

    /// The word used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Flow::Export => "export",
            Flow::Import => "import",
            Flow::Balance => "balance",
        }
    }
}

/// The part of the period that an observation covers. Only equal windows may be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Window {
    /// The whole period.
    Whole,
    /// Days 1 to 10 of a month: the first flash release.
    First10,
    /// Days 1 to 20 of a month: the second flash release.
    First20,
    /// From the first of January to the end of the period, as printed.
    YearToDate,
}

impl Window {
    /// Reads the mark used in files: empty, `1-10`, `1-20` or `ytd`.
    pub fn parse(text: &str) -> Option<Window> {
        match text {
            "" => Some(Window::Whole),
            "1-10" => Some(Window::First10),
            "1-20" => Some(Window::First20),
            "ytd" => Some(Window::YearToDate),
            _ => None,
        }
    }

    /// The mark used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Window::Whole => "",
            Window::First10 => "1-10",
            Window::First20 => "1-20",
            Window::YearToDate => "ytd",
        }
    }
}
