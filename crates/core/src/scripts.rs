//! Names in other scripts, and what stands for them in ASCII (UTS #46).
//!
//! Few lists have any, and what knows them is large: it may come late. Until then nothing is known of
//! such a name. That one was met is noted, so that the host has the rows checked again once it is here.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::late::late;

late! {
    /// What knows names in other scripts.
    Later {
        to_ascii: fn(&str) -> Option<String> = |name| idna::domain_to_ascii(name).ok(),
        is_label: fn(&str) -> bool = |label| idna::domain_to_unicode(label).1.is_ok(),
    }
}

static WANTED: AtomicBool = AtomicBool::new(false);

/// Whether a name was met of which nothing was known. Says so once.
#[must_use]
pub fn was_wanted() -> bool {
    WANTED.swap(false, Ordering::Relaxed)
}

/// A name in ASCII; `None` where it is none in any script.
pub(crate) fn to_ascii(name: &str) -> Option<String> {
    (known()?.to_ascii)(name)
}

/// Whether a label that begins with `xn--` stands for one in another script.
pub(crate) fn is_label(label: &str) -> bool {
    known().is_none_or(|known| (known.is_label)(label))
}

fn known() -> Option<&'static Later> {
    let known = there();
    if known.is_none() {
        WANTED.store(true, Ordering::Relaxed);
    }
    known
}
