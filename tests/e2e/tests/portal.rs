//! A portal that holds the module's element: its own sign-in and colours, under a strict policy.
//!
//! The package is the one of `IOCULATE_MODULE`; where it is missing that is said and passed over.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use ioculate_e2e::{
    act, attack,
    axe::Axe,
    browser::{Driver, Manner, Profile},
    engine, hold, rows, see,
    tenant::Tenant,
    traffic,
};
use ioculate_emulator::{Emulator, Options};
use serde_json::{Value, json};
use thirtyfour::{WebDriver, error::WebDriverResult, prelude::*};

/// The portal's folder with the package in it, gone when dropped.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Option<Self> {
        let Some(package) = env::var_os("IOCULATE_MODULE") else {
            eprintln!("skipped: IOCULATE_MODULE names no package");
            return None;
        };
        let folder = env::temp_dir().join(format!("ioculate-portal-{name}-{}", std::process::id()));
        let site = Self(folder);
        site.copy(&fixtures().join("portal"), "");
        hold::listen_in(&site.0, &["index.html"]);
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
    // Not every driver looks into a shadow by itself.
    let input =
        "return document.querySelector('indicator-import').shadowRoot.querySelector('input')";
    let input = browser.execute(input, Vec::new()).await?.element()?;
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

/// Gives the element a list of so many addresses, which go in calls of ten, and waits for its plan.
async fn review(
    browser: &WebDriver,
    page: &str,
    tenant: &Tenant,
    name: &str,
) -> WebDriverResult<()> {
    browser.goto(page).await?;
    see::shown_by(browser, "[data-ready]").await?;
    let token = tenant.token("analyst").await;
    let prepare = "const element = root.host; const [given] = arguments; \
        window.given = given; element.getToken = () => window.given; \
        element.options = { limits: { batchItems: 10 }, \
            defaults: { action: 'Audit', title: 'A list', description: 'For tests', \
            expiresInDays: 'never', addresses: { expiresInDays: 'never' } } };";
    let script =
        format!("const root = document.querySelector('indicator-import').shadowRoot; {prepare}");
    browser.execute(script, vec![json!(token)]).await?;
    let list: Vec<String> = (0..ROWS).map(|at| format!("198.51.100.{at}")).collect();
    choose(browser, &rows::file(name, &list.join("\n"))).await?;
    logged(browser, "plan").await?;
    Ok(())
}

const ROWS: usize = 80;

/// Waits until a call is held.
async fn under_way(tenant: &Tenant) -> WebDriverResult<()> {
    act::eventually(async || {
        let arrived = tenant.state().await.arrivals("POST", "/import");
        Ok((arrived.len() > 1).then_some(()))
    })
    .await
}

/// What the element says of how it went.
async fn said(browser: &WebDriver) -> WebDriverResult<String> {
    let said = shadow(
        browser,
        "return root.querySelector('[role=status]').textContent",
    )
    .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

const MOVE: &str = "document.querySelector('main').prepend(root.host);";
const LINKS: &str = "return root.querySelectorAll('a[href^=\"blob:\"]').length";

/// A portal lays itself out anew while a run goes on, and after it: nothing of it is lost, and no other
/// file comes between.
async fn moved(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "moved.txt").await?;
    shadow(browser, MOVE).await?;
    tenant.faults(json!({ "hold_after": 1 })).await;
    click(browser, "Send").await?;
    under_way(tenant).await?;
    let closed = "return root.querySelector('input').disabled";
    assert_eq!(shadow(browser, closed).await?, json!(true));
    shadow(browser, MOVE).await?;
    tenant.faults(json!({ "hold_after": 0 })).await;
    logged(browser, "finish").await?;
    let all = format!("{ROWS} accepted, 0 rejected, 0 unconfirmed, 0 not sent.");
    assert_eq!(said(browser).await?, all);
    assert_eq!(shadow(browser, closed).await?, json!(false));
    shadow(browser, MOVE).await?;
    assert_eq!(said(browser).await?, all);
    assert_eq!(shadow(browser, LINKS).await?, json!(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_came_of_a_run_outlives_a_move() {
    play("moved", moved).await;
}

/// Taken away for good, the element sends nothing new, and the portal hears how it ended.
async fn removed(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "removed.txt").await?;
    tenant.faults(json!({ "hold_after": 1 })).await;
    click(browser, "Send").await?;
    under_way(tenant).await?;
    let remove = "window.removed = root.host; root.host.remove();";
    shadow(browser, remove).await?;
    tenant.faults(json!({ "hold_after": 0 })).await;
    assert_eq!(logged(browser, "fail").await?, "fail: \"aborted\"");
    logged(browser, "finish").await?;
    let back = "document.querySelector('main').prepend(window.removed);";
    browser.execute(back, Vec::new()).await?;
    assert!(said(browser).await?.ends_with(" not sent. Stopped."));
    assert_eq!(shadow(browser, LINKS).await?, json!(1));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_element_that_is_removed_ends_its_run() {
    play("removed", removed).await;
}

/// Stopped by somebody, the counts stay in sight.
async fn stopped(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "stopped.txt").await?;
    tenant.faults(json!({ "hold_after": 1 })).await;
    click(browser, "Send").await?;
    under_way(tenant).await?;
    click(browser, "Stop").await?;
    tenant.faults(json!({ "hold_after": 0 })).await;
    logged(browser, "fail").await?;
    let held = tenant.state().await.len();
    let rest = ROWS - held;
    assert!(held > 0 && rest > 0, "{held}");
    let expected = format!("{held} accepted, 0 rejected, 0 unconfirmed, {rest} not sent. Stopped.");
    assert_eq!(said(browser).await?, expected);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stops_a_run_sees_its_counts() {
    play("stopped", stopped).await;
}

/// Stopped by itself, a run says why.
async fn unattended(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "unattended.txt").await?;
    let runs_out = "let asked = 0; root.host.getToken = () => (asked++ < 4 ? window.given : \
                    Promise.reject(new Error('no window')));";
    shadow(browser, runs_out).await?;
    click(browser, "Send").await?;
    logged(browser, "finish").await?;
    let said = said(browser).await?;
    assert!(
        said.contains(" not sent. No token was to be had."),
        "{said}"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn why_a_run_stopped_is_said() {
    play("unattended", unattended).await;
}

/// What others did between the plan and the click is in the plan that is looked at next.
async fn changed(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "changed.txt").await?;
    let button =
        "return [...root.querySelectorAll('button')].find(it => it.checkVisibility()).textContent";
    let expected = format!("Send {ROWS} indicators in 8 calls");
    assert_eq!(shadow(browser, button).await?, json!(expected));
    let first = json!([{
        "indicatorValue": "198.51.100.0", "indicatorType": "IpAddress", "action": "Audit",
        "title": "A list", "description": "For tests",
    }]);
    tenant.seed(first).await;
    click(browser, "Send").await?;
    assert_eq!(logged(browser, "fail").await?, "fail: \"tenant-changed\"");
    let expected = format!("Send {} indicators in 8 calls", ROWS - 1);
    assert_eq!(shadow(browser, button).await?, json!(expected));
    assert!(said(browser).await?.contains("Look at the plan again"));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_is_old_is_made_anew() {
    play("changed", changed).await;
}

/// Without the guard's lists less is held back, and the plan says so.
async fn unguarded(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "unguarded.txt").await?;
    let causes = shadow(browser, "return root.querySelector('li')?.textContent").await?;
    let causes = causes.as_str().unwrap_or_default();
    assert!(causes.contains("could not be loaded"), "{causes}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn missing_lists_of_the_guard_are_said() {
    let Some(site) = Site::new("unguarded") else {
        return;
    };
    fs::remove_file(site.0.join("module/guard-lists.bin")).expect("the guard's lists");
    play_at("unguarded", site, unguarded).await;
}

/// A file that is chosen while an earlier one is compared takes its place, however long that would take.
async fn compared(browser: &WebDriver, page: &str, tenant: &Tenant) -> WebDriverResult<()> {
    review(browser, page, tenant, "compared.txt").await?;
    let never = "root.host.setAttribute('compare', ''); root.host.getToken = () => \
        new Promise(() => { window.waits = true; });";
    shadow(browser, never).await?;
    choose(browser, &rows::file("first.txt", "198.51.100.7")).await?;
    act::eventually(async || {
        let waits = shadow(browser, "return window.waits === true").await?;
        Ok((waits == json!(true)).then_some(()))
    })
    .await?;
    shadow(browser, "root.host.getToken = () => window.given;").await?;
    choose(
        browser,
        &rows::file("second.txt", "198.51.100.8\n198.51.100.9"),
    )
    .await?;
    let sums = "return root.querySelector('section:not([hidden]) > p')?.textContent ?? ''";
    act::eventually(async || {
        let sums = shadow(browser, sums).await?;
        let is_second = sums.as_str().is_some_and(|it| it.starts_with("2 records"));
        Ok(is_second.then_some(()))
    })
    .await?;
    assert_eq!(said(browser).await?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_file_ends_what_an_earlier_one_is_compared_with() {
    play("compared", compared).await;
}

/// A portal that is drawn before the element is known has set its properties by then.
async fn early(browser: &WebDriver, page: &str, _: &Tenant) -> WebDriverResult<()> {
    browser.goto(page).await?;
    see::shown_by(browser, "[data-ready]").await?;
    let upgraded = "const unknown = document.implementation.createHTMLDocument()
            .createElement('indicator-import');
        const options = { ownDomains: ['contoso.example'] };
        Object.assign(unknown, { options, account: null, getToken() { return 'a token'; } });
        document.body.append(unknown);
        return [!!unknown.shadowRoot, unknown.options === options, unknown.account, unknown.getToken()];";
    let upgraded = shadow(browser, upgraded).await?;
    assert_eq!(upgraded, json!([true, true, null, "a token"]));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_set_before_the_element_was_known_stays() {
    play("early", early).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_portal_imports_with_the_element() {
    play("portal", scene).await;
}

// A browser is let go of where a scene breaks off, too: that takes a second thread.
async fn play(
    name: &str,
    scene: impl AsyncFnOnce(&WebDriver, &str, &Tenant) -> WebDriverResult<()>,
) {
    if let Some(site) = Site::new(name) {
        play_at(name, site, scene).await;
    }
}

async fn play_at(
    name: &str,
    site: Site,
    scene: impl AsyncFnOnce(&WebDriver, &str, &Tenant) -> WebDriverResult<()>,
) {
    let options = Options {
        site: Some(site.0.clone()),
        ..Options::default()
    };
    let emulator = Emulator::start(options).expect("the emulator starts");
    let tenant = Tenant::new(&emulator.manage);
    let (mut driver, profile) = (Driver::start(), Profile::empty());
    let browser = driver
        .open(&profile, Manner::Even)
        .await
        .expect("a browser");
    let ended = Box::pin(scene(&browser, &emulator.page, &tenant)).await;
    let mut violations = see::policy_violations(&browser).await.unwrap_or_default();
    violations.extend(attack::noted(&emulator.asked()));
    let _ = browser.quit().await;
    let ended = engine::unless_lacking("in a portal", ended);
    ended.expect("the scene");
    let named = [&emulator.page, &emulator.api].map(String::as_str);
    let script = format!("{}/portal.js", emulator.page.trim_end_matches('/'));
    let name = format!("portal-{name}");
    traffic::hold(&name, &profile.asked(), &named, Some(&script));
    assert_eq!(violations, [""; 0], "the security policy was broken");
}
