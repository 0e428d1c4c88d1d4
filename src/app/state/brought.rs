//! Code that the page's address has brought for a cell. It is put into the cell and never run; what stood there can be put
//! back, and stays what is kept until the reader does something with the code.

use std::rc::Rc;

use super::effect::Effect;
use super::key::CellKey;
use super::{Loading, Phase, State};

/// A cell into which the address has put code.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// The cell.
    pub cell: CellKey,
    /// The address's code.
    pub code: Rc<str>,
    /// What stood in the cell before; or what the cell had of the address, while that is back.
    pub other: Rc<str>,
    /// Whether the address's code is in the cell.
    pub is_there: bool,
}

/// The most bytes of code that an address may bring.
const MOST: usize = 1_000_000;

impl State {
    /// Puts the code that the address brings, if it does, into its cell. Before there is a course it waits.
    pub(super) fn bring(&mut self) -> Vec<Effect> {
        if !matches!(self.course, Loading::Here(_)) {
            return Vec::new();
        }
        let Some(code) = self.route.code.take() else { return Vec::new() };
        let anchor = self.route.anchor.clone().unwrap_or_default();
        let cell = self.page().map(|page| CellKey { slug: page.slug.as_str().into(), id: anchor.as_str().into() });
        let Some(cell) = cell.filter(|cell| self.has_cell(cell)) else {
            self.notify("The link brings code for a cell that this course does not have. Nothing was changed.".into());
            return vec![Effect::ForgetCode];
        };
        if code.len() > MOST {
            self.notify("The link brings more code than a cell can take. Nothing was changed.".into());
            return vec![Effect::ForgetCode];
        }
        // Of several links the reader's own text is what matters: each cell that has one's code goes back to its own.
        self.take_back();
        let code: Rc<str> = code.replace("\r\n", "\n").trim_end_matches('\n').into();
        let before = self.cell(&cell).source.clone();
        if code != before {
            self.put(&cell, code.clone());
            self.brought = Some(Brought { cell, code, other: before, is_there: true });
            self.announcement = "The code in this cell came with the link. It was not run.".into();
        }
        vec![Effect::ForgetCode]
    }

    /// Puts back what stood in the cell, or the address's code again.
    pub(super) fn swap_brought(&mut self) {
        let Some(mut brought) = self.brought.take() else { return };
        let code = std::mem::replace(&mut brought.other, self.cell(&brought.cell).source.clone());
        self.put(&brought.cell, code);
        brought.is_there = !brought.is_there;
        self.announcement = match brought.is_there {
            true => "The code of the link is in the cell.",
            false => "What was in the cell before the link is back.",
        }
        .into();
        self.brought = Some(brought);
    }

    /// The reader has made the code of a cell their own, by an edit or a run: it is kept from now on. Gives what is to be kept.
    pub(super) fn adopt_brought(&mut self, cell: &CellKey) -> Option<Effect> {
        let brought = self.brought.as_ref().filter(|brought| brought.cell == *cell && brought.is_there)?;
        let source = self.cell(&brought.cell).source.clone();
        let kept = (*source != *self.original(cell)).then(|| source.to_string());
        Some(Effect::KeepEdit { cell: cell.clone(), source: kept })
    }

    /// Puts the reader's own text back where the address's code is, unless they have changed or run that.
    fn take_back(&mut self) {
        if let Some(Brought { cell, code, other, is_there: true }) = self.brought.take()
            && self.cell(&cell).source == code
            && self.cell(&cell).phase == Phase::Fresh
        {
            self.put(&cell, other);
        }
    }

    /// Replaces the text of a cell, in its editor too.
    pub(super) fn put(&mut self, key: &CellKey, source: Rc<str>) {
        let cell = self.cell_mut(key);
        (cell.source, cell.revision) = (source, cell.revision + 1);
    }
}
