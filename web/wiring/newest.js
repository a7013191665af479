// @ts-check
/**
 * The newest example, or the pinned sum as the network answers it now: at every rest, and while
 * training goes on slowly enough to be seen. One picture is of one moment and of one network.
 *
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../messages.js").CarryReading} CarryReading
 * @typedef {import("../messages.js").Example} Example
 * @typedef {import("../panels/sentence.js").Told} Told
 */

import { isShown } from "../shown.js";
import { changeIn, operandsOf } from "../sum-in-sight.js";

// A grid that changes faster cannot be read, and must not flash more than three times a second.
const EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 400;
const UNITS = 24; // with more hidden units, reading them costs more and is done less often
const WIDE = 128; // and so with more bits
const PATIENCE = 500; // milliseconds; later the sum is shown without what is remembered of it

/**
 * @param {Shared} shared
 * @param {import("../slow-motion.js").SlowMotion} slow
 * @param {import("../reader.js").Reader} reader
 * @param {(sum: Told, reading: CarryReading | null) => void} show
 */
export function wireNewest(shared, slow, reader, show) {
  /** @type {Example | null} */
  let newest = null;
  let [askedAt, asked, late, width] = [0, "", 0, 1];

  function refresh() {
    const [example, pinned, frame] = [newest, shared.pinned.value, shared.frame.value];
    const sum = pinned ?? (example && operandsOf(example));
    if (slow.on) asked = ""; // its picture takes the place of ours
    if (!sum || !frame || slow.on || !isWanted()) return;
    const change = changeIn(shared);
    const what = [pinned && "pinned", sum.a, sum.b, frame.iteration, change].join();
    if (what === asked) return; // asked, or even answered, before
    clearTimeout(late);
    [asked, askedAt] = [what, performance.now()];
    // as the training had it, before it learnt from it; any other sum or network is asked now
    const now = { a: sum.a, b: sum.b, iteration: frame.iteration, change };
    const taught = pinned || change || !example ? null : { ...now, ...from(example) };
    if (taught) late = setTimeout(() => slow.on || show(taught, null), PATIENCE);
    reader.read(sum, (reading) => {
      clearTimeout(late);
      width = reading.outputs.length;
      if (!slow.on) show(taught ?? { ...now, outputs: reading.outputs }, reading);
    });
  }

  shared.frame.follow((frame) => {
    if (!frame) return;
    newest = frame.example ?? newest;
    const pause = pauseFor(shared.run.value?.hidden ?? 0, width);
    const due = performance.now() - askedAt >= pause && !reader.busy;
    if (due || frame.state !== "running") refresh();
  });
  shared.run.follow(() => {
    [newest, asked] = [null, ""];
    clearTimeout(late);
    reader.forget();
  });
  shared.pinned.follow(refresh);
  shared.change.follow(refresh);
}

const isWanted = () => isShown("grid") || isShown("states");

/**
 * Milliseconds from one reading to the next while training goes on.
 * @param {number} units
 * @param {number} width  bits of the last sum that was read
 */
const pauseFor = (units, width) => EVERY * Math.ceil(units / UNITS) * Math.ceil(width / WIDE);

/** @param {Example} example */
const from = ({ iteration, outputs }) => ({ iteration, outputs });
