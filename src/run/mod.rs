//! The pipeline in order: what the command line, a page and the tests call.

mod border;
mod budget;
mod certain;
mod compare;
mod coverage;
mod failure;
mod folder;
mod money;
mod more;
mod part;
mod plan;
mod record;
mod report;
mod situation;
mod solve;
mod study;
mod write;

pub use border::{BorderRequest, ComputedBorder, border, borders};
pub use budget::{BudgetRequest, ComputedBudget, budget};
pub use compare::{CompareRequest, ComputedCompare, compare, comparison};
pub use coverage::{Computed, Request, coverage};
pub use failure::{Excerpt, Failure};
pub use folder::unless_of_another;
pub use money::LOW_EDUCATION;
pub use more::More;
pub use part::Part;
pub use plan::{ComputedPlan, PlanPart, PlanRequest, plan, planning};
pub use report::{ComputedReport, ReportRequest, report};
pub use situation::scenario_faults;
pub use solve::{Goal, Problem, SolveError, SolveRequest, solve};
pub use study::{Checked, check, open};
