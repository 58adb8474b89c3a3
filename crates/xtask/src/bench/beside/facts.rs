//! What the example says it measured, a line each.

use serde_json::Value;

use crate::Outcome;

/// All that was measured in one go.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub(super) browser: String,
    pub(super) all: Vec<Fact>,
}

/// What one contestant made of one input.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    pub(super) set: String,
    pub(super) input: String,
    pub(super) who: String,
    pub(super) bytes: f64,
    pub(super) rows: f64,
    /// Of all runs, or 0 where none was timed.
    pub(super) milliseconds: f64,
    /// Of all browsers, where memory was taken.
    pub(super) peak: Option<f64>,
    /// Accepted, repeated and refused.
    pub(super) counts: [u64; 3],
    /// Stands for all that would be sent.
    digest: String,
}

/// The contestant that is ours.
pub(super) const OURS: &str = "ours";

impl Facts {
    pub(super) fn read(output: &str) -> Outcome<Self> {
        let mut facts = Self::default();
        for line in output.lines() {
            let said: Value = serde_json::from_str(line)
                .map_err(|error| format!("the example printed what is not JSON: {error}"))?;
            match said["browser"].as_str() {
                Some(version) => version.clone_into(&mut facts.browser),
                None => facts.all.push(Fact::read(&said)),
            }
        }
        Ok(facts)
    }

    /// Those of one set, in their order.
    pub(super) fn of<'f>(&'f self, set: &str) -> Vec<&'f Fact> {
        self.all.iter().filter(|fact| fact.set == set).collect()
    }

    /// The inputs of a set, in their order.
    pub(super) fn inputs(&self, set: &str) -> Vec<&str> {
        let mut inputs: Vec<&str> = self.of(set).iter().map(|fact| &*fact.input).collect();
        inputs.dedup();
        inputs
    }

    pub(super) fn one(&self, set: &str, input: &str, who: &str) -> Option<&Fact> {
        let mut all = self.all.iter();
        all.find(|fact| fact.set == set && fact.input == input && fact.who == who)
    }

    /// How many times as long as ours another takes.
    pub(super) fn ratio(&self, set: &str, input: &str, who: &str) -> Option<f64> {
        let ours = self.one(set, input, OURS)?;
        Some(self.one(set, input, who)?.milliseconds / ours.milliseconds)
    }

    /// Where contestants who have the same rules come to other rows or calls.
    pub(super) fn differences(&self) -> Vec<String> {
        let mut differ = Vec::new();
        for fact in self.of("tables").into_iter().chain(self.of("fresh")) {
            let Some(ours) = self.one(&fact.set, &fact.input, OURS) else {
                continue;
            };
            if fact.counts != ours.counts || fact.digest != ours.digest {
                differ.push(format!(
                    "of \"{}\" {} has {:?}, ours {:?}",
                    fact.input, fact.who, fact.counts, ours.counts
                ));
            }
        }
        differ
    }
}

impl Fact {
    fn read(said: &Value) -> Self {
        let text = |key: &str| said[key].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| said[key].as_f64().unwrap_or_default();
        let count = |key: &str| said["told"][key].as_u64().unwrap_or_default();
        Self {
            set: text("set"),
            input: text("input"),
            who: text("who"),
            bytes: number("bytes"),
            rows: number("rows"),
            milliseconds: median(&said["milliseconds"]).unwrap_or_default(),
            peak: median(&said["peaks"]),
            counts: ["accepted", "repeated", "refused"].map(count),
            digest: said["found"]["digest"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
        }
    }

    pub(super) fn megabytes_a_second(&self) -> f64 {
        self.bytes / 1_000.0 / self.milliseconds
    }
}

fn median(figures: &Value) -> Option<f64> {
    let figures = figures.as_array()?.iter().filter_map(Value::as_f64);
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fact(who: &str, accepted: u64, digest: &str) -> String {
        format!(
            "{{\"set\":\"tables\",\"input\":\"a\",\"who\":\"{who}\",\"bytes\":2000,\"milliseconds\":[3,1,2],\
             \"told\":{{\"accepted\":{accepted}}},\"found\":{{\"digest\":\"{digest}\"}}}}\n"
        )
    }

    fn differences(lines: &[(u64, &str)]) -> usize {
        let lines = lines.iter().enumerate();
        let lines = lines.map(|(at, (accepted, digest))| {
            fact(if at == 0 { OURS } else { "zod" }, *accepted, digest)
        });
        let facts = Facts::read(&lines.collect::<String>()).expect("facts");
        facts.differences().len()
    }

    #[test]
    fn who_does_another_job_is_found() {
        assert_eq!(differences(&[(5, "x"), (5, "x")]), 0);
        assert_eq!(differences(&[(5, "x"), (6, "x")]), 1);
        assert_eq!(differences(&[(5, "x"), (5, "y")]), 1);
    }

    #[test]
    fn the_middle_of_all_runs_counts() {
        let facts = Facts::read(&(fact(OURS, 1, "") + "{\"browser\":\"150\"}\n")).expect("facts");
        assert_eq!(facts.browser, "150");
        assert!((facts.all[0].milliseconds - 2.0).abs() < 1e-9);
        assert!((facts.all[0].megabytes_a_second() - 1.0).abs() < 1e-9);
        assert!(Facts::read("no fact").is_err());
    }
}
