//! Progress in a terminal, and Ctrl-C.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::model::Lang;
use crate::text;
use crate::watch::{Stage, Watch};

/// Shows the stage that runs, when standard error is a terminal, and stops at Ctrl-C. A second Ctrl-C ends the program at once. Where a search
/// can end with what it has, the first Ctrl-C asks for that, and the others are one later.
pub(super) struct Progress {
    bar: Mutex<ProgressBar>,
    /// How often Ctrl-C was heard, and at which the work stops.
    heard: Arc<AtomicUsize>,
    stops_at: usize,
    language: Lang,
}

impl Progress {
    /// Watches from here on.
    pub fn new(language: Lang) -> Self {
        Self::stopping_at(language, 1)
    }

    /// Watches a search that gives its best at the first Ctrl-C.
    pub fn of_search(language: Lang) -> Self {
        Self::stopping_at(language, 2)
    }

    fn stopping_at(language: Lang, stops_at: usize) -> Self {
        let heard = Arc::new(AtomicUsize::new(0));
        let again = Arc::clone(&heard);
        // Where the signal cannot be caught, Ctrl-C ends the program as it would have.
        let _ = ctrlc::set_handler(move || {
            if again.fetch_add(1, Ordering::Relaxed) >= stops_at {
                std::process::exit(130);
            }
        });
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar: Mutex::new(bar), heard, stops_at, language }
    }

    /// Takes the line away.
    pub fn finish(&self) {
        if let Ok(bar) = self.bar.lock() {
            bar.finish_and_clear();
        }
    }
}

impl Watch for Progress {
    fn begin(&self, stage: Stage) {
        if let Ok(bar) = self.bar.lock() {
            bar.set_message(text::of(self.language).stage(stage));
            bar.enable_steady_tick(Duration::from_millis(200));
        }
    }

    fn is_stopped(&self) -> bool {
        self.heard.load(Ordering::Relaxed) >= self.stops_at
    }

    fn is_enough(&self) -> bool {
        self.heard.load(Ordering::Relaxed) > 0
    }
}
