// @ts-check
/** A worker like the one that Python has, but without Python: one measurement a message. */

import { deviation, speed } from "./yardstick.js";

addEventListener("message", ({ data }) => {
  postMessage({ deviation: deviation(data), perSecond: speed(data) });
});
