//! Carries out what the state's `reduce` asks for.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Desk, Heard, MOST_TRIES, show_later};
use crate::app::ask::{Answer, Ask, Question, Why};
use crate::app::browser::clock::now;
use crate::app::browser::{file, place, storage};
use crate::app::crew::{self, Report};
use crate::app::state::action::Action;
use crate::app::state::effect::Effect;
use crate::bench::elsewhere;
use crate::protocol::RunId;

impl Desk {
    pub(super) fn carry_out(&mut self, context: &Context<Self>, effect: Effect) {
        match effect {
            Effect::Run { run, code, since, limit } => {
                self.limit = limit.map(|limit| report_late(context, run, since, limit));
                self.tell_crew(context, crew::Heard::Run { run, code });
            }
            Effect::Line { run, line, since, limit } => {
                self.limit = limit.map(|limit| report_late(context, run, since, limit));
                self.tell_crew(context, crew::Heard::Line { run, line });
            }
            Effect::Stop => self.tell_crew(context, crew::Heard::Stop),
            Effect::Become { route, busy } => self.tell_crew(context, crew::Heard::Become { route, busy }),
            Effect::Follow { route } => self.tell_crew(context, crew::Heard::Follow { route }),
            Effect::Pack { number } => {
                self.ask(context, Question { ask: Ask::Whole { number }, answer: Callback::noop() })
            }
            Effect::ListVariables { skip, reprs } => {
                let answer =
                    context.link().callback(|answer: Answer| Heard::Action(Action::VariablesSeen(answer.variables())));
                self.ask(context, Question { ask: Ask::variables(skip, reprs), answer });
            }
            Effect::Film { run, code, before, watched, took } => {
                let answer = context
                    .link()
                    .callback(move |answer: Answer| Heard::Action(Action::FilmSeen { run, film: answer.film() }));
                self.ask(context, Question { ask: Ask::film(run, code, before, watched, took), answer });
            }
            Effect::Elsewhere { run, asked } => {
                let answer = context.link().callback(move |answer: Answer| {
                    let line = elsewhere::line(answer.ended());
                    Heard::Action(Action::ElsewhereAnswered { run, line })
                });
                self.ask(context, Question { ask: Ask::elsewhere(&asked), answer });
            }
            Effect::KeepEdit { cell, source } => {
                let done = storage::keep_edit(&cell, source.as_deref());
                self.tell_trouble(context, done);
            }
            Effect::KeepAnswer { exercise, boxes } => {
                let done = storage::keep_answer(&exercise, &boxes);
                self.tell_trouble(context, done);
            }
            Effect::Assess { exercise, number, task } => {
                let of: Rc<str> = task.code.source.as_str().into();
                let answer = context.link().callback(move |answer: Answer| {
                    let (exercise, of) = (exercise.clone(), of.clone());
                    Heard::Action(Action::Assessed { exercise, number, of, verdict: answer.verdict() })
                });
                self.ask(context, Question { ask: Ask::Assessment(task), answer });
            }
            Effect::KeepPractice { exercise, practice } => {
                let done = storage::keep_practice(&exercise, &practice);
                self.tell_trouble(context, done);
            }
            Effect::KeepFields { form, fields } => {
                let done = storage::keep_fields(&form, &fields);
                self.tell_trouble(context, done);
            }
            Effect::KeepGuess { cell, guess } => {
                let done = storage::keep_guess(&cell, &guess);
                self.tell_trouble(context, done);
            }
            Effect::KeepLast(place) => storage::keep_last(&place),
            Effect::SaveFile { name, text } => file::save(&name, "application/json", &text),
            Effect::ForgetPractice => {
                let done = storage::forget_practice();
                self.tell_trouble(context, done);
            }
            Effect::KeepLimit(limit) => storage::keep_limit(limit),
            Effect::MarkUnfinished(what) => storage::mark_unfinished(what.as_ref()),
            Effect::Save => self.save(context),
            Effect::SetAside => self.set_aside(context),
            Effect::Forget { tell_others } => {
                storage::forget(tell_others);
                self.forget(context);
            }
            Effect::ForgetCode => place::forget_code(),
            Effect::Show(_) => show_later(context, MOST_TRIES),
        }
    }

    /// Tells the crew something. Before the interpreter has come there are no workers, and nothing is told.
    pub(super) fn tell_crew(&mut self, context: &Context<Self>, heard: crew::Heard) {
        let fetch = self.fetch(context);
        let Some(workers) = &mut self.workers else { return };
        let reports = workers.tell(heard, &mut self.shelf, &fetch);
        self.report(context, reports);
    }

    /// Asks a question of a fork. Before the interpreter has come it is answered with [`Why::Nobody`].
    pub(super) fn ask(&mut self, context: &Context<Self>, question: Question) {
        let fetch = self.fetch(context);
        match &mut self.workers {
            None => question.answer.emit(Answer::NotAsked(Why::Nobody)),
            Some(workers) => {
                let reports = workers.ask(question, &mut self.shelf, &fetch);
                self.report(context, reports);
            }
        }
    }

    /// Has the state answer what the crew reports.
    pub(super) fn report(&mut self, context: &Context<Self>, reports: Vec<Report>) {
        for report in reports {
            if let Report::Recovering { reason } = &report {
                gloo::console::warn!("an interpreter failed between two runs:", reason);
            }
            self.answer(context, Action::Reported(report));
        }
    }
}

/// Reports a run that is still at work `limit` seconds after `since`, which is in milliseconds since 1970.
fn report_late(context: &Context<Desk>, run: RunId, since: f64, limit: u32) -> Timeout {
    let link = context.link().clone();
    let rest = since + f64::from(limit) * 1e3 - now();
    Timeout::new(rest.clamp(0.0, f64::from(i32::MAX)) as u32, move || {
        link.send_message(Heard::Action(Action::LimitReached { run, since }))
    })
}
