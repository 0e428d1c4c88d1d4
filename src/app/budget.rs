//! How many bytes of states may be held, by what the reader's machine has.

/// What the browser says of the reader's machine. `None` is what it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Machine {
    /// Gibibytes of memory, rounded and 8 at most (`navigator.deviceMemory`, in Chromium only).
    pub memory: Option<f64>,
    /// How many bytes this address may keep (`navigator.storage.estimate()`).
    pub quota: Option<f64>,
}

/// How many bytes may be held, in the packed form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// In the page's memory.
    pub memory: usize,
    /// Of the whole timeline: in the page's memory if there is no store, and otherwise in the store.
    pub timeline: usize,
}

const MIB: f64 = 1024.0 * 1024.0;
/// How much of each gibibyte of the machine's memory the page may hold: it should not fill an old laptop.
const OF_EACH_GIBIBYTE: f64 = 8.0 * MIB;
/// How many gibibytes of memory are assumed if the browser does not say.
const USUAL_MEMORY: f64 = 4.0;
/// How much of what this address may keep the timeline may take. The rest is for the workbook's own files and for other
/// courses.
const OF_QUOTA: f64 = 0.25;
/// How much the timeline may take at most. Nobody goes back through more.
const MOST: f64 = 512.0 * MIB;

impl Budget {
    /// What may be held on this machine. `has_store` says whether this browser keeps the timeline.
    pub fn of(machine: Machine, has_store: bool) -> Self {
        let memory = machine.memory.filter(|memory| *memory > 0.0).unwrap_or(USUAL_MEMORY) * OF_EACH_GIBIBYTE;
        let memory = memory.clamp(16.0 * MIB, 128.0 * MIB);
        let store = machine.quota.map_or(128.0 * MIB, |quota| quota * OF_QUOTA).min(MOST);
        let timeline = if has_store { memory.max(store) } else { memory };
        Self { memory: memory as usize, timeline: timeline as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_follows_the_machine_within_bounds() {
        let mib = |machine, has_store| {
            let budget = Budget::of(machine, has_store);
            (budget.memory >> 20, budget.timeline >> 20)
        };
        let machine = |memory, quota| Machine { memory, quota };
        assert_eq!(mib(machine(None, None), false), (32, 32));
        assert_eq!(mib(machine(None, None), true), (32, 128));
        assert_eq!(mib(machine(Some(8.0), Some(1e12)), true), (64, 512));
        assert_eq!(mib(machine(Some(0.5), Some(40.0 * MIB)), true), (16, 16), "a small phone that is almost full");
        assert_eq!(mib(machine(Some(f64::NAN), Some(f64::NAN)), true), (32, 512));
    }
}
