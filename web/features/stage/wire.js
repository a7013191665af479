// @ts-check
/**
 * For a projector: the story in five steps, by buttons or by a presenter's clicker. A finished run
 * begins again by itself, unless somebody stays.
 *
 * @typedef {import("../../runtime/worker-line.js").Line} Line
 * @typedef {import("../../state/page-state.js").Shared} Shared
 * @typedef {import("../../state/actions.js").Actions} Actions
 */

import { countdown } from "../../drawing/countdown.js";
import { Story } from "./story.js";

const PATIENCE = 60; // seconds from a finished run to the next
const STEPS = ["Start again", "One example", "Ten a second", "Full speed", "Ask a sum"];
const [START, EXAMPLE, SLOWLY, FULLY, ASK] = STEPS.keys();
const OPEN = "dialog[open], :popover-open";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state: shared, actions, root }) {
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
      steps: root.find("story-steps", HTMLElement),
      countdown: root.find("story-countdown", HTMLElement),
      notice: root.find("story-notice", HTMLElement),
      stay: root.find("story-stay", HTMLButtonElement),
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
  root.find("leave-stage", HTMLAnchorElement).addEventListener("click", leave);
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
  act[ASK] = () => shared.attention.get("sum")?.();
  return act;
}

/** A clicker's keys, also while a number is being typed. @param {(by: number) => void} turn */
function wireKeys(turn) {
  document.addEventListener("keydown", (event) => {
    const { key, repeat, ctrlKey, altKey, metaKey, defaultPrevented } = event;
    if (ctrlKey || altKey || metaKey || document.querySelector(OPEN)) return;
    if (key === "Escape" && !defaultPrevented && !repeat) leave(); // the chart has its own use for it
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
