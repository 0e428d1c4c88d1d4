//! The interpreter over time: what has happened to it, where it is, and how each of its states can be had again.
//!
//! This is an index. It holds the names and sizes of states, and none of their bytes: the desk holds it and must stay
//! small.
//!
//! 1. Each moment has a number, which is also the number of the state that it has led to.
//! 2. Most moments are led to by a [`Step`](super::Step) from the state before. The step's bytes are held elsewhere,
//!    under the moment's number.
//! 3. Some states can be had without any other: the pristine one, to which every reset leads, and those that are held
//!    whole. They are *anchors*. The [`Route`] to a state is the nearest anchor before it, and the steps from there on.
//! 4. When all bytes together take too much memory, the oldest moments up to an anchor are forgotten, and the timeline
//!    starts at that anchor.
//! 5. A state that is too large to be held is in no store. The timeline then starts at it, and it can be had only from
//!    a worker that is in it.

use serde::{Deserialize, Serialize};

/// What has happened, in order. `A` is what the desk says about each moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeline<A> {
    /// The state before the first moment.
    start: Anchor,
    moments: Vec<Moment<A>>,
    /// How many of the moments have happened. The others were undone and can be redone.
    here: usize,
    /// How many moments before the first one were forgotten.
    forgotten: usize,
}

/// What has led from one state to the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Moment<A> {
    /// The number of the moment and of its state: never 0, and greater than those of all moments before.
    pub number: u32,
    /// What has happened, in the desk's terms.
    pub about: A,
    /// How it has led to its state.
    pub led: Led,
    /// How many bytes the whole state takes that is held for this moment; `None` if none is held.
    pub whole: Option<usize>,
}

/// How a moment led to its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Led {
    /// The state is the same as before.
    Nowhere,
    /// By a step that takes this many bytes when it is packed.
    Step(usize),
    /// To the pristine interpreter, whatever its state was.
    ToPristine,
}

/// A state that can be had without any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
pub enum Anchor {
    /// The pristine state.
    Pristine,
    /// The state after the moment of this number is held whole, and takes this many bytes when it is packed.
    Whole { number: u32, bytes: usize },
    /// The state after the moment of this number is in no store. Only a worker that has it, or a state after it, can
    /// come to it.
    Live { number: u32 },
}

/// How to come to a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Where the way begins.
    pub anchor: Anchor,
    /// The numbers of the steps from there on. Each is taken from the state before to the state after.
    pub steps: Vec<u32>,
}

/// The name of bytes that are held somewhere, with the number of the moment to which they belong. Whoever holds them
/// does not look into them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Blob {
    /// A packed [`Step`](super::Step).
    Step(u32),
    /// A packed [`Checkpoint`](super::Checkpoint).
    Whole(u32),
    /// A run's packed [`Tape`](super::Tape).
    Tape(u32),
}

impl<A> Default for Timeline<A> {
    fn default() -> Self {
        Self { start: Anchor::Pristine, moments: Vec::new(), here: 0, forgotten: 0 }
    }
}

impl Default for Route {
    /// The way to the pristine interpreter.
    fn default() -> Self {
        Self { anchor: Anchor::Pristine, steps: Vec::new() }
    }
}

impl<A> Timeline<A> {
    /// A timeline of the parts that an earlier visit has left.
    ///
    /// # Errors
    /// If the parts don't fit together.
    pub fn of_parts(
        start: Anchor,
        moments: Vec<Moment<A>>,
        here: usize,
        forgotten: usize,
    ) -> Result<Self, TimelineError> {
        let first = start.number();
        let ascending = moments.iter().try_fold(first, |last, moment| (moment.number > last).then_some(moment.number));
        let held = moments.iter().try_fold(0_usize, |sum, moment| sum.checked_add(moment.bytes()));
        if here > moments.len()
            || ascending.is_none()
            || held.and_then(|held| held.checked_add(start.bytes())).is_none()
        {
            return Err(TimelineError);
        }
        Ok(Self { start, moments, here, forgotten })
    }

    /// The state before the first moment, and how it can be had.
    pub fn start(&self) -> Anchor {
        self.start
    }

    /// All moments, in order: those that have happened, and then those that can be redone.
    pub fn moments(&self) -> &[Moment<A>] {
        &self.moments
    }

    /// How many of the moments have happened.
    pub fn here(&self) -> usize {
        self.here
    }

    /// How many moments were forgotten to save memory.
    pub fn forgotten(&self) -> usize {
        self.forgotten
    }

    /// Adds what has happened. The moments that could have been redone are dropped.
    ///
    /// # Panics
    /// If the number is not greater than that of each moment before, because states are told apart by their numbers.
    pub fn push(&mut self, number: u32, about: A, led: Led) {
        self.moments.truncate(self.here);
        let last = self.moments.last().map_or(self.start.number(), |last| last.number);
        assert!(number > last, "moment {number} comes after {last}");
        self.moments.push(Moment { number, about, led, whole: None });
        self.here += 1;
    }

    /// The interpreter has gone to the state after this many of the moments.
    ///
    /// # Panics
    /// If there are not that many moments.
    pub fn go(&mut self, here: usize) {
        assert!(here <= self.moments.len(), "the timeline has {} moments", self.moments.len());
        self.here = here;
    }

    /// The way to the state after this many of the moments.
    pub fn route(&self, here: usize) -> Route {
        let mut steps = Vec::new();
        let anchor = self.moments[..here].iter().rev().find_map(|moment| {
            let anchor = moment.anchor();
            if let (None, Led::Step(_)) = (anchor, moment.led) {
                steps.push(moment.number);
            }
            anchor
        });
        steps.reverse();
        Route { anchor: anchor.unwrap_or(self.start), steps }
    }

    /// The way to the state in which the interpreter is.
    pub fn route_here(&self) -> Route {
        self.route(self.here)
    }

    /// The whole state after the moment of this number is held, and takes this many bytes. Nothing happens if there is
    /// no such moment any more.
    pub fn keep_whole(&mut self, number: u32, bytes: usize) {
        let moment = self.moments.iter_mut().find(|moment| moment.number == number);
        match (moment, self.start) {
            (Some(moment), _) if moment.led != Led::ToPristine => moment.whole = Some(bytes),
            (None, Anchor::Live { number: start }) if start == number => self.start = Anchor::Whole { number, bytes },
            _ => {}
        }
    }

    /// How many bytes the steps between the last anchor and the current state take. The more there are, the longer a
    /// new worker takes to come here.
    pub fn bytes_since_anchor(&self) -> usize {
        let since = self.moments[..self.here].iter().rev().take_while(|moment| moment.anchor().is_none());
        since.map(Moment::bytes).sum()
    }

    /// How many bytes are held: of all steps, and of the states that are held whole.
    pub fn bytes(&self) -> usize {
        self.start.bytes() + self.moments.iter().map(Moment::bytes).sum::<usize>()
    }

    /// Forgets the oldest moments, up to an anchor each time, until at most `limit` bytes are held or no anchor is left
    /// up to the current state. Returns the forgotten moments.
    pub fn thin(&mut self, limit: usize) -> Vec<Moment<A>> {
        let mut gone = Vec::new();
        while self.bytes() > limit {
            let Some(end) = self.moments[..self.here].iter().position(|moment| moment.anchor().is_some()) else {
                break;
            };
            self.start = self.moments[end].anchor().unwrap_or(self.start);
            gone.extend(self.moments.drain(..=end));
            self.here -= end + 1;
        }
        self.forgotten += gone.len();
        gone
    }

    /// Forgets all moments, because the current state is too large to be held: from now on nothing leads to it, and the
    /// timeline starts at it. Returns the moments that had happened.
    pub fn let_go(&mut self) -> Vec<Moment<A>> {
        let Route { anchor, steps } = self.route_here();
        let number = steps.last().copied().unwrap_or(anchor.number());
        // A pristine interpreter can be had at any time.
        self.start = if number == 0 { Anchor::Pristine } else { Anchor::Live { number } };
        self.moments.truncate(self.here);
        self.forgotten += self.here;
        self.here = 0;
        std::mem::take(&mut self.moments)
    }

    /// Drops what can't be had any more, because bytes are missing: `has` says whether bytes are there. Of the moments
    /// that can be redone, the first one whose step is missing is dropped with all after it. Of those that have
    /// happened, the first ones are dropped, up to the first anchor after the last one whose step is missing, or after
    /// the start if that is missing. Returns whether the current state can be had; if not, nothing but missing whole
    /// states is dropped.
    pub fn cut(&mut self, has: impl Fn(Blob) -> bool) -> bool {
        for moment in &mut self.moments {
            if moment.whole.is_some() && !has(Blob::Whole(moment.number)) {
                moment.whole = None;
            }
        }
        let is_there = |moment: &Moment<A>| !matches!(moment.led, Led::Step(_)) || has(Blob::Step(moment.number));
        let route = self.route_here();
        let anchored = match route.anchor {
            Anchor::Pristine => true,
            Anchor::Whole { number, .. } => has(Blob::Whole(number)),
            Anchor::Live { .. } => false,
        };
        if !anchored || !route.steps.iter().all(|number| has(Blob::Step(*number))) {
            return false;
        }
        let future = self.moments[self.here..].iter().position(|moment| !is_there(moment));
        self.moments.truncate(future.map_or(self.moments.len(), |future| self.here + future));
        let start_is_there = match self.start {
            Anchor::Pristine => true,
            Anchor::Whole { number, .. } => has(Blob::Whole(number)),
            Anchor::Live { .. } => false,
        };
        // The last moment whose state can't be had from the one before, and the first anchor from there on.
        let broken = self.moments[..self.here].iter().rposition(|moment| !is_there(moment) && moment.whole.is_none());
        let from = match (broken, start_is_there) {
            (Some(broken), _) => broken,
            (None, true) => return true,
            (None, false) => 0,
        };
        if let Some(end) = (from..self.here).find(|index| self.moments[*index].anchor().is_some()) {
            self.start = self.moments[end].anchor().unwrap_or(self.start);
            self.moments.drain(..=end);
            self.here -= end + 1;
            self.forgotten += end + 1;
        }
        true
    }

    /// The names of all bytes that the timeline needs.
    pub fn blobs(&self) -> impl Iterator<Item = Blob> + '_ {
        let start = match self.start {
            Anchor::Whole { number, .. } => Some(Blob::Whole(number)),
            Anchor::Pristine | Anchor::Live { .. } => None,
        };
        let of_moment = |moment: &Moment<A>| {
            let step = matches!(moment.led, Led::Step(_)).then_some(Blob::Step(moment.number));
            step.into_iter().chain(moment.whole.map(|_| Blob::Whole(moment.number)))
        };
        start.into_iter().chain(self.moments.iter().flat_map(of_moment))
    }
}

impl<A> Moment<A> {
    /// How many bytes are held for this moment: its step, and the whole state after it.
    pub fn bytes(&self) -> usize {
        let step = if let Led::Step(bytes) = self.led { bytes } else { 0 };
        step.saturating_add(self.whole.unwrap_or(0))
    }

    /// Whether the interpreter's memory is the same after the moment as before.
    pub fn is_without_effect(&self) -> bool {
        self.led == Led::Nowhere
    }

    /// The state after this moment, if it can be had without any other.
    fn anchor(&self) -> Option<Anchor> {
        match (self.led, self.whole) {
            (Led::ToPristine, _) => Some(Anchor::Pristine),
            (_, Some(bytes)) => Some(Anchor::Whole { number: self.number, bytes }),
            _ => None,
        }
    }
}

impl Blob {
    /// The number of the moment to which the bytes belong.
    pub fn number(self) -> u32 {
        match self {
            Self::Step(number) | Self::Whole(number) | Self::Tape(number) => number,
        }
    }
}

impl Anchor {
    /// The number of the state; 0 for the pristine one.
    pub fn number(self) -> u32 {
        match self {
            Self::Pristine => 0,
            Self::Whole { number, .. } | Self::Live { number } => number,
        }
    }

    fn bytes(self) -> usize {
        match self {
            Self::Whole { bytes, .. } => bytes,
            Self::Pristine | Self::Live { .. } => 0,
        }
    }
}

/// The parts of a timeline don't fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimelineError;

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs 1, 2, 3, a reset, and runs 5 and 6. Each step takes 100 bytes.
    fn timeline() -> Timeline<&'static str> {
        let mut timeline = Timeline::default();
        for number in 1..=6 {
            match number {
                4 => timeline.push(4, "reset", Led::ToPristine),
                _ => timeline.push(number, "ran", Led::Step(100)),
            }
        }
        timeline
    }

    fn route(anchor: Anchor, steps: &[u32]) -> Route {
        Route { anchor, steps: steps.to_vec() }
    }

    fn whole(number: u32) -> Anchor {
        Anchor::Whole { number, bytes: 300 }
    }

    #[test]
    fn a_route_begins_at_the_nearest_anchor() {
        let mut timeline = timeline();
        assert_eq!(timeline.route(0), Route::default());
        assert_eq!(timeline.route(3), route(Anchor::Pristine, &[1, 2, 3]));
        assert_eq!(timeline.route(4), Route::default());
        assert_eq!(timeline.route_here(), route(Anchor::Pristine, &[5, 6]));
        timeline.keep_whole(2, 300);
        assert_eq!(timeline.route(3), route(whole(2), &[3]));
        timeline.push(7, "stopped", Led::Nowhere);
        assert_eq!(timeline.route_here(), route(Anchor::Pristine, &[5, 6]));
        assert_eq!(timeline.bytes(), 5 * 100 + 300);
        assert_eq!(timeline.bytes_since_anchor(), 200);
    }

    #[test]
    fn what_happens_after_going_back_replaces_what_was() {
        let mut timeline = timeline();
        timeline.go(2);
        timeline.push(7, "ran", Led::Step(1));
        assert_eq!(timeline.moments().iter().map(|moment| moment.number).collect::<Vec<_>>(), [1, 2, 7]);
        assert_eq!(timeline.blobs().collect::<Vec<_>>(), [Blob::Step(1), Blob::Step(2), Blob::Step(7)]);
    }

    #[test]
    fn the_oldest_are_forgotten_up_to_an_anchor() {
        let mut timeline = timeline();
        assert_eq!(timeline.thin(450).len(), 4, "the reset is the first anchor");
        assert_eq!((timeline.forgotten(), timeline.here(), timeline.bytes()), (4, 2, 200));
        assert_eq!(timeline.route_here(), route(Anchor::Pristine, &[5, 6]));
        assert!(timeline.thin(100).is_empty(), "there is no anchor to begin at");
        timeline.keep_whole(5, 300);
        assert_eq!(timeline.thin(499).len(), 1);
        assert_eq!(timeline.route_here(), route(whole(5), &[6]));
        assert_eq!(timeline.route(0), route(whole(5), &[]));
    }

    #[test]
    fn what_can_be_redone_is_not_forgotten_for_want_of_memory() {
        let mut timeline = timeline();
        timeline.go(1);
        assert!(timeline.thin(0).is_empty());
        assert_eq!(timeline.moments().len(), 6);
    }

    #[test]
    fn a_state_too_large_to_hold_is_only_where_it_lives() {
        let mut timeline = timeline();
        assert_eq!(timeline.let_go().len(), 6);
        assert_eq!(timeline.route_here(), route(Anchor::Live { number: 6 }, &[]));
        timeline.push(7, "ran", Led::Step(10));
        assert_eq!(timeline.route_here(), route(Anchor::Live { number: 6 }, &[7]));
        timeline.keep_whole(6, 300);
        assert_eq!(timeline.route_here(), route(whole(6), &[7]));
        let mut fresh = Timeline::<()>::default();
        fresh.let_go();
        assert_eq!(fresh, Timeline::default());
    }

    #[test]
    fn what_is_missing_is_cut_away_and_the_rest_works() {
        let lost = |lost: &[Blob]| {
            let mut timeline = timeline();
            timeline.keep_whole(2, 300);
            timeline.go(5);
            let there = timeline.cut(|blob| !lost.contains(&blob));
            (there, timeline.moments().iter().map(|moment| moment.number).collect::<Vec<_>>(), timeline.here())
        };
        assert_eq!(lost(&[]), (true, vec![1, 2, 3, 4, 5, 6], 5));
        assert_eq!(lost(&[Blob::Step(6)]), (true, vec![1, 2, 3, 4, 5], 5), "what could be redone");
        assert_eq!(lost(&[Blob::Step(1)]), (true, vec![3, 4, 5, 6], 3), "up to the state that is whole");
        assert_eq!(lost(&[Blob::Step(3)]), (true, vec![5, 6], 1), "up to the reset");
        assert_eq!(lost(&[Blob::Whole(2)]), (true, vec![1, 2, 3, 4, 5, 6], 5), "the steps lead there too");
        assert!(!lost(&[Blob::Step(5)]).0, "where it was");
    }

    #[test]
    fn parts_that_do_not_fit_are_refused() {
        let moment = |number| Moment { number, about: (), led: Led::Step(1), whole: None };
        let parts = |moments, here| Timeline::of_parts(Anchor::Pristine, moments, here, 0);
        assert!(parts(vec![moment(1), moment(3)], 2).is_ok());
        assert!(parts(vec![moment(1)], 2).is_err());
        assert!(parts(vec![moment(3), moment(3)], 2).is_err());
        assert!(parts(vec![moment(0)], 0).is_err());
        let endless = Moment { led: Led::Step(usize::MAX), ..moment(1) };
        assert!(parts(vec![endless.clone(), Moment { number: 2, ..endless }], 0).is_err());
    }
}
