//! The ledger: what each run was seen to change, and what of that is still there.
//!
//! 1. When a run has ended, a fork repeats it: [`State::film`] asks for that, and [`State::see_film`] takes the film,
//!    which has the run's findings. If watching each statement takes too long, the run is repeated once more without.
//! 2. The reader chooses a stretch of the timeline. [`State::account`] goes through the films of its runs, from the
//!    oldest to the newest, and makes one row of all findings about the same thing: [`add`] has the rules.
//! 3. A finding is taken back by a run of the cell [`CLEANUP`], which is a run like any other.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use paper::{Film, Finding, Status};

use super::{Happening, State, What};
use crate::app::crew::Unseen;
use crate::app::state::effect::Effect;
use crate::app::state::key::{CellKey, SCRATCH};
use crate::bench::{Blob, Fault, Route};
use crate::protocol::RunId;
use paper::Code;

/// A run that took this many milliseconds or more is only looked at before and after, not after each statement:
/// watching a loop takes several times as long as running it.
const WATCHED_BELOW: f64 = 5_000.0;
/// The id of the cell in which the ledger's programs run that take findings back. It is on no page.
pub const CLEANUP: &str = "cleanup";

/// What was seen of the runs, and what of it the reader wants to see.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What was seen of each run.
    films: BTreeMap<RunId, Rc<Film>>,
    /// Where the stretch begins.
    pub since: Since,
    /// Where the stretch ends: after this many moments of the timeline, counted as for [`Since::Moment`]; `None` is
    /// now.
    pub until: Option<usize>,
    /// Which findings are shown.
    pub shown: Filter,
    /// The cell's source as it was when the run at work began.
    ran: Option<Code>,
    /// The runs whose films are still awaited.
    repeated: BTreeMap<RunId, Repeated>,
}

/// What is needed to repeat a run, and to repeat it again if the first fork does not come to its end.
#[derive(Clone, Debug)]
struct Repeated {
    code: Code,
    before: Route,
    /// Whether it is looked at after each statement.
    watched: bool,
    /// Milliseconds that the run itself took.
    took: f64,
}

/// Where the stretch of the timeline begins that the ledger is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// At the beginning of the first visit, or at the last reset.
    #[default]
    Start,
    /// Before the last run.
    LastRun,
    /// After this many moments, which include those that the timeline has forgotten. So a moment's number never
    /// changes.
    Moment(usize),
}

/// Which findings the reader wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// All of them.
    #[default]
    All,
    /// Those about something that is still changed, whether it can be taken back or not.
    Left,
    /// Those about something that was put back.
    Reverted,
}

/// A line of the ledger: what is known of one thing, from the findings of all runs that have changed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The newest finding, with what was there before the first run.
    pub finding: Finding,
    /// The cell whose run changed the thing last. A later run that only puts it back does not count.
    pub cell: CellKey,
    /// The cell that put the thing back, if that is another one.
    pub reverted_by: Option<CellKey>,
    /// The newest run that has a finding about the thing.
    pub run: RunId,
}

/// Everything the ledger shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The findings that the reader wants to see: first those that can be taken back, then those that can't, then what
    /// was put back.
    pub rows: Vec<Row>,
    /// One sentence about all findings, shown or not.
    pub summary: String,
    /// What the newest run did that is no residue, as a sentence.
    pub ordinary: String,
    /// What the reader should know of how the newest run was watched; empty if there is nothing.
    pub remark: String,
    /// Where the stretch begins.
    pub since: Since,
    /// Where the stretch ends; `None` is now.
    pub until: Option<usize>,
    /// Which findings are shown.
    pub shown: Filter,
    /// The runs that have happened: how many moments there are up to each, itself included, and the id of its cell.
    pub runs: Vec<(usize, Rc<str>)>,
    /// The newest run or reset. A value that was asked for when this was another one is out of date.
    pub now: Option<RunId>,
}

impl State {
    /// A run begins, so the moments that could be redone will be dropped. A stretch that begins or ends at one of them
    /// does not any more.
    pub(super) fn note_code(&mut self, code: &Code) {
        (self.ledger.since, self.ledger.until) = self.stretch(&self.runs());
        self.ledger.ran = Some(code.clone());
    }

    /// A run has ended and leads from here to a new state: asks for its film.
    pub(super) fn film(&mut self, happening: &Happening, repeatable: bool) -> Vec<Effect> {
        // The reader wants to see what this run did, so the ledger ends now.
        self.ledger.until = None;
        let Some(code) = self.ledger.ran.take() else { return Vec::new() };
        let (run, took) = (happening.run, happening.milliseconds);
        let watched = took < WATCHED_BELOW && repeatable;
        let before = self.timeline.route_here();
        self.ledger.repeated.insert(run, Repeated { code, before, watched, took });
        self.repeat(run).into_iter().collect()
    }

    fn repeat(&self, run: RunId) -> Option<Effect> {
        let Repeated { code, before, watched, took } = self.ledger.repeated.get(&run)?.clone();
        Some(Effect::Film { run, code, before, watched, took })
    }

    /// The film that was asked for has come, or the reason why there is none.
    pub(super) fn see_film(&mut self, run: RunId, seen: Result<Film, Unseen>) -> Vec<Effect> {
        let unanswered = matches!(seen, Err(Unseen::Failed(Fault::Unanswered(_))));
        if let (Err(_), false, Some(repeated)) = (&seen, unanswered, self.ledger.repeated.get_mut(&run))
            && std::mem::replace(&mut repeated.watched, false)
        {
            // It takes too long to look after each statement, so the run is repeated without.
            return self.repeat(run).into_iter().collect();
        }
        self.ledger.repeated.remove(&run);
        if !self.timeline.moments().iter().any(|moment| moment.about.run == run) {
            // The run was forgotten, or undone and dropped, meanwhile.
            return Vec::new();
        }
        self.unsaved = true;
        let film = seen.unwrap_or_else(|why| Film {
            missing: Some(format!("This run could not be repeated and watched: {}.", why.reason())),
            ..Film::default()
        });
        let newest =
            self.timeline.moments()[..self.timeline.here()].last().is_some_and(|moment| moment.about.run == run);
        let shut = self.happened().iter().any(|happening| happening.run == run && self.hides(happening));
        if newest && !shut && !film.findings.is_empty() {
            self.announcement = summary(film.findings.iter());
        }
        self.ledger.films.insert(run, Rc::new(film));
        Vec::new()
    }

    /// What was seen of the run that a cell's output is of; `None` if the cell is stale, or nothing was seen yet.
    pub fn film_of(&self, cell: &super::CellState) -> Option<Rc<Film>> {
        self.ledger.films.get(&cell.run?).filter(|_| !self.is_stale(cell)).cloned()
    }

    /// Whether what a run did is not told, because the reader is still to guess what it gives.
    fn hides(&self, happening: &Happening) -> bool {
        matches!(&happening.what, What::Ran(key) | What::Raised(key) if self.is_shut(key))
    }

    /// The cell below which the page shows the ledger: the one that ran last, not counting those that took findings
    /// back.
    pub fn ledger_place(&self) -> Option<&CellKey> {
        self.happened().iter().rev().find_map(|happening| match &happening.what {
            What::Ran(key) | What::Raised(key) if &*key.id != CLEANUP => Some(key),
            _ => None,
        })
    }

    fn happened(&self) -> Vec<&Happening> {
        self.timeline.moments()[..self.timeline.here()].iter().map(|moment| &moment.about).collect()
    }

    /// The runs that have happened: how many moments there are up to each, itself included, and the id of its cell.
    fn runs(&self) -> Vec<(usize, Rc<str>)> {
        let numbers = self.timeline.forgotten() + 1..;
        let runs = numbers.zip(self.happened()).filter_map(|(moment, happening)| match &happening.what {
            What::Ran(key) | What::Raised(key) => Some((moment, key.id.clone())),
            What::Stopped(_) | What::Reset => None,
        });
        runs.collect()
    }

    /// Where the stretch begins and ends: where the reader has chosen, as long as that is on the timeline.
    fn stretch(&self, runs: &[(usize, Rc<str>)]) -> (Since, Option<usize>) {
        let until =
            self.ledger.until.filter(|until| Account::endings(runs, Since::Start).any(|(moment, _)| moment == *until));
        let since = match self.ledger.since {
            Since::Moment(since) if Account::beginnings(runs, until).all(|(moment, _)| moment != since) => Since::Start,
            since => since,
        };
        (since, until)
    }

    /// The ledger of the stretch of the timeline that the reader has chosen.
    pub fn account(&self) -> Account {
        let happened = self.happened();
        let runs = self.runs();
        let (since, until) = self.stretch(&runs);
        let ends = until.map_or(happened.len(), |until| until - self.timeline.forgotten());
        let before_last =
            runs.iter().rev().map(|(moment, _)| moment - 1).find(|moment| until.is_none_or(|until| *moment < until));
        let begins = match since {
            Since::Start => None,
            Since::LastRun => before_last,
            Since::Moment(moment) => Some(moment),
        };
        let begins = begins.map_or(0, |moment| moment - self.timeline.forgotten());
        let (mut rows, mut places, mut more) = (Vec::new(), Places::new(), 0);
        let mut newest = None;
        for happening in &happened[begins..ends] {
            match &happening.what {
                What::Reset => (rows, places, more) = Default::default(),
                What::Stopped(_) => {}
                What::Ran(_) | What::Raised(_) if self.hides(happening) => {}
                What::Ran(key) | What::Raised(key) => {
                    newest = self.ledger.films.get(&happening.run);
                    if let Some(film) = newest {
                        more += film.more;
                        film.findings
                            .iter()
                            .for_each(|finding| add(&mut rows, &mut places, finding, key, happening.run));
                    }
                }
            }
        }
        // By status; within one status the newest first.
        rows.sort_by_key(|row| (row.finding.status, std::cmp::Reverse(row.run)));
        let remark = newest.and_then(|film| match &film.missing {
            Some(missing) => Some(missing.clone()),
            None if film.sampled => {
                Some(format!("Not every statement was watched: {} fingerprints were taken.", film.looked))
            }
            None => None,
        });
        let unlisted = match more {
            0 => None,
            1 => Some("1 more finding was not listed.".into()),
            more => Some(format!("{more} more findings were not listed.")),
        };
        Account {
            summary: summary(rows.iter().map(|row| &row.finding)),
            ordinary: newest.map_or(String::new(), |film| film.ordinary.clone()),
            rows: rows.iter().filter(|row| self.ledger.shown.takes(row.finding.status)).cloned().collect(),
            remark: remark.into_iter().chain(unlisted).collect::<Vec<_>>().join(" "),
            since,
            until,
            shown: self.ledger.shown,
            runs,
            now: happened.last().map(|happening| happening.run),
        }
    }

    /// Runs the Python that takes a finding back.
    pub(super) fn clean_up(&mut self, source: String) -> Vec<Effect> {
        let slug = self.page().map_or_else(|| SCRATCH.into(), |page| Rc::from(page.slug.as_str()));
        let key = CellKey { slug, id: CLEANUP.into() };
        self.cell_mut(&key).source = source.into();
        self.run(key)
    }

    /// What was seen of each run, for the next visit.
    pub fn films(&self) -> impl Iterator<Item = (RunId, &Rc<Film>)> {
        self.ledger.films.iter().map(|(run, film)| (*run, film))
    }

    pub(super) fn remember_films(&mut self, films: Vec<(RunId, Film)>) {
        self.ledger.films = films.into_iter().map(|(run, film)| (run, Rc::new(film))).collect();
    }

    /// Lets go of the films of runs that are not on the timeline any more.
    pub(super) fn forget_films(&mut self) {
        let runs: std::collections::BTreeSet<RunId> =
            self.timeline.moments().iter().map(|moment| moment.about.run).collect();
        self.ledger.films.retain(|run, _| runs.contains(run));
    }

    /// The names of the tapes that are needed to repeat runs.
    pub(super) fn tapes(&self) -> impl Iterator<Item = Blob> + '_ {
        self.ledger.repeated.keys().map(|run| Blob::Tape(run.0))
    }
}

impl Account {
    /// The moments at which a stretch of these `runs` can begin, each with the id of the cell that ran next. The first
    /// run is left out: before it is [`Since::Start`].
    pub fn beginnings(runs: &[(usize, Rc<str>)], until: Option<usize>) -> impl Iterator<Item = (usize, &Rc<str>)> {
        let begins = runs.iter().skip(1).map(|(moment, cell)| (moment - 1, cell));
        begins.filter(move |(moment, _)| until.is_none_or(|until| *moment < until))
    }

    /// The moments at which a stretch can end, the newest first, each with the id of the cell that had run. The last
    /// run is left out: after it is now.
    pub fn endings(runs: &[(usize, Rc<str>)], since: Since) -> impl Iterator<Item = (usize, &Rc<str>)> {
        let ends = runs.iter().rev().skip(1).map(|(moment, cell)| (*moment, cell));
        ends.filter(move |(moment, _)| !matches!(since, Since::Moment(since) if since >= *moment))
    }
}

impl Filter {
    fn takes(self, status: Status) -> bool {
        match self {
            Self::All => true,
            Self::Left => status != Status::Reverted,
            Self::Reverted => status == Status::Reverted,
        }
    }
}

/// The index of the row about each thing, by the kind and the target of its findings.
type Places<'a> = HashMap<(&'a str, &'a str), usize>;

/// Adds a finding of a later run to the rows. The run may be the first to change the thing, may have changed it and put
/// it back itself, may put back what an earlier one has changed, or may change it again.
fn add<'a>(rows: &mut Vec<Row>, places: &mut Places<'a>, finding: &'a Finding, cell: &CellKey, run: RunId) {
    let place = *places.entry((finding.kind.0.as_str(), finding.target.as_str())).or_insert(rows.len());
    match rows.get_mut(place) {
        None => rows.push(Row { finding: finding.clone(), cell: cell.clone(), reverted_by: None, run }),
        Some(row) if finding.status == Status::Reverted => row.run = run,
        Some(row) if row.finding.was == finding.is => {
            row.finding.status = Status::Reverted;
            row.finding.sentence = format!("`{}` was changed and put back", finding.target);
            (row.finding.undo, row.finding.why) = Default::default();
            row.reverted_by = Some(cell.clone());
            row.run = run;
        }
        Some(row) => {
            // What was there before is known from the first run that changed the thing.
            let first = if row.finding.status == Status::Reverted { finding.clone() } else { row.finding.clone() };
            *row = Row { finding: finding.clone(), cell: cell.clone(), reverted_by: None, run };
            (row.finding.was, row.finding.before) = (first.was, first.before);
        }
    }
}

/// One sentence about findings: how many there are, how many are left behind, and what the first of those is.
pub fn summary<'a>(findings: impl Iterator<Item = &'a Finding>) -> String {
    let findings: Vec<&Finding> = findings.collect();
    let left: Vec<&&Finding> = findings.iter().filter(|finding| finding.status != Status::Reverted).collect();
    let changes = if findings.len() == 1 { "1 change".to_owned() } else { format!("{} changes", findings.len()) };
    match (&findings[..], &left[..]) {
        ([], _) => "Nothing was left behind.".into(),
        (_, []) => format!("{changes}, all put back."),
        (_, [only]) => format!("{changes}, 1 left behind: {}.", only.sentence),
        (_, [first, ..]) => format!("{changes}, {} left behind, among them: {}.", left.len(), first.sentence),
    }
}
