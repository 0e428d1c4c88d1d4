//! What can go wrong with what this browser keeps, each kind with sentences for the reader.

/// Something that this browser does not keep, bring back or forget, and why. The reader is told of each kind once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Edits and answers can't be written to `localStorage`.
    Edits,
    /// The store can't be used at all, for this reason.
    Unavailable(String),
    /// The store does not answer.
    Silent,
    /// There is no more room.
    Full,
    /// Something could not be written, for this reason.
    NotWritten(String),
    /// What was kept is damaged.
    Damaged,
    /// What was kept is of an earlier version of this workbook.
    OtherVersion,
    /// What was kept is of another course.
    OtherCourse,
    /// The state was too large to be kept.
    TooLarge,
    /// Not everything could be forgotten, for this reason.
    NotForgotten(String),
}

impl Trouble {
    /// One or more sentences for the reader.
    pub fn sentence(&self) -> String {
        const EDITS: &str = "Your edits are kept.";
        match self {
            Self::Edits => "This browser does not let the workbook keep what you write; it lasts until you leave the page.".into(),
            Self::Unavailable(reason) => {
                format!("This browser does not keep Python's state ({reason}); it lasts until you leave the page. {EDITS}")
            }
            Self::Silent => format!(
                "This browser's store does not answer, so Python is pristine, and what it does lasts until you leave the page. {EDITS}"
            ),
            Self::Full => format!(
                "This browser has no more room for Python's state; what was kept so far stays, and the rest lasts until you leave the page. {EDITS}"
            ),
            Self::NotWritten(reason) => {
                format!("Python's state could not be written ({reason}). It is tried again after the next run. {EDITS}")
            }
            Self::Damaged => format!("What this browser kept of Python's state is damaged, so Python is pristine. {EDITS}"),
            Self::OtherVersion => format!(
                "Python's state from your last visit is of an earlier version of this workbook and can't be brought back. {EDITS}"
            ),
            Self::OtherCourse => "What this browser keeps at this address is another course's. It was left alone, and nothing of this one is kept.".into(),
            Self::TooLarge => format!("Python's state from your last visit was too large to be kept, so Python is pristine. {EDITS}"),
            Self::NotForgotten(reason) => format!("This browser did not let go of Python's state ({reason})."),
        }
    }
}
