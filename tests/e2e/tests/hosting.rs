//! The recipes for hosts, run by the servers that they are for: what is sent with each file, and the
//! whole job through them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    time::{Duration, SystemTime},
};

use ioculate_core::config::{Config, Keeping, Served};
use ioculate_e2e::{
    act::{self, Account},
    evidence, rows, see,
    server::{PROXY, Program, Recipe, Server},
    stage::{Setting, built_page, play_in},
    tenant::Tenant,
};
use ioculate_emulator::{Emulator, Options};
use reqwest::{Client, Method, Response};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

const FOLDERS: [&str; 4] = ["commercial", "gcc", "gcc-high", PROXY];

/// Kinds of file, and how they are sent.
const TYPES: [(&str, &str); 9] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("json", "application/json"),
    ("bin", "application/octet-stream"),
];

/// The names of the files right in the built page's folder, compressed ones left out.
fn files() -> Vec<String> {
    files_in(&built_page())
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the page's folder");
    let paths = entries.flatten().map(|entry| entry.path());
    let names = paths
        .filter(|path| path.is_file() && path.extension().is_none_or(|kind| kind != "br"))
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    names.collect()
}

/// Whether a name holds a hash, told another way than by the recipes.
fn has_hash(name: &str) -> bool {
    let digits = |part: &str| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.split(['-', '_', '.']).skip(1).any(digits)
}

/// How a file should be asked for again.
fn keeping(path: &str) -> Keeping {
    if has_hash(path) {
        Keeping::Lasting
    } else {
        Keeping::Asked
    }
}

fn served(path: &str) -> Served {
    match path {
        "/redirect.html" => Served::Redirect,
        _ => Served::Page,
    }
}

/// Holds the headers of an answer to those that the page asks for, and gives them.
fn held(
    answer: &Response,
    config: &Config,
    path: &str,
    keeping: Keeping,
) -> BTreeMap<String, String> {
    let told: BTreeMap<String, String> = answer
        .headers()
        .iter()
        .map(|(name, value)| {
            let value = value.to_str().unwrap_or_default().to_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    let served = served(path);
    let cache = ("Cache-Control", keeping.header().to_owned());
    for (name, value) in config.headers(served).into_iter().chain([cache]) {
        let found = answer.headers().get_all(name).iter().count();
        assert_eq!(found, 1, "{path}: {name} once");
        assert_eq!(told[&name.to_lowercase()], value, "{path}: {name}");
    }
    let opener = told.contains_key("cross-origin-opener-policy");
    assert_eq!(opener, served == Served::Page, "{path}: {told:?}");
    told
}

async fn ask(server: &Server, method: Method, path: &str, headers: &[(&str, &str)]) -> Response {
    let url = format!("{}{path}", server.origin);
    let asked = Client::new().request(method, url);
    let asked = headers
        .iter()
        .fold(asked, |asked, (name, value)| asked.header(*name, *value));
    asked.send().await.expect("the server answers")
}

/// A file is sent whole, compressed to who takes that, and not again to who has it.
async fn file_is_served(server: &Server, config: &Config, path: &str, file: &Path) {
    let kind = file
        .extension()
        .and_then(|kind| kind.to_str())
        .unwrap_or_default();
    let expected = TYPES.iter().find(|(of, _)| *of == kind);
    let expected = expected
        .unwrap_or_else(|| panic!("{path}: a kind of file without a type"))
        .1;
    let small = file.with_extension(format!("{kind}.br"));
    for (encodings, body) in [
        ("gzip, deflate, br, zstd", &small),
        ("gzip", &file.to_owned()),
    ] {
        let body = if body.is_file() { body } else { file };
        let headers = [("accept-encoding", encodings)];
        let answer = ask(server, Method::GET, path, &headers).await;
        assert_eq!(answer.status(), 200, "{path}");
        let told = held(&answer, config, path, keeping(path));
        assert_eq!(told["content-type"], expected, "{path}");
        let encoding = told.get("content-encoding").map(String::as_str);
        assert_eq!(encoding, (*body == small).then_some("br"), "{path}");
        assert!(
            encoding.is_none() || told["vary"] == "Accept-Encoding",
            "{path}"
        );
        let body = fs::read(body).expect("a file of the page");
        assert!(
            answer.bytes().await.expect("a body") == body,
            "{path}: its bytes"
        );
        let headers = [headers[0], ("if-none-match", &told["etag"])];
        let again = ask(server, Method::GET, path, &headers).await;
        assert_eq!(again.status(), 304, "{path}");
        held(&again, config, path, keeping(path));
    }
}

async fn recipe_holds(recipe: Recipe) {
    let (dist, config) = (built_page(), recipe.config());
    let server = recipe.try_out(&dist);
    for name in files() {
        file_is_served(&server, &config, &format!("/{name}"), &dist.join(name)).await;
    }
    file_is_served(&server, &config, "/", &dist.join("index.html")).await;
    file_is_served(&server, &config, "/help/", &dist.join("help/index.html")).await;
    for path in [
        "/nothing",
        "/nothing-0123456789abcdef.js",
        "/nothing_bg.wasm",
        "/a/b.html",
    ] {
        let answer = ask(&server, Method::GET, path, &[]).await;
        assert_eq!(answer.status(), 404, "{path}");
        held(&answer, &config, path, Keeping::Asked);
    }
    let refused = ask(&server, Method::POST, "/boot.js", &[]).await;
    held(&refused, &config, "/boot.js", Keeping::Asked);
    evidence::note(
        "the headers of a recipe",
        "every file, what is not there, and a method that is not taken",
        "all headers of the page's own list, with the policy",
        &format!("{}, {}", recipe.program.name(), recipe.folder),
    );
}

async fn recipes_hold(program: Program) {
    if program.find().is_none() {
        return;
    }
    for folder in FOLDERS {
        recipe_holds(Recipe { program, folder }).await;
    }
}

#[tokio::test]
async fn nginx_sends_what_the_page_asks_for() {
    recipes_hold(Program::Nginx).await;
}

#[tokio::test]
async fn caddy_sends_what_the_page_asks_for() {
    recipes_hold(Program::Caddy).await;
}

/// The tests of the page run under the policy that hosts send. It is written a second time there.
#[tokio::test]
async fn the_emulator_sends_what_the_page_asks_for() {
    let options = Options {
        site: Some(built_page()),
        ..Options::default()
    };
    let emulator = Emulator::start(options).expect("the emulator starts");
    let asked = |path: &str| reqwest::get(format!("{}{path}", emulator.page));
    let config = asked("/config.json")
        .await
        .expect("an answer")
        .bytes()
        .await;
    let config = serde_json::from_slice(&config.expect("a body")).expect("JSON");
    let config = Config::read(&config).expect("the page takes it");
    for path in [
        "/",
        "/boot.js",
        "/worker-boot.js",
        "/redirect.html",
        "/nothing",
    ] {
        let answer = asked(path).await.expect("an answer");
        // Over plain http nobody heeds it.
        let headers = config.headers(served(path)).into_iter();
        for (name, value) in headers.filter(|(name, _)| *name != "Strict-Transport-Security") {
            let told = answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok());
            assert_eq!(told, Some(value.as_str()), "{path}: {name}");
        }
    }
}

/// The list of lasting names, which Static Web Apps needs, is that of what was built.
#[test]
fn static_web_apps_knows_the_lasting_names() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../www/hosting/commercial/staticwebapp.config.json");
    let recipe = fs::read_to_string(file).expect("the recipe");
    let recipe: Value = serde_json::from_str(&recipe).expect("the recipe is JSON");
    let routes = recipe["routes"].as_array().into_iter().flatten();
    let starts = routes.filter_map(|route| route["route"].as_str()?.strip_suffix('*'));
    let starts: BTreeSet<String> = starts
        .map(|start| start.trim_matches('/').to_owned())
        .collect();
    let is_listed = |name: &String| starts.iter().any(|start| name.starts_with(start));
    for name in files() {
        // One icon has a hash in its name and the others have none: it is asked for each time.
        let lasts = has_hash(&name) && !name.starts_with("icon-");
        assert_eq!(is_listed(&name), lasts, "{name}");
    }
}

/// Sign in, read, send, report, on a page that this server serves.
async fn whole_job(program: Program, name: &str) {
    let Some(setting) = Setting::behind(program, "commercial") else {
        return;
    };
    play_in(name, setting, async |stage| {
        import(stage).await?;
        let asked = stage.emulator.asked();
        assert_eq!(asked, ["/config.json"], "the page came from {program:?}");
        Ok(())
    })
    .await;
}

async fn import(stage: &ioculate_e2e::stage::Stage) -> WebDriverResult<()> {
    let browser = stage.signed_in(Account::Analyst).await?;
    act::drop_file(browser, &rows::fixture("portal.csv")).await?;
    let [records, ready, ..] = see::reviewed(browser).await?;
    assert!(
        ready > 0 && ready < records,
        "the fixture has rows of every kind"
    );
    act::send(browser).await?;
    assert_eq!(see::reported(browser).await?, [ready, 0, 0, 0]);
    let report = act::json_report(browser).await?;
    let rows = report["rows"].as_array().map_or(0, Vec::len);
    assert_eq!(u64::try_from(rows).ok(), Some(records));
    let held = stage.tenant.state().await.keys().len();
    assert_eq!(u64::try_from(held).ok(), Some(ready));
    Ok(())
}

#[tokio::test]
async fn the_whole_job_is_done_through_nginx() {
    whole_job(Program::Nginx, "nginx").await;
}

#[tokio::test]
async fn the_whole_job_is_done_through_caddy() {
    whole_job(Program::Caddy, "caddy").await;
}

/// An API that refuses browsers: told so when it is asked itself, the whole job done through the server.
async fn job_through_the_proxy(program: Program, name: &str) {
    let Some(setting) = Setting::behind(program, PROXY) else {
        return;
    };
    play_in(name, setting, async |stage| {
        stage.tenant.faults(json!({ "cors": "off" })).await;
        import(stage).await?;
        // Bodies and answers of more than a buffer, which say so where they touch the disk.
        let (page, api) = (stage.page.clone(), stage.tenant.clone());
        large_calls(&format!("{page}/mde"), &api).await;
        let log = stage.server.as_ref().map(Server::log).unwrap_or_default();
        assert!(!log.contains("temporary file"), "{log}");
        let direct = vec![json!(format!("{}/api/indicators", stage.api))];
        let came = stage.browser.execute_async(ASK_DIRECTLY, direct).await?;
        assert_eq!(came.convert::<String>()?, "TypeError");
        let origin = &stage.page;
        for (path, expected) in [
            ("/mde/api/indicators?$top=1", 401),
            ("/mde/api/machines", 404),
            ("/mde/", 404),
        ] {
            let answer = reqwest::get(format!("{origin}{path}")).await;
            let answer = answer.expect("the server answers");
            assert_eq!(answer.status(), expected, "{path}");
            let policies = answer.headers().get_all("content-security-policy");
            assert_eq!(policies.iter().count(), 1, "{path}");
        }
        Ok(())
    })
    .await;
}

/// A call of 500 indicators, and a list of them.
async fn large_calls(base: &str, tenant: &Tenant) {
    let token = format!("Bearer {}", tenant.token("analyst").await);
    let indicator = |at: u32| {
        json!({
            "indicatorValue": format!("{at:064x}"), "indicatorType": "FileSha256",
            "action": "Audit", "generateAlert": true, "title": "A list",
            "description": "For tests. ".repeat(20),
        })
    };
    let body = json!({ "Indicators": (0..500).map(indicator).collect::<Vec<_>>() }).to_string();
    assert!(body.len() > 100_000);
    let base = format!("{base}/api/indicators");
    let sent = Client::new().post(format!("{base}/import")).body(body);
    let sent = sent.header("content-type", "application/json");
    let listed = Client::new().get(format!("{base}?$top=10000"));
    for asked in [sent, listed] {
        let answer = asked.header("authorization", &token).send().await;
        let answer = answer.expect("the server answers");
        assert_eq!(answer.status(), 200);
        let body = answer.text().await.expect("a body");
        assert!(body.len() > 10_000, "{body}");
    }
}

/// With a header that has browsers ask first, as the page's calls have.
const ASK_DIRECTLY: &str = "
    const [url, done] = arguments;
    fetch(url, { headers: { Authorization: 'Bearer x' } }).then(({ status }) => done(`${status}`), ({ name }) => done(name));";

#[tokio::test]
async fn an_api_that_refuses_browsers_is_reached_through_nginx() {
    job_through_the_proxy(Program::Nginx, "nginx-proxy").await;
}

#[tokio::test]
async fn an_api_that_refuses_browsers_is_reached_through_caddy() {
    job_through_the_proxy(Program::Caddy, "caddy-proxy").await;
}

/// Puts another version up as a host would: files under new names beside the old ones, which those
/// scripts ask for that keep theirs. Gives the old names.
fn put_up_another(folder: &Path) -> Vec<String> {
    // The parts of the page's program are held to their content where they are named.
    let renamed = [
        "ioculate-worker-",
        "ioculate-unpack-",
        "style-",
        "guard-lists-",
    ];
    let mut old = files_in(folder);
    old.retain(|name| has_hash(name) && renamed.iter().any(|start| name.starts_with(start)));
    let turned = |name: &String| {
        let digits = name.split(['-', '_', '.']).find(|part| part.len() == 16);
        let digits = digits.expect("a hash");
        name.replace(digits, &digits.chars().rev().collect::<String>())
    };
    let texts = ["index.html", "boot.js", "worker-boot.js", "unpack-boot.js"];
    let mut written = texts.map(|name| fs::read_to_string(folder.join(name)).expect("a text"));
    let pairs: Vec<(&String, String)> = old.iter().map(|name| (name, turned(name))).collect();
    let anew = |text: String| {
        pairs
            .iter()
            .fold(text, |text, (name, new)| text.replace(*name, new))
    };
    for (name, new) in &pairs {
        if Path::new(name).extension().is_some_and(|kind| kind == "js") {
            // The scripts of a worker name its parts.
            let text = fs::read_to_string(folder.join(name)).expect("a script");
            fs::write(folder.join(new), anew(text)).expect("a script");
        } else {
            let packed = (format!("{name}.br"), format!("{new}.br"));
            for (from, to) in [((*name).clone(), new.clone()), packed] {
                fs::copy(folder.join(from), folder.join(to)).expect("a copy");
            }
        }
    }
    written = written.map(anew);
    // Servers tell versions apart by time and size, and the size is the same.
    let later = SystemTime::now() + Duration::from_secs(10);
    for (name, text) in texts.iter().zip(written) {
        let _ = fs::remove_file(folder.join(format!("{name}.br")));
        let path = folder.join(name);
        fs::write(&path, text).expect("a script can be written");
        let file = fs::File::options().write(true).open(path);
        let dated = file.and_then(|file| file.set_modified(later));
        dated.expect("a file can be dated");
    }
    old
}

/// A version that is put up in mid-visit: the visit ends well, and the next one has the new files alone,
/// from a browser that holds the old ones.
async fn survives_another_version(program: Program, name: &str) {
    let Some(setting) = Setting::behind(program, "commercial") else {
        return;
    };
    play_in(name, setting, async |stage| {
        let browser = stage.review(&rows::portal_csv(3)).await?;
        let old = put_up_another(stage.folder());
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [3, 0, 0, 0]);
        for name in &old {
            for name in [name.clone(), format!("{name}.br")] {
                fs::remove_file(stage.folder().join(name)).expect("an old file");
            }
        }
        let asked = || stage.server.as_ref().map(Server::asked).unwrap_or_default();
        let before = asked().len();
        let browser = stage.open().await?;
        act::paste(browser, "hxxp://bad[.]example/gate").await?;
        assert_eq!(see::reviewed(browser).await?[1], 1);
        let asked = asked().split_off(before).concat();
        assert!(asked.contains("/ioculate-worker-"), "{asked}");
        let stale: Vec<&String> = old.iter().filter(|name| asked.contains(*name)).collect();
        assert!(stale.is_empty(), "asked for again: {stale:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn another_version_in_mid_visit_is_survived_behind_nginx() {
    survives_another_version(Program::Nginx, "nginx-version").await;
}

#[tokio::test]
async fn another_version_in_mid_visit_is_survived_behind_caddy() {
    survives_another_version(Program::Caddy, "caddy-version").await;
}
