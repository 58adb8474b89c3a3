//! The page in a frame of a portal: of its own site, and of another, in a browser that keeps apart what
//! the two store.

use std::{
    fs,
    io::{self, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
};

use ioculate_e2e::{
    act::{self, Account},
    attack,
    browser::{Driver, Manner, Process, Profile},
    engine::{Ability, Engine, unless_lacking},
    evidence,
    hold::Site,
    rows, see,
    stage::{Setting, built_page},
    tenant::Tenant,
    traffic,
};
use ioculate_emulator::{Emulator, Options, Running};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, error::WebDriverResult};

/// The portal's folder, served as long as the test lives. Its frame holds this page.
fn serve(portal: TcpListener, page: String) {
    std::thread::spawn(move || {
        for stream in portal.incoming() {
            let Ok(stream) = stream else { return };
            let page = page.clone();
            // A browser opens connections that it does not use at once.
            std::thread::spawn(move || answer(stream, &page));
        }
    });
}

fn answer(mut stream: TcpStream, page: &str) -> io::Result<()> {
    let mut asked = [0; 4_096];
    let length = stream.read(&mut asked)?;
    let asked = String::from_utf8_lossy(&asked[..length]);
    let path = asked.split([' ', '?']).nth(1).unwrap_or_default();
    let origin = page.trim_end_matches('/');
    let policy = format!("default-src 'self'; frame-src 'self' {origin}");
    let (policy, body) = match path {
        "/forger.html" => (String::new(), FORGER.to_owned()),
        _ => (policy, file(path)?.replace(PAGE, page)),
    };
    let kind = match path.rsplit('.').next() {
        Some("js") => "javascript",
        Some("css") => "css",
        _ => "html",
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\ncontent-type: text/{kind}\r\ncontent-length: {length}\r\n\
         content-security-policy: {policy}\r\nconnection: close\r\n\r\n{body}"
    )
}

fn file(path: &str) -> io::Result<String> {
    let folder = rows::in_project("tests/fixtures/portal");
    fs::read_to_string(folder.join(path.trim_start_matches('/')))
}

/// Where the portal that lies there has the page.
const PAGE: &str = "https://ioculate.contoso.example/";

/// Says in the portal's place what the portal may say.
const FORGER: &str = "<!doctype html><script>onmessage = () => {
    parent.frames[0].postMessage({ ioculate: 1, type: 'hello' }, '*');
    parent.postMessage('forged', '*');
}</script>";

/// What the portal has written down.
const NOTED: &str =
    "return [...document.querySelectorAll('#log li')].map(it => JSON.parse(it.textContent))";

/// How high the frame was made.
const HEIGHT: &str = "return parseFloat(document.getElementById('page').style.blockSize) || 0";

/// Says something to the page, from the portal.
const SAY: &str =
    "const say = what => document.getElementById('page').contentWindow.postMessage(what, '*');";

/// A scene that fails ends its browser by the process and the driver: asked to close it may never answer.
struct Scene {
    _process: Process,
    _driver: Driver,
    browser: WebDriver,
    tenant: Tenant,
    emulator: Running,
    portal: String,
    profile: Profile,
    _site: Site,
}

impl Scene {
    /// A portal at this host with the page in its frame, which the portals at the hosts of `framers` may
    /// hold there.
    async fn set(host: &str, framers: &[&str]) -> WebDriverResult<Self> {
        Self::before(host, framers, None).await
    }

    /// The same, with a script that runs before any of a page.
    async fn before(host: &str, framers: &[&str], script: Option<&str>) -> WebDriverResult<Self> {
        if script.is_some() {
            Ability::Script.needed()?;
        }
        let portal = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = portal.local_addr().expect("an address").port();
        let origins = framers.iter().map(|host| format!("http://{host}:{port}"));
        let site = Site::of(&built_page(), &Setting::USUAL);
        let emulator = Emulator::start(Options {
            site: Some(site.folder().to_owned()),
            embedding_parents: origins.collect(),
            ..Options::default()
        });
        let emulator = emulator.expect("the emulator starts");
        let (mut driver, profile) = (Driver::start(), Profile::empty());
        let browser = driver.open(&profile, Manner::default()).await?;
        let process = Process::of(&browser);
        if let Some(script) = script {
            let source = json!({ "source": script });
            let cdp = browser.cdp();
            cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", source)
                .await?;
        }
        serve(portal, emulator.page.clone());
        let portal = format!("http://{host}:{port}");
        browser.goto(format!("{portal}/framed.html")).await?;
        Ok(Self {
            tenant: Tenant::new(&emulator.manage),
            _process: process,
            _driver: driver,
            browser,
            emulator,
            portal,
            profile,
            _site: site,
        })
    }

    async fn enter(&self) -> WebDriverResult<()> {
        self.browser.enter_default_frame().await?;
        let frame = self.browser.find(By::Id("page")).await?;
        frame.enter_frame().await
    }

    /// What the portal was told of this type, once there are so many.
    async fn told(&self, kind: &str, count: usize) -> WebDriverResult<Vec<Value>> {
        self.browser.enter_default_frame().await?;
        act::eventually(async || {
            let noted = self.noted().await?.into_iter();
            let of_kind: Vec<Value> = noted.filter(|it| it["type"] == kind).collect();
            Ok((of_kind.len() >= count).then_some(of_kind))
        })
        .await
    }

    /// All of it.
    async fn noted(&self) -> WebDriverResult<Vec<Value>> {
        self.browser.enter_default_frame().await?;
        let noted = self.browser.execute(NOTED, vec![]).await?;
        noted.convert()
    }

    /// Waits until the frame is higher than this.
    async fn is_higher(&self, least: f64) -> WebDriverResult<()> {
        self.browser.enter_default_frame().await?;
        act::eventually(async || {
            let height: f64 = self.browser.execute(HEIGHT, vec![]).await?.convert()?;
            Ok((height > least).then_some(()))
        })
        .await
    }

    async fn say(&self, what: &str) -> WebDriverResult<()> {
        self.browser.enter_default_frame().await?;
        let said = format!("{SAY} say({what})");
        self.browser.execute(said, vec![]).await.map(drop)
    }

    /// Gives the page a list and sends it, wherever the browser looks at the page.
    async fn job(&self, list: &Path) -> WebDriverResult<()> {
        act::drop_file(&self.browser, list).await?;
        assert_eq!(see::reviewed(&self.browser).await?[1], 5);
        // A frame is as high as the page, and what is pressed has to be in sight of the portal's window.
        act::click_on(&self.browser, "[data-testid=send]").await?;
        act::click_on(&self.browser, "[data-testid=confirm-send]").await?;
        assert_eq!(see::reported(&self.browser).await?, [5, 0, 0, 0]);
        assert_eq!(self.tenant.state().await.len(), 5);
        Ok(())
    }

    /// Ends a scene in which nothing broke the policy.
    async fn end(self, name: &str) -> WebDriverResult<()> {
        let mut broken = see::policy_violations(&self.browser).await?;
        broken.extend(attack::noted(&self.emulator.asked()));
        assert_eq!(broken, [""; 0]);
        self.quit(name).await
    }

    /// Closes the browser, and holds what it asked for to the portal and what the page is configured with.
    async fn quit(self, name: &str) -> WebDriverResult<()> {
        self.browser.quit().await?;
        let (page, api) = (&self.emulator.page, &self.emulator.api);
        let named = [page, api, &self.portal].map(String::as_str);
        let document = format!("{}/", page.trim_end_matches('/'));
        traffic::hold(name, &self.profile.asked(), &named, Some(&document));
        Ok(())
    }
}

fn list() -> PathBuf {
    rows::file("framed.csv", &rows::portal_csv(5))
}

/// The guide shows the portal that the other scenes are played in.
#[test]
fn the_guide_shows_this_portal() {
    let guide = fs::read_to_string(rows::in_project("docs/hosting.md")).expect("the guide");
    let shown = guide.split("```js\n").nth(1).expect("a script");
    let shown = shown.split("```").next().unwrap_or_default();
    assert!(file("framed.js").expect("a file").contains(shown));
}

#[tokio::test]
async fn the_whole_job_is_done_in_a_frame_of_the_same_site() -> WebDriverResult<()> {
    if Engine::played() == Engine::WebKit {
        // It keeps origins apart.
        return Box::pin(in_its_own_tab("localhost")).await;
    }
    let scene = Scene::set("localhost", &["localhost"]).await?;
    let ready = scene.told("ready", 1).await?;
    assert!(ready[0]["build"].is_string());
    scene.is_higher(200.0).await?;
    scene.enter().await?;
    see::shown(&scene.browser, "own-tab").await?;
    // By a window, as in any frame.
    act::sign_in_by_popup(&scene.browser, "sign-in", Account::Analyst).await?;
    scene.enter().await?;
    see::shown(&scene.browser, "account").await?;
    assert!(!see::is_there(&scene.browser, "own-tab").await?);
    scene.job(&list()).await?;
    let finished = scene.told("finished", 1).await?;
    let expected = json!({ "ioculate": 1, "type": "finished", "whole": true, "records": 5, "accepted": 5,
        "rejected": 0, "unconfirmed": 0, "notSent": 0, "deleted": 0, "restored": 0 });
    assert_eq!(finished, [expected]);
    scene.is_higher(500.0).await?;
    scene.end("framed").await
}

/// A browser keeps the frame's storage and channels apart from those of the window of a sign-in: the page
/// offers its own tab first, where the job is done.
#[tokio::test]
async fn in_a_frame_of_another_site_the_page_offers_its_own_tab() -> WebDriverResult<()> {
    Box::pin(in_its_own_tab("127.0.0.1")).await
}

async fn in_its_own_tab(host: &str) -> WebDriverResult<()> {
    let scene = Scene::set(host, &[host]).await?;
    assert_eq!(scene.told("ready", 1).await?.len(), 1);
    scene.enter().await?;
    let apart = "return getComputedStyle(document.querySelector('[data-testid=own-tab]')).backgroundColor \
        !== getComputedStyle(document.querySelector('[data-testid=sign-in]')).backgroundColor";
    see::shown(&scene.browser, "own-tab").await?;
    let is_first: bool = scene.browser.execute(apart, vec![]).await?.convert()?;
    assert!(is_first, "the way that works is the main one");
    // That they are apart here is the browser's doing, not a switch of the driver.
    let listens = "window.channel = new BroadcastChannel('x'); window.came = false; \
        channel.onmessage = () => { window.came = true; };";
    scene.browser.execute(listens, vec![]).await?;
    let portal = scene.browser.window().await?;
    act::click(&scene.browser, "own-tab").await?;
    act::enter_opened(&scene.browser, &portal).await?;
    act::sign_in(&scene.browser, Account::Analyst).await?;
    see::shown(&scene.browser, "account").await?;
    let says = "const own = new BroadcastChannel('x'); const done = arguments[0]; \
        own.onmessage = done; new BroadcastChannel('x').postMessage(1);";
    scene.browser.execute_async(says, vec![]).await?;
    scene.job(&list()).await?;
    scene.browser.switch_to_window(portal).await?;
    scene.enter().await?;
    let came: bool = scene
        .browser
        .execute("return came", vec![])
        .await?
        .convert()?;
    assert!(!came, "the browser keeps the frame apart");
    let told = scene.told("ready", 1).await?.len();
    assert_eq!(told, 1);
    scene.end("framed-elsewhere").await
}

const FORGED: &str = "const done = arguments[0];
    say({ ioculate: 2, type: 'hello' });
    say('hello');
    say(null);
    addEventListener('message', ({ data }) => { if (data === 'forged') done(); });
    const forger = document.createElement('iframe');
    forger.sandbox = 'allow-scripts';
    forger.onload = () => forger.contentWindow.postMessage(1, '*');
    forger.src = 'forger.html';
    document.body.append(forger);";

#[tokio::test]
async fn a_forged_message_is_not_answered() -> WebDriverResult<()> {
    let scene = Scene::set("localhost", &["localhost"]).await?;
    scene.told("ready", 1).await?;
    // Another frame, and what is not said in the form that is agreed.
    scene.browser.enter_default_frame().await?;
    let forged = format!("{SAY} {FORGED}");
    scene.browser.execute_async(forged, vec![]).await?;
    // What comes last is answered when all before it was heard.
    scene.say("{ ioculate: 1, type: 'hello' }").await?;
    assert_eq!(scene.told("ready", 2).await?.len(), 2);
    scene.enter().await?;
    let turn = "const done = arguments[0]; setTimeout(done, 0);";
    scene.browser.execute_async(turn, vec![]).await?;
    assert_eq!(
        scene.told("ready", 2).await?.len(),
        2,
        "nothing else was answered"
    );
    scene.end("framed-forged").await?;
    evidence::note(
        "what other windows say to the page",
        "a message of another frame, and such as are of another form",
        "not answered",
        "a frame",
    );
    Ok(())
}

/// Has the page find another parent in its configuration than the one that its server lets frame it.
const ANOTHER_PARENT: &str = "const own = window.fetch; window.fetch = (address, ...rest) => {
    const asked = own.call(window, address, ...rest);
    if (!String(address.url ?? address).endsWith('config.json')) return asked;
    return asked.then(answer => answer.json()).then(config =>
        new Response(JSON.stringify({ ...config, embeddingParents: ['https://portal.contoso.example'] })));
}";

/// The header governs framing, the configuration whom the page talks to.
#[tokio::test]
async fn a_parent_that_is_not_named_gets_no_message() -> WebDriverResult<()> {
    unless_lacking("framed-unnamed", Box::pin(unnamed()).await)
}

async fn unnamed() -> WebDriverResult<()> {
    let scene = Scene::before("localhost", &["localhost"], Some(ANOTHER_PARENT)).await?;
    scene.enter().await?;
    see::shown_by(&scene.browser, "[data-framed]").await?;
    see::shown(&scene.browser, "sign-in").await?;
    scene.say("{ ioculate: 1, type: 'hello' }").await?;
    scene.enter().await?;
    let turn = "const done = arguments[0]; setTimeout(done, 0);";
    scene.browser.execute_async(turn, vec![]).await?;
    assert_eq!(scene.noted().await?, [Value::Null; 0]);
    scene.end("framed-unnamed").await?;
    evidence::note(
        "what the page says to other windows",
        "a parent that the configuration does not name",
        "is told nothing, and not answered",
        "a frame",
    );
    Ok(())
}

#[tokio::test]
async fn a_portal_that_the_header_does_not_name_cannot_frame_the_page() -> WebDriverResult<()> {
    let scene = Scene::set("127.0.0.1", &["localhost"]).await?;
    if Ability::Console.is_there_for("framed, why a portal was refused") {
        let refused = act::eventually(async || {
            let log = scene.browser.browser_log().await?;
            let refused = log
                .iter()
                .any(|entry| entry.message.contains("frame-ancestors"));
            Ok(refused.then_some(()))
        });
        refused.await?;
    } else {
        // The document was asked for and nothing of it, which an error stands in for.
        let asked = async || Ok((!scene.emulator.asked().is_empty()).then_some(()));
        act::eventually(asked).await?;
        scene.enter().await?;
        assert!(!see::selected(&scene.browser, "[data-testid]").await?);
    }
    assert_eq!(scene.noted().await?, [Value::Null; 0]);
    scene.quit("framed-refused").await?;
    evidence::note(
        "who frames the page",
        "a portal that the header does not name",
        "refused by `frame-ancestors`",
        "a frame",
    );
    Ok(())
}
