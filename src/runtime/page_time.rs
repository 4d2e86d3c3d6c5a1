//! When a briefing's page turns, its mark moves, and the clock's minute passes: the only things on the screen that
//! move by themselves.

use std::time::{Duration, Instant};

use crate::app::briefing::PROGRESS;
use crate::app::{Clock, State};

/// The time of day in whole seconds since midnight, where the user is.
pub type WallClock = fn() -> u32;

/// The time of day as the system tells it.
pub fn local_time() -> u32 {
    use chrono::Timelike as _;
    chrono::Local::now().num_seconds_from_midnight()
}

/// The times of a briefing.
#[derive(Debug, Clone, Default)]
pub struct PageTime {
    clock: Option<WallClock>,
    /// The page that stands, how long it is to, and since when it does.
    page: Option<(usize, Option<Duration>)>,
    since: Option<Instant>,
    next_minute: Option<Instant>,
}

impl PageTime {
    /// Times with a clock; without one, none is shown.
    pub fn with_clock(clock: WallClock) -> PageTime {
        PageTime { clock: Some(clock), ..PageTime::default() }
    }

    /// Goes on with the time: to be called after every event. True where the screen is another now.
    pub fn go_on(&mut self, state: &mut State, now: Instant) -> bool {
        let Some(briefing) = &state.briefing else {
            (self.page, self.since, self.next_minute) = (None, None, None);
            return false;
        };
        let page = Some((briefing.page, state.page_time()));
        let mut moved = false;
        if page != self.page {
            (self.page, self.since) = (page, Some(now));
        } else if let (Some(since), Some(time)) = (self.since, state.page_time()) {
            let stood = now.saturating_duration_since(since);
            moved = state.page_stood(stood);
            if stood >= time {
                self.since = Some(now);
                self.page = state.briefing.as_ref().map(|briefing| briefing.page).zip(Some(state.page_time()));
            }
        }
        self.tell_time(state, now) || moved
    }

    fn tell_time(&mut self, state: &mut State, now: Instant) -> bool {
        let Some(clock) = self.clock.filter(|_| self.next_minute.is_none_or(|next| now >= next)) else { return false };
        let seconds = clock();
        self.next_minute = Some(now + Duration::from_secs(u64::from(60 - seconds % 60)));
        state.tell_time(Clock { hour: seconds / 3600 % 24, minute: seconds / 60 % 60 })
    }

    /// When the next of these is due.
    pub fn wake_at(&self, state: &State) -> Option<Instant> {
        let briefing = state.briefing.as_ref()?;
        let step = state.page_time().zip(self.since).map(|(time, since)| {
            let steps = u32::from(briefing.progress) + 1;
            // A millisecond later than the step, so that it is over.
            since + time * steps / u32::from(PROGRESS) + Duration::from_millis(1)
        });
        let minute = self.next_minute.filter(|_| !briefing.blank);
        [step, minute].into_iter().flatten().min()
    }
}
