//! The keys by which learned weights are kept. The build script includes this file.

/// How many bits of a key pick its bucket; the next [`REST_BITS`] tell the keys of a bucket apart.
pub(crate) const BUCKET_BITS: u32 = 12;
/// With the bucket's bits, enough that strangers do not meet.
pub(crate) const REST_BITS: u32 = 24;

const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// The key of a folded word.
pub(crate) fn word(word: &[u8]) -> u64 {
    let mut key = 0xcbf2_9ce4_8422_2325_u64;
    for byte in word {
        key = (key ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mixed(key)
}

/// The key of two neighbouring words, from theirs.
pub(crate) const fn pair(first: u64, second: u64) -> u64 {
    mixed(first.rotate_left(23) ^ second.wrapping_mul(3))
}

/// The key of three letters; `^` and `$` stand for the ends of a word.
pub(crate) fn letters(three: [u8; 3]) -> u64 {
    let [first, second, third] = three.map(u64::from);
    mixed((first << 48) | (second << 40) | (third << 32) | 0x5eed)
}

const fn mixed(key: u64) -> u64 {
    let key = (key ^ (key >> 32)).wrapping_mul(MIX);
    key ^ (key >> 29)
}
