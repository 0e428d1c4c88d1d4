//! Code that the address brings for a cell.

use super::*;

fn address(anchor: &str, code: &str) -> Action {
    let code = Some(code.to_owned());
    Action::RouteChanged(Route { slug: "p".into(), anchor: Some(anchor.into()), code })
}

fn kept(effects: &[Effect]) -> Option<Option<&str>> {
    effects.iter().find_map(|effect| match effect {
        Effect::KeepEdit { source, .. } => Some(source.as_deref()),
        _ => None,
    })
}

#[test]
fn code_is_put_into_its_cell_and_what_was_there_comes_back() {
    let mut state = ready();
    state.tell(Action::SourceEdited { cell: key("a"), source: "mine".into() });
    // Nothing is kept of it before the reader does something with it: a reload brings their own text.
    assert_eq!(state.tell(address("a", "theirs\r\n")), [Effect::ForgetCode, Effect::Show(Some("a".into()))]);
    assert_eq!((&*state.cell(&key("a")).source, &state.cell(&key("a")).phase), ("theirs", &Phase::Fresh));
    assert!(state.announcement.contains("was not run"));
    // Whatever the reader does with it meanwhile, both texts can be had.
    state.tell(Action::SourceEdited { cell: key("a"), source: "theirs, changed".into() });
    assert_eq!(state.tell(Action::BroughtSwapped), []);
    assert_eq!(&*state.cell(&key("a")).source, "mine");
    state.tell(Action::BroughtSwapped);
    assert_eq!(&*state.cell(&key("a")).source, "theirs, changed");
    state.tell(Action::BroughtDismissed);
    state.tell(Action::BroughtSwapped);
    assert_eq!(&*state.cell(&key("a")).source, "theirs, changed");
}

#[test]
fn code_that_is_run_is_the_readers_from_then_on() {
    let mut state = ready();
    state.tell(address("b", "theirs"));
    assert_eq!(kept(&press(&mut state, "b")), Some(Some("theirs")));
}

#[test]
fn of_several_links_none_takes_the_readers_text() {
    let mut state = ready();
    state.tell(Action::SourceEdited { cell: key("a"), source: "mine".into() });
    state.tell(address("a", "first"));
    state.tell(address("a", "second"));
    state.tell(Action::BroughtSwapped);
    assert_eq!(&*state.cell(&key("a")).source, "mine");
    state.tell(Action::BroughtSwapped);
    state.tell(address("b", "third"));
    assert_eq!((&*state.cell(&key("a")).source, &*state.cell(&key("b")).source), ("mine", "third"));
    state.tell(Action::ResetCellClicked(key("b")));
    assert!(state.brought.is_none());
}

#[test]
fn code_that_is_there_already_or_has_no_cell_changes_nothing() {
    let mut state = ready();
    assert_eq!(kept(&state.tell(address("c", "c = 1\n"))), None);
    assert!(state.brought.is_none() && state.notices.is_empty());
    let effects = state.tell(address("nowhere", "x"));
    assert!(effects.contains(&Effect::ForgetCode) && kept(&effects).is_none());
    assert!(state.notices[0].contains("a cell that this course does not have"));
    state.tell(address("a", &"x".repeat(1_000_001)));
    assert!(state.notices[1].contains("more code than a cell can take"));
    assert_eq!(&*state.cell(&key("a")).source, "a = 1");
}

#[test]
fn an_address_with_code_can_be_the_first_one() {
    let route = Route { slug: "p".into(), anchor: Some("a".into()), code: Some("theirs".into()) };
    let mut state = State::new(route, Some(10));
    // The address changes before there is a course.
    state.tell(address("a", "theirs"));
    let effects = state.tell(course());
    assert_eq!(effects.last(), Some(&Effect::Show(Some("a".into()))));
    assert_eq!(&*state.cell(&key("a")).source, "theirs");
}
