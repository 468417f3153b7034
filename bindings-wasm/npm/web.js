// Browsers, workers and bundlers: the module is fetched from beside this file, or taken as given.
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
  if (typeof source === "string" || source instanceof URL) source = await fetch(source);
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) {
    throw new UnruffledError("not_loaded", `the module could not be loaded: ${source.status} ${source.url}`);
  }
  // By bytes and not by streaming, so that a server with a wrong content type does no harm.
  return WebAssembly.compile(await source.arrayBuffer());
}

export { UnruffledError };
