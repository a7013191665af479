// @ts-check
/** @type {import("./compile.js").Compiled}  What the page's first worker has compiled, for the next. */
export const compiledHere = {};
