// Imported first: no clock runs and no chance is left, so that the image is the same bytes each time.
import crypto from "node:crypto";

let drawn = 1;
const draw = (view) => {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let i = 0; i < bytes.length; i++) {
    drawn = (drawn * 1103515245 + 12345) % 0x80000000;
    bytes[i] = drawn >> 16;
  }
  return view;
};
const FIRST_DAY = Date.UTC(2020, 0, 1);

Date.now = () => FIRST_DAY;
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [FIRST_DAY]));
  }
};
Math.random = () => 0.5;
Object.defineProperty(globalThis, "performance", { value: { now: () => 0 } });
crypto.randomFillSync = draw; // Emscripten's, in Node

// Objects that JavaScript has given up are collected whenever it likes.
globalThis.FinalizationRegistry = class {
  register() {}
  unregister() {}
};
