//! A tenant that is nearly full: which rows stay behind by each choice, and that no other one does.

use ioculate_e2e::{
    act::{self, Account},
    foretold::{Foretold, drop_all},
    made,
    reckoning::{Choices, Fate, OnConflict, Stays, by_key, differences, fate_sums},
    see,
    stage::play,
};
use serde_json::Value;

/// The most that a tenant holds (import page, 2021-01), and what is left of that.
const MOST: usize = 15_000;
const ROOM: usize = 25;
/// Rows of the list; about a fifth of them would add something.
const ROWS: usize = 300;

/// What stays behind, as the page asks it.
const CHOICES: [(Stays, &str); 4] = [
    (Stays::First, "The first rows stay behind"),
    (Stays::LowestSeverity, "The lowest severity stays behind"),
    (Stays::SoonestToExpire, "The soonest to expire stay behind"),
    (Stays::Last, "The last rows stay behind"),
];

const fn choices(stays: Stays) -> Choices {
    Choices {
        conflicts: OnConflict::AddBeside,
        stays,
        most: MOST,
    }
}

#[tokio::test]
async fn what_finds_no_room_is_what_the_user_chose() {
    play("room", async |stage| {
        let made = made::made(ROWS, MOST - ROOM);
        stage.tenant.seed(Value::Array(made.held.clone())).await;
        let held = stage.tenant.state().await.indicators();
        assert_eq!(held.len(), MOST - ROOM);
        let browser = stage.signed_in(Account::Analyst).await?;
        let rows = drop_all(stage, &made).await?;
        let mut foretold = Foretold::of(rows, held, &choices(Stays::Last));
        let mut behind = Vec::new();
        for (stays, words) in CHOICES {
            act::choose(browser, "What stays behind", words).await?;
            foretold = foretold.with(&choices(stays));
            foretold.assert_rows(browser).await?;
            foretold.assert_sums(browser).await?;
            let over: Vec<usize> = foretold
                .of_fate(Fate::OverQuota)
                .map(|(row, _)| row)
                .collect();
            assert!(!behind.contains(&over), "{stays:?} leaves others behind");
            behind.push(over);
        }
        eprintln!("room: {:?}", fate_sums(&foretold.told));
        act::send(browser).await?;
        assert_eq!(see::reported(browser).await?, foretold.report());
        let after = by_key(&stage.tenant.state().await.indicators());
        assert_eq!(after.len(), MOST, "it is full");
        assert_eq!(differences(&foretold.after(), &after), [""; 0]);
        Ok(())
    })
    .await;
}
