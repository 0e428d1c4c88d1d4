//! Random numbers that can be repeated: the same seed gives the same numbers on every machine.

/// A generator of random numbers. It is SplitMix64, which is short and good enough for drawing steps.
pub struct Dice(u64);

impl Dice {
    /// A generator that begins with this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`. All are about equally likely, because `end` is small in comparison with the generator's
    /// range.
    ///
    /// # Panics
    /// If `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end as u64) as usize
    }

    /// One of some things, each with its weight. A thing of twice the weight is twice as likely.
    ///
    /// # Panics
    /// If there are no things, or all weights are 0.
    pub fn one_of<T: Copy>(&mut self, weighted: &[(usize, T)]) -> T {
        let mut left = self.below(weighted.iter().map(|(weight, _)| weight).sum());
        for (weight, thing) in weighted {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return *thing,
            }
        }
        unreachable!("what was drawn is below the sum of the weights")
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_seed_gives_the_same_numbers_and_weights_are_kept() {
        let throw = |seed| {
            let mut dice = Dice::new(seed);
            (0..1000).map(|_| dice.one_of(&[(1, 'a'), (3, 'b'), (0, 'c')])).collect::<String>()
        };
        assert_eq!(throw(10), throw(10));
        assert_ne!(throw(10), throw(11));
        let rare = throw(10).matches('a').count();
        assert!((200..300).contains(&rare), "{rare}");
        assert!(!throw(10).contains('c'));
    }
}
