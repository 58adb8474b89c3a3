//! What every state of the page owes to all who use it: names and roles, colours that can be told apart,
//! targets that can be hit, and no scrolling sideways.
//!
//! One walk through all states; in the full run each of them in every language, and in light, dark and the
//! system's own colours.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ioculate_e2e::{
    act::{self, Account},
    axe::Axe,
    engine::Ability,
    layout::{self, Colours},
    rows, see,
    stage::{is_full_run, play},
    tree::Tree,
    walk,
};
use thirtyfour::{WebDriver, error::WebDriverResult};

const ENGLISH: &str = "en";
const OTHERS: [&str; 3] = ["nl", "de", "zh-Hant"];

/// What was seen on the way.
struct Seen {
    axe: Option<Axe>,
    trees: Vec<(&'static str, String)>,
    faults: Vec<String>,
}

impl Seen {
    async fn look(&mut self, state: &'static str, browser: &WebDriver) -> WebDriverResult<()> {
        let language = spoken(browser).await?;
        if Ability::Tree.is_there_for("access, the tree") {
            let tree = Tree::settled(browser).await?;
            if !walk::RACES.contains(&state) {
                self.trees.push((state, tree.told()));
            }
            self.note(state, &tree.alike());
        }
        self.note(state, &layout::miscounted(browser).await?);
        self.look_in(state, &language, browser).await?;
        if is_full_run() && language == ENGLISH {
            for other in OTHERS {
                walk::speak(browser, other).await?;
                self.look_in(state, other, browser).await?;
            }
            walk::speak(browser, ENGLISH).await?;
        }
        Ok(())
    }

    /// What holds in every language.
    async fn look_in(
        &mut self,
        state: &str,
        language: &str,
        browser: &WebDriver,
    ) -> WebDriverResult<()> {
        let state = format!("{state} ({language})");
        let in_all = is_full_run() && Ability::Media.is_there_for("access, other colours");
        let colours: &[Colours] = if in_all {
            &Colours::ALL
        } else {
            &[Colours::Light]
        };
        // What lies under the foot is in nobody's way once it is scrolled to; axe does not scroll.
        layout::resize(browser, layout::WHOLE).await?;
        for colours in colours {
            layout::colour(browser, *colours).await?;
            if let Some(axe) = &self.axe {
                let found = axe.violations(browser).await?;
                self.note(&format!("{state}, {colours:?}"), &found);
            }
        }
        layout::colour(browser, Colours::Light).await?;
        layout::restore(browser).await?;
        self.note(&state, &layout::small_targets(browser).await?);
        if !Ability::Size.is_there_for("access, narrow windows") {
            return Ok(());
        }
        for size in layout::NARROW {
            layout::resize(browser, size).await?;
            self.note(
                &format!("{state} at {size:?}"),
                &layout::sideways(browser).await?,
            );
            self.note(
                &format!("{state} at {size:?}"),
                &layout::small_targets(browser).await?,
            );
        }
        layout::restore(browser).await
    }

    fn note(&mut self, state: &str, faults: &[String]) {
        let faults = faults.iter().map(|fault| format!("{state}: {fault}"));
        self.faults.extend(faults);
    }
}

/// The language that the page says it is in, which must be the one that is chosen.
async fn spoken(browser: &WebDriver) -> WebDriverResult<String> {
    let said = "return [document.documentElement.lang,
        document.querySelector('[data-testid=language]').selectedOptions[0].lang];";
    let said: [String; 2] = browser.execute(said, Vec::new()).await?.convert()?;
    assert_eq!(said[0], said[1]);
    let [said, _] = said;
    Ok(said)
}

#[tokio::test]
async fn every_state_can_be_perceived_and_operated() {
    let mut seen = Seen {
        axe: Axe::named(),
        trees: Vec::new(),
        faults: Vec::new(),
    };
    walk::all("access", async |state, browser| {
        seen.look(state, browser).await
    })
    .await;
    assert!(seen.faults.is_empty(), "\n{}", seen.faults.join("\n"));
    // All that differ are told, not the first alone.
    let holds = |(state, tree): &(&str, String)| {
        let name = state.replace(", ", "_").replace(' ', "_");
        let holds = || insta::assert_snapshot!(name, tree);
        catch_unwind(AssertUnwindSafe(holds)).is_ok()
    };
    let differ = seen.trees.iter().filter(|it| !holds(it)).map(|it| it.0);
    assert_eq!(differ.collect::<Vec<_>>(), [""; 0]);
}

/// What is wrong on purpose, and the check that must say so.
#[tokio::test]
async fn what_is_checked_is_found_where_it_is_wrong() {
    play("checks", async |stage| {
        let browser = stage.signed_in(Account::Analyst).await?;
        let list = rows::file("checks.csv", &rows::portal_csv(5));
        act::drop_file(browser, &list).await?;
        see::reviewed(browser).await?;
        for rule in [
            ".tick { min-block-size: 0 !important; block-size: 14px; }",
            ".row { min-block-size: 15px !important; max-block-size: 15px; }",
            ".chip { min-inline-size: 0 !important; inline-size: 10px !important; padding: 0 !important; }
             .tools { column-gap: 0 !important; }",
        ] {
            let found = with_rule(browser, rule, layout::small_targets).await?;
            assert!(!found.is_empty(), "{rule}");
        }
        // It is looked for in narrow windows alone.
        if Ability::Size.is_there_for("checks, what stands beside the page") {
            let wide = ".tools { inline-size: 150vw; }";
            let found = with_rule(browser, wide, layout::sideways).await?;
            assert!(!found.is_empty(), "{wide}");
        }
        for check in [layout::small_targets(browser).await?, layout::sideways(browser).await?] {
            assert_eq!(check, [""; 0]);
        }
        Ok(())
    })
    .await;
}

/// What a check says while one rule more holds.
async fn with_rule(
    browser: &WebDriver,
    rule: &str,
    check: impl AsyncFn(&WebDriver) -> WebDriverResult<Vec<String>>,
) -> WebDriverResult<Vec<String>> {
    let begin = "window.more = new CSSStyleSheet(); window.more.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [window.more];";
    browser.execute(begin, vec![rule.into()]).await?;
    let found = check(browser).await;
    browser
        .execute("document.adoptedStyleSheets = [];", Vec::new())
        .await?;
    found
}
