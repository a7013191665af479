// @ts-check
/**
 * The newest example, or the pinned sum as the network answers it now: at every rest, and while
 * training goes on slowly enough to be seen. One picture is of one moment and of one network.
 *
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../runtime/messages.js").CarryReading} CarryReading
 * @typedef {import("../../runtime/messages.js").Example} Example
 * @typedef {import("./sentence.js").Told} Told
 */

import { isShown } from "../../state/shown-panels.js";
import { changeIn, operandsOf } from "../../state/sum-in-sight.js";

// A grid that changes faster cannot be read, and must not flash more than three times a second.
const EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 400;
const UNITS = 24; // with more hidden units, reading them costs more and is done less often
const WIDE = 128; // and so with more bits
const PATIENCE = 500; // milliseconds; later the sum is shown without what is remembered of it

export class Newest {
  #shared;
  #slow;
  #reader;
  #show;
  /** @type {Example | null} */
  #example = null;
  #asked = ""; // what the newest question was about
  #askedAt = Number.NEGATIVE_INFINITY;
  #late = 0; // the timer for a question that is not answered in time
  #width = 1; // bits of the last sum that was read

  /**
   * @param {Shared} shared
   * @param {import("../../state/slow-motion.js").SlowMotion} slow
   * @param {import("../../state/carry-question.js").Reader} reader
   * @param {(sum: Told, reading: CarryReading | null) => void} show
   */
  constructor(shared, slow, reader, show) {
    this.#shared = shared;
    this.#slow = slow;
    this.#reader = reader;
    this.#show = show;
    shared.frame.follow((frame) => frame && this.#hear(frame));
    shared.run.follow(() => this.#forget());
    shared.pinned.follow(() => this.#refresh());
    shared.change.follow(() => this.#refresh());
    shared.view.follow(() => this.#refresh());
  }

  /** @param {import("../../runtime/messages.js").Frame} frame */
  #hear(frame) {
    this.#example = frame.example ?? this.#example;
    const pause = pauseFor(this.#shared.run.value?.hidden ?? 0, this.#width);
    const due = performance.now() - this.#askedAt >= pause && !this.#reader.busy;
    if (due || frame.state !== "running") this.#refresh();
  }

  #forget() {
    [this.#example, this.#asked] = [null, ""];
    clearTimeout(this.#late);
    this.#reader.forget();
  }

  #refresh() {
    const [pinned, frame] = [this.#shared.pinned.value, this.#shared.frame.value];
    const sum = pinned ?? (this.#example && operandsOf(this.#example));
    if (this.#slow.on) this.#asked = ""; // its picture takes the place of ours
    if (!sum || !frame || this.#slow.on || !isWanted() || this.#shared.view.value === "story")
      return;
    const { iteration } = frame;
    const now = { a: sum.a, b: sum.b, iteration, change: changeIn(this.#shared) };
    const what = [pinned && "pinned", ...Object.values(now)].join();
    if (what === this.#asked) return; // asked, or even answered, before
    [this.#asked, this.#askedAt] = [what, performance.now()];
    this.#read(sum, now);
  }

  /**
   * @param {import("../../state/page-state.js").Pinned} sum
   * @param {Omit<Told, "outputs">} now
   */
  #read(sum, now) {
    clearTimeout(this.#late);
    const taught = this.#asTaught(now);
    if (taught) this.#late = setTimeout(() => this.#draw(taught, null), PATIENCE);
    this.#reader.read(sum, (reading) => {
      clearTimeout(this.#late);
      const { iteration, outputs } = reading; // training may have gone on since the frame
      this.#width = outputs.length;
      this.#draw({ ...now, iteration, outputs }, reading);
    });
  }

  /**
   * The example as the training had it, before it learnt from it, where the answer is late; null: the
   * sum or the network is another.
   * @param {Omit<Told, "outputs">} now
   */
  #asTaught(now) {
    const example = this.#example;
    if (this.#shared.pinned.value || now.change || !example) return null;
    return { ...now, iteration: example.iteration, outputs: example.outputs };
  }

  /**
   * @param {Told} sum
   * @param {CarryReading | null} reading
   */
  #draw(sum, reading) {
    if (!this.#slow.on) this.#show(sum, reading);
  }
}

const isWanted = () => isShown("grid") || isShown("states");

/**
 * Milliseconds from one reading to the next while training goes on.
 * @param {number} units
 * @param {number} width  bits of the last sum that was read
 */
const pauseFor = (units, width) => EVERY * Math.ceil(units / UNITS) * Math.ceil(width / WIDE);
