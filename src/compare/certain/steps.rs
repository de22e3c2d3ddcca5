//! The desks around each cell in the order of distance, and what the first one, two, three … of them offer together.
//!
//! Under any norm and any decay that a study can draw people use the nearest desks, some more and some fewer: the order stays, and so does what
//! the first so many offer. It is worked out once; a draw only looks up how many there are.

use std::collections::HashMap;
use std::ops::Range;

use crate::measure::{Desk, add_classes, offered_hours};
use crate::reach::Matrix;
use crate::units::Share;
use crate::week::Classes;

/// Nothing comes before.
const ROOT: u32 = u32::MAX;

/// The desks around some cells.
pub(super) struct Steps {
    /// Where the desks of each cell begin, and their end.
    starts: Vec<usize>,
    /// Metres in a straight line, ascending in each cell.
    metres: Vec<f64>,
    /// The desk, by its place among the desks.
    desk: Vec<u32>,
    /// All desks up to this one: a node of the tree.
    node: Vec<u32>,
    /// Reachable hours of each node; 0 for those beyond every norm.
    hours: Vec<f64>,
    /// For each profile the share of the week that each node covers.
    shares: Vec<Vec<f64>>,
}

/// What the desks are measured with.
pub(super) struct Weeks<'a> {
    pub desks: &'a [Desk],
    /// Of the week of each desk and of what its building adds.
    pub classes: &'a Classes,
    /// The weight of each class, by profile.
    pub weights: &'a [Vec<f64>],
    pub outside: Share,
}

/// The tree of orders: a node is a desk after those before it.
#[derive(Default)]
struct Tree {
    children: HashMap<(u32, u32), u32>,
    parents: Vec<(u32, u32)>,
    unions: Vec<Vec<u64>>,
}

impl Steps {
    /// Of these cells. Beyond `norm` metres nothing is within any norm. `place` has the place of each site among the desks.
    /// O(pairs + nodes × desks before them).
    pub fn new(matrix: &Matrix, cells: &[u32], place: &[Option<u32>], weeks: &Weeks, norm: f64) -> Self {
        let mut steps = Self {
            starts: vec![0],
            metres: Vec::new(),
            desk: Vec::new(),
            node: Vec::new(),
            hours: Vec::new(),
            shares: vec![Vec::new(); weeks.weights.len()],
        };
        let mut tree = Tree::default();
        let mut row: Vec<(f64, u32)> = Vec::new();
        for cell in cells {
            row.clear();
            row.extend(matrix.row(*cell as usize).filter_map(|(site, metres)| Some((metres, place[site]?))));
            row.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let mut before = ROOT;
            for (metres, desk) in &row {
                let known = tree.children.get(&(before, *desk)).copied();
                let node = known.unwrap_or_else(|| steps.grow(&mut tree, weeks, before, *desk));
                if *metres <= norm && steps.hours[node as usize].is_nan() {
                    steps.hours[node as usize] = offered_hours(tree.path(node).map(|desk| &weeks.desks[desk as usize]), weeks.outside);
                }
                steps.metres.push(*metres);
                steps.desk.push(*desk);
                steps.node.push(node);
                before = node;
            }
            steps.starts.push(steps.metres.len());
        }
        steps.hours.iter_mut().filter(|hours| hours.is_nan()).for_each(|hours| *hours = 0.0);
        steps
    }

    fn grow(&mut self, tree: &mut Tree, weeks: &Weeks, before: u32, desk: u32) -> u32 {
        let node = u32::try_from(tree.parents.len()).unwrap_or(ROOT);
        let mut union = tree.unions.get(before as usize).cloned().unwrap_or_else(|| vec![0; weeks.classes.words()]);
        let had = union.clone();
        for (shares, weights) in self.shares.iter_mut().zip(weeks.weights) {
            union.clone_from(&had);
            let share = shares.get(before as usize).copied().unwrap_or(0.0);
            shares.push(share + add_classes(&mut union, weeks.classes.of(2 * desk as usize), weights));
        }
        tree.parents.push((before, desk));
        tree.unions.push(union);
        tree.children.insert((before, desk), node);
        self.hours.push(f64::NAN);
        node
    }

    /// The places of the desks of a cell, by its place among the cells.
    pub fn of(&self, cell: usize) -> Range<usize> {
        self.starts[cell]..self.starts[cell + 1]
    }

    /// The desk at a place, and the metres to it.
    pub fn desk(&self, place: usize) -> (u32, f64) {
        (self.desk[place], self.metres[place])
    }

    /// The hours a week that the desks of a cell within a norm offer. O(desks within).
    pub fn hours(&self, cell: usize, detour: f64, norm: f64) -> f64 {
        let within = self.of(cell).take_while(|place| self.metres[*place] * detour <= norm);
        within.last().map_or(0.0, |place| self.hours[self.node[place] as usize])
    }

    /// Σ (β − next β) · (1 − (1 − U)^k) over the desks of a cell, which all suit alike: β falls with distance (method §5).
    pub fn met(&self, cell: usize, profile: usize, tries: i32, beta: impl Fn(f64) -> f64) -> f64 {
        let shares = &self.shares[profile];
        let found = |place: usize| found(shares[self.node[place] as usize], tries);
        let (mut sum, mut last) = (0.0, None);
        for place in self.of(cell) {
            let next = beta(self.metres[place]);
            if next <= 0.0 {
                break;
            }
            if let Some((beta, place)) = last
                && beta > next
            {
                sum += (beta - next) * found(place);
            }
            last = Some((next, place));
        }
        sum + last.map_or(0.0, |(beta, place)| beta * found(place))
    }
}

/// The chance to find help in so many tries, each of which does with a chance of `share`.
pub(super) fn found(share: f64, tries: i32) -> f64 {
    1.0 - (1.0 - share).clamp(0.0, 1.0).powi(tries)
}

impl Tree {
    /// The desks of a node, the last first.
    fn path(&self, node: u32) -> impl Iterator<Item = u32> {
        let up = |node: &u32| Some(self.parents[*node as usize].0).filter(|before| *before != ROOT);
        std::iter::successors(Some(node), up).map(|node| self.parents[node as usize].1)
    }
}
