// @ts-check
/**
 * For a projector: the story in five steps, by buttons or by a presenter's clicker. A finished run
 * begins again by itself, unless somebody stays.
 *
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 */

import { countdown } from "../countdown.js";
import { byId } from "../dom.js";
import { Story } from "../panels/story.js";

const PATIENCE = 60; // seconds from a finished run to the next
const STEPS = ["Start again", "One example", "Ten a second", "Full speed", "Ask a sum"];
const [START, EXAMPLE, SLOWLY, FULLY, ASK] = STEPS.keys();
const OPEN = "dialog[open], :popover-open";

/**
 * @param {Line} line
 * @param {Shared} shared
 */
export function wireStage(line, shared) {
  if (document.documentElement.dataset.view !== "stage") return;
  let at = START;
  const again = countdown(PATIENCE, {
    tick: (seconds) => story.count(seconds),
    end: () => go(START),
  });
  const act = actions(shared);
  const story = new Story(
    {
      steps: byId("story-steps", HTMLElement),
      countdown: byId("story-countdown", HTMLElement),
      notice: byId("story-notice", HTMLElement),
      stay: byId("story-stay", HTMLButtonElement),
    },
    STEPS,
    { choose: (step) => go(step), stay: again.stop },
  );

  /** @param {number} step */
  function go(step) {
    if (!act[step] || ["loading", "failed"].includes(shared.state.value)) return;
    at = step;
    story.mark(step);
    again.stop();
    act[step]();
  }

  story.mark(at);
  story.enable(false);
  line.on("ready", () => story.enable(true));
  line.on("failed", () => story.enable(false));
  shared.state.follow((state) => {
    if (state === "finished" && at !== ASK) again.start();
    else again.stop();
  });
  wireKeys((by) => go(at + by));
  byId("leave-stage", HTMLAnchorElement).addEventListener("click", leave);
}

/**
 * What each step does, by the page's own buttons.
 * @param {Shared} shared
 * @returns {(() => void)[]}
 */
function actions(shared) {
  /** @type {number | null} */
  let example = null; // the iteration that is shown slowly
  const stop = () => {
    example = null;
    press("pause");
  };
  const train = (/** @type {string} */ pace) => {
    example = null;
    choose("pace", pace);
    press("train"); // does nothing while it runs: the button cannot be pressed then
  };

  shared.frame.follow((frame) => {
    if (example !== null && frame && frame.iteration > example) stop();
  });
  const act = [];
  act[START] = () => {
    stop();
    choose("pace", "full");
    press("reset");
  };
  act[EXAMPLE] = () => {
    stop();
    choose("pace", "bit");
    example = null;
    afterRest(shared, (iteration) => {
      example = iteration;
      press("train");
    });
  };
  act[SLOWLY] = () => train("10");
  act[FULLY] = () => train("full");
  act[ASK] = () => byId("first", HTMLInputElement).select();
  return act;
}

/**
 * Go on when the worker rests, which takes it a moment.
 * @param {Shared} shared
 * @param {(iteration: number) => void} goOn
 */
function afterRest(shared, goOn) {
  const { frame } = shared;
  if (frame.value && frame.value.state !== "running") return goOn(frame.value.iteration);
  setTimeout(() => afterRest(shared, goOn), 50);
}

/** @param {string} id */
const press = (id) => byId(id, HTMLButtonElement).click();

/**
 * @param {string} id
 * @param {string} value
 */
function choose(id, value) {
  const select = byId(id, HTMLSelectElement);
  if (select.value === value) return;
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

/** A clicker's keys, also while a number is being typed. @param {(by: number) => void} turn */
function wireKeys(turn) {
  document.addEventListener("keydown", (event) => {
    const { key, repeat, ctrlKey, altKey, metaKey, defaultPrevented, target } = event;
    if (ctrlKey || altKey || metaKey || document.querySelector(OPEN)) return;
    const inChart = target instanceof Element && target.closest("#error-trace");
    if (key === "Escape" && !defaultPrevented && !inChart && !repeat) leave();
    if (key !== "PageDown" && key !== "PageUp") return;
    event.preventDefault(); // also of a key that is held: it would scroll
    if (!repeat) turn(key === "PageDown" ? 1 : -1);
  });
}

/** To the whole page, with the run as it stands. @param {Event} [event] */
function leave(event) {
  event?.preventDefault();
  location.assign(location.pathname + location.hash);
}
