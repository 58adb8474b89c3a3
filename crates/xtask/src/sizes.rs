//! `cargo xtask sizes`: what a visitor's browser is sent, against the promised weights.

use std::path::{Path, PathBuf};

use crate::{
    Outcome,
    build::{self, Effort},
    flag, place, precompress,
};

/// Bytes in a KB.
const KB: u64 = 1000;

/// A moment by which a browser has asked for some files.
struct Budget {
    moment: &'static str,
    limit: u64,
    counts: &'static [Stage],
}

const BUDGETS: [Budget; 11] = [
    Budget {
        moment: "until sign-in can be clicked",
        limit: 150 * KB,
        counts: &[Stage::Start],
    },
    Budget {
        moment: "with MSAL",
        limit: 220 * KB,
        counts: &[Stage::Start, Stage::SignIn],
    },
    Budget {
        moment: "the rest of the page, after first paint",
        limit: 290 * KB,
        counts: &[Stage::Rest],
    },
    Budget {
        moment: "the worker, after first paint",
        limit: 200 * KB,
        counts: &[Stage::Worker],
    },
    Budget {
        moment: "what shows rows and decides about them, when a list is read",
        limit: 50 * KB,
        counts: &[Stage::Rows],
    },
    Budget {
        moment: "what compares, sends and writes files, when one of these is asked for",
        limit: 320 * KB,
        counts: &[Stage::Run, Stage::Shared],
    },
    Budget {
        moment: "what reads anything but tables and lists, when it comes",
        limit: 60 * KB,
        counts: &[Stage::Readers, Stage::Shared],
    },
    Budget {
        moment: "what knows names in other scripts, when one comes",
        limit: 60 * KB,
        counts: &[Stage::Scripts, Stage::Shared],
    },
    // Most of it are the code pages of old workbooks. Who brings no archive loads nothing of it.
    Budget {
        moment: "what unpacks, when an archive or a workbook comes",
        limit: 300 * KB,
        counts: &[Stage::Unpack],
    },
    Budget {
        moment: "the guard's lists, when rows are looked at for harm",
        limit: 250 * KB,
        counts: &[Stage::Guard],
    },
    // A browser asks for one of them at most, before the page is drawn.
    Budget {
        moment: "all languages but English",
        limit: 60 * KB,
        counts: &[Stage::Language],
    },
];

/// When a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Start,
    SignIn,
    /// When the first screen stands.
    Rest,
    Worker,
    /// When a list is read.
    Rows,
    /// When the tenant is asked for something, or a file.
    Run,
    /// When a file comes that is no table and no list.
    Readers,
    /// When a name comes in another script.
    Scripts,
    /// With the first of these three that needs it, and not for rows already.
    Shared,
    /// When the first archive or workbook comes.
    Unpack,
    /// When rows are looked at for harm.
    Guard,
    /// When the page is to speak another language than English.
    Language,
    /// Only on need, or by another page.
    Later,
}

/// `sizes`: builds the page as it is deployed, prints the table, fails over budget.
pub(crate) fn run(options: &[String]) -> Outcome {
    flag(options, "")?;
    let dist = build::page(Effort::Release, place::root().join("dist"))?;
    let weights = weigh(&dist)?;
    println!("{}", table(&weights));
    let over = over_budget(&weights);
    if over.is_empty() {
        return Ok(());
    }
    Err(format!(
        "over budget: {}. Make it lighter, or load a part of it later",
        over.join("; ")
    ))
}

struct Weight {
    name: String,
    stage: Stage,
    bytes: u64,
}

fn weigh(dist: &Path) -> Outcome<Vec<Weight>> {
    let shell = place::text(&dist.join("index.html"))?;
    let with_rows = with_rows(dist)?;
    let mut weights = Vec::new();
    for file in place::files(dist)? {
        let name = file.strip_prefix(dist).unwrap_or(&file).to_string_lossy();
        if !name.ends_with(".br") {
            weights.push(Weight {
                stage: if with_rows.iter().any(|file| *file == name) {
                    Stage::Rows
                } else {
                    stage(&name, &shell)
                },
                name: name.replace('\\', "/"),
                bytes: precompress::sent_bytes(&file)?,
            });
        }
    }
    Ok(weights)
}

/// What stands of the worker's program in several parts of which one shows rows.
fn with_rows(dist: &Path) -> Outcome<Vec<String>> {
    let files = place::files(dist)?;
    let is_link = |file: &&PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("ioculate-worker-parts-") && name.ends_with(".js")
    };
    let link = files.iter().find(is_link);
    let link = place::text(link.ok_or("nothing fetches the worker's parts")?)?;
    Ok(shared_by("rows", &link))
}

/// The files that a part shares with others, by what fetches them: before each stands which parts they are.
fn shared_by(part: &str, link: &str) -> Vec<String> {
    let files = link.split("/* ").skip(1).filter_map(|shared| {
        let (parts, fetched) = shared.split_once(" */")?;
        let file = fetched.split_once("new URL(\"./")?.1.split_once('"')?.0;
        let is_needed = parts.split(", ").any(|it| it == part);
        is_needed.then(|| file.to_owned())
    });
    files.collect()
}

/// A file that the shell names is asked for at once, as is what `boot.js` and the page always ask.
fn stage(name: &str, shell: &str) -> Stage {
    match name {
        "index.html" | "config.json" => Stage::Start,
        "too-old.js" => Stage::Later,
        _ if shell.contains(&format!("\"./{name}\"")) || shell.contains(&format!("\"{name}\"")) => {
            Stage::Start
        }
        // What both parts need is fetched with the sign-in.
        _ if name.starts_with("ioculate-signing-") || name.starts_with("ioculate-chunk_") => {
            Stage::SignIn
        }
        _ if name.starts_with("ioculate-later-") => Stage::Rest,
        _ if name.starts_with("msal-browser-") && !name.ends_with("LICENSE.txt") => Stage::SignIn,
        _ if name.starts_with("ioculate-worker-rows-") => Stage::Rows,
        _ if name.starts_with("ioculate-worker-run-") => Stage::Run,
        _ if name.starts_with("ioculate-worker-readers-") => Stage::Readers,
        _ if name.starts_with("ioculate-worker-scripts-") => Stage::Scripts,
        _ if name.starts_with("ioculate-worker-chunk_") => Stage::Shared,
        _ if name.starts_with("ioculate-worker-") || name == "worker-boot.js" => Stage::Worker,
        _ if name.starts_with("ioculate-unpack-") || name == "unpack-boot.js" => Stage::Unpack,
        _ if name.starts_with("guard-lists-") => Stage::Guard,
        _ if name.starts_with("messages-") => Stage::Language,
        _ => Stage::Later,
    }
}

fn sum(weights: &[Weight], budget: &Budget) -> u64 {
    let counted = weights
        .iter()
        .filter(|weight| budget.counts.contains(&weight.stage));
    counted.map(|weight| weight.bytes).sum()
}

fn over_budget(weights: &[Weight]) -> Vec<String> {
    let over = BUDGETS
        .iter()
        .filter(|budget| sum(weights, budget) > budget.limit);
    over.map(|budget| {
        let bytes = sum(weights, budget);
        format!(
            "{} {} of {} KB",
            budget.moment,
            kb(bytes),
            budget.limit / KB
        )
    })
    .collect()
}

fn table(weights: &[Weight]) -> String {
    let files = weights.iter().map(|Weight { name, stage, bytes }| {
        format!(
            "{:>8} KB  {:<10} {name}",
            kb(*bytes),
            format!("{stage:?}").to_lowercase()
        )
    });
    let budgets = BUDGETS.iter().map(|budget| {
        let bytes = sum(weights, budget);
        format!(
            "{:>8} KB  of {:>3} KB  {}",
            kb(bytes),
            budget.limit / KB,
            budget.moment
        )
    });
    files.chain(budgets).collect::<Vec<_>>().join("\n")
}

/// One decimal, rounded up: what is over a budget never reads as within it.
fn kb(bytes: u64) -> String {
    let tenths = bytes.div_ceil(KB / 10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_a_file_is_asked_for() {
        let shell =
            r#"<link href="./ioculate-app-1.js"><script src="./boot.js"><script src="too-old.js">"#;
        let table = [
            ("index.html", Stage::Start),
            ("ioculate-app-1.js", Stage::Start),
            ("boot.js", Stage::Start),
            ("config.json", Stage::Start),
            ("too-old.js", Stage::Later),
            ("ioculate-later-1.wasm", Stage::Rest),
            ("ioculate-signing-1.wasm", Stage::SignIn),
            ("ioculate-chunk_3-1.wasm", Stage::SignIn),
            ("msal-browser-5.29.0.min.js", Stage::SignIn),
            ("msal-browser-5.29.0.LICENSE.txt", Stage::Later),
            ("worker-boot.js", Stage::Worker),
            ("ioculate-worker-1_bg.wasm", Stage::Worker),
            ("ioculate-worker-parts-1.js", Stage::Worker),
            ("ioculate-worker-rows-1.wasm", Stage::Rows),
            ("ioculate-worker-run-1.wasm", Stage::Run),
            ("ioculate-worker-readers-1.wasm", Stage::Readers),
            ("ioculate-worker-scripts-1.wasm", Stage::Scripts),
            ("ioculate-worker-chunk_4-1.wasm", Stage::Shared),
            ("unpack-boot.js", Stage::Unpack),
            ("ioculate-unpack-1_bg.wasm", Stage::Unpack),
            ("guard-lists-1.bin", Stage::Guard),
            ("messages-nl-1.txt", Stage::Language),
            ("redirect.html", Stage::Later),
            ("licences.html", Stage::Later),
            ("help/index.html", Stage::Later),
        ];
        for (name, expected) in table {
            assert_eq!(stage(name, shell), expected, "{name}");
        }
    }

    #[test]
    fn which_parts_share_a_file_is_said_where_it_is_fetched() {
        let link = r#"
/* readers, run */
const __chunk_6 = makeLoad(() => {
const src = fetch(new URL("./ioculate-worker-chunk_6-ab.wasm", import.meta.url), { integrity: "x" });
/* rows, run */
const __chunk_8 = makeLoad(() => {
const src = fetch(new URL("./ioculate-worker-chunk_8-ab.wasm", import.meta.url), { integrity: "y" });
"#;
        assert_eq!(shared_by("rows", link), ["ioculate-worker-chunk_8-ab.wasm"]);
        assert_eq!(shared_by("run", link).len(), 2);
    }

    #[test]
    fn a_byte_over_is_over() {
        let weights = |bytes| {
            [Weight {
                name: "index.html".to_owned(),
                stage: Stage::Start,
                bytes,
            }]
        };
        assert_eq!(over_budget(&weights(150 * KB)), [""; 0]);
        assert_eq!(
            over_budget(&weights(150 * KB + 1)),
            ["until sign-in can be clicked 150.1 of 150 KB"]
        );
    }
}
