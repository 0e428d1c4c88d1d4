//! The answer of a task: first its lines out of order, to be put in order, and then the whole, with what the reader's own
//! answer has differently.

use similar::{ChangeTag, TextDiff};
use yew::prelude::*;

use crate::app::state::{Attempt, Shown};

/// What [`SolutionView`] is given.
#[derive(PartialEq, Properties)]
pub struct SolutionProps {
    /// The task as the reader has it.
    pub attempt: Attempt,
}

/// The answer of a task, as far as it is shown.
#[component]
pub fn SolutionView(props: &SolutionProps) -> Html {
    let attempt = &props.attempt;
    let solution = attempt.exercise.task.as_ref().map_or("", |task| task.solution.as_str());
    match attempt.practice.shown {
        Shown::Shut => html! {},
        Shown::Lines => html! { <LinesView solution={AttrValue::from(solution.to_owned())} /> },
        Shown::Whole => whole(solution, &attempt.source),
    }
}

/// The whole answer, and the difference to the reader's own.
fn whole(solution: &str, own: &str) -> Html {
    let (own, solution) = (ended(own), ended(solution));
    let diff = TextDiff::from_lines(&own, &solution);
    let line = |change: similar::Change<&str>| {
        let (word, sign, name) = match change.tag() {
            ChangeTag::Equal => ("both", " ", ""),
            ChangeTag::Delete => ("yours", "−", "yours: "),
            ChangeTag::Insert => ("answer", "+", "the answer: "),
        };
        html! {
            <span class="line" data-of={word}><span aria-hidden="true">{ sign }{ " " }</span><span class="heard">{ name }</span>{ change.value() }</span>
        }
    };
    html! {
        <div class="solution">
            <p class="answer-title">{ "An answer" }</p>
            <pre tabindex="0"><code class="language-python">{ solution.clone() }</code></pre>
            <details class="solution-diff">
                <summary>{ "Compare it with yours" }</summary>
                <pre tabindex="0" role="group" aria-label="Yours and the answer, line by line">{ for diff.iter_all_changes().map(line) }</pre>
            </details>
        </div>
    }
}

/// The text with one newline at its end.
fn ended(text: &str) -> String {
    text.trim_end().to_owned() + "\n"
}

/// What [`LinesView`] is given.
#[derive(PartialEq, Properties)]
struct LinesProps {
    solution: AttrValue,
}

/// The lines of an answer out of order. The reader moves them up and down; where they are in order, that is said.
#[component]
fn LinesView(props: &LinesProps) -> Html {
    let right: Vec<String> = lines(&props.solution);
    let order = {
        let count = right.len();
        use_state(move || mixed(count))
    };
    if order.len() != right.len() {
        return html! {};
    }
    let now: Vec<&String> = order.iter().map(|at| &right[*at]).collect();
    // Two equal lines may stand in each other's places.
    let places = now.iter().zip(&right).filter(|(one, other)| *one == other).count();
    let swap = |one: usize, other: usize| {
        let order = order.clone();
        Callback::from(move |_: MouseEvent| {
            let mut next = (*order).clone();
            next.swap(one, other);
            order.set(next);
        })
    };
    let row = |(at, line): (usize, &&String)| {
        let (first, last) = (at == 0, at + 1 == now.len());
        let up = if first { Callback::noop() } else { swap(at, at - 1) };
        let down = if last { Callback::noop() } else { swap(at, at + 1) };
        html! {
            <li data-place={if **line == right[at] { "right" } else { "wrong" }}>
                <button type="button" onclick={up} aria-label={format!("Move line {} up", at + 1)} aria-disabled={first.then_some("true")}>{ "↑" }</button>
                <button type="button" onclick={down} aria-label={format!("Move line {} down", at + 1)} aria-disabled={last.then_some("true")}>{ "↓" }</button>
                <span class="line-place" aria-hidden="true">{ if **line == right[at] { "✓" } else { "" } }</span>
                <code>{ (*line).clone() }</code>
                if **line == right[at] { <span class="heard">{ " (in place)" }</span> }
            </li>
        }
    };
    html! {
        <div class="solution">
            <p class="answer-title">{ "The lines of an answer, out of order" }</p>
            <ol class="lines" aria-label="Lines of the answer">{ for now.iter().enumerate().map(row) }</ol>
            <p role="status">
                { if places == right.len() { "All lines are in place.".to_owned() } else { format!("{places} of {} lines are in place.", right.len()) } }
            </p>
        </div>
    }
}

/// The lines of a solution that say something.
fn lines(solution: &str) -> Vec<String> {
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    solution.lines().filter(says).map(|line| line.trim_end().to_owned()).collect()
}

/// The numbers below `count` in an order that is not theirs, the same each time: every reader has the same puzzle.
fn mixed(count: usize) -> Vec<usize> {
    // A step that has no divisor in common with the count goes to each number once.
    let step = (count / 2 + 1..).find(|step| greatest_divisor(*step, count) == 1).unwrap_or(1);
    (0..count).map(|at| (at * step + step) % count.max(1)).collect()
}

fn greatest_divisor(one: usize, other: usize) -> usize {
    if other == 0 { one } else { greatest_divisor(other, one % other) }
}

#[cfg(test)]
mod tests {
    use super::mixed;

    #[test]
    fn each_line_is_there_once_and_elsewhere() {
        for count in 3..60 {
            let mut order = mixed(count);
            assert_ne!(order, (0..count).collect::<Vec<_>>(), "{count}");
            order.sort_unstable();
            assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }
}
