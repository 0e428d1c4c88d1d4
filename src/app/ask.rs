//! A question that a component asks of a fork, and where the answer goes.

use yew::Callback;

pub use super::crew::{Answer, Ask, Why};

/// A question to a fork.
pub struct Question {
    /// What is asked.
    pub ask: Ask,
    /// Gets the answer.
    pub answer: Callback<Answer>,
}
