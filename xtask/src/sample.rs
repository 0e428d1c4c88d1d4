//! Which of the browser tests run in which engine.
//!
//! In Chromium all of them do. Firefox and WebKit share them, a half each, unless they were asked for: most of what the tests look
//! at is the same program everywhere, and from nothing, in three engines, all of it takes longer than an hour. The draw differs from
//! one build to the next, so that over a few builds each test is run in each engine; the same build has the same draw.

use std::collections::BTreeSet;

use crate::fingerprint::Fingerprint;

/// Parts of names. What asks most of an engine runs in each of them every time.
const EVERYWHERE: [&str; 6] = [
    "course::every_cell_of_every_page",
    "keeping::in_two_tabs",
    "rewind::a_run_is_stopped",
    "rewind::after_a_reload",
    "soak::",
    "versions::a_new_version_waits",
];

/// The tests that engine number `own`, of `engines` that share them, leaves to the others.
pub fn left_out(tests: &[String], seed: &str, own: usize, engines: usize) -> BTreeSet<String> {
    let mut drawn: Vec<&String> =
        tests.iter().filter(|test| !EVERYWHERE.iter().any(|part| test.starts_with(part))).collect();
    drawn.sort_by_key(|test| Fingerprint::of("draw").text(seed).text(test).hex());
    drawn.into_iter().enumerate().filter(|(place, _)| place % engines != own).map(|(_, test)| test.clone()).collect()
}

/// The names in what a test program says when it is asked to `--list` its tests.
pub fn listed(said: &str) -> Vec<String> {
    said.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{EVERYWHERE, left_out, listed};

    fn names() -> Vec<String> {
        let drawn = (0..21).map(|number| format!("basics::number_{number}"));
        drawn.chain(EVERYWHERE.map(|part| format!("{part}_and_more"))).collect()
    }

    #[test]
    fn each_test_runs_in_one_of_the_engines_that_share_them() {
        let (names, engines) = (names(), 2);
        let left_out: Vec<_> = (0..engines).map(|own| left_out(&names, "a seed", own, engines)).collect();
        assert!(left_out[0].is_disjoint(&left_out[1]));
        let run = names.len() - EVERYWHERE.len();
        assert_eq!(left_out.iter().map(|names| names.len()).sum::<usize>(), run, "and what asks most runs in both");
        assert!(left_out.iter().all(|names| names.len() <= run.div_ceil(engines)), "{left_out:?}");
    }

    #[test]
    fn another_seed_is_another_draw() {
        assert_eq!(left_out(&names(), "one", 0, 2), left_out(&names(), "one", 0, 2));
        assert_ne!(left_out(&names(), "one", 0, 2), left_out(&names(), "another", 0, 2));
    }

    #[test]
    fn a_list_of_tests_is_read() {
        assert_eq!(
            listed("basics::a_cell_runs: test\nsoak::long: test\n\n2 tests, 0 benchmarks\n"),
            ["basics::a_cell_runs", "soak::long"]
        );
    }
}
