//! The reader's variables, as forks list them.
//!
//! A repr that does not end costs the fork all of its time, and says no more than at which name it was. So the list is
//! asked for again without that repr, until it comes.

use std::collections::HashMap;
use std::rc::Rc;

use paper::seen::{Listing, Variable};

use super::{Python, State};
use crate::app::crew::{Hung, Unseen, Why};
use crate::app::state::effect::Effect;

/// How many reprs are skipped one by one. If there are more that do not end, only values of Python's own types are
/// asked for theirs: each try takes two seconds.
const MOST_SKIPPED: usize = 5;

/// The reader's variables, as a fork has listed them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables {
    /// Whether the reader has the list open.
    pub open: bool,
    /// Whether the list was opened once; from then on it is brought up to date after each run.
    pub watched: bool,
    /// The variables that are listed.
    pub rows: Rc<Vec<Variable>>,
    /// How many more variables there are than are listed.
    pub more: u64,
    /// Whether the rows are of an earlier state, because they could not be listed again.
    pub old: bool,
    /// Names whose repr does not end, each with the mark of its value, which is known from the next list on.
    pub(super) skip: HashMap<String, Option<String>>,
    /// Whether more reprs than [`MOST_SKIPPED`] did not end.
    pub(super) plain: bool,
}

impl State {
    /// Asks for the list, if the reader wants it and it is not `known` to be that of the current state.
    pub(super) fn list_variables(&self, known: bool) -> Vec<Effect> {
        let now = self.variables.watched && !known && self.python == Python::Ready;
        let mut skip: Vec<String> = self.variables.skip.keys().cloned().collect();
        skip.sort();
        if now { vec![Effect::ListVariables { skip, reprs: !self.variables.plain }] } else { Vec::new() }
    }

    pub(super) fn see_variables(&mut self, seen: Result<Listing, Unseen>) -> Vec<Effect> {
        match seen {
            Ok(Listing { mut rows, more }) => {
                let before: HashMap<&str, &str> =
                    self.variables.rows.iter().map(|row| (row.name.as_str(), row.mark.as_str())).collect();
                if !before.is_empty() {
                    for row in &mut rows {
                        row.changed = before.get(row.name.as_str()) != Some(&row.mark.as_str());
                    }
                }
                // A name that is bound to something else by now may have a repr that ends.
                let marks: HashMap<&str, &String> = rows.iter().map(|row| (row.name.as_str(), &row.mark)).collect();
                let skipped = self.variables.skip.len();
                self.variables.skip.retain(|name, known| match marks.get(name.as_str()) {
                    Some(mark) => known.get_or_insert_with(|| (*mark).clone()) == *mark,
                    None => false,
                });
                let fewer = self.variables.skip.len() < skipped;
                let was_plain = fewer && std::mem::take(&mut self.variables.plain);
                let again = fewer && rows.iter().any(|row| row.skipped && !self.variables.skip.contains_key(&row.name));
                (self.variables.rows, self.variables.more, self.variables.old) = (Rc::new(rows), more, false);
                if again || was_plain { self.list_variables(false) } else { Vec::new() }
            }
            // A newer question has taken the place of this one.
            Err(Unseen::NotAsked(Why::Superseded)) => Vec::new(),
            Err(Unseen::Hung(Hung { at }))
                if !at.is_empty() && !self.variables.plain && !self.variables.skip.contains_key(&at) =>
            {
                if self.variables.skip.len() < MOST_SKIPPED {
                    self.variables.skip.insert(at, None);
                } else {
                    self.variables.plain = true;
                }
                self.list_variables(false)
            }
            // The fork has not said at which name it hung, or has failed, or there was none. The list is asked for again
            // after the next run.
            Err(Unseen::Hung(_) | Unseen::Failed(_) | Unseen::NotAsked(_)) => {
                self.variables.old = true;
                Vec::new()
            }
        }
    }
}
