//! How long work is followed and stopped, without the work knowing by whom.

/// A part of the work that takes a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the files of a study and joining them.
    Reading,
    /// Computing distances and what they mean.
    Measuring,
    /// Searching a plan.
    Planning,
    /// Measuring again under drawn assumptions.
    Drawn,
    /// Writing tables.
    Writing,
    /// Drawing the map.
    Drawing,
    /// Making a synthetic country.
    Making,
}

/// Asked to stop: everything half done has been taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("asked to stop")]
pub struct Stopped;

/// Someone who watches.
pub trait Watch: Sync {
    /// A stage begins.
    fn begin(&self, stage: Stage);
    /// Whether the work should stop as soon as it can.
    fn is_stopped(&self) -> bool;

    /// Whether a search should end with the best it has: asked to stop once, where stopping twice ends the work.
    fn is_enough(&self) -> bool {
        self.is_stopped()
    }

    /// Begins a stage unless the work should stop.
    ///
    /// # Errors
    /// [`Stopped`].
    fn next(&self, stage: Stage) -> Result<(), Stopped> {
        if self.is_stopped() {
            return Err(Stopped);
        }
        self.begin(stage);
        Ok(())
    }
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn begin(&self, _stage: Stage) {}

    fn is_stopped(&self) -> bool {
        false
    }
}
