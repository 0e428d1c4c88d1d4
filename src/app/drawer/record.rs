//! The form in which a visit is kept: records by key, and how the visit is read back from them.
//!
//! What is read may be damaged, torn or of another course. Reading then gives a [`Trouble`] with a sentence, and never
//! panics.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::app::state::key::CellKey;

use crate::app::state::trouble::Trouble;
use crate::app::state::{Happening, Kept, KeptCell, State};
use crate::bench::{Anchor, Blob, Moment, Timeline};
use crate::protocol::RunId;
use paper::Film;

/// The version of the form. Records of another version are refused, because they would be misread.
const SCHEMA: u32 = 1;
/// The name of the record that says to what all others belong.
const NOW: &str = "now";
/// Records with more bytes than this are not read. Nothing that is written is nearly as long.
const LONGEST: usize = 16 << 20;

/// What names a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// The generation to which the record belongs; `None` for `What::Now`.
    pub generation: Option<u32>,
    /// What the record is of.
    pub what: What,
}

/// What a record is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// That to which all others belong.
    Now,
    /// The moment of this number.
    Moment(u32),
    /// What the run of this number was seen to change.
    Film(u32),
    /// The output of a cell.
    Cell(CellKey),
    /// Bytes: those of a step or of a whole state.
    Blob(Blob),
}

/// A record's content.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// JSON.
    Text(String),
    /// The bytes that are held elsewhere under this name.
    Bytes(Blob),
}

/// Everything that was found in a store.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Records {
    /// The texts of records, by the names of their keys.
    pub texts: BTreeMap<String, String>,
    /// The names of the keys of records that hold bytes.
    pub bytes: Vec<String>,
}

/// That to which all records of a generation belong, and what is known of the timeline beside its moments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Now {
    schema: u32,
    course: String,
    image: String,
    generation: u32,
    start: Anchor,
    here: usize,
    forgotten: usize,
    last_run: RunId,
    forgotten_runs: (RunId, RunId),
}

impl Key {
    const NOW: Self = Self { generation: None, what: What::Now };

    /// The key of bytes, in a generation.
    pub fn of_blob(generation: u32, blob: Blob) -> Self {
        Self { generation: Some(generation), what: What::Blob(blob) }
    }

    /// The key as text, which is the record's name in the store.
    pub fn name(&self) -> String {
        let generation = self.generation.unwrap_or_default();
        match &self.what {
            What::Now => NOW.to_owned(),
            What::Moment(number) => format!("{generation}/moment/{number}"),
            What::Film(number) => format!("{generation}/film/{number}"),
            What::Cell(key) => format!("{generation}/cell/{}/{}", key.slug, key.id),
            What::Blob(Blob::Step(number)) => format!("{generation}/step/{number}"),
            What::Blob(Blob::Whole(number)) => format!("{generation}/whole/{number}"),
            What::Blob(Blob::Tape(number)) => format!("{generation}/tape/{number}"),
        }
    }

    /// Reads a name; `None` if it is not the name of any key.
    pub fn of_name(name: &str) -> Option<Self> {
        if name == NOW {
            return Some(Self::NOW);
        }
        let mut parts = name.splitn(3, '/');
        let generation = parts.next()?.parse().ok()?;
        let (kind, rest) = (parts.next()?, parts.next()?);
        let what = match kind {
            "moment" => What::Moment(rest.parse().ok()?),
            "film" => What::Film(rest.parse().ok()?),
            "cell" => {
                let (slug, id) = rest.split_once('/')?;
                What::Cell(CellKey { slug: slug.into(), id: id.into() })
            }
            "step" => What::Blob(Blob::Step(rest.parse().ok()?)),
            "whole" => What::Blob(Blob::Whole(rest.parse().ok()?)),
            "tape" => What::Blob(Blob::Tape(rest.parse().ok()?)),
            _ => return None,
        };
        Some(Self { generation: Some(generation), what })
    }

    /// The name of the bytes that the record holds, if it holds bytes.
    pub fn blob(&self) -> Option<Blob> {
        if let What::Blob(blob) = self.what { Some(blob) } else { None }
    }
}

impl Records {
    /// The newest generation of which there are records.
    pub fn generation(&self) -> u32 {
        let now = self.now().map_or(0, |now| now.generation);
        // If that record is damaged, no older record may be taken for one that is written from now on.
        let others = self.texts.keys().chain(&self.bytes).filter_map(|name| Key::of_name(name)?.generation).max();
        now.max(others.unwrap_or(0))
    }

    /// All records, each with the mark that `wanted` gives it for as long as its content need not change.
    pub fn marks(&self) -> BTreeMap<Key, u64> {
        #[derive(Deserialize)]
        struct Cell {
            run: Option<RunId>,
            gone: bool,
        }
        #[derive(Deserialize)]
        struct Whole {
            whole: Option<usize>,
        }
        let mark = |key: &Key, text: &str| match key.what {
            What::Moment(_) => parse(text).map_or(0, |Whole { whole }| moment_mark(whole)),
            What::Cell(_) => parse(text).map_or(0, |Cell { run, gone }| cell_mark(0, run.is_some(), gone)),
            What::Film(_) => CONSTANT,
            What::Now | What::Blob(_) => 0,
        };
        let texts = self.texts.iter().filter_map(|(name, text)| {
            let key = Key::of_name(name)?;
            Some((key.clone(), mark(&key, text)))
        });
        let bytes = self.bytes.iter().filter_map(|name| Some((Key::of_name(name)?, CONSTANT)));
        texts.chain(bytes).collect()
    }

    /// The names of all bytes that belong to the newest generation.
    pub fn blobs(&self) -> impl Iterator<Item = Blob> + '_ {
        let generation = Some(self.generation());
        self.bytes
            .iter()
            .filter_map(|name| Key::of_name(name))
            .filter(move |key| key.generation == generation)
            .filter_map(|key| key.blob())
    }

    fn now(&self) -> Option<Now> {
        parse(self.texts.get(NOW)?)
    }
}

/// The mark of records that never change.
const CONSTANT: u64 = 1;

/// The mark of a moment, which changes when the state after it is held whole.
fn moment_mark(whole: Option<usize>) -> u64 {
    1 + whole.map_or(0, |bytes| bytes as u64 + 1)
}

/// The mark of a cell, which changes with each press of Run, and when its run is lost or can't be redone any more.
fn cell_mark(presses: u32, has_run: bool, gone: bool) -> u64 {
    1 + ((u64::from(presses) << 2) | (u64::from(has_run) << 1) | u64::from(gone))
}

/// The records that the next visit should find, each with a mark that changes when its content does. No mark is 0,
/// which [`Records::marks`] gives to records that have to be written again.
pub fn wanted(state: &State, course: &str, generation: u32) -> BTreeMap<Key, u64> {
    let key = |what| Key { generation: Some(generation), what };
    let mut wanted = BTreeMap::new();
    for moment in state.timeline.moments() {
        wanted.insert(key(What::Moment(moment.number)), moment_mark(moment.whole));
    }
    wanted.extend(state.timeline.blobs().map(|blob| (key(What::Blob(blob)), CONSTANT)));
    wanted.extend(state.films().map(|(run, _)| (key(What::Film(run.0)), CONSTANT)));
    wanted.extend(
        state
            .cells_to_keep()
            .map(|(cell, presses, run, gone)| (key(What::Cell(cell.clone())), cell_mark(presses, run, gone))),
    );
    wanted.insert(Key::NOW, xxh3_64(now(state, course, generation).as_bytes()) | 1);
    wanted
}

/// The content of a record; `None` if it is not wanted any more.
pub fn value(state: &State, course: &str, generation: u32, key: &Key) -> Option<Record> {
    let text = |text: Result<String, serde_json::Error>| text.ok().map(Record::Text);
    match &key.what {
        What::Now => Some(Record::Text(now(state, course, generation))),
        What::Moment(number) => {
            let moment = state.timeline.moments().iter().find(|moment| moment.number == *number)?;
            text(serde_json::to_string(moment))
        }
        What::Film(run) => {
            let (_, film) = state.films().find(|(number, _)| number.0 == *run)?;
            text(serde_json::to_string(&**film))
        }
        What::Cell(cell) => text(serde_json::to_string(&state.cell_to_keep(cell)?)),
        What::Blob(blob) => Some(Record::Bytes(*blob)),
    }
}

fn now(state: &State, course: &str, generation: u32) -> String {
    let (last_run, forgotten_runs) = state.run_marks();
    let timeline = &state.timeline;
    let now = Now {
        schema: SCHEMA,
        course: course.to_owned(),
        image: state.image.clone(),
        generation,
        start: timeline.start(),
        here: timeline.here(),
        forgotten: timeline.forgotten(),
        last_run,
        forgotten_runs,
    };
    serde_json::to_string(&now).unwrap_or_default()
}

/// Reads a visit back; `None` if nothing was kept.
///
/// # Errors
/// What is wrong with the records, which are left as they are.
pub fn read(records: &Records, course: &str) -> Result<Option<Kept>, Trouble> {
    #[derive(Deserialize)]
    struct Header {
        schema: u32,
        course: String,
    }
    let Some(text) = records.texts.get(NOW) else {
        return if records.texts.is_empty() && records.bytes.is_empty() { Ok(None) } else { Err(Trouble::Damaged) };
    };
    let header: Header = parse(text).ok_or(Trouble::Damaged)?;
    if header.schema != SCHEMA {
        return Err(Trouble::OtherVersion);
    }
    if header.course != course {
        return Err(Trouble::OtherCourse);
    }
    let now: Now = parse(text).ok_or(Trouble::Damaged)?;
    let mut moments = Vec::<Moment<Happening>>::new();
    let mut cells = Vec::<KeptCell>::new();
    let mut films = Vec::<(RunId, Film)>::new();
    for (name, text) in &records.texts {
        let Some(key) = Key::of_name(name).filter(|key| key.generation == Some(now.generation)) else { continue };
        match key.what {
            What::Moment(number) => {
                let moment: Moment<Happening> = parse(text).ok_or(Trouble::Damaged)?;
                if moment.number != number || moment.about.run.0 != number {
                    return Err(Trouble::Damaged);
                }
                moments.push(moment);
            }
            // A film or an output that can't be read is left out, and the rest is brought back without it.
            What::Film(run) => films.extend(parse(text).map(|film| (RunId(run), film))),
            What::Cell(cell) => {
                cells.extend(parse(text).filter(|kept: &KeptCell| kept.key == cell && !kept.phase.is_pending()))
            }
            What::Now | What::Blob(_) => {}
        }
    }
    moments.sort_by_key(|moment| moment.number);
    let last = moments.last().map_or(now.start.number(), |last| last.number);
    if now.last_run.0 < last || now.last_run.0 == u32::MAX {
        return Err(Trouble::Damaged);
    }
    let timeline = Timeline::of_parts(now.start, moments, now.here, now.forgotten);
    let mut timeline = timeline.map_err(|_| Trouble::Damaged)?;
    let blobs: std::collections::HashSet<Blob> = records.blobs().collect();
    if !timeline.cut(|blob| blobs.contains(&blob)) {
        let lives = matches!(timeline.route_here().anchor, Anchor::Live { .. });
        return Err(if lives { Trouble::TooLarge } else { Trouble::Damaged });
    }
    Ok(Some(Kept { image: now.image, timeline, cells, films, last_run: now.last_run, forgotten: now.forgotten_runs }))
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    if text.len() > LONGEST { None } else { serde_json::from_str(text).ok() }
}
