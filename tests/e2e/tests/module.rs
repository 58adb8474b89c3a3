//! The module as a script and a portal have it: its package, Node, and TypeScript's compiler.
//!
//! The package is the one of `IOCULATE_MODULE`, the compiler that of `TSC_JS`; what is missing is said
//! and passed over, Node too.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use ioculate_e2e::tenant::Tenant;
use ioculate_emulator::{Emulator, Options, Running};
use serde_json::{Value, json};

/// A folder with the package as npm would install it, gone when dropped.
struct Project(PathBuf);

impl Project {
    /// `None`, after saying why, where there is nothing to try.
    fn new(name: &str) -> Option<Self> {
        let Some(package) = env::var_os("IOCULATE_MODULE") else {
            eprintln!("skipped: IOCULATE_MODULE names no package");
            return None;
        };
        if Command::new("node").arg("--version").output().is_err() {
            eprintln!("skipped: there is no Node");
            return None;
        }
        let folder = env::temp_dir().join(format!("ioculate-module-{name}-{}", std::process::id()));
        let project = Self(folder);
        project.copy(Path::new(&package), "node_modules/ioculate");
        project.copy(&fixtures().join("module"), ".");
        Some(project)
    }

    fn copy(&self, from: &Path, to: &str) {
        let to = self.0.join(to);
        fs::create_dir_all(&to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let file = entry.expect("a file").path();
            let name = file.file_name().expect("a name");
            fs::copy(&file, to.join(name)).expect("a copy");
        }
    }

    fn node(&self, words: &[&str]) -> Command {
        let mut node = Command::new("node");
        node.current_dir(&self.0).args(words);
        node
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The last thing that a script prints, as JSON.
fn told(script: &mut Command) -> Value {
    let printed = printed(&script.output().expect("node starts"));
    let last = printed.trim_end();
    let last = last.rfind("\n{").map_or(last, |at| &last[at..]);
    serde_json::from_str(last).unwrap_or_else(|_| panic!("no JSON: {printed}"))
}

fn printed(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{printed}");
    printed.into_owned()
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

async fn emulated() -> (Running, Tenant, String) {
    let emulator = Emulator::start(Options::default()).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    let token = tenant.token("analyst").await;
    (emulator, tenant, token)
}

#[tokio::test]
async fn a_script_of_ten_lines_imports_a_file() {
    let Some(project) = Project::new("import") else {
        return;
    };
    let (emulator, tenant, token) = emulated().await;
    let file = fixtures().join("portal.csv").display().to_string();
    let mut script = project.node(&["import.mjs", &file, &emulator.api, &token]);
    let ended = told(&mut script);
    let held = tenant.state().await.keys().len();
    assert_eq!(ended["accepted"], json!(held), "{ended}");
    assert_eq!(ended["counts"]["ready"], json!(held));
    assert_eq!(
        (&ended["run"], &ended["resumable"]),
        (&Value::Null, &json!(false))
    );
    let report = fs::read_to_string(project.0.join("report.csv")).expect("the report");
    assert_eq!(report.matches("\"accepted\"").count(), held);
}

#[tokio::test]
async fn what_is_refused_has_a_code() {
    let Some(project) = Project::new("errors") else {
        return;
    };
    let (emulator, _, token) = emulated().await;
    let mut script = project.node(&["errors.mjs"]);
    let codes = told(script.env("API", &emulator.api).env("TOKEN", token));
    insta::assert_snapshot!(format!("{codes:#}"));
}

#[tokio::test]
async fn what_a_caller_decides_is_done() {
    let Some(project) = Project::new("decided") else {
        return;
    };
    let (emulator, _, token) = emulated().await;
    let mut script = project.node(&["decided.mjs"]);
    let came = told(script.env("API", &emulator.api).env("TOKEN", token));
    insta::assert_snapshot!(format!("{came:#}"));
}

/// What had left is answered and counted; the rest was not sent.
#[tokio::test]
async fn what_is_given_up_sends_nothing_new() {
    let Some(project) = Project::new("given-up") else {
        return;
    };
    let (emulator, tenant, token) = emulated().await;
    let mut script = project.node(&["given-up.mjs"]);
    script
        .env("API", &emulator.api)
        .env("MANAGE", &emulator.manage)
        .env("TOKEN", token);
    let ends = told(&mut script);
    let mut accepted = 0;
    for (how, cause) in [("aborted", json!("enough")), ("freed", Value::Null)] {
        let end = &ends[how];
        assert_eq!(
            (&end["name"], &end["code"]),
            (&json!("AbortError"), &json!("aborted")),
            "{end}"
        );
        assert_eq!((&end["cause"], &end["resumable"]), (&cause, &json!(false)));
        let of = |what: &str| end["summary"][what].as_u64().expect("a count");
        assert_eq!(of("accepted") + of("notSent"), 100, "{end}");
        assert!(of("accepted") > 0 && of("notSent") > 0, "{end}");
        accepted += of("accepted");
    }
    let held = tenant.state().await.keys().len();
    assert_eq!(u64::try_from(held), Ok(accepted));
}

/// Cut off with calls on their way, then gone on with by another process: each row arrives, and a lock
/// and the account keep others from it.
#[tokio::test]
async fn another_program_goes_on_with_a_run() {
    let Some(project) = Project::new("journal") else {
        return;
    };
    let (emulator, tenant, token) = emulated().await;
    let script = |what: &str| {
        let mut script = project.node(&["journal.mjs", what]);
        script
            .env("API", &emulator.api)
            .env("MANAGE", &emulator.manage)
            .env("TOKEN", &token);
        told(&mut script)
    };
    let begun = script("begin");
    assert_eq!(begun["resumable"], json!(true), "{begun}");
    let resumed = script("resume");
    let before = resumed["before"].as_array().expect("the rows");
    let of = |state: &str| before.iter().filter(|it| *it == state).count();
    assert!(of("unconfirmed") > 0 && of("accepted") > 0, "{resumed}");
    assert_eq!(
        (
            of("accepted") + of("unconfirmed") + of("not-sent"),
            before.len()
        ),
        (100, 100)
    );
    let ended = &resumed["ended"];
    assert_eq!(
        (&ended["accepted"], &ended["notSent"]),
        (&json!(100), &json!(0)),
        "{ended}"
    );
    assert_eq!(tenant.state().await.keys().len(), 100);
    let refused = ["elsewhere", "other", "again"].map(|what| resumed[what].clone());
    assert_eq!(
        refused,
        [
            json!("elsewhere"),
            json!("not-yours"),
            json!("already-sent")
        ]
    );
}

#[test]
fn types_are_held_to_a_program() {
    let (Some(project), Some(compiler)) = (Project::new("types"), env::var_os("TSC_JS")) else {
        eprintln!("skipped: TSC_JS names no compiler");
        return;
    };
    for resolution in [["nodenext", "nodenext"], ["esnext", "bundler"]] {
        let [module, resolution] = resolution;
        let compiler = compiler.to_string_lossy();
        let mut tsc = project.node(&[&compiler, "--strict", "--noEmit", "--target", "es2022"]);
        tsc.args(["--module", module, "--moduleResolution", resolution])
            .args(["--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"]);
        printed(&tsc.arg("example.ts").output().expect("node starts"));
        // What is written by hand keeps to what it declares.
        tsc.args(["--allowJs", "--checkJs"]);
        let own = ["index.js", "reader.js", "element.js"]
            .map(|name| format!("node_modules/ioculate/{name}"));
        printed(&tsc.args(own).output().expect("node starts"));
    }
}
