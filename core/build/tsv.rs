//! Reads the tables under `data/`: tab-separated, a header row, `#` comments, UTF-8.

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::{fs, mem};

/// Every problem found in one run, so that a writer of words fixes them in one go.
#[derive(Default)]
pub(crate) struct Problems {
    lines: Vec<String>,
}

impl Problems {
    /// Adds a problem at a line (1-based; 0 for the file as a whole).
    pub(crate) fn add(&mut self, file: &Path, line: usize, what: impl Display) {
        self.lines.push(format!("{}:{line}: {what}", file.display()));
    }

    /// Prints every problem as a compile error; says whether there was none.
    pub(crate) fn report(&mut self) -> bool {
        let lines = mem::take(&mut self.lines);
        for line in &lines {
            println!("cargo::error={line}");
        }
        lines.is_empty()
    }
}

/// One row: where it stands and its cells in the order of the columns asked for.
pub(crate) struct Row {
    pub(crate) file: PathBuf,
    pub(crate) line: usize,
    pub(crate) cells: Vec<String>,
}

impl Row {
    /// Returns a cell by the position of its column; missing trailing cells are empty.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Reads one table whose header must be exactly `columns`.
pub(crate) fn read(file: &Path, columns: &[&str], problems: &mut Problems) -> Vec<Row> {
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            problems.add(file, 0, error);
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    let mut header = false;
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<String> = line.split('\t').map(|cell| cell.trim().to_owned()).collect();
        if !header {
            header = true;
            if cells != columns {
                problems.add(
                    file,
                    index + 1,
                    format!("expected the header `{}`", columns.join("<TAB>")),
                );
                return rows;
            }
        } else if cells.len() > columns.len() {
            problems.add(file, index + 1, format!("expected at most {} columns", columns.len()));
        } else {
            rows.push(Row { file: file.to_owned(), line: index + 1, cells });
        }
    }
    rows
}

/// Lists the files of a folder (and its folders) with an extension, sorted, for one order everywhere.
pub(crate) fn list(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
