//! The connection check: what lies between the page and the API is told apart, before the sign-in and after
//! it, and what is copied of it holds no secret.

use ioculate_e2e::{
    act::{self, Account},
    engine::Ability,
    see,
    stage::{Setting, Stage, play, play_in},
};
use serde_json::json;
use thirtyfour::{WebDriver, error::WebDriverResult, prelude::*};

/// Waits until the check comes to this.
async fn comes_to(browser: &WebDriver, finding: &str) -> WebDriverResult<()> {
    let dialog = format!("[data-testid=check-dialog][data-finding={finding}]");
    see::shown_by(browser, &dialog).await.map(|_| ())
}

/// Checks under these faults, once more where it is open already.
async fn under(stage: &Stage, faults: serde_json::Value, finding: &str) -> WebDriverResult<()> {
    stage.tenant.faults(faults).await;
    again(&stage.browser, finding).await
}

async fn again(browser: &WebDriver, finding: &str) -> WebDriverResult<()> {
    act::press(browser, "Check again").await?;
    comes_to(browser, finding).await
}

async fn report(browser: &WebDriver) -> WebDriverResult<String> {
    let report = browser.find(By::Css("[data-testid=check-report]")).await?;
    Ok(report.prop("textContent").await?.unwrap_or_default())
}

#[tokio::test]
async fn what_is_in_the_way_of_somebody_signed_in_is_told_apart() {
    play("check-signed-in", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        stage
            .tenant
            .seed(json!([{
                "indicatorType": "DomainName", "indicatorValue": "secret-of-the-tenant.example",
                "action": "Block", "severity": "Low", "title": "Theirs", "description": "held",
            }]))
            .await;
        act::click(browser, "host").await?;
        comes_to(browser, "Permitted").await?;
        let on = json!({ "cors": "off" });
        under(stage, on, "Refused").await?;
        under(stage, json!({ "cors": "on", "disabled": true }), "Disabled").await?;
        let signed_out = json!({ "disabled": false, "signed_out": true });
        under(stage, signed_out, "NoToken").await?;
        let well = json!({ "signed_out": false });
        under(stage, well, "Permitted").await?;
        stage.emulator.cut_off();
        // The sign-in is behind the same port.
        again(browser, "SignInSilent").await?;
        stage.emulator.reconnect().expect("the port is free");
        again(browser, "Permitted").await?;
        let told = report(browser).await?;
        for part in [
            &stage.page,
            &stage.api,
            "Content-Security-Policy: default-src 'none'",
            "Mozilla",
        ] {
            assert!(told.contains(part), "{part}: {told}");
        }
        let shown = see::traces(browser).await?;
        for secret in see::secrets(browser).await? {
            assert!(!told.contains(&secret) && !shown.contains(&secret));
        }
        assert!(!told.contains("secret-of-the-tenant"), "{told}");
        act::escape(browser).await?;
        see::focus_at(browser, "host").await
    })
    .await;
}

#[tokio::test]
async fn what_is_in_the_way_before_a_sign_in_is_told_apart() {
    play("check-signed-out", async |stage| {
        let browser = stage.open().await?;
        act::click(browser, "connection-check").await?;
        comes_to(browser, "SignedOut").await?;
        under(stage, json!({ "cors": "off" }), "Withheld").await?;
        under(
            stage,
            json!({ "cors": "errors_without_origin" }),
            "Withheld",
        )
        .await?;
        stage.emulator.cut_off();
        again(browser, "SignInSilent").await?;
        stage.emulator.reconnect().expect("the port is free");
        under(stage, json!({ "cors": "on" }), "SignedOut").await?;
        assert!(see::secrets(browser).await?.is_empty());
        // Whoever signs in from there need not ask again.
        let opener = "dialog [data-testid=sign-in-window]";
        act::sign_in_by_popup_of(browser, opener, Account::Analyst).await?;
        comes_to(browser, "Permitted").await
    })
    .await;
}

/// The browser tells a page of both; only one kind is in the way.
#[tokio::test]
async fn a_policy_that_only_reports_is_in_the_way_of_nothing() {
    play("check-reported", async |stage| {
        let browser = stage.open().await?;
        act::click(browser, "connection-check").await?;
        comes_to(browser, "SignedOut").await?;
        let tell = "const [blockedURI, disposition, effectiveDirective] = arguments;
            const facts = { blockedURI, disposition, effectiveDirective, bubbles: true };
            document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation', {
                ...facts, documentURI: location.href, violatedDirective: effectiveDirective,
                originalPolicy: '', statusCode: 200 }));";
        for (disposition, directive, finding) in [
            ("report", "connect-src", "SignedOut"),
            ("enforce", "img-src", "SignedOut"),
            ("enforce", "connect-src", "Forbids"),
        ] {
            let told = [&stage.api, disposition, directive].map(|it| json!(it));
            browser.execute(tell, told.to_vec()).await?;
            // What is told is drawn in the same turn or the next.
            let turn = "const done = arguments[0]; setTimeout(done, 50);";
            browser.execute_async(turn, Vec::new()).await?;
            comes_to(browser, finding).await?;
        }
        Ok(())
    })
    .await;
}

/// As a proxy does that lets the sign-in's page through, and not what the page asks it for.
#[tokio::test]
async fn a_sign_in_that_cannot_be_reached_leads_there() {
    play("check-unreached", async |stage| {
        let browser = stage.open().await?;
        Ability::Unreachable.needed()?;
        let cdp = browser.cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        let blocked = json!({ "urls": ["*/oauth2/v2.0/token"] });
        cdp.send_raw("Network.setBlockedURLs", blocked).await?;
        act::sign_in(browser, Account::Analyst).await?;
        see::shown(browser, "sign-in-failure").await?;
        act::click(browser, "check-connection").await?;
        comes_to(browser, "SignInSilent").await
    })
    .await;
}

#[tokio::test]
async fn an_account_that_may_not_is_told_so() {
    play("check-reader", async |stage| {
        let browser = stage.signed_in(Account::Reader).await?;
        act::click(browser, "host").await?;
        comes_to(browser, "NotPermitted").await
    })
    .await;
}

#[tokio::test]
async fn a_host_that_is_not_the_api_is_told_so() {
    let setting = Setting {
        api_bases: &["{page}/elsewhere"],
        ..Setting::USUAL
    };
    play_in("check-wrong-host", setting, async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::click(browser, "host").await?;
        comes_to(browser, "WrongHost").await
    })
    .await;
}

/// What the policy forbids is not tried: nothing is broken by asking.
#[tokio::test]
async fn what_the_policy_forbids_is_named_and_not_asked() {
    for (name, bases, stays) in [
        (
            "check-forbidden",
            &["https://first.example", "https://second.example/mde"][..],
            "NotAsked",
        ),
        (
            "check-forbidden-second",
            &["{api}", "https://second.example/mde"][..],
            "Permitted",
        ),
    ] {
        let setting = Setting {
            api_bases: bases,
            ..Setting::USUAL
        };
        play_in(name, setting, async |stage| {
            let browser = stage.signed_in(Account::Analyst).await?;
            act::click(browser, "host").await?;
            comes_to(browser, "Forbids").await?;
            let told = report(browser).await?;
            let line = told
                .lines()
                .find(|line| line.contains("Policy of this page"));
            let line = line.unwrap_or_default();
            for base in bases.iter().filter(|base| **base != "{api}") {
                let origin = base.trim_end_matches("/mde");
                assert!(line.contains(&format!("{origin} (connect-src)")), "{told}");
            }
            assert_eq!(
                told.contains("may read its indicators"),
                stays == "Permitted",
                "{told}"
            );
            let header = see::shown(browser, "check-header").await?.text().await?;
            assert!(header.contains("https://second.example"), "{header}");
            Ok(())
        })
        .await;
    }
}

/// What a browser lets a page copy, its driver may have to be asked for; so the button is told to have done
/// one or the other, and what it took is read where the page hands it over.
#[tokio::test]
async fn the_header_and_the_report_can_be_copied() {
    const TAKE: &str = "window.taken = [];
        navigator.clipboard.writeText = async (text) => { window.taken.push(text); };";
    play("check-copied", async |stage| {
        let browser = stage.open().await?;
        browser.execute(TAKE, Vec::new()).await?;
        act::click(browser, "connection-check").await?;
        comes_to(browser, "SignedOut").await?;
        act::click_on(browser, "[data-testid=copy-header]").await?;
        see::text(browser, "Copied.").await?;
        act::click_on(browser, "[data-testid=copy-report]").await?;
        let taken = act::eventually(async || {
            let taken = browser.execute("return window.taken", Vec::new()).await?;
            let taken: Vec<String> = taken.convert()?;
            Ok((taken.len() == 2).then_some(taken))
        })
        .await?;
        let header = see::shown(browser, "check-header").await?.text().await?;
        assert_eq!(taken, [header, report(browser).await?]);
        Ok(())
    })
    .await;
}
