//! Makes the pictures of the page: the README's, or of every state in every language, size and colours.
//!
//! `pictures FOLDER` writes the README's three to that folder; `pictures --all FOLDER [STATE]` writes
//! every state of the walk, or the ones whose name begins so, to be looked at.

use std::{env, fs, path::Path};

use ioculate_e2e::{
    layout::{self, Colours, Size},
    stage::play,
    walk,
};
use thirtyfour::{WebDriver, error::WebDriverResult};

/// The README's: file, state and colours.
const README: [(&str, &str, Colours); 3] = [
    ("review", "review with problems", Colours::Light),
    ("send", "run", Colours::Dark),
    ("report", "report", Colours::Light),
];
const LANGUAGES: [&str; 4] = ["en", "nl", "de", "zh-Hant"];
const WIDE: Size = (1_280, 800, 1);
const NARROW: Size = (320, 800, 1);

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--all", folder] => all(Path::new(folder), "").await,
        ["--all", folder, state] => all(Path::new(folder), state).await,
        [folder] => readme(Path::new(folder)).await,
        _ => eprintln!("usage: pictures FOLDER | pictures --all FOLDER [STATE]"),
    }
}

/// As for who has been here before: without the hints.
const NO_HINTS: &str = "localStorage.setItem('ioculate.help',
    'hint-choose hint-review hint-send hint-report')";

async fn readme(folder: &Path) {
    play("pictures", async |stage| {
        stage.open().await?.execute(NO_HINTS, Vec::new()).await?;
        walk::through(stage, &walk::STATES, async |state, browser| {
            for (file, _, colours) in README.iter().filter(|it| it.1 == state) {
                layout::resize(browser, WIDE).await?;
                layout::colour(browser, *colours).await?;
                browser
                    .screenshot(&folder.join(format!("{file}.png")))
                    .await?;
                as_it_was(browser).await?;
            }
            Ok(())
        })
        .await
    })
    .await;
}

async fn all(folder: &Path, begin: &str) {
    fs::create_dir_all(folder).expect("the folder can be made");
    walk::all("pictures", async |state, browser| {
        if state.starts_with(begin) {
            each(browser, folder, state).await?;
        }
        Ok(())
    })
    .await;
}

/// One state in every language, size and colours.
async fn each(browser: &WebDriver, folder: &Path, state: &str) -> WebDriverResult<()> {
    let spoken = "return document.documentElement.lang";
    let spoken: String = browser.execute(spoken, Vec::new()).await?.convert()?;
    let state = state.replace(", ", "_").replace(' ', "_");
    for language in LANGUAGES {
        walk::speak(browser, language).await?;
        for size in [WIDE, NARROW] {
            layout::resize(browser, size).await?;
            for colours in Colours::ALL {
                layout::colour(browser, colours).await?;
                let file = format!("{state}-{language}-{}-{colours:?}.png", size.0);
                browser.screenshot(&folder.join(file)).await?;
            }
        }
    }
    walk::speak(browser, &spoken).await?;
    as_it_was(browser).await
}

async fn as_it_was(browser: &WebDriver) -> WebDriverResult<()> {
    layout::colour(browser, Colours::Light).await?;
    layout::restore(browser).await
}
