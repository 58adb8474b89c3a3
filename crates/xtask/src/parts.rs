//! The page's program and its worker's in parts: what is needed first, and what comes after it.
//!
//! Trunk links a program whole, with what says where its functions call one another. Here it is cut
//! where its `later` says, each part is made ready for the browser, named by the content of them all,
//! and put in the place of what Trunk has made. What is fetched later is held to its integrity.

use std::{collections::BTreeMap, path::Path};

use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::{
    Outcome, command,
    content::{integrity, script, short_hash},
    place,
    tools::{WASM_BINDGEN, path_with},
    worker_files::{NOT_HELD, held_to, renamed},
};

/// A program that is cut.
#[derive(Clone, Copy, Debug)]
struct Program {
    /// Its name, and that of its first part's files.
    name: &'static str,
    /// What stands before the names of the other parts.
    others: &'static str,
}

const PAGE: Program = Program {
    name: "ioculate-app",
    others: "ioculate",
};

const WORKER: Program = Program {
    name: "ioculate-worker",
    others: "ioculate-worker",
};

/// The script that asks for the worker's first part.
const WORKER_BOOT: &str = "worker-boot.js";

/// What fetches the parts when they are asked for.
const LINK: &str = "parts.js";

/// Has Chromium compile a script's functions while it is fetched, beside what the page does. Without it each
/// waits to be compiled until it is called, and the page waits with it; other browsers take it for a comment.
const COMPILED_AT_ONCE: &str = "//# allFunctionsCalledOnLoad";

/// Sections of a program that only tools read.
const FOR_TOOLS: [&str; 3] = ["name", "producers", "target_features"];

/// Puts the parts of the page's program that Trunk has linked for `profile` into `dist`, in the place of
/// the whole one.
pub(crate) fn put_page(profile: &str, dist: &Path) -> Outcome {
    let names = PAGE.put(profile, dist)?;
    take_place(dist, &names)
}

/// The same of the worker's.
pub(crate) fn put_worker(profile: &str, dist: &Path) -> Outcome {
    let [glue, program, _] = WORKER.put(profile, dist)?;
    let asked = [WORKER.glue(), WORKER.wasm()];
    let names = [
        (&*asked[0], &*glue.name),
        (&asked[1], &program.name),
        (NOT_HELD, &held_to(&program.integrity)),
    ];
    let boot = dist.join(WORKER_BOOT);
    place::write(&boot, renamed(WORKER_BOOT, &place::text(&boot)?, &names)?)?;
    asked.iter().try_for_each(|old| removed(&dist.join(old)))
}

impl Program {
    /// Cuts the program and puts its parts into `dist`.
    fn put(self, profile: &str, dist: &Path) -> Outcome<[Named; 3]> {
        let linked = format!("wasm32-unknown-unknown/{profile}/{}.wasm", self.name);
        let stage = place::target().join("parts").join(self.name);
        place::clear(&stage)?;
        self.cut(&place::target().join(linked), &stage)?;
        Parts::read(self, &stage)?.put(dist)
    }

    /// What binds its first part to the browser.
    fn glue(self) -> String {
        format!("{}.js", self.name)
    }

    fn wasm(self) -> String {
        format!("{}_bg.wasm", self.name)
    }

    /// Cuts the program, and has its first part bound to the browser.
    fn cut(self, whole: &Path, stage: &Path) -> Outcome {
        let cut = stage.join("cut");
        let first = stage.join(format!("{}.wasm", self.name));
        let program = place::bytes(whole)?;
        let (link, main) = (format!("./{LINK}"), format!("./{}", self.glue()));
        let mut options = Options::new(&program);
        options.output_dir = &cut;
        options.main_out_path = &first;
        options.link_name = &link;
        options.main_module = &main;
        place::make(stage)?;
        transform(options).map_err(|why| format!("{} cannot be cut: {why:#}", whole.display()))?;
        let bound = stage.join("bound");
        let mut bindgen = std::process::Command::new(WASM_BINDGEN.folder()?.join("wasm-bindgen"));
        bindgen
            .env("PATH", path_with(&[WASM_BINDGEN.folder()?])?)
            // The parts share the first one's table of functions.
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--remove-name-section", "--remove-producers-section"])
            .args(["--out-name", self.name, "--out-dir"])
            .arg(&bound)
            .arg(&first);
        command::run(&mut bindgen)
    }

    /// The name of a file with a part that changes with the content.
    fn named(self, name: &str, hash: &str) -> String {
        let (stem, kind) = name.split_once('.').unwrap_or((name, ""));
        match (stem.strip_prefix(self.name), stem.strip_prefix("split_")) {
            (Some(rest), _) => format!("{}-{hash}{rest}.{kind}", self.name),
            (None, Some(part)) => format!("{}-{part}-{hash}.{kind}", self.others),
            (None, None) => format!("{}-{stem}-{hash}.{kind}", self.others),
        }
    }
}

/// The files of the parts as they were made, under names that are always the same.
struct Parts {
    program: Program,
    files: BTreeMap<String, Vec<u8>>,
}

impl Parts {
    fn read(program: Program, stage: &Path) -> Outcome<Self> {
        let mut files = BTreeMap::new();
        for folder in ["bound", "cut"] {
            for file in place::files(&stage.join(folder))? {
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                files.insert(name.into_owned(), ready(&file)?);
            }
        }
        Ok(Self { program, files })
    }

    /// Writes them under the names that they have from now on, and gives the three that are asked for
    /// at once: the glue, its program, and what fetches the others.
    fn put(mut self, dist: &Path) -> Outcome<[Named; 3]> {
        let files = self.files.iter();
        let hash = &short_hash(files.flat_map(|(name, bytes)| [name.as_bytes(), bytes]));
        let fetches = self.linked(hash)?;
        self.files.insert(LINK.to_owned(), fetches.into_bytes());
        let Self { program: whose, .. } = self;
        let (glue, program) = (whose.glue(), whose.wasm());
        let text = self.text(&glue)?;
        // The program itself goes on calling what it imports by the name that it was linked with.
        let text = text
            .replace(
                &format!("from \"./{LINK}\""),
                &format!("from \"./{}\"", whose.named(LINK, hash)),
            )
            .replace(&program, &whose.named(&program, hash));
        let text = format!("{COMPILED_AT_ONCE}\n{text}");
        self.files.insert(glue.clone(), text.into_bytes());
        for (name, bytes) in &self.files {
            place::write(&dist.join(whose.named(name, hash)), bytes)?;
        }
        let asked = [&*glue, &*program, LINK];
        let [glue, program, link] = asked.map(|name| {
            let bytes = self.bytes(name)?;
            Ok::<_, String>(Named {
                name: whose.named(name, hash),
                integrity: integrity(bytes),
            })
        });
        Ok([glue?, program?, link?])
    }

    /// What fetches the parts, with their names and what each is held to.
    fn linked(&self, hash: &str) -> Outcome<String> {
        let glue = self.program.glue();
        let mut text = self.text(LINK)?;
        text = text.replace(
            &format!("\"./{glue}\""),
            &format!("\"./{}\"", self.program.named(&glue, hash)),
        );
        let late = self.files.iter();
        let late = late.filter(|(name, _)| !name.starts_with(self.program.name) && *name != LINK);
        for (name, bytes) in late {
            let old = format!("new URL(\"./{name}\", import.meta.url)");
            let new = format!(
                "new URL(\"./{}\", import.meta.url), {{ integrity: \"{}\" }}",
                self.program.named(name, hash),
                integrity(bytes)
            );
            if text.matches(&old).count() != 1 {
                return Err(format!("{LINK} must fetch {name} once"));
            }
            text = text.replace(&old, &new);
        }
        Ok(text)
    }

    fn bytes(&self, name: &str) -> Outcome<&[u8]> {
        let file = self.files.get(name).map(Vec::as_slice);
        file.ok_or_else(|| format!("no {name} was made of {}", self.program.name))
    }

    fn text(&self, name: &str) -> Outcome<String> {
        String::from_utf8(self.bytes(name)?.to_vec()).map_err(|why| format!("{name}: {why}"))
    }
}

/// A file that is asked for at once.
struct Named {
    name: String,
    integrity: String,
}

/// What a browser is sent of a file: nothing that only tools read.
fn ready(file: &Path) -> Outcome<Vec<u8>> {
    if file.extension().is_some_and(|kind| kind == "js") {
        return Ok(script(&place::text(file)?).into_bytes());
    }
    without_sections_for_tools(&place::bytes(file)?)
        .map_err(|why| format!("{} is no program: {why}", file.display()))
}

fn without_sections_for_tools(program: &[u8]) -> Result<Vec<u8>, wasmparser::BinaryReaderError> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(program) {
        let payload = payload?;
        let is_for_tools =
            matches!(&payload, Payload::CustomSection(it) if FOR_TOOLS.contains(&it.name()));
        if let Some((id, range)) = payload.as_section().filter(|_| !is_for_tools) {
            let at = |offset| usize::try_from(offset).unwrap_or(usize::MAX);
            let data = program
                .get(at(range.start)..at(range.end))
                .unwrap_or_default();
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}

/// Has the page's shell ask for the parts, and takes away what Trunk has made.
fn take_place(dist: &Path, [glue, program, link]: &[Named; 3]) -> Outcome {
    let shell = dist.join("index.html");
    let text = place::text(&shell)?;
    let asked = preloads(&text)?;
    for (_, name) in &asked {
        removed(&dist.join(name))?;
    }
    let module = |it: &Named| {
        format!(
            r#"<link rel="modulepreload" href="./{}" crossorigin="anonymous" integrity="{}">"#,
            it.name, it.integrity
        )
    };
    let wasm = format!(
        r#"<link rel="preload" href="./{}" crossorigin="anonymous" integrity="{}" as="fetch" type="application/wasm">"#,
        program.name, program.integrity
    );
    let mut new = [module(glue), wasm, module(link)].concat();
    let mut shown = text.clone();
    for (tag, _) in asked {
        shown = shown.replacen(&tag, &std::mem::take(&mut new), 1);
    }
    place::write(&shell, shown)
}

fn removed(file: &Path) -> Outcome {
    std::fs::remove_file(file).map_err(|why| format!("{}: {why}", file.display()))
}

/// The two tags by which the shell asks for the whole program, each with the name of the file.
fn preloads(shell: &str) -> Outcome<Vec<(String, String)>> {
    let tags = shell.split('<').filter(|tag| tag.starts_with("link "));
    let found: Vec<(String, String)> = tags
        .filter_map(|tag| {
            let end = tag.find('>')?;
            let name = tag.split_once(&format!("href=\"./{}-", PAGE.name))?.1;
            let name = name.split_once('"')?.0;
            Some((
                format!("<{}", &tag[..=end]),
                format!("{}-{name}", PAGE.name),
            ))
        })
        .collect();
    if found.len() == 2 {
        Ok(found)
    } else {
        Err(format!(
            "index.html asks for {} {} times, not twice",
            PAGE.name,
            found.len()
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_changes_with_the_content() {
        let table = [
            (PAGE, "ioculate-app.js", "ioculate-app-ab.js"),
            (PAGE, "ioculate-app_bg.wasm", "ioculate-app-ab_bg.wasm"),
            (PAGE, "parts.js", "ioculate-parts-ab.js"),
            (PAGE, "split_later.wasm", "ioculate-later-ab.wasm"),
            (PAGE, "chunk_3.wasm", "ioculate-chunk_3-ab.wasm"),
            (WORKER, "ioculate-worker.js", "ioculate-worker-ab.js"),
            (WORKER, "parts.js", "ioculate-worker-parts-ab.js"),
            (WORKER, "split_run.wasm", "ioculate-worker-run-ab.wasm"),
        ];
        for (program, old, new) in table {
            assert_eq!(program.named(old, "ab"), new);
        }
    }

    #[test]
    fn the_shell_asks_for_the_program_by_two_tags() {
        let glue = r#"<link rel="modulepreload" href="./ioculate-app-1.js" integrity="a">"#;
        let wasm = r#"<link rel="preload" href="./ioculate-app-1_bg.wasm" as="fetch">"#;
        let css = r#"<link rel="stylesheet" href="./style-1.css">"#;
        let found = preloads(&format!("<head>{css}{glue}{wasm}</head>")).unwrap();
        let (glue, wasm) = (glue.to_owned(), wasm.to_owned());
        let names = ["ioculate-app-1.js", "ioculate-app-1_bg.wasm"].map(ToOwned::to_owned);
        let [js, bg] = names;
        assert_eq!(found, [(glue.clone(), js), (wasm, bg)]);
        assert!(preloads(&glue).is_err());
    }

    #[test]
    fn what_only_tools_read_is_left_out() {
        let custom = |name: &'static str| wasm_encoder::CustomSection {
            name: name.into(),
            data: b"x".as_slice().into(),
        };
        let with = |names: &[&'static str]| {
            let mut module = Module::new();
            for name in names {
                module.section(&custom(name));
            }
            module.finish()
        };
        let left = without_sections_for_tools(&with(&["name", "kept", "producers"])).unwrap();
        assert_eq!(left, with(&["kept"]));
    }
}
