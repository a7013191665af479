// @ts-check
/** Two hidden units as a square: asked while it is in sight, and only of a network that has two. */

import { say } from "../../drawing/dom.js";
import { count, sentence } from "../../drawing/format.js";
import { SquarePicture } from "../../drawing/square-picture.js";
import { markOf, tellGroups } from "../../drawing/square-tables.js";
import { whileSeen } from "../../drawing/when-visible.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { allSettings, readHash } from "../../state/link.js";
import { isShown } from "../../state/shown-panels.js";
import { changeSentence, operandsOf } from "../../state/sum-in-sight.js";
import { WayControl } from "./way-control.js";
import { leadOf } from "./words.js";

/** @typedef {import("../../state/page-state.js").Shared} Shared */

const UNITS = 2;
// What changes faster cannot be followed, nor would much be left for the training.
const EVERY = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1000 : 250;

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  const { state: shared, root } = given;
  if (!isShown("square")) return;
  const panel = root.find("square-panel", HTMLElement);
  const { ask, forget } = asking(given, () => door.isOpen && seen);
  const door = opening(given, ask);
  let seen = false;
  root.find("square-marks", HTMLElement).append(...[0, 1, 2, 3].map(markOf));
  whileSeen(panel, (now) => {
    seen = now;
    ask();
  });
  shared.run.follow((settings) => {
    forget();
    door.fit(settings?.hidden ?? 0);
  });
  for (const store of [shared.frame, shared.pinned, shared.inSight, shared.change])
    store.follow(ask);
}

/**
 * What is one line grows in its own place when it is asked for.
 * @param {import("../../state/actions.js").Given} given
 * @param {() => void} opened
 */
function opening({ line, actions, root }, opened) {
  const panel = root.find("square-panel", HTMLElement);
  const button = root.find("square-open", HTMLButtonElement);
  const run = root.find("square-run", HTMLButtonElement);
  const isFrame = document.documentElement.dataset.view !== undefined; // it was chosen there
  let wanted = isFrame;
  let units = 0;
  /** @type {Record<string, import("../../runtime/messages.js").Limit>} */
  let limits;

  const draw = () => {
    const [fits, isOpen] = [units === UNITS, door.isOpen];
    root.find("square-whole", HTMLElement).hidden = !isOpen;
    panel.classList.toggle("whole-room", isOpen);
    button.hidden = !fits || isFrame;
    run.hidden = fits;
    button.ariaExpanded = String(isOpen);
    say(button, isOpen ? "Back to the room" : "Show the square");
    say(root.find("square-words", HTMLElement), wordsFor(units));
    if (isOpen) opened();
  };
  const door = {
    get isOpen() {
      return wanted && units === UNITS;
    },
    /** @param {number} hidden  units of the network */
    fit(hidden) {
      units = hidden;
      draw();
    },
  };
  line.on("ready", (told) => {
    limits = told.limits;
    run.disabled = false;
  });
  line.on("failed", () => (run.disabled = true));
  button.addEventListener("click", () => {
    wanted = !wanted;
    draw();
  });
  run.addEventListener("click", async () => {
    wanted = true;
    const texts = allSettings(readHash(run.value), limits); // the rest is as in the tutorial
    const begun = await actions.reset(texts)?.catch(() => null);
    if (begun) actions.train(); // else the page has said why
  });
  return door;
}

/** @param {number} units */
function wordsFor(units) {
  const what = "every state is a point in a square, and one sees where the carry lives.";
  return units === UNITS
    ? `Two hidden units: ${what}`
    : `With two hidden units, not ${count(units)}, ${what}`;
}

/**
 * @param {import("../../state/actions.js").Given} given
 * @param {() => boolean} isWanted
 */
function asking({ line, state: shared, actions, root }, isWanted) {
  const picture = new SquarePicture(root.find("square-picture", SVGSVGElement));
  const groups = root.find("square-groups", HTMLElement);
  const lead = root.find("square-lead", HTMLElement);
  const control = new WayControl(root, picture, shared, actions);
  /** @type {import("../../state/page-state.js").Pinned | null} */
  let sum = null;
  /** @type {import("../../state/page-state.js").Pinned | null} the one that the newest question is about */
  let asked = null;

  /** @param {import("../../runtime/messages.js").Square | null} square @param {string} words */
  const show = (square, words) => {
    picture.update(square);
    tellGroups(groups, square);
    say(lead, words);
  };
  const question = new LiveQuestion(line, "square", EVERY, {
    answer: (square) =>
      show(square, `${changeSentence(shared.change.value)} ${leadOf(square)}`.trim()),
    refusal: (words) => show(null, sentence(words)),
  });
  const way = new LiveQuestion(line, "way", 0, {
    asked: () => {
      asked = sum;
    },
    answer: (told) => sum && asked && control.show(told, asked, shared.run.value?.bits ?? 0),
    refusal: (words) => control.clear(sentence(words)),
  });

  return {
    ask() {
      const { frame } = shared;
      if (!isWanted() || !frame.value) return;
      question.ask({});
      sum = frame.value.state === "running" ? null : sumIn(shared);
      if (sum) way.ask(detailsOf(sum));
      else {
        way.forget();
        control.clear("The way of a sum is shown when training rests.");
      }
    },
    /** Another network: what is known is of the past. */
    forget() {
      question.forget();
      way.forget();
      show(null, "Not yet.");
      control.clear();
    },
  };
}

/** The sum in sight, or else the newest example, or the next. @param {Shared} shared */
function sumIn({ pinned, inSight, frame }) {
  const example = frame.value?.example ?? frame.value?.coming;
  return pinned.value ?? inSight.value ?? (example ? operandsOf(example) : null);
}

/** @param {import("../../state/page-state.js").Pinned} sum @returns {{a: string, b: string, donor?: [string, string], step?: number}} */
const detailsOf = ({ a, b, graft }) => ({
  a: String(a),
  b: String(b),
  ...(graft && { donor: [String(graft.a), String(graft.b)], step: graft.step }),
});
