//! A million damaged inputs. What is read back may have been damaged in any way: reading it must give a visit or a
//! sentence, and must never panic.

use super::record::read;
use super::tests::{COURSE, well_used};
use super::{Key, Records};
use crate::app::crew::Report;
use crate::app::route::Route;
use crate::app::state::State;
use crate::app::state::action::{Action, Remembered};
use crate::app::state::effect::Unfinished;
use crate::bench::step::tests::states;
use crate::bench::{Checkpoint, Step, Tape};

/// How many damaged visits are read.
const VISITS: u64 = 300_000;
/// How many damaged packed bytes are read.
const PACKED: u64 = 700_000;
/// Of the damaged visits that can be read, one in this many is gone on with.
const GONE_ON_WITH: u64 = 20;

/// A small random number generator (splitmix64). The same number gives the same damage, so a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    /// Damages bytes as a store that loses some of them might, or a reader who edits them.
    fn damage(&mut self, bytes: &mut Vec<u8>) {
        const WORDS: [&[u8]; 10] =
            [b"0", b"-1", b"4294967295", b"18446744073709551615", b"1e999", b"null", b"[]", b"{}", b"\"\"", b"\xff"];
        for _ in 0..=self.roll(3) {
            let at = self.roll(bytes.len());
            match self.roll(6) {
                0 => bytes.truncate(at),
                1 if !bytes.is_empty() => bytes[at] ^= 1 << self.roll(8),
                2 if !bytes.is_empty() => bytes[at] = self.roll(256) as u8,
                3 => {
                    let end = (at + self.roll(12)).min(bytes.len());
                    bytes.splice(at..end, WORDS[self.roll(WORDS.len())].iter().copied());
                }
                4 => {
                    let end = (at + self.roll(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
                _ => {
                    let part = bytes[at..(at + self.roll(40)).min(bytes.len())].to_vec();
                    let to = self.roll(bytes.len());
                    bytes.splice(to..to, part);
                }
            }
        }
    }
}

#[test]
fn a_damaged_visit_is_read_as_far_as_it_goes_or_refused_with_a_sentence() {
    let records = well_used();
    let names: Vec<String> = records.texts.keys().cloned().collect();
    let (mut read_back, mut refused) = (0, 0);
    for number in 0..VISITS {
        let mut dice = Dice(number);
        let mut damaged = records.clone();
        match dice.roll(8) {
            // A record is missing, or has the name of another one.
            0 => drop(damaged.texts.remove(&names[dice.roll(names.len())])),
            1 => {
                let text = damaged.texts.remove(&names[dice.roll(names.len())]);
                damaged.texts.extend(text.map(|text| (names[dice.roll(names.len())].clone(), text)));
            }
            2 if !damaged.bytes.is_empty() => drop(damaged.bytes.swap_remove(dice.roll(records.bytes.len()))),
            _ => {
                let text = damaged.texts.get_mut(&names[dice.roll(names.len())]).expect("it is there");
                let mut bytes = std::mem::take(text).into_bytes();
                dice.damage(&mut bytes);
                // The browser keeps strings, so what comes back is text whatever was written.
                *text = String::from_utf8_lossy(&bytes).into_owned();
            }
        }
        damaged.generation();
        match read(&damaged, COURSE) {
            Err(trouble) => {
                refused += 1;
                assert!(!trouble.sentence().is_empty());
            }
            Ok(None) => {}
            Ok(Some(kept)) => {
                read_back += 1;
                if number % GONE_ON_WITH == 0 {
                    go_on(&damaged, Ok(Some(kept)));
                }
            }
        }
    }
    assert!(read_back > VISITS / 20 && refused > VISITS / 20, "{read_back} read, {refused} refused: both happen");
}

/// Begins a visit with what was read, and does in it what readers do.
fn go_on(damaged: &Records, kept: Result<Option<super::super::state::Kept>, super::Trouble>) {
    let mut state = State::new(Route::default(), None);
    let course = super::tests::course();
    state.reduce(Action::CourseArrived { course, image: "i".into(), kept: Box::default(), limit: None });
    state.reduce(Action::Reported(Report::Ready));
    state.reduce(Action::Remembered(Box::new(Remembered { kept, unfinished: None, is_second: false })));
    state.reduce(Action::Reported(Report::Became));
    for action in [Action::UndoClicked, Action::RedoClicked, Action::MomentClicked(0), Action::ResetInterpreterClicked]
    {
        state.account();
        state.reduce(action);
        state.reduce(Action::Reported(Report::Became));
        assert_eq!(state.python.word(), "ready");
    }
    for cell in state.cells.values() {
        state.is_stale(cell);
        cell.output.drawn();
    }
    assert!(damaged.marks().len() <= damaged.texts.len() + damaged.bytes.len());
    super::record::wanted(&state, COURSE, 0);
}

#[test]
fn damaged_bytes_of_states_are_refused_and_ask_for_little_memory() {
    let states = states();
    let mut tape = Tape::default();
    tape.type_line(Some("Ada\n".into()));
    let originals = [
        Step::between(&states[0], &states[2]).pack(),
        Step::between(&states[4], &states[1]).pack(),
        states[4].pack(),
        tape.pack(),
    ];
    for number in 0..PACKED {
        let mut dice = Dice(number);
        let mut bytes = originals[dice.roll(originals.len())].clone();
        // The content of a page can't be wrong, so most of the damage is done to the header, at the beginning.
        let length = if dice.roll(4) == 0 { bytes.len() } else { bytes.len().min(64) };
        let rest = bytes.split_off(length);
        dice.damage(&mut bytes);
        bytes.extend(rest);
        if let Ok(step) = Step::unpack(&bytes) {
            for state in &states[..3] {
                for way in [crate::bench::Way::Forth, crate::bench::Way::Back] {
                    let _ = step.taken(state, way);
                }
            }
        }
        let _ = Checkpoint::unpack(&bytes);
        let _ = Tape::unpack(&bytes);
    }
}

#[test]
fn damaged_names_notes_and_answers_are_nobodys() {
    let originals = [
        "7/cell/page/cell",
        "7/step/123",
        "{\"Run\":{\"slug\":\"p\",\"id\":\"a\"}}",
        "[\"one\",\"two\"]",
        "#/page/anchor",
    ];
    for number in 0..100_000 {
        let mut dice = Dice(number);
        let mut bytes = originals[dice.roll(originals.len())].as_bytes().to_vec();
        dice.damage(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        if let Some(key) = Key::of_name(&text) {
            assert_eq!(Key::of_name(&key.name()), Some(key), "{text}");
        }
        let _: Result<Unfinished, _> = serde_json::from_str(&text);
        let _: Result<Vec<String>, _> = serde_json::from_str(&text);
        Route::from_hash(&text, |part| Some(part.to_owned()));
    }
}
