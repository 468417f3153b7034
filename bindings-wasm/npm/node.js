// Node: the module is read from the package's own folder.
import { readFile } from "node:fs/promises";
import * as glue from "./dist/unruffled.js";
import { UnruffledError, wrap } from "./unruffled.js";

let loaded;

/** @type {import("./index.d.ts").default} */
export default function load(source) {
  loaded ??= compile(source).then((module) => wrap(glue, module));
  // A failed load may be tried again.
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

async function compile(source = new URL("./dist/unruffled_bg.wasm", import.meta.url)) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof Response) return WebAssembly.compile(await source.arrayBuffer());
  if (typeof source === "string" || source instanceof URL) {
    return WebAssembly.compile(await readFile(source));
  }
  return WebAssembly.compile(source);
}

export { UnruffledError };
