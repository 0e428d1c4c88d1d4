//! A visit of many steps drawn at random. `cargo xtask bench soak` makes a longer one and measures it.

use browser::soak::Visit;
use browser::{Engine, Reader};

const SEED: u64 = 3;
const STEPS: usize = 40;
const RELOAD_AFTER: usize = 20;

#[tokio::test]
async fn after_a_long_visit_state_and_outputs_are_those_of_a_straight_run() {
    // On a busy machine a run of this visit has ended as an error there, for a reason that is not known yet.
    let Some(reader) = Reader::unless(&[(Engine::WebKit, "a run ends as an error when the machine is busy")]).await
    else {
        return;
    };
    let mut visit = Visit::begin(&reader, SEED).await;
    for step in 1..=STEPS {
        visit.step().await;
        if step == RELOAD_AFTER {
            visit.reload().await;
        }
    }
    visit.check().await;
    visit.compare_with_a_straight_run().await;
    drop(visit);
    assert_eq!(reader.complaints().await, Vec::<String>::new());
    reader.leave().await.expect("the browser ends");
}
