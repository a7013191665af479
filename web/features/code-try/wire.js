// @ts-check
/** Changing the network's functions: an editor, a run of the visitor's own, and a verdict. */

import { say } from "../../drawing/dom.js";
import { saveAs } from "../../drawing/save-as.js";
import { challengeBox, edited } from "./challenge.js";
import { keepText, keptText, solve, solved } from "./kept.js";
import { Trials } from "./trials.js";

/** @param {import("../../state/actions.js").Given} given */
export function wire({ line, state, root }) {
  if (document.documentElement.dataset.view) return;
  const field = root.find("own-code", HTMLTextAreaElement);
  const ours = field.defaultValue;
  field.value = keptText() ?? ours;
  const isOurs = () => field.value === ours;
  const changed = () => {
    keepText(isOurs() ? null : field.value);
    say(root.find("code-changed", HTMLElement), isOurs() ? "These are ours." : "Changed by you.");
  };
  field.addEventListener("input", changed);
  /** @param {string} text */
  function put(text) {
    field.value = text;
    changed();
  }

  wireEditing(root);
  const chosen = wireChallenges(root, (edits) => {
    put(edited(ours, edits));
    const [was, is] = [ours, field.value].map((text) => text.split("\n"));
    const first = is.findIndex((each, place) => each !== was[place]);
    goTo(field, first < 0 ? backwardIn(is) : first + 1);
  });
  const trials = new Trials(root, state, () => ({
    functions: field.value,
    challenge: chosen.name,
  }));
  trials.judged = ({ reached, line: wrong }) => {
    chosen.answer();
    if (reached) chosen.solve();
    showLine(root, field, wrong);
  };
  root.find("code-ours", HTMLButtonElement).addEventListener("click", () => put(ours));
  root.find("code-take", HTMLButtonElement).addEventListener("click", async () => {
    const { text } = await line.ask({ about: "script", functions: field.value }).answer;
    saveAs("mine.py", text, "text/x-python");
  });
  if (!isOurs()) changed();
}

/** The line at which `backward` begins. @param {string[]} lines */
const backwardIn = (lines) => lines.findIndex((each) => each.startsWith("def backward(")) + 1;

/** The editor takes the place of the listing. @param {import("../../drawing/root.js").Root} root */
function wireEditing(root) {
  const edit = root.find("code-edit", HTMLButtonElement);
  const parts = ["code-editing", "trial-buttons", "trial"].map((id) => root.find(id, Element));
  edit.addEventListener("click", () => {
    const begins = edit.getAttribute("aria-expanded") !== "true";
    edit.setAttribute("aria-expanded", String(begins));
    say(edit, begins ? "Read" : "Edit");
    document.documentElement.dataset.code = begins ? "change" : "read";
    for (const part of parts) /** @type {HTMLElement} */ (part).hidden = !begins;
    if (begins) root.find("own-code", HTMLTextAreaElement).focus();
  });
}

/**
 * @param {import("../../drawing/root.js").Root} root
 * @param {(edits: import("./challenge.js").Edits) => void} load
 */
function wireChallenges(root, load) {
  const select = root.find("challenge", HTMLSelectElement);
  const boxes = root.all(".challenge", HTMLElement);
  const made = new Map(boxes.map((box) => [box.id, challengeBox(box, load)]));
  const mark = () => {
    for (const option of select.options) {
      const title = option.text.replace(/^✓ /, "");
      say(option, solved().has(option.value) ? `✓ ${title}` : title);
    }
  };
  select.addEventListener("change", () => {
    for (const box of boxes) box.hidden = box.id !== `challenge-${select.value}`;
  });
  mark();
  return {
    get name() {
      return select.value;
    },
    answer: () => made.get(`challenge-${select.value}`)?.answer(),
    solve() {
      solve(select.value);
      mark();
    },
  };
}

/**
 * A button that leads to the line that is wrong.
 * @param {import("../../drawing/root.js").Root} root
 * @param {HTMLTextAreaElement} field
 * @param {number} line  0: none
 */
function showLine(root, field, line) {
  const button = root.find("trial-line", HTMLButtonElement);
  button.hidden = line === 0;
  say(button, `Show line ${line}`);
  button.onclick = () => goTo(field, line);
}

/**
 * Have a line in sight, and chosen.
 * @param {HTMLTextAreaElement} field
 * @param {number} line
 */
function goTo(field, line) {
  const lines = field.value.split("\n");
  const from = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  field.scrollTop = (field.scrollHeight / lines.length) * Math.max(0, line - 6);
}
