//! Lists drawn a slice at a time, so that a very long one does not hold the page.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How many items of a list are drawn.
#[derive(Clone, PartialEq)]
pub struct Growing {
    pub shown: usize,
    /// Draws more than would be drawn without being asked.
    pub more: Callback<MouseEvent>,
}

const FIRST: usize = 60;
const STEP: usize = 60;
const LIMIT: usize = 600;

/// Starts again for every new `key`; grows to `total` or to a limit, which `more` raises.
#[hook]
pub fn use_growing<T: PartialEq + 'static>(key: T, total: usize) -> Growing {
    let shown = use_state(|| FIRST);
    let limit = use_state(|| LIMIT);
    {
        let (shown, limit) = (shown.clone(), limit.clone());
        use_effect_with(key, move |_| {
            shown.set(FIRST);
            limit.set(LIMIT);
        });
    }
    {
        let next = shown.clone();
        use_effect_with((*shown, *limit, total), move |&(shown, limit, total)| {
            let grows = shown < total.min(limit);
            let next = grows.then(|| Timeout::new(30, move || next.set(shown + STEP)));
            move || drop(next)
        });
    }
    Growing {
        shown: (*shown).min(total),
        more: Callback::from(move |_| limit.set(*limit + LIMIT)),
    }
}
