//! Rows that are served whenever another is, and options that another replaces at no more cost.

use super::super::effort::{Cut, Looks, Stop};
use super::core::Core;

/// A core without dominated rows and options, and the options that every cover needs.
///
/// A row whose options include all those of another is served with it. An option is never needed where another serves all its rows and costs
/// no more. A row with one option left forces it. All three are repeated until nothing changes. O(pairs × length of a short row) a round.
///
/// # Errors
/// [`Cut`] when `stop` said so.
pub(super) fn reduced(core: &Core, stop: Stop) -> Result<(Vec<u32>, Core), Cut> {
    let mut looks = Looks::new(stop);
    let mut rest = Rest::of(core, &mut looks)?;
    while rest.drop_rows(&mut looks)? | rest.drop_options(&mut looks)? {}
    let kept: Vec<usize> = (0..core.costs.len()).filter(|option| rest.option_on[*option]).collect();
    let mut places = vec![0; core.costs.len()];
    (0u32..).zip(&kept).for_each(|(place, option)| places[*option] = place);
    let rows = (0..core.rows.len()).filter(|row| rest.row_on[*row]);
    let rows = rows.map(|row| rest.options_of(row).map(|option| places[option as usize]).collect()).collect();
    let left = Core {
        rows,
        costs: kept.iter().map(|option| core.costs[*option]).collect(),
        ids: kept.iter().map(|option| core.ids[*option]).collect(),
    };
    Ok((rest.forced, left))
}

struct Rest<'a> {
    core: &'a Core,
    /// The rows of each option, ascending.
    rows_of: Vec<Vec<u32>>,
    row_on: Vec<bool>,
    option_on: Vec<bool>,
    /// How many options are left to each row, and rows to each option.
    row_length: Vec<u32>,
    option_length: Vec<u32>,
    /// By their numbers outside the core.
    forced: Vec<u32>,
}

impl<'a> Rest<'a> {
    fn of(core: &'a Core, looks: &mut Looks) -> Result<Self, Cut> {
        let mut rows_of = vec![Vec::new(); core.costs.len()];
        for (number, row) in (0u32..).zip(&core.rows) {
            looks.after(row.len())?;
            row.iter().for_each(|option| rows_of[*option as usize].push(number));
        }
        let length = |list: &Vec<u32>| u32::try_from(list.len()).unwrap_or(u32::MAX);
        Ok(Self {
            core,
            row_on: vec![true; core.rows.len()],
            option_on: vec![true; core.costs.len()],
            row_length: core.rows.iter().map(length).collect(),
            option_length: rows_of.iter().map(length).collect(),
            rows_of,
            forced: Vec::new(),
        })
    }

    fn options_of(&self, row: usize) -> impl Iterator<Item = u32> {
        self.core.rows[row].iter().copied().filter(|option| self.option_on[*option as usize])
    }

    fn drop_row(&mut self, row: usize) {
        self.row_on[row] = false;
        self.core.rows[row].iter().for_each(|option| self.option_length[*option as usize] -= 1);
    }

    fn drop_option(&mut self, option: usize) {
        self.option_on[option] = false;
        self.rows_of[option].iter().for_each(|row| self.row_length[*row as usize] -= 1);
    }

    fn drop_rows(&mut self, looks: &mut Looks) -> Result<bool, Cut> {
        let mut changed = false;
        for row in 0..self.core.rows.len() {
            if !self.row_on[row] {
                continue;
            }
            // Whoever includes this row stands in the column of each of its options: the shortest is searched.
            let Some(option) = self.options_of(row).min_by_key(|option| (self.option_length[*option as usize], *option)) else { continue };
            if self.row_length[row] == 1 {
                self.forced.push(self.core.ids[option as usize]);
                self.drop_option(option as usize);
                for other in self.rows_of[option as usize].clone() {
                    if self.row_on[other as usize] {
                        self.drop_row(other as usize);
                    }
                }
                changed = true;
                continue;
            }
            for other in self.rows_of[option as usize].clone() {
                looks.after(self.row_length[row] as usize)?;
                let other = other as usize;
                let (length, others) = (self.row_length[row], self.row_length[other]);
                // Of rows that are alike the first stays.
                if other == row || !self.row_on[other] || others < length || (others == length && other < row) {
                    continue;
                }
                if includes(&self.core.rows[other], &self.core.rows[row], &self.option_on) {
                    self.drop_row(other);
                    changed = true;
                }
            }
        }
        Ok(changed)
    }

    fn drop_options(&mut self, looks: &mut Looks) -> Result<bool, Cut> {
        let mut changed = false;
        for option in 0..self.core.costs.len() {
            if !self.option_on[option] {
                continue;
            }
            looks.after(self.rows_of[option].len())?;
            let rows = self.rows_of[option].iter().copied().filter(|row| self.row_on[*row as usize]);
            let Some(row) = rows.min_by_key(|row| (self.row_length[*row as usize], *row)) else {
                // It serves nobody any more.
                self.drop_option(option);
                continue;
            };
            let replaces = |other: u32| {
                let other = other as usize;
                let (cost, costs) = (self.core.costs[option], self.core.costs[other]);
                let (length, others) = (self.option_length[option], self.option_length[other]);
                other != option
                    && costs <= cost
                    && others >= length
                    && !(others == length && costs == cost && other > option)
                    && includes(&self.rows_of[other], &self.rows_of[option], &self.row_on)
            };
            if self.options_of(row as usize).any(replaces) {
                self.drop_option(option);
                changed = true;
            }
        }
        Ok(changed)
    }
}

/// Whether every member of `small` that is on is in `large`. Both ascend.
fn includes(large: &[u32], small: &[u32], on: &[bool]) -> bool {
    let mut place = 0;
    for member in small.iter().filter(|member| on[**member as usize]) {
        while place < large.len() && large[place] < *member {
            place += 1;
        }
        if large.get(place) != Some(member) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Option 2 serves all that 0 serves at the same cost; then 1 serves only row 1, as 2 does: 2 alone is left and forced.
    #[test]
    fn what_is_dominated_goes() {
        let core = Core::new(vec![vec![0, 2], vec![1, 2], vec![0, 1, 2]], vec![1, 1, 1]);
        let (forced, left) = reduced(&core, &|| false).unwrap();
        assert_eq!((forced, left.rows.len()), (vec![2], 0));
    }

    /// A dear option is kept beside cheap ones that only together do its work.
    #[test]
    fn a_dearer_option_dominates_nothing() {
        let core = Core::new(vec![vec![0, 2], vec![1, 2]], vec![2, 2, 3]);
        let (forced, left) = reduced(&core, &|| false).unwrap();
        assert_eq!((forced, left.rows.len(), left.costs), (Vec::new(), 2, vec![2, 2, 3]));
    }
}
