//! A C99 program reads messages through the header and finds in them what is there.

#[test]
fn classifies_messages_from_c() {
    assert_eq!(unruffled_tests::classify_through_c(), Ok(()));
}
