// What both loaders share: the module's functions as an API of plain values.

/** A call that went wrong; `code` is stable. */
export class UnruffledError extends Error {
  /** @param {string} code @param {string} message @param {ErrorOptions} [options] */
  constructor(code, message, options) {
    super(message, options);
    this.name = "UnruffledError";
    this.code = code;
  }
}

/**
 * Wraps the generated glue.
 *
 * @param {typeof import("./dist/unruffled.js")} glue
 * @param {WebAssembly.Module} module kept, so that a trapped instance can be replaced
 * @returns {import("./index.d.ts").Unruffled}
 */
export function wrap(glue, module) {
  // All state is in the caller's values, so a fresh instance goes on where a trapped one stopped.
  const guarded = (body) => {
    try {
      return body();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) glue.__wbg_reset_state();
      throw new UnruffledError("internal", "a bug in unruffled, please report it", { cause: error });
    }
  };
  glue.initSync({ module });
  return Object.freeze({
    version: glue.version(),
    dataDigest: glue.dataDigest(),
    classifyMessage(text) {
      if (typeof text !== "string") {
        throw new UnruffledError("not_a_string", `the message must be a string, not ${typeof text}`);
      }
      return JSON.parse(guarded(() => glue.classifyMessage(text)));
    },
  });
}
