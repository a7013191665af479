// @ts-check
/**
 * Many networks compared: which experiment, how far it is, and what came out of it.
 *
 * @typedef {import("./plans.js").Experiment} Experiment
 * @typedef {import("../../runtime/messages.js").Compared} Compared
 */

import { byId, say } from "../../drawing/dom.js";
import { curves } from "./curves.js";
import { dots } from "./dots.js";
import { table } from "./table.js";

/**
 * @param {Experiment[]} offered
 * @param {{start: (experiment: Experiment) => void, cancel: () => void}} actions
 */
export function experiments(offered, { start, cancel }) {
  const buttons = offered.map(({ id }) => byId(id, HTMLButtonElement));
  const bar = byId("compare-bar", HTMLProgressElement);
  const left = byId("compare-left", HTMLElement);
  const stop = byId("compare-cancel", HTMLButtonElement);
  const words = byId("compare-words", HTMLElement);
  const result = byId("compare-result", HTMLElement);
  let began = 0;

  for (const [place, button] of buttons.entries()) {
    button.addEventListener("click", () => {
      const experiment = offered[place];
      began = performance.now();
      busy(true);
      say(words, "");
      draw(experiment, null);
      start(experiment);
    });
  }
  stop.addEventListener("click", () => {
    cancel();
    finish("Cancelled: nothing was compared.");
    result.replaceChildren();
  });

  /** @param {boolean} working */
  function busy(working) {
    for (const button of buttons) button.disabled = working;
    stop.disabled = !working;
    if (working) stop.focus();
    bar.value = 0;
    say(left, working ? "beginning" : "");
  }

  /** @param {string} text */
  function finish(text) {
    const focused = document.activeElement === stop;
    busy(false);
    if (focused) buttons[0].focus();
    say(words, text);
  }

  /**
   * Draw what came out; without it the empty frames, so that nothing moves later.
   * @param {Experiment} experiment
   * @param {Compared | null} compared
   */
  function draw(experiment, compared) {
    result.replaceChildren(
      curves(experiment, compared),
      dots(experiment, compared),
      table(experiment, compared),
    );
  }

  return {
    /** @param {boolean} possible */
    enable(possible) {
      for (const button of buttons) button.disabled = !possible;
    },
    /**
     * @param {Experiment} experiment
     * @param {string} text  how long it takes
     */
    estimate({ id }, text) {
      say(byId(`${id}-hint`, HTMLElement), text);
    },
    /** @param {number} done  0 to 1 */
    progress(done) {
      bar.value = done;
      const seconds = ((performance.now() - began) / 1000) * (1 / done - 1);
      say(left, `about ${Math.ceil(seconds)} s left`);
    },
    /**
     * @param {Experiment} experiment
     * @param {Compared} compared
     */
    show(experiment, compared) {
      finish(compared.words);
      bar.value = 1;
      say(left, `took ${Math.round((performance.now() - began) / 1000)} s`);
      draw(experiment, compared);
    },
    /** @param {string} message */
    refuse(message) {
      finish(message);
      result.replaceChildren();
    },
  };
}
