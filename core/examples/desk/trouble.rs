//! What ends the command early.

use std::io;
use std::path::{Path, PathBuf};

/// What ends the command early, in one line; the exit code is 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// A file or standard input cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file; `-` for standard input.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Standard output cannot be written.
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    /// A mistake in the bundled conversation or in how the command was called.
    #[error("{0}")]
    Wrong(String),
}

impl Trouble {
    /// Says that `path` cannot be read.
    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.into(), source }
    }

    /// Says whether the reader of our output has gone.
    pub(crate) fn is_broken_pipe(&self) -> bool {
        match self {
            Self::Write(error) => error.kind() == io::ErrorKind::BrokenPipe,
            Self::Read { .. } | Self::Wrong(_) => false,
        }
    }
}
