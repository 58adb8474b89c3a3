//! The page in other languages than English: chosen, remembered, and missing.

use ioculate_e2e::{act, engine::Engine, rows, see, stage::play};
use thirtyfour::{WebDriver, components::SelectElement, error::WebDriverResult};

/// Chooses a language by what it calls itself.
async fn choose(browser: &WebDriver, name: &str) -> WebDriverResult<()> {
    let choice = see::shown(browser, "language").await?;
    let choice = SelectElement::new(&choice).await?;
    choice.select_by_exact_text(name).await
}

/// Waits until the page says that it is in this language.
async fn speaks(browser: &WebDriver, tag: &str) -> WebDriverResult<()> {
    act::eventually(async || {
        let said = browser.execute("return document.documentElement?.lang ?? ''", Vec::new());
        let said: String = said.await?.convert()?;
        Ok((said == tag).then_some(()))
    })
    .await
}

/// The language that the choice shows.
async fn chosen(browser: &WebDriver) -> WebDriverResult<String> {
    let shown = "return document.querySelector('[data-testid=language]').selectedOptions[0].lang";
    browser.execute(shown, Vec::new()).await?.convert()
}

/// The title once the page has given itself one: until all of it is there it has its shell's.
async fn own_title(browser: &WebDriver) -> WebDriverResult<String> {
    act::eventually(async || {
        let title = browser.title().await?;
        Ok((title != "ioculate").then_some(title))
    })
    .await
}

/// The title once it is none of these: it comes a moment after the rest.
async fn another_title(browser: &WebDriver, titles: &[String]) -> WebDriverResult<String> {
    act::eventually(async || {
        let title = browser.title().await?;
        Ok((!titles.contains(&title)).then_some(title))
    })
    .await
}

#[tokio::test]
async fn a_language_is_spoken_at_once_and_at_the_next_visit() {
    play("languages", async |stage| {
        let browser = stage.open().await?;
        let typed = "hxxp://bad[.]example/gate";
        see::shown(browser, "paste-input")
            .await?
            .send_keys(typed)
            .await?;
        speaks(browser, "en").await?;
        let mut titles = vec![own_title(browser).await?];
        for (name, tag) in [
            ("Deutsch", "de"),
            ("Nederlands", "nl"),
            ("繁體中文", "zh-Hant"),
        ] {
            choose(browser, name).await?;
            speaks(browser, tag).await?;
            let title = another_title(browser, &titles).await?;
            titles.push(title);
            let still = see::shown(browser, "paste-input")
                .await?
                .prop("value")
                .await?;
            assert_eq!(still.as_deref(), Some(typed), "{tag}");
        }
        browser.refresh().await?;
        speaks(browser, "zh-Hant").await?;
        assert_eq!(chosen(browser).await?, "zh-Hant");
        assert_eq!(Some(&own_title(browser).await?), titles.last());
        choose(browser, "English").await?;
        speaks(browser, "en").await?;
        let first = titles.remove(0);
        assert_eq!(another_title(browser, &titles).await?, first);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_review_stays_as_it_is_and_its_figures_are_written_anew() {
    play("languages-review", async |stage| {
        let browser = stage.review(&rows::portal_csv(1_200)).await?;
        let before = see::reviewed(browser).await?;
        see::text(browser, "1,200").await?;
        choose(browser, "Deutsch").await?;
        see::text(browser, "1.200").await?;
        assert_eq!(see::reviewed(browser).await?, before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_fetched_changes_nothing() {
    play("languages-missing", async |stage| {
        let browser = stage.open().await?;
        see::shown(browser, "language").await?;
        let without = "const fetched = window.fetch;
            window.again = () => { window.fetch = fetched; };
            window.fetch = (what, how) => String(what).includes('messages-')
                ? Promise.reject(new TypeError('offline')) : fetched(what, how);";
        browser.execute(without, Vec::new()).await?;
        let title = own_title(browser).await?;
        choose(browser, "Deutsch").await?;
        see::text(browser, "Deutsch could not be loaded").await?;
        // What is chosen is put right once the words are there.
        act::eventually(async || Ok((chosen(browser).await? == "en").then_some(()))).await?;
        assert_eq!(browser.title().await?, title);
        speaks(browser, "en").await?;
        browser.execute("window.again()", Vec::new()).await?;
        // WebKit tells no choice a second time before its window is looked at anew.
        let (name, tag) = match Engine::played() {
            Engine::WebKit => ("Nederlands", "nl"),
            _ => ("Deutsch", "de"),
        };
        choose(browser, name).await?;
        speaks(browser, tag).await?;
        another_title(browser, &[title]).await.map(drop)
    })
    .await;
}
