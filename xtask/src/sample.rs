//! Which of the browser tests run in which engine.
//!
//! In Chromium all of them do. Firefox and WebKit have a quarter each, unless they were asked for: most of what the tests look at is
//! the same program everywhere, and from nothing, in three engines, all of it takes longer than an hour. The draw differs from one
//! build to the next, so that over a few builds each test is run in each engine; the same build has the same draw.

use std::collections::BTreeSet;

use crate::fingerprint::Fingerprint;

/// Parts of names. What asks most of an engine runs in each of them every time.
const EVERYWHERE: [&str; 6] = [
    "classroom::the_single_file",
    "keeping::in_two_tabs",
    "rewind::a_run_is_stopped",
    "rewind::after_a_reload",
    "soak::",
    "versions::a_new_version_waits",
];

/// Into how many parts the tests are drawn. Each engine that does not run all of them has one.
pub const SHARES: usize = 4;

/// The tests that the engine with share number `own` leaves to the others.
pub fn left_out(tests: &[String], seed: &str, own: usize) -> BTreeSet<String> {
    let mut drawn: Vec<&String> =
        tests.iter().filter(|test| !EVERYWHERE.iter().any(|part| test.starts_with(part))).collect();
    drawn.sort_by_key(|test| Fingerprint::of("draw").text(seed).text(test).hex());
    drawn.into_iter().enumerate().filter(|(place, _)| place % SHARES != own).map(|(_, test)| test.clone()).collect()
}

/// The names in what a test program says when it is asked to `--list` its tests.
pub fn listed(said: &str) -> Vec<String> {
    said.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{EVERYWHERE, SHARES, left_out, listed};

    fn names() -> Vec<String> {
        let drawn = (0..24).map(|number| format!("basics::number_{number}"));
        drawn.chain(EVERYWHERE.map(|part| format!("{part}_and_more"))).collect()
    }

    #[test]
    fn each_test_is_in_one_share_and_what_asks_most_in_all() {
        let names = names();
        let run: Vec<Vec<&String>> = (0..SHARES)
            .map(|own| {
                let left_out = left_out(&names, "a seed", own);
                names.iter().filter(|name| !left_out.contains(*name)).collect()
            })
            .collect();
        for name in &names {
            let times = run.iter().filter(|share| share.contains(&name)).count();
            let wanted = if EVERYWHERE.iter().any(|part| name.starts_with(part)) { SHARES } else { 1 };
            assert_eq!(times, wanted, "{name}");
        }
        assert!(run.iter().all(|share| share.len() == 24 / SHARES + EVERYWHERE.len()), "{run:?}");
    }

    #[test]
    fn another_seed_is_another_draw() {
        assert_eq!(left_out(&names(), "one", 0), left_out(&names(), "one", 0));
        assert_ne!(left_out(&names(), "one", 0), left_out(&names(), "another", 0));
    }

    #[test]
    fn a_list_of_tests_is_read() {
        assert_eq!(
            listed("basics::a_cell_runs: test\nsoak::long: test\n\n2 tests, 0 benchmarks\n"),
            ["basics::a_cell_runs", "soak::long"]
        );
    }
}
