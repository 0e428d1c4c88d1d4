//! How a worker comes from one state to another.

use crate::bench::{Anchor, Blob, Route};
use crate::protocol::{Origin, Path};

impl Route {
    /// The number of the state that the route leads to; 0 for the pristine one.
    pub fn end(&self) -> u32 {
        self.steps.last().copied().unwrap_or(self.anchor.number())
    }

    /// The number of the state after this many steps of the route.
    fn state(&self, steps: usize) -> u32 {
        steps.checked_sub(1).map_or(self.anchor.number(), |last| self.steps[last])
    }

    /// How many steps of the route lead to the state of this number; `None` if it does not pass through that state.
    fn position(&self, state: u32) -> Option<usize> {
        (0..=self.steps.len()).find(|steps| self.state(*steps) == state)
    }
}

/// The path by which a worker comes from the end of one route to the end of another, and the names of the bytes that go
/// with it. `None` if there is no such path.
///
/// It goes back to the last state that both routes pass through, or begins anew at the second one's anchor.
pub fn path(from: &Route, to: &Route) -> Option<(Path, Vec<Blob>)> {
    let steps = |numbers: &[u32]| numbers.iter().map(|number| Blob::Step(*number)).collect::<Vec<_>>();
    let shared = (0..=to.steps.len()).rev().find_map(|forth| Some((from.position(to.state(forth))?, forth)));
    match (shared, to.anchor) {
        // A pristine interpreter costs nothing, but taking steps back does.
        (Some((position, 0)), Anchor::Pristine) if position < from.steps.len() => {}
        (Some((position, forth)), _) => {
            let mut back = steps(&from.steps[position..]);
            back.reverse();
            let forth = steps(&to.steps[forth..]);
            let path = Path { from: Origin::Here, back: back.len() as u32, forth: forth.len() as u32 };
            back.extend(forth);
            return Some((path, back));
        }
        (None, _) => {}
    }
    let (from, mut blobs) = match to.anchor {
        Anchor::Pristine => (Origin::Pristine, Vec::new()),
        Anchor::Whole { number, .. } => (Origin::Whole, vec![Blob::Whole(number)]),
        Anchor::Live { .. } => return None,
    };
    blobs.extend(steps(&to.steps));
    Some((Path { from, back: 0, forth: to.steps.len() as u32 }, blobs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(anchor: Anchor, steps: &[u32]) -> Route {
        Route { anchor, steps: steps.to_vec() }
    }

    fn whole(number: u32) -> Anchor {
        Anchor::Whole { number, bytes: 1 }
    }

    #[test]
    fn a_path_leaves_at_the_last_state_that_both_routes_have() {
        use Anchor::{Live, Pristine};
        use Blob::{Step, Whole};
        let live = Live { number: 7 };
        let cases = [
            (route(Pristine, &[1, 2]), route(Pristine, &[1, 2, 3]), Some((Origin::Here, 0, 1, vec![Step(3)]))),
            (route(Pristine, &[1, 2, 3]), route(Pristine, &[1]), Some((Origin::Here, 2, 0, vec![Step(3), Step(2)]))),
            (route(Pristine, &[1, 2]), route(Pristine, &[1, 4]), Some((Origin::Here, 1, 1, vec![Step(2), Step(4)]))),
            (route(Pristine, &[1, 2]), Route::default(), Some((Origin::Pristine, 0, 0, vec![]))),
            (
                route(Pristine, &[1, 2]),
                route(Pristine, &[5, 6]),
                Some((Origin::Pristine, 0, 2, vec![Step(5), Step(6)])),
            ),
            (Route::default(), route(Pristine, &[5]), Some((Origin::Here, 0, 1, vec![Step(5)]))),
            (Route::default(), route(whole(3), &[4]), Some((Origin::Whole, 0, 1, vec![Whole(3), Step(4)]))),
            (route(Pristine, &[1, 2, 3]), route(whole(3), &[4]), Some((Origin::Here, 0, 1, vec![Step(4)]))),
            (route(Pristine, &[1, 2, 3, 4]), route(whole(3), &[]), Some((Origin::Here, 1, 0, vec![Step(4)]))),
            (route(live, &[8]), route(live, &[8, 9]), Some((Origin::Here, 0, 1, vec![Step(9)]))),
            (Route::default(), route(live, &[8]), None),
        ];
        for (from, to, wanted) in cases {
            let found = path(&from, &to).map(|(path, blobs)| (path.from, path.back, path.forth, blobs));
            assert_eq!(found, wanted, "{from:?} to {to:?}");
        }
    }
}
