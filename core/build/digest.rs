//! A 64-bit digest of everything under `data/`, so that two hosts that disagree can see why.

use std::fs;
use std::path::Path;

use crate::tsv;

/// Writes `DATA_DIGEST`: FNV-1a over the paths and the bytes of every table, in sorted order.
pub(crate) fn generate(data: &Path) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut feed = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for file in tsv::list(data, "tsv") {
        let name = file.strip_prefix(data).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        feed(name.as_bytes());
        feed(&fs::read(&file).unwrap_or_default());
    }
    format!(
        "/// A digest of the word tables: changes when, and only when, they do.\npub const DATA_DIGEST: &str = \"{hash:016x}\";\n"
    )
}
