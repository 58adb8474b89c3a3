//! What people hold, read and mended on the page before it goes in.

use ioculate_e2e::{
    act::{self, Account},
    engine::Ability,
    layout, rows, see,
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

#[tokio::test]
async fn a_table_without_a_header_goes_in_by_the_columns_that_the_user_names() {
    play("columns", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let table = "198.51.100.7;bad.example;first note\n198.51.100.8;worse.example;second note\n";
        act::drop_file(browser, &rows::file("export.txt", table)).await?;
        let [records, ..] = see::reviewed(browser).await?;
        act::unfold(browser, "source").await?;
        // A telephone has the question too.
        if Ability::Size.is_there_for("columns, on a telephone") {
            layout::resize(browser, layout::NARROW[0]).await?;
            let role = see::shown(browser, "role").await?;
            assert!(role.is_displayed().await?);
            layout::restore(browser).await?;
        }
        act::choose(browser, "What Column 1 holds", "Not imported").await?;
        act::choose(browser, "What Column 2 holds", "Indicator, any type").await?;
        act::choose(browser, "What Column 3 holds", "Title (title)").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await?;
        assert!(records > 2, "both columns were taken for indicators");
        see::text(browser, "second note").await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [2, 0, 0, 0]);
        let sent = stage.tenant.state().await.keys();
        let expected = ["bad.example", "worse.example"].map(|value| key("DomainName", value));
        assert_eq!(sent.into_iter().collect::<Vec<_>>(), expected);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_reading_is_taken_back() {
    play("read-as", async |stage| {
        let browser = stage.open().await?;
        let table = "IndicatorType,IndicatorValue,Action,Title,Description\nDomainName,bad.example,Audit,t,d\n";
        act::drop_file(browser, &rows::file("table.csv", table)).await?;
        see::sums(browser, [1, 1, 0, 0, 0, 0]).await?;
        act::unfold(browser, "source").await?;
        act::choose(browser, "Read as", "list").await?;
        see::sums(browser, [2, 0, 0, 0, 2, 0]).await?;
        act::press(browser, "Back to the suggestion").await?;
        see::sums(browser, [1, 1, 0, 0, 0, 0]).await
    })
    .await;
}

#[tokio::test]
async fn a_pasted_report_gives_its_indicators_and_no_others() {
    play("prose", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let report = "The mail of 3 November carried invoice.zip and README.md. The loader spoke to \
                      hxxps://evil[.]example/gate.php (later 198.51.100[.]23), and to worse[.]example; \
                      its SHA-256 is 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08.\n\n\
                      Write to soc@contoso.example if you saw version 10.2.1 of it.\n";
        act::paste(browser, report).await?;
        see::sums(browser, [4, 4, 0, 0, 0, 0]).await?;
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, [4, 0, 0, 0]);
        let sent = stage.tenant.state().await.keys();
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let expected = [
            key("DomainName", "worse.example"),
            key("FileSha256", hash),
            key("IpAddress", "198.51.100.23"),
            key("Url", "https://evil.example/gate.php"),
        ];
        assert_eq!(sent.into_iter().collect::<Vec<_>>(), expected);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_can_be_read_in_two_ways_waits_for_the_user() {
    play("ambiguous", async |stage| {
        let browser = stage.open().await?;
        act::paste(browser, "update.zip\nbad.example\n").await?;
        see::sums(browser, [2, 1, 0, 0, 1, 0]).await?;
        act::press(browser, "Not an indicator").await?;
        see::sums(browser, [2, 1, 0, 0, 0, 1]).await?;
        see::shown(browser, "row").await?.click().await?;
        act::press(browser, "Undo my changes").await?;
        see::sums(browser, [2, 1, 0, 0, 1, 0]).await?;
        act::press(browser, "Import as DomainName").await?;
        see::sums(browser, [2, 2, 0, 0, 0, 0]).await
    })
    .await;
}
