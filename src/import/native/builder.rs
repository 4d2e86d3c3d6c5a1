//! Collects observations, gives codes their indices, finds contradictions, and puts the dataset together.

use std::collections::HashMap;

use crate::domain::{
    Calendar, Dataset, Date, Frequency, Item, ItemId, Observation, Partner, PartnerId, Period, Problem, Release,
    Series, SeriesKey, SourceId, Text, spelling,
};
use crate::say;
use crate::word;

/// A list of things with codes; the first is the whole (total, world) and has the empty code.
#[derive(Default)]
pub(super) struct Codes {
    indices: HashMap<String, u16>,
    /// The code asked for before: rows of one kind stand together.
    last: Option<(String, u16)>,
    /// The file lists what exists: a code outside the list is a slip.
    closed: bool,
}

impl Codes {
    fn open_with(first: &str) -> Codes {
        Codes { indices: HashMap::from([(first.to_owned(), 0)]), ..Codes::default() }
    }
}

/// A dataset in the making.
pub(in crate::import) struct Builder {
    /// What is known so far; series stay empty until [`Builder::finish`].
    pub dataset: Dataset,
    /// Settled values without a release date of their own are presumed released on this month and day
    /// of the year after.
    pub release_rule: Option<(u32, u32)>,
    main_file: String,
    frequency: Option<Frequency>,
    items: Codes,
    partners: Codes,
    sources: Codes,
    series: Vec<Series>,
    places: HashMap<SeriesKey, usize>,
    /// The series added to before: rows of one series stand together.
    last: usize,
}

impl Builder {
    /// An empty dataset.
    pub fn new(main_file: &str) -> Builder {
        let dataset = Dataset {
            id: String::new(),
            reporter: String::new(),
            name: Text::default(),
            currency: String::new(),
            basis: Text::default(),
            valuation: Text::default(),
            frequency: Frequency::Monthly,
            scope: None,
            focus_item: None,
            timezone: String::new(),
            items: vec![Item {
                name: Text { en: "Total".into(), ko: "총계".into() },
                aggregate: true,
                ..Item::default()
            }],
            partners: vec![Partner {
                name: Text { en: "World".into(), ko: "세계".into() },
                aggregate: true,
                ..Partner::default()
            }],
            sources: Vec::new(),
            series: Vec::new(),
            calendar: Calendar::default(),
            targets: Vec::new(),
            policies: Vec::new(),
            statements: Vec::new(),
            schedule: Vec::new(),
            files: Vec::new(),
            decisions: Vec::new(),
        };
        Builder {
            dataset,
            release_rule: None,
            main_file: main_file.to_owned(),
            frequency: None,
            items: Codes::open_with(""),
            partners: Codes::open_with(""),
            sources: Codes::default(),
            series: Vec::new(),
            places: HashMap::new(),
            last: 0,
        }
    }

    /// Adds an item to the list; from then on the list is closed. False where the code is taken.
    pub fn list_item(&mut self, item: Item) -> bool {
        self.items.closed = true;
        let index = self.dataset.items.len() as u16;
        let is_new = self.items.indices.insert(item.id.clone(), index).is_none();
        self.dataset.items.push(item);
        is_new
    }

    /// Adds a partner to the list; from then on the list is closed. False where the code is taken.
    pub fn list_partner(&mut self, partner: Partner) -> bool {
        self.partners.closed = true;
        let index = self.dataset.partners.len() as u16;
        let is_new = self.partners.indices.insert(partner.id.clone(), index).is_none();
        self.dataset.partners.push(partner);
        is_new
    }

    /// The item with this code, if it was listed in this classification.
    pub fn listed_item(&self, code: &str, classification: &str) -> Option<ItemId> {
        let found = self.items.indices.get(code).map(|index| ItemId(*index))?;
        (self.dataset.item(found).classification == classification).then_some(found)
    }

    /// The partner with this code, if it was listed in this scheme.
    pub fn listed_partner(&self, code: &str, scheme: &str) -> Option<PartnerId> {
        let found = self.partners.indices.get(code).map(|index| PartnerId(*index))?;
        (self.dataset.partner(found).scheme == scheme).then_some(found)
    }

    /// Sets the list of sources and closes it.
    pub fn list_sources(&mut self, sources: Vec<crate::domain::Source>) {
        self.sources.closed = true;
        self.sources.indices =
            sources.iter().enumerate().map(|(index, source)| (source.id.clone(), index as u16)).collect();
        self.dataset.sources = sources;
    }

    /// The index of an item code.
    ///
    /// # Errors
    /// A hint, where the list of items is closed and does not have it.
    pub fn item(&mut self, code: &str) -> Result<ItemId, String> {
        let items = &mut self.dataset.items;
        index_of(&mut self.items, code, || {
            items.push(Item { id: code.to_owned(), name: Text::plain(code), ..Item::default() })
        })
        .map(ItemId)
    }

    /// The index of a partner code.
    ///
    /// # Errors
    /// A hint, where the list of partners is closed and does not have it.
    pub fn partner(&mut self, code: &str) -> Result<PartnerId, String> {
        let partners = &mut self.dataset.partners;
        let add = || partners.push(Partner { id: code.to_owned(), name: Text::plain(code), ..Partner::default() });
        index_of(&mut self.partners, code, add).map(PartnerId)
    }

    /// The index of a source id; none for the empty one.
    ///
    /// # Errors
    /// A hint, where the list of sources is closed and does not have it.
    pub fn source(&mut self, id: &str) -> Result<Option<SourceId>, String> {
        if id.is_empty() {
            return Ok(None);
        }
        let sources = &mut self.dataset.sources;
        let add =
            || sources.push(crate::domain::Source { id: id.to_owned(), title: Text::plain(id), ..Default::default() });
        index_of(&mut self.sources, id, add).map(|index| Some(SourceId(index)))
    }

    /// The number of a file that observations come from.
    pub fn file(&mut self, name: &str) -> u16 {
        self.dataset.files.push(name.to_owned());
        (self.dataset.files.len() - 1) as u16
    }

    /// The main file's name without its ending.
    pub fn main_name(&self) -> String {
        super::stem(&self.main_file)
    }

    /// Sets the frequency that every period must have.
    pub fn declare(&mut self, frequency: Frequency) {
        self.frequency = Some(frequency);
    }

    /// Fixes the frequency, or checks that the period has it.
    pub fn accepts(&mut self, period: Period) -> bool {
        *self.frequency.get_or_insert_with(|| super::frequency_of(period)) == period.frequency()
    }

    /// Fixes the currency, or checks that it is the same.
    pub fn accepts_currency(&mut self, currency: &str) -> bool {
        if self.dataset.currency.is_empty() {
            self.dataset.currency = currency.to_owned();
        }
        self.dataset.currency == currency
    }

    /// When an observation of `period` was released: as its row says, else by the rule for settled values.
    pub fn release(&self, period: Period, date: Option<Date>, is_settled: bool) -> Release {
        let presumed = self.release_rule.filter(|_| date.is_none() && is_settled);
        let presumed = presumed.and_then(|(month, day)| Date::from_ymd_opt(period.year() + 1, month, day));
        Release { date: date.or(presumed), presumed: presumed.is_some() }
    }

    /// Appends an observation.
    pub fn add(&mut self, key: SeriesKey, observation: Observation) {
        if self.series.get(self.last).is_none_or(|series| series.key != key) {
            self.last = *self.places.entry(key).or_insert(self.series.len());
        }
        match self.series.get_mut(self.last) {
            Some(series) => series.observations.push(observation),
            None => self.series.push(Series { key, observations: vec![observation] }),
        }
    }

    /// Appends the observations of a series.
    pub fn add_all(&mut self, key: SeriesKey, observations: Vec<Observation>) {
        let place = *self.places.entry(key).or_insert(self.series.len());
        match self.series.get_mut(place) {
            Some(series) => series.observations.extend(observations),
            None => self.series.push(Series { key, observations }),
        }
    }

    /// The dataset, which must have a value.
    pub fn finish(self, problems: &mut Vec<Problem>) -> Dataset {
        if self.series.is_empty() && problems.is_empty() {
            problems.push(Problem::whole_file(
                &*self.main_file,
                word!("native.there-no-observation"),
                word!("native.add-least-one-row"),
            ));
        }
        self.finish_for_others(problems)
    }

    /// The dataset, to which others may bring the values. Sorts, drops repeated rows, reports contradictory ones.
    pub fn finish_for_others(mut self, problems: &mut Vec<Problem>) -> Dataset {
        let mut series = std::mem::take(&mut self.series);
        series.sort_unstable_by_key(|series| series.key);
        for one in &mut series {
            one.observations.sort_by_key(|observation| (observation.period, observation.release));
            self.check_repeats(one, problems);
            one.observations.dedup_by(|later, earlier| {
                later.period == earlier.period && later.release.date == earlier.release.date
            });
        }
        self.dataset.frequency = self.frequency.unwrap_or(Frequency::Monthly);
        self.dataset.series = series;
        self.dataset
    }

    fn check_repeats(&self, series: &Series, problems: &mut Vec<Problem>) {
        for pair in series.observations.windows(2) {
            let [earlier, later] = pair else { continue };
            let same_key = earlier.period == later.period && earlier.release.date == later.release.date;
            if !same_key || earlier.value == later.value {
                continue;
            }
            let (first, second) =
                if earlier.origin.line <= later.origin.line { (earlier, later) } else { (later, earlier) };
            let file = &self.dataset.files[usize::from(second.origin.file)];
            let flow = series.key.flow.code();
            let what = say!("native.second-value-another-number", flow = flow, period = second.period);
            let hint = say!(
                "native.first-line-give-later",
                file = self.dataset.files[usize::from(first.origin.file)],
                line = first.origin.line
            );
            problems.push(Problem::new(&**file, second.origin.line as usize, 0, what, hint));
        }
    }
}

fn index_of(codes: &mut Codes, code: &str, add: impl FnOnce()) -> Result<u16, String> {
    if let Some((_, index)) = codes.last.as_ref().filter(|(last, _)| last == code) {
        return Ok(*index);
    }
    if let Some(index) = codes.indices.get(code) {
        codes.last = Some((code.to_owned(), *index));
        return Ok(*index);
    }
    let next = u16::try_from(codes.indices.len()).ok().filter(|_| !codes.closed);
    let Some(next) = next else {
        let known: Vec<&str> = codes.indices.keys().map(String::as_str).filter(|known| !known.is_empty()).collect();
        return Err(match spelling::nearest(code, known) {
            _ if !codes.closed => word!("native.dataset-has-room-65").to_owned(),
            Some(near) => say!("native.did-you-mean", near = near),
            None => word!("native.list-dataset-s-toml").to_owned(),
        });
    };
    add();
    codes.indices.insert(code.to_owned(), next);
    Ok(next)
}
