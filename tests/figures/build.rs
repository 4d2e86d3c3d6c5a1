//! Builds vintages and datasets by hand.

use tradedeck::domain::{
    Calendar, Dataset, Date, Flow, Frequency, Item, ItemId, ObsStatus, Observation, ObservationId, Origin, Partner,
    Period, Reading, Release, Series, SeriesKey, Target, TargetKind, Text, Vintage,
};
use tradedeck::indicators::{Lens, Measured};

/// A month's value: the number and its status, or nothing.
pub type Cell = Option<(i64, ObsStatus)>;

/// A vintage of consecutive periods from `first`.
pub fn vintage(first: Period, cells: &[Cell]) -> Vintage {
    let reading = |(row, cell): (usize, &Cell)| {
        cell.map(|(value, status)| Reading::published(value, 1, status, ObservationId { series: 0, row: row as u32 }))
    };
    Vintage::new(first, cells.iter().enumerate().map(reading).collect())
}

/// The same, all values settled.
pub fn settled(first: Period, values: impl IntoIterator<Item = Option<i64>>) -> Vintage {
    let cells: Vec<Cell> = values.into_iter().map(|value| value.map(|value| (value, ObsStatus::Normal))).collect();
    vintage(first, &cells)
}

/// What the tests vary of an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Print {
    pub period: Period,
    pub value: i64,
    pub rounding: i64,
    pub status: ObsStatus,
    pub released: Option<Date>,
    pub presumed: bool,
}

impl Print {
    pub fn known_on(&self, day: Date) -> bool {
        self.released.is_none_or(|date| date <= day)
    }
}

/// A series of prints in the order in which a dataset keeps them; `None` where there are none.
/// The line number is that of the print in `prints`, so that it survives leaving some out.
pub fn series(key: SeriesKey, prints: &[Print], keep: impl Fn(&Print) -> bool) -> Option<Series> {
    let observation = |(line, print): (usize, &Print)| Observation {
        period: print.period,
        value: print.value,
        rounding: print.rounding,
        status: print.status,
        release: Release { date: print.released, presumed: print.presumed },
        source: None,
        origin: Origin { file: 0, line: line as u32 + 1 },
    };
    let mut observations: Vec<Observation> =
        prints.iter().enumerate().filter(|(_, print)| keep(print)).map(observation).collect();
    observations.sort_by_key(|observation| (observation.period, observation.release));
    (!observations.is_empty()).then_some(Series { key, observations })
}

/// The item that datasets of [`dataset`] are about.
pub const CHIPS: ItemId = ItemId(1);

/// A monthly dataset with these series and nothing else.
pub fn dataset(series: Vec<Series>, calendar: Calendar, targets: Vec<Target>) -> Dataset {
    let mut series = series;
    series.sort_by_key(|series| series.key);
    Dataset {
        id: "made-up".into(),
        reporter: "KR".into(),
        name: Text::plain("Made up"),
        currency: "USD".into(),
        basis: Text::default(),
        valuation: Text::default(),
        frequency: Frequency::Monthly,
        scope: None,
        focus_item: Some(CHIPS),
        timezone: String::new(),
        items: vec![Item::default(), Item { id: "chips".into(), ..Item::default() }],
        partners: vec![Partner::default()],
        sources: Vec::new(),
        series,
        calendar,
        targets,
        policies: Vec::new(),
        statements: Vec::new(),
        schedule: Vec::new(),
        decisions: Vec::new(),
        files: vec!["made-up.csv".into()],
    }
}

/// A target for a calendar year.
pub fn target(key: SeriesKey, year: i32, value: i64, announced: Date) -> Target {
    Target {
        id: "goal".into(),
        year,
        key,
        value,
        announced,
        kind: TargetKind::Target,
        issuer: Text::default(),
        note: Text::default(),
        source: None,
    }
}

/// A series as everything of the program sees it: through a lens.
pub struct Seen<'a> {
    pub series: &'a Vintage,
    pub calendar: &'a Calendar,
    pub lens: Lens,
}

impl<'a> Seen<'a> {
    pub fn plain(series: &'a Vintage, calendar: &'a Calendar) -> Seen<'a> {
        Seen { series, calendar, lens: Lens::default() }
    }

    pub fn through(&self, lens: Lens) -> Seen<'a> {
        Seen { lens, ..*self }
    }

    pub fn value(&self, period: Period) -> Measured {
        self.lens.value(self.series.into(), self.calendar, period)
    }

    pub fn growth(&self, period: Period) -> Measured {
        self.lens.growth(self.series.into(), None, self.calendar, period)
    }

    pub fn change(&self, period: Period) -> Measured {
        self.lens.change(self.series.into(), self.calendar, period)
    }
}

/// The keys of total exports, imports and the balance.
pub const TOTALS: [SeriesKey; 3] =
    [SeriesKey::total(Flow::Export), SeriesKey::total(Flow::Import), SeriesKey::total(Flow::Balance)];

/// A date that must exist.
pub fn date(year: i32, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(year, month, day).unwrap()
}
