//! Work that is done again when something has changed, never twice at a time.
//!
//! What it looks at is read in several steps. Two at a time could end in the other order, so that the
//! older look has the last word.

use std::cell::Cell;

/// Whether the work is being done, and whether it is to be done once more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Turn {
    #[default]
    Idle,
    Working,
    OnceMore,
}

/// The turns of one kind of work.
#[derive(Debug, Default)]
pub struct Turns(Cell<Turn>);

/// Gives the turn back, also where the work was dropped before its end.
struct Working<'t>(&'t Cell<Turn>);

impl Drop for Working<'_> {
    fn drop(&mut self) {
        self.0.set(Turn::Idle);
    }
}

impl Turns {
    /// Does the work, and again as often as that was asked for meanwhile. Where it is being done
    /// already, it is only asked for once more: whoever does it sees what has changed until now.
    pub async fn again(&self, work: impl AsyncFn()) {
        if self.0.get() != Turn::Idle {
            self.0.set(Turn::OnceMore);
            return;
        }
        let _working = Working(&self.0);
        loop {
            self.0.set(Turn::Working);
            work().await;
            if self.0.get() == Turn::Working {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        cell::RefCell,
        future::Future,
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::*;
    use crate::mailbox::Mailbox;

    /// Each look takes its time; what it saw at its beginning is told at its end.
    #[test]
    fn the_last_look_has_the_last_word() {
        let (turns, go) = (Turns::default(), Mailbox::default());
        let (state, told) = (Cell::new(1), RefCell::new(Vec::new()));
        let look = || async {
            let seen = state.get();
            go.next().await;
            told.borrow_mut().push(seen);
        };
        let mut context = Context::from_waker(Waker::noop());
        let mut first = pin!(turns.again(look));
        assert!(first.as_mut().poll(&mut context).is_pending());
        for later in 2..=3 {
            state.set(later);
            let ready = pin!(turns.again(look)).poll(&mut context);
            assert_eq!(ready, Poll::Ready(()));
        }
        go.put(());
        assert!(first.as_mut().poll(&mut context).is_pending());
        go.put(());
        assert_eq!(first.as_mut().poll(&mut context), Poll::Ready(()));
        assert_eq!(*told.borrow(), [1, 3]);
    }

    #[test]
    fn work_that_was_dropped_can_be_done_again() {
        let (turns, never) = (Turns::default(), Mailbox::<()>::default());
        let mut context = Context::from_waker(Waker::noop());
        {
            let dropped = turns.again(|| async {
                never.next().await;
            });
            assert!(pin!(dropped).poll(&mut context).is_pending());
        }
        let ready = pin!(turns.again(|| async {})).poll(&mut context);
        assert_eq!(ready, Poll::Ready(()));
        assert_eq!(turns.0.get(), Turn::Idle);
    }
}
