//! Rows chosen from one to another, and what is written that nothing else takes away.

use ioculate_e2e::{
    act::{self, Account},
    keys, rows, see,
    stage::{Stage, play},
};
use thirtyfour::{Key, WebDriver, error::WebDriverResult};

/// More rows than are ever at hand, and than come at once.
const ROWS: usize = 3_000;

/// The words of the button that writes in what is chosen.
async fn edits(browser: &WebDriver, words: &str) -> WebDriverResult<()> {
    act::eventually(async || {
        let said = see::shown(browser, "edit-rows").await?.text().await?;
        Ok((said == words).then_some(()))
    })
    .await
    .inspect_err(|_| eprintln!("the button never says {words}"))
}

/// Clicks the value of the row at this place among those in view, with Shift held down.
async fn reach(browser: &WebDriver, at: usize, inner: &str) -> WebDriverResult<()> {
    let css = format!("#rows .row:nth-of-type({}) {inner}", at + 2);
    let row = see::shown_by(browser, &css).await?;
    let chain = browser.action_chain().key_down(Key::Shift);
    chain.click_element(&row).key_up(Key::Shift).perform().await
}

async fn all_box(browser: &WebDriver) -> WebDriverResult<[bool; 2]> {
    let state = "const it = document.querySelector('#rows .head .tick input');
        return [it.checked, it.indeterminate];";
    browser.execute(state, Vec::new()).await?.convert()
}

/// Waits for so many records.
async fn records(browser: &WebDriver, count: usize) -> WebDriverResult<()> {
    let css = format!("[data-records='{count}']");
    see::shown_by(browser, &css).await.map(|_| ())
}

async fn read(stage: &Stage, count: usize) -> WebDriverResult<&WebDriver> {
    let browser = stage.signed_in(Account::Analyst).await?;
    let name = format!("chosen-{count}.csv");
    let list = rows::file(&name, &rows::portal_csv(count));
    act::drop_file(browser, &list).await?;
    see::reviewed(browser).await?;
    Ok(browser)
}

#[tokio::test]
async fn rows_are_chosen_from_one_to_another_by_mouse_and_by_keys() {
    play("chosen", async |stage| {
        let browser = read(stage, ROWS).await?;
        edits(browser, "Edit (3,000)").await?;
        act::click_on(browser, "#rows .row .tick").await?;
        edits(browser, "Edit (1)").await?;
        assert_eq!(all_box(browser).await?, [false, true]);
        reach(browser, 3, ".c-val").await?;
        edits(browser, "Edit (4)").await?;
        reach(browser, 2, ".tick").await?;
        edits(browser, "Edit (3)").await?;
        keys::press_with(browser, Key::Shift, Key::Down).await?;
        edits(browser, "Edit (4)").await?;
        keys::press_with(browser, Key::Shift, Key::Up).await?;
        edits(browser, "Edit (3)").await?;
        keys::press(browser, Key::Escape + "").await?;
        // What lies between is not at hand.
        keys::press_with(browser, Key::Shift, Key::End).await?;
        edits(browser, "Edit (3,000)").await?;
        assert_eq!(all_box(browser).await?, [true, false]);
        keys::press(browser, Key::Up + "").await?;
        act::click_on(browser, "#rows .head .tick").await?;
        assert_eq!(all_box(browser).await?, [false, false]);
        keys::to(browser, "#rows").await?;
        keys::press(browser, Key::Down + "").await?;
        see::shown_by(browser, "#rows .row.is-open").await?;
        keys::press(browser, " ").await?;
        edits(browser, "Edit (1)").await?;
        keys::press_with(browser, Key::Shift, Key::Home).await?;
        edits(browser, "Edit (3,000)").await?;
        keys::press_with(browser, Key::Shift, Key::Down).await?;
        edits(browser, "Edit (2,999)").await
    })
    .await;
}

/// How many boxes of rows are ticked, of how many, and whether the table has the focus.
const BOXES: &str = "
const boxes = [...document.querySelectorAll('#rows .row .tick input')];
const ticked = boxes.filter((box) => box.checked).length;
return [ticked, boxes.length > 0, document.activeElement.id === 'rows'];";

#[tokio::test]
async fn a_box_that_scrolls_away_leaves_nothing_behind() {
    play("boxes", async |stage| {
        let browser = read(stage, ROWS).await?;
        edits(browser, "Edit (3,000)").await?;
        act::click_on(browser, "#rows .row .tick").await?;
        edits(browser, "Edit (1)").await?;
        // Elements of rows are used again: by the rows around the tenth screen, and by the first.
        for (top, ticked) in [(5_000, 0), (0, 1), (90_000, 0), (0, 1)] {
            let scroll = format!("document.querySelector('#rows').scrollTop = {top};");
            browser.execute(scroll, Vec::new()).await?;
            act::eventually(async || {
                let boxes = browser.execute(BOXES, Vec::new()).await?;
                let seen: (usize, bool, bool) = boxes.convert()?;
                Ok((seen == (ticked, true, true)).then_some(()))
            })
            .await
            .inspect_err(|_| eprintln!("at {top} px not {ticked} boxes are ticked"))?;
            // A click beside the box gives it the focus, and so does what reads aloud.
            let focus = "document.querySelector('#rows .row .tick input').focus();";
            browser.execute(focus, Vec::new()).await?;
            keys::press(browser, " ").await?;
            edits(browser, "Edit (1)").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_written_stays_when_files_come() {
    play("written", async |stage| {
        let browser = read(stage, 3).await?;
        act::click_on(browser, "#rows .row .c-val").await?;
        act::click(browser, "edit").await?;
        let title = see::shown(browser, "edit-title").await?;
        title.send_keys(" and more").await?;
        let more = rows::file("more.txt", "https://one.example/a\nhttps://two.example/b\n");
        act::drop_file(browser, &more).await?;
        records(browser, 5).await?;
        let title = see::shown(browser, "edit-title").await?;
        let text = title.prop("value").await?.unwrap_or_default();
        assert_eq!(text, "Row 0 and more");

        // What would lead away from it says why it does not.
        act::click_on(browser, "#rows .row:nth-of-type(4) .c-val").await?;
        act::eventually(async || {
            let said = see::shown(browser, "done").await?.text().await?;
            Ok((said == "Save or cancel what you wrote first.").then_some(()))
        })
        .await?;
        act::press(browser, "Cancel").await?;

        // The box for pasting is on another screen.
        act::press(browser, "Paste more").await?;
        let written = see::shown(browser, "paste-input").await?;
        written.send_keys("three.example").await?;
        let others = rows::file("others.txt", "https://four.example/c\n");
        act::drop_file(browser, &others).await?;
        records(browser, 6).await?;
        act::press(browser, "Paste more").await?;
        let written = see::shown(browser, "paste-input").await?;
        let text = written.prop("value").await?.unwrap_or_default();
        assert_eq!(text, "three.example");
        act::press(browser, "Read the text").await?;
        records(browser, 7).await?;
        act::press(browser, "Paste more").await?;
        let written = see::shown(browser, "paste-input").await?;
        assert_eq!(written.prop("value").await?.unwrap_or_default(), "");
        Ok(())
    })
    .await;
}

/// How wide the head of a column is, in whole CSS px.
async fn width(browser: &WebDriver, class: &str) -> WebDriverResult<i64> {
    let read = "const it = document.querySelector(`#rows .head .${arguments[0]}`);
        return Math.round(it.getBoundingClientRect().width);";
    browser.execute(read, vec![class.into()]).await?.convert()
}

/// Waits until it is this wide.
async fn is_wide(browser: &WebDriver, class: &str, px: i64) -> WebDriverResult<()> {
    let is_so = act::eventually(async || {
        let is_so = (width(browser, class).await? - px).abs() <= 1;
        Ok(is_so.then_some(()))
    });
    is_so
        .await
        .inspect_err(|_| eprintln!("{class} is never {px} px wide"))
}

#[tokio::test]
async fn a_column_is_as_wide_as_it_was_made_and_stays_so_in_this_browser() {
    play("widths", async |stage| {
        let browser = read(stage, 3).await?;
        let (severity, title) = (
            width(browser, "c-sev").await?,
            width(browser, "c-title").await?,
        );
        let edge = see::shown_by(browser, "#rows .c-sev .grip").await?;
        let chain = browser.action_chain().move_to_element_center(&edge);
        let chain = chain
            .click_and_hold()
            .move_by_offset(40, 0)
            .move_by_offset(20, 0);
        chain.release().perform().await?;
        is_wide(browser, "c-sev", severity + 60).await?;
        // Let go, it follows the mouse no more.
        browser
            .action_chain()
            .move_by_offset(50, 0)
            .perform()
            .await?;
        is_wide(browser, "c-sev", severity + 60).await?;

        act::click(browser, "columns").await?;
        let slider = "[data-testid=columns] li:nth-child(5) input[type=range]";
        keys::to(browser, slider).await?;
        keys::press(browser, Key::Left + Key::Left).await?;
        is_wide(browser, "c-sev", severity + 44).await?;
        act::click(browser, "columns").await?;
        browser.refresh().await?;
        act::drop_file(browser, &rows::file("again.csv", &rows::portal_csv(3))).await?;
        see::shown(browser, "row").await?;
        is_wide(browser, "c-sev", severity + 44).await?;
        act::click(browser, "columns").await?;
        act::press(browser, "Default widths").await?;
        is_wide(browser, "c-sev", severity).await?;
        is_wide(browser, "c-title", title).await
    })
    .await;
}
