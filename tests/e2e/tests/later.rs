//! What of the page comes after its first screen, and what of its worker when it is first needed: where a
//! part does not come, that is said, and what was read stays.

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::play,
};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// What is said where something cannot be done for want of a part.
const MISSING: &str = "A part of the page did not load";

/// Gives the page a file, which it reads.
async fn reads(browser: &WebDriver) -> WebDriverResult<()> {
    act::drop_file(browser, &rows::fixture("portal.csv")).await?;
    let [records, ..] = see::reviewed(browser).await?;
    assert!(records > 0);
    Ok(())
}

#[tokio::test]
async fn a_part_that_does_not_come_is_said_and_the_next_visit_has_it() {
    play("later-missing", async |stage| {
        stage.emulator.withhold("ioculate-later-");
        let browser = stage.open().await?;
        see::text(browser, "A part of it did not load").await?;
        see::text(browser, "Nothing was read and nothing was sent").await?;

        stage.emulator.withhold_nothing();
        reads(stage.signed_in(Account::Analyst).await?).await
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_that_does_not_come_says_so_and_the_page_reads_on() {
    play("later-signed-out", async |stage| {
        stage.emulator.withhold("ioculate-signing-");
        let browser = stage.open().await?;
        see::shown(browser, "sign-in-failure").await?;
        reads(browser).await
    })
    .await;
}

#[tokio::test]
async fn what_is_given_before_the_rest_is_there_is_read_once_it_is() {
    play("later-early", async |stage| {
        reads(stage.open().await?).await
    })
    .await;
}

#[tokio::test]
async fn what_shows_rows_may_be_missing_for_a_while() {
    play("later-rows", async |stage| {
        stage.emulator.withhold("ioculate-worker-rows-");
        let browser = stage.open().await?;
        let names = b"plain.example.com\n";
        act::drop_file(browser, &rows::of_bytes("names.txt", names)).await?;
        see::sums(browser, [1, 1, 0, 0, 0, 0]).await?;
        see::text(browser, MISSING).await?;

        stage.emulator.withhold_nothing();
        let more = b"more.example.com\n";
        act::drop_file(browser, &rows::of_bytes("more.txt", more)).await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        see::shown_by(browser, "#rows .row .c-val").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_compares_and_sends_may_be_missing_for_a_while() {
    play("later-run", async |stage| {
        stage.emulator.withhold("ioculate-worker-run-");
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::fixture("portal.csv")).await?;
        let before = see::reviewed(browser).await?;
        see::text(browser, MISSING).await?;

        stage.emulator.withhold_nothing();
        act::click(browser, "tenant-refresh").await?;
        let (after, _) = see::compared(browser).await?;
        assert_eq!(after, before);
        act::send(browser).await?;
        let [accepted, ..] = see::reported(browser).await?;
        assert!(accepted > 0);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_reads_other_files_may_be_missing_for_a_while() {
    play("later-readers", async |stage| {
        stage.emulator.withhold("ioculate-worker-readers-");
        let browser = stage.open().await?;
        let list = r#"[{"indicatorValue":"a.example.com","indicatorType":"DomainName","action":"Audit","title":"a","description":"a"}]"#;
        let file = rows::of_bytes("list.json", list.as_bytes());
        act::drop_file(browser, &file).await?;
        see::text(browser, "did not load").await?;

        stage.emulator.withhold_nothing();
        act::drop_file(browser, &file).await?;
        see::sums(browser, [1, 1, 0, 0, 0, 0]).await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_knows_other_scripts_may_be_missing_for_a_while() {
    play("later-scripts", async |stage| {
        stage.emulator.withhold("ioculate-worker-scripts-");
        let browser = stage.open().await?;
        let names = "b\u{fc}cher.example.com\nplain.example.com\n";
        act::drop_file(browser, &rows::of_bytes("names.txt", names.as_bytes())).await?;
        see::text(browser, MISSING).await?;

        stage.emulator.withhold_nothing();
        let more = "m\u{fc}ller.example.com\n";
        act::drop_file(browser, &rows::of_bytes("more.txt", more.as_bytes())).await?;
        see::sums(browser, [3, 3, 0, 0, 0, 0]).await?;
        Ok(())
    })
    .await;
}
