//! Progress in a terminal, and Ctrl-C.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use crate::model::Lang;
use crate::text;
use crate::watch::{Stage, Watch};

/// Shows the stage that runs, when standard error is a terminal, and stops at Ctrl-C. A second Ctrl-C ends the program at once.
pub(super) struct Progress {
    bar: Mutex<ProgressBar>,
    stopped: Arc<AtomicBool>,
    language: Lang,
}

impl Progress {
    /// Watches from here on.
    pub fn new(language: Lang) -> Self {
        let stopped = Arc::new(AtomicBool::new(false));
        let heard = Arc::clone(&stopped);
        // Where the signal cannot be caught, Ctrl-C ends the program as it would have.
        let _ = ctrlc::set_handler(move || {
            if heard.swap(true, Ordering::Relaxed) {
                std::process::exit(130);
            }
        });
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar: Mutex::new(bar), stopped, language }
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
        self.stopped.load(Ordering::Relaxed)
    }
}
