//! What the page does once its first screen stands: all but that screen and the sign-in.
//!
//! Whoever opens the page waits for its first part alone. The build cuts what is reached through
//! [`Later`] alone out of the program, and it is fetched when the first screen has been drawn. What the
//! user does until it is there waits for it.

use std::rc::Rc;

use ioculate_core::config::Config;
use yew::Context;

use crate::{
    choose,
    shell::{self, Rest, View},
    sign_in::{Msal, TokenSource},
    state::Choose,
    workbench::{Act, Workbench},
};

/// What the second part does. The first part calls it through this table alone.
#[derive(Debug)]
pub struct Later {
    /// Puts the workbench to work.
    pub begin: fn(&mut Workbench, &Context<Workbench>),
    /// Has it take an act in; gives whether the page is to be drawn again.
    pub update: fn(&mut Workbench, &Context<Workbench>, Act) -> bool,
    /// Tells it that its properties have changed.
    pub changed: fn(&mut Workbench, &Context<Workbench>, &Before),
    /// Moves the focus where the page that was drawn has it.
    pub rendered: fn(&mut Workbench),
    /// Everything of the page but its title bar and the first screen's own.
    pub rest: fn(&View) -> Rest,
    /// What the first screen shows of a list that is read and of past runs.
    pub choose: fn(&View, &Choose) -> choose::Later,
}

pub use crate::workbench::Before;

static LATER: Later = Later {
    begin: Workbench::begin,
    update: Workbench::act,
    changed: Workbench::props_changed,
    rendered: Workbench::drawn,
    rest: shell::rest,
    choose: choose::later,
};

/// Why the second part is not there; the browser's console has the browser's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotThere;

/// What makes the source of tokens, for the page at an address.
pub type Source = fn(&Config, &str) -> Rc<dyn TokenSource>;

/// The second part as it is compiled in.
#[must_use]
pub fn all() -> &'static Later {
    &LATER
}

#[cfg(split)]
pub use cut::{fetched, source};
#[cfg(not(split))]
pub use whole::{fetched, source};

/// The program is whole: nothing is to be fetched.
#[cfg(not(split))]
mod whole {
    use super::{Later, Msal, NotThere, Source, all};

    /// Gives the second part.
    ///
    /// # Errors
    /// None.
    pub async fn fetched() -> Result<&'static Later, NotThere> {
        std::future::ready(Ok(all())).await
    }

    /// Gives what signs in.
    ///
    /// # Errors
    /// None.
    pub async fn source() -> Result<Source, NotThere> {
        std::future::ready(Ok(Msal::source as Source)).await
    }
}

/// What is reached through these functions alone is cut out of the program.
#[cfg(split)]
mod cut {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Later, Msal, NotThere, Source, all};

    impl From<SplitLoaderError> for NotThere {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    /// Fetches the second part; where it did not come, the next call tries again.
    #[wasm_split(later, fallible)]
    pub fn fetched() -> Result<&'static Later, NotThere> {
        Ok(all())
    }

    /// Fetches what signs in, likewise.
    #[wasm_split(signing, fallible)]
    pub fn source() -> Result<Source, NotThere> {
        Ok(Msal::source)
    }
}
