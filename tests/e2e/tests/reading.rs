//! What people hold, read and mended on the page before it goes in.

use ioculate_e2e::{
    act::{self, Account},
    see,
    stage::play,
    tenant::Key,
};

fn key(kind: &str, value: &str) -> Key {
    (kind.to_owned(), value.to_owned(), "Audit".to_owned())
}

#[tokio::test]
async fn a_way_of_rewriting_is_switched_off_and_on_again() {
    play("keep-as-written", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        act::paste(browser, "BAD.example\nhxxp://evil[.]example/gate\n").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        act::press_in(browser, "way", "hxxp", "Keep all as written").await?;
        see::sums(browser, [2, 1, 0, 0, 1, 0]).await?;
        act::press_in(browser, "way", "ead as defanged", "Rewrite after all").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        act::press_in(browser, "way", "ower-cased", "Keep all as written").await?;
        see::text(browser, "Kept as written.").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [2, 0, 0, 0]);
        let sent = stage.tenant.state().await.keys();
        let expected = [
            key("DomainName", "BAD.example"),
            key("Url", "http://evil.example/gate"),
        ];
        assert_eq!(sent.into_iter().collect::<Vec<_>>(), expected);
        Ok(())
    })
    .await;
}
