//! An emulator that serves the built page, and a browser that opens it.

use std::{
    collections::BTreeSet,
    env, fs,
    path::{Path, PathBuf},
    time::Duration,
};

use ioculate_emulator::{Emulator, Options, Running, Windows};
use serde_json::Value;
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{
    act::{self, Account},
    attack,
    browser::{Driver, Manner, Process, Profile},
    engine::{self, Engine},
    evidence,
    hold::{Hold, Side, Site, Storage, Written},
    journal, rows, see,
    server::{self, Program, Recipe, Server},
    tenant::Tenant,
    traffic,
};

/// Everything a scene needs. The emulator and the driver end with it, and a browser that was not closed by
/// its process and by its driver: asked to close it may never answer.
pub struct Stage {
    process: Process,
    driver: Driver,
    /// The browser, on no page yet.
    pub browser: WebDriver,
    /// What the service holds.
    pub tenant: Tenant,
    /// The page's address.
    pub page: String,
    /// The API base that the page is configured with.
    pub api: String,
    /// What serves the page and the API.
    pub emulator: Running,
    /// What serves the page instead, where the setting says so.
    pub server: Option<Server>,
    site: Site,
    profile: Profile,
    /// The addresses that pages have asked, of browsers whose profiles are gone.
    asked: BTreeSet<String>,
}

/// How a stage differs from the usual one.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// How the browser treats pages that are not looked at.
    pub manner: Manner,
    /// Where the page's worker stops.
    pub hold: Option<Hold>,
    /// What the browser does with what the page wants kept.
    pub storage: Storage,
    /// How long a minute of the quota lasts.
    pub windows: Windows,
    /// What serves the page's files, where the emulator does not.
    pub server: Option<Recipe>,
    /// The API bases that are configured, where they are not the emulator's; `{api}` and `{page}` in them are
    /// its origins.
    pub api_bases: &'static [&'static str],
    /// Whether it is noted when what happens in the page's worker; see [`crate::timing`].
    pub is_timed: bool,
    /// Whether the page's worker tries what the policy forbids, when asked; see [`crate::attack`].
    pub is_attacked: bool,
}

impl Setting {
    /// Pages are as if looked at, the worker runs, a minute of the quota lasts a minute.
    pub const USUAL: Self = Self {
        manner: Manner::Even,
        hold: None,
        storage: Storage::Kept,
        windows: Windows {
            short: Duration::from_mins(1),
            long: Duration::from_hours(1),
        },
        server: None,
        api_bases: &[],
        is_timed: false,
        is_attacked: false,
    };

    /// The same, but the worker stops before or after the `nth` of what is written, from 1.
    #[must_use]
    pub const fn held(side: Side, at: Written, nth: u32) -> Self {
        Self {
            hold: Some(Hold { at, nth, side }),
            ..Self::USUAL
        }
    }

    /// The same behind a server that runs the recipe of this folder. `None` where the server is not here, which
    /// is said.
    #[must_use]
    pub fn behind(program: Program, folder: &'static str) -> Option<Self> {
        program.find()?;
        Some(Self {
            server: Some(Recipe { program, folder }),
            ..Self::USUAL
        })
    }
}

impl Stage {
    async fn set(setting: Setting) -> WebDriverResult<Self> {
        let site = Site::of(&built_page(), &setting);
        let port = setting.server.map(|_| server::free_port());
        let options = Options {
            site: Some(site.folder().to_owned()),
            windows: setting.windows,
            api_bases: setting
                .api_bases
                .iter()
                .map(|base| (*base).to_owned())
                .collect(),
            redirect_uris: port.map(server::redirect_uri).into_iter().collect(),
            ..Options::default()
        };
        let emulator = Emulator::start(options).expect("the emulator starts");
        let served = match setting.server.zip(port) {
            Some((recipe, port)) => Some(recipe.serve(site.folder(), &emulator, port).await),
            None => None,
        };
        let page = served
            .as_ref()
            .map_or(&emulator.page, |server| &server.origin);
        let page = page.clone();
        let mut driver = Driver::start();
        let profile = Profile::empty();
        let browser = driver.open(&profile, setting.manner).await?;
        Ok(Self {
            process: Process::of(&browser),
            browser,
            tenant: Tenant::new(&emulator.manage),
            page,
            api: emulator.api.clone(),
            emulator,
            server: served,
            site,
            profile,
            driver,
            asked: BTreeSet::new(),
        })
    }

    /// Where the page's files lie.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.site.folder()
    }

    /// Opens the page.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self) -> WebDriverResult<&WebDriver> {
        journal::is_still(&self.browser).await?;
        self.browser.goto(&self.page).await?;
        Ok(&self.browser)
    }

    /// Opens the page, and signs in by the redirect.
    ///
    /// # Errors
    /// When a step does not appear.
    pub async fn signed_in(&self, account: Account) -> WebDriverResult<&WebDriver> {
        let browser = self.open().await?;
        act::sign_in(browser, account).await?;
        see::shown(browser, "account").await?;
        Ok(browser)
    }

    /// Signs in, gives the page a file of so many rows, and sends them under these faults.
    ///
    /// # Errors
    /// When a step does not appear.
    pub async fn begin(&self, count: usize, faults: Value) -> WebDriverResult<&WebDriver> {
        let browser = self.review(&rows::portal_csv(count)).await?;
        self.tenant.faults(faults).await;
        act::send(browser).await?;
        Ok(browser)
    }

    /// Signs in, and gives the page a portal CSV to review.
    ///
    /// # Errors
    /// When a step does not appear.
    pub async fn review(&self, csv: &str) -> WebDriverResult<&WebDriver> {
        let browser = self.signed_in(Account::Analyst).await?;
        let port = self.page.rsplit(':').next().unwrap_or_default();
        let name = format!("rows-{port}.csv");
        act::drop_file(browser, &rows::file(&name, csv)).await?;
        see::reviewed(browser).await?;
        Ok(browser)
    }

    /// Waits until so many batches have arrived.
    ///
    /// # Errors
    /// When they do not.
    pub async fn batches_arrived(&self, count: usize) -> WebDriverResult<()> {
        act::eventually(async || {
            let arrived = self.tenant.state().await.arrivals("POST", "/import");
            Ok((arrived.len() >= count).then_some(()))
        })
        .await
    }

    /// Kills the browser, and starts another on the same profile, on no page yet.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn kill_the_browser(&mut self) -> WebDriverResult<()> {
        self.process.kill().await?;
        // There is nothing left to quit.
        let _ = self.browser.clone().leak();
        self.start_a_browser().await
    }

    /// Closes the browser, and starts another on an empty profile: another computer.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn change_computers(&mut self) -> WebDriverResult<()> {
        self.quit().await;
        self.asked.extend(self.profile.asked());
        self.profile = Profile::empty();
        self.start_a_browser().await
    }

    /// Closes the browser.
    async fn quit(&self) {
        // It would ask before it leaves a page in mid-run, and nobody would answer.
        if Engine::played() == Engine::Firefox && self.process.kill().await.is_ok() {
            let _ = self.browser.clone().leak();
        } else {
            let _ = self.browser.clone().quit().await;
        }
    }

    async fn start_a_browser(&mut self) -> WebDriverResult<()> {
        if Engine::played() != Engine::Chromium {
            // It would hold on to the one that is gone.
            self.driver = Driver::start();
        }
        self.browser = self.driver.open(&self.profile, Manner::default()).await?;
        self.process = Process::of(&self.browser);
        Ok(())
    }

    /// The addresses that pages have asked. Its browser has ended.
    fn asked(&self) -> BTreeSet<String> {
        let mut asked = self.profile.asked();
        asked.extend(self.asked.iter().cloned());
        asked
    }

    /// What the page's servers were asked for.
    fn served(&self) -> Vec<String> {
        let mut served = self.emulator.asked();
        served.extend(self.server.iter().flat_map(Server::asked));
        served
    }

    /// Holds what pages have asked to the hosts that are configured.
    fn hold_traffic(&self, name: &str, asked: &BTreeSet<String>) {
        let script = format!("{}/boot.js", self.page.trim_end_matches('/'));
        let is_opened = self.served().iter().any(|it| it.contains("/boot.js"));
        let named = [&self.page, &self.emulator.page, &self.emulator.api];
        let surely = is_opened.then_some(script.as_str());
        traffic::hold(name, asked, &named.map(String::as_str), surely);
    }

    /// Waits until the page's worker stands where the setting told it to stop. It stands there until
    /// the browser ends; a page that is opened later does not stop.
    pub async fn held(&self) {
        self.site.held(&self.emulator).await;
    }
}

/// Plays one scene on the usual stage; see [`play_in`].
///
/// # Panics
/// When the scene fails.
pub async fn play(name: &str, scene: impl AsyncFnOnce(&mut Stage) -> WebDriverResult<()>) {
    Box::pin(play_in(name, Setting::USUAL, scene)).await;
}

/// Plays one scene: sets the stage, acts, and checks that nothing broke the security policy. A scene
/// that fails leaves a picture in `test-results`, and tells what the console and the page say.
///
/// # Panics
/// When the scene fails.
pub async fn play_in(
    name: &str,
    setting: Setting,
    scene: impl AsyncFnOnce(&mut Stage) -> WebDriverResult<()>,
) {
    let mut stage = match Stage::set(setting).await {
        Ok(stage) => stage,
        Err(error) => {
            let lacking = engine::unless_lacking(name, Err(error));
            return lacking.unwrap_or_else(|error| panic!("{name}: no stage: {error}"));
        }
    };
    let ended = engine::unless_lacking(name, Box::pin(scene(&mut stage)).await);
    if ended.is_err() {
        keep_evidence(name, &stage.browser).await;
    }
    let mut violations = see::policy_violations(&stage.browser)
        .await
        .unwrap_or_default();
    violations.extend(attack::noted(&stage.served()));
    let secrets = see::secrets(&stage.browser).await.unwrap_or_default();
    stage.quit().await;
    ended.unwrap_or_else(|error| panic!("{name}: {error}"));
    let asked = stage.asked();
    stage.hold_traffic(name, &asked);
    let holds_one = |address: &&String| secrets.iter().any(|it| address.contains(it.as_str()));
    let told = asked.iter().find(holds_one);
    assert_eq!(told, None, "{name}: a token in an address");
    if !(secrets.is_empty() || asked.is_empty()) {
        evidence::note(
            "a search for the tokens",
            "the addresses that pages and workers ask for",
            "not found",
            "every scene that signs in",
        );
    }
    assert!(
        violations.is_empty() || setting.is_attacked,
        "{name}: the security policy was broken: {violations:?}"
    );
    if !setting.is_attacked {
        evidence::note(
            "the security policy in ordinary use",
            "every scene",
            "nothing is broken",
            name,
        );
    }
}

async fn keep_evidence(name: &str, browser: &WebDriver) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../test-results");
    let _ = fs::create_dir_all(&folder);
    let _ = browser
        .screenshot(&folder.join(format!("{name}.png")))
        .await;
    for entry in browser.browser_log().await.unwrap_or_default() {
        eprintln!("{name}: console: {}", entry.message);
    }
    let said = see::all_text(browser).await.unwrap_or_default();
    eprintln!("{name}: page: {}", said.replace('\n', " | "));
}

/// Whether this is the full run, which also plays what takes long.
#[must_use]
pub fn is_full_run() -> bool {
    env::var_os("IOCULATE_FULL").is_some()
}

/// Whether times are held to their promises, which are for the full run, and for Chromium. Other engines
/// draw without the machine's graphics in these scenes, and their drivers slow them down.
#[must_use]
pub fn holds_times() -> bool {
    is_full_run() && Engine::played() == Engine::Chromium
}

/// Where the built page lies: `IOCULATE_DIST`, else `dist`.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn built_page() -> PathBuf {
    let dist = env::var_os("IOCULATE_DIST").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        PathBuf::from,
    );
    assert!(
        dist.join("index.html").is_file(),
        "there is no built page in {}; run `cargo xtask test`, or `cargo xtask build` first",
        dist.display()
    );
    dist
}
