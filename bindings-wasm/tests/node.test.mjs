// The package as Node sees it, built by `build.sh`. Run: node --test bindings-wasm/tests/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import load, { UnruffledError } from "../npm/node.js";
import { wrap } from "../npm/unruffled.js";

const read = (name) => readFileSync(new URL(`../npm/${name}`, import.meta.url), "utf8");

test("swearing at a system is no insult, and offsets are JavaScript's", async () => {
  const unruffled = await load();
  // Two surrogate pairs and an accent stand before the evidence.
  const text = "🧾🧾 Café closed? Why is this damn system always broken? Nothing ever works!";
  const message = unruffled.classifyMessage(text);

  assert.equal(message.heat, 2);
  assert.equal(message.conduct, "fine");
  assert.equal(message.crosses_line, false);
  assert.equal(message.temperature, 2);
  assert.equal(message.target, "situation");
  assert.equal(message.crisis, "none");
  assert.ok(message.flags.includes("profanity_undirected"), message.flags.join());
  assert.equal(message.read, text.length);

  const swearing = message.evidence.filter((it) => it.kind === "profanity");
  const words = swearing.map((it) => text.slice(it.start, it.end));
  // The evidence may be "damn" or "damn system": a shifted offset would cut out neither.
  assert.ok(words.length > 0 && words.every((it) => /^damn( system)?$/.test(it)), words.join(" | "));
  assert.equal(message.segments.map((it) => text.slice(it.start, it.end)).join(""), text);
});

test("an insult crosses the line", async () => {
  const message = (await load()).classifyMessage("You are an idiot.");
  assert.equal(message.conduct, "crossing");
  assert.equal(message.crosses_line, true);
  assert.equal(message.target, "agent");
});

test("any string has an answer, and a second load is the same library", async () => {
  const unruffled = await load();
  assert.equal(await load(), unruffled);
  for (const text of ["", "\0", "\ud83d alone", "שלום", "a".repeat(200_000), "é".repeat(70_000)]) {
    const message = unruffled.classifyMessage(text);
    assert.ok(message.read <= text.length);
    assert.equal(message.segments.at(-1)?.end ?? 0, message.read);
    assert.equal(message.crosses_line, false);
  }
  assert.throws(() => unruffled.classifyMessage(42), (error) =>
    error instanceof UnruffledError && error.code === "not_a_string");
});

test("versions agree, and the package lists what it needs", async () => {
  const unruffled = await load();
  const description = JSON.parse(read("package.json"));
  assert.equal(unruffled.version, description.version);
  assert.match(unruffled.dataDigest, /^[0-9a-f]{16}$/);
  for (const file of description.files) assert.ok(read(file).length > 0, file);
  for (const conditions of Object.values(description.exports)) {
    if (typeof conditions === "object") assert.equal(Object.keys(conditions)[0], "types");
  }
});

test("a trapped instance is replaced, and the next call works", () => {
  let resets = 0;
  let calls = 0;
  const glue = {
    initSync() {},
    version: () => "0",
    dataDigest: () => "0",
    __wbg_reset_state: () => (resets += 1),
    classifyMessage() {
      calls += 1;
      if (calls === 1) throw new WebAssembly.RuntimeError("unreachable");
      return '{"heat":1}';
    },
  };
  const unruffled = wrap(glue, null);
  assert.throws(() => unruffled.classifyMessage("a"), (error) =>
    error instanceof UnruffledError && error.code === "internal"
      && error.cause instanceof WebAssembly.RuntimeError);
  assert.equal(resets, 1);
  assert.deepEqual(unruffled.classifyMessage("a"), { heat: 1 });
});

test("the generated glue can be started again", async () => {
  const unruffled = await load();
  const before = unruffled.classifyMessage("You are an idiot. 😡");
  const glue = await import("../npm/dist/unruffled.js");
  glue.__wbg_reset_state();
  assert.deepEqual(unruffled.classifyMessage("You are an idiot. 😡"), before);
});
