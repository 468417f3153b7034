//! SHA-256: what words, a policy or a snapshot were, without keeping them.

use alloc::string::String;
use core::fmt;

/// A digest in progress (FIPS 180-4). Also a writer, so that a value is digested as it is formatted.
#[derive(Clone)]
pub(crate) struct Digest {
    state: [u32; 8],
    block: [u8; 64],
    filled: usize,
    bytes: u64,
}

impl Digest {
    pub(crate) const fn new() -> Self {
        Self { state: FIRST, block: [0; 64], filled: 0, bytes: 0 }
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.push(*byte);
        }
        self.bytes = self.bytes.wrapping_add(u64::try_from(bytes.len()).unwrap_or_default());
    }

    /// All 64 hexadecimal digits, in lower case.
    pub(crate) fn hex(mut self) -> String {
        let bits = self.bytes.wrapping_mul(8).to_be_bytes();
        self.push(0x80);
        while self.filled != 56 {
            self.push(0);
        }
        for byte in bits {
            self.push(byte);
        }
        let digits = self.state.iter().flat_map(|word| {
            (0..8_u32)
                .rev()
                .filter_map(move |place| char::from_digit((word >> (place * 4)) & 15, 16))
        });
        digits.collect()
    }

    /// The first 16 digits: enough against accidents.
    pub(crate) fn short(self) -> String {
        let mut hex = self.hex();
        hex.truncate(16);
        hex
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.block.get_mut(self.filled) {
            *place = byte;
        }
        self.filled = self.filled.wrapping_add(1);
        if self.filled == self.block.len() {
            self.filled = 0;
            self.mix();
        }
    }

    fn mix(&mut self) {
        let mut words = [0_u32; 16];
        for (word, bytes) in words.iter_mut().zip(self.block.chunks_exact(4)) {
            *word = bytes.iter().fold(0, |word, byte| (word << 8) | u32::from(*byte));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = self.state;
        for constant in ROUNDS {
            let [first, second, _, _, _, _, _, _, _, tenth, _, _, _, _, fifteenth, _] = words;
            let mixed = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
            let chosen = (e & f) ^ (!e & g);
            let one = h
                .wrapping_add(mixed)
                .wrapping_add(chosen)
                .wrapping_add(constant)
                .wrapping_add(first);
            let turned = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
            let two = turned.wrapping_add((a & b) ^ (a & c) ^ (b & c));
            [h, g, f, e, d, c, b, a] =
                [g, f, e, d.wrapping_add(one), c, b, a, one.wrapping_add(two)];

            let early = second.rotate_right(7) ^ second.rotate_right(18) ^ (second >> 3);
            let late = fifteenth.rotate_right(17) ^ fifteenth.rotate_right(19) ^ (fifteenth >> 10);
            let next = first.wrapping_add(early).wrapping_add(tenth).wrapping_add(late);
            words.rotate_left(1);
            if let Some(last) = words.last_mut() {
                *last = next;
            }
        }
        for (word, mixed) in self.state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *word = word.wrapping_add(mixed);
        }
    }
}

impl fmt::Write for Digest {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.feed(text.as_bytes());
        Ok(())
    }
}

/// The square roots' fractions of the first eight primes.
const FIRST: [u32; 8] = [
    0x6a09_e667,
    0xbb67_ae85,
    0x3c6e_f372,
    0xa54f_f53a,
    0x510e_527f,
    0x9b05_688c,
    0x1f83_d9ab,
    0x5be0_cd19,
];

/// The cube roots' fractions of the first 64 primes.
const ROUNDS: [u32; 64] = [
    0x428a_2f98,
    0x7137_4491,
    0xb5c0_fbcf,
    0xe9b5_dba5,
    0x3956_c25b,
    0x59f1_11f1,
    0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98,
    0x1283_5b01,
    0x2431_85be,
    0x550c_7dc3,
    0x72be_5d74,
    0x80de_b1fe,
    0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1,
    0xefbe_4786,
    0x0fc1_9dc6,
    0x240c_a1cc,
    0x2de9_2c6f,
    0x4a74_84aa,
    0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152,
    0xa831_c66d,
    0xb003_27c8,
    0xbf59_7fc7,
    0xc6e0_0bf3,
    0xd5a7_9147,
    0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85,
    0x2e1b_2138,
    0x4d2c_6dfc,
    0x5338_0d13,
    0x650a_7354,
    0x766a_0abb,
    0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1,
    0xa81a_664b,
    0xc24b_8b70,
    0xc76c_51a3,
    0xd192_e819,
    0xd699_0624,
    0xf40e_3585,
    0x106a_a070,
    0x19a4_c116,
    0x1e37_6c08,
    0x2748_774c,
    0x34b0_bcb5,
    0x391c_0cb3,
    0x4ed8_aa4a,
    0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee,
    0x78a5_636f,
    0x84c8_7814,
    0x8cc7_0208,
    0x90be_fffa,
    0xa450_6ceb,
    0xbef9_a3f7,
    0xc671_78f2,
];

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn the_published_examples_come_out() {
        let million = "a".repeat(1_000_000);
        let table = [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
            ),
            (&million, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
        ];
        for (text, expected) in table {
            let mut digest = Digest::new();
            digest.feed(text.as_bytes());
            assert_eq!(digest.hex(), expected, "of {} bytes", text.len());
        }
    }
}
