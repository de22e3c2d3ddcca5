//! A set of open options with, for each client, its best and its second best value.

use super::problem::Problem;
use super::side::Ledger;

/// No option.
pub(super) const NONE: u32 = u32::MAX;

/// The open options of a problem. Opening and closing cost the clients of the option, closing also their options.
#[derive(Debug, Clone)]
pub(super) struct Network<'p> {
    pub problem: &'p Problem,
    pub ledger: Ledger<'p>,
    pub is_open: Vec<bool>,
    /// The open options, in the order of opening.
    pub open: Vec<u32>,
    /// The open option of each site, or [`NONE`].
    pub at_site: Vec<u32>,
    /// The best open option of each client, or [`NONE`], with its value and the value of the second best.
    pub best: Vec<u32>,
    pub first: Vec<f64>,
    pub second: Vec<f64>,
    /// What the clients lose when an open option closes, its charge not counted.
    pub loss: Vec<f64>,
    pub spent: i64,
    pub value: f64,
}

impl<'p> Network<'p> {
    /// Nothing is open.
    pub fn new(problem: &'p Problem) -> Self {
        let (clients, options) = (problem.clients(), problem.options());
        Self {
            problem,
            ledger: Ledger::new(&problem.sides, &problem.sides_of),
            is_open: vec![false; options],
            open: Vec::new(),
            at_site: vec![NONE; problem.sites],
            best: vec![NONE; clients],
            first: vec![0.0; clients],
            second: vec![0.0; clients],
            loss: vec![0.0; options],
            spent: 0,
            value: problem.base,
        }
    }

    /// Opens an option at a site where none is open.
    pub fn open(&mut self, option: u32) {
        let candidate = &self.problem.candidates[option as usize];
        self.is_open[option as usize] = true;
        self.open.push(option);
        self.at_site[candidate.site as usize] = option;
        self.spent += candidate.cost;
        self.ledger.book(option, 1);
        let mut gained = 0.0;
        for (client, value) in self.problem.options.entries_of(option as usize) {
            let client = client as usize;
            let (first, second) = (self.first[client], self.second[client]);
            if value > first {
                self.lose_less(self.best[client], first - second);
                gained += value - first;
                (self.best[client], self.first[client], self.second[client]) = (option, value, first);
            } else if value > second {
                self.lose_less(self.best[client], value - second);
                self.second[client] = value;
            }
        }
        self.loss[option as usize] = gained;
        self.value += gained - candidate.charge;
    }

    /// Closes an option that is open.
    pub fn close(&mut self, option: u32) {
        let candidate = &self.problem.candidates[option as usize];
        self.is_open[option as usize] = false;
        self.open.retain(|open| *open != option);
        self.at_site[candidate.site as usize] = NONE;
        self.spent -= candidate.cost;
        self.ledger.book(option, -1);
        self.value += candidate.charge;
        for (client, value) in self.problem.options.entries_of(option as usize) {
            let client = client as usize;
            if self.best[client] != option && value < self.second[client] {
                continue;
            }
            let (old, was) = (self.best[client], self.first[client] - self.second[client]);
            let mut open = self.problem.clients.entries_of(client).filter(|(option, _)| self.is_open[*option as usize]);
            let (best, first) = open.next().unwrap_or((NONE, 0.0));
            let second = open.next().map_or(0.0, |(_, value)| value);
            self.value += first - self.first[client];
            if old != option {
                self.lose_less(old, was);
            }
            self.lose_less(best, second - first);
            (self.best[client], self.first[client], self.second[client]) = (best, first, second);
        }
        self.loss[option as usize] = 0.0;
    }

    fn lose_less(&mut self, option: u32, by: f64) {
        if option != NONE {
            self.loss[option as usize] -= by;
        }
    }

    /// How many clients an option can serve.
    pub fn entries_of(&self, option: u32) -> usize {
        self.problem.options.row(option as usize).0.len()
    }

    /// What the clients gain when an option opens, less its charge.
    pub fn gain(&self, option: u32) -> f64 {
        let gains = self.problem.options.entries_of(option as usize).map(|(client, value)| (value - self.first[client as usize]).max(0.0));
        gains.sum::<f64>() - self.problem.candidates[option as usize].charge
    }

    /// Whether an option can open where its site is free: budget and sides.
    pub fn can_open(&self, option: u32) -> bool {
        let candidate = &self.problem.candidates[option as usize];
        !self.is_open[option as usize]
            && self.at_site[candidate.site as usize] == NONE
            && candidate.cost <= self.problem.budget - self.spent
            && self.ledger.allows(option, None)
    }

    /// Whether one option can open when another closes.
    pub fn can_swap(&self, opened: u32, closed: u32) -> bool {
        let cost = |option: u32| self.problem.candidates[option as usize].cost;
        self.spent + cost(opened) - cost(closed) <= self.problem.budget && self.ledger.allows(opened, Some(closed))
    }

    /// Whether every condition is met.
    pub fn is_allowed(&self) -> bool {
        self.spent <= self.problem.budget && self.ledger.lacking() <= 0.0
    }
}
