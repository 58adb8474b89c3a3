//! A line in which one waits for another.

use std::cell::RefCell;

use crate::mailbox::Mailbox;

/// The end of a line.
#[derive(Debug, Default)]
pub struct Line(RefCell<Option<Mailbox<()>>>);

/// A place in a line. Who stands behind it comes when it is dropped.
#[derive(Debug)]
#[must_use = "who stands behind it comes when it is dropped"]
pub struct Place {
    before: Option<Mailbox<()>>,
    left: Mailbox<()>,
}

impl Line {
    /// A place behind all who stand there.
    pub fn place(&self) -> Place {
        let left = Mailbox::default();
        Place {
            before: self.0.replace(Some(left.clone())),
            left,
        }
    }
}

impl Place {
    /// Waits until nobody stands before it.
    pub async fn comes(&mut self) {
        if let Some(before) = &self.before {
            before.next().await;
        }
        self.before = None;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.left.put(());
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::Future as _,
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::*;

    #[test]
    fn one_comes_after_another_also_where_one_goes_away() {
        let line = Line::default();
        let [mut first, mut second, third, mut fourth] = [(); 4].map(|()| line.place());
        let mut context = Context::from_waker(Waker::noop());
        assert!(pin!(first.comes()).poll(&mut context).is_ready());
        assert_eq!(pin!(second.comes()).poll(&mut context), Poll::Pending);
        drop(first);
        assert!(pin!(second.comes()).poll(&mut context).is_ready());
        drop(third);
        assert!(pin!(fourth.comes()).poll(&mut context).is_ready());
    }
}
