use crate::app::action::{Hung, Unfinished};
use super::*;
use crate::bench::checkpoint::tests::Block;
use crate::bench::{Checkpoint, Delta, Elsewhere, Fault, Tape, Watch};
use crate::protocol::{End, Event, Piece, Stream};
use crate::report::{Code, Failure, Outcome};
use serde_json::json;

fn key(id: &str) -> CellKey {
    CellKey { slug: "p".into(), id: id.into() }
}

fn course() -> Action {
    let cell = |id: &str| Cell { id: id.into(), source: format!("{id} = 1\n"), ..Cell::default() };
    let page = Page { slug: "p".into(), title: "P".into(), cells: vec![cell("a"), cell("b"), cell("c")], ..Page::default() };
    let course = Rc::new(Course { title: "C".into(), pages: vec![page], ..Course::default() });
    Action::CourseArrived { course, image: "i".into(), edits: Vec::new(), answers: Vec::new() }
}

fn remembered(kept: Option<Kept>) -> Action {
    Action::Remembered(Box::new(Remembered { kept: Ok(kept), unfinished: None }))
}

fn opened() -> State {
    let mut state = State::new(Route::default(), Some(10));
    state.reduce(course());
    state.reduce(remembered(None));
    state
}

fn ready() -> State {
    let mut state = opened();
    state.reduce(Action::InterpreterSaid(Event::Ready));
    state
}

fn press(state: &mut State, id: &str) -> Vec<Effect> {
    state.reduce(Action::RunClicked { cell: key(id), now: 5.0 })
}

fn ended(run: u32, end: End) -> Action {
    Action::InterpreterSaid(Event::Ended { run: RunId(run), end, milliseconds: 2.0 })
}

fn finished() -> End {
    End::Outcome(Outcome::Finished { result: None })
}

/// The delta of a run that leaves `mark` in the memory.
fn delta(mark: u8) -> Delta {
    Watch::new(&Block(vec![0; 8192])).changes(&Block([vec![0; 4096], vec![mark; 4096]].concat()))
}

fn memory(mark: u8) -> Checkpoint {
    Checkpoint::default().after(delta(mark))
}

/// Runs a cell to its end; its run is the `run`-th.
fn run(state: &mut State, id: &str, run: u32) {
    assert_eq!(press(state, id).len(), 1, "{id} starts");
    state.reduce(ended(run, finished()));
    state.reduce(Action::RunKept { run: RunId(run), delta: delta(run as u8), tape: Tape::default() });
    assert_eq!(state.python, Python::Ready);
}

/// Goes somewhere, and gives the state that the interpreter was asked to become.
fn travel(state: &mut State, action: Action) -> Checkpoint {
    let effects = state.reduce(action);
    let [Effect::Become { state: asked, busy: false }] = &effects[..] else { panic!("{effects:?}") };
    let asked = (**asked).clone();
    assert_eq!(state.python, Python::Becoming);
    state.reduce(Action::InterpreterSaid(Event::Became));
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
    let effects = state.reduce(Action::InterpreterSaid(Event::Ready));
    let code = Code { cell: "a".into(), source: "a = 1".into() };
    assert!(matches!(&effects[..], [Effect::Run { run: RunId(1), code: asked, limit: Some(10), .. }] if *asked == code));
}

#[test]
fn cells_run_one_after_another_and_wait_until_the_state_is_kept() {
    let mut state = ready();
    assert_eq!(press(&mut state, "a").len(), 1);
    assert!(press(&mut state, "b").is_empty());
    assert!(press(&mut state, "b").is_empty(), "a second press changes nothing");
    assert!(state.reduce(ended(1, finished())).is_empty());
    assert_eq!(state.cell(&key("a")).phase, Phase::Ok { milliseconds: 2.0 });
    assert!(stale(&state).is_empty());
    let effects = state.reduce(Action::RunKept { run: RunId(1), delta: delta(1), tape: Tape::default() });
    assert!(matches!(&effects[..], [Effect::Film { run: RunId(1), code: ran, .. }, Effect::Remember { state }, Effect::Run { run: RunId(2), code, .. }]
        if **state == memory(1) && code.cell == "b" && ran.cell == "a"));
}

#[test]
fn what_a_stopped_run_still_says_is_dropped() {
    let mut state = ready();
    press(&mut state, "a");
    assert_eq!(state.reduce(Action::StopClicked), [Effect::Stop]);
    let pieces = vec![Piece { stream: Stream::Stdout, text: "late\n".into() }];
    state.reduce(Action::InterpreterSaid(Event::Output { run: RunId(1), pieces }));
    state.reduce(ended(1, finished()));
    state.reduce(Action::RunKept { run: RunId(1), delta: delta(1), tape: Tape::default() });
    assert_eq!(state.cell(&key("a")).phase, Phase::Stopped { limit: None });
    assert!(state.cell(&key("a")).output.is_empty());
    assert_eq!(state.python, Python::Becoming, "until the restored interpreter answers");
    assert_eq!(*state.timeline.state(), Checkpoint::default());
    state.reduce(Action::InterpreterSaid(Event::Became));
    assert_eq!(press(&mut state, "b").len(), 1);
}

#[test]
fn a_run_is_stopped_at_the_limit_unless_the_reader_waits() {
    let mut state = ready();
    press(&mut state, "a");
    let late = |run: u32| Action::LimitReached { run: RunId(run), since: 5.0 };
    assert!(state.reduce(late(7)).is_empty(), "another run's limit");
    assert_eq!(state.reduce(late(1)), [Effect::Stop]);
    assert_eq!(state.cell(&key("a")).phase, Phase::Stopped { limit: Some(10) });
    assert!(state.announcement.contains("10 seconds"));
    state.reduce(Action::InterpreterSaid(Event::Became));
    press(&mut state, "a");
    state.reduce(Action::KeepWaitingClicked);
    assert!(state.reduce(late(2)).is_empty());
    assert_eq!(state.cell(&key("a")).phase, Phase::Running { since: 5.0, limit: None });
    assert_eq!(state.reduce(Action::LimitChosen(None)), [Effect::KeepLimit(None)]);
    state.reduce(ended(2, finished()));
    state.reduce(Action::RunKept { run: RunId(2), delta: delta(2), tape: Tape::default() });
    assert!(matches!(&press(&mut state, "b")[..], [Effect::Run { limit: None, .. }]));
}

#[test]
fn a_waiting_cell_is_given_its_line_and_takes_no_time() {
    let mut state = ready();
    press(&mut state, "a");
    let pieces = vec![Piece { stream: Stream::Stdout, text: "Name: ".into() }];
    state.reduce(Action::InterpreterSaid(Event::Output { run: RunId(1), pieces }));
    state.reduce(Action::InterpreterSaid(Event::Waiting { run: RunId(1) }));
    assert_eq!(state.cell(&key("a")).phase, Phase::Waiting);
    assert!(state.announcement.ends_with("Name:"));
    assert!(state.reduce(Action::LimitReached { run: RunId(1), since: 5.0 }).is_empty());
    assert!(press(&mut state, "b").is_empty(), "others wait too");
    let effects = state.reduce(Action::LineEntered { line: Some("Ada".into()), now: 90.0 });
    let line = Effect::Line { run: RunId(1), line: Some("Ada".into()), since: 90.0, limit: Some(10) };
    assert_eq!(effects, [line]);
    assert!(state.reduce(Action::LineEntered { line: Some("twice".into()), now: 91.0 }).is_empty());
    let shown: Vec<_> = state.cell(&key("a")).output.drawn().runs().map(|run| (run.stream, run.text.to_owned())).collect();
    assert_eq!(shown, [(Stream::Stdout, "Name: ".to_owned()), (Stream::Stdin, "Ada\n".to_owned())]);
    state.reduce(Action::InterpreterSaid(Event::Waiting { run: RunId(1) }));
    assert_eq!(state.reduce(Action::StopClicked), [Effect::Stop]);
}

#[test]
fn a_fault_says_what_happened_and_the_next_run_works() {
    let mut state = ready();
    press(&mut state, "a");
    assert_eq!(state.reduce(ended(1, End::Fault(Fault::Memory))), [Effect::Stop], "its worker goes");
    let phase = state.cell(&key("a")).phase.clone();
    assert!(matches!(phase, Phase::Error { note: Some(note), .. } if note.contains("512 MiB") && note.contains("before this run")));
    state.reduce(Action::InterpreterSaid(Event::Became));
    assert_eq!(press(&mut state, "b").len(), 1);
}

#[test]
fn a_traceback_is_output_and_names_its_line() {
    let mut state = ready();
    press(&mut state, "a");
    let failure = Failure { exception: "E".into(), traceback: "tb\nE: x\n".into(), line: Some(3) };
    state.reduce(ended(1, End::Outcome(Outcome::Raised(failure))));
    let cell = state.cell(&key("a"));
    assert_eq!(cell.phase, Phase::Error { milliseconds: 2.0, line: Some(3), note: None });
    assert_eq!(cell.output.last.as_ref().map(|last| last.stream), Some(Stream::Stderr));
    assert_eq!(state.announcement, "Failed: E: x");
}

#[test]
fn edits_are_kept_and_an_edit_back_to_the_original_is_forgotten() {
    let mut state = ready();
    let edit = |source: &str| Action::SourceEdited { cell: key("a"), source: source.into() };
    assert_eq!(state.reduce(edit("x")), [Effect::Keep { cell: key("a"), source: Some("x".into()) }]);
    assert_eq!(state.reduce(edit("a = 1")), [Effect::Keep { cell: key("a"), source: None }]);
}

#[test]
fn reset_cell_brings_back_the_page_and_tells_the_editor() {
    let mut state = ready();
    state.reduce(Action::SourceEdited { cell: key("a"), source: "x".into() });
    press(&mut state, "a");
    let effects = state.reduce(Action::ResetCellClicked(key("a")));
    assert_eq!(effects, [Effect::Stop, Effect::Keep { cell: key("a"), source: None }]);
    let cell = state.cell(&key("a"));
    assert_eq!((&*cell.source, cell.revision, &cell.phase), ("a = 1", 1, &Phase::Fresh));
}

#[test]
fn undo_and_redo_go_through_the_states_and_mark_what_is_not_current() {
    let mut state = ready();
    for (number, id) in ["a", "b", "c"].into_iter().enumerate() {
        run(&mut state, id, number as u32 + 1);
    }
    assert_eq!(travel(&mut state, Action::UndoClicked), memory(2));
    assert_eq!(stale(&state), ["c"]);
    assert!(state.announcement.contains("after cell b"), "{}", state.announcement);
    assert_eq!(travel(&mut state, Action::UndoClicked), memory(1));
    assert_eq!(stale(&state), ["b", "c"]);
    assert_eq!(travel(&mut state, Action::RedoClicked), memory(2));
    assert_eq!(stale(&state), ["c"]);
    assert_eq!(travel(&mut state, Action::MomentClicked(0)).pages().len(), 0);
    assert_eq!(stale(&state), ["a", "b", "c"]);
    assert_eq!(travel(&mut state, Action::MomentClicked(3)), memory(3));
    assert!(stale(&state).is_empty());
    assert!(state.reduce(Action::RedoClicked).is_empty(), "there is nothing to redo");
    assert!(state.reduce(Action::MomentClicked(9)).is_empty(), "there is no such moment");
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
    assert_eq!(travel(&mut state, Action::UndoClicked), memory(1));
    assert_eq!(stale(&state), ["b", "c"]);
}

#[test]
fn undo_passes_over_what_changed_nothing() {
    let mut state = ready();
    run(&mut state, "a", 1);
    press(&mut state, "b");
    state.reduce(Action::StopClicked);
    state.reduce(Action::InterpreterSaid(Event::Became));
    assert_eq!(state.timeline.moments().len(), 2, "a stopped run is on the timeline");
    assert_eq!(travel(&mut state, Action::UndoClicked).pages().len(), 0);
    assert_eq!(stale(&state), ["a"]);
    press(&mut state, "b");
    state.reduce(Action::StopClicked);
    state.reduce(Action::InterpreterSaid(Event::Became));
    assert_eq!(travel(&mut state, Action::RedoClicked), memory(1), "stopping takes no redo away");
}

#[test]
fn reset_is_a_moment_like_any_other() {
    let mut state = ready();
    state.reduce(Action::SourceEdited { cell: key("b"), source: "mine".into() });
    run(&mut state, "a", 1);
    let effects = state.reduce(Action::ResetInterpreterClicked);
    assert_eq!(effects, [Effect::Become { state: Rc::default(), busy: false }]);
    assert_eq!(stale(&state), ["a"]);
    assert_eq!(state.cell(&key("b")).phase, Phase::Fresh);
    assert_eq!(&*state.cell(&key("b")).source, "mine");
    state.reduce(Action::InterpreterSaid(Event::Became));
    run(&mut state, "b", 3);
    assert_eq!(stale(&state), ["a"]);
    travel(&mut state, Action::UndoClicked);
    assert_eq!(travel(&mut state, Action::UndoClicked), memory(1));
    assert_eq!(stale(&state), ["b"]);
}

#[test]
fn a_reset_ends_the_run_at_work_and_what_is_pressed_between_two_states_waits() {
    let mut state = ready();
    run(&mut state, "a", 1);
    press(&mut state, "b");
    assert!(state.reduce(Action::UndoClicked).is_empty(), "a run at work is stopped, not undone");
    let effects = state.reduce(Action::ResetInterpreterClicked);
    assert_eq!(effects, [Effect::Become { state: Rc::default(), busy: true }]);
    assert!(state.reduce(Action::UndoClicked).is_empty());
    let effects = state.reduce(Action::InterpreterSaid(Event::Became));
    assert!(matches!(&effects[..], [Effect::Become { state, .. }] if **state == memory(1)), "{effects:?}");
}

fn kept(state: &State) -> Kept {
    let timeline = Timeline::from_bytes(&state.timeline.to_bytes(50)).unwrap();
    let cells = serde_json::to_string(&state.cells_to_keep()).unwrap();
    Kept { image: state.image.clone(), timeline, cells: serde_json::from_str(&cells).unwrap() }
}

#[test]
fn the_next_visit_goes_on_where_this_one_ended() {
    let mut before = ready();
    run(&mut before, "a", 1);
    run(&mut before, "b", 2);
    travel(&mut before, Action::UndoClicked);
    // In any order.
    let actions = [course(), remembered(Some(kept(&before))), Action::InterpreterSaid(Event::Ready)];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2]] {
        let mut state = State::new(Route::default(), Some(10));
        let effects: Vec<_> = order.iter().flat_map(|index| state.reduce(actions[*index].clone())).collect();
        assert!(effects.contains(&Effect::Become { state: Rc::new(memory(1)), busy: false }), "{order:?} {effects:?}");
        assert_eq!(state.python.word(), "busy");
        state.reduce(Action::InterpreterSaid(Event::Became));
        assert_eq!(state.cell(&key("a")).phase, Phase::Ok { milliseconds: 2.0 });
        assert_eq!(stale(&state), ["b"]);
        assert_eq!(travel(&mut state, Action::RedoClicked), memory(2));
        run(&mut state, "c", 3);
    }
}

#[test]
fn a_state_of_another_image_is_refused_and_so_is_one_that_hung() {
    let mut before = ready();
    run(&mut before, "a", 1);
    let other = Kept { image: "other".into(), ..kept(&before) };
    let unfinished = |what| Action::Remembered(Box::new(Remembered { kept: Ok(Some(kept(&before))), unfinished: Some(what) }));
    let cases = [
        (remembered(Some(other)), "earlier version", false),
        (unfinished(Unfinished::Restore), "did not end", false),
        (unfinished(Unfinished::Run(key("b"))), "“b” on the page “P” had not finished", true),
    ];
    for (action, words, restored) in cases {
        let mut state = State::new(Route::default(), Some(10));
        state.reduce(course());
        state.reduce(Action::InterpreterSaid(Event::Ready));
        let effects = state.reduce(action);
        assert_eq!(effects.len(), usize::from(restored), "{words}");
        assert!(state.notice.clone().unwrap().contains(words), "{:?}", state.notice);
    }
}

#[test]
fn forgetting_leaves_nothing() {
    let mut state = ready();
    state.reduce(Action::SourceEdited { cell: key("a"), source: "mine".into() });
    run(&mut state, "a", 1);
    let effects = state.reduce(Action::ForgetClicked);
    assert_eq!(effects, [Effect::Forget, Effect::Become { state: Rc::default(), busy: false }]);
    assert_eq!(&*state.cell(&key("a")).source, "a = 1");
    assert_eq!(state.cell(&key("a")).phase, Phase::Fresh);
    assert!(state.timeline.moments().is_empty() && state.undo_target().is_none());
}

#[test]
fn variables_tell_what_the_last_run_changed_and_what_does_not_end_is_left_out() {
    let row = |name: &str, mark: &str| Variable {
        name: name.into(),
        class: "int".into(),
        kind: "value".into(),
        text: "1".into(),
        size: String::new(),
        mark: mark.into(),
        skipped: name == "x",
        changed: false,
    };
    let mut state = ready();
    let list = |skip: &[&str]| vec![Effect::ListVariables { skip: skip.iter().map(|name| (*name).to_owned()).collect() }];
    assert_eq!(state.reduce(Action::VariablesToggled), list(&[]));
    assert_eq!(state.reduce(Action::VariablesSeen(Err(super::super::action::Hung { at: "x".into() }))), list(&["x"]));
    state.reduce(Action::VariablesSeen(Ok(vec![row("x", "1"), row("y", "2")])));
    assert!(state.variables.rows.iter().all(|row| !row.changed), "nothing was known before");
    state.reduce(Action::VariablesSeen(Ok(vec![row("x", "1"), row("y", "3"), row("z", "4")])));
    let changed: Vec<_> = state.variables.rows.iter().filter(|row| row.changed).map(|row| row.name.as_str()).collect();
    assert_eq!(changed, ["y", "z"]);
    press(&mut state, "a");
    state.reduce(ended(1, finished()));
    let effects = state.reduce(Action::RunKept { run: RunId(1), delta: delta(1), tape: Tape::default() });
    assert_eq!(effects[2..], list(&["x"]));
    assert_eq!(state.reduce(Action::VariablesSeen(Ok(vec![row("x", "9")]))), list(&[]), "x is something else now");
}

#[test]
fn a_timeline_that_is_full_forgets_its_beginning_and_says_so() {
    let mut state = ready();
    state.most_bytes = 20_000;
    run(&mut state, "a", 1);
    state.reduce(Action::ResetInterpreterClicked);
    state.reduce(Action::InterpreterSaid(Event::Became));
    for number in [3, 5, 7, 9, 11, 13] {
        run(&mut state, "b", number);
        // Pages that come and go take whole pages.
        state.reduce(Action::ResetInterpreterClicked);
        state.reduce(Action::InterpreterSaid(Event::Became));
    }
    assert!(state.timeline.forgotten() > 1, "{}", state.timeline.bytes());
    assert!(state.notice.clone().is_some_and(|notice| notice.contains("can't be undone any more")));
    assert_eq!(stale(&state), ["a", "b"]);
    state.reduce(Action::NoticeDismissed);
    run(&mut state, "c", 15);
    assert_eq!(state.notice, None, "it is said once");
    assert_eq!(stale(&state), ["a", "b"]);
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

/// Runs a cell that is seen to do this: a line a finding, `target status was is`.
fn run_seen(state: &mut State, id: &str, number: u32, findings: &str) {
    run(state, id, number);
    let Action::FilmSeen { film, .. } = film(findings) else { unreachable!() };
    state.reduce(Action::FilmSeen { run: RunId(number), film });
}

/// The ledger's rows: target, status and who.
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
    assert_eq!(ledger(&state), ["json.dumps reverted b", "math.pi reverted a"], "the third run has put back what the first one had changed");
    assert_eq!(state.account().summary, "2 changes, all put back.");
    let stretch = |state: &mut State, since, until| drop(state.reduce(Action::StretchChosen { since, until }));
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
    state.reduce(Action::FilterChosen(Filter::Reverted));
    assert_eq!(ledger(&state), [""; 0]);
    state.reduce(Action::FilterChosen(Filter::All));
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
    let effects = state.reduce(Action::CleanupClicked { source: "import json".into(), now: 0.0 });
    assert!(matches!(&effects[..], [Effect::Run { code, .. }] if code.cell == "cleanup" && code.source == "import json"));
    state.reduce(ended(2, finished()));
    state.reduce(Action::RunKept { run: RunId(2), delta: delta(2), tape: Tape::default() });
    let Action::FilmSeen { film, .. } = film("json.dumps left loud old") else { unreachable!() };
    state.reduce(Action::FilmSeen { run: RunId(2), film });
    assert_eq!(ledger(&state), ["json.dumps reverted a"]);
    assert_eq!(state.ledger_place(), Some(&key("a")), "it stays below the cell of the page");
}

#[test]
fn a_run_that_can_not_be_watched_says_so() {
    let mut state = ready();
    run(&mut state, "a", 1);
    let hung = || Action::FilmSeen { run: RunId(1), film: Err(Hung { at: String::new() }) };
    let again = state.reduce(hung());
    assert!(matches!(&again[..], [Effect::Film { run: RunId(1), watched: false, .. }]), "first it is tried in another way");
    assert!(state.reduce(hung()).is_empty());
    assert!(state.account().remark.contains("could not be repeated"));
}

/// The same course with an exercise about cell `a`, whose text may be another one.
fn with_exercise(source: &str) -> Rc<Course> {
    let Action::CourseArrived { course, .. } = course() else { unreachable!("it is one") };
    let mut course = (*course).clone();
    let exercise = json!({ "id": "e", "boxes": ["Why?", "How?"], "cell": "a", "leaves": ["attribute json.dumps left"], "answer": ["p", "answer"], "line": 1 });
    course.pages[0].exercises = vec![serde_json::from_value(exercise).expect("an exercise")];
    course.pages[0].cells[0].source = source.into();
    Rc::new(course)
}

fn write(state: &mut State, number: usize, text: &str) -> Vec<Effect> {
    state.reduce(Action::AnswerWritten { exercise: key("e"), number, text: text.into() })
}

#[test]
fn an_attempt_is_something_in_every_box_and_is_kept() {
    let mut state = ready();
    state.reduce(Action::CourseChanged(with_exercise("a = 1\n")));
    assert_eq!(state.attempts()[0].word(), "open");
    let kept = |boxes: &[&str]| {
        let boxes = Rc::new(boxes.iter().map(|text| (*text).to_owned()).collect());
        vec![Effect::KeepAnswer { exercise: key("e"), boxes }]
    };
    assert_eq!(write(&mut state, 0, "so"), kept(&["so", ""]));
    assert_eq!(write(&mut state, 1, " \n"), kept(&["so", " \n"]));
    assert!(!state.attempts()[0].is_made());
    write(&mut state, 1, "thus");
    assert_eq!(state.attempts()[0].word(), "attempted");
    state.reduce(Action::ForgetClicked);
    assert_eq!(state.attempts()[0].word(), "open");
}

#[test]
fn an_exercise_is_told_how_its_cell_ends() {
    let mut state = ready();
    state.reduce(Action::CourseChanged(with_exercise("a = 1\n")));
    let ending = |state: &State| state.attempts()[0].ending.clone();
    assert_eq!(ending(&state), None);
    run_seen(&mut state, "a", 1, "");
    let missing = vec!["attribute json.dumps left".to_owned()];
    assert_eq!(ending(&state), Some(Ending { missing: missing.clone(), ..Ending::default() }));
    run_seen(&mut state, "a", 2, "json.loads left old loud");
    assert_eq!(ending(&state), Some(Ending { missing, extra: vec!["attribute json.loads left".into()] }));
    run_seen(&mut state, "a", 3, "json.dumps left old loud");
    assert!(ending(&state).is_some_and(|ending| ending.is_good()));
}

#[test]
fn a_changed_course_leaves_what_the_reader_has_written() {
    let mut state = ready();
    run(&mut state, "a", 1);
    state.reduce(Action::SourceEdited { cell: key("b"), source: "mine".into() });
    state.reduce(Action::CourseChanged(with_exercise("a = 2\n")));
    let a = state.cell(&key("a"));
    assert_eq!((&*a.source, a.revision), ("a = 2", 1));
    assert!(matches!(a.phase, Phase::Ok { .. }), "its output stays");
    assert_eq!((&*state.cell(&key("b")).source, state.cell(&key("b")).revision), ("mine", 0));
}

#[test]
fn a_run_waits_for_another_interpreter_and_goes_on_with_its_answer() {
    let mut state = ready();
    press(&mut state, "a");
    let asked = Elsewhere::read(r#"{"source": "1", "seconds": 2}"#).expect("a request");
    let waits = |run| Action::InterpreterSaid(Event::Elsewhere { run: RunId(run), asked: asked.clone() });
    assert_eq!(state.reduce(waits(1)), [Effect::Elsewhere { run: RunId(1), asked: asked.clone() }]);
    let answered = |run| Action::ElsewhereAnswered { run: RunId(run), line: "{}".into(), now: 9.0 };
    let line = Effect::Line { run: RunId(1), line: Some("{}".into()), since: 9.0, limit: Some(10) };
    assert_eq!(state.reduce(answered(1)), [line]);
    // The limit counts the run's own time.
    assert!(state.reduce(Action::LimitReached { run: RunId(1), since: 5.0 }).is_empty());
    state.reduce(Action::StopClicked);
    assert!(state.reduce(answered(1)).is_empty() && state.reduce(waits(1)).is_empty(), "a stopped run hears nothing");
}
