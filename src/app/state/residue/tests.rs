//! The stretch of the timeline that the ledger is about, while the timeline goes back and forth and loses its
//! beginning.

use serde_json::json;

use super::*;
use crate::app::route::Route;
use crate::bench::Led;
use crate::lesson::RESERVED;

fn key(id: &str) -> CellKey {
    CellKey { slug: "p".into(), id: id.into() }
}

/// Adds to the timeline something that has led to another state.
fn happen(state: &mut State, run: u32, what: What) {
    state.timeline.push(run, Happening { run: RunId(run), what, milliseconds: 2.0 }, Led::Step(100));
}

/// Runs a cell whose film says that it has left something behind, which has the cell's name.
fn run(state: &mut State, id: &str, run: u32) {
    state.note_code(&Code { cell: id.into(), source: String::new() });
    happen(state, run, What::Ran(key(id)));
    let finding = json!({ "kind": "attribute", "target": id, "status": "left", "line": 1, "gone": null, "before": "", "after": "",
        "was": "old", "is": "new", "scope": "", "undo": "", "why": "", "sentence": "" });
    let film = json!({ "findings": [finding], "ordinary": "", "looked": 1, "sampled": false });
    state.ledger.films.insert(RunId(run), Rc::new(serde_json::from_value(film).expect("a film")));
}

/// A state in which the cells `a`, `b`, `c` and `d` have run.
fn four_runs() -> State {
    let mut state = State::new(Route::default(), None);
    for (number, id) in ["a", "b", "c", "d"].into_iter().enumerate() {
        run(&mut state, id, number as u32 + 1);
    }
    state
}

/// What the ledger lists, the oldest first.
fn left(state: &State) -> Vec<String> {
    state.account().rows.iter().rev().map(|row| row.finding.target.clone()).collect()
}

#[test]
fn what_has_been_undone_is_no_beginning() {
    let mut state = four_runs();
    state.ledger.since = Since::Moment(2);
    assert_eq!(left(&state), ["c", "d"]);
    state.timeline.go(1);
    assert_eq!((state.account().since, left(&state)), (Since::Start, vec!["a".to_owned()]));
    state.timeline.go(2);
    assert_eq!(
        (state.account().since, left(&state)),
        (Since::Start, vec!["a".to_owned(), "b".to_owned()]),
        "after two, nothing is left of it"
    );
    state.timeline.go(4);
    assert_eq!(
        (state.account().since, left(&state)),
        (Since::Moment(2), vec!["c".to_owned(), "d".to_owned()]),
        "Redo brings it back"
    );
}

#[test]
fn what_has_taken_the_place_of_a_beginning_is_none() {
    let mut state = four_runs();
    state.ledger.since = Since::Moment(2);
    state.timeline.go(1);
    for (number, id) in ["e", "f", "g"].into_iter().enumerate() {
        run(&mut state, id, number as u32 + 5);
    }
    assert_eq!((state.account().since, left(&state)), (Since::Start, ["a", "e", "f", "g"].map(str::to_owned).to_vec()));
    // The same happens after a reset, which is no run.
    let mut state = four_runs();
    state.ledger.since = Since::Moment(3);
    state.timeline.go(3);
    happen(&mut state, 9, What::Reset);
    assert_eq!(state.account().since, Since::Start);
    run(&mut state, "e", 10);
    assert_eq!((state.account().since, left(&state)), (Since::Start, vec!["e".to_owned()]));
}

#[test]
fn an_end_is_a_run_that_has_happened() {
    let mut state = four_runs();
    state.ledger.until = Some(3);
    assert_eq!((state.account().until, left(&state)), (Some(3), ["a", "b", "c"].map(str::to_owned).to_vec()));
    state.timeline.go(3);
    assert_eq!(state.account().until, None, "that is now");
    happen(&mut state, 9, What::Stopped(key("d")));
    assert_eq!(state.account().until, None, "a stopped run changes nothing");
    state.timeline.go(2);
    happen(&mut state, 10, What::Reset);
    happen(&mut state, 11, What::Stopped(key("d")));
    assert_eq!(state.account().until, None, "something else has taken its place");
}

#[test]
fn a_chosen_run_stays_chosen_when_older_ones_are_forgotten() {
    let mut state = four_runs();
    (state.ledger.since, state.ledger.until) = (Since::Moment(2), Some(3));
    assert_eq!(left(&state), ["c"]);
    // Moments are forgotten up to a state that is held whole.
    state.timeline.keep_whole(1, 50);
    state.timeline.keep_whole(4, 50);
    let bytes = state.timeline.bytes();
    assert_eq!(state.timeline.thin(bytes - 1).len(), 1);
    assert_eq!(
        (state.account().since, state.account().until, left(&state)),
        (Since::Moment(2), Some(3), vec!["c".to_owned()])
    );
    let runs: Vec<usize> = state.account().runs.iter().map(|(moment, _)| *moment).collect();
    assert_eq!(runs, [2, 3, 4]);
    state.timeline.thin(0);
    assert_eq!((state.account().since, state.account().until), (Since::Start, None));
}

#[test]
fn the_previous_run_is_the_last_that_changed_something() {
    let mut state = four_runs();
    state.ledger.since = Since::LastRun;
    assert_eq!(left(&state), ["d"]);
    happen(&mut state, 9, What::Stopped(key("a")));
    assert_eq!(left(&state), ["d"], "the ledger still stands below d");
    happen(&mut state, 10, What::Reset);
    assert_eq!(left(&state), [""; 0]);
}

#[test]
fn what_the_workbook_calls_its_own_cells_no_author_can() {
    assert!(RESERVED.contains(&SCRATCH) && RESERVED.contains(&CLEANUP));
}

#[test]
fn findings_that_are_not_listed_are_counted_until_the_reset() {
    let mut state = four_runs();
    let mut unlisted = |run: u32, more: u64| {
        let film = Film { more, ..(**state.ledger.films.get(&RunId(run)).expect("a film")).clone() };
        state.ledger.films.insert(RunId(run), Rc::new(film));
        state.account().remark
    };
    assert_eq!(unlisted(1, 1), "1 more finding was not listed.");
    assert_eq!(unlisted(3, 9_800), "9801 more findings were not listed.");
    happen(&mut state, 5, What::Reset);
    assert_eq!(state.account().remark, "");
}
