//! Whether the workbook can be opened without a network, and the buttons for that.

use yew::prelude::*;

use crate::app::browser::offline::{self, Kind, Standing};

/// How the offline store stands, in Settings.
#[component]
pub fn OfflineView() -> Html {
    let standing = use_state(Standing::default);
    {
        let standing = standing.clone();
        use_effect_with((), move |()| offline::hear(Callback::from(move |now| standing.set(now))));
    }
    let Standing { kind, bytes, total, reason } = &*standing;
    let keep = || html! { <button type="button" onclick={Callback::from(|_: MouseEvent| offline::keep())}>{ "Make available offline" }</button> };
    let (word, shown) = match kind {
        Kind::None => ("none", html! { <p>{ format!("Not kept for offline use: {reason}.") }</p> }),
        Kind::Absent => ("absent", html! { <><p>{ "Not kept for offline use." }</p>{ keep() }</> }),
        Kind::Filling => (
            "filling",
            html! {
                <label>
                    { if *total > 0.0 { format!("Keeping it for offline use: {:.1} of {:.1} MB", bytes / 1e6, total / 1e6) } else { "Keeping it for offline use".to_owned() } }
                    <progress max={total.max(1.0).to_string()} value={bytes.to_string()} />
                </label>
            },
        ),
        Kind::Ready => (
            "ready",
            html! {
                <>
                    <p>{ format!("Opens without a network; ready: {:.1} MB.", bytes / 1e6) }</p>
                    <button type="button" onclick={Callback::from(|_: MouseEvent| offline::remove())}>{ "Remove the offline copy" }</button>
                </>
            },
        ),
        Kind::Failed => {
            ("failed", html! { <><p>{ format!("It could not be kept for offline use: {reason}.") }</p>{ keep() }</> })
        }
    };
    html! { <div class="offline" data-offline={word}>{ shown }</div> }
}
