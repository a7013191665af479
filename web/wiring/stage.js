// @ts-check
/**
 * For a projector: the story in five steps, by buttons or by a presenter's clicker. A finished run
 * begins again by itself, unless somebody stays.
 *
 * @typedef {import("../line.js").Line} Line
 * @typedef {import("../shared.js").Shared} Shared
 * @typedef {import("../actions.js").Actions} Actions
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
 * @param {Actions} actions
 */
export function wireStage(line, shared, actions) {
  if (document.documentElement.dataset.view !== "stage") return;
  let at = START;
  let turns = 0; // of the story so far
  const again = countdown(PATIENCE, {
    tick: (seconds) => story.count(seconds),
    end: () => go(START),
  });
  const act = acts(shared, actions);
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
    turns += 1;
    const turn = turns;
    story.mark(step);
    again.stop();
    act[step](() => turn === turns);
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
 * What each step does.
 * @param {Shared} shared
 * @param {Actions} actions
 * @returns {((isMine: () => boolean) => void)[]}  isMine: has no other step been chosen since?
 */
function acts(shared, { train, pause, setPace, reset }) {
  /** @type {number | null} */
  let example = null; // the iteration that is shown slowly
  const stop = () => {
    example = null;
    return pause();
  };
  const trainAt = (/** @type {number | null} */ pace) => {
    example = null;
    setPace(pace);
    train(); // nothing while it runs
  };

  shared.frame.follow((frame) => {
    if (example !== null && frame && frame.iteration > example) stop();
  });
  const act = [];
  act[START] = () => {
    stop();
    setPace(null);
    reset();
  };
  act[EXAMPLE] = async (/** @type {() => boolean} */ isMine) => {
    const rest = stop(); // which takes the worker a moment
    setPace("bit");
    await rest;
    if (!isMine()) return;
    example = shared.frame.value?.iteration ?? 0;
    train();
  };
  act[SLOWLY] = () => trainAt(10);
  act[FULLY] = () => trainAt(null);
  act[ASK] = () => byId("first", HTMLInputElement).select();
  return act;
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
