//! The page opens in parts: the first screen, then what signs in and all that comes after it.

use ioculate_e2e::{
    act::{self, Account},
    rows, see,
    stage::play,
};

#[tokio::test]
async fn a_part_that_does_not_come_is_said_and_the_next_visit_has_it() {
    play("opening-missing", async |stage| {
        stage.emulator.withhold("ioculate-later-");
        let browser = stage.open().await?;
        see::text(browser, "A part of it did not load").await?;
        see::text(browser, "Nothing was read and nothing was sent").await?;

        stage.emulator.withhold_nothing();
        let browser = stage.signed_in(Account::Analyst).await?;
        act::drop_file(browser, &rows::fixture("portal.csv")).await?;
        let [records, ..] = see::reviewed(browser).await?;
        assert!(records > 0);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_sign_in_that_does_not_come_says_so_and_the_page_reads_on() {
    play("opening-signed-out", async |stage| {
        stage.emulator.withhold("ioculate-signing-");
        let browser = stage.open().await?;
        see::shown(browser, "sign-in-failure").await?;
        act::drop_file(browser, &rows::fixture("portal.csv")).await?;
        let [records, ..] = see::reviewed(browser).await?;
        assert!(records > 0);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_given_before_the_rest_is_there_is_read_once_it_is() {
    play("opening-early", async |stage| {
        let browser = stage.open().await?;
        act::drop_file(browser, &rows::fixture("portal.csv")).await?;
        let [records, ..] = see::reviewed(browser).await?;
        assert!(records > 0);
        Ok(())
    })
    .await;
}
