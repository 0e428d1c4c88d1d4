//! Where the reader was on each entry of the browser's history, so that Back and Forward lead to the same place again.
//!
//! 1. Each entry gets a number, which the history keeps for it.
//! 2. When the reader leaves an entry, the place is noted under the entry's number. The history can only be written to
//!    at the current entry, so the notes are here.
//! 3. When the whole page goes away, all notes are kept for its tab, where a reload and the way back from another site
//!    find them. They are not kept in the history, because Chromium forgets what is written there while a page goes
//!    away.

use std::collections::BTreeMap;

/// The entries that the reader has been on.
#[derive(Debug, Default)]
pub struct Visits {
    /// The number of the entry that is shown.
    here: u32,
    /// The greatest number so far.
    last: u32,
    /// How far down the page the reader was, in CSS pixels, by the entry's number.
    tops: BTreeMap<u32, f64>,
    /// Whether the reader has left the entry `here` and has not come to another one yet.
    left: bool,
}

impl Visits {
    /// Goes on with the notes that the page has kept in this tab before, if there are any that can be read.
    pub fn with_notes(notes: Option<&str>) -> Self {
        let tops: BTreeMap<u32, f64> = notes.and_then(|notes| serde_json::from_str(notes).ok()).unwrap_or_default();
        Self { last: tops.keys().max().copied().unwrap_or(0), tops, ..Self::default() }
    }

    /// The reader leaves the entry that is shown, `top` CSS pixels down its page. Until another entry is shown nothing
    /// more is noted, because the screen may show neither.
    pub fn leave(&mut self, top: f64) {
        if !std::mem::replace(&mut self.left, true) {
            self.tops.insert(self.here, top);
        }
    }

    /// The reader comes to an entry for which the history has kept `number`. Returns how far down the page to go, in
    /// CSS pixels; `None` if the reader was not there before.
    pub fn come(&mut self, number: Option<&str>) -> Option<f64> {
        self.left = false;
        match number.and_then(|number| number.parse().ok()) {
            Some(entry) => {
                self.here = entry;
                self.last = self.last.max(entry);
                self.tops.get(&entry).copied()
            }
            None => {
                self.last = self.last.saturating_add(1);
                self.here = self.last;
                None
            }
        }
    }

    /// What the history should keep for the entry that is shown.
    pub fn number(&self) -> String {
        self.here.to_string()
    }

    /// The notes that should be kept for the tab when the page goes away, with the reader `top` CSS pixels down.
    pub fn notes(&self, top: f64) -> String {
        let mut tops = self.tops.clone();
        if !self.left {
            tops.insert(self.here, top);
        }
        // A map of numbers can always be written.
        serde_json::to_string(&tops).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A browser's history and page, as far as they matter here.
    struct Browser {
        visits: Visits,
        entries: Vec<Option<String>>,
        at: usize,
        top: f64,
    }

    impl Browser {
        fn new() -> Self {
            let mut browser = Self { visits: Visits::default(), entries: vec![None], at: 0, top: 0.0 };
            browser.shown();
            browser
        }

        /// The page of the current entry is drawn.
        fn shown(&mut self) {
            let kept = self.entries[self.at].clone();
            self.top = self.visits.come(kept.as_deref()).unwrap_or(0.0);
            if kept.is_none() {
                self.entries[self.at] = Some(self.visits.number());
            }
        }

        fn follow_link(&mut self) {
            self.visits.leave(self.top);
            self.entries.truncate(self.at + 1);
            self.entries.push(None);
            self.at += 1;
            self.shown();
        }

        fn go(&mut self, by: isize) {
            self.visits.leave(self.top);
            self.at = self.at.strict_add_signed(by);
            self.shown();
        }

        fn reload(&mut self) {
            self.visits = Visits::with_notes(Some(&self.visits.notes(self.top)));
            self.shown();
        }
    }

    #[test]
    fn back_and_forward_lead_to_where_the_reader_was() {
        let mut browser = Browser::new();
        browser.top = 100.0;
        browser.follow_link();
        assert_eq!(browser.top, 0.0, "a page that is new begins at its top");
        browser.top = 200.0;
        browser.go(-1);
        assert_eq!(browser.top, 100.0);
        browser.top = 150.0;
        browser.go(1);
        assert_eq!(browser.top, 200.0);
        browser.go(-1);
        assert_eq!(browser.top, 150.0, "where the reader was last");
        browser.follow_link();
        assert_eq!(browser.top, 0.0, "another page in the place of the one that could be gone forward to");
    }

    #[test]
    fn a_reload_keeps_all_places() {
        let mut browser = Browser::new();
        browser.top = 100.0;
        browser.follow_link();
        browser.top = 200.0;
        browser.follow_link();
        browser.top = 300.0;
        browser.go(-1);
        browser.reload();
        assert_eq!(browser.top, 200.0);
        browser.top = 250.0;
        browser.go(1);
        assert_eq!(browser.top, 300.0);
        browser.go(-2);
        assert_eq!(browser.top, 100.0);
        browser.go(1);
        assert_eq!(browser.top, 250.0, "not what was known before the reload");
        browser.follow_link();
        browser.top = 400.0;
        browser.go(-2);
        browser.go(2);
        assert_eq!(browser.top, 400.0, "no number is given twice");
    }

    #[test]
    fn two_steps_in_a_row_note_one_place() {
        let mut visits = Visits::default();
        assert_eq!(visits.come(None), None);
        let first = visits.number();
        visits.leave(100.0);
        // The page of the entry in between was not drawn in time, and the page before it has become shorter meanwhile.
        visits.leave(5.0);
        assert_eq!(visits.notes(5.0), visits.notes(7.0), "on the way nothing is known of the place");
        assert_eq!(visits.come(Some(&first)), Some(100.0));
    }

    #[test]
    fn what_others_have_written_is_no_number_and_no_note() {
        let mut visits = Visits::default();
        for other in ["", "null", "-1", "1.5", "{}", "4294967296"] {
            assert_eq!(visits.come(Some(other)), None, "{other}");
        }
        for other in ["", "null", "[1]", "{\"1\": \"far\"}", "{\"-1\": 5}"] {
            assert_eq!(Visits::with_notes(Some(other)).come(Some("1")), None, "{other}");
        }
        assert_eq!(Visits::with_notes(Some("{\"4294967295\": 5}")).come(None), None);
    }
}
