//! Compiles the C programs as C99 with every warning an error, against the checked-in header only.

fn main() {
    println!("cargo::rerun-if-changed=c");
    println!("cargo::rerun-if-changed=../bindings-c/include");
    cc::Build::new()
        .file("c/classify.c")
        .include("../bindings-c/include")
        .std("c99")
        .flag("-pedantic")
        .extra_warnings(true)
        .warnings(true)
        .warnings_into_errors(true)
        .compile("unruffled_c_programs");
}
