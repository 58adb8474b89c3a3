//! The page in a frame of a portal: of its own site, and of another, in a browser that keeps apart what
//! the two store.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    path::{Path, PathBuf},
};

use ioculate_e2e::{
    act::{self, Account},
    browser::{Driver, Manner, Process, Profile},
    engine::{Ability, Engine, unless_lacking},
    evidence, rows, see,
    stage::built_page,
    tenant::Tenant,
};
use ioculate_emulator::{Emulator, Options, Running};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, error::WebDriverResult};

/// A server with one page, the same at every address, as long as the test lives.
fn portal() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let _ = stream.read(&mut [0; 4_096]);
            let head = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                PORTAL.len()
            );
            let _ = stream.write_all([head.as_bytes(), PORTAL.as_bytes()].concat().as_slice());
        }
    });
    port
}

/// Frames what its address names behind `#`, follows its height, and notes what it is told. Another frame
/// is of no site, so that what it says is of another origin.
const PORTAL: &str = "<!doctype html><meta charset=utf-8><title>Portal</title>
<style>iframe { inline-size: 100%; block-size: 300px; border: 0 }</style>
<iframe id=page></iframe><iframe id=forger sandbox=allow-scripts
  srcdoc=\"<script>onmessage = () => { parent.frames[0].postMessage({ ioculate: 1, type: 'hello' }, '*'); parent.postMessage('forged', '*'); }</script>\"></iframe>
<script>
  const frame = document.getElementById('page');
  const origin = new URL(location.hash.slice(1)).origin;
  window.heard = [];
  addEventListener('message', ({ origin: from, source, data }) => {
    if (from !== origin || source !== frame.contentWindow || data?.ioculate !== 1) return;
    heard.push(data);
    if (data.type === 'height') frame.style.blockSize = `${data.height}px`;
  });
  window.say = what => frame.contentWindow.postMessage(what, origin);
  frame.src = location.hash.slice(1);
</script>";

/// A scene that fails ends its browser by the process and the driver: asked to close it may never answer.
struct Scene {
    _process: Process,
    _driver: Driver,
    browser: WebDriver,
    tenant: Tenant,
    emulator: Running,
    _profile: Profile,
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
        let port = portal();
        let origins = framers.iter().map(|host| format!("http://{host}:{port}"));
        let emulator = Emulator::start(Options {
            site: Some(built_page()),
            embedding_parents: origins.collect(),
            ..Options::default()
        });
        let emulator = emulator.expect("the emulator starts");
        let (driver, profile) = (Driver::start(), Profile::empty());
        let browser = driver.open(&profile, Manner::default()).await?;
        let process = Process::of(&browser);
        if let Some(script) = script {
            let source = json!({ "source": script });
            let cdp = browser.cdp();
            cdp.send_raw("Page.addScriptToEvaluateOnNewDocument", source)
                .await?;
        }
        let portal = format!("http://{host}:{port}/#{}", emulator.page);
        browser.goto(&portal).await?;
        Ok(Self {
            tenant: Tenant::new(&emulator.manage),
            _process: process,
            _driver: driver,
            browser,
            emulator,
            _profile: profile,
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
            let heard: Vec<Value> = self
                .browser
                .execute("return heard", vec![])
                .await?
                .convert()?;
            let of_kind: Vec<Value> = heard.into_iter().filter(|it| it["type"] == kind).collect();
            Ok((of_kind.len() >= count).then_some(of_kind))
        })
        .await
    }

    async fn run(&self, script: &str) -> WebDriverResult<()> {
        self.browser.enter_default_frame().await?;
        self.browser.execute(script, Vec::new()).await?;
        Ok(())
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

    async fn end(self) -> WebDriverResult<()> {
        let broken = see::policy_violations(&self.browser).await?;
        assert_eq!(broken, [""; 0]);
        self.browser.quit().await
    }
}

fn list() -> PathBuf {
    rows::file("framed.csv", &rows::portal_csv(5))
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
    assert!(scene.told("height", 1).await?[0]["height"].as_u64() > Some(200));
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
    let height = "return document.getElementById('page').clientHeight";
    let frame: u64 = scene.browser.execute(height, vec![]).await?.convert()?;
    assert!(frame > 500, "the frame is as high as the page: {frame}");
    scene.end().await
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
    scene.end().await
}

#[tokio::test]
async fn a_forged_message_is_not_answered() -> WebDriverResult<()> {
    let scene = Scene::set("localhost", &["localhost"]).await?;
    scene.told("ready", 1).await?;
    // Another frame, and what is not said in the form that is agreed.
    let forged = "const done = arguments[0]; say({ ioculate: 2, type: 'hello' }); say('hello'); say(null); \
        addEventListener('message', ({ data }) => { if (data === 'forged') done(); }); \
        document.getElementById('forger').contentWindow.postMessage(1, '*');";
    scene.browser.enter_default_frame().await?;
    scene.browser.execute_async(forged, vec![]).await?;
    // What comes last is answered when all before it was heard.
    scene.run("say({ ioculate: 1, type: 'hello' })").await?;
    assert_eq!(scene.told("ready", 2).await?.len(), 2);
    scene.enter().await?;
    let turn = "const done = arguments[0]; setTimeout(done, 0);";
    scene.browser.execute_async(turn, vec![]).await?;
    assert_eq!(
        scene.told("ready", 2).await?.len(),
        2,
        "nothing else was answered"
    );
    scene.end().await?;
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
    scene.run("say({ ioculate: 1, type: 'hello' })").await?;
    scene.enter().await?;
    let turn = "const done = arguments[0]; setTimeout(done, 0);";
    scene.browser.execute_async(turn, vec![]).await?;
    scene.browser.enter_default_frame().await?;
    let heard: Vec<Value> = scene
        .browser
        .execute("return heard", vec![])
        .await?
        .convert()?;
    assert_eq!(heard, [Value::Null; 0]);
    scene.end().await?;
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
        scene.browser.enter_default_frame().await?;
    }
    let heard: Vec<Value> = scene
        .browser
        .execute("return heard", vec![])
        .await?
        .convert()?;
    assert_eq!(heard, [Value::Null; 0]);
    scene.browser.quit().await?;
    evidence::note(
        "who frames the page",
        "a portal that the header does not name",
        "refused by `frame-ancestors`",
        "a frame",
    );
    Ok(())
}
