//! Stops the page's worker at one step of its journal, so that a browser can be killed right there; or
//! has it find a browser that keeps nothing; or has its clock read; or has it try what is forbidden.
//!
//! A copy of the built page has a few lines more in the script that starts the worker. They watch what
//! is written to `IndexedDB`, and at the wanted step ask the page's server for a file, which says so to
//! the scene, and never let the worker go on. The program itself is the one that was built. Whatever the
//! setting, every worker listens for what the policy forbids it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

use ioculate_emulator::Running;

use crate::{
    attack::{self, Where},
    engine::Engine,
    see::PATIENCE,
    stage::Setting,
    timing,
};

/// What is written at a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// A new run with its input.
    Begin,
    /// A call that changes nothing is about to leave.
    Asking,
    /// A batch is about to leave.
    Intent,
    /// It was answered.
    Answer,
    /// The tenant's list was looked through.
    Found,
    /// How the run ended.
    End,
}

impl Written {
    const fn word(self) -> &'static str {
        match self {
            Self::Begin => "begin",
            Self::Asking => "asking",
            Self::Intent => "intent",
            Self::Answer => "answer",
            Self::Found => "found",
            Self::End => "end",
        }
    }
}

/// On which side of a step the worker stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It is about to be written.
    Before,
    /// It is on disk, and the worker has not been told.
    After,
}

/// Where the worker stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hold {
    /// At what is written.
    pub at: Written,
    /// At the how many-th of these, from 1.
    pub nth: u32,
    /// Before or after it.
    pub side: Side,
}

impl Hold {
    fn orders(self) -> String {
        let (at, nth, before) = (self.at.word(), self.nth, self.side == Side::Before);
        format!(r#"{{"at":"{at}","nth":{nth},"before":{before}}}"#)
    }
}

/// What the browser does with what the page wants kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// It keeps it.
    #[default]
    Kept,
    /// It refuses it, as a browser does whose user has switched it off.
    Refused,
}

/// The file that a worker asks for when it stops, and when it starts.
const HELD: &str = "held";
const ORDERS: &str = "hold.json";

/// The page's files; gone when dropped.
#[derive(Debug)]
pub struct Site(PathBuf);

impl Site {
    /// A copy of the built page, whose worker listens, and does what the setting says.
    ///
    /// # Panics
    /// When the folder for temporary files cannot be written.
    #[must_use]
    pub fn of(built: &Path, setting: &Setting) -> Self {
        let hold = setting.hold;
        let watch = hold.map(|_| WATCH);
        let refuse = (setting.storage == Storage::Refused).then_some(REFUSE);
        let time = setting.is_timed.then_some(timing::LINES);
        let extra = watch.into_iter().chain(refuse).chain(time);
        let mut lines: String = [attack::LISTEN].into_iter().chain(extra).collect();
        let mut unpacking = attack::LISTEN.to_owned();
        if setting.is_attacked {
            lines += &attack::lines(Where::Worker);
            unpacking += &attack::lines(Where::Unpacker);
        }
        let folder = copy(built);
        put_before(&folder, "worker-boot.js", &lines);
        put_before(&folder, "unpack-boot.js", &unpacking);
        listen_in(&folder, &["index.html", "redirect.html"]);
        if setting.is_attacked {
            put_into(&folder, "index.html", "attack.js", &attack::script());
        }
        if let Some(hold) = hold {
            fs::write(folder.join(ORDERS), hold.orders()).expect("a copy can be written");
        }
        Self(folder)
    }

    /// Where they lie.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Waits until the worker stands; a page opened later does not stop.
    pub(crate) async fn held(&self, emulator: &Running) {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        while !emulator.asked().iter().any(|path| path.ends_with(HELD)) {
            assert!(
                tokio::time::Instant::now() < deadline,
                "the worker never came to where it should stop"
            );
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        let _ = fs::remove_file(self.0.join(ORDERS));
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Has these pages of a folder say what was broken, where no driver tells what the console says.
///
/// # Panics
/// When one of them is not there.
pub fn listen_in(folder: &Path, pages: &[&str]) {
    if Engine::played() != Engine::Chromium {
        for page in pages {
            put_into(folder, page, "listen.js", attack::LISTEN_IN_A_PAGE);
        }
    }
}

/// Has a page begin with a script more.
fn put_into(folder: &Path, page: &str, name: &str, script: &str) {
    fs::write(folder.join(name), script).expect("a copy can be written");
    let text = fs::read_to_string(folder.join(page)).expect("a page");
    // Not every page writes its head out.
    let starts = ["<head>", "<html lang=\"en\">"];
    let start = starts.into_iter().find(|it| text.contains(it));
    let start = start.expect("a page begins with its head");
    let element = format!("{start}<script src=\"{name}\"></script>");
    let text = text.replacen(start, &element, 1);
    fs::write(folder.join(page), text).expect("a copy can be written");
    let _ = fs::remove_file(folder.join(format!("{page}.br")));
}

fn put_before(folder: &Path, name: &str, lines: &str) {
    let boot = folder.join(name);
    let script = fs::read_to_string(&boot).expect("the script that starts a worker");
    fs::write(&boot, format!("{lines}\n{script}")).expect("a copy can be written");
    let _ = fs::remove_file(folder.join(format!("{name}.br")));
}

fn copy(built: &Path) -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("ioculate-page-{}-{number}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    copy_into(built, &folder);
    folder
}

fn copy_into(built: &Path, folder: &Path) {
    fs::create_dir_all(folder).expect("a folder for temporary files");
    for file in fs::read_dir(built).expect("the built page") {
        let (file, to) = (file.expect("a file of the page").path(), folder);
        let to = to.join(file.file_name().unwrap_or_default());
        if file.is_dir() {
            copy_into(&file, &to);
        } else {
            lend(&file, &to);
        }
    }
}

/// What is small is copied, for it may be edited; a program is large and stays as it was built.
fn lend(file: &Path, to: &Path) {
    const LARGE: u64 = 1 << 18;
    let is_large = fs::metadata(file).is_ok_and(|found| found.len() > LARGE);
    if !(is_large && link(file, to)) {
        fs::copy(file, to).expect("a copy");
    }
}

#[cfg(unix)]
fn link(file: &Path, to: &Path) -> bool {
    let whole = fs::canonicalize(file);
    whole.is_ok_and(|whole| std::os::unix::fs::symlink(whole, to).is_ok())
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> bool {
    false
}

/// Imports stand first whatever their place, and the program starts after these lines.
const WATCH: &str = r"
const ask = (name) => {
  const request = new XMLHttpRequest();
  request.open('GET', new URL(name, import.meta.url), false);
  request.send();
  return request;
};
const orders = ask('hold.json');
if (orders.status === 200) {
  const { at, nth, before } = JSON.parse(orders.responseText);
  let seen = 0;
  const stop = () => {
    ask('held');
    for (;;);
  };
  const written = (store, value) => {
    if (store === 'inputs') return 'begin';
    if (store === 'runs') return value.closing ? 'end' : '';
    if (store !== 'records') return '';
    return Object.keys(JSON.parse(new TextDecoder().decode(value)))[0];
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (value, ...rest) {
    if (written(this.name, value) === at && ++seen === nth) {
      if (before) stop();
      this.transaction.addEventListener('complete', stop);
    }
    return put.call(this, value, ...rest);
  };
}
";

const REFUSE: &str = r"
Object.defineProperty(self, 'indexedDB', {
  get() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  },
});
";
