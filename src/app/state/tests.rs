mod brought;
mod practice;

use super::*;
use crate::app::crew::{Hung, Report, Unseen, Why};
use crate::app::state::effect::Unfinished;
use crate::bench::{Anchor, Blob, Fault, Route as Way, elsewhere};
use crate::protocol::{Change, End, Event, Piece, Stream};
use paper::run::Elsewhere;
use paper::seen::{Listing, Variable};
use paper::{Code, Failure, Film, Outcome, Verdict};
use serde_json::json;

fn key(id: &str) -> CellKey {
    CellKey { slug: "p".into(), id: id.into() }
}

fn course() -> Action {
    let cell = |id: &str| Cell { id: id.into(), source: format!("{id} = 1\n"), ..Cell::default() };
    let page =
        Page { slug: "p".into(), title: "P".into(), cells: vec![cell("a"), cell("b"), cell("c")], ..Page::default() };
    let course = Rc::new(Course { title: "C".into(), pages: vec![page.into()], ..Course::default() });
    Action::CourseArrived { course, image: "i".into(), kept: Box::default(), limit: Some(10) }
}

fn remembered(kept: Option<Kept>) -> Action {
    Action::Remembered(Box::new(Remembered { kept: Ok(kept), unfinished: None, is_second: false }))
}

impl State {
    /// Answers an action, and returns what is to be done besides what is written for the next visit.
    fn tell(&mut self, action: Action) -> Vec<Effect> {
        let effects = self.reduce(action);
        let is_kept =
            |effect: &Effect| matches!(effect, Effect::MarkUnfinished(_) | Effect::Save | Effect::KeepLast(_));
        effects.into_iter().filter(|effect| !is_kept(effect)).collect()
    }
}

fn reported(report: Report) -> Action {
    Action::Reported(report)
}

fn said(event: Event) -> Action {
    reported(Report::Said(event))
}

fn opened() -> State {
    let mut state = State::new(Route::default(), Some(10));
    state.tell(course());
    state.tell(remembered(None));
    state
}

fn ready() -> State {
    let mut state = opened();
    state.tell(reported(Report::Ready));
    state
}

fn press(state: &mut State, id: &str) -> Vec<Effect> {
    state.now = 5.0;
    state.tell(Action::RunClicked(key(id)))
}

fn ended(run: u32, end: End) -> Action {
    said(Event::Ended { run: RunId(run), end, milliseconds: 2.0 })
}

fn finished() -> End {
    End::Outcome(Outcome::Finished { result: None })
}

/// What each run changes: its step takes 1,000 bytes, and the state 4,096.
const CHANGE: Change = Change { step: Some(1_000), state: 4_096, repeatable: true, worker: 0 };

fn kept_run(run: u32) -> Action {
    reported(Report::Kept { run: RunId(run), change: CHANGE })
}

/// The way to a state from the pristine one, by these steps.
fn way(steps: &[u32]) -> Way {
    Way { anchor: Anchor::Pristine, steps: steps.to_vec() }
}

fn marked(id: &str) -> Effect {
    Effect::MarkUnfinished(Some(Unfinished::Run(key(id))))
}

const DONE: Effect = Effect::MarkUnfinished(None);

/// What a cell asks of another interpreter.
fn program() -> Elsewhere {
    elsewhere::read(r#"{"source": "1", "seconds": 2}"#).expect("a request")
}

/// Runs a cell to its end. `run` is the number of its run.
fn run(state: &mut State, id: &str, run: u32) {
    assert!(matches!(&press(state, id)[..], [Effect::Run { .. }]), "{id} starts");
    state.tell(ended(run, finished()));
    state.tell(kept_run(run));
    assert_eq!(state.python, Python::Ready);
}

/// Answers an action that leads to another state, and returns the way that the interpreter was asked to go.
fn travel(state: &mut State, action: Action) -> Way {
    let effects = state.tell(action);
    let [Effect::Become { route: asked, busy: false }] = &effects[..] else { panic!("{effects:?}") };
    let asked = asked.clone();
    assert_eq!(state.python, Python::Becoming);
    state.tell(reported(Report::Became));
    asked
}

fn stale(state: &State) -> Vec<&'static str> {
    ["a", "b", "c"].into_iter().filter(|id| state.is_stale(&state.cell(&key(id)))).collect()
}

#[test]
fn a_press_before_python_has_come_is_kept() {
    let mut state = opened();
    assert!(press(&mut state, "a").is_empty());
    assert_eq!(state.cell(&key("a")).phase, Phase::Queued);
    let effects = state.tell(reported(Report::Ready));
    let code = Code { cell: "a".into(), source: "a = 1".into() };
    assert!(
        matches!(&effects[..], [Effect::Run { run: RunId(1), code: asked, limit: Some(10), .. }] if *asked == code)
    );
}

#[test]
fn cells_run_one_after_another_and_wait_until_the_state_is_kept() {
    let mut state = ready();
    assert_eq!(press(&mut state, "a").len(), 1);
    assert!(press(&mut state, "b").is_empty());
    assert!(press(&mut state, "b").is_empty(), "a second press changes nothing");
    assert!(state.tell(ended(1, finished())).is_empty());
    assert_eq!(state.cell(&key("a")).phase, Phase::Ok { milliseconds: 2.0 });
    assert!(stale(&state).is_empty());
    let effects = state.tell(kept_run(1));
    assert!(
        matches!(&effects[..], [Effect::Film { run: RunId(1), code: ran, .. }, Effect::Follow { route }, Effect::Run { run: RunId(2), code, .. }]
        if *route == way(&[1]) && code.cell == "b" && ran.cell == "a")
    );
}

#[test]
fn what_a_stopped_run_still_says_is_dropped() {
    let mut state = ready();
    press(&mut state, "a");
    assert_eq!(state.tell(Action::StopClicked), [Effect::Stop]);
    let pieces = vec![Piece { stream: Stream::Stdout, text: "late\n".into() }];
    state.tell(said(Event::Output { run: RunId(1), pieces }));
    state.tell(ended(1, finished()));
    state.tell(kept_run(1));
    assert_eq!(state.cell(&key("a")).phase, Phase::Stopped { limit: None });
    assert!(state.cell(&key("a")).output.is_empty());
    assert_eq!(state.python, Python::Becoming, "until the restored interpreter answers");
    assert_eq!(state.timeline.route_here(), way(&[]));
    state.tell(reported(Report::Became));
    assert_eq!(press(&mut state, "b").len(), 1);
}

#[test]
fn a_run_is_stopped_at_the_limit_unless_the_reader_waits() {
    let mut state = ready();
    press(&mut state, "a");
    let late = |run: u32| Action::LimitReached { run: RunId(run), since: 5.0 };
    assert!(state.tell(late(7)).is_empty(), "another run's limit");
    assert_eq!(state.tell(late(1)), [Effect::Stop]);
    assert_eq!(state.cell(&key("a")).phase, Phase::Stopped { limit: Some(10) });
    assert!(state.announcement.contains("10 seconds"));
    state.tell(reported(Report::Became));
    press(&mut state, "a");
    state.tell(Action::KeepWaitingClicked);
    assert!(state.tell(late(2)).is_empty());
    assert_eq!(state.cell(&key("a")).phase, Phase::Running { since: 5.0, limit: None });
    assert_eq!(state.tell(Action::LimitChosen(None)), [Effect::KeepLimit(None)]);
    state.tell(ended(2, finished()));
    state.tell(kept_run(2));
    assert!(matches!(&press(&mut state, "b")[..], [Effect::Run { limit: None, .. }]));
}

#[test]
fn a_waiting_cell_is_given_its_line_and_takes_no_time() {
    let mut state = ready();
    press(&mut state, "a");
    let pieces = vec![Piece { stream: Stream::Stdout, text: "Name: ".into() }];
    state.tell(said(Event::Output { run: RunId(1), pieces }));
    state.tell(said(Event::Waiting { run: RunId(1) }));
    assert_eq!(state.cell(&key("a")).phase, Phase::Waiting);
    assert!(state.announcement.ends_with("Name:"));
    assert!(state.tell(Action::LimitReached { run: RunId(1), since: 5.0 }).is_empty());
    assert!(press(&mut state, "b").is_empty(), "others wait too");
    state.now = 90.0;
    let effects = state.tell(Action::LineEntered(Some("Ada".into())));
    let line = Effect::Line { run: RunId(1), line: Some("Ada".into()), since: 90.0, limit: Some(10) };
    assert_eq!(effects, [line]);
    assert!(state.tell(Action::LineEntered(Some("twice".into()))).is_empty());
    let shown: Vec<_> =
        state.cell(&key("a")).output.drawn().runs().map(|run| (run.stream, run.text.to_owned())).collect();
    assert_eq!(shown, [(Stream::Stdout, "Name: ".to_owned()), (Stream::Stdin, "Ada\n".to_owned())]);
    state.tell(said(Event::Waiting { run: RunId(1) }));
    assert_eq!(state.tell(Action::StopClicked), [Effect::Stop]);
}

#[test]
fn a_fault_says_what_happened_and_the_next_run_works() {
    let mut state = ready();
    press(&mut state, "a");
    assert_eq!(state.tell(ended(1, End::Fault(Fault::Memory))), [Effect::Stop], "its worker goes");
    let phase = state.cell(&key("a")).phase.clone();
    assert!(
        matches!(phase, Phase::Error { note: Some(note), .. } if note.contains("512 MiB") && note.contains("before this run"))
    );
    state.tell(reported(Report::Became));
    assert_eq!(press(&mut state, "b").len(), 1);
}

#[test]
fn a_traceback_is_output_and_names_its_line() {
    let mut state = ready();
    press(&mut state, "a");
    let failure = Failure { exception: "E".into(), traceback: "tb\nE: x\n".into(), line: Some(3) };
    state.tell(ended(1, End::Outcome(Outcome::Raised(failure))));
    let cell = state.cell(&key("a"));
    assert_eq!(cell.phase, Phase::Error { milliseconds: 2.0, line: Some(3), note: None });
    assert_eq!(cell.output.last.as_ref().map(|last| last.stream), Some(Stream::Stderr));
    assert_eq!(state.announcement, "Failed: E: x");
}

#[test]
fn edits_are_kept_and_an_edit_back_to_the_original_is_forgotten() {
    let mut state = ready();
    let edit = |source: &str| Action::SourceEdited { cell: key("a"), source: source.into() };
    assert_eq!(state.tell(edit("x")), [Effect::KeepEdit { cell: key("a"), source: Some("x".into()) }]);
    assert_eq!(state.tell(edit("a = 1")), [Effect::KeepEdit { cell: key("a"), source: None }]);
}

#[test]
fn reset_cell_brings_back_the_page_and_tells_the_editor() {
    let mut state = ready();
    state.tell(Action::SourceEdited { cell: key("a"), source: "x".into() });
    press(&mut state, "a");
    let effects = state.tell(Action::ResetCellClicked(key("a")));
    assert_eq!(effects, [Effect::Stop, Effect::KeepEdit { cell: key("a"), source: None }]);
    let cell = state.cell(&key("a"));
    assert_eq!((&*cell.source, cell.revision, &cell.phase), ("a = 1", 1, &Phase::Fresh));
}

#[test]
fn undo_and_redo_go_through_the_states_and_mark_what_is_not_current() {
    let mut state = ready();
    for (number, id) in ["a", "b", "c"].into_iter().enumerate() {
        run(&mut state, id, number as u32 + 1);
    }
    assert_eq!(travel(&mut state, Action::UndoClicked), way(&[1, 2]));
    assert_eq!(stale(&state), ["c"]);
    assert!(state.announcement.contains("after cell b"), "{}", state.announcement);
    assert_eq!(travel(&mut state, Action::UndoClicked), way(&[1]));
    assert_eq!(stale(&state), ["b", "c"]);
    assert_eq!(travel(&mut state, Action::RedoClicked), way(&[1, 2]));
    assert_eq!(stale(&state), ["c"]);
    assert_eq!(travel(&mut state, Action::MomentClicked(0)), way(&[]));
    assert_eq!(stale(&state), ["a", "b", "c"]);
    assert_eq!(travel(&mut state, Action::MomentClicked(3)), way(&[1, 2, 3]));
    assert!(stale(&state).is_empty());
    assert!(state.tell(Action::RedoClicked).is_empty(), "there is nothing to redo");
    assert!(state.tell(Action::MomentClicked(9)).is_empty(), "there is no such moment");
}

#[test]
fn a_run_after_undo_takes_the_place_of_what_was_undone() {
    let mut state = ready();
    run(&mut state, "a", 1);
    run(&mut state, "b", 2);
    travel(&mut state, Action::UndoClicked);
    run(&mut state, "c", 3);
    assert_eq!(stale(&state), ["b"], "for good");
    assert_eq!(state.timeline.moments().len(), 2);
    assert_eq!(travel(&mut state, Action::UndoClicked), way(&[1]));
    assert_eq!(stale(&state), ["b", "c"]);
}

#[test]
fn undo_passes_over_what_changed_nothing() {
    let mut state = ready();
    run(&mut state, "a", 1);
    press(&mut state, "b");
    state.tell(Action::StopClicked);
    state.tell(reported(Report::Became));
    assert_eq!(state.timeline.moments().len(), 2, "a stopped run is on the timeline");
    assert_eq!(travel(&mut state, Action::UndoClicked), way(&[]));
    assert_eq!(stale(&state), ["a"]);
    press(&mut state, "b");
    state.tell(Action::StopClicked);
    state.tell(reported(Report::Became));
    assert_eq!(travel(&mut state, Action::RedoClicked), way(&[1]), "stopping takes no redo away");
}

#[test]
fn reset_is_a_moment_like_any_other() {
    let mut state = ready();
    state.tell(Action::SourceEdited { cell: key("b"), source: "mine".into() });
    run(&mut state, "a", 1);
    let effects = state.tell(Action::ResetInterpreterClicked);
    assert_eq!(effects, [Effect::Become { route: way(&[]), busy: false }]);
    assert_eq!(stale(&state), ["a"]);
    assert_eq!(state.cell(&key("b")).phase, Phase::Fresh);
    assert_eq!(&*state.cell(&key("b")).source, "mine");
    state.tell(reported(Report::Became));
    run(&mut state, "b", 3);
    assert_eq!(stale(&state), ["a"]);
    travel(&mut state, Action::UndoClicked);
    assert_eq!(travel(&mut state, Action::UndoClicked), way(&[1]));
    assert_eq!(stale(&state), ["b"]);
}

#[test]
fn a_reset_ends_the_run_at_work_and_what_is_pressed_between_two_states_waits() {
    let mut state = ready();
    run(&mut state, "a", 1);
    press(&mut state, "b");
    assert!(state.tell(Action::UndoClicked).is_empty(), "a run at work is stopped, not undone");
    let effects = state.tell(Action::ResetInterpreterClicked);
    assert_eq!(effects, [Effect::Become { route: way(&[]), busy: true }]);
    assert!(state.tell(Action::UndoClicked).is_empty());
    let effects = state.tell(reported(Report::Became));
    assert!(matches!(&effects[..], [Effect::Become { route, .. }] if *route == way(&[1])), "{effects:?}");
}

/// What the next visit finds.
fn kept(state: &State) -> Kept {
    let (last_run, forgotten) = state.run_marks();
    let cells = state.cells_to_keep().map(|(key, ..)| state.cell_to_keep(key).expect("it is to be kept")).collect();
    let films = state.films().map(|(run, film)| (run, (**film).clone())).collect();
    Kept { image: state.image.clone(), timeline: state.timeline.clone(), cells, films, last_run, forgotten }
}

#[test]
fn the_next_visit_goes_on_where_this_one_ended() {
    let mut before = ready();
    run(&mut before, "a", 1);
    run(&mut before, "b", 2);
    travel(&mut before, Action::UndoClicked);
    // The three may come in any order.
    let actions = [course(), remembered(Some(kept(&before))), reported(Report::Ready)];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
        let mut state = State::new(Route::default(), Some(10));
        let effects: Vec<_> = order.iter().flat_map(|index| state.tell(actions[*index].clone())).collect();
        assert!(effects.contains(&Effect::Become { route: way(&[1]), busy: false }), "{order:?} {effects:?}");
        assert_eq!(state.python.word(), "busy");
        state.tell(reported(Report::Became));
        assert_eq!(state.cell(&key("a")).phase, Phase::Ok { milliseconds: 2.0 });
        assert_eq!(stale(&state), ["b"]);
        assert_eq!(travel(&mut state, Action::RedoClicked), way(&[1, 2]));
        run(&mut state, "c", 3);
    }
}

#[test]
fn a_state_of_another_image_is_refused_and_so_is_one_that_hung() {
    let mut before = ready();
    run(&mut before, "a", 1);
    let other = Kept { image: "other".into(), ..kept(&before) };
    let unfinished = |what| {
        Action::Remembered(Box::new(Remembered {
            kept: Ok(Some(kept(&before))),
            unfinished: Some(what),
            is_second: false,
        }))
    };
    let cases = [
        (remembered(Some(other)), "earlier version", vec![Effect::SetAside]),
        (unfinished(Unfinished::Restore), "did not end", vec![Effect::SetAside]),
        (
            unfinished(Unfinished::Run(key("b"))),
            "“b” on the page “P” had not finished",
            vec![Effect::Become { route: way(&[1]), busy: false }],
        ),
    ];
    for (action, words, wanted) in cases {
        let mut state = State::new(Route::default(), Some(10));
        state.tell(course());
        state.tell(reported(Report::Ready));
        assert_eq!(state.tell(action), wanted, "{words}");
        assert!(state.notices[0].contains(words), "{:?}", state.notices);
    }
}

#[test]
fn forgetting_leaves_nothing() {
    let mut state = ready();
    state.tell(Action::SourceEdited { cell: key("a"), source: "mine".into() });
    run(&mut state, "a", 1);
    let effects = state.tell(Action::ForgetClicked);
    assert_eq!(effects, [Effect::Forget { tell_others: true }, Effect::Become { route: way(&[]), busy: false }]);
    assert_eq!(&*state.cell(&key("a")).source, "a = 1");
    assert_eq!(state.cell(&key("a")).phase, Phase::Fresh);
    assert!(state.timeline.moments().is_empty() && state.undo_target().is_none());
}

fn list(skip: &[&str], reprs: bool) -> Vec<Effect> {
    vec![Effect::ListVariables { skip: skip.iter().map(|name| (*name).to_owned()).collect(), reprs }]
}

/// What a fork has seen: names and marks. The reprs of `x`, and of names that begin with `x`, do not end.
fn seen(rows: &[(&str, &str)]) -> Result<Listing, Unseen> {
    let row = |(name, mark): &(&str, &str)| Variable {
        name: (*name).into(),
        class: "int".into(),
        kind: "value".into(),
        text: "1".into(),
        size: String::new(),
        mark: (*mark).into(),
        skipped: name.starts_with('x'),
        changed: false,
    };
    Ok(Listing { rows: rows.iter().map(row).collect(), more: 0 })
}

#[test]
fn variables_tell_what_the_last_run_changed_and_what_does_not_end_is_left_out() {
    let mut state = ready();
    assert_eq!(state.tell(Action::VariablesToggled), list(&[], true));
    assert_eq!(state.tell(Action::VariablesSeen(Err(Unseen::Hung(Hung { at: "x".into() })))), list(&["x"], true));
    state.tell(Action::VariablesSeen(seen(&[("x", "1"), ("y", "2")])));
    assert!(state.variables.rows.iter().all(|row| !row.changed), "nothing was known before");
    state.tell(Action::VariablesSeen(seen(&[("x", "1"), ("y", "3"), ("z", "4")])));
    let changed: Vec<_> = state.variables.rows.iter().filter(|row| row.changed).map(|row| row.name.as_str()).collect();
    assert_eq!(changed, ["y", "z"]);
    press(&mut state, "a");
    state.tell(ended(1, finished()));
    let effects = state.tell(kept_run(1));
    assert_eq!(effects[2..], list(&["x"], true), "after the film and what follows");
    assert_eq!(state.tell(Action::VariablesSeen(seen(&[("x", "9")]))), list(&[], true), "x is something else now");
}

#[test]
fn variables_that_could_not_be_read_are_said_to_be_old() {
    let mut state = ready();
    state.tell(Action::VariablesToggled);
    state.tell(Action::VariablesSeen(seen(&[("x", "1")])));
    state.tell(Action::VariablesSeen(Err(Unseen::NotAsked(Why::Superseded))));
    assert!(!state.variables.old, "a newer question is on its way");
    for failed in [
        Unseen::Failed(Fault::TimedOut),
        Unseen::Hung(Hung { at: String::new() }),
        Unseen::NotAsked(Why::TooMany),
        Unseen::NotAsked(Why::Nobody),
        Unseen::NotAsked(Why::Unreachable),
    ] {
        assert_eq!(state.tell(Action::VariablesSeen(Err(failed))), []);
        assert!(state.variables.old && state.variables.rows.len() == 1, "what was seen stays");
        state.tell(Action::VariablesSeen(seen(&[("x", "2")])));
        assert!(!state.variables.old);
    }
}

#[test]
fn after_five_names_that_do_not_end_no_repr_is_asked_for() {
    let hung = |name: &str| Action::VariablesSeen(Err(Unseen::Hung(Hung { at: name.into() })));
    let five = ["x1", "x2", "x3", "x4", "x5"];
    let mut state = ready();
    state.tell(Action::VariablesToggled);
    for (number, name) in five.iter().enumerate() {
        assert_eq!(state.tell(hung(name)), list(&five[..=number], true));
    }
    assert_eq!(state.tell(hung("x6")), list(&five, false), "there may be thousands of them");
    assert_eq!(state.tell(hung("x7")), [], "and nothing else is tried");
    let rows = five.map(|name| (name, "1"));
    assert_eq!(state.tell(Action::VariablesSeen(seen(&rows))), []);
    assert_eq!(state.variables.rows.len(), 5);
    assert_eq!(
        state.tell(Action::VariablesSeen(seen(&rows[1..]))),
        list(&five[1..], true),
        "one is gone, so it is tried again"
    );
}

#[test]
fn a_timeline_that_is_full_forgets_its_beginning_and_says_so() {
    let mut state = ready();
    state.budget = 3_500;
    run(&mut state, "a", 1);
    state.tell(Action::ResetInterpreterClicked);
    state.tell(reported(Report::Became));
    for number in [3, 5, 7, 9, 11, 13] {
        run(&mut state, "b", number);
        state.tell(Action::ResetInterpreterClicked);
        state.tell(reported(Report::Became));
    }
    assert!(state.timeline.forgotten() > 1, "{}", state.timeline.bytes());
    assert!(state.notices.iter().any(|notice| notice.contains("can't be undone any more")));
    assert_eq!(stale(&state), ["a", "b"]);
    state.tell(Action::NoticeDismissed(0));
    run(&mut state, "c", 15);
    assert_eq!(state.notices, [""; 0], "it is said once");
    assert_eq!(stale(&state), ["a", "b"]);
}

#[test]
fn a_state_far_from_a_whole_one_is_held_whole_and_what_led_there_can_go() {
    let mut state = ready();
    state.budget = 20 << 20;
    let big = |run: u32, bytes: usize| {
        let change = Change { step: Some(bytes), state: bytes, ..CHANGE };
        reported(Report::Kept { run: RunId(run), change })
    };
    press(&mut state, "a");
    state.tell(ended(1, finished()));
    let effects = state.tell(big(1, 15 << 20));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Pack { .. })), "one step is as good as the state");
    press(&mut state, "b");
    state.tell(ended(2, finished()));
    let effects = state.tell(big(2, 9 << 20));
    assert!(effects.contains(&Effect::Pack { number: 2 }), "{effects:?}");
    state.tell(reported(Report::Packed { number: 2, bytes: 8 << 20 }));
    assert_eq!((state.timeline.forgotten(), state.timeline.bytes()), (2, 8 << 20));
    assert_eq!(state.blobs().collect::<Vec<_>>(), [Blob::Whole(2), Blob::Tape(1), Blob::Tape(2)]);
    // A state that is too large even by itself is only in the worker that has it.
    press(&mut state, "c");
    state.tell(ended(3, finished()));
    state.tell(big(3, 90 << 20));
    assert_eq!(state.timeline.route_here(), Way { anchor: Anchor::Live { number: 3 }, steps: Vec::new() });
    assert!(state.notices.iter().any(|notice| notice.contains("94 MB")), "{:?}", state.notices);
}

#[test]
fn the_next_visit_is_told_of_what_was_begun_before_it_is_begun_and_everything_new_is_saved() {
    let mut state = ready();
    let mut all = |action: Action| state.reduce(action);
    let begun = all(Action::RunClicked(key("a")));
    assert!(matches!(&begun[..], [mark, Effect::Run { .. }, Effect::KeepLast(_)] if *mark == marked("a")));
    assert_eq!(all(ended(1, finished())), [DONE]);
    assert!(matches!(&all(kept_run(1))[..], [Effect::Film { .. }, Effect::Follow { .. }, Effect::Save]));
    assert_eq!(all(Action::FilmSeen { run: RunId(1), film: Ok(Film::default()) }), [Effect::Save]);
    all(Action::RunClicked(key("b")));
    assert_eq!(all(Action::StopClicked), [DONE, Effect::Stop, Effect::Save], "a stopped run is there after a reload");
    all(reported(Report::Became));
    assert!(all(Action::UndoClicked).ends_with(&[Effect::Save]));
    all(reported(Report::Became));
    assert!(all(Action::ResetInterpreterClicked).ends_with(&[Effect::Save]));
    all(reported(Report::Became));
    all(Action::RunClicked(key("c")));
    assert!(all(ended(4, End::Fault(Fault::Memory))).ends_with(&[Effect::Stop, Effect::Save]));
}

#[test]
fn a_cell_that_starts_later_has_the_time_of_its_start() {
    let mut state = opened();
    press(&mut state, "a");
    state.now = 70.0;
    state.tell(reported(Report::Ready));
    assert_eq!(state.cell(&key("a")).phase, Phase::Running { since: 70.0, limit: Some(10) });
    press(&mut state, "b");
    state.tell(ended(1, finished()));
    state.now = 90.0;
    state.tell(kept_run(1));
    assert_eq!(state.cell(&key("b")).phase, Phase::Running { since: 90.0, limit: Some(10) });
}

#[test]
fn a_run_whose_effects_are_lost_costs_itself_only() {
    let mut state = ready();
    run(&mut state, "a", 1);
    press(&mut state, "b");
    press(&mut state, "c");
    state.tell(ended(2, finished()));
    let lost = Report::NotKept { run: RunId(2), reason: "no memory".into() };
    assert_eq!(state.tell(reported(lost.clone())), [Effect::Stop]);
    assert!(
        matches!(&state.cell(&key("b")).phase, Phase::Error { note: Some(note), .. } if note.contains("could not be kept"))
    );
    assert!(state.tell(reported(lost)).is_empty(), "said twice");
    assert!(
        matches!(&state.tell(reported(Report::Became))[..], [Effect::Run { run: RunId(3), .. }]),
        "the next one runs"
    );
    assert_eq!(state.timeline.route_here(), way(&[1]));
}

#[test]
fn a_state_that_is_lost_leaves_a_pristine_python_and_a_sentence() {
    let lost = || reported(Report::StateLost { reason: "it is damaged".into() });
    let mut state = ready();
    run(&mut state, "a", 1);
    run(&mut state, "b", 2);
    state.tell(Action::UndoClicked);
    assert_eq!(state.tell(lost()), [Effect::Become { route: way(&[]), busy: false }]);
    state.tell(reported(Report::Became));
    assert!(state.notices[0].contains("it is damaged") && state.notices[0].contains("pristine"));
    assert_eq!(stale(&state), ["a", "b"]);
    run(&mut state, "c", 4);
    let mut next = State::new(Route::default(), None);
    next.tell(course());
    next.tell(remembered(Some(kept(&state))));
    next.tell(reported(Report::Ready));
    assert_eq!(next.reduce(lost())[..2], [DONE, Effect::SetAside], "what could not be restored is not tried again");
    next.tell(reported(Report::Became));
    assert!(next.timeline.moments().is_empty() && next.notices[0].contains("set aside"));
    assert_eq!(stale(&next), ["a", "b", "c"]);
    assert_eq!(press(&mut next, "a").len(), 1);
}

#[test]
fn forgetting_while_python_loads_forgets_what_is_still_being_read() {
    let mut before = ready();
    run(&mut before, "a", 1);
    for early in [true, false] {
        let mut state = State::new(Route::default(), None);
        state.tell(course());
        if early {
            state.tell(remembered(Some(kept(&before))));
        }
        assert_eq!(state.tell(Action::ForgetClicked), [Effect::Forget { tell_others: true }]);
        if !early {
            state.tell(remembered(Some(kept(&before))));
        }
        assert!(state.tell(reported(Report::Ready)).is_empty());
        assert_eq!(state.python, Python::Ready);
        assert!(state.timeline.moments().is_empty() && state.cell(&key("a")).phase == Phase::Fresh);
    }
}

#[test]
fn each_kind_of_trouble_is_told_once() {
    let mut state = ready();
    for trouble in [
        Trouble::TooLarge,
        Trouble::Edits,
        Trouble::Full,
        Trouble::Edits,
        Trouble::NotWritten("a".into()),
        Trouble::NotWritten("b".into()),
    ] {
        state.tell(Action::NotKept(trouble));
    }
    assert_eq!(state.notices.len(), 4, "{:?}", state.notices);
    state.tell(Action::NoticeDismissed(1));
    assert!(state.notices.iter().all(|notice| !notice.contains("what you write")));
    state.tell(Action::NoticeDismissed(9));
}

#[test]
fn in_a_second_tab_it_is_said_what_is_not_kept() {
    let mut state = State::new(Route::default(), None);
    state.tell(course());
    state.tell(Action::Remembered(Box::new(Remembered { kept: Ok(None), unfinished: None, is_second: true })));
    state.tell(reported(Report::Ready));
    assert!(state.notices[0].contains("another tab"));
}

#[test]
fn in_every_state_of_python_every_press_and_every_report_leaves_a_page_that_works() {
    let reports = [
        Report::Ready,
        Report::Kept { run: RunId(1), change: CHANGE },
        Report::Kept { run: RunId(2), change: CHANGE },
        Report::NotKept { run: RunId(2), reason: "r".into() },
        Report::Became,
        Report::Recovering { reason: "r".into() },
        Report::StateLost { reason: "r".into() },
        Report::Gone { reason: "r".into() },
        Report::Packed { number: 1, bytes: 10 },
        Report::Said(Event::Output { run: RunId(2), pieces: Vec::new() }),
        Report::Said(Event::Waiting { run: RunId(2) }),
        Report::Said(Event::Elsewhere { run: RunId(2), asked: program() }),
        Report::Said(Event::Ended { run: RunId(2), end: finished(), milliseconds: 1.0 }),
        Report::Said(Event::Ended { run: RunId(2), end: End::Fault(Fault::Stack), milliseconds: 1.0 }),
        Report::Said(Event::Withheld { run: RunId(2), lines: 1, bytes: 1 }),
    ];
    let an_earlier_visit = || {
        let mut before = ready();
        run(&mut before, "a", 1);
        kept(&before)
    };
    let happenings = [
        course(),
        Action::CourseFailed("r".into()),
        Action::CourseChanged(practice::lesson()),
        remembered(None),
        remembered(Some(an_earlier_visit())),
        Action::RouteChanged(Route { slug: "p".into(), anchor: Some("a".into()), code: None }),
        Action::DownloadProgressed { received: 1, total: 2 },
        Action::DownloadFailed("r".into()),
        Action::FilmSeen { run: RunId(1), film: Ok(Film::default()) },
        Action::FilmSeen { run: RunId(1), film: Err(Unseen::NotAsked(Why::Nobody)) },
        Action::StretchChosen { since: Since::Moment(9), until: Some(9) },
        Action::FilterChosen(Filter::Left),
        Action::CleanupClicked { source: "x = 1".into() },
        Action::LimitChosen(None),
        Action::SourceEdited { cell: key("b"), source: "x".into() },
        Action::AnswerWritten { exercise: key("e"), number: 9, text: "x".into() },
        Action::MoreClicked(key("b")),
        Action::VariablesToggled,
        Action::VariablesSeen(seen(&[("x", "1")])),
        Action::VariablesSeen(Err(Unseen::Hung(Hung { at: "x".into() }))),
        Action::ForgottenElsewhere,
        Action::NoticeDismissed(9),
        Action::NotKept(Trouble::Full),
        Action::RunClicked(key("c")),
        Action::StopClicked,
        Action::KeepWaitingClicked,
        Action::LineEntered(Some("x".into())),
        Action::UndoClicked,
        Action::RedoClicked,
        Action::MomentClicked(0),
        Action::ResetCellClicked(key("b")),
        Action::ResetInterpreterClicked,
        Action::ForgetClicked,
        Action::LimitReached { run: RunId(2), since: 5.0 },
        Action::ElsewhereAnswered { run: RunId(2), line: "{}".into() },
        Action::BudgetKnown(10),
        Action::FieldFilled { form: key("f"), place: "/x".into(), text: "x".into() },
        Action::CheckClicked(key("t")),
        Action::Assessed { exercise: key("t"), number: 1, of: "x".into(), verdict: Ok(Verdict::default()) },
        Action::Assessed {
            exercise: key("t"),
            number: 1,
            of: "x".into(),
            verdict: Err(Unseen::NotAsked(Why::TooMany)),
        },
        Action::CommandClicked { exercise: key("t"), line: "x".into() },
        Action::HintClicked(key("t")),
        Action::AnswerClicked(key("t")),
        Action::Guessed { cell: key("b"), given: Some(vec!["x".into()]) },
        Action::ExportClicked,
        Action::ProgressBrought(Ok("{}".into())),
        Action::ProgressBrought(Err("r".into())),
    ];
    let actions: Vec<Action> = happenings.into_iter().chain(reports.map(reported)).collect();
    /// A name, and how one comes there from a state in which cell `a` has run.
    type Situation = (&'static str, fn(State) -> State);
    let situations: [Situation; 10] = [
        ("loading", |_| State::new(Route::default(), Some(10))),
        ("loading what an earlier visit has left", |_| {
            let mut state = State::new(Route::default(), Some(10));
            state.tell(course());
            state.tell(reported(Report::Ready));
            state
        }),
        ("restoring", |before| {
            let mut state = opened();
            state.tell(remembered(Some(kept(&before))));
            state.tell(reported(Report::Ready));
            assert_eq!(state.python, Python::Restoring);
            state
        }),
        ("ready", |state| state),
        ("running", |mut state| {
            press(&mut state, "b");
            state
        }),
        ("waiting", |mut state| {
            press(&mut state, "b");
            state.tell(said(Event::Waiting { run: RunId(2) }));
            state
        }),
        ("elsewhere", |mut state| {
            press(&mut state, "b");
            state.tell(said(Event::Elsewhere { run: RunId(2), asked: program() }));
            assert!(matches!(state.cell(&key("b")).phase, Phase::Elsewhere { .. }));
            state
        }),
        ("settling", |mut state| {
            press(&mut state, "b");
            state.tell(ended(2, finished()));
            state
        }),
        ("becoming", |mut state| {
            state.tell(Action::UndoClicked);
            state
        }),
        ("failed", |mut state| {
            state.tell(reported(Report::Gone { reason: "r".into() }));
            state
        }),
    ];
    for (name, situation) in situations {
        for action in &actions {
            let mut state = ready();
            run(&mut state, "a", 1);
            let mut state = situation(state);
            let story = format!("{name}: {action:?}");
            state.tell(action.clone());
            // The crew does what it owes the state.
            for _ in 0..6 {
                match state.python.clone() {
                    Python::Running(running) => drop(state.tell(ended(running.run.0, finished()))),
                    Python::Settling(happening) => drop(state.tell(kept_run(happening.run.0))),
                    Python::Becoming | Python::Restoring => drop(state.tell(reported(Report::Became))),
                    // Whatever has not come yet comes now. What comes twice is heard once.
                    Python::Loading { .. } => {
                        for action in [course(), reported(Report::Ready), remembered(None)] {
                            state.tell(action);
                        }
                    }
                    Python::Ready | Python::Failed(_) => {}
                }
            }
            let ends = matches!(action, Action::DownloadFailed(_) | Action::Reported(Report::Gone { .. }));
            let wanted = if name == "failed" || ends { "failed" } else { "ready" };
            assert_eq!(state.python.word(), wanted, "{story}");
            assert!(state.cells.values().all(|cell| !cell.phase.is_pending()), "{story}: no cell waits for ever");
            state.account();
            if wanted == "ready" {
                assert!(
                    matches!(press(&mut state, "c").first(), Some(Effect::Run { .. })),
                    "{story}: the next press runs"
                );
            }
        }
    }
}

fn film(findings: &str) -> Action {
    let finding = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        let [target, status, was, is] = words[..] else { panic!("{line}") };
        json!({ "kind": "attribute", "target": target, "status": status, "line": 1, "gone": null, "before": was, "after": is, "was": was,
            "is": is, "scope": "this module", "undo": "", "why": "", "sentence": format!("`{target}` is {is}") })
    };
    let findings: Vec<_> = findings.lines().map(|line| finding(line.trim())).collect();
    let film = json!({ "findings": findings, "ordinary": "", "looked": 3, "sampled": false });
    Action::FilmSeen { run: RunId(0), film: Ok(serde_json::from_value(film).unwrap()) }
}

/// Runs a cell whose film has these findings, each in a line: `target status was is`.
fn run_seen(state: &mut State, id: &str, number: u32, findings: &str) {
    run(state, id, number);
    let Action::FilmSeen { film, .. } = film(findings) else { unreachable!() };
    state.tell(Action::FilmSeen { run: RunId(number), film });
}

/// The rows of the ledger: target, status and cell.
fn ledger(state: &State) -> Vec<String> {
    let rows = state.account().rows;
    rows.iter().map(|row| format!("{} {} {}", row.finding.target, row.finding.status.word(), row.cell.id)).collect()
}

#[test]
fn the_ledger_adds_up_what_runs_have_changed() {
    let mut state = ready();
    run_seen(&mut state, "a", 1, "json.dumps left old loud\nmath.pi reverted 3 3");
    assert_eq!(state.announcement, "2 changes, 1 left behind: `json.dumps` is loud.");
    assert_eq!(ledger(&state), ["json.dumps left a", "math.pi reverted a"]);
    run_seen(&mut state, "b", 2, "json.dumps left loud louder");
    assert_eq!(ledger(&state), ["json.dumps left b", "math.pi reverted a"]);
    run_seen(&mut state, "c", 3, "json.dumps left louder old");
    assert_eq!(
        ledger(&state),
        ["json.dumps reverted b", "math.pi reverted a"],
        "the third run has put back what the first one had changed"
    );
    assert_eq!(state.account().summary, "2 changes, all put back.");
    let stretch = |state: &mut State, since, until| drop(state.tell(Action::StretchChosen { since, until }));
    stretch(&mut state, Since::LastRun, None);
    assert_eq!(ledger(&state), ["json.dumps left c"], "seen from before the last run it is a change");
    stretch(&mut state, Since::Moment(1), None);
    assert_eq!(ledger(&state), ["json.dumps left c"]);
    stretch(&mut state, Since::Moment(1), Some(2));
    assert_eq!(ledger(&state), ["json.dumps left b"], "between two points of the past");
    stretch(&mut state, Since::LastRun, Some(1));
    assert_eq!(ledger(&state), ["json.dumps left a", "math.pi reverted a"]);
    travel(&mut state, Action::MomentClicked(1));
    assert_eq!(state.account().until, None, "what has not happened is no end");
}

#[test]
fn the_ledger_goes_where_the_timeline_goes() {
    let mut state = ready();
    run_seen(&mut state, "a", 1, "json.dumps left old loud");
    run_seen(&mut state, "b", 2, "math.pi left 3 4");
    travel(&mut state, Action::UndoClicked);
    assert_eq!(ledger(&state), ["json.dumps left a"]);
    travel(&mut state, Action::RedoClicked);
    assert_eq!(ledger(&state), ["math.pi left b", "json.dumps left a"], "the newest first");
    state.tell(Action::FilterChosen(Filter::Reverted));
    assert_eq!(ledger(&state), [""; 0]);
    state.tell(Action::FilterChosen(Filter::All));
    travel(&mut state, Action::ResetInterpreterClicked);
    assert_eq!(ledger(&state), [""; 0], "a reset leaves nothing");
    assert_eq!(state.account().summary, "Nothing was left behind.");
    travel(&mut state, Action::UndoClicked);
    assert_eq!(ledger(&state).len(), 2);
}

#[test]
fn a_finding_is_cleaned_up_by_a_run_of_its_own() {
    let mut state = ready();
    run_seen(&mut state, "a", 1, "json.dumps left old loud");
    let effects = state.tell(Action::CleanupClicked { source: "import json".into() });
    assert!(
        matches!(&effects[..], [Effect::Run { code, .. }] if code.cell == "cleanup" && code.source == "import json")
    );
    state.tell(ended(2, finished()));
    state.tell(kept_run(2));
    let Action::FilmSeen { film, .. } = film("json.dumps left loud old") else { unreachable!() };
    state.tell(Action::FilmSeen { run: RunId(2), film });
    assert_eq!(ledger(&state), ["json.dumps reverted a"]);
    assert_eq!(state.ledger_place(), Some(&key("a")), "it stays below the cell of the page");
}

#[test]
fn a_run_that_can_not_be_watched_says_so() {
    let mut state = ready();
    run(&mut state, "a", 1);
    let late = Unseen::Failed(Fault::TimedOut);
    let failed = |why: &Unseen| Action::FilmSeen { run: RunId(1), film: Err(why.clone()) };
    let again = state.tell(failed(&late));
    assert!(
        matches!(&again[..], [Effect::Film { run: RunId(1), watched: false, .. }]),
        "first it is tried in another way"
    );
    assert!(state.tell(failed(&late)).is_empty());
    assert_eq!(state.account().remark, "This run could not be repeated and watched: it takes too long.");
    run(&mut state, "a", 2);
    let broken = Unseen::Failed(Fault::Panic("of its own".into()));
    for _ in 0..2 {
        state.tell(Action::FilmSeen { run: RunId(2), film: Err(broken.clone()) });
    }
    assert!(state.account().remark.ends_with("stopped with an error of its own."), "time is not the reason");
}

/// The course with another text in cell `a`.
fn changed(source: &str) -> Rc<Course> {
    let Action::CourseArrived { course, .. } = course() else { unreachable!("it is one") };
    let mut course = (*course).clone();
    Rc::make_mut(&mut course.pages[0]).cells[0].source = source.into();
    Rc::new(course)
}

#[test]
fn a_changed_course_leaves_what_the_reader_has_written() {
    let mut state = ready();
    run(&mut state, "a", 1);
    state.tell(Action::SourceEdited { cell: key("b"), source: "mine".into() });
    state.tell(Action::CourseChanged(changed("a = 2\n")));
    let a = state.cell(&key("a"));
    assert_eq!((&*a.source, a.revision), ("a = 2", 1));
    assert!(matches!(a.phase, Phase::Ok { .. }), "its output stays");
    assert_eq!((&*state.cell(&key("b")).source, state.cell(&key("b")).revision), ("mine", 0));
}

#[test]
fn a_run_waits_for_another_interpreter_and_goes_on_with_its_answer() {
    let mut state = ready();
    press(&mut state, "a");
    let asked = program();
    let waits = |run| said(Event::Elsewhere { run: RunId(run), asked: asked.clone() });
    state.now = 8.0;
    assert_eq!(state.tell(waits(1)), [Effect::Elsewhere { run: RunId(1), asked: asked.clone() }]);
    let late = || Action::LimitReached { run: RunId(1), since: 5.0 };
    assert!(state.tell(late()).is_empty(), "the time that the other takes is not the run's");
    assert_eq!(state.cell(&key("a")).phase.word(), "running");
    state.now = 90.0;
    let answered = |run| Action::ElsewhereAnswered { run: RunId(run), line: "{}".into() };
    let line = Effect::Line { run: RunId(1), line: Some("{}".into()), since: 87.0, limit: Some(10) };
    assert_eq!(state.tell(answered(1)), [line], "the three milliseconds before it waited count");
    assert!(state.tell(answered(1)).is_empty(), "an answer that comes twice is heard once");
    // Only the run's own time counts against the limit.
    assert!(state.tell(late()).is_empty());
    state.tell(Action::StopClicked);
    assert!(state.tell(answered(1)).is_empty() && state.tell(waits(1)).is_empty(), "a stopped run hears nothing");
}
