//! C99 programs read messages through the header and find in them what is there.

#[test]
fn classifies_messages_from_c() {
    assert_eq!(unruffled_tests::classify_through_c(), Ok(()));
}

#[test]
fn the_program_of_the_readme_runs() {
    assert_eq!(unruffled_tests::readme_of_c(), 0);
}
