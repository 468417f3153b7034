//! What one message costs, by length and by kind.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use unruffled::{Policy, classify_message};
use unruffled_benches::inputs;

fn classify(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("classify");
    for input in inputs() {
        let bytes = u64::try_from(input.text.len()).unwrap_or_default();
        group.throughput(Throughput::Bytes(bytes));
        group.bench_with_input(
            BenchmarkId::from_parameter(input.name),
            &input.text,
            |bencher, text| {
                bencher.iter(|| classify_message(black_box(text), Policy::standard()));
            },
        );
    }
    group.finish();
}

criterion_group!(benches, classify);
criterion_main!(benches);
