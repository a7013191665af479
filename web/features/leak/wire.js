// @ts-check
/** One carry on a long way: asked when the visitor wants it, and then as long as it is in sight. */

import { say } from "../../drawing/dom.js";
import { plural, sentence } from "../../drawing/format.js";
import { fieldError } from "../../drawing/field-error.js";
import { LeakPicture } from "../../drawing/leak-picture.js";
import { whileSeen } from "../../drawing/when-visible.js";
import { LiveQuestion } from "../../runtime/live-question.js";
import { isShown } from "../../state/shown-panels.js";
import { changeOf } from "../../state/sum-in-sight.js";
import { tellColumns } from "./rows.js";
import { wordsOf } from "./words.js";

/** @typedef {import("../../runtime/messages.js").Leak} Leak */

const EVERY = 2000; // milliseconds: a thousand columns take a while

/** @param {import("../../state/actions.js").Given} given */
export function wire(given) {
  const { line, state: shared, root } = given;
  if (!isShown("leak")) return;
  const field = root.find("leak-columns", HTMLInputElement);
  const shows = showing(given);
  let [columns, seen] = ["", false]; // columns: those asked for; "": none, it is one line

  const question = new LiveQuestion(line, "leak", EVERY, {
    answer: (leak) => {
      fieldError(field, "");
      shows.show(leak);
    },
    refusal: (words) => {
      fieldError(field, sentence(words));
      columns = "";
    },
  });
  const ask = () => columns && seen && shared.frame.value && question.ask({ columns });
  const begin = () => {
    columns = field.value || " "; // of nothing Python says what is missing
    question.forget();
    question.ask({ columns });
  };
  const forget = () => {
    question.forget();
    shows.clear();
    if (shows.isFrame && !columns) begin();
    else ask();
  };

  line.on("ready", () => (root.find("leak-ask", HTMLButtonElement).disabled = false));
  onPress(root, begin, () => {
    columns = "";
    question.forget();
    shows.fold(false);
    field.focus();
  });
  shared.run.follow(forget);
  shared.change.follow(forget);
  shared.frame.follow(ask);
  whileSeen(root.find("leak-panel", HTMLElement), (now) => {
    seen = now;
    ask();
  });
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {() => void} begin
 * @param {() => void} close
 */
function onPress(root, begin, close) {
  root.find("leak-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (!root.find("leak-ask", HTMLButtonElement).disabled) begin();
  });
  root.find("leak-close", HTMLElement).addEventListener("click", close);
}

/**
 * The picture, its sentence and its table.
 * @param {import("../../state/actions.js").Given} given
 */
function showing({ state: shared, root }) {
  const picture = new LeakPicture(root.find("leak-curve", SVGSVGElement));
  const words = root.find("leak-words", HTMLElement);
  const table = root.find("leak-table", HTMLDetailsElement);
  /** @type {Leak | null} */
  let newest = null;
  // Thousands of cells are no picture of something that changes: while training goes on they wait.
  const tell = () => {
    if (table.open && shared.state.value !== "running")
      tellColumns(root.find("leak-rows", HTMLElement), newest);
  };
  table.addEventListener("toggle", tell);
  shared.state.follow(tell);

  const isFrame = document.documentElement.dataset.view !== undefined; // it was chosen there
  const shows = {
    isFrame,
    /** @param {boolean} open */
    fold(open) {
      root.find("leak-whole", HTMLElement).hidden = !open;
      root.find("leak-close", HTMLElement).hidden = !open || isFrame;
      root.find("leak-panel", HTMLElement).classList.toggle("whole-room", open);
    },
    /** @param {Leak} leak */
    show(leak) {
      newest = leak;
      shows.fold(true);
      picture.update(leak);
      words.ariaLive = shared.state.value === "running" ? "off" : "polite"; // not every moment
      say(words, wordsOf(leak));
      say(
        root.find("leak-date", HTMLElement),
        dateOf(leak.iteration, changeOf(shared.change.value)),
      );
      tell();
    },
    clear() {
      newest = null;
      picture.update(null);
      say(words, "Not yet.");
      say(root.find("leak-date", HTMLElement), "");
      tell();
    },
  };
  return shows;
}

/** @param {number} iteration @param {string} change */
const dateOf = (iteration, change) =>
  `The network after ${plural(iteration, "iteration")}${change && `, ${change}`}.`;
