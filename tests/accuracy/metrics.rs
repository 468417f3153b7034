//! The measures themselves, each over plain numbers.

/// How yes-or-no decisions turned out.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Outcomes {
    pub(crate) hits: usize,
    pub(crate) false_alarms: usize,
    pub(crate) misses: usize,
    pub(crate) rejections: usize,
}

impl Outcomes {
    pub(crate) const fn add(&mut self, truth: bool, decision: bool) {
        let count = match (truth, decision) {
            (true, true) => &mut self.hits,
            (false, true) => &mut self.false_alarms,
            (true, false) => &mut self.misses,
            (false, false) => &mut self.rejections,
        };
        *count += 1;
    }

    /// How many should have been found.
    pub(crate) const fn wanted(&self) -> usize {
        self.hits + self.misses
    }

    pub(crate) const fn total(&self) -> usize {
        self.wanted() + self.false_alarms + self.rejections
    }

    /// Of what was found, the share that is right.
    pub(crate) fn precision(&self) -> f64 {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// Of what should be found, the share that was.
    pub(crate) fn recall(&self) -> f64 {
        share(self.hits, self.wanted())
    }

    /// The harmonic mean of precision and recall.
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)
    }

    /// Of what should not be found, the share that was.
    pub(crate) fn false_alarm_rate(&self) -> f64 {
        share(self.false_alarms, self.false_alarms + self.rejections)
    }
}

/// Collects pairs of truth and decision.
impl FromIterator<(bool, bool)> for Outcomes {
    fn from_iter<T: IntoIterator<Item = (bool, bool)>>(pairs: T) -> Self {
        let mut outcomes = Self::default();
        for (truth, decision) in pairs {
            outcomes.add(truth, decision);
        }
        outcomes
    }
}

/// A part of a whole; nothing of nothing is 0.
pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// The chance that a true row scores higher than a false one, ties counting half: the area under the ROC
/// curve. 0 where all rows are of one kind.
pub(crate) fn auc(rows: &[(bool, f64)]) -> f64 {
    let scores: Vec<f64> = rows.iter().map(|(_, score)| *score).collect();
    let ranks = ranks(&scores);
    let of_true: f64 =
        rows.iter().zip(ranks).filter(|((truth, _), _)| *truth).map(|(_, rank)| rank).sum();
    let trues = rows.iter().filter(|(truth, _)| *truth).count();
    let pairs = trues * (rows.len() - trues);
    if pairs == 0 {
        return 0.0;
    }
    (of_true - number(trues) * (number(trues) + 1.0) / 2.0) / number(pairs)
}

/// The mean over the true rows, from the highest score down, of the precision reached there: the area under
/// the precision-recall curve. Equal scores enter together.
pub(crate) fn average_precision(rows: &[(bool, f64)]) -> f64 {
    let mut falling = rows.to_vec();
    falling.sort_by(|a, b| b.1.total_cmp(&a.1));
    let trues = rows.iter().filter(|(truth, _)| *truth).count();
    let (mut found, mut hits, mut sum) = (0, 0, 0.0);
    for equal in falling.chunk_by(|a, b| a.1 == b.1) {
        let right = equal.iter().filter(|(truth, _)| *truth).count();
        found += equal.len();
        hits += right;
        sum += share(right, trues) * share(hits, found);
    }
    sum
}

/// The correlation of the ranks, -1 to 1; 0 where one side is all the same.
pub(crate) fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (left, right) = (from_mean(&ranks(&left)), from_mean(&ranks(&right)));
    let product = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(x, y)| x * y).sum() };
    let spread = product(&left, &left).sqrt() * product(&right, &right).sqrt();
    if spread == 0.0 { 0.0 } else { product(&left, &right) / spread }
}

fn from_mean(values: &[f64]) -> Vec<f64> {
    let mean = values.iter().sum::<f64>() / number(values.len().max(1));
    values.iter().map(|value| value - mean).collect()
}

/// The place of each value in rising order, from 1; equal values share the mean of their places.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut before = 0;
    for equal in order.chunk_by(|a, b| values[*a] == values[*b]) {
        for at in equal {
            ranks[*at] = number(before) + (number(equal.len()) + 1.0) / 2.0;
        }
        before += equal.len();
    }
    ranks
}

/// A count as a number that measures can be made of.
pub(crate) fn number(count: usize) -> f64 {
    u32::try_from(count).unwrap().into()
}

#[cfg(test)]
mod tests {
    use super::{Outcomes, auc, average_precision, ranks, share, spearman};

    fn near(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-12
    }

    #[test]
    fn decisions_are_counted_by_how_they_turned_out() {
        // Three to find: two found, one missed; of two others one was found too.
        let pairs = [(true, true), (true, true), (true, false), (false, true), (false, false)];
        let outcomes: Outcomes = pairs.into_iter().collect();
        assert_eq!(outcomes, Outcomes { hits: 2, false_alarms: 1, misses: 1, rejections: 1 });
        assert_eq!((outcomes.wanted(), outcomes.total()), (3, 5));
        assert!(near(outcomes.precision(), 2.0 / 3.0), "{}", outcomes.precision());
        assert!(near(outcomes.recall(), 2.0 / 3.0), "{}", outcomes.recall());
        assert!(near(outcomes.f1(), 2.0 / 3.0), "{}", outcomes.f1());
        assert!(near(outcomes.false_alarm_rate(), 0.5), "{}", outcomes.false_alarm_rate());
        // Precision 1 of 4 and recall 1 of 2: the harmonic mean is a third.
        let uneven = Outcomes { hits: 1, false_alarms: 3, misses: 1, rejections: 0 };
        assert!(near(uneven.f1(), 1.0 / 3.0), "{}", uneven.f1());
    }

    #[test]
    fn nothing_of_nothing_is_no_share() {
        assert!(near(share(0, 0), 0.0) && near(share(1, 4), 0.25));
        let none = Outcomes::default();
        let all = [none.precision(), none.recall(), none.f1(), none.false_alarm_rate()];
        assert!(all.iter().all(|value| near(*value, 0.0)), "{all:?}");
        assert!(near(auc(&[(true, 1.0)]), 0.0) && near(average_precision(&[]), 0.0));
        assert!(near(spearman(&[]), 0.0) && near(spearman(&[(1.0, 2.0), (1.0, 3.0)]), 0.0));
    }

    #[test]
    fn equal_values_share_a_rank() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0, 9.0]), [2.5, 1.0, 2.5, 4.0]);
        assert_eq!(ranks(&[7.0, 7.0, 7.0]), [2.0, 2.0, 2.0]);
    }

    #[test]
    fn auc_counts_pairs_in_order_and_ties_half() {
        let rows: [(&[(bool, f64)], f64); 4] = [
            (&[(true, 3.0), (false, 1.0)], 1.0),
            (&[(true, 1.0), (false, 3.0)], 0.0),
            (&[(true, 2.0), (false, 2.0)], 0.5),
            // Of six pairs, four in order and one tied.
            (&[(true, 9.0), (true, 4.0), (false, 4.0), (false, 5.0), (false, 1.0)], 4.5 / 6.0),
        ];
        for (row, expected) in rows {
            assert!(near(auc(row), expected), "{row:?}: {}", auc(row));
        }
    }

    #[test]
    fn average_precision_falls_with_every_false_row_above() {
        let rows: [(&[(bool, f64)], f64); 4] = [
            (&[(true, 3.0), (false, 1.0)], 1.0),
            (&[(false, 3.0), (true, 1.0)], 0.5),
            // Right at the first and third place: (1 + 2/3) / 2.
            (&[(true, 4.0), (false, 3.0), (true, 2.0), (false, 1.0)], 5.0 / 6.0),
            // A tie enters as one: both are found at a precision of a half.
            (&[(true, 2.0), (false, 2.0)], 0.5),
        ];
        for (row, expected) in rows {
            assert!(near(average_precision(row), expected), "{row:?}: {}", average_precision(row));
        }
    }

    #[test]
    fn spearman_sees_order_alone() {
        let rows: [(&[(f64, f64)], f64); 4] = [
            (&[(1.0, 10.0), (2.0, 1000.0), (3.0, 1001.0)], 1.0),
            (&[(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)], -1.0),
            // Ranks 1 2 3 4 and 2 1 4 3: 1 - 6 * 4 / (4 * 15).
            (&[(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.0)], 0.6),
            // Ranks 1.5 1.5 3 and 1 2 3: 1.5 / sqrt(1.5 * 2).
            (&[(1.0, 1.0), (1.0, 2.0), (2.0, 3.0)], 0.75_f64.sqrt()),
        ];
        for (row, expected) in rows {
            assert!(near(spearman(row), expected), "{row:?}: {}", spearman(row));
        }
    }
}
