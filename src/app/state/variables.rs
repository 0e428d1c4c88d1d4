//! The reader's variables, as forks see them.

use std::collections::HashMap;
use std::rc::Rc;

use serde::Deserialize;

use super::{Python, State};
use crate::app::action::Effect;
use crate::app::crew::Hung;

/// The reader's variables, as a fork saw them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Variables {
    pub open: bool,
    /// They were listed once, and are listed again after each run.
    pub watched: bool,
    pub rows: Rc<Vec<Variable>>,
    /// Names whose repr does not end, and the mark of the value that has it, once known.
    pub(super) skip: HashMap<String, Option<String>>,
}

/// A variable; see `interpreter/python/looking.py`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Variable {
    pub name: String,
    #[serde(rename = "type")]
    pub class: String,
    /// `value`, `function`, `class` or `module`.
    pub kind: String,
    /// A short repr.
    pub text: String,
    /// In the type's own unit; empty where that says nothing.
    pub size: String,
    /// Differs when anything reachable in it has changed; of a repr that was left out, when it was bound anew.
    pub(super) mark: String,
    /// The repr was left out.
    pub(super) skipped: bool,
    /// Whether the last run changed it.
    #[serde(default)]
    pub changed: bool,
}

impl State {
    /// Asks for the variables, unless they are `known` to be those of the current state.
    pub(super) fn list_variables(&self, known: bool) -> Vec<Effect> {
        let now = self.variables.watched && !known && self.python == Python::Ready;
        let mut skip: Vec<String> = self.variables.skip.keys().cloned().collect();
        skip.sort();
        if now { vec![Effect::ListVariables { skip }] } else { Vec::new() }
    }

    pub(super) fn see_variables(&mut self, seen: Result<Vec<Variable>, Hung>) -> Vec<Effect> {
        match seen {
            Ok(mut rows) => {
                let before: HashMap<&str, &str> =
                    self.variables.rows.iter().map(|row| (row.name.as_str(), row.mark.as_str())).collect();
                if !before.is_empty() {
                    for row in &mut rows {
                        row.changed = before.get(row.name.as_str()) != Some(&row.mark.as_str());
                    }
                }
                // A name that was bound to something else may have a repr that ends.
                let skipped = self.variables.skip.len();
                self.variables.skip.retain(|name, known| match rows.iter().find(|row| row.name == *name) {
                    Some(row) => known.get_or_insert_with(|| row.mark.clone()) == &row.mark,
                    None => false,
                });
                let again = rows.iter().any(|row| row.skipped && !self.variables.skip.contains_key(&row.name));
                self.variables.rows = Rc::new(rows);
                if again && self.variables.skip.len() < skipped { self.list_variables(false) } else { Vec::new() }
            }
            // Nothing in particular hung; the next run asks again.
            Err(hung) if hung.at.is_empty() || self.variables.skip.contains_key(&hung.at) => Vec::new(),
            Err(hung) => {
                self.variables.skip.insert(hung.at, None);
                self.list_variables(false)
            }
        }
    }
}
