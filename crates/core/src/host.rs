//! The seam between what decides and what acts.
//!
//! A [`Machine`] is told the time and what happened, and asked what to do next; it never waits. A
//! [`Host`] has the clock, the network, the journal and the user; it decides nothing. [`drive`]
//! brings the two together: one loop with one await point, the only `async` of this crate.

use std::future::Future;

use crate::{
    clock::{Instant, Now},
    import::{ConnectionCheck, Import, Input, Step},
};

/// What a machine answers when it is asked what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Turn<S> {
    /// Start this, then ask again.
    Do(S),
    /// Nothing until an input or this moment.
    Wait(Option<Instant>),
    /// Nothing more.
    Finished,
}

/// Something that decides: an [`Import`], or a session that holds one.
pub trait Machine {
    /// What it can ask for.
    type Step;
    /// What it can be told.
    type Input;

    /// What to do next. To be asked after every [`Turn::Do`] and every input; an extra call is safe.
    fn poll(&mut self, now: Now) -> Turn<Self::Step>;

    /// Takes note of what happened.
    fn handle(&mut self, now: Now, input: Self::Input);
}

/// Something that acts.
pub trait Host {
    /// What it is asked to do.
    type Step;
    /// What it tells.
    type Input;

    /// What the clocks show.
    fn now(&self) -> Now;

    /// Starts something and returns at once; what comes of it is told by [`Host::next`].
    fn start(&mut self, step: Self::Step);

    /// The next thing that happens. Where `until` comes first, that it came: an input that says so,
    /// such as [`Input::Woke`]. A moment that has passed is told at once.
    fn next(&mut self, until: Option<Instant>) -> impl Future<Output = Self::Input>;
}

/// Runs `machine` on `host` until it has finished.
pub async fn drive<M, H>(machine: &mut M, host: &mut H)
where
    M: Machine,
    H: Host<Step = M::Step, Input = M::Input>,
{
    loop {
        match machine.poll(host.now()) {
            Turn::Do(step) => host.start(step),
            Turn::Finished => return,
            Turn::Wait(until) => {
                let input = host.next(until).await;
                machine.handle(host.now(), input);
            }
        }
    }
}

impl From<Step> for Turn<Step> {
    fn from(step: Step) -> Self {
        match step {
            Step::Wait(until) => Self::Wait(until),
            Step::Finished => Self::Finished,
            step => Self::Do(step),
        }
    }
}

impl Machine for Import {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        Self::poll(self, now).into()
    }

    fn handle(&mut self, now: Now, input: Input) {
        Self::handle(self, now, input);
    }
}

impl Machine for ConnectionCheck {
    type Step = Step;
    type Input = Input;

    fn poll(&mut self, now: Now) -> Turn<Step> {
        Self::poll(self, now).into()
    }

    fn handle(&mut self, now: Now, input: Input) {
        Self::handle(self, now, input);
    }
}
