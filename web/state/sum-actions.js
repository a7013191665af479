// @ts-check
/**
 * What a visitor can do with sums and with the network that is asked about them.
 *
 * @typedef {import("../runtime/worker-line.js").Line} Line
 * @typedef {import("./page-state.js").Shared} Shared
 * @typedef {import("./page-state.js").Change} Change
 */

import { iterationOf } from "./standing.js";
import { operandsOf } from "./sum-in-sight.js";

/** @type {Change} */
const NONE = { kind: "none" };

/** One sum is asked at a time, and is the one that stays in sight, whoever has chosen it. */
export class Asking {
  #line;
  #shared;
  #forget = () => {}; // the newest question: older answers are passed over
  /** @type {(import("./page-state.js").Operands & {iteration: number}) | null} its answer, if it has one */
  #known = null;
  /** @type {import("./page-state.js").Asked | null} what was typed and is to be kept once it is answered */
  #wished = null;

  /**
   * @param {Line} line
   * @param {Shared} shared
   */
  constructor(line, shared) {
    this.#line = line;
    this.#shared = shared;
    shared.pinned.follow((sum) => this.#askPinned(sum));
    shared.state.follow((state) => state !== "running" && this.#askIfOlder());
    line.on("run", () => this.#askNewRun());
  }

  /**
   * Have the network add two numbers, and keep them in sight.
   * @param {string} first  as it was typed
   * @param {string} second
   */
  ask(first, second) {
    const asked = this.#add({ first, second });
    this.#wished = asked;
    const keep = (/** @type {{a: string, b: string}} */ { a, b }) => {
      if (this.#shared.asked.value !== asked) return;
      this.#wished = null;
      this.#shared.pinned.set(operandsOf({ a, b }));
    };
    asked.answer.then(keep, () => {}); // a refusal is told by the form
    return asked.answer;
  }

  /** What is known is about the network of before; what waits for an answer is asked once more. */
  #askNewRun() {
    this.#forget();
    [this.#forget, this.#known] = [() => {}, null];
    const open = this.#shared.asked.value;
    if (open && open === this.#wished && !open.refused) {
      this.ask(open.summands.first, open.summands.second);
      return;
    }
    this.#shared.asked.set(null);
    this.#askPinned(this.#shared.pinned.value);
  }

  /** Another network answers now: the same once more. */
  askAgain() {
    const newest = this.#shared.asked.value;
    if (newest && !newest.refused) this.#add(newest.summands);
  }

  #askIfOlder() {
    if (this.#known && this.#known.iteration !== iterationOf(this.#shared)) this.askAgain();
  }

  /** A sum was chosen elsewhere. @param {import("./page-state.js").Pinned | null} sum */
  #askPinned(sum) {
    if (!sum || sum.graft || (sum.a === this.#known?.a && sum.b === this.#known.b)) return;
    this.#add({ first: String(sum.a), second: String(sum.b) });
  }

  /** @param {import("./page-state.js").Summands} summands */
  #add(summands) {
    this.#forget();
    const { answer, cancel } = this.#line.ask({ about: "add", ...summands });
    this.#forget = cancel;
    this.#known = null;
    const asked = { summands, answer, refused: false };
    this.#shared.asked.set(asked);
    answer.then(
      ({ iteration, ...sum }) => {
        if (this.#shared.asked.value === asked) this.#known = { ...operandsOf(sum), iteration };
      },
      () => {
        asked.refused = true;
      },
    );
    return asked;
  }
}

/** @param {Shared} shared */
export function pinning({ run, frame, state, pinned, pinWished, inSight }) {
  /** @type {import("./page-state.js").Operands | null} the sum that will be in sight */
  let newest = null;
  run.follow(() => {
    newest = null;
  });
  frame.follow((now) => {
    if (now?.example) newest = operandsOf(now.example);
    if (pinWished.value && newest) pinned.set(newest);
  });
  pinned.follow(() => pinWished.set(false));

  return {
    /** Keep a sum in sight; null: the newest again. @param {import("./page-state.js").Pinned | null} sum */
    pin: (sum) => pinned.set(sum),
    /** Keep the sum in sight that is there, or as soon as there is one; or no longer. */
    togglePin() {
      if (["loading", "failed"].includes(state.value)) return;
      const isPinned = pinned.value !== null || pinWished.value;
      const sum = isPinned ? null : (inSight.value ?? newest);
      pinWished.set(!isPinned && !sum);
      pinned.set(sum);
    },
  };
}

/**
 * @param {Line} line
 * @param {Shared} shared
 * @param {() => void} askAgain
 */
export function changing(line, shared, askAgain) {
  /** From now on a changed network is asked. @param {Change} wanted */
  function change(wanted) {
    line.send({ type: "intervene", ...wanted }); // before anybody asks anything because of it
    shared.change.set(wanted);
    askAgain();
  }

  shared.run.follow(() => {
    // The new run begins unchanged, also where a change was wanted on the way to it.
    if (shared.change.value.kind !== "none") line.send({ type: "intervene", ...NONE });
    shared.change.set(NONE);
  });
  return { change, undo: () => change(NONE) };
}

/** @param {Shared} shared */
export function choosing({ run, unit }) {
  run.follow((settings) => {
    if (unit.value !== null && unit.value >= (settings?.hidden ?? 0)) unit.set(null); // there is none
  });
  return {
    /** Have a hidden unit marked wherever units have rows. @param {number} chosen */
    choose: (chosen) => unit.set(chosen),
  };
}
