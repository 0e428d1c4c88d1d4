//! The ledger: what each run was seen to change, and what of it is still there.

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

/// A run that took longer than so many milliseconds is compared with its beginning, not watched: watching a loop takes
/// several times as long.
const WATCHED_BELOW: f64 = 5_000.0;
/// The id of the cell in which the ledger cleans up. It is on no page.
pub const CLEANUP: &str = "cleanup";

/// What was seen of the runs.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    films: BTreeMap<RunId, Rc<Film>>,
    pub since: Since,
    /// Where it ends: after so many moments of the timeline, counted as for [`Since::Moment`]; none is now.
    pub until: Option<usize>,
    pub shown: Filter,
    /// The run at work.
    ran: Option<Code>,
    /// Runs that are being repeated.
    repeated: BTreeMap<RunId, Repeated>,
}

/// What is needed to repeat a run, once more if the first try does not end.
#[derive(Clone, Debug)]
struct Repeated {
    code: Code,
    before: Route,
    /// Statement by statement.
    watched: bool,
    /// Milliseconds that the run itself took.
    took: f64,
}

/// Where the ledger begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Since {
    /// When the page was opened for the first time, or the last reset.
    #[default]
    Start,
    LastRun,
    /// After so many moments of the timeline, with those that it has forgotten: their numbers never change.
    Moment(usize),
}

/// Which findings the reader wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    #[default]
    All,
    /// What is still there, for good or not.
    Left,
    Reverted,
}

/// A finding of the ledger, over all runs it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub finding: Finding,
    /// The cell that changed it last, or first where it was put back.
    pub cell: CellKey,
    /// The cell that put it back, if it is another one.
    pub reverted_by: Option<CellKey>,
    pub run: RunId,
}

/// Everything the ledger shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// What is still there first.
    pub rows: Vec<Row>,
    /// One sentence about all of them.
    pub summary: String,
    /// What the newest run did besides.
    pub ordinary: String,
    /// Something about the newest run that the reader should know.
    pub remark: String,
    pub since: Since,
    pub until: Option<usize>,
    pub shown: Filter,
    /// The runs so far: how many moments there are up to each, itself included, and its cell.
    pub runs: Vec<(usize, Rc<str>)>,
    /// The last thing that has happened to Python: what was asked of an earlier Python is out of date.
    pub now: Option<RunId>,
}

impl State {
    /// A run has begun. What can be redone now is about to go, and a stretch that begins or ends there goes with it.
    pub(super) fn note_code(&mut self, code: &Code) {
        (self.ledger.since, self.ledger.until) = self.stretch(&self.runs());
        self.ledger.ran = Some(code.clone());
    }

    /// The run has ended and leads from here to a new state: what did it do?
    pub(super) fn film(&mut self, happening: &Happening, repeatable: bool) -> Vec<Effect> {
        // The reader wants to see what this run did.
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

    pub(super) fn see_film(&mut self, run: RunId, seen: Result<Film, Unseen>) -> Vec<Effect> {
        let unanswered = matches!(seen, Err(Unseen::Failed(Fault::Unanswered(_))));
        if let (Err(_), false, Some(repeated)) = (&seen, unanswered, self.ledger.repeated.get_mut(&run))
            && std::mem::replace(&mut repeated.watched, false)
        {
            // Statement by statement it takes too long.
            return self.repeat(run).into_iter().collect();
        }
        self.ledger.repeated.remove(&run);
        if !self.timeline.moments().iter().any(|moment| moment.about.run == run) {
            // The run was forgotten meanwhile.
            return Vec::new();
        }
        self.unsaved = true;
        let film = seen.unwrap_or_else(|why| Film {
            missing: Some(format!("This run could not be repeated and watched: {}.", why.reason())),
            ..Film::default()
        });
        let newest =
            self.timeline.moments()[..self.timeline.here()].last().is_some_and(|moment| moment.about.run == run);
        if newest && !film.findings.is_empty() {
            self.announcement = summary(film.findings.iter());
        }
        self.ledger.films.insert(run, Rc::new(film));
        Vec::new()
    }

    /// What was seen of the run that a cell's output is of.
    pub fn film_of(&self, cell: &super::CellState) -> Option<Rc<Film>> {
        self.ledger.films.get(&cell.run?).filter(|_| !self.is_stale(cell)).cloned()
    }

    /// The cell that the ledger stands below: the last one on a page that has run.
    pub fn ledger_place(&self) -> Option<&CellKey> {
        self.happened().iter().rev().find_map(|happening| match &happening.what {
            What::Ran(key) | What::Raised(key) if &*key.id != CLEANUP => Some(key),
            _ => None,
        })
    }

    fn happened(&self) -> Vec<&Happening> {
        self.timeline.moments()[..self.timeline.here()].iter().map(|moment| &moment.about).collect()
    }

    /// The runs that have happened: how many moments there are up to each, and its cell.
    fn runs(&self) -> Vec<(usize, Rc<str>)> {
        let numbers = self.timeline.forgotten() + 1..;
        let runs = numbers.zip(self.happened()).filter_map(|(moment, happening)| match &happening.what {
            What::Ran(key) | What::Raised(key) => Some((moment, key.id.clone())),
            What::Stopped(_) | What::Reset => None,
        });
        runs.collect()
    }

    /// Where the ledger begins and ends: as the reader has chosen, as long as that can be chosen.
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
        // By group, the newest of each first.
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

    pub(super) fn clean_up(&mut self, source: String) -> Vec<Effect> {
        let slug = self.page().map_or_else(|| SCRATCH.into(), |page| Rc::from(page.slug.as_str()));
        let key = CellKey { slug, id: CLEANUP.into() };
        self.cell_mut(&key).source = source.into();
        self.run(key)
    }

    /// What was seen of the runs, for the next visit.
    pub fn films(&self) -> impl Iterator<Item = (RunId, &Rc<Film>)> {
        self.ledger.films.iter().map(|(run, film)| (*run, film))
    }

    pub(super) fn remember_films(&mut self, films: Vec<(RunId, Film)>) {
        self.ledger.films = films.into_iter().map(|(run, film)| (run, Rc::new(film))).collect();
    }

    /// Lets go of what was seen of runs that are on the timeline no more.
    pub(super) fn forget_films(&mut self) {
        let runs: std::collections::BTreeSet<RunId> =
            self.timeline.moments().iter().map(|moment| moment.about.run).collect();
        self.ledger.films.retain(|run, _| runs.contains(run));
    }

    /// Tapes of the runs that are still to be repeated.
    pub(super) fn tapes(&self) -> impl Iterator<Item = Blob> + '_ {
        self.ledger.repeated.keys().map(|run| Blob::Tape(run.0))
    }
}

impl Account {
    /// The moments at which a ledger of these `runs` can begin, each with the cell that ran next. The first run's is the
    /// start.
    pub fn beginnings(runs: &[(usize, Rc<str>)], until: Option<usize>) -> impl Iterator<Item = (usize, &Rc<str>)> {
        let begins = runs.iter().skip(1).map(|(moment, cell)| (moment - 1, cell));
        begins.filter(move |(moment, _)| until.is_none_or(|until| *moment < until))
    }

    /// The moments at which it can end, the newest first, each with the cell that had run. The last run's is now.
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

/// Where the row of each kind and target is.
type Places<'a> = HashMap<(&'a str, &'a str), usize>;

/// A later run may change again what an earlier one has changed, or put it back.
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
            // The first run knows what was there before.
            let first = if row.finding.status == Status::Reverted { finding.clone() } else { row.finding.clone() };
            *row = Row { finding: finding.clone(), cell: cell.clone(), reverted_by: None, run };
            (row.finding.was, row.finding.before) = (first.was, first.before);
        }
    }
}

/// "3 changes, 1 left behind: …", or that nothing was.
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
