//! A portal that holds the module's element: its own sign-in and colours, under a strict policy.
//!
//! The package is the one of `IOCULATE_MODULE`; where it is missing that is said and passed over.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use ioculate_e2e::{
    act,
    axe::Axe,
    browser::{Driver, Manner, Profile},
    see,
    tenant::Tenant,
};
use ioculate_emulator::{Emulator, Options};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult, prelude::*};

/// The portal's folder with the package in it, gone when dropped.
struct Site(PathBuf);

impl Site {
    fn new() -> Option<Self> {
        let Some(package) = env::var_os("IOCULATE_MODULE") else {
            eprintln!("skipped: IOCULATE_MODULE names no package");
            return None;
        };
        let folder = env::temp_dir().join(format!("ioculate-portal-{}", std::process::id()));
        let site = Self(folder);
        site.copy(&fixtures().join("portal"), "");
        site.copy(Path::new(&package), "module");
        Some(site)
    }

    fn copy(&self, from: &Path, to: &str) {
        let to = self.0.join(to);
        fs::create_dir_all(&to).expect("a folder");
        for entry in fs::read_dir(from).expect("a folder") {
            let file = entry.expect("a file").path();
            fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("a copy");
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn fixtures() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures");
    // The driver takes no other path.
    folder.canonicalize().expect("a folder")
}

/// What a script gives that is told the element's shadow as `root`.
async fn shadow(browser: &WebDriver, script: &str) -> WebDriverResult<Value> {
    let script =
        format!("const root = document.querySelector('indicator-import').shadowRoot; {script}");
    browser.execute(script, Vec::new()).await?.convert()
}

/// Gives the element a file, by its own input.
async fn choose(browser: &WebDriver, file: &Path) -> WebDriverResult<()> {
    let element = browser.find(By::Tag("indicator-import")).await?;
    let root = element.get_shadow_root().await?;
    let input = root.find(By::Css("input")).await?;
    input.send_keys(file.display().to_string()).await
}

/// Clicks the button of the element that is shown and says so.
async fn click(browser: &WebDriver, says: &str) -> WebDriverResult<()> {
    let script = format!(
        "const button = [...root.querySelectorAll('button')].find(it => it.checkVisibility() && \
         !it.disabled && it.textContent.startsWith('{says}')); button?.click(); return !!button;"
    );
    act::eventually(async || Ok((shadow(browser, &script).await? == json!(true)).then_some(())))
        .await
}

async fn logged(browser: &WebDriver, event: &str) -> WebDriverResult<String> {
    see::shown(browser, event).await?.text().await
}

async fn scene(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    browser.goto(page).await?;
    see::shown_by(browser, "[data-ready]").await?;
    let file = fixtures().join("portal.csv");
    choose(browser, &file).await?;
    assert_eq!(logged(browser, "fail").await?, "fail: \"sign-in\"");
    let token = tenant.token("analyst").await;
    browser
        .find(By::Id("token"))
        .await?
        .send_keys(token)
        .await?;
    browser
        .find(By::Css("#sign-in button"))
        .await?
        .click()
        .await?;
    choose(browser, &file).await?;
    let plan = logged(browser, "plan").await?;
    assert!(plan.contains("\"records\":19"), "{plan}");
    let causes = shadow(browser, "return root.querySelectorAll('li').length").await?;
    assert!(causes.as_u64() > Some(2), "{causes}");
    if let Some(axe) = Axe::named() {
        assert_eq!(axe.violations(browser).await?, [""; 0]);
    }
    let canvas = "return getComputedStyle(root.host).backgroundColor";
    let light = shadow(browser, canvas).await?;
    browser.find(By::Id("scheme")).await?.click().await?;
    assert_ne!(
        shadow(browser, canvas).await?,
        light,
        "the portal's scheme is the element's"
    );
    click(browser, "Send").await?;
    logged(browser, "finish").await?;
    let said = shadow(browser, "return root.activeElement.textContent").await?;
    let held = tenant.state().await.keys().len();
    let expected = format!("{held} accepted, 0 rejected, 0 unconfirmed, 0 not sent.");
    assert_eq!(said, json!(expected));
    let report = shadow(browser, "return root.querySelector('a').download").await?;
    assert_eq!(report, json!("report.csv"));
    Ok(())
}

// A browser is let go of where a scene breaks off, too: that takes a second thread.
#[tokio::test(flavor = "multi_thread")]
async fn a_portal_imports_with_the_element() {
    let Some(site) = Site::new() else { return };
    let options = Options {
        site: Some(site.0.clone()),
        ..Options::default()
    };
    let emulator = Emulator::start(options).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    let (driver, profile) = (Driver::start(), Profile::empty());
    let browser = driver
        .open(&profile, Manner::Even)
        .await
        .expect("a browser");
    let ended = Box::pin(scene(&browser, &emulator.page, &tenant)).await;
    let violations = see::policy_violations(&browser).await.unwrap_or_default();
    let _ = browser.quit().await;
    ended.expect("the scene");
    assert_eq!(violations, [""; 0], "the security policy was broken");
}
