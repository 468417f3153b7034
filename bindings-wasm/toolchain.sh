#!/usr/bin/env bash
# toolchain.sh: make wasm32-unknown-unknown usable on this machine, whatever it is.
#
#   ./toolchain.sh                  install what is missing, say what is used
#   eval "$(./toolchain.sh --env)"  the same, and set for this shell:
#       UNRUFFLED_WASM_CARGO        the cargo that can build for wasm32
#       RUSTC, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_{LINKER,RUSTFLAGS}   only where Debian's std is used
#       PATH                        with wasm-bindgen and wasm-opt in front
#
# Where the standard library for wasm32 comes from, first that works:
#   1. the active toolchain has it                                   (nothing to do)
#   2. `rustup target add`                                           (not if CI or UNRUFFLED_WASM_SKIP_RUSTUP is set)
#   3. a std that this script built earlier                          (the cache)
#   4. Debian's rustc-web + rust-web-src + lld: std is built once    (one or two minutes)
#
# The crates themselves are always built by a stable compiler without unstable flags: only std is built
# with RUSTC_BOOTSTRAP, once, and is then used through --sysroot like an installed one.
# Everything lands in one cache folder, keyed by version, so that a second run does nothing:
#   UNRUFFLED_WASM_CACHE            default ${XDG_CACHE_HOME:-~/.cache}/unruffled-wasm
#   UNRUFFLED_WASM_FORCE_DEBIAN=1   skip 1 and 2: how the fallback is tested on a machine that has rustup
set -euo pipefail

TARGET=wasm32-unknown-unknown
BINARYEN=132.0.0
ROOT=$(cd "$(dirname "$0")/.." && pwd)
CACHE=${UNRUFFLED_WASM_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/unruffled-wasm}

PRINT_ENV=0
case "${1:-}" in
  "") ;;
  --env) PRINT_ENV=1 ;;
  *) echo "toolchain.sh: unknown option '$1' (only --env)" >&2; exit 2 ;;
esac

say() { echo "toolchain: $*" >&2; }
give() { if [ "$PRINT_ENV" = 1 ]; then echo "export $1"; fi; }

# Really compiles something, because a target folder may be empty or of another version.
# Checks link-time optimisation too: a std without bitcode compiles and then fails in the release build.
works() {
  local dir ok=1
  dir=$(mktemp -d)
  printf '%s\n' '#![no_std]' 'extern crate alloc;' 'use alloc::string::String;' \
    '#[unsafe(no_mangle)] pub extern "C" fn size() -> usize { String::from("one").len() }' \
    '#[panic_handler] fn panic(_: &core::panic::PanicInfo<'"'"'_>) -> ! { loop {} }' \
    'struct None; unsafe impl core::alloc::GlobalAlloc for None {' \
    ' unsafe fn alloc(&self, _: core::alloc::Layout) -> *mut u8 { core::ptr::null_mut() }' \
    ' unsafe fn dealloc(&self, _: *mut u8, _: core::alloc::Layout) {} }' \
    '#[global_allocator] static A: None = None;' >"$dir/probe.rs"
  "$@" --edition 2024 --target "$TARGET" --crate-type cdylib -O -C lto=fat -C panic=abort \
    --out-dir "$dir" "$dir/probe.rs" >"$dir/log" 2>&1 || ok=0
  if [ "$ok" = 0 ] && [ -n "${UNRUFFLED_WASM_VERBOSE:-}" ]; then cat "$dir/log" >&2; fi
  rm -rf "$dir"
  [ "$ok" = 1 ]
}

active_toolchain() {
  [ -z "${UNRUFFLED_WASM_FORCE_DEBIAN:-}" ] && command -v rustc >/dev/null && works rustc
}

rustup_target() {
  [ -z "${UNRUFFLED_WASM_FORCE_DEBIAN:-}${CI:-}${UNRUFFLED_WASM_SKIP_RUSTUP:-}" ] || return 1
  command -v rustup >/dev/null || return 1
  timeout 180 rustup target add "$TARGET" >&2 && works rustc
}

find_linker() {
  LINKER=
  local name
  for name in wasm-ld wasm-ld-{22,21,20,19,18,17,16,15,14}; do
    if [ -x "/usr/bin/$name" ]; then LINKER=/usr/bin/$name; return 0; fi
  done
  return 1
}

debian_source() { echo "$(/usr/bin/rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/std"; }

debian_packages() {
  if [ -x /usr/bin/rustc ] && [ -x /usr/bin/cargo ] && [ -d "$(debian_source)" ] && find_linker; then return 0; fi
  if ! command -v apt-get >/dev/null; then
    say "no wasm32 target, no rustup download and no apt-get: install the target $TARGET by hand"
    return 1
  fi
  local sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  say "installing rustc-web, cargo-web, rust-web-src and lld with apt-get"
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || say "apt-get update failed; trying the lists there are"
  local lld=lld
  if apt-cache show lld-19 >/dev/null 2>&1; then lld=lld-19; fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    rustc-web cargo-web rust-web-src "$lld" >/dev/null
  find_linker || { say "no wasm-ld after the installation"; return 1; }
}

# Builds std with bitcode (for LTO) out of Debian's own source, away from the user's cargo settings.
build_std() { # $1 = the sysroot to make
  local sysroot=$1 dir
  dir=$(mktemp -d)
  mkdir -p "$dir/src" && : >"$dir/src/lib.rs"
  printf '%s\n' '[package]' 'name = "std-for-wasm"' 'version = "0.0.0"' 'edition = "2021"' \
    '[profile.release]' 'opt-level = 3' 'codegen-units = 1' '[workspace]' >"$dir/Cargo.toml"
  (
    cd "$dir"
    unset RUSTUP_TOOLCHAIN CARGO_TARGET_DIR CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET
    PATH=/usr/bin:/bin RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-C embed-bitcode=yes" \
      /usr/bin/cargo build --quiet --release --target "$TARGET" -Z build-std=std,panic_abort >&2
  )
  local half=$sysroot.$$
  rm -rf "$half" && mkdir -p "$half/lib/rustlib/$TARGET/lib"
  find "$dir/target/$TARGET/release/deps" -name '*.rlib' ! -name 'libstd_for_wasm*' \
    -exec cp {} "$half/lib/rustlib/$TARGET/lib/" \;
  # Build scripts and macros need the host's std in the same sysroot.
  local host
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  ln -s "$(/usr/bin/rustc --print sysroot)/lib/rustlib/$host" "$half/lib/rustlib/$host"
  rm -rf "$sysroot" && mv "$half" "$sysroot" && rm -rf "$dir"
}

debian() {
  debian_packages
  local version sysroot
  version=$(/usr/bin/rustc -V)
  sysroot=$CACHE/sysroot-$(tr -c 'A-Za-z0-9.\n' _ <<<"$version")
  mkdir -p "$CACHE"
  if ! works /usr/bin/rustc -C "linker=$LINKER" --sysroot "$sysroot"; then
    say "building std for $TARGET once with $version"
    build_std "$sysroot"
    works /usr/bin/rustc -C "linker=$LINKER" --sysroot "$sysroot" || { say "the std just built does not work"; return 1; }
  fi
  give "UNRUFFLED_WASM_CARGO=/usr/bin/cargo"
  give "RUSTC=/usr/bin/rustc"
  give "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$LINKER"
  give "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='--sysroot=$sysroot'"
  say "$version with the std in $sysroot"
}

# The command must have exactly the version of the library, or its output does not fit.
wasm_bindgen() {
  local version tools
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/version = |"/, ""); print; exit }' "$ROOT/Cargo.lock")
  tools=$CACHE/wasm-bindgen-$version
  if ! [ -x "$tools/bin/wasm-bindgen" ]; then
    if [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ]; then
      mkdir -p "$tools/bin" && ln -sf "$(command -v wasm-bindgen)" "$tools/bin/wasm-bindgen"
    else
      say "installing wasm-bindgen $version (two or three minutes)"
      # A registry mirror that is a day behind lacks a version of the tool's own lock file: then any
      # versions that fit will do, since only the tool's own version matters for its output.
      (cd / && cargo install --quiet --locked --root "$tools" wasm-bindgen-cli --version "$version" >&2) ||
        (cd / && CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback \
          cargo install --quiet --root "$tools" wasm-bindgen-cli --version "$version" >&2)
    fi
  fi
  TOOLS=$tools/bin
  say "wasm-bindgen $version in $TOOLS"
}

# wasm-opt comes from npm's binaryen because Debian's is years old. Nice to have: without it the
# module is larger and does the same.
wasm_opt() {
  local folder=$CACHE/binaryen-$BINARYEN
  if ! [ -x "$folder/node_modules/.bin/wasm-opt" ]; then
    if ! command -v npm >/dev/null; then say "no npm, so no wasm-opt: the module will be larger"; return 0; fi
    say "installing binaryen $BINARYEN"
    mkdir -p "$folder" && echo '{"private":true}' >"$folder/package.json"
    if ! (cd "$folder" && npm install --silent --no-audit --no-fund --ignore-scripts "binaryen@$BINARYEN" >&2); then
      say "npm could not install binaryen: the module will be larger"
      return 0
    fi
  fi
  TOOLS=$TOOLS:$folder/node_modules/.bin
}

if active_toolchain; then
  say "the active toolchain has $TARGET"
  give "UNRUFFLED_WASM_CARGO=cargo"
elif rustup_target; then
  say "rustup added $TARGET"
  give "UNRUFFLED_WASM_CARGO=cargo"
else
  debian
fi
wasm_bindgen
wasm_opt
give "PATH='$TOOLS':\"\$PATH\""
