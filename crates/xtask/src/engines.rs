//! The other engines that the scenes are played in: Firefox and `WebKitGTK`.
//!
//! What is missing is installed where that is allowed, as Chromium is; the tests go on without an engine
//! that cannot be had, and say so.

use std::{collections::BTreeMap, env, path::PathBuf, process::Command};

use crate::{
    Outcome, place,
    system::{install, may_install, on_path},
    tools::GECKODRIVER,
};

/// Names the file in which scenes note what they leave out.
const NOTES: &str = "IOCULATE_SKIPPED";

/// An engine besides Chromium.
pub(crate) struct Engine {
    pub(crate) name: &'static str,
    /// As `IOCULATE_ENGINE` has it.
    word: &'static str,
    packages: &'static [&'static str],
    /// What it needs: the variable that names a program, and what that is called.
    needs: &'static [(&'static str, &'static [&'static str])],
}

const FIREFOX: Engine = Engine {
    name: "Firefox",
    word: "firefox",
    packages: &["firefox-esr"],
    needs: &[("FIREFOX", &["firefox-esr", "firefox"])],
};

const WEBKIT: Engine = Engine {
    name: "WebKitGTK",
    word: "webkit",
    packages: &["webkit2gtk-driver", "xvfb"],
    needs: &[("WEBKIT_DRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
};

/// Both.
pub(crate) const ALL: [Engine; 2] = [FIREFOX, WEBKIT];

/// The programs of an engine, by the variables that tell tests of them.
pub(crate) type Programs = Vec<(&'static str, PathBuf)>;

impl Engine {
    /// Its programs, installed where that is allowed; else why it cannot be had.
    pub(crate) fn programs(&self) -> Outcome<Programs> {
        let mut found = self.found();
        if found.is_none() && may_install() {
            install(self.packages)?;
            found = self.found();
        }
        let Some(mut programs) = found else {
            return Err(format!("install {}", self.packages.join(" and ")));
        };
        if self.word == FIREFOX.word {
            programs.push(("GECKODRIVER", geckodriver()?));
        }
        Ok(programs)
    }

    fn found(&self) -> Option<Programs> {
        let find = |(variable, names): &(&'static str, &[&str])| {
            let named = env::var_os(variable).map(PathBuf::from);
            let found = named.or_else(|| names.iter().find_map(|name| on_path(name)));
            Some((*variable, found?))
        };
        self.needs.iter().map(find).collect()
    }

    /// Has scenes be played in it.
    pub(crate) fn tell(&self, tests: &mut Command, programs: &Programs) -> Outcome {
        place::write(&self.notes(), "")?;
        tests
            .env("IOCULATE_ENGINE", self.word)
            .env(NOTES, self.notes())
            .envs(
                programs
                    .iter()
                    .map(|(variable, program)| (variable, program)),
            );
        Ok(())
    }

    /// What the scenes have left out, a line for each reason.
    pub(crate) fn left_out(&self) -> Outcome<Vec<String>> {
        Ok(told(self.name, &place::text(&self.notes())?))
    }

    fn notes(&self) -> PathBuf {
        place::target().join(format!("left-out-in-{}.tsv", self.word))
    }
}

/// Debian has no package of it.
fn geckodriver() -> Outcome<PathBuf> {
    let named = env::var_os("GECKODRIVER").map(PathBuf::from);
    if let Some(driver) = named.or_else(|| on_path("geckodriver")) {
        return Ok(driver);
    }
    let folder = GECKODRIVER.folder()?;
    Ok(folder.join(format!("geckodriver{}", env::consts::EXE_SUFFIX)))
}

fn told(engine: &str, notes: &str) -> Vec<String> {
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (reason, scene) in notes.lines().filter_map(|line| line.split_once('\t')) {
        let scenes = reasons.entry(reason).or_default();
        if !scenes.contains(&scene) {
            scenes.push(scene);
        }
    }
    let line = |(reason, mut scenes): (&str, Vec<&str>)| {
        scenes.sort_unstable();
        format!("in {engine}, since {reason}: {}", scenes.join("; "))
    };
    reasons.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_comes_together() {
        let notes = "it needs paper\tb\nit needs a tree\tc\nit needs paper\ta\nit needs paper\tb\n";
        let expected = [
            "in Firefox, since it needs a tree: c",
            "in Firefox, since it needs paper: a; b",
        ];
        assert_eq!(told("Firefox", notes), expected);
    }
}
