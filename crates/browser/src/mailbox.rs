//! A queue between callbacks and the one loop that waits for them.
//!
//! Everything runs on one thread, so a queue with one waiting reader is all that is needed.

use std::{
    cell::RefCell,
    collections::VecDeque,
    future::poll_fn,
    rc::Rc,
    task::{Poll, Waker},
};

/// A queue with one reader. Clones write to the same queue.
#[derive(Debug)]
pub struct Mailbox<T>(Rc<RefCell<Inner<T>>>);

#[derive(Debug)]
struct Inner<T> {
    letters: VecDeque<T>,
    reader: Option<Waker>,
}

impl<T> Clone for Mailbox<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        let inner = Inner {
            letters: VecDeque::new(),
            reader: None,
        };
        Self(Rc::new(RefCell::new(inner)))
    }
}

impl<T> Mailbox<T> {
    /// Puts one in and wakes the reader.
    pub fn put(&self, letter: T) {
        self.0.borrow_mut().letters.push_back(letter);
        self.wake();
    }

    /// Makes a waiting reader look again, such as when its time is over.
    pub fn wake(&self) {
        let reader = self.0.borrow_mut().reader.take();
        if let Some(reader) = reader {
            reader.wake();
        }
    }

    /// Waits for the next one, or until `over` says that the time is over. `over` is asked at every
    /// look; whoever knows when to look again calls [`Mailbox::wake`].
    pub async fn next_unless(&self, mut over: impl FnMut() -> bool) -> Option<T> {
        poll_fn(|context| {
            let mut inner = self.0.borrow_mut();
            if let Some(letter) = inner.letters.pop_front() {
                return Poll::Ready(Some(letter));
            }
            inner.reader = Some(context.waker().clone());
            drop(inner);
            if over() {
                Poll::Ready(None)
            } else {
                Poll::Pending
            }
        })
        .await
    }

    /// Waits for the next one.
    pub async fn next(&self) -> T {
        loop {
            if let Some(letter) = self.next_unless(|| false).await {
                return letter;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::Future,
        pin::pin,
        sync::{
            Arc,
            atomic::{AtomicU32, Ordering},
        },
        task::{Context, Wake},
    };

    use super::*;

    #[derive(Default)]
    struct Wakes(AtomicU32);

    impl Wake for Wakes {
        fn wake(self: Arc<Self>) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn letters_come_in_order_and_wake_the_reader_once() {
        let mailbox = Mailbox::default();
        let count = Arc::new(Wakes::default());
        let waker = Waker::from(Arc::clone(&count));
        let mut context = Context::from_waker(&waker);
        let mut first = pin!(mailbox.next());
        assert!(first.as_mut().poll(&mut context).is_pending());
        mailbox.clone().put(1);
        mailbox.put(2);
        assert_eq!(count.0.load(Ordering::Relaxed), 1);
        assert_eq!(first.poll(&mut context), Poll::Ready(1));
        assert_eq!(pin!(mailbox.next()).poll(&mut context), Poll::Ready(2));
    }

    #[test]
    fn a_letter_goes_before_the_end_of_time() {
        let mailbox = Mailbox::default();
        let mut context = Context::from_waker(Waker::noop());
        mailbox.put('a');
        assert_eq!(
            pin!(mailbox.next_unless(|| true)).poll(&mut context),
            Poll::Ready(Some('a'))
        );
        assert_eq!(
            pin!(mailbox.next_unless(|| true)).poll(&mut context),
            Poll::Ready(None)
        );
    }
}
