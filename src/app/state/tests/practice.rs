//! Exercises, checks, guesses, progress.

use paper::verdict::Line;
use serde_json::json;

use super::*;
use crate::app::state::action::Belongings;
use crate::lesson::{Choice, Prediction};

/// The course with an exercise `e` about cell `a`, a task `t` with a cell of its own, and a prediction about `b`.
pub(super) fn lesson() -> Rc<Course> {
    let Action::CourseArrived { course, .. } = super::course() else { unreachable!("it is one") };
    let mut course = (*course).clone();
    let page = Rc::make_mut(&mut course.pages[0]);
    let exercise = json!({ "id": "e", "boxes": ["Why?", "How?"], "cell": "a", "minutes": 5, "task": null, "answer": ["p", "answer"], "line": 1 });
    let task = json!({ "check": "check", "solution": "b = 2\n", "hints": ["<p>1</p>", "<p>2</p>"] });
    let task =
        json!({ "id": "t", "boxes": [], "cell": "t-cell", "minutes": 5, "task": task, "answer": null, "line": 1 });
    for exercise in [exercise, task] {
        page.exercises.push(Rc::new(serde_json::from_value(exercise).expect("an exercise")));
    }
    page.cells.push(Cell { id: "t-cell".into(), source: "b = 1\n".into(), is_starter: true, ..Cell::default() });
    let choice = |text: &str| Choice { text: text.into(), html: text.into() };
    page.cells[1].prediction = Some(Prediction {
        question: "What?".into(),
        choices: vec![choice("1"), choice("2")],
        any_number: false,
        right: vec!["2".into()],
        line: 1,
    });
    Rc::new(course)
}

fn ready_with_lesson() -> State {
    let mut state = ready();
    state.tell(Action::CourseChanged(lesson()));
    state
}

fn attempt(state: &State, id: &str) -> Attempt {
    state.attempts().into_iter().find(|attempt| *attempt.key.id == *id).expect("it is there")
}

fn write(state: &mut State, number: usize, text: &str) -> Vec<Effect> {
    state.tell(Action::AnswerWritten { exercise: key("e"), number, text: text.into() })
}

/// A verdict whose first line says that the cell runs to its end if it `ran`.
fn verdict(ran: bool, passed: bool) -> Verdict {
    let line = |ok| Line {
        ok,
        tried: "x".into(),
        expected: "y".into(),
        happened: "z".into(),
        line: None,
        says: None,
        hidden: false,
    };
    Verdict { passed, ran, lines: vec![line(ran), line(passed)], says: Vec::new() }
}

/// The reader writes an answer to the task and has it checked.
fn check(state: &mut State, source: &str, found: Verdict) -> Vec<Effect> {
    state.tell(Action::SourceEdited { cell: key("t-cell"), source: source.into() });
    let effects = state.tell(Action::CheckClicked(key("t")));
    let [Effect::Assess { number, task, .. }] = &effects[..] else { panic!("{effects:?}") };
    assert!(task.code.source == source && task.check == "check");
    state.tell(Action::Assessed { exercise: key("t"), number: *number, of: source.into(), verdict: Ok(found) })
}

#[test]
fn an_attempt_is_a_sentence_in_every_box_and_is_kept() {
    let mut state = ready_with_lesson();
    assert_eq!(attempt(&state, "e").word(), "open");
    let kept = |boxes: &[&str]| {
        let boxes = Rc::new(boxes.iter().map(|text| (*text).to_owned()).collect());
        vec![Effect::KeepAnswer { exercise: key("e"), boxes }]
    };
    assert_eq!(write(&mut state, 0, "so"), kept(&["so", ""]));
    write(&mut state, 1, "x");
    assert_eq!(attempt(&state, "e").word(), "attempted");
    assert!(!attempt(&state, "e").is_made(), "a letter in each box is no attempt");
    write(&mut state, 0, "because it is evaluated");
    write(&mut state, 1, "in a process of its own");
    assert!(attempt(&state, "e").is_made() && attempt(&state, "e").is_done());
    state.tell(Action::ForgetClicked);
    assert_eq!(attempt(&state, "e").word(), "open");
}

#[test]
fn an_answer_opens_after_an_attempt_that_ran() {
    let mut state = ready_with_lesson();
    for (source, ran) in [("b = 1", true), ("", true), ("b = ", false)] {
        check(&mut state, source, verdict(ran, false));
        assert!(!attempt(&state, "t").is_made(), "{source:?} is no attempt");
    }
    assert!(state.tell(Action::AnswerClicked(key("t"))).is_empty());
    check(&mut state, "b = 3", verdict(true, false));
    let made = attempt(&state, "t");
    assert!(made.is_made() && made.practice.tries == 1 && made.word() == "attempted");
    state.tell(Action::AnswerClicked(key("t")));
    assert_eq!(attempt(&state, "t").practice.shown, Shown::Lines);
    state.tell(Action::AnswerClicked(key("t")));
    assert_eq!(attempt(&state, "t").practice.shown, Shown::Whole);
    check(&mut state, "b = 2", verdict(true, true));
    let passed = attempt(&state, "t");
    assert!(passed.is_done() && passed.practice.helped && passed.word() == "passed");
    assert_eq!(passed.practice.passed.as_deref(), Some("b = 2"));
}

#[test]
fn a_check_that_is_under_way_is_not_begun_again_and_one_that_fails_is_said() {
    let mut state = ready_with_lesson();
    let first = state.tell(Action::CheckClicked(key("t")));
    assert_eq!(first.len(), 1);
    assert!(state.tell(Action::CheckClicked(key("t"))).is_empty());
    let failed = Action::Assessed {
        exercise: key("t"),
        number: 1,
        of: "b".into(),
        verdict: Err(Unseen::Failed(Fault::TimedOut)),
    };
    state.tell(failed);
    assert_eq!(attempt(&state, "t").assessment, Assessment::Failed("it takes too long".into()));
    let second = state.tell(Action::CheckClicked(key("t")));
    let seed = |effects: &[Effect]| match effects {
        [Effect::Assess { task, .. }] => task.seed,
        other => panic!("{other:?}"),
    };
    assert_ne!(seed(&first), seed(&second), "each press has random numbers of its own");
}

#[test]
fn hints_come_one_by_one_and_end() {
    let mut state = ready_with_lesson();
    for shown in [1, 2, 2] {
        state.tell(Action::HintClicked(key("t")));
        assert_eq!(attempt(&state, "t").practice.hints, shown);
    }
}

#[test]
fn an_output_is_shut_until_the_reader_has_guessed() {
    let mut state = ready_with_lesson();
    assert!(state.is_shut(&key("b")) && !state.is_shut(&key("a")));
    state.tell(Action::SourceEdited { cell: key("b"), source: "mine".into() });
    assert!(state.is_shut(&key("b")), "a letter typed does not open what has run before");
    run(&mut state, "b", 1);
    assert!(!state.is_shut(&key("b")), "what the reader's own text gives is no riddle");
    state.tell(Action::ResetCellClicked(key("b")));
    let guess = |given: Option<&str>| Action::Guessed { cell: key("b"), given: given.map(|text| vec![text.into()]) };
    let effects = state.tell(guess(Some("1")));
    assert!(matches!(&effects[..], [Effect::KeepGuess { guess, .. }] if guess.end == GuessEnd::Wrong));
    assert!(!state.is_shut(&key("b")));
    state.tell(guess(Some("2")));
    let mended = state.guess(&key("b")).expect("a guess");
    assert!(mended.end == GuessEnd::Wrong && mended.mended && mended.given == ["1"]);
    let mut other = ready_with_lesson();
    other.tell(guess(None));
    assert_eq!(other.guess(&key("b")).map(|guess| guess.end), Some(GuessEnd::Shown));
}

#[test]
fn progress_goes_to_another_browser_and_back() {
    let mut state = ready_with_lesson();
    let done = |state: &State| {
        let all = state.progress(&state.attempts());
        (all[0].done, all[0].items)
    };
    assert_eq!(done(&state), (0, 3));
    check(&mut state, "b = 2", verdict(true, true));
    state.tell(Action::Guessed { cell: key("b"), given: Some(vec!["2".into()]) });
    write(&mut state, 0, "because it is evaluated");
    state.tell(Action::SourceEdited { cell: key("a"), source: "mine".into() });
    assert_eq!(done(&state), (2, 3));
    let text = state.export();
    let mut fresh = ready_with_lesson();
    fresh.tell(Action::SourceEdited { cell: key("c"), source: "older".into() });
    let effects = fresh.tell(Action::ProgressBrought(Ok(text.clone())));
    assert!(effects.contains(&Effect::ForgetPractice));
    assert_eq!(fresh.export(), text);
    assert_eq!(done(&fresh), (2, 3));
    assert_eq!(&*fresh.cell(&key("c")).source, "c = 1");
}

#[test]
fn a_file_that_is_no_progress_changes_nothing() {
    let mut state = ready_with_lesson();
    check(&mut state, "b = 2", verdict(true, true));
    let good = state.export();
    for (text, says) in [
        ("{}".to_owned(), "no progress"),
        ("[1".to_owned(), "no progress"),
        (good.replace("\"version\": 1", "\"version\": 9"), "version 9"),
        (good.replace("\"course\": \"C\"", "\"course\": \"D\""), "another course, “D”"),
        (good.replace("\"practice\": [", "\"practice\": [1, "), "damaged"),
        (good[..good.len() / 2].to_owned(), "no progress"),
    ] {
        let effects = state.tell(Action::ProgressBrought(Ok(text)));
        assert!(effects.is_empty());
        assert!(state.notices.last().is_some_and(|notice| notice.contains(says)), "{says}: {:?}", state.notices);
        assert_eq!(state.export(), good);
    }
}

#[test]
fn what_was_practised_is_there_at_the_next_visit() {
    let mut state = ready_with_lesson();
    let effects = check(&mut state, "b = 2", verdict(true, true));
    let [Effect::KeepPractice { exercise, practice }] = &effects[..] else { panic!("{effects:?}") };
    let kept = Belongings {
        practice: vec![(exercise.clone(), (**practice).clone())],
        last: Some(key("t")),
        ..Belongings::default()
    };
    let mut next = State::new(Route::default(), None);
    next.tell(Action::CourseArrived { course: lesson(), image: "i".into(), kept: Box::new(kept), limit: None });
    assert_eq!(attempt(&next, "t").word(), "passed");
    assert_eq!(next.last, Some(key("t")));
}

#[test]
fn a_run_whose_output_is_shut_is_not_told_in_other_places() {
    let mut state = ready_with_lesson();
    press(&mut state, "b");
    let failure = Failure { exception: "KeyError".into(), traceback: "KeyError: 3\n".into(), line: Some(1) };
    state.tell(ended(1, End::Outcome(Outcome::Raised(failure))));
    assert_eq!(state.announcement, SHUT);
    state.tell(kept_run(1));
    let Action::FilmSeen { film, .. } = film("json.dumps left old loud") else { unreachable!("it is one") };
    state.tell(Action::FilmSeen { run: RunId(1), film });
    assert_eq!(state.announcement, SHUT);
    assert!(state.account().rows.is_empty());
    let told = state.told(&state.timeline.moments()[0].about);
    assert_eq!(told.what, What::Ran(key("b")), "the timeline does not tell that it raised");
    state.tell(Action::Guessed { cell: key("b"), given: None });
    assert_eq!(state.account().rows.len(), 1);
}

#[test]
fn only_the_verdict_that_is_awaited_counts() {
    let late =
        || Action::Assessed { exercise: key("t"), number: 1, of: "b = 2".into(), verdict: Ok(verdict(true, true)) };
    let changes: [fn(&mut State); 3] = [
        |state| drop(state.tell(Action::ForgetClicked)),
        |state| drop(state.tell(Action::ProgressBrought(Ok(ready_with_lesson().export())))),
        |state| {
            let mut course = (*lesson()).clone();
            let exercises = &mut Rc::make_mut(&mut course.pages[0]).exercises;
            Rc::make_mut(&mut exercises[1]).task.as_mut().expect("a task").check = "another".into();
            state.tell(Action::CourseChanged(Rc::new(course)));
        },
    ];
    for change in changes {
        let mut state = ready_with_lesson();
        state.tell(Action::CheckClicked(key("t")));
        change(&mut state);
        assert!(state.tell(late()).is_empty());
        assert_eq!(attempt(&state, "t").word(), "open");
        assert_eq!(state.tell(Action::CheckClicked(key("t"))).len(), 1, "and Check works again");
    }
    let mut state = ready_with_lesson();
    state.tell(Action::CheckClicked(key("t")));
    assert!(!state.tell(late()).is_empty());
    assert!(state.tell(late()).is_empty(), "a verdict that comes twice is heard once");
}

#[test]
fn what_two_tabs_have_done_is_both_kept() {
    let passed = Practice { tries: 1, passed: Some("x".into()), ..Practice::default() };
    let hinted = Practice { hints: 2, shown: Shown::Lines, ..Practice::default() };
    let both = passed.clone().and(hinted.clone());
    assert_eq!(both, hinted.and(passed));
    assert_eq!((both.tries, both.hints, both.shown, both.passed.as_deref()), (1, 2, Shown::Lines, Some("x")));
}
