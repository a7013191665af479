// @ts-check
/**
 * What a visitor can do with sums and with the network that is asked about them.
 *
 * @typedef {import("../runtime/worker-line.js").Line} Line
 * @typedef {import("./page-state.js").Shared} Shared
 * @typedef {import("./page-state.js").Change} Change
 */

import { operandsOf } from "./sum-in-sight.js";

/** @type {Change} */
const NONE = { kind: "none" };

/**
 * @param {Line} line
 * @param {Shared} shared
 */
export function adding(line, shared) {
  let forget = () => {}; // the newest question: older answers are passed over
  let refused = false;

  /** @param {import("./page-state.js").Summands} summands */
  function add(summands) {
    forget();
    const { answer, cancel } = line.ask({ about: "add", ...summands });
    forget = cancel;
    refused = false;
    answer.catch(() => {
      refused = true;
    });
    shared.asked.set({ summands, answer });
    return answer;
  }

  line.on("run", () => {
    forget(); // it is about the network of before
    shared.asked.set(null);
  });
  return {
    /**
     * Have the network add two numbers.
     * @param {string} first  as it was typed
     * @param {string} second
     */
    ask: (first, second) => add({ first, second }),
    /** The network is another now: the same once more. */
    askAgain() {
      if (shared.asked.value && !refused) add(shared.asked.value.summands);
    },
  };
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

  shared.run.follow(() => shared.change.set(NONE)); // the worker has done so itself
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
