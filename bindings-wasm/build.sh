#!/usr/bin/env bash
# build.sh: make npm/dist, the WebAssembly module and its glue. The rest of npm/ is written by hand.
#
#   ./build.sh          needs what `toolchain.sh` installs, and runs it
#
# Prints the module's size. Nothing generated is edited afterwards.
set -euo pipefail
cd "$(dirname "$0")/.."

settings=$(./bindings-wasm/toolchain.sh --env)
eval "$settings"

# The cdylib alone: an rlib beside it would silently switch link-time optimisation off.
"$UNRUFFLED_WASM_CARGO" rustc --quiet --package unruffled-wasm --lib --crate-type cdylib \
  --target wasm32-unknown-unknown --profile wasm

target=${CARGO_TARGET_DIR:-target}
dist=bindings-wasm/npm/dist
rm -rf "$dist" && mkdir -p "$dist"
wasm-bindgen --target web --no-typescript --experimental-reset-state-function --out-name unruffled --out-dir "$dist" \
  "$target/wasm32-unknown-unknown/wasm/unruffled_wasm.wasm"
module=$dist/unruffled_bg.wasm
if command -v wasm-opt >/dev/null; then
  wasm-opt -O3 --strip-debug --strip-producers -o "$module.small" "$module"
  mv "$module.small" "$module"
else
  echo "build.sh: no wasm-opt, so the module is larger than it need be" >&2
fi
printf 'unruffled_bg.wasm: %s bytes, %s gzipped\n' "$(wc -c <"$module")" "$(gzip -9c "$module" | wc -c)"
