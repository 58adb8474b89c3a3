//! Pages that are lost in the middle of an undo, which another goes on with.

use super::*;

impl World {
    /// Undoes a run, in a page that is gone after so many halves of steps, and goes on with it in
    /// another, before which somebody does something. Says whether the first page came to the end.
    fn undo_in_two_lives(&mut self, halves: usize, between: impl FnOnce(&mut Self)) -> bool {
        let (mut session, _) = self.prepared(0, ANN);
        self.seconds += 60;
        self.dies_after = Some(halves);
        self.send(&mut session, ANN);
        let has_ended = self.dies_after.take() > Some(0);
        self.seconds += 7_200;
        between(self);
        if let Some(kept) = self.kept.get(1).cloned() {
            let mut session = configured();
            let _: Vec<Event> = session.resume(self.now(), kept, by(ANN));
            self.drive(&mut session, ANN);
        } else {
            self.undo(0, ANN);
        }
        has_ended
    }
}

#[test]
fn an_undo_that_was_cut_off_at_any_step_is_gone_on_with() {
    for lost in 0..3 {
        let mut ended = false;
        for halves in 0..400 {
            let mut world = filled();
            let before = world.tenant.clone();
            world.import(ANN, ROWS, true, replacing());
            world.lost = lost;
            ended = world.undo_in_two_lives(halves, |_| {});
            let made = ["DomainName replaced.example Audit".to_owned()];
            assert_eq!(
                state(&world.tenant, &made),
                state(&before, &made),
                "{lost} {halves}"
            );
            let last = world.kept.last().expect("an undo");
            let closing = last.closing.as_ref().expect("an end");
            assert_eq!(deeds_of(&closing.summary), [4, 2, 2, 0], "{lost} {halves}");
            if ended {
                break;
            }
        }
        assert!(ended, "so many steps it never takes");
    }
}

/// What others have written to while the page was gone is theirs, as far as it was not taken back yet.
#[test]
fn what_has_changed_until_an_undo_is_gone_on_with_is_left_alone() {
    for halves in 0..400 {
        let mut world = filled();
        world.import(ANN, ROWS, true, replacing());
        let keys =
            ["made.example", "updated.example"].map(|value| format!("DomainName {value} Block"));
        let mut theirs = Vec::new();
        let ended = world.undo_in_two_lives(halves, |world| {
            for key in &keys {
                let is_new = |held: &&Value| held["title"] != "old";
                if let Some(held) = world.tenant.held.get(key).filter(is_new).cloned() {
                    let mut item = held;
                    item["title"] = json!("theirs");
                    world.tenant.submit(&item, BOB, world.now().wall);
                    theirs.push(key.clone());
                }
            }
        });
        for key in &theirs {
            let held = world.tenant.held.get(key);
            assert_eq!(
                held.map(|held| &held["title"]),
                Some(&json!("theirs")),
                "{halves} {key}"
            );
        }
        let last = world.kept.last().expect("an undo");
        let left = last
            .closing
            .as_ref()
            .map(|closing| closing.summary.left_alone);
        let left = left.expect("an end") as usize;
        // What had left and was not answered is in doubt instead.
        assert!(left <= theirs.len(), "{halves}");
        if ended {
            assert!(theirs.is_empty());
            return;
        }
    }
    panic!("so many steps it never takes");
}
