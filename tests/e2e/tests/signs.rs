//! What is told outside of the page: by the tab, by a question before it is left, by a notification, on
//! paper; and what is pasted anywhere.

use ioculate_e2e::{
    act::{self, Account},
    engine::Ability,
    hold::Storage,
    rows, see,
    stage::{Setting, Stage, play, play_in},
};
use serde_json::json;
use thirtyfour::{Key, WebDriver, error::WebDriverResult};

/// Rows of four batches.
const ROWS: usize = 2_000;

/// What a script says.
async fn says<T: serde::de::DeserializeOwned>(
    browser: &WebDriver,
    script: &str,
) -> WebDriverResult<T> {
    browser.execute(script, Vec::new()).await?.convert()
}

/// The title and the name of the icon's file.
async fn tab(browser: &WebDriver) -> WebDriverResult<(String, String)> {
    let icon = "return document.querySelector('link[rel=icon]').href.split('/').pop()";
    Ok((browser.title().await?, says(browser, icon).await?))
}

/// Waits until the tab shows this title with this icon.
async fn tab_shows(browser: &WebDriver, title: &str, icon: &str) -> WebDriverResult<()> {
    let mut last = None;
    let shown = act::eventually(async || {
        let (is_title, is_icon) = tab(browser).await?;
        let is_it = is_title.starts_with(title) && is_icon == icon;
        last = Some((is_title, is_icon));
        Ok(is_it.then_some(()))
    });
    shown
        .await
        .inspect_err(|_| eprintln!("the tab shows {last:?}"))
}

/// Whether the browser would ask before the page is left.
async fn asks_before_leaving(browser: &WebDriver) -> WebDriverResult<bool> {
    let leave = "const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented;";
    says(browser, leave).await
}

/// Waits until it would, or would not.
async fn leaving_is_asked_about(browser: &WebDriver, asked: bool) -> WebDriverResult<()> {
    act::eventually(async || Ok((asks_before_leaving(browser).await? == asked).then_some(()))).await
}

/// How many locks keep the screen awake. They are counted from the first time that this is asked.
async fn locks(browser: &WebDriver) -> WebDriverResult<usize> {
    let held = "if (!window.locks) {
            window.locks = [];
            const request = WakeLock.prototype.request;
            WakeLock.prototype.request = async function (kind) {
                const lock = await request.call(this, kind);
                window.locks.push(lock);
                return lock;
            };
        }
        return window.locks.filter(lock => !lock.released).length;";
    says(browser, held).await
}

async fn locks_are(browser: &WebDriver, count: usize) -> WebDriverResult<()> {
    act::eventually(async || Ok((locks(browser).await? == count).then_some(()))).await
}

/// A run of which two batches are answered and no more for now.
async fn half_way(stage: &Stage) -> WebDriverResult<&WebDriver> {
    let browser = stage.review(&rows::portal_csv(ROWS)).await?;
    locks(browser).await?;
    stage.tenant.faults(json!({ "hold_after": 2 })).await;
    act::send(browser).await?;
    tab_shows(browser, "50 % - ", "icon-runs.svg").await?;
    Ok(browser)
}

async fn let_go(stage: &Stage) {
    stage.tenant.faults(json!({ "hold_after": 0 })).await;
}

#[tokio::test]
async fn the_tab_tells_how_far_a_run_is_and_the_screen_stays_awake() {
    play("signs-tab", async |stage| {
        let browser = half_way(stage).await?;
        locks_are(browser, 1).await?;
        act::click(browser, "pause").await?;
        tab_shows(browser, "Paused at 50 % - ", "icon-waits.svg").await?;
        locks_are(browser, 0).await?;
        act::click(browser, "resume").await?;
        tab_shows(browser, "50 % - ", "icon-runs.svg").await?;
        locks_are(browser, 1).await?;
        let_go(stage).await;
        see::reported(browser).await?;
        tab_shows(
            browser,
            "Report: 2,000 accepted, 0 rejected",
            "icon-done.svg",
        )
        .await?;
        locks_are(browser, 0).await?;
        act::click(browser, "leave-report").await?;
        act::eventually(async || {
            let (title, icon) = tab(browser).await?;
            let is_own = icon.starts_with("icon-") && icon != "icon-done.svg";
            Ok((title.starts_with("Choose") && is_own).then_some(()))
        })
        .await?;
        let icons = "const done = arguments[arguments.length - 1];
            Promise.all(['runs', 'waits', 'done', 'look'].map(async name => {
                const answer = await fetch(`icon-${name}.svg`);
                return `${answer.status} ${answer.headers.get('content-type')}`;
            })).then(done);";
        let served: Vec<String> = browser.execute_async(icons, Vec::new()).await?.convert()?;
        assert_eq!(served, ["200 image/svg+xml"; 4]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn leaving_is_asked_about_while_answers_are_on_their_way() {
    play("signs-leaving", async |stage| {
        let browser = half_way(stage).await?;
        leaving_is_asked_about(browser, true).await?;
        let_go(stage).await;
        see::reported(browser).await?;
        leaving_is_asked_about(browser, false).await
    })
    .await;
}

#[tokio::test]
async fn leaving_is_asked_about_once_something_was_decided() {
    play("signs-decided", async |stage| {
        let browser = stage.open().await?;
        act::paste(browser, "update.zip\nbad.example\n").await?;
        see::reviewed(browser).await?;
        leaving_is_asked_about(browser, false).await?;
        act::press(browser, "Not an indicator").await?;
        leaving_is_asked_about(browser, true).await?;
        act::press(browser, "Choose").await?;
        leaving_is_asked_about(browser, true).await?;
        act::press(browser, "Forget them").await?;
        leaving_is_asked_about(browser, false).await
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nothing_keeps_is_not_left_unasked() {
    let setting = Setting {
        storage: Storage::Refused,
        ..Setting::USUAL
    };
    play_in("signs-unkept", setting, async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::paste(browser, "bad.example\n").await?;
        see::reviewed(browser).await?;
        leaving_is_asked_about(browser, false).await?;
        act::send(browser).await?;
        see::reported(browser).await?;
        leaving_is_asked_about(browser, true).await?;
        act::click(browser, "download-report-csv").await?;
        leaving_is_asked_about(browser, false).await
    })
    .await;
}

/// Presses a key together with Control.
async fn control(browser: &WebDriver, key: char) -> WebDriverResult<()> {
    let keys = browser.action_chain().key_down(Key::Control).send_keys(key);
    keys.key_up(Key::Control).perform().await
}

/// What stands in the box for text.
async fn in_the_box(browser: &WebDriver) -> WebDriverResult<String> {
    says(browser, "return document.getElementById('paste').value").await
}

#[tokio::test]
async fn text_is_pasted_by_its_keys_wherever_the_focus_is() {
    play("signs-paste", async |stage| {
        let browser = stage.open().await?;
        let text = "hxxp://bad[.]example/gate\n203.0.113[.]77";
        let input = see::shown(browser, "paste-input").await?;
        act::write(&input, text).await?;
        control(browser, 'a').await?;
        control(browser, 'x').await?;
        assert_eq!(in_the_box(browser).await?, "");
        // In the box the browser does it itself.
        control(browser, 'v').await?;
        assert_eq!(in_the_box(browser).await?, text);
        control(browser, 'a').await?;
        control(browser, 'x').await?;
        says::<()>(browser, "document.activeElement.blur()").await?;
        control(browser, 'v').await?;
        see::text(browser, "2 lines pasted.").await?;
        assert_eq!(in_the_box(browser).await?, format!("{text}\n"));
        let keys = browser.action_chain().send_keys(Key::Enter);
        keys.perform().await?;
        assert_eq!(see::reviewed(browser).await?[0], 2);
        Ok(())
    })
    .await;
}

/// Pastes by an event of a script, since only a user can put files into the clipboard. Not every engine lets
/// a script make such an event with data.
async fn paste_event(browser: &WebDriver, fill: &str) -> WebDriverResult<()> {
    let paste = format!(
        "const data = new DataTransfer();
        {fill}
        const event = new ClipboardEvent('paste', {{ bubbles: true, cancelable: true }});
        Object.defineProperty(event, 'clipboardData', {{ value: data }});
        document.body.dispatchEvent(event);"
    );
    says(browser, &paste).await
}

#[tokio::test]
async fn files_and_links_are_taken_from_the_clipboard() {
    play("signs-paste-files", async |stage| {
        let browser = stage.open().await?;
        see::shown(browser, "paste-input").await?;
        let link = "data.setData('text/plain', 'see here');
            data.setData('text/html', '<a href=\"https://bad.example/x\">see here</a>');";
        paste_event(browser, link).await?;
        see::text(browser, "1 link leads to").await?;
        // A table program adds a picture of what it copies.
        let table = "data.setData('text/plain', 'one.example');
            data.setData('text/html', '<table><td>one.example</td></table>');
            data.items.add(new File(['png'], 'image.png', { type: 'image/png' }));";
        paste_event(browser, table).await?;
        assert!(in_the_box(browser).await?.ends_with("one.example\n"));
        let file = "data.items.add(new File(['two.example\\nthree.example\\n'], 'list.txt'));";
        paste_event(browser, file).await?;
        see::text(browser, "list.txt").await?;
        assert_eq!(see::reviewed(browser).await?[0], 2);
        Ok(())
    })
    .await;
}

/// Whether the page may notify, as the user has told the browser.
async fn may_notify(stage: &Stage, setting: &str) -> WebDriverResult<()> {
    let permission = json!({
        "permission": { "name": "notifications" },
        "setting": setting,
        "origin": stage.page.trim_end_matches('/'),
    });
    Ability::Permission.needed()?;
    let cdp = stage.browser.cdp();
    let set = cdp.send_raw("Browser.setPermission", permission);
    set.await.map(drop)
}

/// Notes what is notified.
const NOTE: &str = "
    window.told = [];
    const Real = Notification;
    window.Notification = class extends Real {
        constructor(title, options) {
            super(title, options);
            window.told.push(`${title}: ${options.body}`);
        }
    };";

#[tokio::test]
async fn who_looks_elsewhere_is_told_of_the_end_where_they_asked_for_it() {
    play("signs-told", async |stage| {
        let browser = half_way(stage).await?;
        may_notify(stage, "granted").await?;
        says::<()>(browser, NOTE).await?;
        act::click(browser, "tell").await?;
        act::look_away(browser).await?;
        let_go(stage).await;
        see::reported(browser).await?;
        let told: Vec<String> = says(browser, "return window.told").await?;
        assert_eq!(told, ["ioculate: Report: 2,000 accepted, 0 rejected"]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn who_looks_at_the_page_or_did_not_ask_is_not_told() {
    play("signs-untold", async |stage| {
        let browser = half_way(stage).await?;
        may_notify(stage, "denied").await?;
        says::<()>(browser, NOTE).await?;
        act::click(browser, "tell").await?;
        see::text(browser, "This browser does not allow notifications").await?;
        may_notify(stage, "granted").await?;
        act::click(browser, "tell").await?;
        act::eventually(async || {
            let ticked = "return document.querySelector('[data-testid=tell]').checked";
            Ok(says::<bool>(browser, ticked).await?.then_some(()))
        })
        .await?;
        let_go(stage).await;
        see::reported(browser).await?;
        let told: Vec<String> = says(browser, "return window.told").await?;
        assert_eq!(told, [""; 0]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_report_on_paper_has_all_but_what_is_pressed() {
    play("signs-paper", async |stage| {
        let reject = json!({ "fail_item_every": 2 });
        let browser = stage.begin(2_400, reject).await?;
        see::reported(browser).await?;
        Ability::Media.needed()?;
        let cdp = browser.cdp();
        let paper = json!({ "media": "print", "features": [
            { "name": "prefers-color-scheme", "value": "dark" },
        ] });
        cdp.send_raw("Emulation.setEmulatedMedia", paper).await?;
        // The host is a button on screen, and text on paper.
        let seen = "return [...document.querySelectorAll('button:not(.host), select, input, nav')]
            .filter(it => it.checkVisibility()).map(it => it.outerHTML)";
        assert_eq!(says::<Vec<String>>(browser, seen).await?, [""; 0]);
        let text: String = says(browser, "return document.body.innerText").await?;
        let host = stage.api.trim_start_matches("http://");
        for part in [host, "1,200 of 2,400 indicators accepted", ".csv"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        // More than a table ever has at hand.
        let counted = "const rows = document.querySelectorAll('[data-testid=row]').length;
            const said = `${rows.toLocaleString('en')} of 1,200 rows are printed`;
            return document.body?.innerText.includes(said);";
        act::eventually(async || Ok(says::<bool>(browser, counted).await?.then_some(()))).await?;
        let ground = "return getComputedStyle(document.querySelector('h1')).color";
        assert_eq!(says::<String>(browser, ground).await?, "rgb(36, 36, 36)");
        let cut = "return [...document.querySelectorAll('.grid [role=gridcell]')]
            .filter(it => it.checkVisibility() && getComputedStyle(it).overflow !== 'visible').length";
        assert_eq!(says::<usize>(browser, cut).await?, 0);
        Ok(())
    })
    .await;
}
