//! The engines that scenes are played in, and what the driver of each cannot do.
//!
//! `IOCULATE_ENGINE` names the one of a run: `chromium`, which is the usual one, `firefox` or `webkit`.
//! Scenes are the same in all of them. What needs an ability that a driver lacks says so by
//! [`Ability::needed`], in the function that needs it, and the scene ends there: it is noted as skipped,
//! with the reason, in the file that `IOCULATE_SKIPPED` names.

use std::{
    env,
    error::Error,
    fmt,
    fs::OpenOptions,
    io::{self, Write as _},
};

use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};

/// What a browser is built around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, under chromedriver.
    Chromium,
    /// Firefox, under geckodriver.
    Firefox,
    /// `WebKitGTK` with the browser that it brings, under `WebKitWebDriver`.
    WebKit,
}

impl Engine {
    /// The one of this run.
    ///
    /// # Panics
    /// When another is asked for.
    #[must_use]
    pub fn played() -> Self {
        match env::var("IOCULATE_ENGINE").as_deref() {
            Err(_) | Ok("chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("IOCULATE_ENGINE is {other}, which is none of the engines"),
        }
    }

    /// Whether its driver cannot do this. What the others can is done by Chromium's own protocol.
    const fn lacks(self, ability: Ability) -> bool {
        match self {
            Self::Chromium => false,
            Self::Firefox => !matches!(ability, Ability::Killing | Ability::Active),
            Self::WebKit => true,
        }
    }
}

/// What a scene may need of a driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// The accessibility tree. Elsewhere axe looks at the same states.
    Tree,
    /// Dark and forced colours, and paper. The style sheet is the same.
    Media,
    /// A window narrower than the browser's own bars, and zoom.
    Size,
    /// What the console says. Elsewhere the page is served with a listener for what breaks the policy.
    Console,
    /// A script before any of the page's.
    Script,
    /// An answer to what the page asks to be allowed.
    Permission,
    /// Addresses that cannot be reached. What is then told is chosen from what the page learns of them,
    /// which the page's own tests hold.
    Unreachable,
    /// What the browser keeps is erased while the page is open.
    Erasing,
    /// A page that another tab hides.
    Hiding,
    /// Timers of hidden pages that are held back soon.
    Throttling,
    /// A process to be killed, and a profile that outlives it.
    Killing,
    /// A window that is active, which takes a window manager: no other shows what has the focus.
    Active,
}

impl Ability {
    /// Goes on where the driver of this run has it.
    ///
    /// # Errors
    /// Where it has not; the scene that ends by it is skipped.
    pub fn needed(self) -> WebDriverResult<()> {
        if Engine::played().lacks(self) {
            return Err(io::Error::other(Lack(self)).into());
        }
        Ok(())
    }

    /// Whether the driver of this run has it. Where it has not, it is noted that this part of a scene is
    /// left out.
    ///
    /// # Panics
    /// When the file for what is skipped cannot be written.
    #[must_use]
    pub fn is_there_for(self, part: &str) -> bool {
        let lacks = Engine::played().lacks(self);
        if lacks {
            note(&Lack(self), part);
        }
        !lacks
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Tree => "the accessibility tree",
            Self::Media => "other colours, or paper",
            Self::Size => "a window of any size",
            Self::Console => "what the console says",
            Self::Script => "a script before the page's own",
            Self::Permission => "a permission that is given",
            Self::Unreachable => "addresses that cannot be reached",
            Self::Erasing => "storage that is erased under the page",
            Self::Hiding => "a page that is hidden",
            Self::Throttling => "timers that are held back",
            Self::Killing => "a browser that is killed and started again",
            Self::Active => "a window that is active",
        }
    }
}

/// Why a scene cannot be played to its end.
#[derive(Debug)]
struct Lack(Ability);

impl fmt::Display for Lack {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "it needs {}", self.0.words())
    }
}

impl Error for Lack {}

/// The same end of a scene, unless it is that the driver lacks something: that is noted, and no failure.
///
/// # Errors
/// Those of the scene.
///
/// # Panics
/// When the file for what is skipped cannot be written.
pub fn unless_lacking(scene: &str, ended: WebDriverResult<()>) -> WebDriverResult<()> {
    let Some(lack) = ended.as_ref().err().and_then(lack) else {
        return ended;
    };
    note(lack, scene);
    Ok(())
}

fn note(lack: &Lack, scene: &str) {
    eprintln!("skipped: {scene}: {lack}");
    if let Some(file) = env::var_os("IOCULATE_SKIPPED") {
        let file = OpenOptions::new().create(true).append(true).open(file);
        // In one piece: scenes are played at once.
        let line = format!("{lack}\t{scene}\n");
        let written = file.and_then(|mut file| file.write_all(line.as_bytes()));
        written.expect("the file for what is skipped can be written");
    }
}

fn lack(error: &WebDriverError) -> Option<&Lack> {
    match error.as_inner() {
        WebDriverErrorInner::IoError(error) => error.get_ref()?.downcast_ref(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_lacking_is_no_failure() {
        let lacking = || io::Error::other(Lack(Ability::Tree)).into();
        assert!(unless_lacking("a scene", Err(lacking())).is_ok());
        let other = || WebDriverError::from(io::Error::other("something else"));
        assert!(unless_lacking("a scene", Err(other())).is_err());
        let timeout = WebDriverError::Timeout("nothing came".to_owned());
        assert!(unless_lacking("a scene", Err(timeout)).is_err());
    }
}
