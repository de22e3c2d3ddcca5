//! The location problem: choose options so that the clients are served as well as can be.
//!
//! `max base + Σ_c max_{o open} v_oc − Σ_{o open} charge_o`, at most one option a site, within a budget and other [`Side`] conditions.
//!
//! Maximal covering, the p-median, set covering, facility location with fixed costs and moment coverage are all this problem: a cost is a
//! value with its sign turned. [`solve`] finds a first answer by lazy greedy (`greedy`) and `exchange`, a bound by Lagrangian
//! relaxation (`dual`), of clients or of whole families of them (`family`), with the volume algorithm (`volume`), and closes what is left between them by `fixing` and branch and bound (`search`).
//! Cut by the clock at any time, there is a plan and a bound (`first`).
//! Nothing is dense: memory is that of the pairs of client and option that matter.

mod alternative;
mod answer;
mod choice;
pub mod covering;
mod dual;
mod effort;
mod exchange;
mod family;
mod first;
mod fixing;
mod greedy;
mod loose;
mod network;
mod problem;
mod residual;
mod search;
mod side;
mod slots;
mod sparse;
mod volume;

pub use alternative::{Alternative, alternatives};
pub use answer::{Answer, Ending, Outcome};
pub(crate) use effort::Stop;
pub use effort::{Cut, Effort};
pub use problem::{Candidate, Problem};
pub use search::{solve, solve_from};
pub use side::Side;
pub use sparse::Sparse;
