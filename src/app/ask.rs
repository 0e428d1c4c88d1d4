//! What components ask of forks, and how they are answered.

use yew::Callback;

pub use super::crew::{Answer, Ask};

/// A question, and who wants to know.
pub struct Question {
    pub ask: Ask,
    pub answer: Callback<Answer>,
}
