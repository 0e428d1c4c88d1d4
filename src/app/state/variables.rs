//! The reader's variables, as forks see them.

use std::collections::HashMap;
use std::rc::Rc;

use paper::seen::{Listing, Variable};

use super::{Python, State};
use crate::app::crew::{Hung, Unseen};
use crate::app::state::effect::Effect;

/// Names whose repr does not end are found one after the other, and each takes a fork its whole time. After so many, no repr
/// is asked for but those of Python's own types.
const MOST_SKIPPED: usize = 5;

/// The reader's variables, as a fork saw them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables {
    pub open: bool,
    /// They were listed once, and are listed again after each run.
    pub watched: bool,
    pub rows: Rc<Vec<Variable>>,
    /// How many names there are besides.
    pub more: u64,
    /// The rows are of an earlier state: a fork that was to look again has failed.
    pub old: bool,
    /// Names whose repr does not end, and the mark of the value that has it, once known.
    pub(super) skip: HashMap<String, Option<String>>,
    /// There are more such names than anybody waits for.
    pub(super) plain: bool,
}

impl State {
    /// Asks for the variables, unless they are `known` to be those of the current state.
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
                // A name that was bound to something else may have a repr that ends.
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
            // A newer question has taken its place.
            Err(Unseen::NotAsked) => Vec::new(),
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
            // Nothing in particular hung; the next run asks again.
            Err(Unseen::Hung(_) | Unseen::Failed(_)) => {
                self.variables.old = true;
                Vec::new()
            }
        }
    }
}
