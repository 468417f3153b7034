//! Prints what the learned weights are trained on: JSONL of `{"text": …}` in, one observation a line out.

use std::io::{self, BufRead, Write};

use serde_json::{Value, json};
use unruffled::{Policy, observe};

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let text = row.get("text").and_then(Value::as_str).unwrap_or_default();
        let seen = observe(text, Policy::standard());
        let signals: serde_json::Map<String, Value> = seen
            .signals
            .iter()
            .map(|(signal, sum)| (signal.name().into(), (*sum).into()))
            .collect();
        let flags: Vec<&str> = seen.flags.iter().map(|flag| flag.name()).collect();
        let row = json!({
            "words": seen.words, "signals": signals, "flags": flags,
            "line": seen.line, "severe": seen.severe, "scores": seen.scores,
        });
        writeln!(out, "{row}")?;
    }
    out.flush()
}
