//! Bars drawn as SVG rectangles: widths are attributes, so that the policy needs no inline style.

use yew::prelude::*;

use crate::figures;

/// A part of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// `a` and `b` in the accent's two strengths, `c` for trouble, `d` for failure.
    pub class: &'static str,
    /// How much.
    pub amount: u32,
}

/// A bar of `whole`, one segment after another.
pub fn track(segments: &[Segment], whole: u32) -> Html {
    let mut from = 0.0;
    let rects: Html = segments
        .iter()
        .map(|segment| {
            let (x, width) = (from, share(segment.amount, whole));
            from += width;
            html! { <rect class={segment.class} x={format!("{x:.2}")} width={format!("{width:.2}")} height="8" /> }
        })
        .collect();
    html! { <svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{ rects }</svg> }
}

/// A list of named bars, each against the longest.
pub fn bars(lines: &[(&'static str, u32)]) -> Html {
    let longest = lines.iter().map(|line| line.1).max().unwrap_or(0);
    let line = |&(name, count): &(&'static str, u32)| {
        html! {
            <li>
                <span>{ name }</span>
                { track(&[Segment { class: "a", amount: count }], longest) }
                <b>{ figures::number(count) }</b>
            </li>
        }
    };
    html! { <ul class="bars">{ for lines.iter().map(line) }</ul> }
}

/// One mark for each of `whole`, the first `used` of them filled.
pub fn ticks(used: u32, whole: u32, label: String) -> Html {
    let mark = |i: u32| {
        let class = (i < used).then_some("a");
        html! { <rect {class} x={(i * 10).to_string()} width="8" height="12" /> }
    };
    let view_box = format!("0 0 {} 12", (whole * 10).saturating_sub(2).max(1));
    html! {
        <svg class="ticks" viewBox={view_box} preserveAspectRatio="none" role="img" aria-label={label}>
            { for (0..whole).map(mark) }
        </svg>
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 {
        0.0
    } else {
        f64::from(part) * 100.0 / f64::from(whole)
    }
}
