//! Everything that was loaded: series with all their vintages, and what belongs to them.

use chrono::{Datelike, NaiveDate};

use super::{
    Calendar, Decision, Flow, Frequency, ItemId, Member, Observation, ObservationId, PartnerId, Period, Policy, Scope,
    Series, SeriesKey, SourceId, Statement, Target, Text, Window,
};

/// A kind of goods, within one classification.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// As in the files; empty for the total.
    pub id: String,
    /// `MTI`, `HS` …: items of different classifications are never added or compared.
    pub classification: String,
    /// Full name.
    pub name: Text,
    /// Name for narrow places.
    pub short: Text,
    /// True where it is itself a sum of other items.
    pub aggregate: bool,
    /// The item of the same classification that it lies within: never counted beside it.
    pub part_of: Option<ItemId>,
}

/// A country or group of countries.
#[derive(Debug, Clone, Default)]
pub struct Partner {
    /// As in the files; empty for the world.
    pub id: String,
    /// Whose grouping it is: groups of different schemes are never added or compared.
    pub scheme: String,
    /// Full name.
    pub name: Text,
    /// Name for tables that state the scheme themselves.
    pub short: Text,
    /// The partner of the same scheme that it lies within: never counted beside it.
    pub part_of: Option<PartnerId>,
    /// ISO 3166 alpha-2 code; empty for groups.
    pub code: String,
    /// True for groups of countries.
    pub aggregate: bool,
}

/// Where numbers were read.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// As in the files.
    pub id: String,
    /// Who published it.
    pub publisher: Text,
    /// What it is.
    pub title: Text,
    /// Where it can be found.
    pub url: String,
}

/// A release that comes every month.
#[derive(Debug, Clone)]
pub struct ScheduledRelease {
    /// What comes out.
    pub window: Window,
    /// How many months after the period.
    pub months_after: i32,
    /// Day of the month.
    pub day: u32,
    /// Local time, as text.
    pub time: String,
}

/// A loaded dataset. Nothing in it changes; [`super::View`] shows it as known on a date.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// Short identifier.
    pub id: String,
    /// ISO code of the reporting country; may be empty.
    pub reporter: String,
    /// Its name.
    pub name: Text,
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// `customs basis` …
    pub basis: Text,
    /// `exports FOB, imports CIF` …
    pub valuation: Text,
    /// Of all series.
    pub frequency: Frequency,
    /// The part of a larger body of records that this is, which can be looked into; none of other datasets.
    pub scope: Option<Scope>,
    /// The item that panel 3 is about.
    pub focus_item: Option<ItemId>,
    /// Of the release times, as text.
    pub timezone: String,
    /// Index 0 is the total.
    pub items: Vec<Item>,
    /// Index 0 is the world.
    pub partners: Vec<Partner>,
    /// Listed once.
    pub sources: Vec<Source>,
    /// Ordered by key.
    pub series: Vec<Series>,
    /// Working days.
    pub calendar: Calendar,
    /// In the order of the file.
    pub targets: Vec<Target>,
    /// In the order of the file.
    pub policies: Vec<Policy>,
    /// In the order of the file.
    pub statements: Vec<Statement>,
    /// Regular releases.
    pub schedule: Vec<ScheduledRelease>,
    /// Names of the files that were read, for [`super::Origin`].
    pub files: Vec<String>,
    /// What was decided while they were read. Native files leave nothing to decide, but pass on what was decided when
    /// they were made of foreign ones.
    pub decisions: Vec<Decision>,
}

impl Dataset {
    /// The series with this key, and its index.
    pub fn series(&self, key: SeriesKey) -> Option<(u32, &Series)> {
        let index = self.series.binary_search_by(|series| series.key.cmp(&key)).ok()?;
        Some((index as u32, &self.series[index]))
    }

    /// The observation that an id points at.
    pub fn observation(&self, id: ObservationId) -> &Observation {
        &self.series[id.series as usize].observations[id.row as usize]
    }

    /// The series that an observation belongs to.
    pub fn key_of(&self, id: ObservationId) -> SeriesKey {
        self.series[id.series as usize].key
    }

    /// The item with this id in the files.
    pub fn item_id(&self, id: &str) -> Option<ItemId> {
        self.items.iter().position(|item| item.id == id).map(|index| ItemId(index as u16))
    }

    /// The item itself.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[usize::from(id.0)]
    }

    /// The partner itself.
    pub fn partner(&self, id: PartnerId) -> &Partner {
        &self.partners[usize::from(id.0)]
    }

    /// The name of a part of the total: short, for a partner without its scheme.
    pub fn member_name(&self, member: Member) -> &Text {
        let (short, name) = match member {
            Member::Item(item) => (None, &self.item(item).name),
            Member::Partner(partner) => (Some(&self.partner(partner).short), &self.partner(partner).name),
        };
        short.filter(|short| !short.en.is_empty()).unwrap_or(name)
    }

    /// The code of a part in the files.
    pub fn member_code(&self, member: Member) -> &str {
        match member {
            Member::Item(item) => &self.item(item).id,
            Member::Partner(partner) => &self.partner(partner).id,
        }
    }

    /// The part that another part lies within.
    pub fn within(&self, member: Member) -> Option<Member> {
        match member {
            Member::Item(item) => self.item(item).part_of.map(Member::Item),
            Member::Partner(partner) => self.partner(partner).part_of.map(Member::Partner),
        }
    }

    /// The source itself.
    pub fn source(&self, id: SourceId) -> &Source {
        &self.sources[usize::from(id.0)]
    }

    /// All release dates, oldest first, each once.
    pub fn release_dates(&self) -> Vec<NaiveDate> {
        let observations = self.series.iter().flat_map(|series| &series.observations);
        let mut dates: Vec<NaiveDate> = observations.filter_map(|observation| observation.release.date).collect();
        dates.sort_unstable();
        dates.dedup();
        dates
    }

    /// True where at least one observation tells when it was released.
    pub fn has_release_dates(&self) -> bool {
        self.series.iter().flat_map(|series| &series.observations).any(|observation| observation.release.date.is_some())
    }

    /// The date of the newest release, or the last day of the last period where no dates are known.
    pub fn newest_release(&self) -> NaiveDate {
        let observations = || self.series.iter().flat_map(|series| &series.observations);
        let dated = observations().filter_map(|observation| observation.release.date).max();
        let last_day = || observations().map(|observation| observation.period.last_day()).max();
        dated.or_else(last_day).unwrap_or_default()
    }

    /// A readable name of a series: `export, semiconductors, world`.
    pub fn series_name(&self, key: SeriesKey) -> String {
        let mut name = key.flow.code().to_owned();
        let parts = [
            (key.item != ItemId::TOTAL).then(|| self.item(key.item).id.as_str()),
            (key.partner != PartnerId::WORLD).then(|| self.partner(key.partner).id.as_str()),
            (key.window != Window::Whole).then(|| key.window.code()),
        ];
        for part in parts.into_iter().flatten() {
            name.push(':');
            name.push_str(part);
        }
        name
    }

    /// The first scheduled release after `day`: its date and what it is.
    pub fn next_release(&self, day: NaiveDate) -> Option<(NaiveDate, &ScheduledRelease)> {
        let in_month =
            |year: i32, month: u32, release: &ScheduledRelease| NaiveDate::from_ymd_opt(year, month, release.day);
        let (next_year, next_month) =
            if day.month() == 12 { (day.year() + 1, 1) } else { (day.year(), day.month() + 1) };
        let candidates = self.schedule.iter().flat_map(|release| {
            let dates = [in_month(day.year(), day.month(), release), in_month(next_year, next_month, release)];
            dates.into_iter().flatten().map(move |date| (date, release))
        });
        candidates.filter(|(date, _)| *date > day).min_by_key(|(date, _)| *date)
    }

    /// True where the dataset has any series of this flow in total.
    pub fn has_total(&self, flow: Flow) -> bool {
        self.series(SeriesKey::total(flow)).is_some()
    }

    /// First and last period of any whole-period series.
    pub fn span(&self) -> Option<(Period, Period)> {
        let whole = || {
            self.series
                .iter()
                .filter(|series| series.key.window == Window::Whole)
                .flat_map(|series| &series.observations)
        };
        let first = whole().map(|observation| observation.period).min()?;
        let last = whole().map(|observation| observation.period).max()?;
        Some((first, last))
    }
}
